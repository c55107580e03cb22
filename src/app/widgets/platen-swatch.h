/* platen-swatch.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-filament.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SWATCH (platen_swatch_get_type ())

/* A dot in the colour of a filament. Property "filament" (BambuFilament). */
G_DECLARE_FINAL_TYPE (PlatenSwatch, platen_swatch, PLATEN, SWATCH, GtkWidget)

GtkWidget *platen_swatch_new          (void);
void       platen_swatch_set_filament (PlatenSwatch  *self,
                                       BambuFilament *filament);
void       platen_swatch_set_color    (PlatenSwatch  *self,
                                       guint32        color);

G_END_DECLS
