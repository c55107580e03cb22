/* platen-upload-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-upload-row.h"

#include <glib/gi18n.h>

#include "platen-format.h"

/* How often the bar moves while nobody knows how long it takes. */
#define PULSE_MS 100

struct _PlatenUploadRow
{
  AdwPreferencesRow  parent_instance;

  PlatenUploads     *uploads;
  PlatenUpload      *upload;
  guint              pulse_source;

  GtkButton         *cancel_button;
  GtkLabel          *details;
  GtkButton         *dismiss_button;
  GtkLabel          *name;
  GtkButton         *open_button;
  GtkProgressBar    *progress;
};

G_DEFINE_FINAL_TYPE (PlatenUploadRow, platen_upload_row, ADW_TYPE_PREFERENCES_ROW)

static char *
platen_upload_row_describe_step (PlatenUpload *upload)
{
  g_autofree char *percent = NULL;

  switch (platen_upload_get_step (upload))
    {
    case BAMBU_UPLOAD_STEP_CREATE:
      return g_strdup (_("Making the project…"));

    case BAMBU_UPLOAD_STEP_SEND:
      percent = platen_format_percent (platen_upload_get_progress (upload) * 100);

      /* Translators: how much of a file has been sent, in percent */
      return g_strdup_printf (_("Sending the file: %s"), percent);

    case BAMBU_UPLOAD_STEP_ANNOUNCE:
      return g_strdup (_("Telling the cloud that the file is there…"));

    case BAMBU_UPLOAD_STEP_WAIT:
      return g_strdup (_("The cloud is reading the file…"));

    case BAMBU_UPLOAD_STEP_NONE:
    case BAMBU_UPLOAD_STEP_CHECK:
    case BAMBU_UPLOAD_STEP_DONE:
    default:
      return g_strdup (_("Looking at the file…"));
    }
}

static char *
platen_upload_row_describe (PlatenUpload *upload)
{
  switch (platen_upload_get_state (upload))
    {
    case PLATEN_UPLOAD_STATE_RUNNING:
      return platen_upload_row_describe_step (upload);

    case PLATEN_UPLOAD_STATE_FAILED:
      return g_strdup (platen_upload_get_message (upload));

    case PLATEN_UPLOAD_STATE_DONE:
      return g_strdup (_("Uploaded"));

    case PLATEN_UPLOAD_STATE_WAITING:
    default:
      return g_strdup (_("Waits for its turn"));
    }
}

static gboolean
platen_upload_row_pulse_cb (gpointer user_data)
{
  PlatenUploadRow *self = user_data;

  gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static void
platen_upload_row_update (PlatenUploadRow *self)
{
  const PlatenUploadState state = platen_upload_get_state (self->upload);
  const gboolean sending = state == PLATEN_UPLOAD_STATE_RUNNING &&
                           platen_upload_get_step (self->upload) == BAMBU_UPLOAD_STEP_SEND;
  const gboolean ended = state == PLATEN_UPLOAD_STATE_DONE || state == PLATEN_UPLOAD_STATE_FAILED;
  g_autofree char *details = platen_upload_row_describe (self->upload);

  g_assert (PLATEN_IS_UPLOAD_ROW (self));

  gtk_label_set_label (self->details, details);

  if (state == PLATEN_UPLOAD_STATE_FAILED)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->details), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->details), "error");
    }

  if (sending)
    gtk_progress_bar_set_fraction (self->progress, platen_upload_get_progress (self->upload));

  if (state == PLATEN_UPLOAD_STATE_RUNNING && !sending && self->pulse_source == 0)
    self->pulse_source = g_timeout_add (PULSE_MS, platen_upload_row_pulse_cb, self);
  else if (state != PLATEN_UPLOAD_STATE_RUNNING || sending)
    g_clear_handle_id (&self->pulse_source, g_source_remove);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), state == PLATEN_UPLOAD_STATE_RUNNING);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), !ended);
  gtk_widget_set_visible (GTK_WIDGET (self->dismiss_button), ended);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), state == PLATEN_UPLOAD_STATE_DONE);
}

static void
platen_upload_row_cancel_cb (PlatenUploadRow *self)
{
  g_assert (PLATEN_IS_UPLOAD_ROW (self));

  platen_upload_cancel (self->upload);
}

static void
platen_upload_row_dismiss_cb (PlatenUploadRow *self)
{
  g_assert (PLATEN_IS_UPLOAD_ROW (self));

  platen_uploads_remove (self->uploads, self->upload);
}

static void
platen_upload_row_open_cb (PlatenUploadRow *self)
{
  g_assert (PLATEN_IS_UPLOAD_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "s",
                              platen_upload_get_project_id (self->upload));
  platen_uploads_remove (self->uploads, self->upload);
}

static void
platen_upload_row_dispose (GObject *object)
{
  PlatenUploadRow *self = (PlatenUploadRow *)object;

  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->upload);
  g_clear_object (&self->uploads);

  G_OBJECT_CLASS (platen_upload_row_parent_class)->dispose (object);
}

static void
platen_upload_row_class_init (PlatenUploadRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_upload_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/projects/platen-upload-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadRow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadRow, details);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadRow, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadRow, progress);
  gtk_widget_class_bind_template_callback (widget_class, platen_upload_row_cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_upload_row_dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_upload_row_open_cb);
}

static void
platen_upload_row_init (PlatenUploadRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_upload_row_new:
 * @uploads: those of the session
 * @upload: one of them
 *
 * Returns: (transfer floating): a row for @upload
 */
GtkWidget *
platen_upload_row_new (PlatenUploads *uploads,
                       PlatenUpload  *upload)
{
  PlatenUploadRow *self;

  g_return_val_if_fail (PLATEN_IS_UPLOADS (uploads), NULL);
  g_return_val_if_fail (PLATEN_IS_UPLOAD (upload), NULL);

  self = g_object_new (PLATEN_TYPE_UPLOAD_ROW, NULL);
  self->uploads = g_object_ref (uploads);
  self->upload = g_object_ref (upload);
  gtk_label_set_label (self->name, platen_upload_get_name (upload));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), platen_upload_get_name (upload));
  g_signal_connect_object (upload, "changed",
                           G_CALLBACK (platen_upload_row_update),
                           self, G_CONNECT_SWAPPED);
  platen_upload_row_update (self);

  return GTK_WIDGET (self);
}
