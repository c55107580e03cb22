/* platen-notifier.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-notifier.h"

#include <glib/gi18n.h>

#include "platen-delivery.h"
#include "platen-demo-relay.h"
#include "platen-format.h"
#include "platen-notification-rules.h"
#include "platen-notification-text.h"
#include "platen-printer-text.h"

struct _PlatenNotifier
{
  GObject        parent_instance;

  GApplication  *application;
  GSettings     *settings;
  PlatenQuiet   *quiet;
  BambuPictures *pictures;
  gboolean       sandboxed;

  /* Of WatchEvent, the oldest first: for when it is not quiet any more. */
  GPtrArray     *held;

  /* Of GCancellable, by the notification's id: what is on its way. */
  GHashTable    *sending;
  guint          n_sending;

  /* Who waits until nothing is. */
  GTask         *settling;
};

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenNotifier, platen_notifier, G_TYPE_OBJECT)

/* What a notification says that can end being true. */
static const char *
get_topic (WatchEventKind kind)
{
  switch (kind)
    {
    case WATCH_EVENT_STARTED:
    case WATCH_EVENT_RESUMED:
    case WATCH_EVENT_ONLINE:
      return "goes-on";

    case WATCH_EVENT_PAUSED:
      return "paused";

    case WATCH_EVENT_ATTENTION:
      return "attention";

    case WATCH_EVENT_OFFLINE:
      return "offline";

    case WATCH_EVENT_FINISHED:
    case WATCH_EVENT_FAILED:
    case WATCH_EVENT_CANCELLED:
    case WATCH_EVENT_STOPPED:
    default:
      return NULL;
    }
}

/* The topics that are no longer true once it has happened. */
static const char * const *
get_outdated (WatchEventKind kind)
{
  static const char * const by_start[] = { "paused", "attention", "offline", "reminder", NULL };
  static const char * const by_pause[] = { "goes-on", "reminder", NULL };
  static const char * const by_resuming[] = { "paused", "attention", NULL };
  static const char * const by_leaving[] = { "goes-on", NULL };
  static const char * const by_return[] = { "offline", NULL };
  static const char * const by_end[] = { "goes-on", "paused", "attention", "offline", "reminder", NULL };
  static const char * const by_nothing[] = { NULL };

  switch (kind)
    {
    case WATCH_EVENT_STARTED:
      return by_start;

    case WATCH_EVENT_PAUSED:
      return by_pause;

    case WATCH_EVENT_RESUMED:
      return by_resuming;

    case WATCH_EVENT_OFFLINE:
      return by_leaving;

    case WATCH_EVENT_ONLINE:
      return by_return;

    case WATCH_EVENT_ATTENTION:
      return by_nothing;

    case WATCH_EVENT_FINISHED:
    case WATCH_EVENT_FAILED:
    case WATCH_EVENT_CANCELLED:
    case WATCH_EVENT_STOPPED:
    default:
      return by_end;
    }
}

static char *
build_id (const char *topic,
          const char *device_id)
{
  return g_strdup_printf ("%s-%s", topic, device_id);
}

/* An end stays true for ever. */
static char *
build_event_id (WatchEvent *event)
{
  const char *topic = get_topic (watch_event_get_kind (event));

  if (topic != NULL)
    return build_id (topic, watch_event_get_device_id (event));

  return build_id ("end", watch_event_get_id (event));
}

static void
tell_all_told (PlatenNotifier *self,
               GPtrArray      *events)
{
  for (guint i = 0; i < events->len; i++)
    g_signal_emit (self, signals[TOLD], 0, g_ptr_array_index (events, i));
}

static void
settle (PlatenNotifier *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->n_sending > 0 || self->settling == NULL)
    return;

  task = g_steal_pointer (&self->settling);
  g_task_return_boolean (task, TRUE);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PlatenNotifier) self = user_data;
  g_autoptr(GPtrArray) events = platen_delivery_send_finish (G_APPLICATION (object), result);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->sending);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == cancellable)
        g_hash_table_iter_remove (&iter);
    }

  if (events != NULL)
    tell_all_told (self, events);

  self->n_sending--;
  settle (self);
}

static void
send (PlatenNotifier *self,
      const char     *id,
      GNotification  *notification,
      GPtrArray      *events)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GCancellable *earlier = g_hash_table_lookup (self->sending, id);

  /* Else the older one, waiting for its picture, would take the newer one's place. */
  if (earlier != NULL)
    g_cancellable_cancel (earlier);

  g_hash_table_replace (self->sending, g_strdup (id), g_object_ref (cancellable));
  self->n_sending++;
  platen_delivery_send_async (self->application, id, notification, events,
                              self->pictures, self->sandboxed, cancellable,
                              sent_cb, g_object_ref (self));
}

