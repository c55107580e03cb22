/* demo-json.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Writes JSON as the cloud does: members in the order they are added, no white space, and decimal numbers with the
 * digits they were meant to have (json-glib's generator makes 0.1 into 0.10000000000000001).
 */
typedef struct _DemoJson DemoJson;

DemoJson   *demo_json_new           (void);
void        demo_json_free          (DemoJson   *self);
GBytes     *demo_json_free_to_bytes (DemoJson   *self);

void        demo_json_begin_object  (DemoJson   *self,
                                     const char *name);
void        demo_json_end_object    (DemoJson   *self);
void        demo_json_begin_array   (DemoJson   *self,
                                     const char *name);
void        demo_json_end_array     (DemoJson   *self);
void        demo_json_add_string    (DemoJson   *self,
                                     const char *name,
                                     const char *value);
void        demo_json_add_int       (DemoJson   *self,
                                     const char *name,
                                     gint64      value);
void        demo_json_add_decimal   (DemoJson   *self,
                                     const char *name,
                                     double      value,
                                     guint       digits);
void        demo_json_add_boolean   (DemoJson   *self,
                                     const char *name,
                                     gboolean    value);
void        demo_json_add_null      (DemoJson   *self,
                                     const char *name);
void        demo_json_add_node      (DemoJson   *self,
                                     const char *name,
                                     JsonNode   *node);

/* What a request says. Each answers its fallback where the member is missing, null or of another type. */
JsonObject *demo_json_parse         (GBytes     *bytes);
const char *demo_json_get_string    (JsonObject *object,
                                     const char *name,
                                     const char *fallback);
gint64      demo_json_get_int       (JsonObject *object,
                                     const char *name,
                                     gint64      fallback);
JsonObject *demo_json_get_object    (JsonObject *object,
                                     const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoJson, demo_json_free)

G_END_DECLS
