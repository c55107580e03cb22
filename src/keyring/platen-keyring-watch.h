/* platen-keyring-watch.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_KEYRING_WATCH (platen_keyring_watch_get_type ())

/* Signal "unlocked": a keyring that was locked is open now, whoever opened it. Where there is no keyring, there is no signal. */
G_DECLARE_FINAL_TYPE (PlatenKeyringWatch, platen_keyring_watch, PLATEN, KEYRING_WATCH, GObject)

PlatenKeyringWatch *platen_keyring_watch_new (void);

G_END_DECLS
