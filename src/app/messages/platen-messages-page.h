/* platen-messages-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-message-marks.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_MESSAGES_PAGE (platen_messages_page_get_type ())

/* The account's messages. Properties "session" (BambuSession) and "marks" (PlatenMessageMarks), both at construction. */
G_DECLARE_FINAL_TYPE (PlatenMessagesPage, platen_messages_page, PLATEN, MESSAGES_PAGE, AdwBin)

GtkWidget *platen_messages_page_new (BambuSession       *session,
                                     PlatenMessageMarks *marks);

G_END_DECLS
