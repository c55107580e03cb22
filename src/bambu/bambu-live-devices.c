/* bambu-live-devices.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-private.h"

#include "bambu-device-private.h"

/* Nobody is quiet for so many times as long as it takes to become suspicious. */
#define MAX_SILENCES 10

static BambuDevice *
get_device (BambuList *devices,
            guint      position)
{
  return g_list_model_get_item (G_LIST_MODEL (devices), position);
}

/* The printers' reports no longer come. */
void
bambu_live_devices_end (BambuList *devices)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = get_device (devices, i);

      bambu_device_end_live (device);
    }
}

/* Which printers there are, and whether the cloud hears them. */
GHashTable *
bambu_live_devices_get_online (BambuList *devices)
{
  GHashTable *online = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = get_device (devices, i);

      g_hash_table_insert (online, g_strdup (bambu_device_get_id (device)),
                           GINT_TO_POINTER (bambu_device_get_online (device)));
    }

  return online;
}

/* Whether any printer reports a print that the cloud has not told of. */
gboolean
bambu_live_devices_await_poll (BambuList *devices)
{
  gboolean await = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = get_device (devices, i);

      await |= bambu_device_get_awaits_poll (device);
    }

  return await;
}

/* A printer that was turned off does not say so: the cloud does. @limit: after how many seconds to ask it; @interval: how
 * often this is called. Returns whether to ask.
 */
gboolean
bambu_live_devices_look_after (BambuList *devices,
                               gint64     limit,
                               gint64     interval)
{
  gboolean ask = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = get_device (devices, i);
      const gint64 silence = bambu_device_get_silence (device);

      if (silence < limit)
        continue;

      if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_OFFLINE || silence > MAX_SILENCES * limit)
        bambu_device_end_live (device);
      else if (silence / limit != (silence - interval) / limit)
        ask = TRUE;
    }

  return ask;
}
