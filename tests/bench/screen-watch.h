/* screen-watch.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Somebody who looks at the screen: sees what programs have drawn, from outside of them. */
typedef struct _ScreenWatch ScreenWatch;

/* What is on the screen, a pixel in each four bytes; and since when, on the monotonic clock. */
typedef gboolean (*ScreenFunc) (GBytes   *picture,
                                gint64    time,
                                gpointer  user_data);

ScreenWatch *screen_watch_new    (void);
void         screen_watch_free   (ScreenWatch *self);

gboolean     screen_watch_await  (ScreenWatch *self,
                                  ScreenFunc   func,
                                  gpointer     user_data,
                                  guint        timeout_ms);
GBytes      *screen_watch_settle (ScreenWatch *self,
                                  guint        quiet_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScreenWatch, screen_watch_free)

G_END_DECLS
