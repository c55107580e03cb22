/* platen-live-panel.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-live-panel.h"

#include <glib/gi18n.h>

#include "bambu-module.h"
#include "bambu-nozzle.h"
#include "platen-attention-group.h"
#include "platen-control-group.h"
#include "platen-filament-group.h"
#include "platen-format.h"
#include "platen-live-text.h"
#include "platen-swatch.h"
#include "platen-temperature-graph.h"
#include "platen-value-row.h"

/* Reports come several times a second; numbers are read. */
#define INTERVAL_MS 500

struct _PlatenLivePanel
{
  AdwBin parent_instance;

  BambuDevice *device;
  GPtrArray   *modules;     /* their rows */
  guint        update_id;

  PlatenAttentionGroup   *attention_group;
  PlatenValueRow         *bed_row;
  PlatenSwatch           *bed_swatch;
  PlatenValueRow         *chamber_row;
  PlatenSwatch           *chamber_swatch;
  PlatenControlGroup     *control_group;
  PlatenValueRow         *door_row;
  PlatenValueRow         *aux_fan_row;
  PlatenValueRow         *chamber_fan_row;
  PlatenValueRow         *part_fan_row;
  PlatenFilamentGroup    *filament_group;
  PlatenTemperatureGraph *graph;
  PlatenValueRow         *layer_row;
  AdwPreferencesGroup    *module_group;
  AdwExpanderRow         *module_row;
  PlatenValueRow         *nozzle_row;
  PlatenSwatch           *nozzle_swatch;
  PlatenValueRow         *second_nozzle_row;
  PlatenSwatch           *second_nozzle_swatch;
  PlatenValueRow         *speed_row;
  PlatenValueRow         *stage_row;
  PlatenValueRow         *wifi_row;
};

G_DEFINE_FINAL_TYPE (PlatenLivePanel, platen_live_panel, ADW_TYPE_BIN)

static void
update_fan (PlatenValueRow *row,
            int             percent)
{
  platen_value_row_take_value (row, percent >= 0 ? platen_format_percent (percent) : NULL);
}

static void
update_now (PlatenLivePanel *self)
{
  const int door = bambu_device_get_door (self->device);
  const int wifi = bambu_device_get_wifi_signal (self->device);
  gboolean shows_speed;

  platen_value_row_set_value (self->stage_row, platen_live_stage_name (bambu_device_get_stage (self->device)));
  platen_value_row_take_value (self->layer_row, platen_live_dup_layers (self->device));

  /* Where it can be chosen, it is to be seen there. */
  shows_speed = bambu_device_get_has_print (self->device) &&
                bambu_device_get_control (self->device) != BAMBU_CONTROL_ALLOWED;
  platen_value_row_set_value (self->speed_row,
                              shows_speed ? platen_live_speed_name (bambu_device_get_speed_level (self->device)) : NULL);
  update_fan (self->part_fan_row, bambu_device_get_part_fan (self->device));
  update_fan (self->aux_fan_row, bambu_device_get_aux_fan (self->device));
  update_fan (self->chamber_fan_row, bambu_device_get_chamber_fan (self->device));
  platen_value_row_set_value (self->door_row, door < 0 ? NULL : door > 0 ? C_("door", "Open") : C_("door", "Closed"));
  /* Translators: the strength of a signal in decibels over a milliwatt; it is below 0 */
  platen_value_row_take_value (self->wifi_row, wifi < 0 ? g_strdup_printf (_("%d dBm"), wifi) : NULL);
}

static void
update_nozzle (PlatenLivePanel *self,
               PlatenValueRow  *row,
               guint            position)
{
  g_autoptr(BambuNozzle) nozzle = g_list_model_get_item (bambu_device_get_nozzles (self->device), position);

  platen_value_row_take_value (row,
                               nozzle != NULL
                               ? platen_live_dup_temperature (bambu_nozzle_get_temperature (nozzle),
                                                              bambu_nozzle_get_target (nozzle))
                               : NULL);
}

static void
update_temperatures (PlatenLivePanel *self)
{
  const gboolean has_two = g_list_model_get_n_items (bambu_device_get_nozzles (self->device)) > 1;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->nozzle_row), has_two ? _("Right Nozzle") : _("Nozzle"));
  update_nozzle (self, self->nozzle_row, 0);
  update_nozzle (self, self->second_nozzle_row, 1);
  platen_value_row_take_value (self->bed_row,
                               platen_live_dup_temperature (bambu_device_get_bed_temperature (self->device),
                                                            bambu_device_get_bed_target (self->device)));
  platen_value_row_take_value (self->chamber_row,
                               platen_live_dup_temperature (bambu_device_get_chamber_temperature (self->device),
                                                            bambu_device_get_chamber_target (self->device)));
}

static gboolean
update_cb (gpointer user_data)
{
  PlatenLivePanel *self = user_data;

  self->update_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), bambu_device_get_live (self->device));
  update_now (self);
  update_temperatures (self);

  return G_SOURCE_REMOVE;
}

