/* platen-day.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The days that long lists are divided into. A day is counted from the year 1, in the local time zone. */
char *platen_day_dup_title  (GDateTime *time,
                             int       *day);
char *platen_day_dup_detail (int        day);

G_END_DECLS
