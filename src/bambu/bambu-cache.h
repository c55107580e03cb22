/* bambu-cache.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client-private.h"

G_BEGIN_DECLS

/* BambuCache: the last known answers of one account, as files in a folder of its own. Without what is secret or expires:
 * access codes, camera tickets, tokens, and what stands behind the question mark of an address. Thread-safe.
 */
#define BAMBU_TYPE_CACHE (bambu_cache_get_type ())

G_DECLARE_FINAL_TYPE (BambuCache, bambu_cache, BAMBU, CACHE, GObject)

BambuCache *bambu_cache_new           (const char     *directory);
char       *bambu_cache_name_for_id   (const char     *kind,
                                       const char     *id);
const char *bambu_cache_get_directory (BambuCache     *self);
void        bambu_cache_save          (BambuCache     *self,
                                       const char     *name,
                                       JsonNode       *root);
JsonNode   *bambu_cache_load          (BambuCache     *self,
                                       const char     *name,
                                       GDateTime     **saved);
gpointer    bambu_cache_make          (BambuCache     *self,
                                       const char     *name,
                                       BambuMakeFunc   make,
                                       GDateTime     **saved);
void        bambu_cache_make_async    (BambuCache          *self,
                                       const char          *name,
                                       BambuMakeFunc        make,
                                       GDestroyNotify       result_free,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gpointer    bambu_cache_make_finish   (BambuCache          *self,
                                       GAsyncResult        *result,
                                       GDateTime          **saved);
void        bambu_cache_forget        (BambuCache     *self);

/* A BambuMakeFunc that also keeps the answer; its data is a BambuCacheMaking. */
typedef struct _BambuCacheMaking BambuCacheMaking;

BambuCacheMaking *bambu_cache_making_new  (BambuCache        *cache,
                                           const char        *name,
                                           BambuMakeFunc      make);
void              bambu_cache_making_free (BambuCacheMaking  *self);
gpointer          bambu_cache_make_and_save (JsonNode        *root,
                                             GBytes          *text,
                                             gpointer         making,
                                             GError         **error);

G_END_DECLS
