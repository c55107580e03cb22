/* watch-event.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-event-private.h"

G_DEFINE_FINAL_TYPE (WatchEvent, watch_event, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (WatchEventKind, watch_event_kind,
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_STARTED, "started"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_FINISHED, "finished"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_CANCELLED, "cancelled"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_PAUSED, "paused"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_RESUMED, "resumed"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_ATTENTION, "attention"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_OFFLINE, "offline"),
                    G_DEFINE_ENUM_VALUE (WATCH_EVENT_ONLINE, "online"))

G_DEFINE_ENUM_TYPE (WatchReason, watch_reason,
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_USER, "user"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_GCODE, "gcode"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_FILAMENT, "filament"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_NOZZLE, "nozzle"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_COVER, "cover"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_FIRST_LAYER, "first-layer"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_TEMPERATURE, "temperature"),
                    G_DEFINE_ENUM_VALUE (WATCH_REASON_AMS, "ams"))

static void
watch_event_finalize (GObject *object)
{
  WatchEvent *self = (WatchEvent *)object;

  g_free (self->id);
  g_free (self->device_id);
  g_free (self->device_name);
  g_free (self->task_id);
  g_free (self->title);
  g_free (self->plate_name);
  g_free (self->cover);
  g_free (self->code);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->start_time, g_date_time_unref);

  G_OBJECT_CLASS (watch_event_parent_class)->finalize (object);
}

static void
watch_event_class_init (WatchEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = watch_event_finalize;
}

static void
watch_event_init (WatchEvent *self)
{
  self->plate_index = -1;
  self->duration = -1;
  self->grams = -1;
}

/* A name that goes with a value, and back: -1 where it goes with none. */
static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value (class, value);

  return found != NULL ? found->value_nick : NULL;
}

static int
find_nick (GType       type,
           const char *nick)
{
  g_autoptr(GEnumClass) class = g_type_class_ref (type);
  const GEnumValue *found = nick != NULL ? g_enum_get_value_by_nick (class, nick) : NULL;

  return found != NULL ? found->value : -1;
}

/**
 * watch_event_kind_to_string:
 * @kind: what happened
 *
 * Returns: (transfer none): a word for it that stays the same from version to version, such as "finished"
 */
const char *
watch_event_kind_to_string (WatchEventKind kind)
{
  return get_nick (WATCH_TYPE_EVENT_KIND, kind);
}

gboolean
watch_event_kind_from_string (const char     *string,
                              WatchEventKind *kind)
{
  const int found = find_nick (WATCH_TYPE_EVENT_KIND, string);

  g_assert (kind != NULL);

  if (found >= 0)
    *kind = found;

  return found >= 0;
}

gboolean
watch_event_kind_is_end (WatchEventKind kind)
{
  return kind == WATCH_EVENT_FINISHED ||
         kind == WATCH_EVENT_FAILED ||
         kind == WATCH_EVENT_CANCELLED ||
         kind == WATCH_EVENT_STOPPED;
}

/**
 * watch_reason_to_string:
 * @reason: why it happened
 *
 * Returns: (transfer none) (nullable): a word for it that stays the same from version to version, such as "filament"; %NULL for
 *   %WATCH_REASON_UNKNOWN
 */
const char *
watch_reason_to_string (WatchReason reason)
{
  return reason != WATCH_REASON_UNKNOWN ? get_nick (WATCH_TYPE_REASON, reason) : NULL;
}

WatchReason
watch_reason_from_string (const char *string)
{
  const int found = find_nick (WATCH_TYPE_REASON, string);

  return found >= 0 ? found : WATCH_REASON_UNKNOWN;
}

/**
 * watch_event_get_id:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none): what tells it from all others, also after a restart of the program
 */
const char *
watch_event_get_id (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->id;
}

/**
 * watch_event_get_kind:
 * @self: a #WatchEvent
 *
 * Returns: what happened
 */
WatchEventKind
watch_event_get_kind (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), WATCH_EVENT_STARTED);

  return self->kind;
}

/**
 * watch_event_get_device_id:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none): the serial number of the printer
 */
const char *
watch_event_get_device_id (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->device_id;
}

/**
 * watch_event_get_device_name:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): what the printer is called
 */
const char *
watch_event_get_device_name (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->device_name;
}

/**
 * watch_event_get_task_id:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): the print’s id in `my/tasks`; %NULL where the cloud did not start it
 */
const char *
watch_event_get_task_id (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->task_id;
}

/**
 * watch_event_get_title:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): what is printed
 */
const char *
watch_event_get_title (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->title;
}

/**
 * watch_event_get_plate_index:
 * @self: a #WatchEvent
 *
 * Returns: which plate, from 1; -1 where that is not told
 */
int
watch_event_get_plate_index (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), -1);

  return self->plate_index;
}

/**
 * watch_event_get_plate_name:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): what the plate is called
 */
const char *
watch_event_get_plate_name (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->plate_name;
}

/**
 * watch_event_get_cover:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): the address of the plate’s picture, which expires
 */
const char *
watch_event_get_cover (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->cover;
}

/**
 * watch_event_get_reason:
 * @self: a #WatchEvent
 *
 * Returns: why it happened, as far as that is told
 */
WatchReason
watch_event_get_reason (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), WATCH_REASON_UNKNOWN);

  return self->reason;
}

/**
 * watch_event_get_code:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): the printer’s own code for it, such as "0300_8004" or "0300_0100_0001_0007"
 */
const char *
watch_event_get_code (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->code;
}

/**
 * watch_event_get_time:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none): when it happened or, where that is not told, when this program heard of it
 */
GDateTime *
watch_event_get_time (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->time;
}

/**
 * watch_event_get_start_time:
 * @self: a #WatchEvent
 *
 * Returns: (transfer none) (nullable): when the print began
 */
GDateTime *
watch_event_get_start_time (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), NULL);

  return self->start_time;
}

/**
 * watch_event_get_duration:
 * @self: a #WatchEvent
 *
 * Returns: how long the print took, in seconds; -1 where it has not ended or that is not told
 */
int
watch_event_get_duration (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), -1);

  return self->duration;
}

/**
 * watch_event_get_grams:
 * @self: a #WatchEvent
 *
 * Returns: the slicer’s estimate for the whole print, in grams; -1 where that is not told
 */
double
watch_event_get_grams (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), -1);

  return self->grams;
}

/**
 * watch_event_get_live:
 * @self: a #WatchEvent
 *
 * Returns: whether it is from the printer’s own report rather than from a poll
 */
gboolean
watch_event_get_live (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), FALSE);

  return self->live;
}

/**
 * watch_event_get_while_off:
 * @self: a #WatchEvent
 *
 * Returns: whether it happened, or was left untold, before the program started
 */
gboolean
watch_event_get_while_off (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), FALSE);

  return self->while_off;
}

/**
 * watch_event_is_end:
 * @self: a #WatchEvent
 *
 * Returns: whether a print is over with it
 */
gboolean
watch_event_is_end (WatchEvent *self)
{
  g_return_val_if_fail (WATCH_IS_EVENT (self), FALSE);

  return watch_event_kind_is_end (self->kind);
}
