/* watch-sleep.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For how long the machine has been suspended since it was booted, in microseconds. */
gint64   watch_sleep_get_slept (void);

/* A source that is dispatched when the machine resumes, and when its clock is set. NULL where there is no such thing. */
GSource *watch_sleep_source_new (void);

G_END_DECLS
