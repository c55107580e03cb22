/* test-cloud.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The stand-in cloud, running as it does for its users: in a process of its own, which ends with the test. What goes
 * wrong here fails the test at once. Everything blocks but test_wait_until().
 */
typedef struct _TestCloud TestCloud;

/* The token that every cloud accepts. */
#define TEST_CLOUD_TOKEN "demo"

TestCloud  *test_cloud_new            (const char * const *extra_args);
TestCloud  *test_cloud_new_live       (const char * const *extra_args);
void        test_cloud_free           (TestCloud          *self);
void        test_cloud_start          (TestCloud          *self);
void        test_cloud_stop           (TestCloud          *self);
const char *test_cloud_get_url        (TestCloud          *self);
const char *test_cloud_get_mqtt_url   (TestCloud          *self);

void        test_cloud_fault          (TestCloud          *self,
                                       const char         *json);
void        test_cloud_clear_faults   (TestCloud          *self);
void        test_cloud_advance        (TestCloud          *self,
                                       gint64              seconds);
void        test_cloud_printer_event  (TestCloud          *self,
                                       const char         *dev_id,
                                       const char         *event);

GBytes     *test_cloud_send           (TestCloud          *self,
                                       const char         *method,
                                       const char         *url,
                                       const char         *json,
                                       guint              *status);
JsonNode   *test_cloud_get            (TestCloud          *self,
                                       const char         *path);
JsonNode   *test_cloud_post           (TestCloud          *self,
                                       const char         *path,
                                       const char         *json);

JsonNode   *test_cloud_get_requests   (TestCloud          *self);
guint       test_cloud_count_requests (TestCloud          *self,
                                       const char         *method,
                                       const char         *path);
guint       test_cloud_count_tokens   (TestCloud          *self,
                                       const char         *path);
void        test_cloud_clear_requests (TestCloud          *self);

typedef gboolean (*TestFunc) (gpointer user_data);

gboolean    test_wait_until           (TestFunc            func,
                                       gpointer            user_data,
                                       guint               timeout_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestCloud, test_cloud_free)

G_END_DECLS
