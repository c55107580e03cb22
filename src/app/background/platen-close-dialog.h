/* platen-close-dialog.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  PLATEN_CLOSE_ANSWER_STAY_OPEN,
  PLATEN_CLOSE_ANSWER_QUIT,
  PLATEN_CLOSE_ANSWER_KEEP_RUNNING,
} PlatenCloseAnswer;

typedef void (*PlatenCloseFunc) (PlatenCloseAnswer  answer,
                                 gpointer           user_data);

GtkWidget *platen_close_dialog_show (GtkWindow       *parent,
                                     PlatenCloseFunc  func,
                                     gpointer         user_data);

G_END_DECLS
