/* platen-notification-rules.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notification-rules.h"

/**
 * platen_notification_rules_get_key:
 * @kind: what may happen
 *
 * Returns: (transfer none): the key of the settings that says whether it is told
 */
const char *
platen_notification_rules_get_key (WatchEventKind kind)
{
  switch (kind)
    {
    case WATCH_EVENT_STARTED:
      return "notify-started";

    case WATCH_EVENT_FINISHED:
      return "notify-finished";

    case WATCH_EVENT_CANCELLED:
      return "notify-cancelled";

    case WATCH_EVENT_PAUSED:
      return "notify-paused";

    case WATCH_EVENT_RESUMED:
      return "notify-resumed";

    case WATCH_EVENT_ATTENTION:
      return "notify-attention";

    case WATCH_EVENT_OFFLINE:
      return "notify-offline";

    case WATCH_EVENT_ONLINE:
      return "notify-online";

    case WATCH_EVENT_FAILED:
    case WATCH_EVENT_STOPPED:
    default:
      return "notify-failed";
    }
}

/**
 * platen_notification_rules_is_silent:
 * @settings: what the user has set
 * @device_id: (nullable): the serial number of a printer
 *
 * Returns: whether nothing is told of that printer
 */
gboolean
platen_notification_rules_is_silent (GSettings  *settings,
                                     const char *device_id)
{
  g_auto(GStrv) silent = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);

  silent = g_settings_get_strv (settings, "silent-printers");

  return device_id != NULL && g_strv_contains ((const char * const *)silent, device_id);
}

/**
 * platen_notification_rules_set_silent:
 * @settings: what the user has set
 * @device_id: the serial number of a printer
 * @silent: whether nothing is to be told of that printer
 *
 * Sets it.
 */
void
platen_notification_rules_set_silent (GSettings  *settings,
                                      const char *device_id,
                                      gboolean    silent)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) before = NULL;
  g_auto(GStrv) after = NULL;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (device_id != NULL);

  builder = g_strv_builder_new ();
  before = g_settings_get_strv (settings, "silent-printers");

  for (guint i = 0; before[i] != NULL; i++)
    {
      if (!g_str_equal (before[i], device_id))
        g_strv_builder_add (builder, before[i]);
    }

  if (silent)
    g_strv_builder_add (builder, device_id);

  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "silent-printers", (const char * const *)after);
}

/**
 * platen_notification_rules_wants:
 * @settings: what the user has set
 * @event: what happened
 *
 * Returns: whether the user wants to be told, now or later
 */
gboolean
platen_notification_rules_wants (GSettings  *settings,
                                 WatchEvent *event)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), FALSE);
  g_return_val_if_fail (WATCH_IS_EVENT (event), FALSE);

  return g_settings_get_boolean (settings, "notifications") &&
         g_settings_get_boolean (settings, platen_notification_rules_get_key (watch_event_get_kind (event))) &&
         !platen_notification_rules_is_silent (settings, watch_event_get_device_id (event));
}
