/* platen-notifier.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <watch.h>

#include "platen-quiet.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_NOTIFIER (platen_notifier_get_type ())

/* Tells the user what happens to the prints of an account, by the desktop's notifications: now, or when it is not quiet any more, or not at all where
 * that is not wanted. What is no longer true is taken back.
 *
 * Signal "told" (WatchEvent *event): the desktop has it, or nobody wants it: it need not come again.
 */
G_DECLARE_FINAL_TYPE (PlatenNotifier, platen_notifier, PLATEN, NOTIFIER, GObject)

PlatenNotifier *platen_notifier_new    (GApplication   *application,
                                        GSettings      *settings,
                                        PlatenQuiet    *quiet,
                                        BambuPictures  *pictures,
                                        gboolean        sandboxed);
void            platen_notifier_tell   (PlatenNotifier *self,
                                        WatchEvent     *event);
void            platen_notifier_sum_up (PlatenNotifier *self,
                                        GPtrArray      *events);
void            platen_notifier_remind (PlatenNotifier *self,
                                        BambuDevice    *device);
/* Until what is on its way has arrived: at most a few seconds. */
void            platen_notifier_settle_async  (PlatenNotifier      *self,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean        platen_notifier_settle_finish (PlatenNotifier      *self,
                                               GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
