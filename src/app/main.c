/* main.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "platen-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(PlatenApplication) application = NULL;
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GError) error = NULL;
  gboolean demo = FALSE;
  gboolean service = FALSE;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo, N_("Show a world of printers that needs no account"), NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &service, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version and exit"), NULL },
    { NULL },
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Whether it is the demo decides which application this is: known before there is one. */
  context = g_option_context_new (NULL);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("See what your Bambu Lab printers do."));
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("platen: %s\n", error->message);
      return 2;
    }

  if (argc > 1)
    {
      g_printerr (_("platen: what is “%s”? Try “platen --help”.\n"), argv[1]);
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
    g_application_set_flags (G_APPLICATION (application), G_APPLICATION_IS_SERVICE);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
