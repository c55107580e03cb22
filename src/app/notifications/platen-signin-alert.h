/* platen-signin-alert.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SIGNIN_ALERT (platen_signin_alert_get_type ())

/* Tells whoever has no window open that nothing is watched, as nobody is signed in any more, or not yet. */
G_DECLARE_FINAL_TYPE (PlatenSigninAlert, platen_signin_alert, PLATEN, SIGNIN_ALERT, GObject)

PlatenSigninAlert *platen_signin_alert_new (GtkApplication       *application,
                                            PlatenSessionManager *manager);

G_END_DECLS
