/* platen-spool.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "bambu-tray.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SPOOL (platen_spool_get_type ())

/* A place for a spool: the spool in its colour, a mark where it is printed with, below it the material and what is left. */
G_DECLARE_FINAL_TYPE (PlatenSpool, platen_spool, PLATEN, SPOOL, GtkWidget)

GtkWidget *platen_spool_new (BambuTray *tray);

G_END_DECLS
