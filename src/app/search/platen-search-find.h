/* platen-search-find.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

/**
 * PlatenSearchKind:
 * @PLATEN_SEARCH_KIND_PRINTER: a #BambuDevice
 * @PLATEN_SEARCH_KIND_PROJECT: a #BambuProject
 * @PLATEN_SEARCH_KIND_PRESET: a #BambuPreset
 *
 * What the desktop's search can find.
 */
typedef enum
{
  PLATEN_SEARCH_KIND_PRINTER,
  PLATEN_SEARCH_KIND_PROJECT,
  PLATEN_SEARCH_KIND_PRESET,
} PlatenSearchKind;

/* How many of each kind are found at most: desktops show a handful, and lead to the window for the rest. */
#define PLATEN_SEARCH_MAX_FOUND 10

/* What is found is told by its kind and the cloud's id of it, as in "project:164995388". */
char     **platen_search_find          (BambuSession       *session,
                                        const char * const *terms);
char     **platen_search_narrow        (BambuSession       *session,
                                        const char * const *found,
                                        const char * const *terms);
gboolean   platen_search_parse         (const char         *result,
                                        PlatenSearchKind   *kind,
                                        const char        **id);
gpointer   platen_search_lookup        (BambuSession       *session,
                                        PlatenSearchKind    kind,
                                        const char         *id);
const char *platen_search_get_page     (PlatenSearchKind    kind);
const char *platen_search_get_action   (PlatenSearchKind    kind);
char      *platen_search_join          (const char * const *terms);

G_END_DECLS