static void
withdraw (PlatenNotifier *self,
          const char     *id)
{
  GCancellable *sending = g_hash_table_lookup (self->sending, id);

  if (sending != NULL)
    g_cancellable_cancel (sending);

  g_application_withdraw_notification (self->application, id);
}

/* What was held back and is no longer true need not be told at all. */
static void
drop_held (PlatenNotifier *self,
           const char     *id)
{
  for (guint i = self->held->len; i-- > 0;)
    {
      g_autoptr(WatchEvent) event = g_object_ref (g_ptr_array_index (self->held, i));
      g_autofree char *held_id = build_event_id (event);

      if (g_str_equal (held_id, id))
        {
          g_ptr_array_remove_index (self->held, i);
          g_signal_emit (self, signals[TOLD], 0, event);
        }
    }
}

static void
withdraw_outdated (PlatenNotifier *self,
                   WatchEvent     *event)
{
  const char * const *topics = get_outdated (watch_event_get_kind (event));

  for (guint i = 0; topics[i] != NULL; i++)
    {
      g_autofree char *id = build_id (topics[i], watch_event_get_device_id (event));

      withdraw (self, id);
      drop_held (self, id);
    }
}

static GNotification *
create_notification (PlatenNotifier *self,
                     const char     *title,
                     const char     *body,
                     const char     *device_id)
{
  GNotification *notification = g_notification_new (title);
  g_autoptr(GIcon) icon = g_themed_icon_new (APPLICATION_ID);

  if (body != NULL)
    g_notification_set_body (notification, body);

  g_notification_set_icon (notification, icon);

  platen_demo_relay_set_action (notification, self->application, self->sandboxed,
                                device_id != NULL ? "open-printer" : "show",
                                device_id != NULL ? device_id : "");

  return notification;
}

static void
send_event (PlatenNotifier *self,
            WatchEvent     *event)
{
  g_autoptr(GNotification) notification = NULL;
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = build_event_id (event);
  g_autofree char *title = platen_notification_dup_title (event);
  g_autofree char *body = platen_notification_dup_body (event);

  notification = create_notification (self, title, body, watch_event_get_device_id (event));
  g_notification_set_priority (notification, platen_notification_get_priority (event));
  g_ptr_array_add (events, g_object_ref (event));
  send (self, id, notification, events);
}

static void
send_summary (PlatenNotifier *self,
              GPtrArray      *events,
              gboolean        quiet)
{
  g_autoptr(GNotification) notification = NULL;
  g_autofree char *title = platen_notification_dup_summary_title (events, quiet);
  g_autofree char *body = platen_notification_dup_summary_body (events);
  g_autofree char *id = build_id ("summary", watch_event_get_id (g_ptr_array_index (events, 0)));
  GNotificationPriority priority = G_NOTIFICATION_PRIORITY_NORMAL;

  for (guint i = 0; i < events->len; i++)
    {
      if (platen_notification_is_failure (g_ptr_array_index (events, i)))
        priority = G_NOTIFICATION_PRIORITY_URGENT;
    }

  notification = create_notification (self, title, body, NULL);
  g_notification_set_priority (notification, priority);
  send (self, id, notification, events);
}

/* Those of @events that are to be told now. The others wait, or are done with. */
static GPtrArray *
sort_out (PlatenNotifier *self,
          GPtrArray      *events)
{
  g_autoptr(GPtrArray) unwanted = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *due = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < events->len; i++)
    {
      WatchEvent *event = g_ptr_array_index (events, i);
      GPtrArray *heap = due;

      if (!platen_notification_rules_wants (self->settings, event))
        heap = unwanted;
      else if (platen_quiet_holds_back (self->quiet, platen_notification_is_failure (event)))
        heap = self->held;

      g_ptr_array_add (heap, g_object_ref (event));
    }

  tell_all_told (self, unwanted);

  return due;
}

static void
tell_together (PlatenNotifier *self,
               GPtrArray      *events,
               gboolean        quiet)
{
  g_autoptr(GPtrArray) due = sort_out (self, events);

  if (due->len == 1)
    send_event (self, g_ptr_array_index (due, 0));
  else if (due->len > 1)
    send_summary (self, due, quiet);
}

static void
quiet_changed_cb (PlatenNotifier *self)
{
  g_autoptr(GPtrArray) held = self->held;

  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  tell_together (self, held, TRUE);
}

static void
platen_notifier_dispose (GObject *object)
{
  PlatenNotifier *self = PLATEN_NOTIFIER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->quiet);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (platen_notifier_parent_class)->dispose (object);
}

static void
platen_notifier_finalize (GObject *object)
{
  PlatenNotifier *self = PLATEN_NOTIFIER (object);

  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_clear_pointer (&self->sending, g_hash_table_unref);

  G_OBJECT_CLASS (platen_notifier_parent_class)->finalize (object);
}

