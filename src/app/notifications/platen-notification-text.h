/* platen-notification-text.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <watch.h>

G_BEGIN_DECLS

/* How what happened is told. All (transfer full). Titles hold the cloud's text as it is; desktops take them for plain
 * text. Some take the rest for markup: there the cloud's text stands in a form that is none.
 */
char                  *platen_notification_dup_plain         (const char *text);
char                  *platen_notification_dup_title         (WatchEvent *event);
char                  *platen_notification_dup_body          (WatchEvent *event);
char                  *platen_notification_dup_summary_title (GPtrArray  *events,
                                                              gboolean    quiet);
char                  *platen_notification_dup_summary_body  (GPtrArray  *events);

gboolean               platen_notification_is_failure        (WatchEvent *event);
GNotificationPriority  platen_notification_get_priority      (WatchEvent *event);

G_END_DECLS
