/* platen-sandbox.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-sandbox.h"

/**
 * platen_sandbox_is_inside:
 *
 * Returns: whether the desktop cannot read files of this program, nor this program write the desktop’s
 */
gboolean
platen_sandbox_is_inside (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("SNAP") != NULL;
}
