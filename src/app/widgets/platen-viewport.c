/* platen-viewport.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-viewport.h"

#define PLATEN_TYPE_VIEWPORT (platen_viewport_get_type ())

/* One for each scrolled window that has a watched widget in it, owned by that window. */
G_DECLARE_FINAL_TYPE (PlatenViewport, platen_viewport, PLATEN, VIEWPORT, GObject)

typedef struct
{
  PlatenViewportFunc func;
  guint              seen : 1;
  guint              told : 1;
} Watch;

struct _PlatenViewport
{
  GObject        parent_instance;

  GtkWidget     *scroller;

  /* GtkWidget to Watch; widgets are not referenced: they leave in their unmap. */
  GHashTable    *watches;

  GdkFrameClock *clock;
  gulong         layout;
  gulong         after_paint;
  guint          stale : 1;
};

G_DEFINE_FINAL_TYPE (PlatenViewport, platen_viewport, G_TYPE_OBJECT)

static G_DEFINE_QUARK (platen-viewport, platen_viewport)

static gboolean
platen_viewport_sees (PlatenViewport *self,
                      GtkWidget      *widget)
{
  graphene_rect_t bounds;
  graphene_rect_t view;

  g_assert (PLATEN_IS_VIEWPORT (self));
  g_assert (GTK_IS_WIDGET (widget));

  graphene_rect_init (&view,
                      0, 0,
                      gtk_widget_get_width (self->scroller),
                      gtk_widget_get_height (self->scroller));

  return gtk_widget_compute_bounds (widget, self->scroller, &bounds) &&
         graphene_rect_intersection (&bounds, &view, NULL);
}

static void
platen_viewport_update (PlatenViewport *self)
{
  g_autoptr(GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer widget;
  gpointer value;

  g_assert (PLATEN_IS_VIEWPORT (self));

  g_hash_table_iter_init (&iter, self->watches);

  while (g_hash_table_iter_next (&iter, &widget, &value))
    {
      gboolean seen = platen_viewport_sees (self, widget);
      Watch *watch = value;

      if (watch->told && watch->seen == seen)
        continue;

      watch->seen = seen;
      watch->told = TRUE;
      g_ptr_array_add (changed, g_object_ref (widget));
    }

  /* What is told may watch and unwatch. */
  for (guint i = 0; i < changed->len; i++)
    {
      Watch *watch = g_hash_table_lookup (self->watches, changed->pdata[i]);

      if (watch != NULL)
        watch->func (changed->pdata[i], watch->seen);
    }
}

/* Whatever moves a widget, scrolling too, goes by the layout phase; an idle window has none. */
static void
platen_viewport_layout_cb (PlatenViewport *self,
                           GdkFrameClock  *clock)
{
  g_assert (PLATEN_IS_VIEWPORT (self));

  self->stale = TRUE;
}

static void
platen_viewport_after_paint_cb (PlatenViewport *self,
                                GdkFrameClock  *clock)
{
  g_autoptr(PlatenViewport) alive = NULL;

  g_assert (PLATEN_IS_VIEWPORT (self));

  if (!self->stale)
    return;

  alive = g_object_ref (self);
  self->stale = FALSE;
  platen_viewport_update (self);
}

static void
platen_viewport_disconnect (PlatenViewport *self)
{
  g_assert (PLATEN_IS_VIEWPORT (self));

  if (self->clock == NULL)
    return;

  g_clear_signal_handler (&self->layout, self->clock);
  g_clear_signal_handler (&self->after_paint, self->clock);
  g_clear_object (&self->clock);
}

static void
platen_viewport_queue (PlatenViewport *self)
{
  g_assert (PLATEN_IS_VIEWPORT (self));

  if (self->clock == NULL)
    {
      self->clock = g_object_ref (gtk_widget_get_frame_clock (self->scroller));
      self->layout = g_signal_connect_object (self->clock, "layout",
                                              G_CALLBACK (platen_viewport_layout_cb),
                                              self, G_CONNECT_SWAPPED);
      self->after_paint = g_signal_connect_object (self->clock, "after-paint",
                                                   G_CALLBACK (platen_viewport_after_paint_cb),
                                                   self, G_CONNECT_SWAPPED);
    }

  self->stale = TRUE;
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static void
platen_viewport_dispose (GObject *object)
{
  PlatenViewport *self = (PlatenViewport *)object;

  platen_viewport_disconnect (self);

  G_OBJECT_CLASS (platen_viewport_parent_class)->dispose (object);
}

static void
platen_viewport_finalize (GObject *object)
{
  PlatenViewport *self = (PlatenViewport *)object;

  g_clear_pointer (&self->watches, g_hash_table_unref);

  G_OBJECT_CLASS (platen_viewport_parent_class)->finalize (object);
}

static void
platen_viewport_class_init (PlatenViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_viewport_dispose;
  object_class->finalize = platen_viewport_finalize;
}

static void
platen_viewport_init (PlatenViewport *self)
{
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

static PlatenViewport *
platen_viewport_new (GtkWidget *scroller)
{
  PlatenViewport *self = g_object_new (PLATEN_TYPE_VIEWPORT, NULL);

  self->scroller = scroller;
  g_signal_connect_object (scroller, "unrealize",
                           G_CALLBACK (platen_viewport_disconnect),
                           self, G_CONNECT_SWAPPED);

  return self;
}

static PlatenViewport *
platen_viewport_find (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return NULL;

  return g_object_get_qdata (G_OBJECT (scroller), platen_viewport_quark ());
}

/**
 * platen_viewport_watch:
 * @widget: a mapped widget
 * @func: what to call
 *
 * Calls @func with whether @widget is seen, once that is known and whenever it changes, until
 * platen_viewport_unwatch(). It is looked at once after each frame that moved anything. A widget that is in no
 * scrolled window is seen from the start.
 *
 * Watching a widget that is watched already makes sure that @func is called again.
 */
void
platen_viewport_watch (GtkWidget          *widget,
                       PlatenViewportFunc  func)
{
  GtkWidget *scroller;
  PlatenViewport *self;
  Watch *watch;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  if (!(scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW)))
    {
      func (widget, TRUE);
      return;
    }

  if (!(self = platen_viewport_find (widget)))
    {
      self = platen_viewport_new (scroller);
      g_object_set_qdata_full (G_OBJECT (scroller), platen_viewport_quark (), self, g_object_unref);
    }

  watch = g_new0 (Watch, 1);
  watch->func = func;
  g_hash_table_replace (self->watches, widget, watch);
  platen_viewport_queue (self);
}

/**
 * platen_viewport_unwatch:
 * @widget: a widget
 *
 * Ends what platen_viewport_watch() began. Does nothing where @widget is not watched.
 */
void
platen_viewport_unwatch (GtkWidget *widget)
{
  PlatenViewport *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if ((self = platen_viewport_find (widget)))
    g_hash_table_remove (self->watches, widget);
}
