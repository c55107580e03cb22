/* platen-swatch.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-swatch.h"

#include <glib/gi18n.h>

struct _PlatenSwatch
{
  GtkWidget      parent_instance;

  BambuFilament *filament;
  guint32        color;
  gboolean       known;
};

enum {
  PROP_0,
  PROP_FILAMENT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenSwatch, platen_swatch, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_swatch_update (PlatenSwatch *self)
{
  g_autofree char *label = NULL;

  g_assert (PLATEN_IS_SWATCH (self));

  if (self->known)
    /* Translators: a filament's colour, as in #00AE42 */
    label = g_strdup_printf (_("Color #%06X"), self->color >> 8);
  else
    label = g_strdup (_("Color not known"));

  gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "translucent");

  if (!self->known)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
  else if ((self->color & 0xff) < 0xff)
    gtk_widget_add_css_class (GTK_WIDGET (self), "translucent");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
platen_swatch_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlatenSwatch *self = PLATEN_SWATCH (widget);
  const guint32 color = self->color;

  if (!self->known)
    return;

  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA) {
                               .red = (color >> 24) / 255.0,
                               .green = ((color >> 16) & 0xff) / 255.0,
                               .blue = ((color >> 8) & 0xff) / 255.0,
                               .alpha = (color & 0xff) / 255.0,
                             },
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
platen_swatch_dispose (GObject *object)
{
  PlatenSwatch *self = (PlatenSwatch *)object;

  g_clear_object (&self->filament);

  G_OBJECT_CLASS (platen_swatch_parent_class)->dispose (object);
}

static void
platen_swatch_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlatenSwatch *self = PLATEN_SWATCH (object);

  switch (prop_id)
    {
    case PROP_FILAMENT:
      g_value_set_object (value, self->filament);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_swatch_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlatenSwatch *self = PLATEN_SWATCH (object);

  switch (prop_id)
    {
    case PROP_FILAMENT:
      platen_swatch_set_filament (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_swatch_class_init (PlatenSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_swatch_dispose;
  object_class->get_property = platen_swatch_get_property;
  object_class->set_property = platen_swatch_set_property;

  widget_class->snapshot = platen_swatch_snapshot;

  properties[PROP_FILAMENT] =
    g_param_spec_object ("filament", NULL, NULL,
                         BAMBU_TYPE_FILAMENT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "platen-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
platen_swatch_init (PlatenSwatch *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  platen_swatch_update (self);
}

/**
 * platen_swatch_new:
 *
 * Returns: (transfer floating): a swatch of no known colour
 */
GtkWidget *
platen_swatch_new (void)
{
  return g_object_new (PLATEN_TYPE_SWATCH, NULL);
}

/**
 * platen_swatch_set_filament:
 * @self: a #PlatenSwatch
 * @filament: (nullable): whose colour to show
 */
void
platen_swatch_set_filament (PlatenSwatch  *self,
                            BambuFilament *filament)
{
  g_return_if_fail (PLATEN_IS_SWATCH (self));
  g_return_if_fail (filament == NULL || BAMBU_IS_FILAMENT (filament));

  if (!g_set_object (&self->filament, filament))
    return;

  self->known = filament != NULL && bambu_filament_get_has_color (filament);
  self->color = self->known ? bambu_filament_get_color (filament) : 0;
  platen_swatch_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILAMENT]);
}

/**
 * platen_swatch_set_color:
 * @self: a #PlatenSwatch
 * @color: a colour, 0xRRGGBBAA
 *
 * Shows a colour that is not one of a plate's filaments.
 */
void
platen_swatch_set_color (PlatenSwatch *self,
                         guint32       color)
{
  g_return_if_fail (PLATEN_IS_SWATCH (self));

  platen_swatch_set_filament (self, NULL);
  self->known = TRUE;
  self->color = color;
  platen_swatch_update (self);
}
