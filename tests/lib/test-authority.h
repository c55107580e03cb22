/* test-authority.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A certificate authority of the test's own, made anew by openssl for each run and gone with it. What goes wrong
 * here fails the test at once.
 */
typedef struct _TestAuthority TestAuthority;

/* For test_authority_sign(). */
#define TEST_AUTHORITY_VALID   "-days 2"
#define TEST_AUTHORITY_EXPIRED "-startdate 20200101000000Z -enddate 20210101000000Z"
#define TEST_AUTHORITY_EARLY   "-startdate 20480101000000Z -enddate 20490101000000Z"

TestAuthority   *test_authority_new             (void);
void             test_authority_free            (TestAuthority *self);
GTlsDatabase    *test_authority_create_database (TestAuthority *self);
GTlsCertificate *test_authority_sign            (TestAuthority *self,
                                                 const char    *name,
                                                 const char    *subject,
                                                 const char    *validity);
char            *test_authority_dup_path        (TestAuthority *self,
                                                 const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestAuthority, test_authority_free)

G_END_DECLS
