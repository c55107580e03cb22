/* bambu-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-private.h"

#include <glib/gi18n-lib.h>

#include "bambu-client-private.h"
#include "bambu-device-private.h"
#include "bambu-error.h"
#include "bambu-makers.h"

/* After a connection that lasted this long the next failure is the first again, in microseconds. */
#define STABLE (60 * G_USEC_PER_SEC)

/* How often the cloud is asked what it knows of what a printer does at most, and how often printers are looked after. */
#define POLL_DELAY_S 2
#define POLL_AGAIN_S 15
#define CARE_S 15

const BambuLiveLimits bambu_live_limits_default = {
  .connect_ms = 20 * 1000,
  .wait_ms = 1000,
  .linger_ms = 15 * 1000,
  .answer_ms = 10 * 1000,
  .ask_interval_ms = 5 * 60 * 1000,
  .silence_s = 90,
};

struct _BambuLive
{
  GObject            parent_instance;

  BambuClient       *client;
  BambuList         *devices;
  BambuLiveStore    *store;
  BambuLiveControls *controls;
  BambuLiveLimits    limits;

  BambuLivePlace     place;
  char              *uid;
  BambuLiveState     state;
  GError            *error;
  BambuLiveLink     *link;        /* NULL while there is neither a connection nor an attempt */
  guint              tries;       /* since the last connection that lasted */
  gint64             opened;      /* when the connection was made */
  GCancellable      *cancellable; /* NULL unless started */
  guint              connect_id;
  guint              retry_id;
  guint              linger_id;
  guint              poll_id;
  guint              care_id;
};

enum
{
  PROP_STATE = 1,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (BambuLiveState, bambu_live_state,
                    G_DEFINE_ENUM_VALUE (BAMBU_LIVE_STATE_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (BAMBU_LIVE_STATE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (BAMBU_LIVE_STATE_CONNECTED, "connected"),
                    G_DEFINE_ENUM_VALUE (BAMBU_LIVE_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (BAMBU_LIVE_STATE_SIGNED_OUT, "signed-out"))

G_DEFINE_FINAL_TYPE (BambuLive, bambu_live, G_TYPE_OBJECT)

static void bambu_live_connect (BambuLive *self);

/* Takes @error. */
static void
bambu_live_set_state (BambuLive      *self,
                      BambuLiveState  state,
                      GError         *error)
{
  const gboolean had_error = self->error != NULL;
  const gboolean changed = self->state != state;

  if (error != NULL)
    g_debug ("No live reports: %s", error->message);

  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_object_freeze_notify (G_OBJECT (self));

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);

  if (had_error || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);

  g_object_thaw_notify (G_OBJECT (self));
}

static void
bambu_live_end_devices (BambuLive *self)
{
  g_clear_handle_id (&self->linger_id, g_source_remove);
  bambu_live_devices_end (self->devices);
}

static gboolean
linger_cb (gpointer user_data)
{
  BambuLive *self = user_data;

  self->linger_id = 0;
  bambu_live_end_devices (self);

  return G_SOURCE_REMOVE;
}

static void
bambu_live_drop_link (BambuLive *self)
{
  g_clear_handle_id (&self->connect_id, g_source_remove);
  g_clear_pointer (&self->link, bambu_live_link_close);
  bambu_live_controls_abandon (self->controls);
}

static gboolean
retry_cb (gpointer user_data)
{
  BambuLive *self = user_data;

  self->retry_id = 0;
  bambu_live_connect (self);

  return G_SOURCE_REMOVE;
}

/* Takes @error. */
static void
bambu_live_fail (BambuLive *self,
                 GError    *error)
{
  const gint64 now = g_get_monotonic_time ();
  guint wait;

  if (self->opened != 0 && now - self->opened > STABLE)
    self->tries = 0;

  /* What was shown a moment ago is still true for a moment. */
  if (self->opened != 0 && self->linger_id == 0)
    self->linger_id = g_timeout_add (self->limits.linger_ms, linger_cb, self);

  self->opened = 0;
  bambu_live_drop_link (self);
  wait = bambu_live_place_get_wait (&self->place, self->limits.wait_ms, self->tries);
  self->tries++;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->retry_id = g_timeout_add (wait, retry_cb, self);
  bambu_live_set_state (self, BAMBU_LIVE_STATE_WAITING, error);
}

static gboolean
connect_timeout_cb (gpointer user_data)
{
  BambuLive *self = user_data;

  self->connect_id = 0;
  bambu_live_fail (self, g_error_new (BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT,
                                      _("The printers’ live reports cannot be reached at %s: it did not answer in time."),
                                      self->place.host));

  return G_SOURCE_REMOVE;
}

static void
bambu_live_follow (BambuLive *self)
{
  g_autoptr(GHashTable) online = NULL;

  if (self->link == NULL)
    return;

  online = bambu_live_devices_get_online (self->devices);
  bambu_live_link_set_printers (self->link, online);
}

static void
opened_cb (gpointer user_data)
{
  BambuLive *self = user_data;

  g_clear_handle_id (&self->connect_id, g_source_remove);
  g_clear_handle_id (&self->linger_id, g_source_remove);
  self->opened = g_get_monotonic_time ();
  bambu_live_set_state (self, BAMBU_LIVE_STATE_CONNECTED, NULL);
}

static gboolean
poll_cb (gpointer user_data)
{
  BambuLive *self = user_data;

  self->poll_id = 0;
  bambu_list_refresh_async (self->devices, self->cancellable, NULL, NULL);

  if (bambu_live_devices_await_poll (self->devices))
    self->poll_id = g_timeout_add_seconds (POLL_AGAIN_S, poll_cb, self);

  return G_SOURCE_REMOVE;
}

/* A picture, a project and an estimate are the cloud's to tell. */
static void
bambu_live_want_poll (BambuLive *self)
{
  if (self->poll_id == 0)
    self->poll_id = g_timeout_add_seconds (POLL_DELAY_S, poll_cb, self);
}

static void
reported_cb (gpointer           user_data,
             const char        *id,
             const BambuReport *report)
{
  BambuLive *self = user_data;
  BambuDevice *device = bambu_list_lookup (self->devices, id);
  g_autoptr(GDateTime) now = NULL;

  if (device == NULL)
    return;

  now = g_date_time_new_now_utc ();

  if (bambu_device_take_report (device, report, now))
    bambu_live_want_poll (self);
}

static void
answered_cb (gpointer    user_data,
             const char *serial,
             gboolean    done,
             const char *said)
{
  BambuLive *self = user_data;

  bambu_live_controls_answer (self->controls, serial, done, said);
}

/* Whether the token is still good is for the cloud itself to say: a broker refuses for other reasons, too. */
static void
account_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(BambuLive) self = user_data;
  g_autoptr(GObject) account = NULL;
  g_autoptr(GError) error = NULL;

  account = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error);

  if (!g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT) || self->cancellable == NULL)
    return;

