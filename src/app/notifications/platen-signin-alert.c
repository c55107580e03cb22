/* platen-signin-alert.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-signin-alert.h"

#include <glib/gi18n.h>

#include "platen-notification-text.h"

#define ID "sign-in"

struct _PlatenSigninAlert
{
  GObject               parent_instance;

  GtkApplication       *application; /* not owned */
  PlatenSessionManager *manager;
  gboolean              sent;
};

G_DEFINE_FINAL_TYPE (PlatenSigninAlert, platen_signin_alert, G_TYPE_OBJECT)

static void
withdraw_cb (PlatenSigninAlert *self)
{
  if (self->sent)
    g_application_withdraw_notification (G_APPLICATION (self->application), ID);

  self->sent = FALSE;
}

/* Who signed out on purpose, and so without a notice, knows; and who only searches does not expect to be watched for. */
static void
state_changed_cb (PlatenSigninAlert *self)
{
  const char *notice = platen_session_manager_get_notice (self->manager);
  g_autoptr(GNotification) notification = NULL;
  g_autoptr(GIcon) icon = NULL;
  g_autofree char *body = NULL;

  withdraw_cb (self);

  if (platen_session_manager_get_state (self->manager) != PLATEN_SESSION_STATE_SIGNED_OUT ||
      notice == NULL ||
      !platen_session_manager_get_awake (self->manager) ||
      gtk_application_get_active_window (self->application) != NULL)
    return;

  body = platen_notification_dup_plain (notice);
  icon = g_themed_icon_new (APPLICATION_ID);
  notification = g_notification_new (_("Platen does not watch your printers"));
  g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_default_action (notification, "app.show");
  g_application_send_notification (G_APPLICATION (self->application), ID, notification);
  self->sent = TRUE;
}

static void
platen_signin_alert_dispose (GObject *object)
{
  PlatenSigninAlert *self = PLATEN_SIGNIN_ALERT (object);

  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_signin_alert_parent_class)->dispose (object);
}

static void
platen_signin_alert_class_init (PlatenSigninAlertClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = platen_signin_alert_dispose;
}

static void
platen_signin_alert_init (PlatenSigninAlert *self)
{
}

/**
 * platen_signin_alert_new:
 * @application: the application, which is registered and outlives what is made here
 * @manager: who is signed in
 *
 * Returns: (transfer full): what tells of the sign-in for as long as it lives
 */
PlatenSigninAlert *
platen_signin_alert_new (GtkApplication       *application,
                         PlatenSessionManager *manager)
{
  PlatenSigninAlert *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  self = g_object_new (PLATEN_TYPE_SIGNIN_ALERT, NULL);
  self->application = application;
  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (application, "window-added", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);

  return self;
}
