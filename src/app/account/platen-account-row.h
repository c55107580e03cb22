/* platen-account-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_ACCOUNT_ROW (platen_account_row_get_type ())

G_DECLARE_FINAL_TYPE (PlatenAccountRow, platen_account_row, PLATEN, ACCOUNT_ROW, GtkListBoxRow)

void platen_account_row_set_session (PlatenAccountRow *self,
                                     BambuSession     *session);

G_END_DECLS
