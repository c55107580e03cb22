/* platen-format.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Measures and times as people read them, in the user's language and time zone. All (transfer full). */
char *platen_format_date      (GDateTime *time);
char *platen_format_date_time (GDateTime *time);
char *platen_format_duration  (int        seconds);
char *platen_format_grams     (double     grams);
char *platen_format_meters    (double     meters);

G_END_DECLS
