/* bambu-live-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-private.h"

#include "bambu-json.h"

/* What comes from printers, as it comes. */

/**
 * bambu_live_keep_text:
 * @self: a #BambuLive
 *
 * From now on keeps the text of each printer's last whole report, for bambu_live_dup_text().
 */
void
bambu_live_keep_text (BambuLive *self)
{
  g_return_if_fail (BAMBU_IS_LIVE (self));

  bambu_live_store_keep_text (bambu_live_get_store (self));
}

/**
 * bambu_live_dup_text:
 * @self: a #BambuLive that keeps texts
 * @device: a printer
 *
 * Returns: (transfer full) (nullable): the printer's last whole report as it came, its UTF-8 repaired; %NULL where none
 *   has come since bambu_live_keep_text()
 */
GBytes *
bambu_live_dup_text (BambuLive   *self,
                     BambuDevice *device)
{
  g_autoptr(GBytes) text = NULL;

  g_return_val_if_fail (BAMBU_IS_LIVE (self), NULL);
  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  text = bambu_live_store_dup_text (bambu_live_get_store (self), bambu_device_get_id (device));

  return text != NULL ? bambu_json_repair_utf8 (text) : NULL;
}

/* How many reports have come, however many of them the main loop has seen. */
guint64
bambu_live_get_n_reports (BambuLive *self)
{
  return bambu_live_store_get_n_reports (bambu_live_get_store (self));
}
