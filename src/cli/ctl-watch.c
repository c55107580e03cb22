/* ctl-watch.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl-live.h"
#include "ctl-output.h"

#include <stdio.h>

#include <bambu-json-text.h>
#include <watch.h>

typedef struct
{
  Ctl          *ctl;
  const char   *device_id;   /* (nullable): of the one printer that is watched */
  WatchWatcher *watcher;
  gboolean      signed_out;
} Watching;

static const char *
get_happening (WatchEventKind kind)
{
  switch (kind)
    {
    case WATCH_EVENT_STARTED:
      return C_("event", "Started");

    case WATCH_EVENT_FINISHED:
      return C_("event", "Finished");

    case WATCH_EVENT_FAILED:
      return C_("event", "Failed");

    case WATCH_EVENT_CANCELLED:
      return C_("event", "Canceled");

    case WATCH_EVENT_STOPPED:
      return C_("event", "Stopped");

    case WATCH_EVENT_PAUSED:
      return C_("event", "Paused");

    case WATCH_EVENT_RESUMED:
      return C_("event", "Goes on");

    case WATCH_EVENT_ATTENTION:
      return C_("event", "Needs attention");

    case WATCH_EVENT_OFFLINE:
      return C_("event", "Offline");

    case WATCH_EVENT_ONLINE:
      return C_("event", "Online again");

    default:
      g_return_val_if_reached ("");
    }
}

static const char *
get_reason (WatchReason reason)
{
  switch (reason)
    {
    case WATCH_REASON_USER:
      /* Translators: why a print ended or waits, as are those that follow; it stands behind what happened */
      return _("by somebody");

    case WATCH_REASON_GCODE:
      return _("as the file asks for it");

    case WATCH_REASON_FILAMENT:
      return _("the filament ran out");

    case WATCH_REASON_NOZZLE:
      return _("the nozzle is clogged");

    case WATCH_REASON_COVER:
      return _("the front cover fell off");

    case WATCH_REASON_FIRST_LAYER:
      return _("the first layer has flaws");

    case WATCH_REASON_TEMPERATURE:
      return _("a temperature is wrong");

    case WATCH_REASON_AMS:
      return _("the AMS is gone");

    case WATCH_REASON_UNKNOWN:
    default:
      return NULL;
    }
}

