/* platen-background.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-autostart.h"
#include "platen-opener.h"
#include "platen-quiet.h"
#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_BACKGROUND (platen_background_get_type ())

/* The program's life beside its window: the icon in the tray, notifications, and whether it goes on without one.
 *
 * Property, read-only and notified:
 *   "tray"  gboolean  there is a tray that shows the icon
 */
G_DECLARE_FINAL_TYPE (PlatenBackground, platen_background, PLATEN, BACKGROUND, GObject)

PlatenBackground *platen_background_new          (GtkApplication       *application,
                                                  PlatenSessionManager *manager,
                                                  GSettings            *settings,
                                                  PlatenOpener         *opener);
void              platen_background_start        (PlatenBackground     *self);
void              platen_background_quit         (PlatenBackground     *self);
PlatenQuiet      *platen_background_get_quiet    (PlatenBackground     *self);
gboolean          platen_background_get_tray     (PlatenBackground     *self);
GListModel       *platen_background_get_devices  (PlatenBackground     *self);
PlatenAutostart  *platen_background_create_autostart (PlatenBackground *self);
void              platen_background_show         (PlatenBackground     *self);
void              platen_background_open_printer (PlatenBackground     *self,
                                                  const char           *id);
void              platen_background_relay        (PlatenBackground     *self,
                                                  const char           *action,
                                                  const char           *target);

/* Whether the program goes on when its window is closed. */
gboolean          platen_background_get_stays    (GSettings            *settings,
                                                  gboolean              tray);

G_END_DECLS
