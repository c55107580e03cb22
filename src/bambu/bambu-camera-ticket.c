/* bambu-camera-ticket.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json.h"
#include "bambu-secret.h"
#include "bambu-types-private.h"

struct _BambuCameraTicket
{
  gatomicrefcount  ref_count;
  char            *code;
  char            *password;
  char            *key;
};

G_DEFINE_BOXED_TYPE (BambuCameraTicket, bambu_camera_ticket, bambu_camera_ticket_ref, bambu_camera_ticket_unref)

/* The answer of user/ttcode. %NULL where there is no code in it. */
BambuCameraTicket *
bambu_camera_ticket_new_from_json (JsonObject *json)
{
  BambuCameraTicket *self;
  char *code = bambu_json_dup_string (json, "ttcode");

  if (code == NULL || *code == '\0')
    {
      g_free (code);
      return NULL;
    }

  self = g_new0 (BambuCameraTicket, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->code = code;
  self->password = bambu_json_dup_string (json, "passwd");
  self->key = bambu_json_dup_string (json, "authkey");

  return self;
}

/**
 * bambu_camera_ticket_ref:
 * @self: a camera ticket
 *
 * Returns: (transfer full): @self
 */
BambuCameraTicket *
bambu_camera_ticket_ref (BambuCameraTicket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * bambu_camera_ticket_unref:
 * @self: (transfer full): a camera ticket
 *
 * Lets go of @self; the last to do so clears its memory.
 */
void
bambu_camera_ticket_unref (BambuCameraTicket *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bambu_secret_free (self->code);
  bambu_secret_free (self->password);
  bambu_secret_free (self->key);
  g_free (self);
}

/**
 * bambu_camera_ticket_get_code:
 * @self: a camera ticket
 *
 * Returns: (transfer none): what opens the stream, the cloud's "ttcode"
 */
const char *
bambu_camera_ticket_get_code (BambuCameraTicket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

/**
 * bambu_camera_ticket_get_password:
 * @self: a camera ticket
 *
 * Returns: (transfer none) (nullable): the password that goes with it
 */
const char *
bambu_camera_ticket_get_password (BambuCameraTicket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->password;
}

/**
 * bambu_camera_ticket_get_key:
 * @self: a camera ticket
 *
 * Returns: (transfer none) (nullable): the key that goes with it, the cloud's "authkey"
 */
const char *
bambu_camera_ticket_get_key (BambuCameraTicket *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->key;
}
