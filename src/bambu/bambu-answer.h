/* bambu-answer.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * BambuAnswer:
 * @status: the HTTP status
 * @headers: the headers
 * @cookies: each `Set-Cookie` of the first origin, in the order in which they came
 * @body: the body, decompressed
 * @version: the HTTP version that was spoken
 * @trusted: whether the private headers went along with the request that brought this answer
 *
 * What came back.
 */
typedef struct
{
  guint               status;
  SoupMessageHeaders *headers;
  char              **cookies;
  GBytes             *body;
  SoupHTTPVersion     version;
  gboolean            trusted;
} BambuAnswer;

/**
 * BambuRefusal:
 * @code: the cloud's own error code, or -1
 * @said: (nullable): what it says, as one line
 *
 * What the body of an error tells.
 */
typedef struct
{
  gint64  code;
  char   *said;
} BambuRefusal;

#define BAMBU_REFUSAL_INIT { .code = -1 }

void     bambu_answer_free         (BambuAnswer  *self);
gboolean bambu_answer_is_cut_off   (BambuAnswer  *self);
void     bambu_answer_read_refusal (BambuAnswer  *self,
                                    const char   *secret,
                                    BambuRefusal *refusal);
void     bambu_refusal_clear       (BambuRefusal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuAnswer, bambu_answer_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BambuRefusal, bambu_refusal_clear)

G_END_DECLS
