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

BambuRequest *bambu_request_account  (void);
BambuRequest *bambu_request_devices  (void);
BambuRequest *bambu_request_prints   (void);
BambuRequest *bambu_request_projects (void);
BambuRequest *bambu_request_project  (const char   *project_id);
BambuRequest *bambu_request_profile  (const char   *profile_id,
                                      const char   *model_id);
BambuRequest *bambu_request_presets  (void);
BambuRequest *bambu_request_preset   (const char   *setting_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuRequest, bambu_request_unref)

G_END_DECLS
