/* watch-memory.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-memory.h"

#include "watch-machine-private.h"

#define VERSION 1
#define MEMORY "Memory"

/* What is not told is not written. */
static void
set_string (GKeyFile   *file,
            const char *group,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

static void
set_flag (GKeyFile   *file,
          const char *group,
          const char *key,
          gboolean    value)
{
  if (value)
    g_key_file_set_boolean (file, group, key, TRUE);
}

static void
set_time (GKeyFile   *file,
          const char *group,
          const char *key,
          gint64      value)
{
  if (value != 0)
    g_key_file_set_int64 (file, group, key, value);
}

static void
set_strings (GKeyFile   *file,
             const char *group,
             const char *key,
             GPtrArray  *strings)
{
  if (strings->len > 0)
    g_key_file_set_string_list (file, group, key, (const char * const *)strings->pdata, strings->len);
}

static void
get_strings (GKeyFile   *file,
             const char *group,
             const char *key,
             GPtrArray  *strings)
{
  g_auto(GStrv) list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    g_ptr_array_add (strings, g_strdup (list[i]));
}

static char *
get_string (GKeyFile   *file,
            const char *group,
            const char *key)
{
  return g_key_file_get_string (file, group, key, NULL);
}

static gint64
get_time (GKeyFile   *file,
          const char *group,
          const char *key)
{
  return CLAMP (g_key_file_get_int64 (file, group, key, NULL), 0, G_MAXUINT32);
}

static void
write_print (GKeyFile   *file,
             const char *group,
             WatchPrint *print)
{
  g_key_file_set_string (file, group, "Device", print->device_id);
  set_string (file, group, "Task", print->task_id);
  set_string (file, group, "Title", print->title);
  set_time (file, group, "Start", print->start_time);
  set_flag (file, group, "Paused", print->paused);
  set_flag (file, group, "Away", print->away);
  set_time (file, group, "Gone", print->gone);

  if (!print->ended)
    return;

  g_key_file_set_string (file, group, "Outcome", watch_event_kind_to_string (print->outcome));
  set_string (file, group, "Reason", watch_reason_to_string (print->reason));
  set_string (file, group, "Code", print->code);
  set_flag (file, group, "Live", print->live);
}

static WatchPrint *
read_print (GKeyFile   *file,
            const char *group)
{
  g_autofree char *device_id = get_string (file, group, "Device");
  g_autofree char *task_id = get_string (file, group, "Task");
  g_autofree char *outcome = get_string (file, group, "Outcome");
  g_autofree char *reason = get_string (file, group, "Reason");
  WatchPrint *print;

  if (device_id == NULL)
    return NULL;

  print = watch_print_new (device_id, task_id);
  print->title = get_string (file, group, "Title");
  print->start_time = get_time (file, group, "Start");
  print->paused = g_key_file_get_boolean (file, group, "Paused", NULL);
  print->away = g_key_file_get_boolean (file, group, "Away", NULL);
  print->gone = get_time (file, group, "Gone");
  print->outcome = WATCH_EVENT_STOPPED;
  print->ended = watch_event_kind_from_string (outcome, &print->outcome) && watch_event_kind_is_end (print->outcome);
  print->reason = watch_reason_from_string (reason);
  print->code = get_string (file, group, "Code");
  print->live = g_key_file_get_boolean (file, group, "Live", NULL);

  return print;
}

static void
write_device (GKeyFile    *file,
              const char  *group,
              WatchDevice *device)
{
  g_key_file_set_string (file, group, "Id", device->id);
  set_string (file, group, "Name", device->name);
  set_flag (file, group, "Known", device->known);
  set_strings (file, group, "Ended", device->ended);
  set_flag (file, group, "KnowsGrave", device->knows_grave);
  set_strings (file, group, "Grave", device->grave);
}

static void
read_device (GKeyFile     *file,
             const char   *group,
             WatchMachine *machine)
{
  g_autofree char *id = get_string (file, group, "Id");
  WatchDevice *device;

  if (id == NULL)
    return;

  device = watch_machine_obtain_device (machine, id);
  g_free (device->name);
  device->name = get_string (file, group, "Name");
  device->known = g_key_file_get_boolean (file, group, "Known", NULL);
  get_strings (file, group, "Ended", device->ended);
  device->knows_grave = g_key_file_get_boolean (file, group, "KnowsGrave", NULL);
  get_strings (file, group, "Grave", device->grave);
}

/* Not the address of the cover: it is signed, and has expired by the time that it would be read. */
static void
write_event (GKeyFile   *file,
             const char *group,
             WatchEvent *event)
{
  g_key_file_set_string (file, group, "Id", event->id);
  g_key_file_set_string (file, group, "Kind", watch_event_kind_to_string (event->kind));
  g_key_file_set_string (file, group, "Device", event->device_id);
  set_string (file, group, "Name", event->device_name);
  set_string (file, group, "Task", event->task_id);
  set_string (file, group, "Title", event->title);
  set_string (file, group, "Plate", event->plate_name);
  g_key_file_set_integer (file, group, "Index", event->plate_index);
  set_string (file, group, "Reason", watch_reason_to_string (event->reason));
  set_string (file, group, "Code", event->code);
  set_time (file, group, "Time", g_date_time_to_unix (event->time));
  set_time (file, group, "Start", event->start_time != NULL ? g_date_time_to_unix (event->start_time) : 0);
  g_key_file_set_integer (file, group, "Duration", event->duration);
  g_key_file_set_double (file, group, "Grams", event->grams);
  set_flag (file, group, "Live", event->live);
}

static void
read_event (GKeyFile     *file,
            const char   *group,
            WatchMachine *machine)
{
  g_autoptr(WatchEvent) event = g_object_new (WATCH_TYPE_EVENT, NULL);
  g_autofree char *kind = get_string (file, group, "Kind");
  g_autofree char *reason = get_string (file, group, "Reason");
  const gint64 start = get_time (file, group, "Start");

  event->id = get_string (file, group, "Id");
  event->device_id = get_string (file, group, "Device");

  if (event->id == NULL || event->device_id == NULL || !watch_event_kind_from_string (kind, &event->kind))
    return;

  event->device_name = get_string (file, group, "Name");
  event->task_id = get_string (file, group, "Task");
  event->title = get_string (file, group, "Title");
  event->plate_name = get_string (file, group, "Plate");
  event->plate_index = MAX (g_key_file_get_integer (file, group, "Index", NULL), -1);
  event->reason = watch_reason_from_string (reason);
  event->code = get_string (file, group, "Code");
  event->time = g_date_time_new_from_unix_utc (get_time (file, group, "Time"));
  event->start_time = start != 0 ? g_date_time_new_from_unix_utc (start) : NULL;
  event->duration = MAX (g_key_file_get_integer (file, group, "Duration", NULL), -1);
  event->grams = MAX (g_key_file_get_double (file, group, "Grams", NULL), -1);
  event->live = g_key_file_get_boolean (file, group, "Live", NULL);
  event->while_off = TRUE;
  g_ptr_array_add (machine->untold, g_object_ref (event));
  g_ptr_array_add (machine->fresh, g_steal_pointer (&event));
}

static const char *
next_group (char       *buffer,
            gsize       size,
            const char *kind,
            guint      *n)
{
  g_snprintf (buffer, size, "%s %u", kind, ++*n);

  return buffer;
}

char *
watch_memory_write (WatchMachine *machine)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree gpointer *expected = NULL;
  GHashTableIter iter;
  gpointer value;
  char group[32];
  guint n_devices = 0;
  guint n_prints = 0;
  guint n_expected;

  g_assert (machine != NULL);

  expected = g_hash_table_get_keys_as_array (machine->expected, &n_expected);
  g_key_file_set_integer (file, MEMORY, "Version", VERSION);
  g_key_file_set_integer (file, MEMORY, "Events", machine->n_events);
  set_string (file, MEMORY, "Newest", machine->newest);
  g_key_file_set_string_list (file, MEMORY, "Expected", (const char * const *)expected, n_expected);

  g_hash_table_iter_init (&iter, machine->devices);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      WatchDevice *device = value;

      write_device (file, next_group (group, sizeof group, "Device", &n_devices), device);

      if (device->print != NULL)
        write_print (file, next_group (group, sizeof group, "Print", &n_prints), device->print);
    }

  for (guint i = 0; i < machine->gone->len; i++)
    write_print (file, next_group (group, sizeof group, "Print", &n_prints), g_ptr_array_index (machine->gone, i));

  for (guint i = 0; i < machine->untold->len;)
    {
      WatchEvent *event = g_ptr_array_index (machine->untold, i);

      write_event (file, next_group (group, sizeof group, "Event", &i), event);
    }

  return g_key_file_to_data (file, NULL, NULL);
}

