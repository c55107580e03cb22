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
  GtkFlowBoxChild  parent_instance;

  BambuPlate      *plate;

  GtkLabel        *number;
  PlatenPicture   *picture;
};

G_DEFINE_FINAL_TYPE (PlatenPlateThumb, platen_plate_thumb, GTK_TYPE_FLOW_BOX_CHILD)

static void
platen_plate_thumb_update (PlatenPlateThumb *self)
{
  g_autofree char *number = g_strdup_printf ("%d", bambu_plate_get_index (self->plate));
  g_autofree char *title = platen_plate_dup_title (self->plate);

  g_assert (PLATEN_IS_PLATE_THUMB (self));

  gtk_label_set_label (self->number, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  platen_picture_set_uri (self->picture, bambu_plate_get_thumbnail (self->plate));
}

static void
platen_plate_thumb_dispose (GObject *object)
{
  PlatenPlateThumb *self = (PlatenPlateThumb *)object;

  g_clear_object (&self->plate);

  G_OBJECT_CLASS (platen_plate_thumb_parent_class)->dispose (object);
}

static void
platen_plate_thumb_class_init (PlatenPlateThumbClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_plate_thumb_dispose;

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
 * @plate: the plate to show
 *
 * Returns: (transfer floating): a thumb of @plate
 */
GtkWidget *
platen_plate_thumb_new (BambuPlate *plate)
{
  PlatenPlateThumb *self;

  g_return_val_if_fail (BAMBU_IS_PLATE (plate), NULL);

  self = g_object_new (PLATEN_TYPE_PLATE_THUMB, NULL);
  self->plate = g_object_ref (plate);
  g_signal_connect_object (plate, "notify",
                           G_CALLBACK (platen_plate_thumb_update),
                           self, G_CONNECT_SWAPPED);
  platen_plate_thumb_update (self);

  return GTK_WIDGET (self);
}

/**
 * platen_plate_thumb_get_plate:
 * @self: a #PlatenPlateThumb
 *
 * Returns: (transfer none): its plate
 */
BambuPlate *
platen_plate_thumb_get_plate (PlatenPlateThumb *self)
{
  g_return_val_if_fail (PLATEN_IS_PLATE_THUMB (self), NULL);

  return self->plate;
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
