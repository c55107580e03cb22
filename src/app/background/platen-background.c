/* platen-background.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-background.h"

#include <glib/gi18n.h>

#include "platen-background-actions.h"
#include "platen-close-dialog.h"
#include "platen-demo-relay.h"
#include "platen-fleet.h"
#include "platen-memory.h"
#include "platen-sandbox.h"
#include "platen-sight.h"
#include "platen-signin-alert.h"
#include "platen-tray.h"
#include "platen-watching.h"
#include "platen-window.h"

/* In microseconds: a click on the tray may take the keyboard away from the window before it is told here. */
#define CLICK_TIME (500 * 1000)

struct _PlatenBackground
{
  GObject               parent_instance;

  GtkApplication       *application; /* not owned: it owns this */
  PlatenSessionManager *manager;
  GSettings            *settings;

  PlatenFleet          *fleet;
  PlatenQuiet          *quiet;
  PlatenTray           *tray;
  PlatenWatching       *watching;
  PlatenSigninAlert    *alert;
  PlatenOpener         *opener;

  GtkWindow            *window;
  PlatenSight          *sight;
  gint64                left;
  gboolean              held;
  gboolean              quitting;
};

enum
{
  PROP_TRAY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenBackground, platen_background, G_TYPE_OBJECT)

static void
set_held (PlatenBackground *self,
          gboolean          held)
{
  if (self->held == held)
    return;

  self->held = held;

  if (held)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

/* With the windows that stand on top of it. */
static void
close_windows (PlatenBackground *self)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (self->application)) != NULL)
    gtk_window_destroy (window);
}

static gboolean
leave_cb (gpointer user_data)
{
  PlatenBackground *self = user_data;

  if (self->application != NULL)
    close_windows (self);

  return G_SOURCE_REMOVE;
}

static void
close_response_cb (PlatenBackground *self,
                   const char       *response)
{
  if (g_str_equal (response, "cancel"))
    return;

  g_settings_set_boolean (self->settings, "close-explained", TRUE);

  if (g_str_equal (response, "keep"))
    g_settings_set_string (self->settings, "run-in-background", "always");

  set_held (self, g_str_equal (response, "keep"));

  /* Once the dialog has gone: it does not bear that the window which it belongs to goes first. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (self), g_object_unref);
}

static void
explain (PlatenBackground *self)
{
  GtkWidget *dialog = platen_close_dialog_new (self->window);

  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Without a tray to see it go on in, nobody can know what closing the window does. */
static gboolean
is_explanation_due (PlatenBackground *self)
{
  g_autofree char *choice = g_settings_get_string (self->settings, "run-in-background");

  return g_str_equal (choice, "auto") &&
         !g_settings_get_boolean (self->settings, "close-explained") &&
         platen_session_manager_get_session (self->manager) != NULL;
}

static gboolean
close_request_cb (PlatenBackground *self)
{
  if (platen_background_get_stays (self->settings, platen_background_get_tray (self)))
    {
      set_held (self, TRUE);
      return GDK_EVENT_PROPAGATE;
    }

  if (is_explanation_due (self))
    {
      explain (self);
      return GDK_EVENT_STOP;
    }

  set_held (self, FALSE);

  return GDK_EVENT_PROPAGATE;
}

static void
is_active_cb (PlatenBackground *self)
{
  if (!gtk_window_is_active (self->window))
    self->left = g_get_monotonic_time ();
}

static void
seen_cb (PlatenBackground *self)
{
  platen_watching_set_seen (self->watching, platen_sight_get_seen (self->sight));
}

static void
window_added_cb (PlatenBackground *self,
                 GtkWindow        *window)
{
  if (!PLATEN_IS_WINDOW (window))
    return;

  self->window = window;
  self->left = 0;
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (is_active_cb), self, G_CONNECT_SWAPPED);

  self->sight = platen_sight_new (window);
  g_signal_connect_object (self->sight, "notify::seen", G_CALLBACK (seen_cb), self, G_CONNECT_SWAPPED);
}

static void
window_removed_cb (PlatenBackground *self,
                   GtkWindow        *window)
{
  if (window != self->window)
    return;

  g_signal_handlers_disconnect_by_data (window, self);
  self->window = NULL;
  g_clear_object (&self->sight);
  platen_watching_set_seen (self->watching, FALSE);

  if (self->held)
    platen_memory_release (platen_session_manager_get_session (self->manager));
  else
    platen_background_quit (self);
}

static gboolean
is_in_use (PlatenBackground *self)
{
  GtkWindow *active = gtk_application_get_active_window (self->application);

  if (self->window == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    return FALSE;

  return gtk_window_is_active (active) ||
         (self->left != 0 && g_get_monotonic_time () - self->left < CLICK_TIME);
}

static void
tray_activate_cb (PlatenBackground *self)
{
  if (is_in_use (self))
    {
      set_held (self, TRUE);
      close_windows (self);
    }
  else
    {
      platen_background_show (self);
    }
}

static void
tray_hosted_cb (PlatenBackground *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRAY]);
}

