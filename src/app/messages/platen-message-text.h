/* platen-message-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

/* What is said of a message, as plain text. */
const char *platen_message_kind_get_label (BambuMessageKind  kind);
char       *platen_message_dup_title      (BambuMessage     *message);
char       *platen_message_dup_summary    (BambuMessage     *message,
                                           BambuSession     *session);
char       *platen_message_dup_printer    (BambuMessage     *message,
                                           BambuSession     *session);
const char *platen_message_get_cover      (BambuMessage     *message);

G_END_DECLS
