/* bambu-secret.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bambu-secret.h"

typedef struct
{
  char  *data;
  gsize  length;
} SecretData;

/**
 * bambu_secret_free:
 * @secret: (transfer full) (nullable): a string
 *
 * Clears @secret and frees it.
 */
void
bambu_secret_free (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

static void
secret_data_free (gpointer data)
{
  SecretData *self = data;

  explicit_bzero (self->data, self->length);
  g_free (self->data);
  g_free (self);
}

/**
 * bambu_secret_bytes_new_take:
 * @data: (transfer full) (array length=length): what is secret
 * @length: how many bytes it has
 *
 * Wraps @data so that it is cleared with its last reference.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
bambu_secret_bytes_new_take (char  *data,
                             gsize  length)
{
  SecretData *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_new (SecretData, 1);
  self->data = data;
  self->length = length;

  return g_bytes_new_with_free_func (data, length, secret_data_free, self);
}
