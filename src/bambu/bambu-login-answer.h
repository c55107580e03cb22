/* bambu-login-answer.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "bambu-answer.h"
#include "bambu-login.h"

G_BEGIN_DECLS

/* What the cloud answers to a step of the sign-in. All is NULL where it was not told. */
typedef struct
{
  char      *token;
  char      *refresh_token;
  char      *login_type;
  char      *tfa_key;
  GDateTime *expires;
} BambuLoginAnswer;

BambuLoginAnswer *bambu_login_answer_new_from_json    (JsonNode         *root);
BambuLoginAnswer *bambu_login_answer_new_from_cookies (BambuAnswer      *received);
void              bambu_login_answer_free             (BambuLoginAnswer *self);
BambuCredentials *bambu_login_answer_make_credentials (BambuLoginAnswer *self,
                                                       GError          **error);
char             *bambu_login_dup_cookie              (BambuAnswer      *received,
                                                       const char       *name,
                                                       GDateTime       **expires);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuLoginAnswer, bambu_login_answer_free)

G_END_DECLS
