/* platen-format.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-device.h"

G_BEGIN_DECLS

/* How many hours a clock has. */
typedef enum
{
  PLATEN_FORMAT_HOURS_LOCALE,  /* as the locale has it */
  PLATEN_FORMAT_HOURS_12,
  PLATEN_FORMAT_HOURS_24,
} PlatenFormatHours;

void        platen_format_set_hours          (PlatenFormatHours new_hours);

/* Measures and times as people read them, in the user's language and time zone. All (transfer full).
 * Where a time is told as seen from another, @now is that other one; NULL: the present.
 */
char       *platen_format_clock              (GDateTime        *time);
char       *platen_format_date               (GDateTime        *time);
char       *platen_format_date_time          (GDateTime        *time);
char       *platen_format_moment             (GDateTime        *time,
                                              GDateTime        *now);
char       *platen_format_ago                (GDateTime        *time,
                                              GDateTime        *now);
char       *platen_format_done               (GDateTime        *time,
                                              GDateTime        *now);
char       *platen_format_duration           (int               seconds);
char       *platen_format_time_left          (int               seconds);
char       *platen_format_percent            (int               percent);
char       *platen_format_grams              (double            grams);
char       *platen_format_meters             (double            meters);

/* What a printer does: what colours and symbolizes it. Never NULL. */
const char *platen_format_device_state_class (BambuDeviceState  state);
const char *platen_format_device_state_icon  (BambuDeviceState  state);

G_END_DECLS
