/* platen-about.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static char *
describe_libraries (void)
{
  return g_strdup_printf ("GTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u",
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version);
}

/**
 * platen_about_present:
 * @parent: (nullable): the window that it belongs to
 *
 * Shows what Platen is, whose, under which licence, and that the vendor has no part in it.
 */
void
platen_about_present (GtkWindow *parent)
{
  g_autofree char *libraries = describe_libraries ();
  const char *developers[] = { "The Platen developers", NULL };

  adw_show_about_window (parent,
                         "application-name", _("Platen"),
                         "application-icon", APPLICATION_ID,
                         "version", PACKAGE_VERSION,
                         "comments", _("Bambu Lab printers, projects and presets on your desktop.\n\n"
                                       "Platen is not made or endorsed by Bambu Lab."),
                         "website", PACKAGE_URL,
                         "developer-name", _("The Platen developers"),
                         "developers", developers,
                         "copyright", "© 2026 The Platen developers",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "debug-info", libraries,
                         "debug-info-filename", "platen-debug.txt",
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
