/* bambu-request-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-error.h"
#include "bambu-request.h"

G_BEGIN_DECLS

/**
 * BambuHost:
 * @BAMBU_HOST_API: the API; requests carry the token
 * @BAMBU_HOST_WEB: the web origin, which some steps of the sign-in go to; never sees the token
 * @BAMBU_HOST_FILE: whichever host a file is at; never sees the token, nor any header that it does not need
 *
 * Which of the region's hosts a request is for.
 */
typedef enum
{
  BAMBU_HOST_API,
  BAMBU_HOST_WEB,
  BAMBU_HOST_FILE,
} BambuHost;

/**
 * BambuRefusalFunc:
 * @status: the HTTP status, 400 to 499
 * @code: the cloud's own error code, or -1
 *
 * Says what a refusal means to one request where that differs from what it means in general.
 *
 * Returns: a #BambuError, or -1 for the general meaning
 */
typedef int (*BambuRefusalFunc) (guint  status,
                                 gint64 code);

/* A request is filled right after bambu_request_new() and never changed once it has been handed out. */
BambuRequest     *bambu_request_new           (BambuHost         host,
                                               const char       *method,
                                               const char       *path);
BambuRequest     *bambu_request_new_for_file  (GUri             *uri);
void              bambu_request_add_segment   (BambuRequest     *self,
                                               const char       *segment);
void              bambu_request_add_query     (BambuRequest     *self,
                                               const char       *name,
                                               const char       *value);
void              bambu_request_add_header    (BambuRequest     *self,
                                               const char       *name,
                                               const char       *value);
void              bambu_request_take_body     (BambuRequest     *self,
                                               GBytes           *json);
void              bambu_request_set_anonymous (BambuRequest     *self);
void              bambu_request_set_refusal   (BambuRequest     *self,
                                               BambuRefusalFunc  refusal);
BambuHost         bambu_request_get_host      (BambuRequest     *self);
GUri             *bambu_request_get_uri       (BambuRequest     *self);
const char       *bambu_request_get_method    (BambuRequest     *self);
const char       *bambu_request_get_path      (BambuRequest     *self);
const char       *bambu_request_get_query     (BambuRequest     *self);
GBytes           *bambu_request_get_body      (BambuRequest     *self);
gboolean          bambu_request_is_authorised (BambuRequest     *self);
gboolean          bambu_request_is_repeatable (BambuRequest     *self);
int               bambu_request_refusal       (BambuRequest     *self,
                                               guint             status,
                                               gint64            code);
gboolean          bambu_request_next_header   (BambuRequest     *self,
                                               guint            *position,
                                               const char      **name,
                                               const char      **value);

G_END_DECLS
