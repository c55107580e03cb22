/* demo-log.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-log.h"

#define MAX_ENTRIES 20000

struct _DemoLog
{
  GQueue  entries; /* of DemoLogEntry */
  guint64 first;   /* the serial number of the oldest */
};

static void
entry_free (gpointer data)
{
  DemoLogEntry *entry = data;

  g_free (entry->method);
  g_free (entry->path);
  g_free (entry->query);
  g_free (entry->user_agent);
  g_free (entry);
}

/**
 * demo_log_new:
 *
 * Returns: (transfer full): a log without entries
 */
DemoLog *
demo_log_new (void)
{
  DemoLog *self = g_new0 (DemoLog, 1);

  g_queue_init (&self->entries);

  return self;
}

/**
 * demo_log_free:
 * @self: (transfer full): a log
 *
 * Frees a log.
 */
void
demo_log_free (DemoLog *self)
{
  g_return_if_fail (self != NULL);

  demo_log_clear (self);
  g_free (self);
}

/**
 * demo_log_clear:
 * @self: a log
 *
 * Forgets all requests.
 */
void
demo_log_clear (DemoLog *self)
{
  g_return_if_fail (self != NULL);

  self->first += self->entries.length;
  g_queue_clear_full (&self->entries, entry_free);
}

/**
 * demo_log_add:
 * @self: a log
 * @entry: (transfer full): a request
 *
 * Takes note of a request; the oldest is forgotten where there are too many.
 *
 * Returns: its number, for demo_log_set_status()
 */
guint64
demo_log_add (DemoLog      *self,
              DemoLogEntry *entry)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (entry != NULL, 0);

  g_queue_push_tail (&self->entries, entry);
  if (self->entries.length > MAX_ENTRIES)
    {
      entry_free (g_queue_pop_head (&self->entries));
      self->first++;
    }

  return self->first + self->entries.length - 1;
}

/**
 * demo_log_set_status:
 * @self: a log
 * @serial: what demo_log_add() gave
 * @status: the answer's status
 *
 * Takes note of how a request was answered, unless it is forgotten already.
 */
void
demo_log_set_status (DemoLog *self,
                     guint64  serial,
                     guint    status)
{
  DemoLogEntry *entry;

  g_return_if_fail (self != NULL);

  if (serial < self->first || serial - self->first >= self->entries.length)
    return;

  entry = g_queue_peek_nth (&self->entries, (guint) (serial - self->first));
  entry->status = status;
}

/**
 * demo_log_write:
 * @self: a log
 * @json: where to write to
 *
 * Writes the member "requests", the oldest first.
 */
void
demo_log_write (DemoLog  *self,
                DemoJson *json)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  demo_json_begin_array (json, "requests");
  for (const GList *iter = self->entries.head; iter != NULL; iter = iter->next)
    {
      const DemoLogEntry *entry = iter->data;

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "method", entry->method);
      demo_json_add_string (json, "path", entry->path);
      demo_json_add_string (json, "query", entry->query);
      demo_json_add_int (json, "status", entry->status);
      demo_json_add_boolean (json, "token", entry->has_token);
      demo_json_add_string (json, "server", entry->is_store ? "store" : "api");
      demo_json_add_string (json, "user_agent", entry->user_agent);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
}
