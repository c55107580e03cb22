/* platen-temperature-graph.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-temperature-graph.h"

#include <glib/gi18n.h>

#define HEIGHT    140
#define WIDTH     200
#define PADDING   6
#define LINE      2.0f
#define GRID_STEP 50
#define MIN_TOP   100

/* Two samples further apart than this have a gap between them, in microseconds. */
#define GAP (4 * PLATEN_TEMPERATURE_LOG_INTERVAL * G_USEC_PER_SEC)

struct _PlatenTemperatureGraph
{
  GtkWidget             parent_instance;

  PlatenTemperatureLog *log;
};

/* Where the curves go. */
typedef struct
{
  graphene_rect_t area;
  gint64          end;   /* what stands at the right edge */
  float           top;   /* °C at the upper edge; 0 is the lower */
} Frame;

G_DEFINE_FINAL_TYPE (PlatenTemperatureGraph, platen_temperature_graph, GTK_TYPE_WIDGET)

static float
get_top (PlatenTemperatureLog *log)
{
  float top = MIN_TOP;

  for (guint i = 0; i < platen_temperature_log_get_length (log); i++)
    {
      const PlatenTemperatureSample *sample = platen_temperature_log_get (log, i);

      for (guint j = 0; j < PLATEN_N_TEMPERATURES; j++)
        top = MAX (top, sample->values[j]);
    }

  return ((int) top / GRID_STEP + 1) * GRID_STEP;
}

static graphene_point_t
get_point (const Frame *frame,
           gint64       time,
           float        value)
{
  const float age = (float) (frame->end - time) / (PLATEN_TEMPERATURE_LOG_SPAN * (float) G_USEC_PER_SEC);

  return GRAPHENE_POINT_INIT (frame->area.origin.x + frame->area.size.width * (1 - age),
                              frame->area.origin.y + frame->area.size.height * (1 - value / frame->top));
}

static void
snapshot_scale (PlatenTemperatureGraph *self,
                GtkSnapshot            *snapshot,
                Frame                  *frame)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "000");
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  const int step = frame->top > 200 ? 2 * GRID_STEP : GRID_STEP;
  GdkRGBA color;
  int width;
  int height;

  gtk_style_context_get_color (style, &color);
  pango_layout_get_pixel_size (layout, &width, &height);
  frame->area = GRAPHENE_RECT_INIT (width + 2 * PADDING, PADDING + height / 2,
                                    gtk_widget_get_width (GTK_WIDGET (self)) - width - 3 * PADDING,
                                    gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING - height);

  for (int value = 0; value <= (int) frame->top; value += step)
    {
      const graphene_point_t left = get_point (frame, frame->end, value);
      g_autofree char *text = g_strdup_printf ("%d", value);
      GdkRGBA dim = color;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame->area.origin.x - PADDING - width, left.y - height / 2));
      dim.alpha = 0.55f * color.alpha;
      gtk_snapshot_append_layout (snapshot, layout, &dim);
      gtk_snapshot_restore (snapshot);

      dim.alpha = 0.12f * color.alpha;
      gtk_snapshot_append_color (snapshot, &dim,
                                 &GRAPHENE_RECT_INIT (frame->area.origin.x, left.y, frame->area.size.width, 1));
    }
}

/* Cairo draws lines of any slope; the floor of the toolkit has no paths of its own. */
static void
draw_curve (PlatenTemperatureGraph *self,
            cairo_t                *cr,
            const Frame            *frame,
            PlatenTemperature       temperature)
{
  gint64 before = G_MININT64;

  for (guint i = 0; i < platen_temperature_log_get_length (self->log); i++)
    {
      const PlatenTemperatureSample *sample = platen_temperature_log_get (self->log, i);
      const float value = sample->values[temperature];
      graphene_point_t point;

      if (value < 0)
        {
          before = G_MININT64;
          continue;
        }

      point = get_point (frame, sample->time, value);

      if (before == G_MININT64 || sample->time - before > GAP)
        cairo_move_to (cr, point.x, point.y);
      else
        cairo_line_to (cr, point.x, point.y);

      /* One alone is a dot. */
      if (before == G_MININT64)
        cairo_line_to (cr, point.x, point.y);

      before = sample->time;
    }

  cairo_stroke (cr);
}

static void
platen_temperature_graph_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  PlatenTemperatureGraph *self = PLATEN_TEMPERATURE_GRAPH (widget);
  Frame frame = { .end = g_get_monotonic_time (), .top = MIN_TOP };
  cairo_t *cr;

  if (self->log == NULL)
    return;

  frame.top = get_top (self->log);
  snapshot_scale (self, snapshot, &frame);

  if (frame.area.size.width <= 0 || frame.area.size.height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &frame.area);
  cairo_rectangle (cr, frame.area.origin.x, frame.area.origin.y, frame.area.size.width, frame.area.size.height);
  cairo_clip (cr);
  cairo_set_line_width (cr, LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  for (int temperature = 0; temperature < PLATEN_N_TEMPERATURES; temperature++)
    {
      GdkRGBA color;

      platen_temperature_graph_get_color (temperature, &color);
      gdk_cairo_set_source_rgba (cr, &color);
      draw_curve (self, cr, &frame, temperature);
    }

  cairo_destroy (cr);
}

static void
platen_temperature_graph_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
platen_temperature_graph_dispose (GObject *object)
{
  PlatenTemperatureGraph *self = (PlatenTemperatureGraph *)object;

  platen_temperature_graph_set_log (self, NULL);

  G_OBJECT_CLASS (platen_temperature_graph_parent_class)->dispose (object);
}

static void
platen_temperature_graph_class_init (PlatenTemperatureGraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_temperature_graph_dispose;

  widget_class->measure = platen_temperature_graph_measure;
  widget_class->snapshot = platen_temperature_graph_snapshot;

  gtk_widget_class_set_css_name (widget_class, "temperature-graph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
platen_temperature_graph_init (PlatenTemperatureGraph *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Temperatures of the last hour"),
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Temperatures of the last hour"));
}

/**
 * platen_temperature_graph_new:
 *
 * Returns: (transfer floating): a graph of nothing yet
 */
GtkWidget *
platen_temperature_graph_new (void)
{
  return g_object_new (PLATEN_TYPE_TEMPERATURE_GRAPH, NULL);
}

/**
 * platen_temperature_graph_set_log:
 * @self: a #PlatenTemperatureGraph
 * @log: (nullable): what to show
 */
void
platen_temperature_graph_set_log (PlatenTemperatureGraph *self,
                                  PlatenTemperatureLog   *log)
{
  g_return_if_fail (PLATEN_IS_TEMPERATURE_GRAPH (self));
  g_return_if_fail (log == NULL || PLATEN_IS_TEMPERATURE_LOG (log));

  if (self->log == log)
    return;

  if (self->log != NULL)
    g_signal_handlers_disconnect_by_data (self->log, self);

  g_set_object (&self->log, log);

  if (log != NULL)
    g_signal_connect_object (log, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * platen_temperature_graph_get_color:
 * @temperature: what has a temperature
 * @color: (out): the colour of its curve, which can be told from the others in light and dark
 */
void
platen_temperature_graph_get_color (PlatenTemperature  temperature,
                                    GdkRGBA           *color)
{
  static const char * const colors[] = { "#e01b24", "#e66100", "#3584e4", "#2ec27e" };

  g_return_if_fail (temperature < PLATEN_N_TEMPERATURES);

  gdk_rgba_parse (color, colors[temperature]);
}
