/* platen-clock-format.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_CLOCK_FORMAT (platen_clock_format_get_type ())

G_DECLARE_FINAL_TYPE (PlatenClockFormat, platen_clock_format, PLATEN, CLOCK_FORMAT, GObject)

PlatenClockFormat *platen_clock_format_new (GDBusConnection *portal);

G_END_DECLS
