/* platen-message-row.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-message-marks.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_MESSAGE_ROW (platen_message_row_get_type ())

/* A message in a list. Signal "expired" (const char *id): the address of its picture has expired. */
G_DECLARE_FINAL_TYPE (PlatenMessageRow, platen_message_row, PLATEN, MESSAGE_ROW, AdwBin)

GtkWidget *platen_message_row_new  (void);
void       platen_message_row_show (PlatenMessageRow   *self,
                                    BambuSession       *session,
                                    PlatenMessageMarks *marks,
                                    BambuMessage       *message);

G_END_DECLS
