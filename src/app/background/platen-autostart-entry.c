/* platen-autostart-entry.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-autostart-entry.h"

#include <errno.h>
#include <glib/gstdio.h>

#define GROUP        G_KEY_FILE_DESKTOP_GROUP
#define KEY_SWITCHED "X-GNOME-Autostart-enabled"

/**
 * platen_autostart_entry_build_path:
 *
 * Returns: (transfer full) (type filename): where the entry lies
 */
char *
platen_autostart_entry_build_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", APPLICATION_ID ".desktop", NULL);
}

/**
 * platen_autostart_entry_quote:
 * @argument: (type filename): a program or one of its arguments
 *
 * Returns: (transfer full): how it stands in the Exec line of a desktop entry
 */
char *
platen_autostart_entry_quote (const char *argument)
{
  g_autoptr(GString) quoted = NULL;

  g_return_val_if_fail (argument != NULL, NULL);

  quoted = g_string_new ("\"");

  for (const char *p = argument; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append_c (quoted, '\\');
      else if (*p == '%')
        g_string_append_c (quoted, '%');

      g_string_append_c (quoted, *p);
    }

  g_string_append_c (quoted, '"');

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/**
 * platen_autostart_entry_is_enabled:
 * @path: (type filename): where the entry lies
 *
 * Desktops switch an entry off rather than delete it.
 *
 * Returns: whether there is an entry that counts
 */
gboolean
platen_autostart_entry_is_enabled (const char *path)
{
  g_autoptr(GKeyFile) entry = g_key_file_new ();

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_key_file_load_from_file (entry, path, G_KEY_FILE_NONE, NULL) ||
      g_key_file_get_boolean (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return FALSE;

  return !g_key_file_has_key (entry, GROUP, KEY_SWITCHED, NULL) ||
         g_key_file_get_boolean (entry, GROUP, KEY_SWITCHED, NULL);
}

/**
 * platen_autostart_entry_write:
 * @path: (type filename): where the entry is to lie
 * @program: (type filename): the program, by its whole path
 * @error: where to say why not; those of #GFileError
 *
 * Writes an entry that starts @program in the background.
 *
 * Returns: whether it is there
 */
gboolean
platen_autostart_entry_write (const char  *path,
                              const char  *program,
                              GError     **error)
{
  g_autoptr(GKeyFile) entry = g_key_file_new ();
  g_autofree char *folder = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *command = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (program != NULL, FALSE);

  folder = g_path_get_dirname (path);
  quoted = platen_autostart_entry_quote (program);
  command = g_strconcat (quoted, " --background", NULL);

  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, PACKAGE_NAME);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, APPLICATION_ID);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }

  return g_key_file_save_to_file (entry, path, error);
}

/**
 * platen_autostart_entry_remove:
 * @path: (type filename): where the entry lies
 * @error: where to say why not; those of #GFileError
 *
 * Deletes the entry, if there is one.
 *
 * Returns: whether there is none any more
 */
gboolean
platen_autostart_entry_remove (const char  *path,
                               GError     **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));

  return FALSE;
}
