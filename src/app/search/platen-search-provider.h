/* platen-search-provider.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-opener.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SEARCH_PROVIDER (platen_search_provider_get_type ())

/* Answers GNOME Shell, which looks for printers, projects and presets as its user types: org.gnome.Shell.SearchProvider2.
 * From what was last known, on disk or in memory; the cloud is not asked. To somebody who is signed out there is nothing.
 */
G_DECLARE_FINAL_TYPE (PlatenSearchProvider, platen_search_provider, PLATEN, SEARCH_PROVIDER, GObject)

PlatenSearchProvider *platen_search_provider_new      (GApplication          *application,
                                                       PlatenSessionManager  *manager,
                                                       PlatenOpener          *opener);
gboolean              platen_search_provider_export   (PlatenSearchProvider  *self,
                                                       GDBusConnection       *connection,
                                                       const char            *object_path,
                                                       GError               **error);
void                  platen_search_provider_unexport (PlatenSearchProvider  *self);

G_END_DECLS