static void
platen_notifier_class_init (PlatenNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_notifier_dispose;
  object_class->finalize = platen_notifier_finalize;

  signals[TOLD] =
    g_signal_new ("told",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, WATCH_TYPE_EVENT);
}

static void
platen_notifier_init (PlatenNotifier *self)
{
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->sending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * platen_notifier_new:
 * @application: the application, which is registered and outlives what is made here
 * @settings: what the user has set
 * @quiet: when notifications are held back
 * @pictures: where the plates’ pictures come from
 * @sandboxed: whether the desktop cannot read files of this program
 *
 * Returns: (transfer full): what tells the user
 */
PlatenNotifier *
platen_notifier_new (GApplication  *application,
                     GSettings     *settings,
                     PlatenQuiet   *quiet,
                     BambuPictures *pictures,
                     gboolean       sandboxed)
{
  PlatenNotifier *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (PLATEN_IS_QUIET (quiet), NULL);
  g_return_val_if_fail (BAMBU_IS_PICTURES (pictures), NULL);

  self = g_object_new (PLATEN_TYPE_NOTIFIER, NULL);
  self->application = application;
  self->settings = g_object_ref (settings);
  self->quiet = g_object_ref (quiet);
  self->pictures = g_object_ref (pictures);
  self->sandboxed = sandboxed;
  g_signal_connect_object (quiet, "changed", G_CALLBACK (quiet_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_notifier_tell:
 * @self: a notifier
 * @event: what happened
 *
 * Tells one thing.
 */
void
platen_notifier_tell (PlatenNotifier *self,
                      WatchEvent     *event)
{
  g_autoptr(GPtrArray) events = NULL;

  g_return_if_fail (PLATEN_IS_NOTIFIER (self));
  g_return_if_fail (WATCH_IS_EVENT (event));

  events = g_ptr_array_new ();
  g_ptr_array_add (events, event);
  withdraw_outdated (self, event);
  tell_together (self, events, FALSE);
}

/**
 * platen_notifier_sum_up:
 * @self: a notifier
 * @events: (element-type WatchEvent): what happened while the program was off, the oldest first
 *
 * Tells several things in one notification.
 */
void
platen_notifier_sum_up (PlatenNotifier *self,
                        GPtrArray      *events)
{
  g_return_if_fail (PLATEN_IS_NOTIFIER (self));
  g_return_if_fail (events != NULL);

  for (guint i = 0; i < events->len; i++)
    withdraw_outdated (self, g_ptr_array_index (events, i));

  tell_together (self, events, FALSE);
}

/**
 * platen_notifier_remind:
 * @self: a notifier
 * @device: a printer whose print ends soon
 *
 * Reminds of the end of a print, unless it is quiet: then it would come too late.
 */
void
platen_notifier_remind (PlatenNotifier *self,
                        BambuDevice    *device)
{
  g_autoptr(GNotification) notification = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *printer = NULL;
  g_autofree char *left = NULL;
  g_autofree char *title = NULL;
  g_autofree char *done = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (PLATEN_IS_NOTIFIER (self));
  g_return_if_fail (BAMBU_IS_DEVICE (device));

  if (!g_settings_get_boolean (self->settings, "notifications") ||
      platen_notification_rules_is_silent (self->settings, bambu_device_get_id (device)) ||
      platen_quiet_holds_back (self->quiet, FALSE))
    return;

  printer = platen_printer_dup_title (device);
  left = platen_format_duration (platen_printer_get_time_left (device, NULL));
  done = platen_printer_dup_done (device, NULL);

  /* Translators: a printer and a time span, as in "Workshop X1C is done in 10 min" */
  title = g_strdup_printf (_("%s is done in %s"), printer, left);
  id = build_id ("reminder", bambu_device_get_id (device));
  events = g_ptr_array_new ();
  notification = create_notification (self, title, done, bambu_device_get_id (device));
  send (self, id, notification, events);
}

/**
 * platen_notifier_settle_async:
 * @self: a notifier
 * @callback: called when the desktop has all that was to be told so far
 * @user_data: for @callback
 *
 * Waits for it, before the program ends: what the desktop has but is not known to have would be told again. Once only.
 */
void
platen_notifier_settle_async (PlatenNotifier      *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (PLATEN_IS_NOTIFIER (self));
  g_return_if_fail (self->settling == NULL);

  self->settling = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->settling, platen_notifier_settle_async);
  settle (self);
}

/**
 * platen_notifier_settle_finish:
 * @self: a notifier
 * @result: what the callback got
 * @error: where to say why not
 *
 * Ends platen_notifier_settle_async().
 *
 * Returns: whether nothing is on its way any more
 */
gboolean
platen_notifier_settle_finish (PlatenNotifier  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (PLATEN_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
