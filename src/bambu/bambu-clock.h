/* bambu-clock.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 bambu_clock_get_boot_time (void);
gint64 bambu_clock_get_slept     (void);
void   bambu_clock_pretend_sleep (int seconds);

G_END_DECLS