static void
quiet_changed_cb (PlatenBackground *self)
{
  platen_tray_set_muted_until (self->tray, platen_quiet_get_muted_until (self->quiet));
}

static void
fleet_changed_cb (PlatenBackground *self)
{
  platen_quiet_update (self->quiet);
}

static void
create_tray (PlatenBackground *self)
{
  GApplication *application = G_APPLICATION (self->application);

  self->tray = platen_tray_new (g_application_get_application_id (application),
                                platen_session_manager_get_demo_cloud (self->manager) != NULL ? _("Platen (Demo)")
                                                                                              : _("Platen"),
                                self->fleet,
                                G_ACTION_GROUP (application));
  g_signal_connect_object (self->tray, "activate", G_CALLBACK (tray_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tray, "notify::hosted", G_CALLBACK (tray_hosted_cb), self, G_CONNECT_SWAPPED);
  quiet_changed_cb (self);
}

/* Not while it only answers the desktop for a moment. */
static void
awake_cb (PlatenBackground *self)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self->application));
  g_autoptr(GError) error = NULL;

  if (!platen_session_manager_get_awake (self->manager) || connection == NULL)
    return;

  if (!platen_tray_export (self->tray, connection, &error))
    g_warning ("There is no icon in the tray: %s", error->message);
}

static void
platen_background_dispose (GObject *object)
{
  PlatenBackground *self = PLATEN_BACKGROUND (object);

  if (self->tray != NULL)
    platen_background_actions_remove (G_ACTION_MAP (self->application));

  g_clear_object (&self->tray);
  g_clear_object (&self->sight);
  g_clear_object (&self->watching);
  g_clear_object (&self->alert);
  g_clear_object (&self->quiet);
  g_clear_object (&self->fleet);
  g_clear_object (&self->settings);
  g_clear_object (&self->manager);
  g_clear_object (&self->opener);
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (platen_background_parent_class)->dispose (object);
}

