/* platen-file-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-file-row.h"

#include <glib/gi18n.h>

#include "bambu-transfer.h"
#include "platen-download.h"
#include "platen-file-dialog.h"
#include "platen-picture.h"
#include "platen-show-in-folder.h"

/* How often the bar of what has no known length moves. */
#define PULSE_MS 100

struct _PlatenFileRow
{
  AdwPreferencesRow  parent_instance;

  BambuSession      *session;
  PlatenCloudFile   *file;
  guint64            size;

  PlatenDownload    *download;
  GSignalGroup      *download_signals;
  guint              pulse_source;

  /* Of the question how large it is, and of the file chooser. */
  GCancellable      *measuring;
  GCancellable      *choosing;

  GtkLabel          *details;
  GtkButton         *discard_button;
  GtkButton         *folder_button;
  GtkImage          *icon;
  GtkLabel          *name;
  PlatenPicture     *picture;
  GtkProgressBar    *progress;
  GtkButton         *resume_button;
  GtkButton         *save_button;
  GtkButton         *stop_button;
};

G_DEFINE_FINAL_TYPE (PlatenFileRow, platen_file_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
platen_file_row_pulse_cb (gpointer user_data)
{
  PlatenFileRow *self = user_data;

  gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static void
platen_file_row_update_progress (PlatenFileRow *self,
                                 gboolean       running)
{
  guint64 total = self->download != NULL ? platen_download_get_total (self->download) : 0;
  gboolean unknown = running && total == 0;

  g_assert (PLATEN_IS_FILE_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->progress), running);

  if (unknown && self->pulse_source == 0)
    self->pulse_source = g_timeout_add (PULSE_MS, platen_file_row_pulse_cb, self);
  else if (!unknown)
    g_clear_handle_id (&self->pulse_source, g_source_remove);

  if (running && total > 0)
    gtk_progress_bar_set_fraction (self->progress,
                                   MIN ((double)platen_download_get_received (self->download) / total, 1.0));
}

/* As in "Metadata · 12.4 kB". */
static char *
platen_file_row_describe (PlatenFileRow *self)
{
  const char *dir = platen_cloud_file_get_dir (self->file);
  g_autofree char *size = self->size > 0 ? g_format_size (self->size) : NULL;

  if (dir == NULL || *dir == 0)
    return g_steal_pointer (&size);

  return size != NULL ? g_strdup_printf ("%s · %s", dir, size) : g_strdup (dir);
}

/* As in "3.1 MB of 12.4 MB". */
static char *
platen_file_row_describe_progress (PlatenFileRow *self)
{
  g_autofree char *received = g_format_size (platen_download_get_received (self->download));
  g_autofree char *total = NULL;

  if (platen_download_get_total (self->download) == 0)
    return g_steal_pointer (&received);

  total = g_format_size (platen_download_get_total (self->download));

  /* Translators: how much of a file has come, as in "3.1 MB of 12.4 MB" */
  return g_strdup_printf (_("%s of %s"), received, total);
}

static char *
platen_file_row_describe_state (PlatenFileRow *self)
{
  g_autofree char *progress = NULL;
  g_autofree char *name = NULL;

  if (self->download == NULL)
    return platen_file_row_describe (self);

  switch (platen_download_get_state (self->download))
    {
    case PLATEN_DOWNLOAD_STATE_RUNNING:
      return platen_file_row_describe_progress (self);

    case PLATEN_DOWNLOAD_STATE_FAILED:
      return g_strdup (platen_download_get_message (self->download));

    case PLATEN_DOWNLOAD_STATE_DONE:
      name = g_file_get_basename (platen_download_get_target (self->download));

      /* Translators: the name of a file */
      return g_strdup_printf (_("Saved as “%s”"), name);

    case PLATEN_DOWNLOAD_STATE_STOPPED:
    default:
      progress = platen_file_row_describe_progress (self);

      /* Translators: how much of a file has come, as in "Stopped at 3.1 MB of 12.4 MB" */
      return g_strdup_printf (_("Stopped at %s"), progress);
    }
}

static void
platen_file_row_update (PlatenFileRow *self)
{
  g_autofree char *details = platen_file_row_describe_state (self);
  gboolean running = FALSE;
  gboolean failed = FALSE;
  gboolean done = FALSE;

  g_assert (PLATEN_IS_FILE_ROW (self));

  if (self->download != NULL)
    {
      running = platen_download_get_state (self->download) == PLATEN_DOWNLOAD_STATE_RUNNING;
      failed = platen_download_get_state (self->download) == PLATEN_DOWNLOAD_STATE_FAILED;
      done = platen_download_get_state (self->download) == PLATEN_DOWNLOAD_STATE_DONE;
    }

  gtk_label_set_label (self->details, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details), details != NULL);

  gtk_widget_remove_css_class (GTK_WIDGET (self->details), failed ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->details), failed ? "error" : "dim-label");

  platen_file_row_update_progress (self, running);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), self->download == NULL || done);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button), running);
  gtk_widget_set_visible (GTK_WIDGET (self->resume_button), self->download != NULL && !running && !done);
  gtk_widget_set_visible (GTK_WIDGET (self->discard_button), self->download != NULL && !running && !done);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_button), done);
}

