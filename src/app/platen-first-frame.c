/* platen-first-frame.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-first-frame.h"

/* In milliseconds: what a window waits for something to show in it. The sign-in of last time mostly takes less. */
#define PATIENCE 300

typedef struct
{
  GtkWindow            *window;   /* which owns this */
  PlatenSessionManager *manager;  /* weak: the program may end before anything was shown */
  guint                 patience;
  guint                 preparation;
} FirstFrame;

static G_DEFINE_QUARK (platen-first-frame, platen_first_frame)

static void
first_frame_free (FirstFrame *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->preparation, g_source_remove);
  if (self->manager != NULL)
    g_signal_handlers_disconnect_by_data (self->manager, self);

  g_clear_weak_pointer (&self->manager);
  g_free (self);
}

static void
present_cb (FirstFrame *self)
{
  GtkWindow *window = self->window;

  g_object_set_qdata (G_OBJECT (window), platen_first_frame_quark (), NULL);
  gtk_window_present (window);
}

static gboolean
patience_cb (gpointer user_data)
{
  FirstFrame *self = user_data;

  self->patience = 0;
  present_cb (self);

  return G_SOURCE_REMOVE;
}

/* What GTK does when a window is first drawn, and can do while what is known from last time is read. */
static gboolean
prepare_cb (gpointer user_data)
{
  FirstFrame *self = user_data;
  GtkWidget *widget = GTK_WIDGET (self->window);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  PangoContext *context = gtk_widget_get_pango_context (widget);

  self->preparation = 0;
  gtk_icon_theme_has_icon (theme, APPLICATION_ID);
  pango_font_metrics_unref (pango_context_get_metrics (context, NULL, NULL));

  return G_SOURCE_REMOVE;
}

/**
 * platen_first_frame_await:
 * @window: a window that was not shown yet
 * @manager: what looks for the sign-in of last time
 *
 * Presents @window as soon as @manager has signed in or knows that it cannot, so that its first frame shows what is known
 * from last time rather than that this is being looked for; or when that takes long, or the user is to be asked for it.
 */
void
platen_first_frame_await (GtkWindow            *window,
                          PlatenSessionManager *manager)
{
  FirstFrame *self;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (manager));

  self = g_new0 (FirstFrame, 1);
  self->window = window;
  g_set_weak_pointer (&self->manager, manager);
  self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  self->preparation = g_idle_add (prepare_cb, self);
  g_object_set_qdata_full (G_OBJECT (window), platen_first_frame_quark (), self, (GDestroyNotify)first_frame_free);

  /* After the window itself: what it is to show is in it by then, and a prompt comes on top of it. */
  g_signal_connect_swapped (manager, "notify::state", G_CALLBACK (present_cb), self);
  g_signal_connect_swapped (manager, "prompt", G_CALLBACK (present_cb), self);
}