static void
read_group (GKeyFile     *file,
            const char   *group,
            WatchMachine *machine)
{
  WatchPrint *print;

  if (g_str_has_prefix (group, "Device "))
    read_device (file, group, machine);
  else if (g_str_has_prefix (group, "Event "))
    read_event (file, group, machine);
  else if (g_str_has_prefix (group, "Print ") && (print = read_print (file, group)))
    watch_machine_restore_print (machine, print);
}

WatchMachine *
watch_memory_read (const char  *text,
                   GError     **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(WatchMachine) machine = NULL;
  g_autoptr(GPtrArray) expected = g_ptr_array_new ();
  g_auto(GStrv) groups = NULL;

  g_assert (text != NULL);

  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, error))
    return NULL;

  if (g_key_file_get_integer (file, MEMORY, "Version", NULL) != VERSION)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "It is of no version that is known here");
      return NULL;
    }

  machine = watch_machine_new ();
  machine->catching_up = TRUE;
  machine->newest = get_string (file, MEMORY, "Newest");
  machine->n_events = g_key_file_get_integer (file, MEMORY, "Events", NULL);
  get_strings (file, MEMORY, "Expected", expected);

  for (guint i = 0; i < expected->len; i++)
    g_hash_table_add (machine->expected, g_ptr_array_index (expected, i));

  groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    read_group (file, groups[i], machine);

  return g_steal_pointer (&machine);
}
