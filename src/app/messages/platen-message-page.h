/* platen-message-page.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_MESSAGE_PAGE (platen_message_page_get_type ())

/* What a message is about, or everything that it tells itself. */
G_DECLARE_FINAL_TYPE (PlatenMessagePage, platen_message_page, PLATEN, MESSAGE_PAGE, AdwBin)

GtkWidget *platen_message_page_new (BambuSession *session,
                                    BambuMessage *message);

G_END_DECLS
