/* platen-project-detail.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-project-detail.h"

#include "bambu-error.h"

#define RETRY_FIRST_SECONDS 5
#define RETRY_LAST_SECONDS  300
#define RENEW_AGAIN_USEC    (5 * 60 * G_USEC_PER_SEC)

struct _PlatenProjectDetail
{
  GObject       parent_instance;

  BambuSession *session;
  BambuProject *project;
  GSignalGroup *project_signals;

  /* Of the load under way, otherwise NULL. */
  GCancellable *cancellable;
  GError       *error;

  guint         retry_source;
  guint         retry_seconds;

  guint         active : 1;
  guint         renewing : 1;
};

enum {
  PROP_0,
  PROP_ERROR,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenProjectDetail, platen_project_detail, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

/* When a project's addresses were last asked for anew. Kept with the project: cards come and go. */
static G_DEFINE_QUARK (platen-project-renewed-at, renewed_at)

static void platen_project_detail_load (PlatenProjectDetail *self,
                                        gboolean             renew);

static void
platen_project_detail_take_error (PlatenProjectDetail *self,
                                  GError              *error)
{
  g_assert (PLATEN_IS_PROJECT_DETAIL (self));

  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
platen_project_detail_cancel (PlatenProjectDetail *self)
{
  g_assert (PLATEN_IS_PROJECT_DETAIL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->retry_source, g_source_remove);
}

static gboolean
platen_project_detail_retry_cb (gpointer user_data)
{
  PlatenProjectDetail *self = user_data;

  g_assert (PLATEN_IS_PROJECT_DETAIL (self));

  self->retry_source = 0;
  platen_project_detail_load (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* Whether waiting may help. */
static gboolean
platen_project_detail_may_retry (const GError *error)
{
  return !g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT) &&
         !g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN) &&
         !g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
}

static void
platen_project_detail_note_renewal (BambuProject *project)
{
  gint64 *renewed_at = g_new (gint64, 1);

  *renewed_at = g_get_monotonic_time ();
  g_object_set_qdata_full (G_OBJECT (project), renewed_at_quark (), renewed_at, g_free);
}

static gboolean
platen_project_detail_may_renew (BambuProject *project)
{
  gint64 *renewed_at = g_object_get_qdata (G_OBJECT (project), renewed_at_quark ());

  return renewed_at == NULL || g_get_monotonic_time () - *renewed_at > RENEW_AGAIN_USEC;
}

static void
platen_project_detail_load_cb (GObject      *object,
                               GAsyncResult *result,
                               gpointer      user_data)
{
  g_autoptr(PlatenProjectDetail) self = user_data;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_PROJECT_DETAIL (self));

  if (bambu_session_load_project_finish (BAMBU_SESSION (object), result, &error))
    {
      if (self->renewing)
        platen_project_detail_note_renewal (self->project);

      g_clear_object (&self->cancellable);
      self->retry_seconds = 0;
      platen_project_detail_take_error (self, NULL);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_debug ("No detail of project %s: %s", bambu_project_get_id (self->project), error->message);

  g_clear_object (&self->cancellable);

  if (platen_project_detail_may_retry (error))
    {
      self->retry_seconds = CLAMP (self->retry_seconds * 2, RETRY_FIRST_SECONDS, RETRY_LAST_SECONDS);
      self->retry_source = g_timeout_add_seconds (self->retry_seconds, platen_project_detail_retry_cb, self);
    }

  platen_project_detail_take_error (self, g_steal_pointer (&error));
}

static void
platen_project_detail_load (PlatenProjectDetail *self,
                            gboolean             renew)
{
  g_assert (PLATEN_IS_PROJECT_DETAIL (self));

  platen_project_detail_cancel (self);

  if (!self->active || self->session == NULL || self->project == NULL)
    return;

  self->renewing = renew;
  self->cancellable = g_cancellable_new ();
  bambu_session_load_project_async (self->session,
                                    self->project,
                                    renew,
                                    self->cancellable,
                                    platen_project_detail_load_cb,
                                    g_object_ref (self));
}

static void
platen_project_detail_updated_cb (PlatenProjectDetail *self,
                                  GParamSpec          *pspec,
                                  BambuProject        *project)
{
  g_assert (PLATEN_IS_PROJECT_DETAIL (self));

  platen_project_detail_load (self, FALSE);
}

static void
platen_project_detail_dispose (GObject *object)
{
  PlatenProjectDetail *self = (PlatenProjectDetail *)object;

  platen_project_detail_cancel (self);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->project);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_project_detail_parent_class)->dispose (object);
}

