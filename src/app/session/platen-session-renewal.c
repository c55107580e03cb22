/* platen-session-renewal.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-session-renewal.h"

#include "bambu-endpoints.h"
#include "platen-session-manager-private.h"

/* In seconds: the program may be open for weeks. */
#define CHECK_INTERVAL (6 * 60 * 60)
#define FIRST_RETRY    60

struct _PlatenSessionRenewal
{
  GObject               parent_instance;

  PlatenSessionManager *manager;       /* not owned: it owns this */
  GCancellable         *cancellable;   /* while the cloud is asked */
  guint                 timeout;
  guint                 retry;         /* while the cloud is to be asked again */
  guint                 wait;          /* until then, in seconds */
  guint                 answered : 1;  /* in this session, once and for all */
};

G_DEFINE_FINAL_TYPE (PlatenSessionRenewal, platen_session_renewal, G_TYPE_OBJECT)

static void platen_session_renewal_try (PlatenSessionRenewal *self);

/* The cloud has not said no: it could not be asked. */
static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_BLOCKED) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_RATE_LIMITED) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_SERVER);
}

static gboolean
retry_cb (gpointer user_data)
{
  PlatenSessionRenewal *self = user_data;

  self->retry = 0;
  platen_session_renewal_try (self);

  return G_SOURCE_REMOVE;
}

static void
network_changed_cb (PlatenSessionRenewal *self,
                    gboolean              available)
{
  g_assert (PLATEN_IS_SESSION_RENEWAL (self));

  if (available && self->retry != 0)
    platen_session_renewal_try (self);
}

static void
renewed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenSessionRenewal) self = user_data;
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  credentials = bambu_client_refresh_token_finish (BAMBU_CLIENT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);

  self->answered = !is_passing (error);

  if (credentials != NULL)
    {
      platen_session_manager_renew (self->manager, credentials);
      return;
    }

  g_debug ("The sign-in is not renewed: %s", error->message);

  if (!self->answered)
    {
      self->retry = g_timeout_add_seconds (self->wait, retry_cb, self);
      self->wait = MIN (2 * self->wait, CHECK_INTERVAL);
    }
}

static void
platen_session_renewal_try (PlatenSessionRenewal *self)
{
  BambuSession *session = platen_session_manager_get_session (self->manager);
  BambuCredentials *credentials = platen_session_manager_get_credentials (self->manager);
  const char *refresh_token = bambu_credentials_get_refresh_token (credentials);

  g_assert (PLATEN_IS_SESSION_RENEWAL (self));

  if (self->answered || self->cancellable != NULL || refresh_token == NULL)
    return;

  g_clear_handle_id (&self->retry, g_source_remove);
  self->cancellable = g_cancellable_new ();
  bambu_client_refresh_token_async (bambu_session_get_client (session), refresh_token, self->cancellable,
                                    renewed_cb, g_object_ref (self));
}

static gboolean
check_cb (gpointer user_data)
{
  PlatenSessionRenewal *self = user_data;

  if (platen_session_manager_expires_soon (self->manager))
    {
      g_object_notify (G_OBJECT (self->manager), "expires");
      platen_session_renewal_try (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
platen_session_renewal_stop (PlatenSessionRenewal *self)
{
  g_assert (PLATEN_IS_SESSION_RENEWAL (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->retry, g_source_remove);
  self->wait = FIRST_RETRY;
  self->answered = FALSE;
}

static void
session_cb (PlatenSessionRenewal *self)
{
  g_assert (PLATEN_IS_SESSION_RENEWAL (self));

  platen_session_renewal_stop (self);

  if (platen_session_manager_get_session (self->manager) == NULL ||
      !platen_session_manager_get_awake (self->manager))
    return;

  self->timeout = g_timeout_add_seconds (CHECK_INTERVAL, check_cb, self);

  if (platen_session_manager_expires_soon (self->manager))
    platen_session_renewal_try (self);
}

static void
platen_session_renewal_dispose (GObject *object)
{
  PlatenSessionRenewal *self = (PlatenSessionRenewal *) object;

  platen_session_renewal_stop (self);

  G_OBJECT_CLASS (platen_session_renewal_parent_class)->dispose (object);
}

static void
platen_session_renewal_class_init (PlatenSessionRenewalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_session_renewal_dispose;
}

static void
platen_session_renewal_init (PlatenSessionRenewal *self)
{
  self->wait = FIRST_RETRY;
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * platen_session_renewal_new:
 * @manager: the session manager that owns it
 *
 * Makes what has the sign-ins of @manager renewed: `POST user/refreshtoken`, once the end of one is near. What the cloud
 * answers counts; where it cannot be asked, it is asked again: ever later, and when the network is back.
 *
 * Returns: (transfer full): what sees to it
 */
PlatenSessionRenewal *
platen_session_renewal_new (PlatenSessionManager *manager)
{
  PlatenSessionRenewal *self;

  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  self = g_object_new (PLATEN_TYPE_SESSION_RENEWAL, NULL);
  self->manager = manager;
  g_signal_connect_object (manager, "notify::session", G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::awake", G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);

  return self;
}
