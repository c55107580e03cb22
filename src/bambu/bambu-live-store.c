/* bambu-live-store.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-store.h"

#include "bambu-clock.h"

/* A printer's state is handed over at most this often, in microseconds. */
#define MIN_INTERVAL (G_USEC_PER_SEC / 4)

typedef struct
{
  BambuReport report;
  gboolean    is_changed;
  gint64      taken;       /* when it was handed over last */
  gint64      asked;       /* when the printer was asked for everything last; G_MININT64 never */
  GBytes     *text;        /* of its last whole report, where texts are kept */
} Entry;

struct _BambuLiveStore
{
  gatomicrefcount ref_count;
  GMutex          lock;
  GHashTable     *entries;    /* of char * to Entry */
  guint64         n_reports;  /* of all printers */
  gboolean        keeps_text;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->text, g_bytes_unref);
  g_free (entry);
}

/**
 * bambu_live_store_new:
 *
 * Returns: (transfer full): a store of nothing yet
 */
BambuLiveStore *
bambu_live_store_new (void)
{
  BambuLiveStore *self = g_new0 (BambuLiveStore, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);

  return self;
}

/**
 * bambu_live_store_ref:
 * @self: a store
 *
 * Returns: (transfer full): @self
 */
BambuLiveStore *
bambu_live_store_ref (BambuLiveStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * bambu_live_store_unref:
 * @self: (transfer full): a store
 *
 * Frees the store where nobody else has it.
 */
void
bambu_live_store_unref (BambuLiveStore *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->entries);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static Entry *
obtain (BambuLiveStore *self,
        const char     *id)
{
  Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry != NULL)
    return entry;

  entry = g_new0 (Entry, 1);
  bambu_report_init (&entry->report);
  entry->asked = G_MININT64;
  g_hash_table_insert (self->entries, g_strdup (id), entry);

  return entry;
}

/**
 * bambu_live_store_merge:
 * @self: a store
 * @id: a printer
 * @json: what came from it
 * @is_full: (out): whether that is the printer's whole state
 *
 * Takes over a report.
 *
 * Returns: whether it was one
 */
gboolean
bambu_live_store_merge (BambuLiveStore *self,
                        const char     *id,
                        JsonObject     *json,
                        gboolean       *is_full)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = obtain (self, id);

  if (!bambu_report_merge (&entry->report, json))
    return FALSE;

  *is_full = entry->report.was_full;
  entry->is_changed = TRUE;
  self->n_reports++;

  return TRUE;
}

/**
 * bambu_live_store_get_n_reports:
 * @self: a store
 *
 * Returns: how many reports it has taken over
 */
guint64
bambu_live_store_get_n_reports (BambuLiveStore *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->n_reports;
}

/**
 * bambu_live_store_keep_text:
 * @self: a store
 *
 * From now on keeps what bambu_live_store_take_text() gives it.
 */
void
bambu_live_store_keep_text (BambuLiveStore *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->keeps_text = TRUE;
}

/**
 * bambu_live_store_take_text:
 * @self: a store
 * @id: a printer that it has taken a report over from
 * @data: a whole report as it came
 * @length: its length
 *
 * Keeps a copy of it, where that is wanted.
 */
void
bambu_live_store_take_text (BambuLiveStore *self,
                            const char     *id,
                            const char     *data,
                            gsize           length)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = self->keeps_text ? g_hash_table_lookup (self->entries, id) : NULL;

  if (entry == NULL)
    return;

  g_clear_pointer (&entry->text, g_bytes_unref);
  entry->text = g_bytes_new (data, length);
}

/**
 * bambu_live_store_dup_text:
 * @self: a store
 * @id: a printer
 *
 * Returns: (transfer full) (nullable): the last whole report that was kept of it
 */
GBytes *
bambu_live_store_dup_text (BambuLiveStore *self,
                           const char     *id)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const Entry *entry = g_hash_table_lookup (self->entries, id);

  return entry != NULL && entry->text != NULL ? g_bytes_ref (entry->text) : NULL;
}

/**
 * bambu_live_store_take:
 * @self: a store
 * @id: a printer
 *
 * Takes what is known of the printer by now, which makes the next time wait.
 *
 * Returns: (transfer full) (nullable): a copy, to be freed by g_free(); %NULL where there is nothing new
 */
BambuReport *
bambu_live_store_take (BambuLiveStore *self,
                       const char     *id)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL || !entry->is_changed)
    return NULL;

  entry->is_changed = FALSE;
  entry->taken = g_get_monotonic_time ();

  return g_memdup2 (&entry->report, sizeof entry->report);
}

/**
 * bambu_live_store_get_due:
 * @self: a store
 * @id: a printer
 *
 * Returns: when the printer's state may be handed over next, on the monotonic clock; %G_MAXINT64 where there is nothing new
 */
gint64
bambu_live_store_get_due (BambuLiveStore *self,
                          const char     *id)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const Entry *entry = g_hash_table_lookup (self->entries, id);

  if (entry == NULL || !entry->is_changed)
    return G_MAXINT64;

  return entry->taken + MIN_INTERVAL;
}

/**
 * bambu_live_store_begin_ask:
 * @self: a store
 * @id: a printer
 * @interval: the least time between two times, in microseconds
 *
 * Notes that the printer is asked for everything now, unless it is too soon.
 *
 * Returns: 0 where it may be asked; else when it may, on the clock of bambu_clock_get_boot_time()
 */
gint64
bambu_live_store_begin_ask (BambuLiveStore *self,
                            const char     *id,
                            gint64          interval)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Entry *entry = obtain (self, id);
  const gint64 now = bambu_clock_get_boot_time ();

  if (entry->asked != G_MININT64 && now - entry->asked < interval)
    return entry->asked + interval;

  entry->asked = now;

  return 0;
}

/**
 * bambu_live_store_retain:
 * @self: a store
 * @ids: (element-type utf8 utf8): the printers that there are
 *
 * Forgets what is known of others. That one was asked stays known, for when it comes back.
 */
void
bambu_live_store_retain (BambuLiveStore *self,
                         GHashTable     *ids)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GHashTableIter iter;
  gpointer id;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->entries);

  while (g_hash_table_iter_next (&iter, &id, &entry))
    {
      if (g_hash_table_contains (ids, id))
        continue;

      bambu_report_init (&((Entry *) entry)->report);
      ((Entry *) entry)->is_changed = FALSE;
    }
}