static void
platen_file_row_set_download (PlatenFileRow  *self,
                              PlatenDownload *download)
{
  g_assert (PLATEN_IS_FILE_ROW (self));

  g_set_object (&self->download, download);
  g_signal_group_set_target (self->download_signals, download);
  platen_file_row_update (self);
}

static void
platen_file_row_measured_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(PlatenFileRow) self = user_data;
  guint64 size;

  g_assert (PLATEN_IS_FILE_ROW (self));

  if (bambu_transfer_measure_finish (BAMBU_CLIENT (object), result, &size, NULL))
    {
      self->size = size;
      platen_file_row_update (self);
    }
}

static void
platen_file_row_chosen_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr(PlatenFileRow) self = user_data;
  g_autoptr(GFile) target = platen_file_dialog_save_finish (result, NULL);
  g_autoptr(PlatenDownload) download = NULL;

  g_assert (PLATEN_IS_FILE_ROW (self));

  if (target == NULL)
    return;

  download = platen_download_new (self->file, target);
  platen_downloads_set (self->session, platen_cloud_file_get_key (self->file), download);
  platen_file_row_set_download (self, download);
  platen_download_start (download);
}

static void
platen_file_row_save_cb (PlatenFileRow *self)
{
  g_assert (PLATEN_IS_FILE_ROW (self));

  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  self->choosing = g_cancellable_new ();
  platen_file_dialog_save_async (GTK_WIDGET (self), _("Download File"),
                                 platen_cloud_file_get_name (self->file),
                                 self->choosing, platen_file_row_chosen_cb, g_object_ref (self));
}

static void
platen_file_row_stop_cb (PlatenFileRow *self)
{
  g_assert (PLATEN_IS_FILE_ROW (self));

  platen_download_stop (self->download);
}

static void
platen_file_row_resume_cb (PlatenFileRow *self)
{
  g_assert (PLATEN_IS_FILE_ROW (self));

  platen_download_start (self->download);
}

static void
platen_file_row_discard_cb (PlatenFileRow *self)
{
  g_assert (PLATEN_IS_FILE_ROW (self));

  platen_downloads_set (self->session, platen_cloud_file_get_key (self->file), NULL);
  platen_file_row_set_download (self, NULL);
}

static void
platen_file_row_folder_cb (PlatenFileRow *self)
{
  g_assert (PLATEN_IS_FILE_ROW (self));

  platen_show_in_folder (GTK_WIDGET (self), platen_download_get_target (self->download));
}

