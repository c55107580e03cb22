/* main.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include <glib/gi18n.h>

#include "platen-application.h"
#include "platen-locale.h"
#include "platen-memory.h"
#include "platen-pages.h"

typedef struct
{
  gboolean  background;
  gboolean  demo;
  gboolean  quit;
  gboolean  service;
  gboolean  version;
  char     *page;
} Options;

static gboolean
parse_options (Options   *options,
               int       *argc,
               char    ***argv,
               GError   **error)
{
  const GOptionEntry entries[] = {
    { "background", 0, 0, G_OPTION_ARG_NONE, &options->background,
      N_("Start without a window: watch the printers and tell what happens"), NULL },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &options->demo, N_("Show a world of printers that needs no account"), NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->service, NULL, NULL },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options->page,
      N_("Show a page: printers, projects, history, presets, messages or account"), N_("PAGE") },
    { "quit", 0, 0, G_OPTION_ARG_NONE, &options->quit, N_("End the program that is running"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (_("[FILE…]"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("See what your Bambu Lab printers do. FILE is a 3MF file to upload."));

  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
check_arguments (const Options *options,
                 int            argc,
                 char         **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[i]);

      if (g_file_query_exists (file, NULL))
        continue;

      g_printerr (_("platen: there is no file “%s”. Try “platen --help”.\n"), argv[i]);
      return FALSE;
    }

  if (options->page != NULL && platen_pages_get_title (options->page) == NULL)
    {
      g_printerr (_("platen: there is no page “%s”. Try “platen --help”.\n"), options->page);
      return FALSE;
    }

  return TRUE;
}

/* So that the desktop lets the window of the program that runs come to the front. */
static GVariant *
create_platform_data (void)
{
  static const char * const names[][2] = {
    { "activation-token", "XDG_ACTIVATION_TOKEN" },
    { "desktop-startup-id", "DESKTOP_STARTUP_ID" },
  };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = g_getenv (names[i][1]);

      if (value != NULL && g_utf8_validate (value, -1, NULL))
        g_variant_builder_add (&builder, "{sv}", names[i][0], g_variant_new_string (value));
    }

  return g_variant_builder_end (&builder);
}

/* Activates an action of the program that runs. None is started for it: FALSE without an error where none does. */
static gboolean
ask (GApplication  *application,
     const char    *action,
     const char    *parameter,
     GError       **error)
{
  const char *id = g_application_get_application_id (application);
  g_autofree char *path = g_strdelimit (g_strconcat ("/", id, NULL), ".", '/');
  g_autoptr(GDBusConnection) connection = NULL;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) call_error = NULL;
  GVariantBuilder parameters;

  if (!(connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error)))
    return FALSE;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));

  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", g_variant_new_string (parameter));

  reply = g_dbus_connection_call_sync (connection, id, path, "org.gtk.Actions", "Activate",
                                       g_variant_new ("(sav@a{sv})", action, &parameters, create_platform_data ()),
                                       NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, &call_error);

  if (call_error != NULL &&
      !g_error_matches (call_error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) &&
      !g_error_matches (call_error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN))
    g_propagate_error (error, g_steal_pointer (&call_error));

  return reply != NULL;
}

static int
run (PlatenApplication  *self,
     const Options      *options,
     int                 argc,
     char              **argv)
{
  GApplication *application = G_APPLICATION (self);
  g_autoptr(GError) error = NULL;

  /* Without a session bus it runs alone. One that runs already is not to be disturbed by being watched for. */
  if ((options->background && ask (application, "watch", NULL, NULL)) ||
      (options->page != NULL && ask (application, "page", options->page, NULL)))
    return 0;

  /* Started by the session bus, for whoever wants to talk to it. */
  if (options->service)
    g_application_set_flags (application, G_APPLICATION_IS_SERVICE | G_APPLICATION_HANDLES_OPEN);

  platen_application_set_windowless (self, options->background);

  if (options->page != NULL)
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("platen: %s\n", error->message);
          return 1;
        }

      g_action_group_activate_action (G_ACTION_GROUP (application), "page", g_variant_new_string (options->page));
    }

  return g_application_run (application, argc, argv);
}

static int
quit (PlatenApplication *self)
{
  g_autoptr(GError) error = NULL;

  ask (G_APPLICATION (self), "quit", NULL, &error);

  if (error == NULL)
    return 0;

  g_printerr ("platen: %s\n", error->message);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PlatenApplication) application = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *page = NULL;
  Options options = { 0 };

  platen_memory_init ();
  platen_locale_init ();

  if (!parse_options (&options, &argc, &argv, &error))
    {
      g_printerr ("platen: %s\n", error->message);
      return 2;
    }

  page = options.page;

  if (!check_arguments (&options, argc, argv))
    return 2;

  if (options.version)
    {
      g_print ("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
      return 0;
    }

  /* Whether it is the demo decides which application this is. */
  application = platen_application_new (options.demo);

  return options.quit ? quit (application) : run (application, &options, argc, argv);
}