static void
platen_background_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlatenBackground *self = PLATEN_BACKGROUND (object);

  switch (prop_id)
    {
    case PROP_TRAY:
      g_value_set_boolean (value, platen_background_get_tray (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_background_class_init (PlatenBackgroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_background_dispose;
  object_class->get_property = platen_background_get_property;

  properties[PROP_TRAY] =
    g_param_spec_boolean ("tray", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_background_init (PlatenBackground *self)
{
}

/**
 * platen_background_new:
 * @application: the application, which has started; it outlives what is made here
 * @manager: who is signed in
 * @settings: what the user has set
 * @opener: what opens printers in its window
 *
 * Puts the icon into the tray, adds actions to @application, and looks after its windows.
 *
 * Returns: (transfer full): the program's life beside its window
 */
PlatenBackground *
platen_background_new (GtkApplication       *application,
                       PlatenSessionManager *manager,
                       GSettings            *settings,
                       PlatenOpener         *opener)
{
  PlatenBackground *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (PLATEN_IS_OPENER (opener), NULL);

  self = g_object_new (PLATEN_TYPE_BACKGROUND, NULL);
  g_set_weak_pointer (&self->application, application);
  self->manager = g_object_ref (manager);
  self->settings = g_object_ref (settings);
  self->opener = g_object_ref (opener);
  self->fleet = platen_fleet_new (manager);
  self->quiet = platen_quiet_new (settings);
  self->watching = platen_watching_new (G_APPLICATION (application), self->fleet, settings, self->quiet);

  self->alert = platen_signin_alert_new (application, manager);

  platen_background_actions_add (self, G_ACTION_MAP (application));
  create_tray (self);
  awake_cb (self);

  g_signal_connect_object (self->quiet, "changed", G_CALLBACK (quiet_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fleet, "changed", G_CALLBACK (fleet_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-added", G_CALLBACK (window_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::awake", G_CALLBACK (awake_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_background_start:
 * @self: the program's life beside its window
 *
 * Begins without a window. The keyring is not asked to be unlocked: nobody is there to see why.
 */
void
platen_background_start (PlatenBackground *self)
{
  g_return_if_fail (PLATEN_IS_BACKGROUND (self));

  set_held (self, TRUE);

  if (platen_session_manager_get_session (self->manager) == NULL)
    platen_session_manager_restore (self->manager, FALSE);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlatenBackground) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!platen_watching_close_finish (PLATEN_WATCHING (object), result, &error))
    g_warning ("What has been told is not written down: %s", error->message);

  if (self->application != NULL)
    g_application_quit (G_APPLICATION (self->application));
}

/**
 * platen_background_quit:
 * @self: the program's life beside its window
 *
 * Ends the program, with all its windows, as soon as it is written down what has been told.
 */
void
platen_background_quit (PlatenBackground *self)
{
  g_return_if_fail (PLATEN_IS_BACKGROUND (self));

  if (self->quitting)
    return;

  self->quitting = TRUE;
  set_held (self, TRUE);
  platen_tray_unexport (self->tray);
  close_windows (self);
  platen_watching_close_async (self->watching, closed_cb, g_object_ref (self));
}

/**
 * platen_background_get_quiet:
 * @self: the program's life beside its window
 *
 * Returns: (transfer none): when notifications are held back
 */
PlatenQuiet *
platen_background_get_quiet (PlatenBackground *self)
{
  g_return_val_if_fail (PLATEN_IS_BACKGROUND (self), NULL);

  return self->quiet;
}

/**
 * platen_background_get_tray:
 * @self: the program's life beside its window
 *
 * Returns: whether there is a tray that shows the icon
 */
gboolean
platen_background_get_tray (PlatenBackground *self)
{
  g_return_val_if_fail (PLATEN_IS_BACKGROUND (self), FALSE);

  return platen_tray_get_hosted (self->tray);
}

/**
 * platen_background_get_devices:
 * @self: the program's life beside its window
 *
 * Returns: (transfer none) (element-type BambuDevice): the printers of whoever is signed in
 */
GListModel *
platen_background_get_devices (PlatenBackground *self)
{
  g_return_val_if_fail (PLATEN_IS_BACKGROUND (self), NULL);

  return platen_fleet_get_devices (self->fleet);
}

/**
 * platen_background_create_autostart:
 * @self: the program's life beside its window
 *
 * Returns: (transfer full) (nullable): what has the program started at login; %NULL for the demo
 */
PlatenAutostart *
platen_background_create_autostart (PlatenBackground *self)
{
  g_return_val_if_fail (PLATEN_IS_BACKGROUND (self), NULL);

  if (platen_session_manager_get_demo_cloud (self->manager) != NULL)
    return NULL;

  return platen_autostart_new (self->settings,
                               g_application_get_dbus_connection (G_APPLICATION (self->application)),
                               platen_sandbox_is_inside ());
}

static void
relayed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenBackground) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!platen_demo_relay_send_finish (G_APPLICATION (object), result, &error))
    {
      g_debug ("The demo has ended: %s", error->message);
      g_action_group_activate_action (G_ACTION_GROUP (object), "demo", NULL);
    }

  /* It was started for nothing else. */
  if (self->application != NULL && self->window == NULL && !self->held)
    platen_background_quit (self);
}

/**
 * platen_background_relay:
 * @self: the program's life beside its window
 * @action: an action of the demo
 * @target: the action's parameter, a string; "" for none
 *
 * Has the demo do @action; where it does not run any more, it begins anew.
 */
void
platen_background_relay (PlatenBackground *self,
                         const char       *action,
                         const char       *target)
{
  g_return_if_fail (PLATEN_IS_BACKGROUND (self));

  platen_demo_relay_send_async (G_APPLICATION (self->application), action, target, relayed_cb, g_object_ref (self));
}

/**
 * platen_background_show:
 * @self: the program's life beside its window
 *
 * Brings the window to the front, or makes it.
 */
void
platen_background_show (PlatenBackground *self)
{
  g_autofree char *token = NULL;

  g_return_if_fail (PLATEN_IS_BACKGROUND (self));

  token = platen_tray_take_activation_token (self->tray);
  g_application_activate (G_APPLICATION (self->application));

  /* Without it Wayland lets no window come to the front because of a click elsewhere. */
  if (token != NULL && self->window != NULL)
    gtk_window_set_startup_id (self->window, token);
}

/**
 * platen_background_open_printer:
 * @self: the program's life beside its window
 * @id: the serial number of a printer
 *
 * Shows the printer in the window, as soon as somebody is signed in.
 */
void
platen_background_open_printer (PlatenBackground *self,
                                const char       *id)
{
  g_return_if_fail (PLATEN_IS_BACKGROUND (self));
  g_return_if_fail (id != NULL);

  platen_background_show (self);
  platen_opener_open (self->opener, "win.open-printer", g_variant_new_string (id));
}

/**
 * platen_background_get_stays:
 * @settings: what the user has set
 * @tray: whether there is a tray
 *
 * Returns: whether the program goes on when its window is closed
 */
gboolean
platen_background_get_stays (GSettings *settings,
                             gboolean   tray)
{
  g_autofree char *choice = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);

  choice = g_settings_get_string (settings, "run-in-background");

  return g_str_equal (choice, "always") || (tray && g_str_equal (choice, "auto"));
}
