/* platen-clock.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_CLOCK (platen_clock_get_type ())

/* Ticks once a minute for everything that shows how long something still takes. It is shared, and runs only while
 * somebody holds it.
 *
 * Signal "tick": a minute has passed, or times are shown in another way
 */
G_DECLARE_FINAL_TYPE (PlatenClock, platen_clock, PLATEN, CLOCK, GObject)

PlatenClock *platen_clock_dup_shared (void);
void         platen_clock_tick       (PlatenClock *self);

G_END_DECLS
