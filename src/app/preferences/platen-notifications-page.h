/* platen-notifications-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_NOTIFICATIONS_PAGE (platen_notifications_page_get_type ())

/* The preferences of what is told, of which printers, and when. */
G_DECLARE_FINAL_TYPE (PlatenNotificationsPage, platen_notifications_page, PLATEN, NOTIFICATIONS_PAGE, AdwPreferencesPage)

void platen_notifications_page_set_up (PlatenNotificationsPage *self,
                                       GSettings               *settings,
                                       GListModel              *devices);

G_END_DECLS
