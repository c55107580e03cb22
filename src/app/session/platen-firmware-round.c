/* platen-firmware-round.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-firmware-round.h"

typedef struct
{
  BambuSession *session;
  GCancellable *cancellable;
  GQueue        devices;   /* of BambuDevice: who is still to be asked for */
} Round;

static void round_next (Round *self);

static void
round_free (Round *self)
{
  g_queue_clear_full (&self->devices, g_object_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_free (self);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Round *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!bambu_session_check_firmware_finish (BAMBU_SESSION (object), result, &error))
    g_debug ("No firmware of a printer: %s", error->message);

  if (g_cancellable_is_cancelled (self->cancellable))
    round_free (self);
  else
    round_next (self);
}

static void
round_next (Round *self)
{
  g_autoptr(BambuDevice) device = g_queue_pop_head (&self->devices);

  if (device == NULL)
    round_free (self);
  else
    bambu_session_check_firmware_async (self->session, device, FALSE, self->cancellable, checked_cb, self);
}

/**
 * platen_firmware_round_start:
 * @session: an open session
 * @cancellable: ends the round
 *
 * Asks for the firmware of every printer of @session that was not asked for within a day, one after the other: the cloud
 * wants a request for each. What cannot be had now is left for the next round.
 */
void
platen_firmware_round_start (BambuSession *session,
                             GCancellable *cancellable)
{
  GListModel *devices;
  Round *self;

  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  devices = G_LIST_MODEL (bambu_session_get_devices (session));
  self = g_new0 (Round, 1);
  self->session = g_object_ref (session);
  self->cancellable = g_object_ref (cancellable);
  g_queue_init (&self->devices);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    g_queue_push_tail (&self->devices, g_list_model_get_item (devices, i));

  round_next (self);
}
