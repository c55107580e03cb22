/* bambu-request.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* BambuRequest: one request to the cloud's API, as data: what is sent by bambu_client_send_async() and
 * by the typed calls alike. Immutable, reference counted. Ids are percent-encoded where they go into
 * a path or a query; an id may hold anything.
 */
#define BAMBU_TYPE_REQUEST (bambu_request_get_type ())

typedef struct _BambuRequest BambuRequest;

/* Any value of the form XX.YY.ZZ.WW is accepted; this one claims to be no one's build. */
#define BAMBU_SLICER_VERSION "1.0.0.0"

GType         bambu_request_get_type (void);
BambuRequest *bambu_request_ref      (BambuRequest *self);
void          bambu_request_unref    (BambuRequest *self);

/* Whether something from elsewhere can be sent: it is one JSON object. */
gboolean      bambu_request_check_body (GBytes  *body,
                                        GError **error);

BambuRequest *bambu_request_account  (void);
BambuRequest *bambu_request_devices  (void);
BambuRequest *bambu_request_prints   (void);
BambuRequest *bambu_request_projects (void);
BambuRequest *bambu_request_project  (const char   *project_id);
BambuRequest *bambu_request_profile  (const char   *profile_id,
                                      const char   *model_id);
BambuRequest *bambu_request_presets  (void);
BambuRequest *bambu_request_preset   (const char   *setting_id);

/* @device_id and @after: NULL for all printers, and from the newest on; @limit: 0 for what the cloud thinks right. */
BambuRequest *bambu_request_tasks           (const char *device_id,
                                             const char *after,
                                             guint       limit);
BambuRequest *bambu_request_task            (const char *task_id);
BambuRequest *bambu_request_create_task     (GBytes     *task);
BambuRequest *bambu_request_messages        (guint       kind,
                                             const char *after,
                                             guint       limit);
BambuRequest *bambu_request_ticket          (const char *ticket_id);
BambuRequest *bambu_request_refresh_token   (const char *refresh_token);
BambuRequest *bambu_request_resources       (const char *type,
                                             const char *version);
BambuRequest *bambu_request_create_preset   (GBytes     *preset);
BambuRequest *bambu_request_delete_preset   (const char *setting_id);
BambuRequest *bambu_request_firmware        (const char *device_id);
BambuRequest *bambu_request_rename_device   (const char *device_id,
                                             const char *name);
BambuRequest *bambu_request_camera_ticket   (const char *device_id);
BambuRequest *bambu_request_create_project  (const char *name);
BambuRequest *bambu_request_announce_upload (const char *file_name,
                                             const char *ticket);
BambuRequest *bambu_request_notification    (const char *action,
                                             const char *ticket);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuRequest, bambu_request_unref)

G_END_DECLS
