/* platen-refresher.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-refresher.h"

/**
 * PlatenRefresher:
 *
 * Keeps a session's lists up to date while somebody looks at them: printers more often while they print, everything else
 * now and then, and all that is old when one looks again. After errors it takes more time from try to try.
 */

#define PRINTING_SECONDS 20
#define IDLE_SECONDS 60
#define SLOW_SECONDS (10 * 60)
#define LONGEST_SECONDS (15 * 60)

struct _PlatenRefresher
{
  GObject       parent_instance;

  BambuSession *session;
  GCancellable *cancellable;
  gboolean      active;
  guint         timeout;
  guint         n_failures;
  gint64        slow_due;      /* monotonic: when projects and presets are old */
};

G_DEFINE_FINAL_TYPE (PlatenRefresher, platen_refresher, G_TYPE_OBJECT)

static void platen_refresher_schedule (PlatenRefresher *self);

static gboolean
is_printing (BambuSession *session)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (session));
  const guint n_devices = g_list_model_get_n_items (devices);

  for (guint i = 0; i < n_devices; i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_has_print (device))
        return TRUE;
    }

  return FALSE;
}

static guint
get_pause_seconds (PlatenRefresher *self)
{
  guint seconds = is_printing (self->session) ? PRINTING_SECONDS : IDLE_SECONDS;

  return MIN (seconds << MIN (self->n_failures, 6), LONGEST_SECONDS);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* The list shows its own error. */
  if (!bambu_list_refresh_finish (BAMBU_LIST (object), result, &error))
    g_debug ("A list is not up to date: %s", error->message);
}

static void
account_refreshed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!bambu_session_refresh_account_finish (BAMBU_SESSION (object), result, &error))
    g_debug ("The account is not up to date: %s", error->message);
}

static void
devices_refreshed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(PlatenRefresher) self = user_data;
  g_autoptr(GError) error = NULL;

  if (bambu_list_refresh_finish (BAMBU_LIST (object), result, &error))
    self->n_failures = 0;
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->n_failures++;

  if (self->active)
    platen_refresher_schedule (self);
}

static void
platen_refresher_refresh_slow (PlatenRefresher *self)
{
  self->slow_due = g_get_monotonic_time () + SLOW_SECONDS * G_USEC_PER_SEC;
  bambu_session_refresh_account_async (self->session, self->cancellable, account_refreshed_cb, NULL);
  bambu_list_refresh_async (bambu_session_get_projects (self->session), self->cancellable, refreshed_cb, NULL);
  bambu_list_refresh_async (bambu_session_get_presets (self->session), self->cancellable, refreshed_cb, NULL);
}

static void
platen_refresher_refresh_devices (PlatenRefresher *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  bambu_list_refresh_async (bambu_session_get_devices (self->session), self->cancellable,
                            devices_refreshed_cb, g_object_ref (self));
}

static void
platen_refresher_refresh_due (PlatenRefresher *self)
{
  platen_refresher_refresh_devices (self);

  if (g_get_monotonic_time () >= self->slow_due)
    platen_refresher_refresh_slow (self);
}

static gboolean
timeout_cb (gpointer user_data)
{
  PlatenRefresher *self = user_data;

  self->timeout = 0;
  platen_refresher_refresh_due (self);

  return G_SOURCE_REMOVE;
}

static void
platen_refresher_schedule (PlatenRefresher *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_seconds (get_pause_seconds (self), timeout_cb, self);
}

static void
platen_refresher_dispose (GObject *object)
{
  PlatenRefresher *self = (PlatenRefresher *)object;

  self->active = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_refresher_parent_class)->dispose (object);
}

static void
platen_refresher_finalize (GObject *object)
{
  PlatenRefresher *self = (PlatenRefresher *)object;

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (platen_refresher_parent_class)->finalize (object);
}

static void
platen_refresher_class_init (PlatenRefresherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_refresher_dispose;
  object_class->finalize = platen_refresher_finalize;
}

static void
platen_refresher_init (PlatenRefresher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * platen_refresher_new:
 * @session: whose lists to keep up to date
 *
 * Makes a refresher that rests until it is set active. When it is disposed of, what it asked for is cancelled.
 *
 * Returns: (transfer full): a new #PlatenRefresher
 */
PlatenRefresher *
platen_refresher_new (BambuSession *session)
{
  PlatenRefresher *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);

  self = g_object_new (PLATEN_TYPE_REFRESHER, NULL);
  self->session = g_object_ref (session);

  return self;
}

/**
 * platen_refresher_set_active:
 * @self: a #PlatenRefresher
 * @active: whether somebody looks
 *
 * Begins to refresh, at once where the lists are old, or rests.
 */
void
platen_refresher_set_active (PlatenRefresher *self,
                             gboolean         active)
{
  g_return_if_fail (PLATEN_IS_REFRESHER (self));

  if (self->active == active)
    return;

  self->active = active;

  if (active)
    platen_refresher_refresh_due (self);
  else
    g_clear_handle_id (&self->timeout, g_source_remove);
}

/**
 * platen_refresher_refresh_all:
 * @self: a #PlatenRefresher
 *
 * Refreshes everything now.
 */
void
platen_refresher_refresh_all (PlatenRefresher *self)
{
  g_return_if_fail (PLATEN_IS_REFRESHER (self));

  self->n_failures = 0;
  platen_refresher_refresh_devices (self);
  platen_refresher_refresh_slow (self);
}
