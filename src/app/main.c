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

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PlatenApplication) application = NULL;
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  gboolean background = FALSE;
  gboolean demo = FALSE;
  gboolean service = FALSE;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "background", 0, 0, G_OPTION_ARG_NONE, &background,
      N_("Start without a window: watch the printers and tell what happens"), NULL },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, N_("Show a world of printers that needs no account"), NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &service, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version and exit"), NULL },
    { NULL },
  };

  platen_locale_init ();

  /* Whether it is the demo decides which application this is: known before there is one. */
  context = g_option_context_new (_("[FILE…]"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("See what your Bambu Lab printers do. FILE is a 3MF file to upload."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("platen: %s\n", error->message);
      return 2;
    }

  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[i]);

      if (g_file_query_exists (file, NULL))
        continue;

      g_printerr (_("platen: there is no file “%s”. Try “platen --help”.\n"), argv[i]);
      return 2;
    }

  if (version)
    {
      g_print ("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
      return 0;
    }

  application = platen_application_new (demo);

  /* Started by the session bus, for whoever wants to talk to it. */
  if (service)
    g_application_set_flags (G_APPLICATION (application), G_APPLICATION_IS_SERVICE | G_APPLICATION_HANDLES_OPEN);

  if (background)
    {
      platen_application_set_windowless (application, TRUE);

      /* One that runs already, with a window or without, is not to be disturbed. */
      if (!g_application_register (G_APPLICATION (application), NULL, &error))
        {
          g_printerr ("platen: %s\n", error->message);
          return 1;
        }

      if (g_application_get_is_remote (G_APPLICATION (application)))
        return 0;
    }

  return g_application_run (G_APPLICATION (application), argc, argv);
}
