/* ctl-output.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl-output.h"

#include <glib/gi18n.h>

#define COLUMN_GAP  2
#define FIELD_WIDTH 16

struct _CtlTable
{
  guint      n_columns;
  GPtrArray *cells;     /* row after row, the titles first */
};

/* What changes how the text around it is read, or what the terminal does. */
static gboolean
is_dangerous (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      /* The joiners that scripts and emoji need do no harm. */
      return c != 0x200c && c != 0x200d;

    default:
      return FALSE;
    }
}

/**
 * ctl_clean_text:
 * @text: (nullable): text from anywhere
 *
 * Makes text fit for one line of a terminal: no control characters, no line breaks, nothing that turns the direction of
 * what follows.
 *
 * Returns: (transfer full): @text without all that, "" for %NULL
 */
char *
ctl_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (clean, ' ');
      else if (!is_dangerous (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * ctl_measure_text:
 * @text: a clean text
 *
 * Returns: how many of the terminal's cells it takes
 */
guint
ctl_measure_text (const char *text)
{
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iswide (c))
        width += 2;
      else if (!g_unichar_iszerowidth (c))
        width += 1;
    }

  return width;
}

/**
 * ctl_append_padded:
 * @line: what to add to
 * @text: a clean text
 * @width: how many of the terminal's cells it is to take; one that is longer is not cut
 *
 * Adds @text and as many spaces as it takes.
 */
void
ctl_append_padded (GString    *line,
                   const char *text,
                   guint       width)
{
  g_return_if_fail (line != NULL);
  g_return_if_fail (text != NULL);

  g_string_append (line, text);
  for (guint i = ctl_measure_text (text); i < width; i++)
    g_string_append_c (line, ' ');
}

/**
 * ctl_table_new:
 * @titles: the columns' titles
 *
 * Returns: (transfer full): a table without rows
 */
CtlTable *
ctl_table_new (const char * const *titles)
{
  CtlTable *self;

  g_return_val_if_fail (titles != NULL && titles[0] != NULL, NULL);

  self = g_new0 (CtlTable, 1);
  self->n_columns = g_strv_length ((char **) titles);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, g_strdup (titles[i]));

  return self;
}

/**
 * ctl_table_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
ctl_table_free (CtlTable *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * ctl_table_add:
 * @self: a table
 * @cells: (array) (element-type utf8): a text, or %NULL, for each column
 *
 * Adds a row.
 */
void
ctl_table_add (CtlTable           *self,
               const char * const *cells)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cells != NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, ctl_clean_text (cells[i]));
}

static guint
measure_column (CtlTable *self,
                guint     column,
                guint     first_row)
{
  guint width = 0;

  for (guint i = first_row * self->n_columns + column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, ctl_measure_text (self->cells->pdata[i]));

  return width;
}

/**
 * ctl_table_print:
 * @self: a table
 * @placeholder: what to say where it has no rows
 *
 * Prints the titles and all rows, without the columns that are empty in all of them.
 */
void
ctl_table_print (CtlTable   *self,
                 const char *placeholder)
{
  g_autofree guint *widths = NULL;
  g_autoptr(GString) line = g_string_new (NULL);

  g_return_if_fail (self != NULL);
  g_return_if_fail (placeholder != NULL);

  if (self->cells->len == self->n_columns)
    {
      g_print ("%s\n", placeholder);
      return;
    }

  widths = g_new0 (guint, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (measure_column (self, i, 1) > 0)
        widths[i] = measure_column (self, i, 0) + COLUMN_GAP;
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;

      if (widths[column] > 0)
        ctl_append_padded (line, self->cells->pdata[i], widths[column]);

      if (column == self->n_columns - 1)
        {
          g_print ("%s\n", g_strchomp (line->str));
          g_string_truncate (line, 0);
        }
    }
}

/**
 * ctl_print_field:
 * @name: what it is
 * @value: (nullable): its value; without one nothing is printed
 *
 * Prints one line of a thing's description.
 */
void
ctl_print_field (const char *name,
                 const char *value)
{
  g_autofree char *clean = NULL;
  g_autoptr(GString) line = NULL;

  g_return_if_fail (name != NULL);

  if (value == NULL || *value == '\0')
    return;

  clean = ctl_clean_text (value);
  line = g_string_new (NULL);
  ctl_append_padded (line, name, FIELD_WIDTH);
  g_print ("%s %s\n", line->str, clean);
}

/**
 * ctl_print_text:
 * @text: (nullable): text of any number of lines; without any nothing is printed
 *
 * Prints text that a person reads, such as release notes, set off by an empty line.
 */
void
ctl_print_text (const char *text)
{
  g_auto(GStrv) lines = NULL;

  if (text == NULL || *text == '\0')
    return;

  g_print ("\n");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *clean = ctl_clean_text (lines[i]);

      g_print ("%s\n", g_strchomp (clean));
    }
}

/**
 * ctl_print_settings:
 * @settings: a list of #BambuSetting
 *
 * Prints what the cloud tells, in its own words and order, one a line.
 */
void
ctl_print_settings (GListModel *settings)
{
  guint n_settings;

  g_return_if_fail (G_IS_LIST_MODEL (settings));

  n_settings = g_list_model_get_n_items (settings);
  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr(BambuSetting) setting = g_list_model_get_item (settings, i);
      g_autofree char *name = ctl_clean_text (bambu_setting_get_key (setting));

      ctl_print_field (name, bambu_setting_get_value (setting));
    }
}

/**
 * ctl_format_time:
 * @time: (nullable): a time
 *
 * Returns: (transfer full) (nullable): it as in "2026-11-03 18:40", of this machine's time zone
 */
char *
ctl_format_time (GDateTime *time)
{
  g_autoptr(GDateTime) local = NULL;

  if (time == NULL)
    return NULL;

  local = g_date_time_to_local (time);

  return local != NULL ? g_date_time_format (local, "%F %H:%M") : NULL;
}

/**
 * ctl_format_seconds:
 * @seconds: a span of time, or -1
 *
 * Returns: (transfer full) (nullable): it as in "1 h 12 min"; %NULL for -1
 */
char *
ctl_format_seconds (int seconds)
{
  int minutes;

  if (seconds < 0)
    return NULL;

  /* Up to a minute more, as clocks that count down do: what is left is never shown as nothing. */
  minutes = seconds / 60 + (seconds % 60 != 0);
  if (minutes < 60)
    return g_strdup_printf (_("%d min"), minutes);

  if (minutes % 60 == 0)
    return g_strdup_printf (_("%d h"), minutes / 60);

  return g_strdup_printf (_("%d h %d min"), minutes / 60, minutes % 60);
}

/**
 * ctl_format_percent:
 * @percent: a share of a hundred, or less than 0
 *
 * Returns: (transfer full) (nullable): it as in "62 %"; %NULL where it is not known
 */
char *
ctl_format_percent (int percent)
{
  /* Translators: a share of a hundred */
  return percent >= 0 ? g_strdup_printf (_("%d %%"), percent) : NULL;
}

/**
 * ctl_format_number:
 * @number: an amount, or less than 0
 * @unit: what it is an amount of
 *
 * Returns: (transfer full) (nullable): it as in "12.60 g"; %NULL where it is less than 0
 */
char *
ctl_format_number (double      number,
                   const char *unit)
{
  g_return_val_if_fail (unit != NULL, NULL);

  return number >= 0 ? g_strdup_printf ("%.2f %s", number, unit) : NULL;
}
