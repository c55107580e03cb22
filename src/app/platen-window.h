/* platen-window.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-application.h"
#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_WINDOW (platen_window_get_type ())

G_DECLARE_FINAL_TYPE (PlatenWindow, platen_window, PLATEN, WINDOW, AdwApplicationWindow)

PlatenWindow *platen_window_new              (PlatenApplication    *application,
                                              PlatenSessionManager *manager);
BambuSession *platen_window_get_session      (PlatenWindow         *self);
void          platen_window_show_page        (PlatenWindow         *self,
                                              const char           *page);
GtkWidget    *platen_window_get_visible_page (PlatenWindow         *self);
GtkWidget    *platen_window_get_root_page    (PlatenWindow         *self,
                                              const char           *page);
void          platen_window_push             (PlatenWindow         *self,
                                              const char           *page,
                                              GtkWidget            *widget);
gboolean      platen_window_go_back          (PlatenWindow         *self);
void          platen_window_set_signing_in_again (PlatenWindow     *self,
                                              gboolean              again);
void          platen_window_refresh          (PlatenWindow         *self);
void          platen_window_add_toast        (PlatenWindow         *self,
                                              AdwToast             *toast);

G_END_DECLS
