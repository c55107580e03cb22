/* platen-notification-rules.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <watch.h>

G_BEGIN_DECLS

/* The key of the settings that says whether events of a kind are told. */
const char *platen_notification_rules_get_key    (WatchEventKind  kind);
gboolean    platen_notification_rules_is_silent  (GSettings      *settings,
                                                  const char     *device_id);
void        platen_notification_rules_set_silent (GSettings      *settings,
                                                  const char     *device_id,
                                                  gboolean        silent);
gboolean    platen_notification_rules_wants      (GSettings      *settings,
                                                  WatchEvent     *event);

G_END_DECLS
