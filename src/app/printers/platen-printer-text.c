/* platen-printer-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-printer-text.h"

#include <glib/gi18n.h>

#include "bambu-words.h"
#include "platen-format.h"

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == 0;
}

/**
 * platen_printer_get_time_left:
 * @device: a printer
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Counts down between what the cloud tells.
 *
 * Returns: how many seconds its print still takes; 0 where it should be done by now, -1 where that is not known or
 *   nothing is printed
 */
int
platen_printer_get_time_left (BambuDevice *device,
                              GDateTime   *now)
{
  g_autoptr(GDateTime) present = NULL;
  GDateTime *end;
  GTimeSpan left;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), -1);

  if (!bambu_device_get_has_print (device))
    return -1;

  /* A print that waits has no end that comes nearer. */
  if (!(end = bambu_device_get_end_time (device)))
    return bambu_device_get_time_left (device);

  present = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_utc ();
  left = g_date_time_difference (end, present) / G_TIME_SPAN_SECOND;

  return CLAMP (left, 0, G_MAXINT);
}

/**
 * platen_printer_dup_title:
 * @device: a printer
 *
 * Returns: (transfer full): what to call it: its name, or else what it is
 */
char *
platen_printer_dup_title (BambuDevice *device)
{
  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  if (!is_blank (bambu_device_get_name (device)))
    return g_strdup (bambu_device_get_name (device));

  if (!is_blank (bambu_device_get_model_name (device)))
    return g_strdup (bambu_device_get_model_name (device));

  return g_strdup (_("Unnamed printer"));
}

/**
 * platen_printer_dup_left:
 * @device: a printer
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full) (nullable): how long its print still takes, or since when it was not heard
 */
char *
platen_printer_dup_left (BambuDevice *device,
                         GDateTime   *now)
{
  int left;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_OFFLINE)
    {
      g_autofree char *ago = NULL;

      if (bambu_device_get_last_seen (device) == NULL)
        return NULL;

      ago = platen_format_ago (bambu_device_get_last_seen (device), now);

      /* Translators: when a printer was last heard, as in "Last seen 2 h ago" or "Last seen 3 Nov" */
      return g_strdup_printf (_("Last seen %s"), ago);
    }

  left = platen_printer_get_time_left (device, now);

  return left >= 0 ? platen_format_time_left (left) : NULL;
}

/**
 * platen_printer_dup_done:
 * @device: a printer
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full) (nullable): when its print should be done
 */
char *
platen_printer_dup_done (BambuDevice *device,
                         GDateTime   *now)
{
  GDateTime *end;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  end = bambu_device_get_end_time (device);

  /* What should be done by now but is not has no time to promise. */
  if (end == NULL || platen_printer_get_time_left (device, now) <= 0)
    return NULL;

  return platen_format_done (end, now);
}

static void
add_part (GStrvBuilder *builder,
          const char   *part)
{
  if (!is_blank (part))
    g_strv_builder_add (builder, part);
}

/**
 * platen_printer_dup_description:
 * @device: a printer
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full): everything that its card says but for its name, to be read out
 */
char *
platen_printer_dup_description (BambuDevice *device,
                                GDateTime   *now)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *left = NULL;
  g_autofree char *done = NULL;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  left = platen_printer_dup_left (device, now);
  done = platen_printer_dup_done (device, now);

  add_part (builder, bambu_device_get_model_name (device));
  add_part (builder, bambu_device_state_get_word (bambu_device_get_state (device)));
  add_part (builder, bambu_device_get_task_name (device));

  if (bambu_device_get_has_print (device) && bambu_device_get_progress (device) >= 0)
    {
      g_autofree char *percent = platen_format_percent (bambu_device_get_progress (device));

      add_part (builder, percent);
    }

  add_part (builder, left);
  add_part (builder, done);
  parts = g_strv_builder_end (builder);

  /* Translators: stands between the parts of what is read out about a printer */
  return g_strjoinv (_(", "), parts);
}

/**
 * platen_printer_dup_text:
 * @device: a printer
 *
 * Returns: (transfer full): what it is found by
 */
char *
platen_printer_dup_text (BambuDevice *device)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  add_part (builder, bambu_device_get_name (device));
  add_part (builder, bambu_device_get_model_name (device));
  add_part (builder, bambu_device_get_task_name (device));
  add_part (builder, bambu_device_get_id (device));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" ", parts);
}

/**
 * platen_printers_dup_summary:
 * @devices: (element-type BambuDevice): all printers
 * @now: (nullable): the time that it is seen from, or %NULL for the present
 *
 * Returns: (transfer full): as in "3 printing · 1 needs attention · next done in 12 min"
 */
char *
platen_printers_dup_summary (GListModel *devices,
                             GDateTime  *now)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *printing = NULL;
  guint n_printing = 0;
  guint n_attention = 0;
  int next = -1;

  g_return_val_if_fail (G_IS_LIST_MODEL (devices), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);
      BambuDeviceState state = bambu_device_get_state (device);

      if (bambu_device_get_needs_attention (device))
        n_attention++;

      if (state == BAMBU_DEVICE_STATE_PRINTING || state == BAMBU_DEVICE_STATE_PREPARING)
        {
          int left = platen_printer_get_time_left (device, now);

          n_printing++;

          if (left > 0 && (next < 0 || left < next))
            next = left;
        }
    }

  if (n_printing > 0)
    printing = g_strdup_printf (ngettext ("%u printing", "%u printing", n_printing), n_printing);
  else
    printing = g_strdup (_("Nothing is printing"));

  add_part (builder, printing);

  if (n_attention > 0)
    {
      g_autofree char *attention = g_strdup_printf (ngettext ("%u needs attention", "%u need attention", n_attention),
                                                    n_attention);

      add_part (builder, attention);
    }

  if (next > 0)
    {
      g_autofree char *duration = platen_format_duration (next);
      /* Translators: when the next print ends, as in "next done in 12 min" */
      g_autofree char *done = g_strdup_printf (_("next done in %s"), duration);

      add_part (builder, done);
    }

  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}
