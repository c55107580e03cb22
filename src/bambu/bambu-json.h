/* bambu-json.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define BAMBU_JSON_MAX_DEPTH 200

GBytes     *bambu_json_repair_utf8 (GBytes      *bytes);
JsonNode   *bambu_json_parse       (GBytes      *bytes,
                                    GError     **error);
JsonNode   *bambu_json_parse_part  (GBytes      *bytes,
                                    guint        depth,
                                    GError     **error);

/* All tolerant: a member that is missing, null or of another type reads as the fallback. Numbers
 * are taken from strings and strings from numbers. @object may be NULL.
 */
char       *bambu_json_dup_string  (JsonObject  *object,
                                    const char  *member);
gint64      bambu_json_get_int     (JsonObject  *object,
                                    const char  *member,
                                    gint64       minimum,
                                    gint64       maximum,
                                    gint64       fallback);
double      bambu_json_get_double  (JsonObject  *object,
                                    const char  *member,
                                    double       minimum,
                                    double       maximum,
                                    double       fallback);
gboolean    bambu_json_get_boolean (JsonObject  *object,
                                    const char  *member,
                                    gboolean     fallback);
GDateTime  *bambu_json_dup_time    (JsonObject  *object,
                                    const char  *member);
gboolean    bambu_json_get_color   (JsonObject  *object,
                                    const char  *member,
                                    guint32     *rgba);
char      **bambu_json_dup_strv    (JsonObject  *object,
                                    const char  *member);
char       *bambu_json_dup_text    (JsonObject  *object,
                                    const char  *member);
char      **bambu_json_dup_members (JsonObject  *object);
JsonObject *bambu_json_get_object  (JsonObject  *object,
                                    const char  *member);
JsonArray  *bambu_json_get_array   (JsonObject  *object,
                                    const char  *member);
JsonObject *bambu_json_node_object (JsonNode    *node);
JsonObject *bambu_json_array_object (JsonArray  *array,
                                     guint       index);
GBytes     *bambu_json_write        (JsonObject *object);

G_END_DECLS
