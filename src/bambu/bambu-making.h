/* bambu-making.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bambu-answer.h"

G_BEGIN_DECLS

/**
 * BambuMakeFunc:
 * @root: the answer, never NULL; of a page only the outline, as bambu_page_parse_outline() reads it
 * @text: the answer's own text
 * @make_data: what was passed along
 * @error: where to say why nothing could be made of it
 *
 * Turns an answer into what the caller wants. Runs in a worker thread: it touches nothing but its
 * arguments and objects that it makes. After a cancellation it may still run while the callback has long been
 * called; @make_data lives until it is through, and is freed in whichever thread that happens.
 *
 * Returns: (transfer full) (nullable): what was made, or NULL with @error set
 */
typedef gpointer (*BambuMakeFunc) (JsonNode  *root,
                                   GBytes    *text,
                                   gpointer   make_data,
                                   GError   **error);

/* BambuMaking: how an answer becomes what its caller wants, off the main thread. Reference counted: the thread may be
 * at it still when nobody waits any more.
 */
typedef struct _BambuMaking BambuMaking;

BambuMaking    *bambu_making_new             (BambuMakeFunc         make,
                                              gpointer              make_data,
                                              GDestroyNotify        make_data_free,
                                              GDestroyNotify        result_free);
void            bambu_making_allow_nothing   (BambuMaking          *self);
void            bambu_making_unref           (BambuMaking          *self);
GDestroyNotify  bambu_making_get_result_free (BambuMaking          *self);
void            bambu_making_make_async      (BambuMaking          *self,
                                              BambuAnswer          *answer,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gpointer        bambu_making_make_finish     (BambuMaking          *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
