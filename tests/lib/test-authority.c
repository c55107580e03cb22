/* test-authority.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "test-authority.h"

#include <glib/gstdio.h>

#define NEW_KEY "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "

struct _TestAuthority
{
  char *directory;
};

static void
run_openssl (TestAuthority *self,
             const char    *arguments)
{
  g_autofree char *line = g_strdup_printf ("openssl %s", arguments);
  g_auto(GStrv) argv = NULL;
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (self->directory, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL,
                NULL, &output, &status, &error);
  g_assert_no_error (error);

  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", line, output);
}

static void
write_file (TestAuthority *self,
            const char    *name,
            const char    *text)
{
  g_autofree char *path = test_authority_dup_path (self, name);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/**
 * test_authority_new:
 *
 * Returns: (transfer full): an authority that nobody trusts yet
 */
TestAuthority *
test_authority_new (void)
{
  TestAuthority *self = g_new0 (TestAuthority, 1);
  g_autoptr(GError) error = NULL;

  self->directory = g_dir_make_tmp ("platen-authority-XXXXXX", &error);
  g_assert_no_error (error);
  run_openssl (self, "req -x509 " NEW_KEY "-keyout ca.key -out ca.pem -days 2 -subj '/CN=Platen test' "
               "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign");

  return self;
}

/**
 * test_authority_free:
 * @self: (transfer full): an authority
 *
 * Deletes its files and frees it.
 */
void
test_authority_free (TestAuthority *self)
{
  g_autoptr(GDir) directory = NULL;
  const char *name;

  g_assert_nonnull (self);

  directory = g_dir_open (self->directory, 0, NULL);

  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = test_authority_dup_path (self, name);

      g_unlink (path);
    }

  g_rmdir (self->directory);
  g_free (self->directory);
  g_free (self);
}

/**
 * test_authority_create_database:
 * @self: an authority
 *
 * Returns: (transfer full): whom one trusts who trusts @self alone
 */
GTlsDatabase *
test_authority_create_database (TestAuthority *self)
{
  g_autofree char *path = test_authority_dup_path (self, "ca.pem");
  g_autoptr(GError) error = NULL;
  GTlsDatabase *database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);

  return database;
}

/**
 * test_authority_sign:
 * @self: an authority
 * @name: what to call the certificate; `NAME.pem` and `NAME.key` come of it
 * @subject: whom it is for, as in a certificate's subjectAltName: `IP:127.0.0.1,DNS:localhost`
 * @validity: `TEST_AUTHORITY_VALID` or another
 *
 * Returns: (transfer full): a certificate with its key
 */
GTlsCertificate *
test_authority_sign (TestAuthority *self,
                     const char    *name,
                     const char    *subject,
                     const char    *validity)
{
  g_autofree char *config = g_strdup_printf ("[ca]\ndefault_ca=d\n"
                                             "[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                                             "default_md=sha256\npolicy=p\nunique_subject=no\nx509_extensions=e\n"
                                             "[p]\ncommonName=supplied\n"
                                             "[e]\nsubjectAltName=%s\nbasicConstraints=CA:FALSE\n"
                                             "extendedKeyUsage=serverAuth\n", subject);
  g_autofree char *request = g_strdup_printf ("req -new " NEW_KEY "-keyout %s.key -out %s.csr -subj /CN=%s",
                                              name, name, name);
  g_autofree char *sign = g_strdup_printf ("ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key "
                                           "-in %s.csr -out %s.pem %s", name, name, validity);
  g_autofree char *certificate_file = g_strdup_printf ("%s/%s.pem", self->directory, name);
  g_autofree char *key_file = g_strdup_printf ("%s/%s.key", self->directory, name);
  g_autoptr(GError) error = NULL;
  GTlsCertificate *certificate;

  write_file (self, "ca.cnf", config);
  write_file (self, "index.txt", "");
  run_openssl (self, request);
  run_openssl (self, sign);
  certificate = g_tls_certificate_new_from_files (certificate_file, key_file, &error);
  g_assert_no_error (error);

  return certificate;
}

/**
 * test_authority_dup_path:
 * @self: an authority
 * @name: a file of it: `ca.pem` and what test_authority_sign() made
 *
 * Returns: (transfer full): where it is
 */
char *
test_authority_dup_path (TestAuthority *self,
                         const char    *name)
{
  g_assert_nonnull (self);

  return g_build_filename (self->directory, name, NULL);
}
