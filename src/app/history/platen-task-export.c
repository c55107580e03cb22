/* platen-task-export.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-task-export.h"

#include <string.h>

/* Names of columns are for programs: they stay what they are in every language. */
static const char * const columns[] = {
  "id", "title", "state", "printer", "serial", "started", "ended", "duration_s", "estimate_s", "grams", "meters",
  "plate", "filaments",
};

static const char *
get_state_name (BambuTaskState state)
{
  switch (state)
    {
    case BAMBU_TASK_STATE_CREATED:
      return "waiting";

    case BAMBU_TASK_STATE_RUNNING:
      return "printing";

    case BAMBU_TASK_STATE_FINISHED:
      return "finished";

    case BAMBU_TASK_STATE_STOPPED:
      return "stopped";

    case BAMBU_TASK_STATE_UNKNOWN:
    default:
      return "unknown";
    }
}

/* Spreadsheets run what begins like a formula, also after blanks: an apostrophe makes it text. */
static gboolean
looks_like_formula (const char *text)
{
  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;

  text += strspn (text, " ");

  return *text != 0 && strchr ("=+-@", *text) != NULL;
}

/* One field of RFC 4180, in quotes where it needs them. */
static void
append_text (GString    *csv,
             const char *text)
{
  const char *guard;

  if (text == NULL)
    return;

  guard = looks_like_formula (text) ? "'" : "";

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, guard);
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  g_string_append (csv, guard);

  for (; *text != 0; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');

      g_string_append_c (csv, *text);
    }

  g_string_append_c (csv, '"');
}

static void
append_time (GString   *csv,
             GDateTime *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  append_text (csv, text);
}

static void
append_int (GString *csv,
            int      value)
{
  if (value >= 0)
    g_string_append_printf (csv, "%d", value);
}

/* With a point, whatever the language. */
static void
append_double (GString *csv,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (value >= 0)
    g_string_append (csv, g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

/* As in "PLA #00AE42 12.30 g; PETG". */
static char *
dup_filaments (BambuTask *task)
{
  GListModel *filaments = bambu_task_get_filaments (task);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (filaments); i++)
    {
      g_autoptr(BambuTaskFilament) filament = g_list_model_get_item (filaments, i);
      const char *kind = bambu_task_filament_get_kind (filament);

      if (i > 0)
        g_string_append (text, "; ");

      g_string_append (text, kind != NULL && *kind != 0 ? kind : "?");

      if (bambu_task_filament_get_has_color (filament))
        g_string_append_printf (text, " #%06X", bambu_task_filament_get_color (filament) >> 8);

      if (bambu_task_filament_get_grams (filament) >= 0)
        {
          g_string_append_c (text, ' ');
          append_double (text, bambu_task_filament_get_grams (filament));
          g_string_append (text, " g");
        }
    }

  return g_string_free (text, FALSE);
}

static void
append_task (GString   *csv,
             BambuTask *task)
{
  g_autofree char *filaments = dup_filaments (task);

  append_text (csv, bambu_task_get_id (task));
  g_string_append_c (csv, ',');
  append_text (csv, bambu_task_get_title (task));
  g_string_append_c (csv, ',');
  append_text (csv, get_state_name (bambu_task_get_state (task)));
  g_string_append_c (csv, ',');
  append_text (csv, bambu_task_get_device_name (task));
  g_string_append_c (csv, ',');
  append_text (csv, bambu_task_get_device_id (task));
  g_string_append_c (csv, ',');
  append_time (csv, bambu_task_get_start_time (task));
  g_string_append_c (csv, ',');
  append_time (csv, bambu_task_get_end_time (task));
  g_string_append_c (csv, ',');
  append_int (csv, bambu_task_get_duration (task));
  g_string_append_c (csv, ',');
  append_int (csv, bambu_task_get_estimate (task));
  g_string_append_c (csv, ',');
  append_double (csv, bambu_task_get_grams (task));
  g_string_append_c (csv, ',');
  append_double (csv, bambu_task_get_meters (task));
  g_string_append_c (csv, ',');
  append_int (csv, bambu_task_get_plate_index (task));
  g_string_append_c (csv, ',');
  append_text (csv, filaments);
  g_string_append (csv, "\r\n");
}

/**
 * platen_task_export_csv:
 * @tasks: prints
 *
 * Writes @tasks as RFC 4180 has it, with the names of the columns first. No field can be taken for a formula by a
 * spreadsheet. Times are of ISO 8601, durations in seconds; what is not known is empty.
 *
 * Returns: (transfer full): the file's content, in UTF-8
 */
GBytes *
platen_task_export_csv (GListModel *tasks)
{
  GString *csv;

  g_return_val_if_fail (G_IS_LIST_MODEL (tasks), NULL);

  csv = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", columns[i]);

  g_string_append (csv, "\r\n");

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(BambuTask) task = g_list_model_get_item (tasks, i);

      append_task (csv, task);
    }

  return g_string_free_to_bytes (csv);
}

/**
 * platen_task_export_json:
 * @tasks: prints
 *
 * Writes @tasks as the cloud told them, in an array.
 *
 * Returns: (transfer full): the file's content, in UTF-8
 */
GBytes *
platen_task_export_json (GListModel *tasks)
{
  GString *text;
  gboolean first = TRUE;

  g_return_val_if_fail (G_IS_LIST_MODEL (tasks), NULL);

  text = g_string_new ("[");

  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr(BambuTask) task = g_list_model_get_item (tasks, i);
      GBytes *json = bambu_task_get_json (task);
      gsize size;
      const char *data;

      if (json == NULL)
        continue;

      data = g_bytes_get_data (json, &size);
      g_string_append (text, first ? "\n" : ",\n");
      g_string_append_len (text, data, size);
      first = FALSE;
    }

  g_string_append (text, "\n]\n");

  return g_string_free_to_bytes (text);
}
