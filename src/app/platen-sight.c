/* platen-sight.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-sight.h"

struct _PlatenSight
{
  GObject    parent_instance;

  /* Not owned, and not touched but in its own signals. */
  GtkWindow *window;
  gboolean   seen;
};

enum
{
  PROP_SEEN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenSight, platen_sight, G_TYPE_OBJECT)

/* Newer systems tell when a window is hidden altogether; the oldest that is served does not know the word. */
static GdkToplevelState
get_unseen_states (void)
{
  g_autoptr(GFlagsClass) states = g_type_class_ref (GDK_TYPE_TOPLEVEL_STATE);
  const GFlagsValue *suspended = g_flags_get_value_by_nick (states, "suspended");

  return GDK_TOPLEVEL_STATE_MINIMIZED | (suspended != NULL ? suspended->value : 0);
}

static void
update_cb (PlatenSight *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  gboolean seen = surface != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->window));

  if (seen)
    seen = (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & get_unseen_states ()) == 0;

  if (self->seen == seen)
    return;

  self->seen = seen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEEN]);
}

static void
realize_cb (PlatenSight *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self->window)), "notify::state",
                           G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
platen_sight_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlatenSight *self = PLATEN_SIGHT (object);

  switch (prop_id)
    {
    case PROP_SEEN:
      g_value_set_boolean (value, self->seen);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_sight_class_init (PlatenSightClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = platen_sight_get_property;

  properties[PROP_SEEN] =
    g_param_spec_boolean ("seen", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_sight_init (PlatenSight *self)
{
}

/**
 * platen_sight_new:
 * @window: a window that was not shown yet
 *
 * Returns: (transfer full): what tells whether @window can be seen
 */
PlatenSight *
platen_sight_new (GtkWindow *window)
{
  PlatenSight *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (PLATEN_TYPE_SIGHT, NULL);
  self->window = window;
  g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (window, "map", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (window, "unmap", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * platen_sight_get_seen:
 * @self: a #PlatenSight
 *
 * Returns: whether the window can be seen
 */
gboolean
platen_sight_get_seen (PlatenSight *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGHT (self), FALSE);

  return self->seen;
}
