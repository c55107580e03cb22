/* windows.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages.h"

#include "platen-close-dialog.h"

static void
take_action (Studio     *studio,
             const char *action,
             const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (studio->window), action, NULL);
  studio_take_dialog (studio, name);
}

static BambuDevice *
pick_printing (Studio *studio)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (studio_get_session (studio)));

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_PRINTING &&
          bambu_device_get_control (device) == BAMBU_CONTROL_ALLOWED)
        return g_steal_pointer (&device);
    }

  return NULL;
}

static void
take_questions (Studio *studio)
{
  g_autoptr(BambuDevice) device = pick_printing (studio);
  g_autoptr(GFile) file = g_file_new_for_path ("Tiny lighthouse.3mf");

  if (device != NULL)
    {
      studio_open (studio, "win.open-printer", device);
      studio_press (studio, "stop_button");
      studio_take_dialog (studio, "printer-stop");
      platen_window_go_back (studio->window);
    }

  studio_show (studio, "history");
  studio_press (studio, "again_button");
  studio_take_dialog (studio, "print-again");
  g_application_open (G_APPLICATION (studio->application), &file, 1, "");
  studio_take_dialog (studio, "upload-offer");
  gtk_window_present (GTK_WINDOW (platen_close_dialog_new (GTK_WINDOW (studio->window))));
  studio_take_dialog (studio, "close");
  studio_show (studio, "account");
  studio_press (studio, "sign_out_button");
  studio_take_dialog (studio, "sign-out");
}

static void
take_preferences (Studio *studio)
{
  AdwPreferencesWindow *window;

  gtk_widget_activate_action (GTK_WIDGET (studio->window), "app.preferences", NULL);
  window = ADW_PREFERENCES_WINDOW (studio_await_dialog (studio));
  adw_preferences_window_set_visible_page_name (window, "notifications");
  studio_take_dialog (studio, "preferences-notifications");
  take_action (studio, "app.preferences", "preferences");
}

/**
 * windows_take:
 * @studio: a studio where somebody is signed in, and a print's page is the last one of the history
 *
 * Takes a picture of every window but the main one.
 */
void
windows_take (Studio *studio)
{
  take_questions (studio);
  take_preferences (studio);
  take_action (studio, "win.show-help-overlay", "shortcuts");
  take_action (studio, "app.help", "help");
  take_action (studio, "app.about", "about");
}
