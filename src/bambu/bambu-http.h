/* bambu-http.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "bambu-error.h"

G_BEGIN_DECLS

/* What is to be known of HTTP without sending anything. */

/* How much of a body is looked at to tell what it is, or what the cloud says in it. */
#define BAMBU_HTTP_PEEK_BYTES (64 * 1024)

GUri     *bambu_http_parse_base      (const char          *address,
                                      GError             **error);
GUri     *bambu_http_parse_file      (const char          *address,
                                      GError             **error);
gboolean  bambu_http_is_loopback     (GUri                *uri);
gboolean  bambu_http_is_same_origin  (GUri                *a,
                                      GUri                *b);
gboolean  bambu_http_is_redirect     (guint                status);
GUri     *bambu_http_follow          (GUri                *from,
                                      const char          *location,
                                      GError             **error);
gint64    bambu_http_get_retry_after (SoupMessageHeaders  *headers,
                                      GDateTime           *now);
gboolean  bambu_http_is_token        (const char          *token);
gboolean  bambu_http_is_html         (SoupMessageHeaders  *headers,
                                      GBytes              *body);
gboolean  bambu_http_is_edge         (guint                status,
                                      SoupMessageHeaders  *headers,
                                      GBytes              *body);
char     *bambu_http_clean_text      (const char          *text);
int       bambu_http_map_status      (guint                status);
GError   *bambu_http_describe        (int                  code,
                                      guint                status,
                                      gint64               retry_after,
                                      const char          *said);
GError   *bambu_http_describe_io     (const GError        *error,
                                      const char          *host,
                                      GTlsCertificateFlags problems);

G_END_DECLS
