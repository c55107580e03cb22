/* platen-picture-draw.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-picture-draw.h"

#include <math.h>

#define ICON_ALPHA 0.55

/**
 * platen_picture_draw_icon:
 * @widget: a widget
 * @snapshot: where to draw
 * @icon_name: a symbolic icon
 * @size: its width and height in pixels
 *
 * Draws an icon in the middle of @widget. It is no child of its own: of hundreds of cells most are never seen.
 */
void
platen_picture_draw_icon (GtkWidget   *widget,
                          GtkSnapshot *snapshot,
                          const char  *icon_name,
                          int          size)
{
  g_autoptr(GtkIconPaintable) icon = NULL;
  GdkRGBA color;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (icon_name != NULL);

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                     icon_name,
                                     NULL,
                                     size,
                                     gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget),
                                     GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= ICON_ALPHA;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - size) / 2,
                                                (gtk_widget_get_height (widget) - size) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, &color, 1);
  gtk_snapshot_restore (snapshot);
}

/**
 * platen_picture_draw_texture:
 * @widget: a widget
 * @snapshot: where to draw
 * @texture: a picture
 * @opacity: how much of it is to be seen, from 0 to 1
 *
 * Draws a picture in the middle of @widget, as large as fits and never stretched.
 */
void
platen_picture_draw_texture (GtkWidget   *widget,
                             GtkSnapshot *snapshot,
                             GdkTexture  *texture,
                             double       opacity)
{
  double width;
  double height;
  double shown_width;
  double shown_height;
  double ratio;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (GDK_IS_TEXTURE (texture));

  width = gtk_widget_get_width (widget);
  height = gtk_widget_get_height (widget);
  ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (texture));
  shown_width = MIN (width, round (height * ratio));
  shown_height = MIN (height, round (width / ratio));

  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);

  gtk_snapshot_append_texture (snapshot,
                               texture,
                               &GRAPHENE_RECT_INIT (floor ((width - shown_width) / 2),
                                                    floor ((height - shown_height) / 2),
                                                    shown_width,
                                                    shown_height));

  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}
