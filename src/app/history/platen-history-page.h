/* platen-history-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_HISTORY_PAGE (platen_history_page_get_type ())

/* Every print of the account, by day, newest first.
 *
 * Properties:
 *   "session"  BambuSession    may be set again, and NULL
 *   "device"   string          the serial number of the one printer whose prints are shown; empty: of all
 *   "state"    BambuTaskState  the one state that is shown; UNKNOWN: all
 */
G_DECLARE_FINAL_TYPE (PlatenHistoryPage, platen_history_page, PLATEN, HISTORY_PAGE, AdwBin)

GtkWidget *platen_history_page_new         (void);
void       platen_history_page_set_session (PlatenHistoryPage *self,
                                            BambuSession      *session);
void       platen_history_page_set_device  (PlatenHistoryPage *self,
                                            const char        *device_id);
void       platen_history_page_set_state   (PlatenHistoryPage *self,
                                            BambuTaskState     state);
BambuTask *platen_history_page_lookup      (PlatenHistoryPage *self,
                                            const char        *task_id);
BambuTask *platen_history_page_dup_first   (PlatenHistoryPage *self);

G_END_DECLS
