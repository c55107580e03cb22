/* platen-printer-sorter.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-printer-sorter.h"

#include <string.h>

#include "bambu-device.h"

static int
compare_names (BambuDevice *a,
               BambuDevice *b)
{
  const char *name_a = bambu_device_get_name (a);
  const char *name_b = bambu_device_get_name (b);
  int order = 0;

  /* As files are sorted: "P1S 2" comes before "P1S 10". */
  if (g_strcmp0 (name_a, name_b) != 0)
    {
      g_autofree char *key_a = g_utf8_collate_key_for_filename (name_a != NULL ? name_a : "", -1);
      g_autofree char *key_b = g_utf8_collate_key_for_filename (name_b != NULL ? name_b : "", -1);

      order = strcmp (key_a, key_b);
    }

  return order != 0 ? order : g_strcmp0 (bambu_device_get_id (a), bambu_device_get_id (b));
}

/* What prints, what waits in a print, what could print, what is not there. */
static int
rank_activity (BambuDevice *device)
{
  switch (bambu_device_get_state (device))
    {
    case BAMBU_DEVICE_STATE_PREPARING:
    case BAMBU_DEVICE_STATE_PRINTING:
      return 0;

    case BAMBU_DEVICE_STATE_PAUSED:
      return 1;

    case BAMBU_DEVICE_STATE_FINISHED:
      return 2;

    case BAMBU_DEVICE_STATE_OFFLINE:
      return 4;

    case BAMBU_DEVICE_STATE_FAILED:
    case BAMBU_DEVICE_STATE_IDLE:
    case BAMBU_DEVICE_STATE_UNKNOWN:
    default:
      return 3;
    }
}

static int
compare_time_left (BambuDevice *a,
                   BambuDevice *b)
{
  int rank_a = rank_activity (a);
  int rank_b = rank_activity (b);
  guint left_a;
  guint left_b;

  if (rank_a != rank_b)
    return rank_a - rank_b;

  /* As unsigned numbers those that are not known come last. */
  left_a = bambu_device_get_has_print (a) ? bambu_device_get_time_left (a) : 0;
  left_b = bambu_device_get_has_print (b) ? bambu_device_get_time_left (b) : 0;

  if (left_a != left_b)
    return left_a < left_b ? -1 : 1;

  return compare_names (a, b);
}

static int
compare_attention (BambuDevice *a,
                   BambuDevice *b)
{
  gboolean attention_a = bambu_device_get_needs_attention (a);
  gboolean attention_b = bambu_device_get_needs_attention (b);

  if (attention_a != attention_b)
    return attention_a ? -1 : 1;

  return compare_time_left (a, b);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  BambuDevice *device_a = BAMBU_DEVICE ((gpointer)a);
  BambuDevice *device_b = BAMBU_DEVICE ((gpointer)b);
  int order;

  switch ((PlatenPrinterOrder)GPOINTER_TO_INT (user_data))
    {
    case PLATEN_PRINTER_ORDER_TIME_LEFT:
      order = compare_time_left (device_a, device_b);
      break;

    case PLATEN_PRINTER_ORDER_NAME:
      order = compare_names (device_a, device_b);
      break;

    case PLATEN_PRINTER_ORDER_ATTENTION:
    default:
      order = compare_attention (device_a, device_b);
      break;
    }

  return gtk_ordering_from_cmpfunc (order);
}

/**
 * platen_printer_order_from_string:
 * @string: (nullable): "attention", "time-left" or "name", as in the settings
 * @order: (out): what it means
 *
 * Returns: whether it is one of these
 */
gboolean
platen_printer_order_from_string (const char         *string,
                                  PlatenPrinterOrder *order)
{
  static const char * const names[] = { "attention", "time-left", "name" };

  g_return_val_if_fail (order != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (string, names[i]) == 0)
        {
          *order = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * platen_printer_sorter_new:
 * @order: what comes first
 *
 * Tell it with gtk_sorter_changed() when printers have changed.
 *
 * Returns: (transfer full): a sorter of #BambuDevices
 */
GtkSorter *
platen_printer_sorter_new (PlatenPrinterOrder order)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (order), NULL));
}