static void
add_detail (GString    *text,
            const char *detail)
{
  if (detail != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", detail);
}

/* Such as "18:40:12  Workshop X1C: Finished: Gear box (1 h 12 min, 34 g)". */
static void
print_line (WatchEvent *event)
{
  g_autoptr(GDateTime) local = g_date_time_to_local (watch_event_get_time (event));
  g_autofree char *time = g_date_time_format (local, "%X");
  g_autofree char *duration = ctl_format_seconds (watch_event_get_duration (event));
  g_autofree char *grams = ctl_format_number (watch_event_get_grams (event), "g");
  g_autoptr(GString) details = g_string_new (NULL);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *clean = NULL;

  add_detail (details, get_reason (watch_event_get_reason (event)));
  add_detail (details, watch_event_get_code (event));

  if (watch_event_is_end (event))
    {
      add_detail (details, duration);
      add_detail (details, grams);
    }

  g_string_append_printf (line, "%s  %s: %s", time,
                          watch_event_get_device_name (event) != NULL ? watch_event_get_device_name (event)
                                                                      : watch_event_get_device_id (event),
                          get_happening (watch_event_get_kind (event)));

  if (watch_event_get_title (event) != NULL)
    g_string_append_printf (line, ": %s", watch_event_get_title (event));

  if (details->len > 0)
    g_string_append_printf (line, " (%s)", details->str);

  clean = ctl_clean_text (line->str);
  g_print ("%s\n", clean);
}

static void
add_member (GPtrArray  *members,
            const char *name,
            const char *value)
{
  if (value == NULL)
    return;

  g_ptr_array_add (members, (gpointer) name);
  g_ptr_array_add (members, (gpointer) value);
}

static void
add_number (GString    *object,
            const char *name,
            double      number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (number >= 0)
    g_string_append_printf (object, ",\"%s\":%s", name, g_ascii_formatd (digits, sizeof digits, "%.10g", number));
}

/* What is not known is left out. */
static void
print_object (WatchEvent *event)
{
  GDateTime *start = watch_event_get_start_time (event);
  g_autofree char *time = g_date_time_format_iso8601 (watch_event_get_time (event));
  g_autofree char *start_time = start != NULL ? g_date_time_format_iso8601 (start) : NULL;
  g_autoptr(GPtrArray) members = g_ptr_array_new ();
  g_autoptr(GBytes) strings = NULL;
  g_autoptr(GString) object = NULL;

  add_member (members, "time", time);
  add_member (members, "event", watch_event_kind_to_string (watch_event_get_kind (event)));
  add_member (members, "dev_id", watch_event_get_device_id (event));
  add_member (members, "dev_name", watch_event_get_device_name (event));
  add_member (members, "task_id", watch_event_get_task_id (event));
  add_member (members, "title", watch_event_get_title (event));
  add_member (members, "plate_name", watch_event_get_plate_name (event));
  add_member (members, "reason", watch_reason_to_string (watch_event_get_reason (event)));
  add_member (members, "code", watch_event_get_code (event));
  add_member (members, "start_time", start_time);
  add_member (members, "cover", watch_event_get_cover (event));
  g_ptr_array_add (members, NULL);

  strings = bambu_json_text_object ((const char * const *) members->pdata);
  object = g_string_new_len (g_bytes_get_data (strings, NULL), g_bytes_get_size (strings) - 1);
  add_number (object, "plate_index", watch_event_get_plate_index (event));
  add_number (object, "duration", watch_event_get_duration (event));
  add_number (object, "grams", watch_event_get_grams (event));
  g_string_append_printf (object, ",\"live\":%s}", watch_event_get_live (event) ? "true" : "false");
  g_print ("%s\n", object->str);
}

static void
event_cb (Watching   *watching,
          WatchEvent *event)
{
  if (watching->device_id == NULL || g_str_equal (watching->device_id, watch_event_get_device_id (event)))
    {
      if (watching->ctl->json)
        print_object (event);
      else
        print_line (event);

      fflush (stdout);
    }

  watch_watcher_told (watching->watcher, event);
}

static void
signed_out_cb (Watching *watching)
{
  watching->signed_out = TRUE;
  g_main_context_wakeup (NULL);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_main_context_wakeup (NULL);
}

static gboolean
watch (Watching      *watching,
       BambuSession  *session,
       GError       **error)
{
  GCancellable *cancellable = watching->ctl->cancellable;
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), NULL, NULL);

  watching->watcher = watch_watcher_new (session, NULL);
  g_signal_connect_swapped (watching->watcher, "event", G_CALLBACK (event_cb), watching);
  watch_watcher_set_visible (watching->watcher, TRUE);
  watch_watcher_start (watching->watcher);

  while (!watching->signed_out && !g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_disconnect (cancellable, handler);
  watch_watcher_close_async (watching->watcher, NULL, NULL);
  g_signal_handlers_disconnect_by_data (watching->watcher, watching);
  g_clear_object (&watching->watcher);

  /* Who has had enough got what was asked for. */
  if (!watching->signed_out)
    return TRUE;

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT,
                       _("The cloud no longer accepts the sign-in. Sign in with “platenctl login”."));

  return FALSE;
}

static gboolean
run_watch (Ctl     *ctl,
           char   **arguments,
           GError **error)
{
  Watching watching = { .ctl = ctl, .device_id = arguments[0] };
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(BambuSession) session = NULL;
  g_autoptr(GError) local_error = NULL;
  gboolean done;

  if (client == NULL)
    return FALSE;

  /* It is not opened: nothing is kept. */
  session = bambu_session_new (client, g_get_user_cache_dir ());

  if (!ctl_refresh_printers (ctl, session, watching.device_id, error))
    return FALSE;

  /* Without their own reports there is what the cloud tells of them. */
  if (!ctl_start_live (ctl, session, &local_error) &&
      !g_error_matches (local_error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_signal_connect_swapped (client, "signed-out", G_CALLBACK (signed_out_cb), &watching);
  done = watch (&watching, session, error);
  bambu_live_stop (bambu_session_get_live (session));
  g_signal_handlers_disconnect_by_data (client, &watching);

  return done;
}

const CtlCommand ctl_watch_command = {
  .name = "watch",
  .arguments = N_("[SERIAL-NUMBER]"),
  .n_optional = 1,
  .summary = N_("Tell what happens to prints, as it happens"),
  .description = N_("It goes on until it is interrupted. With --json each event is an object on a line of its own."),
  .run = run_watch,
};
