/* platen-preset-name-dialog.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PRESET_NAME_DIALOG (platen_preset_name_dialog_get_type ())

/* Asks what the copy of a preset is to be called. The response "duplicate" is to make it. */
G_DECLARE_FINAL_TYPE (PlatenPresetNameDialog, platen_preset_name_dialog, PLATEN, PRESET_NAME_DIALOG, AdwMessageDialog)

GtkWidget *platen_preset_name_dialog_new      (GtkWindow              *parent,
                                               BambuSession           *session,
                                               BambuPreset            *preset);
char      *platen_preset_name_dialog_dup_name (PlatenPresetNameDialog *self);

G_END_DECLS
