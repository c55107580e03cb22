/* platen-profile-details.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-profile-details.h"

#include <glib/gi18n.h>

#include "platen-format.h"
#include "platen-swatch.h"
#include "platen-value-row.h"

/* As many filaments as fit into a print's four AMS units. */
#define MAX_SWATCHES 16

struct _PlatenProfileDetails
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *compatibility_group;
  PlatenValueRow      *length_row;
  PlatenValueRow      *materials_row;
  PlatenValueRow      *nozzle_row;
  PlatenValueRow      *printer_row;
  GtkWidget           *swatches;
  PlatenValueRow      *time_row;
  AdwPreferencesGroup *totals_group;
  PlatenValueRow      *weight_row;
};

typedef struct
{
  gint64 seconds;
  double grams;
  double meters;
} Totals;

G_DEFINE_FINAL_TYPE (PlatenProfileDetails, platen_profile_details, ADW_TYPE_BIN)

static void
totals_add_plate (Totals     *totals,
                  BambuPlate *plate)
{
  GListModel *filaments = bambu_plate_get_filaments (plate);
  guint n_filaments = g_list_model_get_n_items (filaments);

  /* What is not told is negative. */
  totals->seconds += MAX (0, bambu_plate_get_prediction (plate));
  totals->grams += MAX (0, bambu_plate_get_grams (plate));

  for (guint i = 0; i < n_filaments; i++)
    {
      g_autoptr(BambuFilament) filament = g_list_model_get_item (filaments, i);

      totals->meters += MAX (0, bambu_filament_get_meters (filament));
    }
}

static void
platen_profile_details_show_totals (PlatenProfileDetails *self,
                                    GListModel           *plates)
{
  guint n_plates = g_list_model_get_n_items (plates);
  g_autofree char *title = NULL;
  Totals totals = { 0 };

  g_assert (PLATEN_IS_PROFILE_DETAILS (self));

  for (guint i = 0; i < n_plates; i++)
    {
      g_autoptr(BambuPlate) plate = g_list_model_get_item (plates, i);

      totals_add_plate (&totals, plate);
    }

  title = g_strdup_printf (ngettext ("%u Plate", "All %u Plates", n_plates), n_plates);
  adw_preferences_group_set_title (self->totals_group, title);
  platen_value_row_take_value (self->time_row,
                               totals.seconds > 0 ? platen_format_duration (MIN (totals.seconds, G_MAXINT)) : NULL);
  platen_value_row_take_value (self->weight_row, totals.grams > 0 ? platen_format_grams (totals.grams) : NULL);
  platen_value_row_take_value (self->length_row, totals.meters > 0 ? platen_format_meters (totals.meters) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->totals_group),
                          n_plates > 1 && (totals.seconds > 0 || totals.grams > 0 || totals.meters > 0));
}

/* Each type once, in the order of the profile. */
static char *
platen_profile_details_join_materials (GListModel *materials)
{
  g_autoptr(GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  guint n_materials = g_list_model_get_n_items (materials);

  for (guint i = 0; i < n_materials; i++)
    {
      g_autoptr(BambuFilament) material = g_list_model_get_item (materials, i);
      const char *kind = bambu_filament_get_kind (material);

      if (kind != NULL && *kind != 0 && !g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, g_strdup (kind));
    }

  g_ptr_array_add (kinds, NULL);

  return g_strjoinv (", ", (char **)kinds->pdata);
}

/* A dot in the colour of each. */
static void
platen_profile_details_show_swatches (PlatenProfileDetails *self,
                                      GListModel           *materials)
{
  guint n_materials = g_list_model_get_n_items (materials);
  GtkWidget *swatch;

  g_assert (PLATEN_IS_PROFILE_DETAILS (self));

  while ((swatch = gtk_widget_get_first_child (self->swatches)))
    gtk_box_remove (GTK_BOX (self->swatches), swatch);

  for (guint i = 0; i < MIN (n_materials, MAX_SWATCHES); i++)
    {
      g_autoptr(BambuFilament) material = g_list_model_get_item (materials, i);

      swatch = platen_swatch_new ();
      platen_swatch_set_filament (PLATEN_SWATCH (swatch), material);
      gtk_box_append (GTK_BOX (self->swatches), swatch);
    }
}

static void
platen_profile_details_show_compatibility (PlatenProfileDetails *self,
                                           BambuProfile         *profile)
{
  double nozzle = bambu_profile_get_nozzle_diameter (profile);

  g_assert (PLATEN_IS_PROFILE_DETAILS (self));

  platen_value_row_set_value (self->printer_row, bambu_profile_get_model_name (profile));
  platen_value_row_take_value (self->nozzle_row,
                               /* Translators: the diameter of a nozzle in millimetres */
                               nozzle > 0 ? g_strdup_printf (_("%.1f mm"), nozzle) : NULL);
  platen_value_row_take_value (self->materials_row,
                               platen_profile_details_join_materials (bambu_profile_get_materials (profile)));
  platen_profile_details_show_swatches (self, bambu_profile_get_materials (profile));
  gtk_widget_set_visible (GTK_WIDGET (self->compatibility_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->printer_row)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->nozzle_row)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->materials_row)));
}

static void
platen_profile_details_class_init (PlatenProfileDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLATEN_TYPE_VALUE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-profile-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, compatibility_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, length_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, materials_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, nozzle_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, printer_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, swatches);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, time_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, totals_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenProfileDetails, weight_row);
}

static void
platen_profile_details_init (PlatenProfileDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_profile_details_set_profile:
 * @self: a #PlatenProfileDetails
 * @profile: (nullable): the profile to show, or %NULL to show nothing
 */
void
platen_profile_details_set_profile (PlatenProfileDetails *self,
                                    BambuProfile         *profile)
{
  g_return_if_fail (PLATEN_IS_PROFILE_DETAILS (self));
  g_return_if_fail (profile == NULL || BAMBU_IS_PROFILE (profile));

  gtk_widget_set_visible (GTK_WIDGET (self), profile != NULL);

  if (profile == NULL)
    return;

  platen_profile_details_show_totals (self, bambu_profile_get_plates (profile));
  platen_profile_details_show_compatibility (self, profile);
}

/**
 * platen_profile_dup_title:
 * @profile: a profile
 *
 * Returns: (transfer full): what to call it: its name and what it was sliced for, as far as they are known
 */
char *
platen_profile_dup_title (BambuProfile *profile)
{
  const char *name;
  const char *model;

  g_return_val_if_fail (BAMBU_IS_PROFILE (profile), NULL);

  name = bambu_profile_get_name (profile);
  model = bambu_profile_get_model_name (profile);

  if (name == NULL || *name == 0)
    name = _("Unnamed profile");

  if (model == NULL || *model == 0)
    return g_strdup (name);

  return g_strdup_printf ("%s · %s", name, model);
}
