/* platen-background-actions.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-background-actions.h"

/* When a day begins for whoever does not want to be told anything until tomorrow. */
#define MORNING 7

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  platen_background_show (user_data);
}

static void
open_printer_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  platen_background_open_printer (user_data, g_variant_get_string (parameter, NULL));
}

/* Only the real program is ever asked: see platen-demo-relay.h. */
static void
relay_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  const char *name;
  const char *target;

  g_variant_get (parameter, "(&s&s)", &name, &target);
  platen_background_relay (user_data, name, target);
}

static GDateTime *
find_tomorrow (GDateTime *now)
{
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);

  return g_date_time_new_local (g_date_time_get_year (tomorrow),
                                g_date_time_get_month (tomorrow),
                                g_date_time_get_day_of_month (tomorrow),
                                MORNING, 0, 0);
}

static void
mute_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) until = NULL;

  if (g_str_equal (g_variant_get_string (parameter, NULL), "tomorrow"))
    until = find_tomorrow (now);
  else
    until = g_date_time_add_hours (now, 1);

  platen_quiet_mute (platen_background_get_quiet (user_data), until);
}

static void
unmute_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  platen_quiet_mute (platen_background_get_quiet (user_data), NULL);
}

static const GActionEntry entries[] = {
  { "show", show_cb },
  { "open-printer", open_printer_cb, "s" },
  { "relay-to-demo", relay_cb, "(ss)" },
  { "mute", mute_cb, "s" },
  { "unmute", unmute_cb },
};

/**
 * platen_background_actions_add:
 * @background: what they act on
 * @map: the application
 *
 * Adds what the menu of the tray, notifications and the session bus can ask for.
 */
void
platen_background_actions_add (PlatenBackground *background,
                               GActionMap       *map)
{
  g_return_if_fail (PLATEN_IS_BACKGROUND (background));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), background);
}

/**
 * platen_background_actions_remove:
 * @map: the application
 *
 * Removes what platen_background_actions_add() added.
 */
void
platen_background_actions_remove (GActionMap *map)
{
  g_return_if_fail (G_IS_ACTION_MAP (map));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (map, entries[i].name);
}
