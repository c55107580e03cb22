/* watch-print.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-print.h"

WatchPrint *
watch_print_new (const char *device_id,
                 const char *task_id)
{
  WatchPrint *self = g_new0 (WatchPrint, 1);

  g_assert (device_id != NULL);

  self->device_id = g_strdup (device_id);
  self->task_id = g_strdup (task_id);

  return self;
}

void
watch_print_free (WatchPrint *self)
{
  g_free (self->device_id);
  g_free (self->task_id);
  g_free (self->title);
  g_free (self->cover);
  g_free (self->code);
  g_free (self);
}

static gboolean
take_string (char       **string,
             const char  *newer)
{
  if (newer == NULL || g_strcmp0 (*string, newer) == 0)
    return FALSE;

  g_free (*string);
  *string = g_strdup (newer);

  return TRUE;
}

/* What is not told is as it was. */
void
watch_print_describe (WatchPrint             *self,
                      const WatchObservation *observation)
{
  g_assert (self != NULL);
  g_assert (observation != NULL);

  take_string (&self->task_id, observation->task_id);
  take_string (&self->title, observation->title);
  take_string (&self->cover, observation->cover);

  if (observation->start_time != 0)
    self->start_time = observation->start_time;
}

/* Whether it is the print that the printer has now. One without an id is known by its name; what is not told at all is taken
 * for the print that was there before.
 */
gboolean
watch_print_is (WatchPrint             *self,
                const WatchObservation *observation)
{
  g_assert (self != NULL);
  g_assert (observation != NULL);

  if (self->task_id != NULL && observation->task_id != NULL)
    return g_str_equal (self->task_id, observation->task_id);

  return self->title == NULL || observation->title == NULL || g_str_equal (self->title, observation->title);
}

/* What is no number is older than all numbers. */
static const char *
get_digits (const char *id)
{
  id += strspn (id, "0");

  return id[strspn (id, "0123456789")] == '\0' ? id : "";
}

int
watch_compare_ids (const char *a,
                   const char *b)
{
  gsize length_a;
  gsize length_b;

  g_assert (a != NULL && b != NULL);

  a = get_digits (a);
  b = get_digits (b);
  length_a = strlen (a);
  length_b = strlen (b);

  if (length_a != length_b)
    return length_a < length_b ? -1 : 1;

  return strcmp (a, b);
}
