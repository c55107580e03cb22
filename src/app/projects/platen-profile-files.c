/* platen-profile-files.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-profile-files.h"

#include <glib/gi18n.h>

#include "bambu-endpoints.h"
#include "platen-copy-button.h"
#include "platen-file-row.h"

/* More of a kind are not shown: nobody could find anything among them. */
#define MAX_ROWS 200

struct _PlatenProfileFiles
{
  AdwBin               parent_instance;

  BambuSession        *session;
  BambuProject        *project;
  BambuProfile        *profile;

  /* What user/profile/{id} tells of the profile, once it has. */
  BambuProfile        *detail;
  GCancellable        *cancellable;
  gboolean             renewed;

  /* The rows in the groups. */
  GPtrArray           *rows;

  AdwActionRow        *error_row;
  AdwPreferencesGroup *files_group;
  AdwPreferencesGroup *guides_group;
  AdwActionRow        *loading_row;
  PlatenCopyButton    *md5_button;
  AdwActionRow        *md5_row;
  AdwPreferencesGroup *pictures_group;
};

G_DEFINE_FINAL_TYPE (PlatenProfileFiles, platen_profile_files, ADW_TYPE_BIN)

static void platen_profile_files_load (PlatenProfileFiles *self);

static BambuClient *
platen_profile_files_get_client (PlatenProfileFiles *self)
{
  return bambu_session_get_client (self->session);
}

static const char *
platen_profile_files_get_model_id (PlatenProfileFiles *self)
{
  const char *model_id = bambu_profile_get_model_id (self->profile);

  return model_id != NULL && *model_id != 0 ? model_id : bambu_project_get_model_id (self->project);
}

static void
platen_profile_files_clear (PlatenProfileFiles *self)
{
  g_assert (PLATEN_IS_PROFILE_FILES (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }

  g_ptr_array_set_size (self->rows, 0);
}

/* An address that has expired: the whole profile is asked for anew, but not in a loop. */
static void
platen_profile_files_expired_cb (PlatenProfileFiles *self)
{
  g_assert (PLATEN_IS_PROFILE_FILES (self));

  if (self->renewed)
    return;

  self->renewed = TRUE;
  platen_profile_files_load (self);
}

/* Takes @file, which may be %NULL. */
static PlatenFileRow *
platen_profile_files_add (PlatenProfileFiles  *self,
                          AdwPreferencesGroup *group,
                          PlatenCloudFile     *file)
{
  g_autoptr(PlatenCloudFile) owned = file;
  GtkWidget *row;

  if (file == NULL)
    return NULL;

  row = platen_file_row_new (self->session, file);
  g_signal_connect_object (row, "expired",
                           G_CALLBACK (platen_profile_files_expired_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return PLATEN_FILE_ROW (row);
}

/* Returns: how many there are with an address. */
static guint
platen_profile_files_add_files (PlatenProfileFiles  *self,
                                AdwPreferencesGroup *group,
                                GListModel          *files)
{
  const guint n_files = g_list_model_get_n_items (files);
  guint n_rows = 0;

  g_assert (PLATEN_IS_PROFILE_FILES (self));

  for (guint i = 0; i < n_files && n_rows < MAX_ROWS; i++)
    {
      g_autoptr(BambuFile) file = g_list_model_get_item (files, i);
      PlatenFileRow *row;

      row = platen_profile_files_add (self, group,
                                      platen_cloud_file_new (platen_profile_files_get_client (self), self->detail,
                                                             platen_profile_files_get_model_id (self), file));

      if (row == NULL)
        continue;

      if (group == self->pictures_group)
        platen_file_row_set_picture (row, bambu_session_get_pictures (self->session));

      n_rows++;
    }

  return n_rows;
}

static void
platen_profile_files_show_md5 (PlatenProfileFiles *self)
{
  const char *md5 = self->detail != NULL ? bambu_profile_get_md5 (self->detail) : NULL;
  gboolean known = md5 != NULL && *md5 != 0;

  adw_action_row_set_subtitle (self->md5_row, known ? md5 : "");
  platen_copy_button_set_text (self->md5_button, known ? md5 : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->md5_row), known);

  /* Behind the files. */
  g_object_ref (self->md5_row);
  adw_preferences_group_remove (self->files_group, GTK_WIDGET (self->md5_row));
  adw_preferences_group_add (self->files_group, GTK_WIDGET (self->md5_row));
  g_object_unref (self->md5_row);
}

static void
platen_profile_files_show (PlatenProfileFiles *self)
{
  BambuClient *client = platen_profile_files_get_client (self);
  guint n_files = 0;
  guint n_pictures = 0;
  guint n_guides = 0;

  g_assert (PLATEN_IS_PROFILE_FILES (self));

  platen_profile_files_clear (self);

  if (platen_profile_files_add (self, self->files_group, platen_cloud_file_new_project (client, self->project)))
    n_files++;

  if (self->detail != NULL)
    {
      PlatenCloudFile *file = platen_cloud_file_new_profile (client, self->detail,
                                                             platen_profile_files_get_model_id (self));

      if (platen_profile_files_add (self, self->files_group, file))
        n_files++;

      n_files += platen_profile_files_add_files (self, self->files_group, bambu_profile_get_configs (self->detail));
      n_pictures = platen_profile_files_add_files (self, self->pictures_group,
                                                   bambu_profile_get_pictures (self->detail));
      n_guides = platen_profile_files_add_files (self, self->guides_group,
                                                 bambu_profile_get_attachments (self->detail));
    }

  platen_profile_files_show_md5 (self);
  gtk_widget_set_visible (GTK_WIDGET (self->pictures_group), n_pictures > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->guides_group), n_guides > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->files_group),
                          n_files > 0 ||
                          gtk_widget_get_visible (GTK_WIDGET (self->loading_row)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->error_row)));
}