static void
platen_live_panel_queue_update (PlatenLivePanel *self)
{
  g_assert (PLATEN_IS_LIVE_PANEL (self));

  if (self->update_id == 0)
    self->update_id = g_timeout_add (INTERVAL_MS, update_cb, self);
}

static void
platen_live_panel_update_modules (PlatenLivePanel *self)
{
  GListModel *modules = bambu_device_get_modules (self->device);

  g_assert (PLATEN_IS_LIVE_PANEL (self));

  for (guint i = 0; i < self->modules->len; i++)
    adw_expander_row_remove (self->module_row, g_ptr_array_index (self->modules, i));

  g_ptr_array_set_size (self->modules, 0);

  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(BambuModule) module = g_list_model_get_item (modules, i);
      GtkWidget *row = platen_value_row_new ();
      const char *product = bambu_module_get_product (module);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), product != NULL ? product : bambu_module_get_name (module));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), product != NULL ? bambu_module_get_name (module) : "");
      platen_value_row_set_value (PLATEN_VALUE_ROW (row), bambu_module_get_firmware (module));
      adw_expander_row_add_row (self->module_row, row);
      g_ptr_array_add (self->modules, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->module_group), self->modules->len > 0);
}

static void
show_color (PlatenSwatch      *swatch,
            PlatenTemperature  temperature)
{
  GdkRGBA color;

  platen_temperature_graph_get_color (temperature, &color);
  platen_swatch_set_color (swatch,
                           (guint32) (color.red * 255) << 24 | (guint32) (color.green * 255) << 16 |
                           (guint32) (color.blue * 255) << 8 | 0xff);
  gtk_widget_set_has_tooltip (GTK_WIDGET (swatch), FALSE);
}

static void
platen_live_panel_dispose (GObject *object)
{
  PlatenLivePanel *self = (PlatenLivePanel *)object;

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->device);

  G_OBJECT_CLASS (platen_live_panel_parent_class)->dispose (object);
}

static void
platen_live_panel_finalize (GObject *object)
{
  PlatenLivePanel *self = (PlatenLivePanel *)object;

  g_ptr_array_unref (self->modules);

  G_OBJECT_CLASS (platen_live_panel_parent_class)->finalize (object);
}

static void
platen_live_panel_class_init (PlatenLivePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_live_panel_dispose;
  object_class->finalize = platen_live_panel_finalize;

  g_type_ensure (PLATEN_TYPE_ATTENTION_GROUP);
  g_type_ensure (PLATEN_TYPE_CONTROL_GROUP);
  g_type_ensure (PLATEN_TYPE_FILAMENT_GROUP);
  g_type_ensure (PLATEN_TYPE_SWATCH);
  g_type_ensure (PLATEN_TYPE_TEMPERATURE_GRAPH);
  g_type_ensure (PLATEN_TYPE_VALUE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/live/platen-live-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, attention_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, bed_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, bed_swatch);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, chamber_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, chamber_swatch);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, control_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, door_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, aux_fan_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, chamber_fan_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, part_fan_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, filament_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, graph);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, layer_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, module_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, module_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, nozzle_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, nozzle_swatch);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, second_nozzle_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, second_nozzle_swatch);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, speed_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, stage_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenLivePanel, wifi_row);
}

static void
platen_live_panel_init (PlatenLivePanel *self)
{
  self->modules = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_color (self->nozzle_swatch, PLATEN_TEMPERATURE_NOZZLE);
  show_color (self->second_nozzle_swatch, PLATEN_TEMPERATURE_SECOND_NOZZLE);
  show_color (self->bed_swatch, PLATEN_TEMPERATURE_BED);
  show_color (self->chamber_swatch, PLATEN_TEMPERATURE_CHAMBER);
}

/**
 * platen_live_panel_set_device:
 * @self: a #PlatenLivePanel
 * @session: whose printer it is
 * @device: whose reports to show; to be set once
 */
void
platen_live_panel_set_device (PlatenLivePanel *self,
                              BambuSession    *session,
                              BambuDevice     *device)
{
  g_return_if_fail (PLATEN_IS_LIVE_PANEL (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->device = g_object_ref (device);
  platen_attention_group_set_device (self->attention_group, device);
  platen_control_group_set_device (self->control_group, session, device);
  platen_filament_group_set_device (self->filament_group, device);
  platen_temperature_graph_set_log (self->graph, platen_temperature_log_get_for_device (device));

  /* Nozzles change along with something else of the printer, and else are read with the next. */
  g_signal_connect_object (device, "notify",
                           G_CALLBACK (platen_live_panel_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (platen_temperature_log_get_for_device (device), "changed",
                           G_CALLBACK (platen_live_panel_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_device_get_modules (device), "items-changed",
                           G_CALLBACK (platen_live_panel_update_modules), self, G_CONNECT_SWAPPED);
  platen_live_panel_update_modules (self);
  update_cb (self);
}
