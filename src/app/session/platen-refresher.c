/* platen-refresher.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-refresher.h"

#include "platen-firmware-round.h"

/* In seconds. Printers change while one looks; projects and presets are changed by hand, elsewhere. */
#define DEVICES_INTERVAL  30
#define LIVE_INTERVAL     (10 * 60)
#define PROJECTS_INTERVAL (5 * 60)
#define PRESETS_INTERVAL  (15 * 60)
#define MESSAGES_INTERVAL (5 * 60)
#define FIRMWARE_INTERVAL (24 * 60 * 60)

/* After a failure it is tried sooner, and less and less soon. */
#define RETRY_FIRST 5u
#define RETRY_LAST  60u

typedef enum
{
  FEED_DEVICES,
  FEED_PROJECTS,
  FEED_PRESETS,
  FEED_MESSAGES,
  N_FEEDS
} FeedId;

typedef struct
{
  BambuList *list;
  guint      interval;
  guint      timeout;
  guint      failures;
  gboolean   heard;
} Feed;

struct _PlatenRefresher
{
  GObject          parent_instance;

  BambuSession    *session;
  GNetworkMonitor *network;
  GCancellable    *cancellable;
  Feed             feeds[N_FEEDS];
  gint64           firmware_asked;   /* monotonic; 0 for never */
  gboolean         account_heard;
  gboolean         active;
};

enum
{
  PROP_SESSION = 1,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenRefresher, platen_refresher, G_TYPE_OBJECT)

static void
refresh_feed (PlatenRefresher *self,
              Feed            *feed)
{
  g_clear_handle_id (&feed->timeout, g_source_remove);

  bambu_list_refresh_async (feed->list, self->cancellable, NULL, NULL);
}

static void
account_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenRefresher) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean heard = bambu_session_refresh_account_finish (BAMBU_SESSION (object), result, &error);

  if (heard && BAMBU_SESSION (object) == self->session)
    self->account_heard = TRUE;
}

static void
refresh_account (PlatenRefresher *self)
{
  bambu_session_refresh_account_async (self->session, self->cancellable, account_cb, g_object_ref (self));
}

/* One request for each printer, hence not with every look at them. */
static void
check_firmware (PlatenRefresher *self)
{
  const gint64 now = g_get_monotonic_time ();

  if (self->firmware_asked != 0 && now - self->firmware_asked < FIRMWARE_INTERVAL * G_TIME_SPAN_SECOND)
    return;

  self->firmware_asked = now;
  platen_firmware_round_start (self->session, self->cancellable);
}

/* Printers that report themselves leave little to be asked for. */
static guint
get_interval (PlatenRefresher *self,
              Feed            *feed)
{
  BambuLive *live = bambu_session_get_live (self->session);

  if (feed == &self->feeds[FEED_DEVICES] && bambu_live_get_state (live) == BAMBU_LIVE_STATE_CONNECTED)
    return LIVE_INTERVAL;

  return feed->interval;
}

/* In seconds from now; a clock that was set back counts as no time passed. */
static guint
get_wait (PlatenRefresher *self,
          Feed            *feed)
{
  const guint interval = get_interval (self, feed);
  GDateTime *updated = bambu_list_get_updated (feed->list);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  gint64 passed;

  if (feed->failures > 0)
    return MIN (interval, MIN (RETRY_LAST, RETRY_FIRST << MIN (feed->failures - 1, 4u)));

  if (!feed->heard || updated == NULL)
    return 0;

  passed = MAX (g_date_time_difference (now, updated) / G_TIME_SPAN_SECOND, 0);

  return passed < interval ? interval - passed : 0;
}

static gboolean
due_cb (gpointer user_data)
{
  PlatenRefresher *self = user_data;

  for (guint i = 0; i < N_FEEDS; i++)
    {
      Feed *feed = &self->feeds[i];

      if (feed->timeout == g_source_get_id (g_main_current_source ()))
        {
          feed->timeout = 0;
          refresh_feed (self, feed);
        }
    }

  return G_SOURCE_REMOVE;
}

static void
schedule_feed (PlatenRefresher *self,
               Feed            *feed)
{
  guint wait;

  g_clear_handle_id (&feed->timeout, g_source_remove);

  if (!self->active || feed->list == NULL || bambu_list_get_loading (feed->list))
    return;

  wait = get_wait (self, feed);
  if (wait == 0)
    refresh_feed (self, feed);
  else
    feed->timeout = g_timeout_add_seconds (wait, due_cb, self);
}

static void
live_state_cb (PlatenRefresher *self)
{
  schedule_feed (self, &self->feeds[FEED_DEVICES]);
}

/* Also when somebody else asked, by "Retry". */
static void
loading_cb (BambuList       *list,
            GParamSpec      *pspec,
            PlatenRefresher *self)
{
  if (bambu_list_get_loading (list))
    return;

  for (guint i = 0; i < N_FEEDS; i++)
    {
      Feed *feed = &self->feeds[i];

      if (feed->list != list)
        continue;

      feed->heard = TRUE;
      if (bambu_list_get_error (list) != NULL)
        feed->failures++;
      else
        feed->failures = 0;

      /* Once is enough, as soon as the cloud can be reached. */
      if (i == FEED_DEVICES && feed->failures == 0 && !self->account_heard)
        refresh_account (self);

      if (i == FEED_DEVICES && feed->failures == 0)
        check_firmware (self);

      schedule_feed (self, feed);
    }
}

