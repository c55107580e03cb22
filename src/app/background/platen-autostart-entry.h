/* platen-autostart-entry.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's entry in the user's autostart folder. All block: for threads. */
gboolean platen_autostart_entry_is_enabled (const char  *path);
gboolean platen_autostart_entry_write      (const char  *path,
                                            const char  *program,
                                            GError     **error);
gboolean platen_autostart_entry_remove     (const char  *path,
                                            GError     **error);

char    *platen_autostart_entry_build_path (void);
char    *platen_autostart_entry_quote      (const char  *argument);

G_END_DECLS
