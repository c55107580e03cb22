/* watch-event.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WatchEventKind:
 * @WATCH_EVENT_STARTED: a print has begun, or is being prepared
 * @WATCH_EVENT_FINISHED: a print has ended well
 * @WATCH_EVENT_FAILED: a print has ended before its time, because of an error
 * @WATCH_EVENT_CANCELLED: a print was ended by somebody
 * @WATCH_EVENT_STOPPED: a print has ended before its time, by an error or by somebody: that is not told
 * @WATCH_EVENT_PAUSED: a print waits
 * @WATCH_EVENT_RESUMED: a print that waited goes on
 * @WATCH_EVENT_ATTENTION: the printer reports something grave, while it goes on
 * @WATCH_EVENT_OFFLINE: the printer is out of reach in the middle of a print
 * @WATCH_EVENT_ONLINE: it is back, and the print goes on
 *
 * What happened.
 */
typedef enum
{
  WATCH_EVENT_STARTED,
  WATCH_EVENT_FINISHED,
  WATCH_EVENT_FAILED,
  WATCH_EVENT_CANCELLED,
  WATCH_EVENT_STOPPED,
  WATCH_EVENT_PAUSED,
  WATCH_EVENT_RESUMED,
  WATCH_EVENT_ATTENTION,
  WATCH_EVENT_OFFLINE,
  WATCH_EVENT_ONLINE,
} WatchEventKind;

/**
 * WatchReason:
 * @WATCH_REASON_UNKNOWN: not told
 * @WATCH_REASON_USER: somebody wanted it so
 * @WATCH_REASON_GCODE: the file being printed asks for it
 * @WATCH_REASON_FILAMENT: the filament ran out
 * @WATCH_REASON_NOZZLE: the nozzle is clogged
 * @WATCH_REASON_COVER: the front cover fell off
 * @WATCH_REASON_FIRST_LAYER: the first layer has flaws
 * @WATCH_REASON_TEMPERATURE: something does not get, or stay, as warm as it should
 * @WATCH_REASON_AMS: the AMS was lost
 *
 * Why it happened, as far as live reports tell.
 */
typedef enum
{
  WATCH_REASON_UNKNOWN,
  WATCH_REASON_USER,
  WATCH_REASON_GCODE,
  WATCH_REASON_FILAMENT,
  WATCH_REASON_NOZZLE,
  WATCH_REASON_COVER,
  WATCH_REASON_FIRST_LAYER,
  WATCH_REASON_TEMPERATURE,
  WATCH_REASON_AMS,
} WatchReason;

#define WATCH_TYPE_EVENT_KIND (watch_event_kind_get_type ())
#define WATCH_TYPE_REASON     (watch_reason_get_type ())
#define WATCH_TYPE_EVENT      (watch_event_get_type ())

/* Something that happened to a print, once. It does not change. Strings are NULL and times NULL where not told. */
G_DECLARE_FINAL_TYPE (WatchEvent, watch_event, WATCH, EVENT, GObject)

GType           watch_event_kind_get_type   (void);
GType           watch_reason_get_type       (void);
const char     *watch_event_kind_to_string  (WatchEventKind  kind);   /* "finished" */
const char     *watch_reason_to_string      (WatchReason     reason); /* "filament"; NULL: not told */

const char     *watch_event_get_id          (WatchEvent     *self);   /* the same after a restart of the program */
WatchEventKind  watch_event_get_kind        (WatchEvent     *self);
const char     *watch_event_get_device_id   (WatchEvent     *self);
const char     *watch_event_get_device_name (WatchEvent     *self);
const char     *watch_event_get_task_id     (WatchEvent     *self);   /* in my/tasks; NULL for what the cloud did not start */
const char     *watch_event_get_title       (WatchEvent     *self);   /* what is printed */
int             watch_event_get_plate_index (WatchEvent     *self);   /* from 1; -1 not told */
const char     *watch_event_get_plate_name  (WatchEvent     *self);
const char     *watch_event_get_cover       (WatchEvent     *self);   /* address of the plate's picture; expires */
WatchReason     watch_event_get_reason      (WatchEvent     *self);
const char     *watch_event_get_code        (WatchEvent     *self);   /* "0300_8004" or "0300_0100_0001_0007" */
GDateTime      *watch_event_get_time        (WatchEvent     *self);   /* when it happened or else was heard; never NULL */
GDateTime      *watch_event_get_start_time  (WatchEvent     *self);   /* of the print */
int             watch_event_get_duration    (WatchEvent     *self);   /* s that an ended print really took; -1 not told */
double          watch_event_get_grams       (WatchEvent     *self);   /* the slicer's, of the whole print; -1 not told */
gboolean        watch_event_get_live        (WatchEvent     *self);   /* from the printer's own report, not from a poll */
gboolean        watch_event_get_while_off   (WatchEvent     *self);   /* happened, or was not told, before the program started */

/* Whether a print is over with it: finished, failed, cancelled or stopped. */
gboolean        watch_event_is_end          (WatchEvent     *self);

G_END_DECLS
