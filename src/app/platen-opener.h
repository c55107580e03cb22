/* platen-opener.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_OPENER (platen_opener_get_type ())

/* Has the window show what was asked for from outside of it: by the tray, a notification, the desktop's search. There may be
 * no window yet, and nobody signed in.
 */
G_DECLARE_FINAL_TYPE (PlatenOpener, platen_opener, PLATEN, OPENER, GObject)

PlatenOpener *platen_opener_new   (GtkApplication       *application,
                                   PlatenSessionManager *manager);
void          platen_opener_raise (PlatenOpener         *self,
                                   guint32               timestamp);
void          platen_opener_open  (PlatenOpener         *self,
                                   const char           *action,
                                   GVariant             *parameter);

G_END_DECLS
