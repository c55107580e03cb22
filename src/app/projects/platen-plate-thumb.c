/* platen-plate-thumb.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-plate-thumb.h"

#include "platen-plate-details.h"

struct _PlatenPlateThumb
{
  AdwBin         parent_instance;

  GtkLabel      *number;
  PlatenPicture *picture;
};

G_DEFINE_FINAL_TYPE (PlatenPlateThumb, platen_plate_thumb, ADW_TYPE_BIN)

static void
platen_plate_thumb_class_init (PlatenPlateThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLATEN_TYPE_PICTURE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-plate-thumb.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateThumb, number);
  gtk_widget_class_bind_template_child (widget_class, PlatenPlateThumb, picture);
}

static void
platen_plate_thumb_init (PlatenPlateThumb *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_plate_thumb_new:
 *
 * Returns: (transfer floating): a thumb of no plate yet
 */
GtkWidget *
platen_plate_thumb_new (void)
{
  return g_object_new (PLATEN_TYPE_PLATE_THUMB, NULL);
}

/**
 * platen_plate_thumb_get_picture:
 * @self: a #PlatenPlateThumb
 *
 * Returns: (transfer none): its picture
 */
PlatenPicture *
platen_plate_thumb_get_picture (PlatenPlateThumb *self)
{
  g_return_val_if_fail (PLATEN_IS_PLATE_THUMB (self), NULL);

  return self->picture;
}

/**
 * platen_plate_thumb_set_plate:
 * @self: a #PlatenPlateThumb
 * @plate: (nullable): the plate to show
 */
void
platen_plate_thumb_set_plate (PlatenPlateThumb *self,
                              BambuPlate       *plate)
{
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  GtkWidget *cell;

  g_return_if_fail (PLATEN_IS_PLATE_THUMB (self));
  g_return_if_fail (plate == NULL || BAMBU_IS_PLATE (plate));

  platen_picture_set_uri (self->picture, plate != NULL ? bambu_plate_get_thumbnail (plate) : NULL);

  if (plate == NULL)
    return;

  number = g_strdup_printf ("%d", bambu_plate_get_index (plate));
  title = platen_plate_dup_title (plate);
  gtk_label_set_label (self->number, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);

  /* Before GTK 4.12 the name of a cell can be given only to the widget around the child. */
  if ((cell = gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
