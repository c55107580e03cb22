/* platen-session-manager.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-session-manager-private.h"

enum
{
  PROP_STATE = 1,
  PROP_SESSION,
  PROP_STORAGE,
  PROP_EXPIRES,
  PROP_NOTICE,
  PROP_AWAKE,
  N_PROPS
};

enum
{
  FORGET,
  PROMPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (PlatenSessionState, platen_session_state,
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STATE_RESTORING, "restoring"),
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STATE_SIGNED_OUT, "signed-out"),
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STATE_SIGNED_IN, "signed-in"))

G_DEFINE_ENUM_TYPE (PlatenSessionStorage, platen_session_storage,
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STORAGE_RUN, "run"),
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STORAGE_KEYRING, "keyring"),
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STORAGE_ENVIRONMENT, "environment"),
                    G_DEFINE_ENUM_VALUE (PLATEN_SESSION_STORAGE_DEMO, "demo"))

G_DEFINE_FINAL_TYPE (PlatenSessionManager, platen_session_manager, G_TYPE_OBJECT)

static void
platen_session_manager_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  PlatenSessionManager *self = PLATEN_SESSION_MANAGER (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_STORAGE:
      g_value_set_enum (value, self->storage);
      break;

    case PROP_EXPIRES:
      g_value_set_boxed (value, platen_session_manager_get_expires (self));
      break;

    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;

    case PROP_AWAKE:
      g_value_set_boolean (value, self->awake);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_session_manager_finalize (GObject *object)
{
  PlatenSessionManager *self = PLATEN_SESSION_MANAGER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->renewal);
  g_clear_object (&self->keyring_watch);
  g_clear_object (&self->demo_cloud);
  g_clear_pointer (&self->credentials, bambu_credentials_unref);
  g_clear_pointer (&self->cache_dir, g_free);
  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (platen_session_manager_parent_class)->finalize (object);
}

static void
platen_session_manager_class_init (PlatenSessionManagerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = platen_session_manager_get_property;
  object_class->finalize = platen_session_manager_finalize;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL,
                       PLATEN_TYPE_SESSION_STATE,
                       PLATEN_SESSION_STATE_RESTORING,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_STORAGE] =
    g_param_spec_enum ("storage", NULL, NULL,
                       PLATEN_TYPE_SESSION_STORAGE,
                       PLATEN_SESSION_STORAGE_RUN,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_EXPIRES] =
    g_param_spec_boxed ("expires", NULL, NULL,
                        G_TYPE_DATE_TIME,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_NOTICE] =
    g_param_spec_string ("notice", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_AWAKE] =
    g_param_spec_boolean ("awake", NULL, NULL,
                          TRUE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FORGET] =
    g_signal_new ("forget",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, BAMBU_TYPE_SESSION);

  signals[PROMPT] =
    g_signal_new ("prompt", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Nobody need open the window for that: a program in the background was started before the user unlocked anything. */
static void
keyring_unlocked_cb (PlatenSessionManager *self)
{
  if (self->state == PLATEN_SESSION_STATE_SIGNED_OUT && self->can_retry && self->demo_cloud == NULL)
    platen_session_manager_restore (self, FALSE);
}

