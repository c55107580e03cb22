/* platen-message-marks.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_MESSAGE_MARKS (platen_message_marks_get_type ())

/* Which messages came since the account's messages were last looked at, also in an earlier run. Where they never were,
 * none did: all that is there is from before.
 *
 * Signal "changed": other messages are unread, or another number of them
 */
G_DECLARE_FINAL_TYPE (PlatenMessageMarks, platen_message_marks, PLATEN, MESSAGE_MARKS, GObject)

PlatenMessageMarks *platen_message_marks_new          (BambuSession       *session,
                                                       GSettings          *settings);
guint               platen_message_marks_get_n_unread (PlatenMessageMarks *self);
gboolean            platen_message_marks_is_marked    (PlatenMessageMarks *self,
                                                       BambuMessage       *message);
void                platen_message_marks_renew        (PlatenMessageMarks *self);
void                platen_message_marks_set_reading  (PlatenMessageMarks *self,
                                                       gboolean            reading);

G_END_DECLS
