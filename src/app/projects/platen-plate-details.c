/* platen-plate-details.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-plate-details.h"

#include <glib/gi18n.h>

#include "platen-filament-row.h"
#include "platen-format.h"
#include "platen-value-row.h"

struct _PlatenPlateDetails
{
  AdwBin               parent_instance;

  BambuPlate          *plate;

  GtkListBox          *filaments;
  AdwPreferencesGroup *filaments_group;
  AdwPreferencesGroup *group;
  PlatenValueRow      *time_row;
  PlatenValueRow      *weight_row;
};

G_DEFINE_FINAL_TYPE (PlatenPlateDetails, platen_plate_details, ADW_TYPE_BIN)

static GtkWidget *
platen_plate_details_create_row_cb (gpointer item,
                                    gpointer user_data)
{
  return platen_filament_row_new (item);
}

static void
platen_plate_details_dispose (GObject *object)
{
  PlatenPlateDetails *self = (PlatenPlateDetails *)object;

  g_clear_object (&self->plate);

  G_OBJECT_CLASS (platen_plate_details_parent_class)->dispose (object);
}

static void
platen_plate_details_class_init (PlatenPlateDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_plate_details_dispose;

  g_type_ensure (PLATEN_TYPE_VALUE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-plate-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateDetails, filaments);
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateDetails, filaments_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateDetails, group);
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateDetails, time_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateDetails, weight_row);
}

static void
platen_plate_details_init (PlatenPlateDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_plate_details_set_plate:
 * @self: a #PlatenPlateDetails
 * @plate: (nullable): the plate to show, or %NULL to show nothing
 *
 * To be called again when @plate was told anew.
 */
void
platen_plate_details_set_plate (PlatenPlateDetails *self,
                                BambuPlate         *plate)
{
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  GListModel *filaments;

  g_return_if_fail (PLATEN_IS_PLATE_DETAILS (self));
  g_return_if_fail (plate == NULL || BAMBU_IS_PLATE (plate));

  gtk_widget_set_visible (GTK_WIDGET (self), plate != NULL);

  if (plate == NULL)
    return;

  title = platen_plate_dup_title (plate);
  escaped = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (self->group, escaped);

  platen_value_row_take_value (self->time_row,
                               bambu_plate_get_prediction (plate) >= 0
                                 ? platen_format_duration (bambu_plate_get_prediction (plate))
                                 : NULL);
  platen_value_row_take_value (self->weight_row,
                               bambu_plate_get_grams (plate) >= 0
                                 ? platen_format_grams (bambu_plate_get_grams (plate))
                                 : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->group),
                          gtk_widget_get_visible (GTK_WIDGET (self->time_row)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->weight_row)));

  filaments = bambu_plate_get_filaments (plate);

  if (g_set_object (&self->plate, plate))
    gtk_list_box_bind_model (self->filaments, filaments, platen_plate_details_create_row_cb, NULL, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->filaments_group), g_list_model_get_n_items (filaments) > 0);
}

/**
 * platen_plate_dup_title:
 * @plate: a plate
 *
 * Returns: (transfer full): what to call it: its name, where it has one, and its number
 */
char *
platen_plate_dup_title (BambuPlate *plate)
{
  const char *name;

  g_return_val_if_fail (BAMBU_IS_PLATE (plate), NULL);

  name = bambu_plate_get_name (plate);

  if (name == NULL || *name == 0)
    return g_strdup_printf (_("Plate %d"), bambu_plate_get_index (plate));

  /* Translators: the number of a plate, and its name */
  return g_strdup_printf (_("Plate %d: %s"), bambu_plate_get_index (plate), name);
}
