/* calls.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client-private.h"
#include "bambu-error.h"
#include "bambu-login.h"

G_BEGIN_DECLS

/* Calls that are waited for. */
GBytes           *test_send          (BambuClient   *client,
                                      BambuRequest  *request,
                                      GCancellable  *cancellable,
                                      GError       **error);
void              test_assert_fails  (BambuClient   *client,
                                      BambuRequest  *request,
                                      int            code);
BambuCredentials *test_try_password  (BambuLogin    *login,
                                      const char    *password,
                                      GError       **error);
BambuCredentials *test_try_code      (BambuLogin    *login,
                                      const char    *code,
                                      GError       **error);
BambuCredentials *test_try_tfa       (BambuLogin    *login,
                                      const char    *code,
                                      GError       **error);
gboolean          test_try_send_code (BambuLogin    *login,
                                      GError       **error);
void              test_wait_ms       (guint          milliseconds);

G_END_DECLS
