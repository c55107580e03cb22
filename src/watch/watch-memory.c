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

/* A key file is read by GKeyFile, but written here: with hundreds of printers it takes longer to make one than all that
 * leads to it.
 */
static void
append_escaped (GString    *text,
                const char *value,
                gboolean    in_list)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (text, "\\n");
      else if (*p == '\r')
        g_string_append (text, "\\r");
      else if (*p == '\t')
        g_string_append (text, "\\t");
      else if (*p == ' ' && p == value)
        g_string_append (text, "\\s");
      else if (*p == '\\' || (*p == ';' && in_list))
        g_string_append_printf (text, "\\%c", *p);
      else
        g_string_append_c (text, *p);
    }
}

/* What is not told is not written. */
static void
set_string (GString    *text,
            const char *key,
            const char *value)
{
  if (value == NULL)
    return;

  g_string_append_printf (text, "%s=", key);
  append_escaped (text, value, FALSE);
  g_string_append_c (text, '\n');
}

static void
set_flag (GString    *text,
          const char *key,
          gboolean    value)
{
  if (value)
    g_string_append_printf (text, "%s=true\n", key);
}

static void
set_integer (GString    *text,
             const char *key,
             gint64      value)
{
  g_string_append_printf (text, "%s=%" G_GINT64_FORMAT "\n", key, value);
}

static void
set_time (GString    *text,
          const char *key,
          gint64      value)
{
  if (value != 0)
    set_integer (text, key, value);
}

static void
set_strings (GString    *text,
             const char *key,
             GPtrArray  *strings)
{
  if (strings->len == 0)
    return;

  g_string_append_printf (text, "%s=", key);

  for (guint i = 0; i < strings->len; i++)
    {
      append_escaped (text, g_ptr_array_index (strings, i), TRUE);
      g_string_append_c (text, ';');
    }

  g_string_append_c (text, '\n');
}

static void
begin_group (GString    *text,
             const char *kind,
             guint       n)
{
  g_string_append_printf (text, "\n[%s %u]\n", kind, n);
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
write_print (GString    *text,
             WatchPrint *print)
{
  set_string (text, "Device", print->device_id);
  set_string (text, "Task", print->task_id);
  set_string (text, "Title", print->title);
  set_time (text, "Start", print->start_time);
  set_flag (text, "Paused", print->paused);
  set_flag (text, "Away", print->away);
  set_time (text, "Gone", print->gone);

  if (!print->ended)
    return;

  set_string (text, "Outcome", watch_event_kind_to_string (print->outcome));
  set_string (text, "Reason", watch_reason_to_string (print->reason));
  set_string (text, "Code", print->code);
  set_flag (text, "Live", print->live);
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
write_device (GString     *text,
              WatchDevice *device)
{
  set_string (text, "Id", device->id);
  set_string (text, "Name", device->name);
  set_flag (text, "Known", device->known);
  set_string (text, "Reminded", device->reminded);
  set_strings (text, "Ended", device->ended);
  set_flag (text, "KnowsGrave", device->knows_grave);
  set_strings (text, "Grave", device->grave);
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
  g_free (device->reminded);
  device->reminded = get_string (file, group, "Reminded");
  get_strings (file, group, "Ended", device->ended);
  device->knows_grave = g_key_file_get_boolean (file, group, "KnowsGrave", NULL);
  get_strings (file, group, "Grave", device->grave);
}

/* Not the address of the cover: it is signed, and has expired by the time that it would be read. */
static void
write_event (GString    *text,
             WatchEvent *event)
{
  char grams[G_ASCII_DTOSTR_BUF_SIZE];

  set_string (text, "Id", event->id);
  set_string (text, "Kind", watch_event_kind_to_string (event->kind));
  set_string (text, "Device", event->device_id);
  set_string (text, "Name", event->device_name);
  set_string (text, "Task", event->task_id);
  set_string (text, "Title", event->title);
  set_string (text, "Plate", event->plate_name);
  set_integer (text, "Index", event->plate_index);
  set_string (text, "Reason", watch_reason_to_string (event->reason));
  set_string (text, "Code", event->code);
  set_time (text, "Time", g_date_time_to_unix (event->time));
  set_time (text, "Start", event->start_time != NULL ? g_date_time_to_unix (event->start_time) : 0);
  set_integer (text, "Duration", event->duration);
  set_string (text, "Grams", g_ascii_dtostr (grams, sizeof grams, event->grams));
  set_flag (text, "Live", event->live);
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

static void
write_head (GString      *text,
            WatchMachine *machine)
{
  g_autoptr(GPtrArray) expected = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, machine->expected);

  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (expected, id);

  g_string_append (text, "[" MEMORY "]\n");
  set_integer (text, "Version", VERSION);
  set_integer (text, "Events", machine->n_events);
  set_string (text, "Newest", machine->newest);
  set_strings (text, "Expected", expected);
}

char *
watch_memory_write (WatchMachine *machine)
{
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer value;
  guint n_devices = 0;
  guint n_prints = 0;

  g_assert (machine != NULL);

  write_head (text, machine);
  g_hash_table_iter_init (&iter, machine->devices);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      WatchDevice *device = value;

      begin_group (text, "Device", ++n_devices);
      write_device (text, device);

      if (device->print == NULL)
        continue;

      begin_group (text, "Print", ++n_prints);
      write_print (text, device->print);
    }

  for (guint i = 0; i < machine->gone->len; i++)
    {
      begin_group (text, "Print", ++n_prints);
      write_print (text, g_ptr_array_index (machine->gone, i));
    }

  for (guint i = 0; i < machine->untold->len; i++)
    {
      begin_group (text, "Event", i + 1);
      write_event (text, g_ptr_array_index (machine->untold, i));
    }

  return g_string_free (text, FALSE);
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
