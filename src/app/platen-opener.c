/* platen-opener.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-opener.h"

#include "platen-window.h"

struct _PlatenOpener
{
  GObject               parent_instance;

  GtkApplication       *application; /* not owned: it owns this */
  PlatenSessionManager *manager;

  /* What is to be done yet; NULL: nothing. */
  char                 *action;
  GVariant             *parameter;
};

G_DEFINE_FINAL_TYPE (PlatenOpener, platen_opener, G_TYPE_OBJECT)

static GtkWidget *
platen_opener_find_window (PlatenOpener *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    {
      if (PLATEN_IS_WINDOW (l->data))
        return l->data;
    }

  return NULL;
}

static void
platen_opener_forget (PlatenOpener *self)
{
  g_clear_pointer (&self->action, g_free);
  g_clear_pointer (&self->parameter, g_variant_unref);
}

static void
platen_opener_act (PlatenOpener *self)
{
  g_autofree char *action = NULL;
  g_autoptr(GVariant) parameter = NULL;
  GtkWidget *window = platen_opener_find_window (self);

  if (self->action == NULL || window == NULL || platen_session_manager_get_session (self->manager) == NULL)
    return;

  action = g_steal_pointer (&self->action);
  parameter = g_steal_pointer (&self->parameter);
  gtk_widget_activate_action_variant (window, action, parameter);
}

/* Whoever closes it does not wait for anything in it any longer. */
static void
window_removed_cb (PlatenOpener *self,
                   GtkWindow    *window)
{
  if (PLATEN_IS_WINDOW (window))
    platen_opener_forget (self);
}

static void
platen_opener_dispose (GObject *object)
{
  PlatenOpener *self = PLATEN_OPENER (object);

  platen_opener_forget (self);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_opener_parent_class)->dispose (object);
}

static void
platen_opener_class_init (PlatenOpenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_opener_dispose;
}

static void
platen_opener_init (PlatenOpener *self)
{
}

/**
 * platen_opener_new:
 * @application: the application, which outlives what is made here
 * @manager: who is signed in
 *
 * Returns: (transfer full): what opens things in the window of @application
 */
PlatenOpener *
platen_opener_new (GtkApplication       *application,
                   PlatenSessionManager *manager)
{
  PlatenOpener *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  self = g_object_new (PLATEN_TYPE_OPENER, NULL);
  self->application = application;
  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "notify::state", G_CALLBACK (platen_opener_act), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_opener_raise:
 * @self: a #PlatenOpener
 * @timestamp: when the user asked for it, as the display counts time
 *
 * Brings the window to the front, or makes it.
 */
void
platen_opener_raise (PlatenOpener *self,
                     guint32       timestamp)
{
  GtkWidget *window;

  g_return_if_fail (PLATEN_IS_OPENER (self));

  g_application_activate (G_APPLICATION (self->application));
  window = platen_opener_find_window (self);

  /* A new one waits until there is something to see in it. */
  if (window != NULL && gtk_widget_get_mapped (window))
    gtk_window_present_with_time (GTK_WINDOW (window), timestamp);
}

/**
 * platen_opener_open:
 * @self: a #PlatenOpener
 * @action: an action of the window that needs a session, as in "win.open-printer"
 * @parameter: (nullable): its parameter; taken where it is floating
 *
 * Activates @action in the window as soon as somebody is signed in, in place of what had been asked for before and not come
 * about. Bringing the window up is up to the caller.
 */
void
platen_opener_open (PlatenOpener *self,
                    const char   *action,
                    GVariant     *parameter)
{
  g_return_if_fail (PLATEN_IS_OPENER (self));
  g_return_if_fail (action != NULL);

  platen_opener_forget (self);
  self->action = g_strdup (action);

  if (parameter != NULL)
    self->parameter = g_variant_ref_sink (parameter);

  platen_opener_act (self);
}
