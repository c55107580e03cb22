/* platen-notification-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notification-text.h"

#include <glib/gi18n.h>

#include "platen-format.h"

/* In characters: longer names are cut, so that the rest of the sentence is seen. */
#define MAX_NAME 60

/* A notification that does not fit the screen tells nothing. */
#define MAX_LINES 6

/* What is told as soon as this many seconds after it happened needs no time of day. */
#define RECENT 300

/* On one line, and not too long. */
static char *
dup_name (const char *name,
          const char *otherwise)
{
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;
  g_autoptr(GString) result = g_string_new (NULL);
  glong length = 0;

  for (const char *p = valid; p != NULL && *p != '\0' && length < MAX_NAME; p = g_utf8_next_char (p), length++)
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c);
    }

  if (length == MAX_NAME)
    g_string_append (result, "…");

  g_strstrip (result->str);

  return g_strdup (*result->str != '\0' ? result->str : otherwise);
}

/**
 * platen_notification_dup_plain:
 * @text: any text
 *
 * Desktops do not agree on whether a notification’s body is markup: what would be in some is written so that it is in
 * none.
 *
 * Returns: (transfer full): @text with what markup is made of replaced by what looks like it
 */
char *
platen_notification_dup_plain (const char *text)
{
  g_autoptr(GString) plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_new (text);
  g_string_replace (plain, "&", "＆", 0);
  g_string_replace (plain, "<", "‹", 0);
  g_string_replace (plain, ">", "›", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/**
 * platen_notification_dup_title:
 * @event: what happened
 *
 * Returns: (transfer full): as in "Benchy finished on Workshop X1C"
 */
char *
platen_notification_dup_title (WatchEvent *event)
{
  g_autofree char *print = NULL;
  g_autofree char *printer = NULL;

  g_return_val_if_fail (WATCH_IS_EVENT (event), NULL);

  print = dup_name (watch_event_get_title (event), _("Unnamed print"));
  printer = dup_name (watch_event_get_device_name (event), _("Unnamed printer"));

  switch (watch_event_get_kind (event))
    {
    case WATCH_EVENT_STARTED:
      /* Translators: a print and a printer, as in "Benchy started on Workshop X1C" */
      return g_strdup_printf (_("%s started on %s"), print, printer);

    case WATCH_EVENT_FINISHED:
      /* Translators: a print and a printer */
      return g_strdup_printf (_("%s finished on %s"), print, printer);

    case WATCH_EVENT_FAILED:
      /* Translators: a print and a printer */
      return g_strdup_printf (_("%s failed on %s"), print, printer);

    case WATCH_EVENT_CANCELLED:
      /* Translators: a print and a printer */
      return g_strdup_printf (_("%s was canceled on %s"), print, printer);

    case WATCH_EVENT_PAUSED:
      /* Translators: a print and a printer */
      return g_strdup_printf (_("%s is paused on %s"), print, printer);

    case WATCH_EVENT_RESUMED:
      /* Translators: a print and a printer */
      return g_strdup_printf (_("%s resumed on %s"), print, printer);

    case WATCH_EVENT_ATTENTION:
      /* Translators: a printer and what it prints, as in "Workshop X1C needs a hand with Benchy" */
      return g_strdup_printf (_("%s needs a hand with %s"), printer, print);

    case WATCH_EVENT_OFFLINE:
      /* Translators: a printer and what it prints, as in "Workshop X1C went offline while printing Benchy" */
      return g_strdup_printf (_("%s went offline while printing %s"), printer, print);

    case WATCH_EVENT_ONLINE:
      /* Translators: a printer and what it prints, as in "Workshop X1C is back and still prints Benchy" */
      return g_strdup_printf (_("%s is back and still prints %s"), printer, print);

    case WATCH_EVENT_STOPPED:
    default:
      /* Translators: a print and a printer */
      return g_strdup_printf (_("%s stopped on %s"), print, printer);
    }
}

/* A whole sentence; NULL where it is not known. */
static const char *
get_reason (WatchReason reason)
{
  switch (reason)
    {
    case WATCH_REASON_USER:
      return _("Somebody wanted it so.");

    case WATCH_REASON_GCODE:
      return _("The file that is printed asks for it.");

    case WATCH_REASON_FILAMENT:
      return _("The filament ran out.");

    case WATCH_REASON_NOZZLE:
      return _("The nozzle is clogged.");

    case WATCH_REASON_COVER:
      return _("The front cover fell off.");

    case WATCH_REASON_FIRST_LAYER:
      return _("The first layer has flaws.");

    case WATCH_REASON_TEMPERATURE:
      return _("A temperature is not what it should be.");

    case WATCH_REASON_AMS:
      return _("The AMS was lost.");

    case WATCH_REASON_UNKNOWN:
    default:
      return NULL;
    }
}

static const char *
get_explanation (WatchEvent *event)
{
  const char *reason = get_reason (watch_event_get_reason (event));

  if (reason != NULL)
    return reason;

  switch (watch_event_get_kind (event))
    {
    case WATCH_EVENT_STOPPED:
      return _("It failed or was canceled: the cloud does not tell which.");

    case WATCH_EVENT_PAUSED:
    case WATCH_EVENT_ATTENTION:
      return _("The printer’s display says what it waits for.");

    case WATCH_EVENT_OFFLINE:
      return _("It may go on without a connection.");

    case WATCH_EVENT_STARTED:
    case WATCH_EVENT_FINISHED:
    case WATCH_EVENT_FAILED:
    case WATCH_EVENT_CANCELLED:
    case WATCH_EVENT_RESUMED:
    case WATCH_EVENT_ONLINE:
    default:
      return NULL;
    }
}

static void
add_line (GString    *text,
          const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');

  g_string_append (text, line);
}

static void
add_reason (GString    *text,
            WatchEvent *event)
{
  const char *explanation = get_explanation (event);

  if (explanation != NULL)
    add_line (text, explanation);

  if (watch_event_get_code (event) != NULL)
    {
      g_autofree char *code = dup_name (watch_event_get_code (event), "");
      g_autofree char *plain = platen_notification_dup_plain (code);
      /* Translators: what the printer shows, as in "Code 0300_8004" */
      g_autofree char *line = g_strdup_printf (_("Code %s"), plain);

      add_line (text, line);
    }
}

/* How long it took, and what it took. That is the slicer's word for the whole print, and means nothing of half of one. */
static void
add_cost (GString    *text,
          WatchEvent *event)
{
  const gboolean finished = watch_event_get_kind (event) == WATCH_EVENT_FINISHED;
  const int duration = watch_event_get_duration (event);
  const double grams = watch_event_get_grams (event);
  g_autofree char *took = NULL;

  if (duration > 0)
    {
      g_autofree char *span = platen_format_duration (duration);

      if (finished)
        /* Translators: a time span, as in "Took 1 h 12 min" */
        took = g_strdup_printf (_("Took %s"), span);
      else
        /* Translators: a time span, as in "After 1 h 12 min" */
        took = g_strdup_printf (_("After %s"), span);
    }

  if (finished && grams > 0)
    {
      g_autofree char *weight = platen_format_grams (grams);
      /* Translators: a weight, as in "12.6 g of filament" */
      g_autofree char *used = g_strdup_printf (_("%s of filament"), weight);
      g_autofree char *line = g_strjoin (" · ", took != NULL ? took : used, took != NULL ? used : NULL, NULL);

      add_line (text, line);
    }
  else if (took != NULL)
    {
      add_line (text, took);
    }
}

static char *
dup_time (WatchEvent *event)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  const GTimeSpan passed = g_date_time_difference (now, watch_event_get_time (event));

  return passed > RECENT * G_TIME_SPAN_SECOND ? platen_format_moment (watch_event_get_time (event), NULL) : NULL;
}

/**
 * platen_notification_dup_body:
 * @event: what happened
 *
 * Returns: (transfer full) (nullable): what else there is to say: how long it took and how much filament, or why, and
 *   when where that was a while ago
 */
char *
platen_notification_dup_body (WatchEvent *event)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (WATCH_IS_EVENT (event), NULL);

  text = g_string_new (NULL);
  add_reason (text, event);

  if (watch_event_is_end (event))
    add_cost (text, event);

  if ((time = dup_time (event)))
    add_line (text, time);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * platen_notification_dup_summary_title:
 * @events: (element-type WatchEvent): what happened
 * @quiet: whether it was held back, rather than happened while the program was off
 *
 * Returns: (transfer full): what stands over all of them
 */
char *
platen_notification_dup_summary_title (GPtrArray *events,
                                       gboolean   quiet)
{
  g_return_val_if_fail (events != NULL, NULL);

  if (quiet)
    return g_strdup_printf (ngettext ("%u notification while it was quiet",
                                      "%u notifications while it was quiet", events->len),
                            events->len);

  return g_strdup_printf (ngettext ("%u notification while Platen was off",
                                    "%u notifications while Platen was off", events->len),
                          events->len);
}

/**
 * platen_notification_dup_summary_body:
 * @events: (element-type WatchEvent): what happened, the oldest first
 *
 * Returns: (transfer full): a line for each of the newest, and how many more there are
 */
char *
platen_notification_dup_summary_body (GPtrArray *events)
{
  g_autoptr(GString) text = NULL;
  guint n_lines;

  g_return_val_if_fail (events != NULL, NULL);

  text = g_string_new (NULL);
  n_lines = MIN (events->len, MAX_LINES);

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *title = platen_notification_dup_title (g_ptr_array_index (events, events->len - 1 - i));
      g_autofree char *plain = platen_notification_dup_plain (title);

      add_line (text, plain);
    }

  if (events->len > n_lines)
    {
      const guint n_more = events->len - n_lines;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      add_line (text, more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * platen_notification_is_failure:
 * @event: what happened
 *
 * Returns: whether it is as grave as what may be let through in quiet hours
 */
gboolean
platen_notification_is_failure (WatchEvent *event)
{
  g_return_val_if_fail (WATCH_IS_EVENT (event), FALSE);

  switch (watch_event_get_kind (event))
    {
    case WATCH_EVENT_FAILED:
    case WATCH_EVENT_STOPPED:
    case WATCH_EVENT_ATTENTION:
      return TRUE;

    case WATCH_EVENT_PAUSED:
      /* Whoever paused it knows. */
      return watch_event_get_reason (event) != WATCH_REASON_USER;

    case WATCH_EVENT_STARTED:
    case WATCH_EVENT_FINISHED:
    case WATCH_EVENT_CANCELLED:
    case WATCH_EVENT_RESUMED:
    case WATCH_EVENT_OFFLINE:
    case WATCH_EVENT_ONLINE:
    default:
      return FALSE;
    }
}

/**
 * platen_notification_get_priority:
 * @event: what happened
 *
 * Some desktops show %G_NOTIFICATION_PRIORITY_HIGH like any other: what needs a hand is urgent.
 *
 * Returns: how much it matters
 */
GNotificationPriority
platen_notification_get_priority (WatchEvent *event)
{
  g_return_val_if_fail (WATCH_IS_EVENT (event), G_NOTIFICATION_PRIORITY_NORMAL);

  if (platen_notification_is_failure (event))
    return G_NOTIFICATION_PRIORITY_URGENT;

  switch (watch_event_get_kind (event))
    {
    case WATCH_EVENT_STARTED:
    case WATCH_EVENT_RESUMED:
    case WATCH_EVENT_ONLINE:
      return G_NOTIFICATION_PRIORITY_LOW;

    case WATCH_EVENT_OFFLINE:
      return G_NOTIFICATION_PRIORITY_HIGH;

    case WATCH_EVENT_FINISHED:
    case WATCH_EVENT_CANCELLED:
    case WATCH_EVENT_PAUSED:
    case WATCH_EVENT_FAILED:
    case WATCH_EVENT_STOPPED:
    case WATCH_EVENT_ATTENTION:
    default:
      return G_NOTIFICATION_PRIORITY_NORMAL;
    }
}
