/* platen-live-line.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-live-line.h"

#include "bambu-ams.h"
#include "bambu-tray.h"
#include "platen-live-text.h"
#include "platen-swatch.h"
#include "platen-temperature-log.h"

/* As many as fit beside one another on the narrowest card. */
#define MAX_DOTS 10

/* One, but with large letters on a narrow card. */
#define MAX_LINES 2

/* Reports come several times a second; a line is read. */
#define INTERVAL_MS 500

struct _PlatenLiveLine
{
  GtkBox       parent_instance;

  BambuDevice *device;
  GtkLabel    *reason;
  GtkLabel    *label;
  GtkBox      *dots;
  guint        update_id;
};

G_DEFINE_FINAL_TYPE (PlatenLiveLine, platen_live_line, GTK_TYPE_BOX)

static guint
add_dots (PlatenLiveLine *self,
          GListModel     *trays,
          guint           n_dots)
{
  for (guint i = 0; i < g_list_model_get_n_items (trays) && n_dots < MAX_DOTS; i++)
    {
      g_autoptr(BambuTray) tray = g_list_model_get_item (trays, i);
      GtkWidget *dot;

      if (!bambu_tray_get_filled (tray))
        continue;

      dot = platen_swatch_new ();
      platen_swatch_set_color (PLATEN_SWATCH (dot), bambu_tray_get_color (tray));
      gtk_widget_set_tooltip_text (dot, bambu_tray_get_kind (tray));

      if (bambu_tray_get_in_use (tray))
        gtk_widget_add_css_class (dot, "in-use");

      gtk_box_append (self->dots, dot);
      n_dots++;
    }

  return n_dots;
}

static void
update_dots (PlatenLiveLine *self)
{
  GListModel *units = bambu_device_get_ams (self->device);
  GtkWidget *child;
  guint n_dots = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dots))))
    gtk_box_remove (self->dots, child);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(BambuAms) ams = g_list_model_get_item (units, i);

      n_dots = add_dots (self, bambu_ams_get_trays (ams), n_dots);
    }

  n_dots = add_dots (self, bambu_device_get_external_spools (self->device), n_dots);
  gtk_widget_set_visible (GTK_WIDGET (self->dots), n_dots > 0);
}

/* Why somebody has to come. */
static void
update_reason (PlatenLiveLine *self)
{
  const BambuStage stage = bambu_device_get_stage (self->device);
  const char *reason = NULL;

  if (bambu_device_get_state (self->device) == BAMBU_DEVICE_STATE_PAUSED && bambu_stage_is_fault (stage))
    reason = platen_live_stage_name (stage);

  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  PlatenLiveLine *self = user_data;
  g_autofree char *line = NULL;

  self->update_id = 0;

  if (self->device == NULL)
    return G_SOURCE_REMOVE;

  line = platen_live_dup_line (self->device);
  gtk_label_set_label (self->label, line != NULL ? line : "");
  update_reason (self);
  update_dots (self);
  gtk_widget_set_visible (GTK_WIDGET (self), line != NULL);

  return G_SOURCE_REMOVE;
}

static void
platen_live_line_queue_update (PlatenLiveLine *self)
{
  g_assert (PLATEN_IS_LIVE_LINE (self));

  if (self->update_id == 0)
    self->update_id = g_timeout_add (INTERVAL_MS, update_cb, self);
}

static void
platen_live_line_dispose (GObject *object)
{
  PlatenLiveLine *self = (PlatenLiveLine *)object;

  platen_live_line_set_device (self, NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);

  G_OBJECT_CLASS (platen_live_line_parent_class)->dispose (object);
}

static void
platen_live_line_class_init (PlatenLiveLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = platen_live_line_dispose;
}

static GtkLabel *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

static void
platen_live_line_init (PlatenLiveLine *self)
{
  self->reason = create_label ("warning");
  self->label = create_label ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");

  self->dots = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->dots));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * platen_live_line_set_device:
 * @self: a #PlatenLiveLine
 * @device: (nullable): whose reports to show
 */
void
platen_live_line_set_device (PlatenLiveLine *self,
                             BambuDevice    *device)
{
  g_return_if_fail (PLATEN_IS_LIVE_LINE (self));
  g_return_if_fail (device == NULL || BAMBU_IS_DEVICE (device));

  if (self->device == device)
    return;

  if (self->device != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->device, self);
      g_signal_handlers_disconnect_by_data (bambu_device_get_ams (self->device), self);
    }

  g_set_object (&self->device, device);

  if (device == NULL)
    return;

  /* From now on, for when somebody opens the printer. */
  platen_temperature_log_get_for_device (device);
  g_signal_connect_object (device, "notify", G_CALLBACK (platen_live_line_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_device_get_ams (device), "items-changed",
                           G_CALLBACK (platen_live_line_queue_update), self, G_CONNECT_SWAPPED);
  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
}
