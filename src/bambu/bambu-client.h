/* bambu-client.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "bambu-request.h"

G_BEGIN_DECLS

/**
 * BambuRegion:
 * @BAMBU_REGION_GLOBAL: everywhere but mainland China
 * @BAMBU_REGION_CHINA: mainland China
 *
 * Which of the vendor's clouds an account lives in.
 */
typedef enum
{
  BAMBU_REGION_GLOBAL,
  BAMBU_REGION_CHINA,
} BambuRegion;

#define BAMBU_TYPE_REGION (bambu_region_get_type ())
#define BAMBU_TYPE_CLIENT (bambu_client_get_type ())

G_DECLARE_FINAL_TYPE (BambuClient, bambu_client, BAMBU, CLIENT, GObject)

GType         bambu_region_get_type         (void);
const char   *bambu_region_to_string        (BambuRegion           region);  /* "global", "china" */
gboolean      bambu_region_from_string      (const char           *string,
                                             BambuRegion          *region);

/* @api_url and @web_url: NULL for PLATEN_API_URL and PLATEN_WEB_URL or, where these are unset, the
 * region's own hosts; who replaces the API's address alone replaces the web origin's with it. Fails where an
 * address is neither https nor http to a loopback address.
 */
BambuClient  *bambu_client_new              (BambuRegion           region,
                                             const char           *api_url,
                                             const char           *web_url,
                                             GError              **error);
BambuRegion   bambu_client_get_region       (BambuClient          *self);
const char   *bambu_client_get_api_url      (BambuClient          *self);
const char   *bambu_client_get_token        (BambuClient          *self);
void          bambu_client_set_token        (BambuClient          *self,
                                             const char           *token);
void          bambu_client_set_tls_database (BambuClient          *self,
                                             GTlsDatabase         *database);

/* signal "signed-out": the cloud refused the present token (401 with code 4); the token is kept
 * until its owner clears it.
 */

void          bambu_client_send_async       (BambuClient          *self,
                                             BambuRequest         *request,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* The cloud's own text: UTF-8 repaired, otherwise as it came. */
GBytes       *bambu_client_send_finish      (BambuClient          *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
