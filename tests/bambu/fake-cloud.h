/* fake-cloud.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "calls.h"

G_BEGIN_DECLS

/* FakeCloud: a server in the test's own process that answers with what it was told to, in order, right or wrong down
 * to the bytes on the wire, and remembers what it was asked. What is left over after the last reply gets the last one again.
 */
typedef struct _FakeCloud FakeCloud;

typedef struct
{
  char *method;
  char *path;
  char *query;          /* nullable */
  char *authorization;  /* nullable */
  char *body;
  SoupMessageHeaders *headers;
  SoupHTTPVersion version;
  gint64 time;          /* monotonic */
} FakeRequest;

typedef enum
{
  FAKE_END_CLOSE,       /* closes the connection after the last byte */
  FAKE_END_HOLD,        /* keeps it open and says no more */
  FAKE_END_TRICKLE,     /* goes on with a space every 10 ms */
} FakeEnd;

FakeCloud   *fake_cloud_new          (void);
FakeCloud   *fake_cloud_new_tls      (GTlsCertificate *certificate);
void         fake_cloud_free         (FakeCloud       *self);
const char  *fake_cloud_get_url      (FakeCloud       *self);
guint        fake_cloud_get_port     (FakeCloud       *self);
void         fake_cloud_reset        (FakeCloud       *self);
void         fake_cloud_reply        (FakeCloud       *self,
                                      guint            status,
                                      const char      *body,
                                      ...) G_GNUC_NULL_TERMINATED; /* headers: name, value, … */
/* What is asked for at @path gets this, whatever else is to be replied. */
void         fake_cloud_route        (FakeCloud       *self,
                                      const char      *path,
                                      guint            status,
                                      const char      *body);
void         fake_cloud_reply_bytes  (FakeCloud       *self,
                                      guint            status,
                                      GBytes          *body,
                                      ...) G_GNUC_NULL_TERMINATED;
void         fake_cloud_reply_raw    (FakeCloud       *self,
                                      const char      *bytes,
                                      FakeEnd          end);
void         fake_cloud_reply_never  (FakeCloud       *self);
guint        fake_cloud_get_count    (FakeCloud       *self);
FakeRequest *fake_cloud_get_request  (FakeCloud       *self,
                                      guint            index);
guint        fake_cloud_get_sockets  (FakeCloud       *self);

/* A client of @cloud with limits that a test can wait for, signed in with the token "secret-token". */
BambuClient *fake_cloud_create_client (FakeCloud      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeCloud, fake_cloud_free)

G_END_DECLS
