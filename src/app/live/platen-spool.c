/* platen-spool.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-spool.h"

#include <glib/gi18n.h>

#include "platen-format.h"

#define SIZE   44
#define MARK   2
#define GAP    2
#define FILLED 13
#define VACANT 2

struct _PlatenSpool
{
  GtkWidget  parent_instance;

  BambuTray *tray;
  GtkWidget *labels;
};

G_DEFINE_FINAL_TYPE (PlatenSpool, platen_spool, GTK_TYPE_WIDGET)

static char *
dup_description (BambuTray *tray)
{
  const char *name = bambu_tray_get_name (tray) != NULL ? bambu_tray_get_name (tray) : bambu_tray_get_kind (tray);
  g_autofree char *percent = NULL;

  if (!bambu_tray_get_filled (tray))
    return g_strdup (_("No spool"));

  if (bambu_tray_get_remaining (tray) < 0)
    return g_strdup (name);

  percent = platen_format_percent (bambu_tray_get_remaining (tray));

  /* Translators: a filament and how much of it is on the spool, as in "PLA Basic, 80 % left" */
  return g_strdup_printf (_("%s, %s left"), name, percent);
}

static void
append_ring (GtkSnapshot   *snapshot,
             float          inset,
             float          width,
             const GdkRGBA *color)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (inset, inset, SIZE - 2 * inset, SIZE - 2 * inset);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, bounds.size.width / 2);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
platen_spool_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PlatenSpool *self = PLATEN_SPOOL (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const guint32 rgba = bambu_tray_get_color (self->tray);
  GdkRGBA text;
  GdkRGBA edge;

  gtk_style_context_get_color (style, &text);
  edge = text;
  edge.alpha *= 0.25f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - SIZE) / 2, 0));

  if (bambu_tray_get_in_use (self->tray))
    {
      GdkRGBA accent = text;

      gtk_style_context_lookup_color (style, "accent_color", &accent);
      append_ring (snapshot, 0, MARK, &accent);
    }

  if (bambu_tray_get_filled (self->tray))
    {
      append_ring (snapshot, MARK + GAP, FILLED,
                   &(GdkRGBA) {
                     .red = (rgba >> 24) / 255.0f,
                     .green = ((rgba >> 16) & 0xff) / 255.0f,
                     .blue = ((rgba >> 8) & 0xff) / 255.0f,
                     .alpha = (rgba & 0xff) / 255.0f,
                   });

      /* A white spool is to be seen on white, and a black one on black. */
      append_ring (snapshot, MARK + GAP, 1, &edge);
      append_ring (snapshot, MARK + GAP + FILLED - 1, 1, &edge);
    }
  else
    {
      append_ring (snapshot, MARK + GAP, VACANT, &edge);
    }

  gtk_snapshot_restore (snapshot);

  GTK_WIDGET_CLASS (platen_spool_parent_class)->snapshot (widget, snapshot);
}

static void
platen_spool_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  PlatenSpool *self = PLATEN_SPOOL (widget);
  int labels_minimum;
  int labels_natural;

  gtk_widget_measure (self->labels, orientation, -1, &labels_minimum, &labels_natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (labels_minimum, SIZE);
      *natural = MAX (labels_natural, SIZE);
    }
  else
    {
      *minimum = SIZE + labels_minimum;
      *natural = SIZE + labels_natural;
    }
}

static void
platen_spool_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PlatenSpool *self = PLATEN_SPOOL (widget);

  gtk_widget_size_allocate (self->labels, &(GtkAllocation) { 0, SIZE, width, height - SIZE }, -1);
}

static void
platen_spool_dispose (GObject *object)
{
  PlatenSpool *self = (PlatenSpool *)object;

  g_clear_pointer (&self->labels, gtk_widget_unparent);
  g_clear_object (&self->tray);

  G_OBJECT_CLASS (platen_spool_parent_class)->dispose (object);
}

static void
platen_spool_class_init (PlatenSpoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_spool_dispose;

  widget_class->measure = platen_spool_measure;
  widget_class->size_allocate = platen_spool_size_allocate;
  widget_class->snapshot = platen_spool_snapshot;

  gtk_widget_class_set_css_name (widget_class, "platen-spool");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
platen_spool_init (PlatenSpool *self)
{
  self->labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->labels, GTK_WIDGET (self));
}

static void
add_label (PlatenSpool *self,
           const char  *text,
           const char  *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, style);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 8);
  gtk_box_append (GTK_BOX (self->labels), label);
}

/**
 * platen_spool_new:
 * @tray: a place for a spool
 *
 * Returns: (transfer floating): a picture of @tray
 */
GtkWidget *
platen_spool_new (BambuTray *tray)
{
  PlatenSpool *self;
  g_autofree char *description = NULL;
  g_autofree char *percent = NULL;

  g_return_val_if_fail (BAMBU_IS_TRAY (tray), NULL);

  self = g_object_new (PLATEN_TYPE_SPOOL, NULL);
  self->tray = g_object_ref (tray);

  if (bambu_tray_get_remaining (tray) >= 0)
    percent = platen_format_percent (bambu_tray_get_remaining (tray));

  add_label (self, bambu_tray_get_filled (tray) ? bambu_tray_get_kind (tray) : _("Empty"),
             bambu_tray_get_filled (tray) ? "numeric" : "dim-label");
  add_label (self, percent != NULL ? percent : "", "dim-label");

  description = dup_description (tray);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, bambu_tray_get_in_use (tray) ? _("In use") : "",
                                  -1);

  return GTK_WIDGET (self);
}
