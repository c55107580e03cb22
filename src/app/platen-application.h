/* platen-application.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_APPLICATION (platen_application_get_type ())

G_DECLARE_FINAL_TYPE (PlatenApplication, platen_application, PLATEN, APPLICATION, AdwApplication)

PlatenApplication *platen_application_new (gboolean demo);

G_END_DECLS
