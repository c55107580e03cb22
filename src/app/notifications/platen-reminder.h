/* platen-reminder.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-fleet.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_REMINDER (platen_reminder_get_type ())

/* Signal "due" (BambuDevice *device, const char *print): the print on it ends within as many minutes as the user has set. Told
 * again whenever the printers are heard of: who is reminded of it, and whether they have been, is for others to know.
 */
G_DECLARE_FINAL_TYPE (PlatenReminder, platen_reminder, PLATEN, REMINDER, GObject)

PlatenReminder *platen_reminder_new (PlatenFleet *fleet,
                                     GSettings   *settings);

G_END_DECLS