static void
network_changed_cb (PlatenRefresher *self,
                    gboolean         available)
{
  if (!available || !self->active)
    return;

  for (guint i = 0; i < N_FEEDS; i++)
    if (self->feeds[i].failures > 0)
      refresh_feed (self, &self->feeds[i]);
}

static void
set_feed (PlatenRefresher *self,
          FeedId           id,
          BambuList       *list,
          guint            interval)
{
  Feed *feed = &self->feeds[id];

  feed->list = g_object_ref (list);
  feed->interval = interval;
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_cb), self, 0);
}

static void
clear_feeds (PlatenRefresher *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  for (guint i = 0; i < N_FEEDS; i++)
    {
      Feed *feed = &self->feeds[i];

      if (feed->list != NULL)
        g_signal_handlers_disconnect_by_func (feed->list, loading_cb, self);

      g_clear_handle_id (&feed->timeout, g_source_remove);
      g_clear_object (&feed->list);
      *feed = (Feed) { NULL };
    }

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (bambu_session_get_live (self->session), live_state_cb, self);

  self->account_heard = FALSE;
  self->firmware_asked = 0;
}

static void
platen_refresher_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlatenRefresher *self = PLATEN_REFRESHER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_refresher_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlatenRefresher *self = PLATEN_REFRESHER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      platen_refresher_set_session (self, g_value_get_object (value));
      break;

    case PROP_ACTIVE:
      platen_refresher_set_active (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_refresher_dispose (GObject *object)
{
  PlatenRefresher *self = PLATEN_REFRESHER (object);

  clear_feeds (self);
  g_clear_object (&self->session);
  g_clear_object (&self->network);

  G_OBJECT_CLASS (platen_refresher_parent_class)->dispose (object);
}

static void
platen_refresher_class_init (PlatenRefresherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = platen_refresher_get_property;
  object_class->set_property = platen_refresher_set_property;
  object_class->dispose = platen_refresher_dispose;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_refresher_init (PlatenRefresher *self)
{
  self->network = g_object_ref (g_network_monitor_get_default ());
  g_signal_connect_object (self->network,
                           "network-changed",
                           G_CALLBACK (network_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * platen_refresher_new:
 *
 * Returns: (transfer full): a refresher with nothing to do
 */
PlatenRefresher *
platen_refresher_new (void)
{
  return g_object_new (PLATEN_TYPE_REFRESHER, NULL);
}

/**
 * platen_refresher_set_session:
 * @self: a refresher
 * @session: (nullable): an open session
 *
 * Sets whose lists are kept fresh.
 */
void
platen_refresher_set_session (PlatenRefresher *self,
                              BambuSession    *session)
{
  g_return_if_fail (PLATEN_IS_REFRESHER (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (self->session == session)
    return;

  clear_feeds (self);
  g_set_object (&self->session, session);

  if (session != NULL)
    {
      self->cancellable = g_cancellable_new ();
      g_signal_connect_object (bambu_session_get_live (session), "notify::state",
                               G_CALLBACK (live_state_cb), self, G_CONNECT_SWAPPED);
      set_feed (self, FEED_DEVICES, bambu_session_get_devices (session), DEVICES_INTERVAL);
      set_feed (self, FEED_PROJECTS, bambu_session_get_projects (session), PROJECTS_INTERVAL);
      set_feed (self, FEED_PRESETS, bambu_session_get_presets (session), PRESETS_INTERVAL);
      set_feed (self, FEED_MESSAGES,
                bambu_feed_get_list (bambu_session_get_messages (session, BAMBU_MESSAGE_KIND_UNKNOWN)),
                MESSAGES_INTERVAL);

      for (guint i = 0; i < N_FEEDS; i++)
        schedule_feed (self, &self->feeds[i]);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * platen_refresher_set_active:
 * @self: a refresher
 * @active: whether somebody looks
 *
 * Nothing is fetched while nobody looks; what has become old by then is fetched as soon as somebody does.
 */
void
platen_refresher_set_active (PlatenRefresher *self,
                             gboolean         active)
{
  g_return_if_fail (PLATEN_IS_REFRESHER (self));

  active = !!active;
  if (self->active == active)
    return;

  self->active = active;
  for (guint i = 0; i < N_FEEDS; i++)
    schedule_feed (self, &self->feeds[i]);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * platen_refresher_catch_up:
 * @self: a refresher
 *
 * Fetches what has become old while no timer ran, as while the machine slept.
 */
void
platen_refresher_catch_up (PlatenRefresher *self)
{
  g_return_if_fail (PLATEN_IS_REFRESHER (self));

  for (guint i = 0; i < N_FEEDS; i++)
    if (self->feeds[i].list != NULL && get_wait (self, &self->feeds[i]) == 0)
      schedule_feed (self, &self->feeds[i]);
}

/**
 * platen_refresher_refresh:
 * @self: a refresher
 *
 * Fetches all lists and the account now, however fresh they are.
 */
void
platen_refresher_refresh (PlatenRefresher *self)
{
  g_return_if_fail (PLATEN_IS_REFRESHER (self));

  if (self->session == NULL)
    return;

  refresh_account (self);
  for (guint i = 0; i < N_FEEDS; i++)
    refresh_feed (self, &self->feeds[i]);
}
