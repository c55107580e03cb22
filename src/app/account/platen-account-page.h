/* platen-account-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_ACCOUNT_PAGE (platen_account_page_get_type ())

/* Who is signed in, how, and the way out. Property "manager" (PlatenSessionManager), at construction. */
G_DECLARE_FINAL_TYPE (PlatenAccountPage, platen_account_page, PLATEN, ACCOUNT_PAGE, GtkWidget)

G_END_DECLS