  bambu_live_stop (self);
  bambu_live_set_state (self, BAMBU_LIVE_STATE_SIGNED_OUT, g_steal_pointer (&error));
}

static void
bambu_live_check_token (BambuLive *self)
{
  g_autoptr(BambuRequest) request = bambu_request_account ();

  bambu_client_call_async (self->client, request, bambu_makers_account, NULL, NULL, g_object_unref,
                           self->cancellable, account_cb, g_object_ref (self));
}

static void
closed_cb (gpointer      user_data,
           BambuLiveEnd  end,
           const char   *said)
{
  BambuLive *self = user_data;

  if (end == BAMBU_LIVE_END_RESUMED)
    {
      bambu_live_drop_link (self);
      self->tries = 0;
      bambu_live_connect (self);
      return;
    }

  bambu_live_fail (self, bambu_live_place_describe (&self->place, end, said));

  if (end == BAMBU_LIVE_END_REFUSED)
    bambu_live_check_token (self);
}

static const BambuLiveWatcher watcher = {
  .opened = opened_cb,
  .reported = reported_cb,
  .answered = answered_cb,
  .closed = closed_cb,
};

static void
bambu_live_connect (BambuLive *self)
{
  const char *token = bambu_client_get_token (self->client);
  g_autofree char *user = g_strconcat ("u_", self->uid, NULL);

  g_assert (self->link == NULL);

  g_clear_handle_id (&self->retry_id, g_source_remove);

  if (token == NULL)
    {
      bambu_live_stop (self);
      return;
    }

  bambu_live_set_state (self, BAMBU_LIVE_STATE_CONNECTING, NULL);
  self->link = bambu_live_link_open (&self->place, user, token, self->store,
                                     (gint64) self->limits.ask_interval_ms * 1000, &watcher, self);
  self->connect_id = g_timeout_add (self->limits.connect_ms, connect_timeout_cb, self);
  bambu_live_follow (self);
}

static gboolean
care_cb (gpointer user_data)
{
  BambuLive *self = user_data;

  if (bambu_live_devices_look_after (self->devices, self->limits.silence_s, CARE_S))
    bambu_live_want_poll (self);

  return G_SOURCE_CONTINUE;
}

static void
network_changed_cb (BambuLive *self,
                    gboolean   available)
{
  if (!available || self->state != BAMBU_LIVE_STATE_WAITING)
    return;

  self->tries = 0;
  bambu_live_connect (self);
}

static void
bambu_live_dispose (GObject *object)
{
  BambuLive *self = (BambuLive *) object;

  bambu_live_stop (self);

  G_OBJECT_CLASS (bambu_live_parent_class)->dispose (object);
}

static void
bambu_live_finalize (GObject *object)
{
  BambuLive *self = (BambuLive *) object;

  g_clear_object (&self->client);
  g_clear_object (&self->devices);
  g_clear_pointer (&self->store, bambu_live_store_unref);
  g_clear_pointer (&self->controls, bambu_live_controls_free);
  g_clear_pointer (&self->uid, g_free);
  g_clear_error (&self->error);
  bambu_live_place_clear (&self->place);

  G_OBJECT_CLASS (bambu_live_parent_class)->finalize (object);
}

