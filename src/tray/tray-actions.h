/* tray-actions.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRAY_TYPE_ACTIONS (tray_actions_get_type ())

G_DECLARE_FINAL_TYPE (TrayActions, tray_actions, TRAY, ACTIONS, GObject)

TrayActions *tray_actions_new          (void);
void         tray_actions_insert       (TrayActions         *self,
                                        const char          *prefix,
                                        GActionGroup        *group);
gboolean     tray_actions_query        (TrayActions         *self,
                                        const char          *name,
                                        gboolean            *enabled,
                                        const GVariantType **parameter_type,
                                        GVariant           **state);
void         tray_actions_activate     (TrayActions         *self,
                                        const char          *name,
                                        GVariant            *target);
void         tray_actions_change_state (TrayActions         *self,
                                        const char          *name,
                                        GVariant            *state);

G_END_DECLS
