/* platen-filament-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-filament-row.h"

#include <glib/gi18n.h>

#include "platen-format.h"
#include "platen-swatch.h"

struct _PlatenFilamentRow
{
  AdwActionRow  parent_instance;

  GtkLabel     *grams;
  GtkLabel     *meters;
  PlatenSwatch *swatch;
};

G_DEFINE_FINAL_TYPE (PlatenFilamentRow, platen_filament_row, ADW_TYPE_ACTION_ROW)

static void
platen_filament_row_class_init (PlatenFilamentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLATEN_TYPE_SWATCH);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-filament-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenFilamentRow, grams);
  gtk_widget_class_bind_template_child (widget_class, PlatenFilamentRow, meters);
  gtk_widget_class_bind_template_child (widget_class, PlatenFilamentRow, swatch);
}

static void
platen_filament_row_init (PlatenFilamentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_filament_row_new:
 * @filament: the filament to show
 *
 * Returns: (transfer floating): a row for @filament
 */
GtkWidget *
platen_filament_row_new (BambuFilament *filament)
{
  PlatenFilamentRow *self;
  const char *kind;

  g_return_val_if_fail (BAMBU_IS_FILAMENT (filament), NULL);

  self = g_object_new (PLATEN_TYPE_FILAMENT_ROW, NULL);

  if (!(kind = bambu_filament_get_kind (filament)) || *kind == 0)
    kind = _("Unknown filament");

  platen_swatch_set_filament (self->swatch, filament);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), kind);

  if (bambu_filament_get_grams (filament) >= 0)
    {
      g_autofree char *grams = platen_format_grams (bambu_filament_get_grams (filament));

      gtk_label_set_label (self->grams, grams);
    }

  if (bambu_filament_get_meters (filament) >= 0)
    {
      g_autofree char *meters = platen_format_meters (bambu_filament_get_meters (filament));

      gtk_label_set_label (self->meters, meters);
    }

  return GTK_WIDGET (self);
}