static void
bambu_live_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BambuLive *self = BAMBU_LIVE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bambu_live_class_init (BambuLiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bambu_live_dispose;
  object_class->finalize = bambu_live_finalize;
  object_class->get_property = bambu_live_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL,
                       BAMBU_TYPE_LIVE_STATE,
                       BAMBU_LIVE_STATE_STOPPED,
                       (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bambu_live_init (BambuLive *self)
{
  self->limits = bambu_live_limits_default;
  self->store = bambu_live_store_new ();
  self->controls = bambu_live_controls_new ();
}

/**
 * bambu_live_new:
 * @client: who talks to the same cloud by HTTP, with the account's token
 * @devices: the account's printers, of #BambuDevice
 *
 * Returns: (transfer full): live reports that have yet to be started
 */
BambuLive *
bambu_live_new (BambuClient *client,
                BambuList   *devices)
{
  BambuLive *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (BAMBU_IS_LIST (devices), NULL);

  self = g_object_new (BAMBU_TYPE_LIVE, NULL);
  self->client = g_object_ref (client);
  self->devices = g_object_ref (devices);

  return self;
}

/**
 * bambu_live_start:
 * @self: a #BambuLive
 * @uid: whose printers these are
 * @url: (nullable): where the broker is: `mqtts://HOST[:PORT]`, or `mqtt://` to a loopback address; %NULL for
 *   `PLATEN_MQTT_URL` or, where that is unset, the region's own
 * @error: return location for an error
 *
 * Connects, and stays connected until bambu_live_stop(). Does nothing where that is so already.
 *
 * Returns: whether there is anything to connect to; if not, @error is set to %BAMBU_ERROR_NOT_FOUND where the cloud has no
 *   live reports, or to %BAMBU_ERROR_BAD_REQUEST where the address cannot be used
 */
gboolean
bambu_live_start (BambuLive   *self,
                  const char  *uid,
                  const char  *url,
                  GError     **error)
{
  g_return_val_if_fail (BAMBU_IS_LIVE (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  if (self->cancellable != NULL)
    return TRUE;

  bambu_live_place_clear (&self->place);

  if (!bambu_live_place_read (&self->place, self->client, url, error))
    return FALSE;

  g_free (self->uid);
  self->uid = g_strdup (uid);
  self->tries = 0;
  self->cancellable = g_cancellable_new ();
  self->care_id = g_timeout_add_seconds (CARE_S, care_cb, self);
  g_signal_connect_object (self->devices, "items-changed",
                           G_CALLBACK (bambu_live_follow),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb),
                           self, G_CONNECT_SWAPPED);
  bambu_live_connect (self);

  return TRUE;
}

/**
 * bambu_live_stop:
 * @self: a #BambuLive
 *
 * Ends the connection, without waiting for anything. From now on the printers are what the cloud says of them.
 */
void
bambu_live_stop (BambuLive *self)
{
  g_return_if_fail (BAMBU_IS_LIVE (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_signal_handlers_disconnect_by_data (self->devices, self);
  g_signal_handlers_disconnect_by_data (g_network_monitor_get_default (), self);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_handle_id (&self->poll_id, g_source_remove);
  g_clear_handle_id (&self->care_id, g_source_remove);
  bambu_live_drop_link (self);
  bambu_live_end_devices (self);
  self->opened = 0;
  bambu_live_set_state (self, BAMBU_LIVE_STATE_STOPPED, NULL);
}

/**
 * bambu_live_get_state:
 * @self: a #BambuLive
 *
 * Returns: where live reports stand
 */
BambuLiveState
bambu_live_get_state (BambuLive *self)
{
  g_return_val_if_fail (BAMBU_IS_LIVE (self), BAMBU_LIVE_STATE_STOPPED);

  return self->state;
}

/**
 * bambu_live_get_error:
 * @self: a #BambuLive
 *
 * Returns: (transfer none) (nullable): why no reports come, a #BambuError; %NULL where they do, or may soon
 */
const GError *
bambu_live_get_error (BambuLive *self)
{
  g_return_val_if_fail (BAMBU_IS_LIVE (self), NULL);

  return self->error;
}

/* Before it is started. */
void
bambu_live_set_limits (BambuLive             *self,
                       const BambuLiveLimits *limits)
{
  g_assert (self->cancellable == NULL);

  self->limits = *limits;
}

BambuLiveStore *
bambu_live_get_store (BambuLive *self)
{
  return self->store;
}

BambuLiveLink *
bambu_live_get_link (BambuLive *self)
{
  return self->link;
}

guint
bambu_live_get_answer_ms (BambuLive *self)
{
  return self->limits.answer_ms;
}

BambuLiveControls *
bambu_live_get_controls (BambuLive *self)
{
  return self->controls;
}
