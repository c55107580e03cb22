/* platen-application.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-background.h"
#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_APPLICATION (platen_application_get_type ())

/* The application: who is signed in, what is remembered, the demo's cloud, and the app.* actions.
 *
 * Properties, read-only after construction:
 *   "demo"     gboolean              it shows the stand-in cloud
 *   "manager"  PlatenSessionManager  who is signed in
 */
G_DECLARE_FINAL_TYPE (PlatenApplication, platen_application, PLATEN, APPLICATION, AdwApplication)

PlatenApplication    *platen_application_new                (gboolean           demo);
void                  platen_application_set_windowless     (PlatenApplication *self,
                                                             gboolean           windowless);
gboolean              platen_application_get_demo           (PlatenApplication *self);
PlatenSessionManager *platen_application_get_manager        (PlatenApplication *self);
PlatenBackground     *platen_application_get_background     (PlatenApplication *self);
GSettings            *platen_application_get_settings       (PlatenApplication *self);

G_END_DECLS
