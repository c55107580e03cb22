/* demo-store.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-exchange.h"

G_BEGIN_DECLS

/* The object store: pictures and files behind addresses that are signed and expire. It wants no token, and answers 403
 * to who brings one.
 */
typedef struct _DemoStore DemoStore;

DemoStore *demo_store_new         (DemoWorld    *world);
void       demo_store_free        (DemoStore    *self);
void       demo_store_handle      (DemoStore    *self,
                                   DemoExchange *exchange);
char      *demo_store_sign        (DemoStore    *self,
                                   const char   *method,
                                   const char   *path);
GBytes    *demo_store_get_upload  (DemoStore    *self,
                                   const char   *path);

char      *demo_store_plate_path  (DemoProject  *project,
                                   DemoProfile  *profile,
                                   DemoPlate    *plate);
char      *demo_store_cover_path  (DemoProject  *project,
                                   DemoProfile  *profile,
                                   DemoPlate    *plate);
char      *demo_store_config_path (DemoProject  *project,
                                   DemoProfile  *profile,
                                   const char   *name);
char      *demo_store_file_path   (DemoProject  *project,
                                   DemoProfile  *profile);

G_END_DECLS