static void
platen_project_detail_finalize (GObject *object)
{
  PlatenProjectDetail *self = (PlatenProjectDetail *)object;

  g_clear_error (&self->error);

  G_OBJECT_CLASS (platen_project_detail_parent_class)->finalize (object);
}

static void
platen_project_detail_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  PlatenProjectDetail *self = PLATEN_PROJECT_DETAIL (object);

  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, platen_project_detail_get_error (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_project_detail_class_init (PlatenProjectDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_project_detail_dispose;
  object_class->finalize = platen_project_detail_finalize;
  object_class->get_property = platen_project_detail_get_property;

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_project_detail_init (PlatenProjectDetail *self)
{
  self->project_signals = g_signal_group_new (BAMBU_TYPE_PROJECT);
  g_signal_group_connect_object (self->project_signals, "notify::updated",
                                 G_CALLBACK (platen_project_detail_updated_cb),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_project_detail_new:
 *
 * Returns: (transfer full): the detail of no project yet
 */
PlatenProjectDetail *
platen_project_detail_new (void)
{
  return g_object_new (PLATEN_TYPE_PROJECT_DETAIL, NULL);
}

/**
 * platen_project_detail_set_session:
 * @self: a #PlatenProjectDetail
 * @session: (nullable): whose project it is
 */
void
platen_project_detail_set_session (PlatenProjectDetail *self,
                                   BambuSession        *session)
{
  g_return_if_fail (PLATEN_IS_PROJECT_DETAIL (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  platen_project_detail_load (self, FALSE);
}

/**
 * platen_project_detail_set_project:
 * @self: a #PlatenProjectDetail
 * @project: (nullable): the project to load
 */
void
platen_project_detail_set_project (PlatenProjectDetail *self,
                                   BambuProject        *project)
{
  g_return_if_fail (PLATEN_IS_PROJECT_DETAIL (self));
  g_return_if_fail (project == NULL || BAMBU_IS_PROJECT (project));

  if (!g_set_object (&self->project, project))
    return;

  self->retry_seconds = 0;
  g_signal_group_set_target (self->project_signals, project);
  platen_project_detail_take_error (self, NULL);
  platen_project_detail_load (self, FALSE);
}

/**
 * platen_project_detail_set_active:
 * @self: a #PlatenProjectDetail
 * @active: whether the project is shown
 *
 * Loads what is shown, unless the session has it already; cancels what no longer is.
 */
void
platen_project_detail_set_active (PlatenProjectDetail *self,
                                  gboolean             active)
{
  g_return_if_fail (PLATEN_IS_PROJECT_DETAIL (self));

  if (self->active == !!active)
    return;

  self->active = !!active;
  platen_project_detail_load (self, FALSE);
}

/**
 * platen_project_detail_get_error:
 * @self: a #PlatenProjectDetail
 *
 * Returns: (nullable): why the last try failed, or %NULL where it worked or was not made yet
 */
const GError *
platen_project_detail_get_error (PlatenProjectDetail *self)
{
  g_return_val_if_fail (PLATEN_IS_PROJECT_DETAIL (self), NULL);

  return self->error;
}

/**
 * platen_project_detail_retry:
 * @self: a #PlatenProjectDetail
 *
 * Asks the cloud at once, whether or not there is a detail already.
 */
void
platen_project_detail_retry (PlatenProjectDetail *self)
{
  g_return_if_fail (PLATEN_IS_PROJECT_DETAIL (self));

  self->retry_seconds = 0;
  platen_project_detail_load (self, TRUE);
}

/**
 * platen_project_detail_renew:
 * @self: a #PlatenProjectDetail
 *
 * Asks the cloud for fresh addresses, as one of a picture was refused. Where that did not help it is not done again
 * for some minutes.
 */
void
platen_project_detail_renew (PlatenProjectDetail *self)
{
  g_return_if_fail (PLATEN_IS_PROJECT_DETAIL (self));

  if (self->project != NULL && platen_project_detail_may_renew (self->project))
    platen_project_detail_load (self, TRUE);
}