static void
platen_file_row_map (GtkWidget *widget)
{
  PlatenFileRow *self = PLATEN_FILE_ROW (widget);

  GTK_WIDGET_CLASS (platen_file_row_parent_class)->map (widget);

  if (self->measuring != NULL)
    return;

  self->measuring = g_cancellable_new ();
  bambu_transfer_measure_async (platen_cloud_file_get_client (self->file),
                                platen_cloud_file_get_uri (self->file),
                                self->measuring, platen_file_row_measured_cb, g_object_ref (self));
}

static void
platen_file_row_dispose (GObject *object)
{
  PlatenFileRow *self = (PlatenFileRow *)object;

  g_cancellable_cancel (self->measuring);
  g_clear_object (&self->measuring);
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->download_signals);
  g_clear_object (&self->download);
  g_clear_object (&self->file);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_file_row_parent_class)->dispose (object);
}

static void
platen_file_row_class_init (PlatenFileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_file_row_dispose;

  widget_class->map = platen_file_row_map;

  g_signal_new ("expired",
                G_TYPE_FROM_CLASS (klass),
                G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  g_type_ensure (PLATEN_TYPE_PICTURE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/projects/platen-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, details);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, discard_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, folder_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, picture);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, progress);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, resume_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, save_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenFileRow, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, platen_file_row_discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_file_row_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_file_row_resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_file_row_save_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_file_row_stop_cb);
}

static void
platen_file_row_init (PlatenFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->download_signals = g_signal_group_new (PLATEN_TYPE_DOWNLOAD);
  g_signal_group_connect_object (self->download_signals, "changed",
                                 G_CALLBACK (platen_file_row_update),
                                 self, G_CONNECT_SWAPPED);
}

/* Rows of one list would otherwise have buttons of the same name. */
static void
platen_file_row_label_button (PlatenFileRow *self,
                              GtkButton     *button)
{
  g_autofree char *tooltip = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (button)));
  /* Translators: what a button does, and the file that it does it to, as in "Download: plate_1.png" */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), tooltip, platen_cloud_file_get_name (self->file));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * platen_file_row_new:
 * @session: whose file it is
 * @file: a file
 *
 * Returns: (transfer floating): a row for @file
 */
GtkWidget *
platen_file_row_new (BambuSession    *session,
                     PlatenCloudFile *file)
{
  PlatenFileRow *self;
  const char *name;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (file), NULL);

  self = g_object_new (PLATEN_TYPE_FILE_ROW, NULL);
  self->session = g_object_ref (session);
  self->file = g_object_ref (file);

  name = platen_cloud_file_get_name (file);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  platen_file_row_label_button (self, self->discard_button);
  platen_file_row_label_button (self, self->folder_button);
  platen_file_row_label_button (self, self->resume_button);
  platen_file_row_label_button (self, self->save_button);
  platen_file_row_label_button (self, self->stop_button);
  platen_file_row_set_download (self, platen_downloads_lookup (session, platen_cloud_file_get_key (file)));

  return GTK_WIDGET (self);
}

static void
platen_file_row_expired_cb (PlatenFileRow *self)
{
  g_signal_emit_by_name (self, "expired");
}

/**
 * platen_file_row_set_picture:
 * @self: a row
 * @pictures: where pictures come from
 *
 * Shows the file, which is a picture.
 */
void
platen_file_row_set_picture (PlatenFileRow *self,
                             BambuPictures *pictures)
{
  g_return_if_fail (PLATEN_IS_FILE_ROW (self));
  g_return_if_fail (BAMBU_IS_PICTURES (pictures));

  g_signal_connect_object (self->picture, "expired",
                           G_CALLBACK (platen_file_row_expired_cb),
                           self, G_CONNECT_SWAPPED);
  platen_picture_set_pictures (self->picture, pictures);
  platen_picture_set_label (self->picture, platen_cloud_file_get_name (self->file));
  platen_picture_set_uri (self->picture, platen_cloud_file_get_uri (self->file));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
}
