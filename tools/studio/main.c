/* main.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <bambu.h>

#include "pages.h"
#include "platen-locale.h"

/* Goes through the demo in the real window and leaves a picture of every page, window and state. */

static gboolean
is_ready (Studio *studio)
{
  BambuSession *session = studio_get_session (studio);

  return session != NULL &&
         bambu_list_get_updated (bambu_session_get_devices (session)) != NULL &&
         bambu_list_get_updated (bambu_session_get_projects (session)) != NULL &&
         bambu_list_get_updated (bambu_session_get_presets (session)) != NULL;
}

static gboolean
start_cb (gpointer data)
{
  Studio *studio = data;

  studio->window = PLATEN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (studio->application)));
  gtk_window_unmaximize (GTK_WINDOW (studio->window));
  studio_wait_for (studio, is_ready, "The demo's cloud");
  pages_take (studio);
  windows_take (studio);
  states_take (studio);
  gtk_window_destroy (GTK_WINDOW (studio->window));
  g_application_quit (G_APPLICATION (studio->application));

  return G_SOURCE_REMOVE;
}

static void
startup_cb (GApplication *application,
            Studio       *studio)
{
  GSettings *settings = platen_application_get_settings (studio->application);

  if (settings != NULL)
    {
      g_settings_set_string (settings, "style", studio->style);
      g_settings_set_int (settings, "window-width", studio->width);
      g_settings_set_int (settings, "window-height", studio->height);
    }

  if (studio->direction != GTK_TEXT_DIR_NONE)
    gtk_widget_set_default_direction (studio->direction);

  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                "gtk-font-name", "Cantarell 11",
                "gtk-decoration-layout", ":close",
                "gtk-xft-dpi", 96 * 1024 * studio->text / 100,
                NULL);
  g_idle_add_full (G_PRIORITY_LOW, start_cb, studio, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *suffix = NULL;
  gboolean dark = FALSE;
  gboolean rtl = FALSE;
  Studio studio = { .width = 1110, .height = 780, .text = 100 };
  const GOptionEntry entries[] = {
    { "width", 0, 0, G_OPTION_ARG_INT, &studio.width, "The window's width in pixels", "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &studio.height, "The window's height in pixels", "N" },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "From right to left, as in Arabic", NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "In the dark style", NULL },
    { "text", 0, 0, G_OPTION_ARG_INT, &studio.text, "The size of the text in percent", "N" },
    { "suffix", 0, 0, G_OPTION_ARG_STRING, &suffix, "What the pictures' names end in", "TEXT" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("DIRECTORY");
  g_autoptr(GError) error = NULL;
  int status;

  platen_locale_init ();
  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("platen-screenshots: %s\n", error != NULL ? error->message : "name the folder for the pictures");
      return 2;
    }

  studio.directory = argv[1];
  studio.style = dark ? "dark" : "light";
  studio.direction = rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_NONE;
  studio.suffix = suffix != NULL ? suffix : "";
  studio.application = platen_application_new (TRUE);
  g_application_set_flags (G_APPLICATION (studio.application),
                           g_application_get_flags (G_APPLICATION (studio.application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (studio.application, "startup", G_CALLBACK (startup_cb), &studio);

  status = g_application_run (G_APPLICATION (studio.application), 1, argv);
  g_clear_pointer (&studio.node, gsk_render_node_unref);
  g_object_unref (studio.application);

  return status;
}
