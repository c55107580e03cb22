/* platen-tray-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-tray-text.h"

#include <glib/gi18n.h>

#include "bambu-words.h"
#include "platen-format.h"
#include "platen-printer-text.h"

/* A tooltip that does not fit the screen tells nothing. */
#define MAX_LINES 12

static gboolean
is_printing (BambuDevice *device)
{
  const BambuDeviceState state = bambu_device_get_state (device);

  return state == BAMBU_DEVICE_STATE_PRINTING || state == BAMBU_DEVICE_STATE_PREPARING;
}

/* Those whose end is not known come last. */
static guint
get_urgency (BambuDevice *device,
             GDateTime   *now)
{
  return (guint)platen_printer_get_time_left (device, now);
}

/**
 * platen_tray_find_next:
 * @devices: (element-type BambuDevice): all printers
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full) (nullable): the printer whose print ends next
 */
BambuDevice *
platen_tray_find_next (GListModel *devices,
                       GDateTime  *now)
{
  BambuDevice *next = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (devices), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (is_printing (device) && (next == NULL || get_urgency (device, now) < get_urgency (next, now)))
        g_set_object (&next, device);
    }

  return next;
}

/* What a print says of itself: its state where that is not the usual one, how far it is, how long it still takes. */
static char *
dup_print (BambuDevice *device,
           GDateTime   *now)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  const BambuDeviceState state = bambu_device_get_state (device);
  const int progress = bambu_device_get_progress (device);

  if (state != BAMBU_DEVICE_STATE_PRINTING || progress < 0)
    g_strv_builder_add (builder, bambu_device_state_get_word (state));

  if (bambu_device_get_has_print (device))
    {
      g_autofree char *left = platen_printer_dup_left (device, now);

      if (progress >= 0)
        {
          g_autofree char *percent = platen_format_percent (progress);

          g_strv_builder_add (builder, percent);
        }

      if (left != NULL)
        g_strv_builder_add (builder, left);
    }

  parts = g_strv_builder_end (builder);

  /* Translators: stands between the parts of what is said about a printer, as in "42 %, 1 h 12 min left" */
  return g_strjoinv (_(", "), parts);
}

/**
 * platen_tray_dup_line:
 * @device: a printer
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full): as in "Workshop X1C: 42 %, 1 h 12 min left", plain text
 */
char *
platen_tray_dup_line (BambuDevice *device,
                      GDateTime   *now)
{
  g_autofree char *title = NULL;
  g_autofree char *print = NULL;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  title = platen_printer_dup_title (device);
  print = dup_print (device, now);

  /* Translators: a printer and what it does, as in "Workshop X1C: 42 %, 1 h 12 min left" */
  return g_strdup_printf (_("%s: %s"), title, print);
}

/**
 * platen_tray_dup_tooltip:
 * @devices: (element-type BambuDevice): all printers, in the order to tell them in
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full) (nullable): a line for each print that runs or waits, as markup; %NULL where there is none
 */
char *
platen_tray_dup_tooltip (GListModel *devices,
                         GDateTime  *now)
{
  g_autoptr(GString) text = NULL;
  guint n_lines = 0;
  guint n_left_out = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (devices), NULL);

  text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);
      g_autofree char *line = NULL;
      g_autofree char *escaped = NULL;

      if (!bambu_device_get_has_print (device) || bambu_device_get_state (device) == BAMBU_DEVICE_STATE_OFFLINE)
        continue;

      if (n_lines == MAX_LINES)
        {
          n_left_out++;
          continue;
        }

      line = platen_tray_dup_line (device, now);
      escaped = g_markup_escape_text (line, -1);
      g_string_append_printf (text, "%s%s", n_lines > 0 ? "\n" : "", escaped);
      n_lines++;
    }

  if (n_left_out > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_left_out), n_left_out);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
