/* platen-filament-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-filament-group.h"

#include <glib/gi18n.h>

#include "bambu-ams.h"
#include "platen-format.h"
#include "platen-live-text.h"
#include "platen-spool.h"

#define FIRST_SINGLE 128

struct _PlatenFilamentGroup
{
  AdwPreferencesGroup  parent_instance;

  BambuDevice         *device;
  GtkFlowBox          *boxes;
  guint                update_id;
};

G_DEFINE_FINAL_TYPE (PlatenFilamentGroup, platen_filament_group, ADW_TYPE_PREFERENCES_GROUP)

/* By letters, as the vendor does. */
static char *
dup_title (BambuAms *ams)
{
  const int number = bambu_ams_get_number (ams);

  if (number >= FIRST_SINGLE)
    /* Translators: a unit for a single spool; by its letter, as in "AMS HT A" */
    return g_strdup_printf (_("AMS HT %c"), 'A' + (number - FIRST_SINGLE) % 26);

  /* Translators: a unit for several spools; by its letter, as in "AMS A" */
  return g_strdup_printf (_("AMS %c"), 'A' + number % 26);
}

static char *
dup_climate (BambuAms *ams)
{
  g_autofree char *temperature = platen_live_dup_temperature (bambu_ams_get_temperature (ams), 0);
  g_autofree char *humidity = NULL;

  if (bambu_ams_get_humidity (ams) >= 0)
    {
      g_autofree char *percent = platen_format_percent (bambu_ams_get_humidity (ams));

      /* Translators: a humidity, as in "23 % humid" */
      humidity = g_strdup_printf (_("%s humid"), percent);
    }
  else if (bambu_ams_get_humidity_level (ams) >= 0)
    {
      /* Translators: how dry it is in a unit, from 1 (wet) to 5 */
      humidity = g_strdup_printf (_("Dryness %d of 5"), bambu_ams_get_humidity_level (ams));
    }

  if (temperature != NULL && humidity != NULL)
    return g_strjoin (" · ", humidity, temperature, NULL);

  return humidity != NULL ? g_steal_pointer (&humidity) : g_steal_pointer (&temperature);
}

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_box (PlatenFilamentGroup *self,
         const char          *title,
         const char          *climate,
         GListModel          *trays)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *spools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "ams");
  gtk_box_append (GTK_BOX (box), create_label (title, "caption-heading"));
  gtk_box_append (GTK_BOX (box), spools);

  for (guint i = 0; i < g_list_model_get_n_items (trays); i++)
    {
      g_autoptr(BambuTray) tray = g_list_model_get_item (trays, i);

      gtk_box_append (GTK_BOX (spools), platen_spool_new (tray));
    }

  if (climate != NULL)
    gtk_box_append (GTK_BOX (box), create_label (climate, "dim-label"));

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  gtk_flow_box_append (self->boxes, child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
update_cb (gpointer user_data)
{
  PlatenFilamentGroup *self = user_data;
  GListModel *units = bambu_device_get_ams (self->device);
  GListModel *spools = bambu_device_get_external_spools (self->device);
  GtkWidget *child;
  gboolean outside = FALSE;

  self->update_id = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->boxes))))
    gtk_flow_box_remove (self->boxes, child);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(BambuAms) ams = g_list_model_get_item (units, i);
      g_autofree char *title = dup_title (ams);
      g_autofree char *climate = dup_climate (ams);

      add_box (self, title, climate, bambu_ams_get_trays (ams));
    }

  /* Most have a holder at their back that is never used. */
  for (guint i = 0; i < g_list_model_get_n_items (spools); i++)
    {
      g_autoptr(BambuTray) tray = g_list_model_get_item (spools, i);

      outside |= bambu_tray_get_filled (tray);
    }

  if (outside)
    add_box (self, _("External Spool"), NULL, spools);

  gtk_widget_set_visible (GTK_WIDGET (self), outside || g_list_model_get_n_items (units) > 0);

  return G_SOURCE_REMOVE;
}

/* Several things change at once. */
static void
platen_filament_group_queue_update (PlatenFilamentGroup *self)
{
  g_assert (PLATEN_IS_FILAMENT_GROUP (self));

  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
platen_filament_group_follow_units (PlatenFilamentGroup *self)
{
  GListModel *units = bambu_device_get_ams (self->device);

  g_assert (PLATEN_IS_FILAMENT_GROUP (self));

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(BambuAms) ams = g_list_model_get_item (units, i);

      g_signal_handlers_disconnect_by_data (ams, self);
      g_signal_handlers_disconnect_by_data (bambu_ams_get_trays (ams), self);
      g_signal_connect_object (ams, "notify", G_CALLBACK (platen_filament_group_queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bambu_ams_get_trays (ams), "items-changed",
                               G_CALLBACK (platen_filament_group_queue_update), self, G_CONNECT_SWAPPED);
    }

  platen_filament_group_queue_update (self);
}

static void
platen_filament_group_dispose (GObject *object)
{
  PlatenFilamentGroup *self = (PlatenFilamentGroup *)object;

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->device);

  G_OBJECT_CLASS (platen_filament_group_parent_class)->dispose (object);
}

static void
platen_filament_group_class_init (PlatenFilamentGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = platen_filament_group_dispose;
}

static void
platen_filament_group_init (PlatenFilamentGroup *self)
{
  self->boxes = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->boxes, GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (self->boxes, 12);
  gtk_flow_box_set_row_spacing (self->boxes, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->boxes));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Filament"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * platen_filament_group_set_device:
 * @self: a #PlatenFilamentGroup
 * @device: whose filament to show; to be set once
 */
void
platen_filament_group_set_device (PlatenFilamentGroup *self,
                                  BambuDevice         *device)
{
  g_return_if_fail (PLATEN_IS_FILAMENT_GROUP (self));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->device = g_object_ref (device);
  g_signal_connect_object (bambu_device_get_ams (device), "items-changed",
                           G_CALLBACK (platen_filament_group_follow_units), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_device_get_external_spools (device), "items-changed",
                           G_CALLBACK (platen_filament_group_queue_update), self, G_CONNECT_SWAPPED);
  platen_filament_group_follow_units (self);
}
