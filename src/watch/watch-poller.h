/* watch-poller.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* WatchPoller: says when it is time to poll: as often as it is worth, at once after the machine has slept or the network is
 * back, and less and less often while the cloud does not answer.
 *
 * signal "due": now. Whoever polls calls watch_poller_begin() and, with what came of it, watch_poller_end().
 */
#define WATCH_TYPE_POLLER (watch_poller_get_type ())

G_DECLARE_FINAL_TYPE (WatchPoller, watch_poller, WATCH, POLLER, GObject)

/* @host: whom to poll: a machine without a network reaches itself. */
WatchPoller *watch_poller_new          (const char  *host);
void         watch_poller_start        (WatchPoller *self);
void         watch_poller_stop         (WatchPoller *self);
void         watch_poller_poll         (WatchPoller *self);
void         watch_poller_begin        (WatchPoller *self);
void         watch_poller_end          (WatchPoller *self,
                                        gboolean     answered);
void         watch_poller_set_busy     (WatchPoller *self,
                                        gboolean     busy);
void         watch_poller_set_visible  (WatchPoller *self,
                                        gboolean     visible);
void         watch_poller_set_live     (WatchPoller *self,
                                        gboolean     live);
gboolean     watch_poller_get_online   (WatchPoller *self);
guint        watch_poller_get_interval (WatchPoller *self);
gint64       watch_poller_get_time     (WatchPoller *self);

/* What the system tells it by itself. */
void         watch_poller_set_online   (WatchPoller *self,
                                        gboolean     online);
void         watch_poller_set_slept    (WatchPoller *self,
                                        gint64       slept);
/* For tests and benchmarks: how many times as fast its clock runs. */
void         watch_poller_set_speed    (WatchPoller *self,
                                        double       speed);

G_END_DECLS
