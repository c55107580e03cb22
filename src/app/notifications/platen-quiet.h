/* platen-quiet.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_QUIET (platen_quiet_get_type ())

/* When notifications are held back: quiet hours, every day, and while the user has muted them.
 *
 * Signal "changed": it has begun or ended, or will end at another time.
 */
G_DECLARE_FINAL_TYPE (PlatenQuiet, platen_quiet, PLATEN, QUIET, GObject)

PlatenQuiet *platen_quiet_new             (GSettings   *settings);
gboolean     platen_quiet_holds_back      (PlatenQuiet *self,
                                           gboolean     failure);
GDateTime   *platen_quiet_get_muted_until (PlatenQuiet *self);
void         platen_quiet_mute            (PlatenQuiet *self,
                                           GDateTime   *until);
void         platen_quiet_update          (PlatenQuiet *self);

/* The next time, after @now, that the clock on the wall shows @minute of the day. */
GDateTime   *platen_quiet_find_next       (GDateTime   *now,
                                           int          minute);
gboolean     platen_quiet_is_within       (GDateTime   *now,
                                           int          from,
                                           int          until);

G_END_DECLS