static void
platen_session_manager_init (PlatenSessionManager *self)
{
  self->awake = TRUE;
  self->renewal = platen_session_renewal_new (self);
  self->keyring_watch = platen_keyring_watch_new ();
  g_signal_connect_object (self->keyring_watch, "unlocked",
                           G_CALLBACK (keyring_unlocked_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * platen_session_manager_new:
 * @cache_dir: (type filename): where the last known data of all accounts lies
 * @demo_cloud: (nullable): what stands in for the vendor's cloud, and leaves the keyring alone
 *
 * Returns: (transfer full): a manager that has yet to restore the sign-in of last time, or to be signed in
 */
PlatenSessionManager *
platen_session_manager_new (const char      *cache_dir,
                            PlatenDemoCloud *demo_cloud)
{
  PlatenSessionManager *self;

  g_return_val_if_fail (cache_dir != NULL, NULL);
  g_return_val_if_fail (demo_cloud == NULL || PLATEN_IS_DEMO_CLOUD (demo_cloud), NULL);

  self = g_object_new (PLATEN_TYPE_SESSION_MANAGER, NULL);
  self->cache_dir = g_strdup (cache_dir);
  g_set_object (&self->demo_cloud, demo_cloud);

  return self;
}

/**
 * platen_session_manager_get_demo_cloud:
 * @self: a session manager
 *
 * Returns: (transfer none) (nullable): what stands in for the vendor's cloud
 */
PlatenDemoCloud *
platen_session_manager_get_demo_cloud (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  return self->demo_cloud;
}

/**
 * platen_session_manager_create_client:
 * @self: a session manager
 * @region: which of the vendor's clouds
 * @error: where to say why there is none
 *
 * Errors: those of bambu_client_new().
 *
 * Returns: (transfer full): what to talk to the cloud with, to sign in
 */
BambuClient *
platen_session_manager_create_client (PlatenSessionManager  *self,
                                      BambuRegion            region,
                                      GError               **error)
{
  const char *url = NULL;

  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  if (self->demo_cloud != NULL)
    url = platen_demo_cloud_get_url (self->demo_cloud);

  return bambu_client_new (region, url, url, error);
}

/**
 * platen_session_manager_get_state:
 * @self: a session manager
 *
 * Returns: where the sign-in stands
 */
PlatenSessionState
platen_session_manager_get_state (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), PLATEN_SESSION_STATE_SIGNED_OUT);

  return self->state;
}

/**
 * platen_session_manager_get_session:
 * @self: a session manager
 *
 * Returns: (transfer none) (nullable): the session, while signed in
 */
BambuSession *
platen_session_manager_get_session (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  return self->session;
}

/**
 * platen_session_manager_get_storage:
 * @self: a session manager
 *
 * Returns: where the present sign-in is kept
 */
PlatenSessionStorage
platen_session_manager_get_storage (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), PLATEN_SESSION_STORAGE_RUN);

  return self->storage;
}

/**
 * platen_session_manager_get_expires:
 * @self: a session manager
 *
 * Returns: (transfer none) (nullable): when the sign-in ends by itself, or %NULL where that is not known
 */
GDateTime *
platen_session_manager_get_expires (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  return self->credentials != NULL ? bambu_credentials_get_expires (self->credentials) : NULL;
}

/**
 * platen_session_manager_expires_soon:
 * @self: a session manager
 *
 * Returns: whether the sign-in is known to end within a week
 */
gboolean
platen_session_manager_expires_soon (PlatenSessionManager *self)
{
  g_autoptr(GDateTime) now = NULL;

  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), FALSE);

  now = g_date_time_new_now_utc ();

  return self->credentials != NULL && bambu_credentials_expire_soon (self->credentials, now);
}

/**
 * platen_session_manager_get_notice:
 * @self: a session manager
 *
 * Returns: (transfer none) (nullable): what the user has to know about the sign-in
 */
const char *
platen_session_manager_get_notice (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  return self->notice;
}

/**
 * platen_session_manager_can_retry:
 * @self: a session manager
 *
 * Returns: whether the sign-in of last time is there, as far as is known, and could not be had for the reason that
 *   the notice tells
 */
gboolean
platen_session_manager_can_retry (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), FALSE);

  return self->can_retry;
}

/**
 * platen_session_manager_get_awake:
 * @self: a session manager
 *
 * Returns: whether the printers are followed; %FALSE while the program does nothing but say what it knows
 */
gboolean
platen_session_manager_get_awake (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), FALSE);

  return self->awake;
}

/**
 * platen_session_manager_get_cache_dir:
 * @self: a session manager
 *
 * Returns: (type filename): where the last known data of all accounts lies
 */
const char *
platen_session_manager_get_cache_dir (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  return self->cache_dir;
}

/**
 * platen_session_manager_get_generation:
 * @self: a session manager
 *
 * Returns: a number that grows with each way that it goes: to look for a sign-in, to have one, to have none
 */
guint
platen_session_manager_get_generation (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), 0);

  return self->generation;
}

/**
 * platen_session_manager_get_credentials:
 * @self: a session manager
 *
 * Returns: (transfer none) (nullable): what the session is signed in with
 */
BambuCredentials *
platen_session_manager_get_credentials (PlatenSessionManager *self)
{
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (self), NULL);

  return self->credentials;
}
