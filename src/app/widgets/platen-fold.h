/* platen-fold.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How texts are compared in a search: whatever their case and accents, so that "uber" finds "Über". */
char      *platen_fold       (const char         *text);
char     **platen_fold_words (const char         *search);
gboolean   platen_fold_match (const char         *folded,
                              const char * const *words);

G_END_DECLS
