/* platen-uploads.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-uploads.h"

#include <glib/gi18n.h>
#include <string.h>

#define ENDING ".3mf"

struct _PlatenUploads
{
  GObject       parent_instance;

  /* It belongs to the session. */
  BambuSession *session;
  GListStore   *uploads;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenUploads, platen_uploads, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static G_DEFINE_QUARK (platen-uploads, uploads)

static GType
platen_uploads_get_item_type (GListModel *model)
{
  return PLATEN_TYPE_UPLOAD;
}

static guint
platen_uploads_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLATEN_UPLOADS (model)->uploads));
}

static gpointer
platen_uploads_get_item (GListModel *model,
                         guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLATEN_UPLOADS (model)->uploads), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = platen_uploads_get_item_type;
  iface->get_n_items = platen_uploads_get_n_items;
  iface->get_item = platen_uploads_get_item;
}

static void
platen_uploads_run_next (PlatenUploads *self)
{
  g_autoptr(PlatenUpload) next = NULL;
  const guint n_uploads = platen_uploads_get_n_items (G_LIST_MODEL (self));

  g_assert (PLATEN_IS_UPLOADS (self));

  for (guint i = 0; i < n_uploads; i++)
    {
      g_autoptr(PlatenUpload) upload = platen_uploads_get_item (G_LIST_MODEL (self), i);

      if (platen_upload_get_state (upload) == PLATEN_UPLOAD_STATE_RUNNING)
        return;

      if (next == NULL && platen_upload_get_state (upload) == PLATEN_UPLOAD_STATE_WAITING)
        next = g_steal_pointer (&upload);
    }

  if (next != NULL)
    platen_upload_start (next);
}

/* A refresh that was under way already may not know the project yet: another does. */
static void
platen_uploads_refreshed_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autofree char *project_id = user_data;
  BambuList *projects = BAMBU_LIST (object);

  if (bambu_list_refresh_finish (projects, result, NULL) && bambu_list_lookup (projects, project_id) == NULL)
    bambu_list_refresh_async (projects, NULL, NULL, NULL);
}

static void
platen_uploads_changed_cb (PlatenUploads *self,
                           PlatenUpload  *upload)
{
  g_assert (PLATEN_IS_UPLOADS (self));

  if (platen_upload_get_state (upload) != PLATEN_UPLOAD_STATE_DONE &&
      platen_upload_get_state (upload) != PLATEN_UPLOAD_STATE_FAILED)
    return;

  g_signal_handlers_disconnect_by_func (upload, platen_uploads_changed_cb, self);

  /* Also where it failed: what is left of it is not to be hidden from the user. */
  if (self->session != NULL && platen_upload_get_project_id (upload) != NULL)
    bambu_list_refresh_async (bambu_session_get_projects (self->session), NULL, platen_uploads_refreshed_cb,
                              g_strdup (platen_upload_get_project_id (upload)));

  platen_uploads_run_next (self);
}

static void
platen_uploads_finalize (GObject *object)
{
  PlatenUploads *self = (PlatenUploads *)object;

  g_clear_object (&self->uploads);

  G_OBJECT_CLASS (platen_uploads_parent_class)->finalize (object);
}

static void
platen_uploads_class_init (PlatenUploadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_uploads_finalize;
}

static void
platen_uploads_init (PlatenUploads *self)
{
  self->uploads = g_list_store_new (PLATEN_TYPE_UPLOAD);
  g_signal_connect_object (self->uploads, "items-changed",
                           G_CALLBACK (g_list_model_items_changed),
                           self, G_CONNECT_SWAPPED);
}

/* The session goes. */
static void
end (gpointer data)
{
  g_autoptr(PlatenUploads) self = data;

  self->session = NULL;

  while (platen_uploads_get_n_items (G_LIST_MODEL (self)) > 0)
    {
      g_autoptr(PlatenUpload) upload = platen_uploads_get_item (G_LIST_MODEL (self), 0);

      platen_uploads_remove (self, upload);
    }
}

/**
 * platen_uploads_get:
 * @session: a session
 *
 * Returns: (transfer none): the session's uploads
 */
PlatenUploads *
platen_uploads_get (BambuSession *session)
{
  PlatenUploads *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);

  if ((self = g_object_get_qdata (G_OBJECT (session), uploads_quark ())))
    return self;

  self = g_object_new (PLATEN_TYPE_UPLOADS, NULL);
  self->session = session;
  g_object_set_qdata_full (G_OBJECT (session), uploads_quark (), self, end);

  return self;
}

/* By its name: what is in it is looked at when it is uploaded. */
static gboolean
is_3mf (const char *name)
{
  const gsize length = strlen (name);

  return length > strlen (ENDING) && g_ascii_strcasecmp (name + length - strlen (ENDING), ENDING) == 0;
}

/**
 * platen_uploads_add:
 * @self: a session's uploads
 * @file: a file
 * @widget: where the user asked for it
 *
 * Makes a project of @file, when those before it are through. What is no 3MF by its name is refused with a toast.
 */
void
platen_uploads_add (PlatenUploads *self,
                    GFile         *file,
                    GtkWidget     *widget)
{
  g_autoptr(PlatenUpload) upload = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PLATEN_IS_UPLOADS (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  base = g_file_get_basename (file);
  name = g_filename_display_name (base != NULL ? base : "");

  if (!is_3mf (name))
    {
      /* Translators: the name of a file */
      g_autofree char *message = g_strdup_printf (_("“%s” is not a 3MF file"), name);

      gtk_widget_activate_action (widget, "win.toast", "s", message);
      return;
    }

  upload = platen_upload_new (bambu_session_get_client (self->session), file);
  g_signal_connect_object (upload, "changed",
                           G_CALLBACK (platen_uploads_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_list_store_append (self->uploads, upload);
  platen_uploads_run_next (self);
}

/**
 * platen_uploads_remove:
 * @self: a session's uploads
 * @upload: one of them
 *
 * Forgets an upload, and ends it where it is under way.
 */
void
platen_uploads_remove (PlatenUploads *self,
                       PlatenUpload  *upload)
{
  g_autoptr(PlatenUpload) owned = NULL;
  guint position;

  g_return_if_fail (PLATEN_IS_UPLOADS (self));
  g_return_if_fail (PLATEN_IS_UPLOAD (upload));

  if (!g_list_store_find (self->uploads, upload, &position))
    return;

  /* Its row, which may be the last to hold it, goes with it. */
  owned = g_object_ref (upload);
  g_list_store_remove (self->uploads, position);
  platen_upload_cancel (owned);
}
