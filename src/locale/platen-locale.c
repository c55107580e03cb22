/* platen-locale.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-locale.h"

#include "platen-config.h"

#include <libintl.h>
#include <locale.h>

/**
 * platen_locale_init:
 *
 * Takes on the user's locale and Platen's translations for it: those that are installed, or those in the folder that the
 * environment variable `PLATEN_LOCALE_DIR` names. To be called before anything is said.
 */
void
platen_locale_init (void)
{
  const char *folder = g_getenv ("PLATEN_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