static void
platen_profile_files_loaded_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(PlatenProfileFiles) self = user_data;
  g_autoptr(BambuProfile) detail = NULL;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_PROFILE_FILES (self));

  detail = bambu_client_get_profile_finish (BAMBU_CLIENT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self->loading_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->error_row), error != NULL);

  if (error != NULL)
    adw_action_row_set_subtitle (self->error_row, error->message);
  else
    g_set_object (&self->detail, detail);

  platen_profile_files_show (self);
}

static void
platen_profile_files_cancel (PlatenProfileFiles *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
platen_profile_files_load (PlatenProfileFiles *self)
{
  const char *model_id = platen_profile_files_get_model_id (self);

  g_assert (PLATEN_IS_PROFILE_FILES (self));

  platen_profile_files_cancel (self);

  if (model_id == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->error_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->loading_row), self->detail == NULL);
  self->cancellable = g_cancellable_new ();
  bambu_client_get_profile_async (platen_profile_files_get_client (self),
                                  bambu_profile_get_id (self->profile), model_id,
                                  self->cancellable, platen_profile_files_loaded_cb, g_object_ref (self));
}

static void
platen_profile_files_retry_cb (PlatenProfileFiles *self)
{
  g_assert (PLATEN_IS_PROFILE_FILES (self));

  platen_profile_files_load (self);
}

static void
platen_profile_files_dispose (GObject *object)
{
  PlatenProfileFiles *self = (PlatenProfileFiles *)object;

  platen_profile_files_cancel (self);
  g_clear_object (&self->detail);
  g_clear_object (&self->profile);
  g_clear_object (&self->project);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_profile_files_parent_class)->dispose (object);
}

static void
platen_profile_files_finalize (GObject *object)
{
  PlatenProfileFiles *self = (PlatenProfileFiles *)object;

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_profile_files_parent_class)->finalize (object);
}

static void
platen_profile_files_class_init (PlatenProfileFilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_profile_files_dispose;
  object_class->finalize = platen_profile_files_finalize;

  g_type_ensure (PLATEN_TYPE_COPY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-profile-files.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, error_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, files_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, guides_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, loading_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, md5_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, md5_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileFiles, pictures_group);
  gtk_widget_class_bind_template_callback (widget_class, platen_profile_files_retry_cb);
}

static void
platen_profile_files_init (PlatenProfileFiles *self)
{
  self->rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_same_time (GDateTime *time,
              GDateTime *other)
{
  return time == other || (time != NULL && other != NULL && g_date_time_equal (time, other));
}

/**
 * platen_profile_files_set_profile:
 * @self: a #PlatenProfileFiles
 * @session: whose project it is
 * @project: the project that @profile is of
 * @profile: (nullable): the profile to show, or %NULL to show nothing
 *
 * To be called again when @profile was told anew: the cloud is asked only where it has changed.
 */
void
platen_profile_files_set_profile (PlatenProfileFiles *self,
                                  BambuSession       *session,
                                  BambuProject       *project,
                                  BambuProfile       *profile)
{
  g_return_if_fail (PLATEN_IS_PROFILE_FILES (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_PROJECT (project));
  g_return_if_fail (profile == NULL || BAMBU_IS_PROFILE (profile));

  gtk_widget_set_visible (GTK_WIDGET (self), profile != NULL);

  if (profile == self->profile &&
      (profile == NULL || self->detail == NULL ||
       is_same_time (bambu_profile_get_updated (profile), bambu_profile_get_updated (self->detail))))
    return;

  g_set_object (&self->session, session);
  g_set_object (&self->project, project);

  if (g_set_object (&self->profile, profile))
    g_clear_object (&self->detail);

  self->renewed = FALSE;
  platen_profile_files_cancel (self);

  if (profile == NULL)
    return;

  platen_profile_files_load (self);
  platen_profile_files_show (self);
}
