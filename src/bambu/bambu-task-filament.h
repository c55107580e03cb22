/* bambu-task-filament.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_TASK_FILAMENT (bambu_task_filament_get_type ())

/* A filament of a print: what the slicer meant and what it was printed with. Properties as the getters. */
G_DECLARE_FINAL_TYPE (BambuTaskFilament, bambu_task_filament, BAMBU, TASK_FILAMENT, GObject)

const char *bambu_task_filament_get_kind             (BambuTaskFilament *self);  /* "PLA" */
const char *bambu_task_filament_get_filament_id      (BambuTaskFilament *self);  /* "GFA00" */
double      bambu_task_filament_get_grams            (BambuTaskFilament *self);  /* -1 not told */
gboolean    bambu_task_filament_get_has_source_color (BambuTaskFilament *self);
guint32     bambu_task_filament_get_source_color     (BambuTaskFilament *self);  /* 0xRRGGBBAA, as sliced */
gboolean    bambu_task_filament_get_has_color        (BambuTaskFilament *self);
guint32     bambu_task_filament_get_color            (BambuTaskFilament *self);  /* 0xRRGGBBAA, as printed; as sliced where that is not told */
int         bambu_task_filament_get_ams              (BambuTaskFilament *self);  /* which AMS, from 0; -1 not told */
int         bambu_task_filament_get_slot             (BambuTaskFilament *self);  /* which slot of it, from 0; -1 not told */

G_END_DECLS
