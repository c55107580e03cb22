/* bambu-live-link.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-link-private.h"

#include "bambu-secret.h"

#include <sys/eventfd.h>
#include <unistd.h>

/* What somebody says who may not be a printer need not be kept without end. */
#define MAX_ANSWERS 100

typedef struct
{
  char     *serial;
  gboolean  done;
  char     *said;
} Answer;

static void
answer_free (Answer *answer)
{
  g_free (answer->serial);
  g_free (answer->said);
  g_free (answer);
}

void
bambu_live_command_free (BambuLiveCommand *command)
{
  g_free (command->id);
  g_free (command->text);
  g_free (command);
}

BambuLiveLink *
bambu_live_link_ref (BambuLiveLink *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bambu_live_link_unref (BambuLiveLink *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->place.host);
  g_free (self->place.authorities);
  g_free (self->user);
  bambu_secret_free (self->password);
  bambu_live_store_unref (self->store);
  g_main_context_unref (self->context);
  g_clear_pointer (&self->printers, g_hash_table_unref);
  g_hash_table_unref (self->awaited);
  g_hash_table_unref (self->reports);
  g_queue_clear_full (&self->commands, (GDestroyNotify) bambu_live_command_free);
  g_queue_clear_full (&self->answers, (GDestroyNotify) answer_free);
  g_free (self->end_said);
  g_mutex_clear (&self->lock);
  close (self->wake_fd);
  g_free (self);
}

static void
wake_thread (BambuLiveLink *self)
{
  eventfd_write (self->wake_fd, 1);
}

typedef struct
{
  gboolean    opened;
  GHashTable *reports;
  GQueue      answers;
  gboolean    closed;
} News;

static gboolean
take_news (BambuLiveLink *self,
           News          *news)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->is_dispatched = FALSE;

  if (self->is_closed)
    return FALSE;

  news->opened = self->is_open && !self->is_open_told;
  self->is_open_told |= self->is_open;
  news->reports = self->reports;
  self->reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  news->answers = self->answers;
  g_queue_init (&self->answers);
  news->closed = self->has_ended;

  return TRUE;
}

static gboolean
is_closed (BambuLiveLink *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->is_closed;
}

/* Who is told something may close the link. */
static gboolean
dispatch_cb (gpointer user_data)
{
  BambuLiveLink *self = user_data;
  News news = { 0 };
  GHashTableIter iter;
  gpointer id;
  gpointer report;

  if (!take_news (self, &news))
    return G_SOURCE_REMOVE;

  if (news.opened)
    self->watcher->opened (self->user_data);

  g_hash_table_iter_init (&iter, news.reports);

  while (!is_closed (self) && g_hash_table_iter_next (&iter, &id, &report))
    self->watcher->reported (self->user_data, id, report);

  while (!g_queue_is_empty (&news.answers))
    {
      Answer *answer = g_queue_pop_head (&news.answers);

      if (!is_closed (self))
        self->watcher->answered (self->user_data, answer->serial, answer->done, answer->said);

      answer_free (answer);
    }

  if (news.closed && !is_closed (self))
    self->watcher->closed (self->user_data, self->end, self->end_said);

  g_hash_table_unref (news.reports);

  return G_SOURCE_REMOVE;
}

/* Under the lock. However late the main loop is, one source waits in it. */
static void
dispatch (BambuLiveLink *self)
{
  g_autoptr(GSource) source = NULL;

  if (self->is_dispatched || self->is_closed)
    return;

  self->is_dispatched = TRUE;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, dispatch_cb, bambu_live_link_ref (self), (GDestroyNotify) bambu_live_link_unref);
  g_source_attach (source, self->context);
}

void
bambu_live_link_tell_opened (BambuLiveLink *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->is_open = TRUE;
  dispatch (self);
}

/* Takes @report. A newer one takes the place of one that the main loop has not come to. */
void
bambu_live_link_tell_report (BambuLiveLink *self,
                             const char    *id,
                             BambuReport   *report)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_hash_table_replace (self->reports, g_strdup (id), report);
  dispatch (self);
}

void
bambu_live_link_tell_answer (BambuLiveLink *self,
                             const char    *serial,
                             gboolean       done,
                             const char    *said)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Answer *answer;

  if (!g_hash_table_remove (self->awaited, serial) || g_queue_get_length (&self->answers) >= MAX_ANSWERS)
    return;

  answer = g_new0 (Answer, 1);
  answer->serial = g_strdup (serial);
  answer->done = done;
  answer->said = g_strdup (said);
  g_queue_push_tail (&self->answers, answer);
  dispatch (self);
}

void
bambu_live_link_tell_closed (BambuLiveLink *self,
                             BambuLiveEnd   end,
                             const char    *said)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->has_ended = TRUE;
  self->end = end;
  self->end_said = g_strdup (said);
  dispatch (self);
}

/**
 * bambu_live_link_open:
 * @place: where the broker is
 * @user: the user there
 * @password: the password
 * @store: what is to take over the printers' reports
 * @ask_interval: how long a printer is not asked for everything again, in microseconds
 * @watcher: (transfer none): who is told what happens; must outlive the link
 * @user_data: passed to it
 *
 * Begins to connect. What happens is told in the thread-default main context of the caller.
 *
 * Returns: (transfer full): the link, to be given back with bambu_live_link_close()
 */
BambuLiveLink *
bambu_live_link_open (const BambuLivePlace   *place,
                      const char             *user,
                      const char             *password,
                      BambuLiveStore         *store,
                      gint64                  ask_interval,
                      const BambuLiveWatcher *watcher,
                      gpointer                user_data)
{
  BambuLiveLink *self;

  g_return_val_if_fail (place != NULL && user != NULL && password != NULL, NULL);
  g_return_val_if_fail (store != NULL && watcher != NULL && user_data != NULL, NULL);

  self = g_new0 (BambuLiveLink, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->place = *place;
  self->place.host = g_strdup (place->host);
  self->place.authorities = g_strdup (place->authorities);
  self->user = g_strdup (user);
  self->password = g_strdup (password);
  self->store = bambu_live_store_ref (store);
  self->ask_interval = ask_interval;
  self->context = g_main_context_ref_thread_default ();
  self->watcher = watcher;
  self->user_data = user_data;
  self->wake_fd = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  g_mutex_init (&self->lock);
  g_queue_init (&self->commands);
  g_queue_init (&self->answers);
  self->awaited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  bambu_live_thread_start (bambu_live_link_ref (self));

  return self;
}

/**
 * bambu_live_link_close:
 * @self: (transfer full): a link
 *
 * Ends the connection. Nothing more is told; the thread ends by itself.
 */
void
bambu_live_link_close (BambuLiveLink *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->is_closed = TRUE;
  self->user_data = NULL;
  g_mutex_unlock (&self->lock);

  wake_thread (self);
  bambu_live_link_unref (self);
}

/**
 * bambu_live_link_set_printers:
 * @self: a link
 * @online: (element-type utf8 gpointer): the printers to hear, and whether each is thought to be online
 *
 * Says whom to hear from now on.
 */
void
bambu_live_link_set_printers (BambuLiveLink *self,
                              GHashTable    *online)
{
  GHashTable *copy;
  GHashTableIter iter;
  gpointer id;
  gpointer is_online;

  g_return_if_fail (self != NULL);
  g_return_if_fail (online != NULL);

  copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, online);

  while (g_hash_table_iter_next (&iter, &id, &is_online))
    g_hash_table_insert (copy, g_strdup (id), is_online);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->printers, g_hash_table_unref);
  self->printers = copy;
  g_mutex_unlock (&self->lock);

  wake_thread (self);
}

/**
 * bambu_live_link_send:
 * @self: a link
 * @id: a printer
 * @serial: the `sequence_id` of the command
 * @text: the command
 *
 * Sends a printer a command. Its answer is told.
 */
void
bambu_live_link_send (BambuLiveLink *self,
                      const char    *id,
                      const char    *serial,
                      const char    *text)
{
  BambuLiveCommand *command;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL && serial != NULL && text != NULL);

  command = g_new0 (BambuLiveCommand, 1);
  command->id = g_strdup (id);
  command->text = g_strdup (text);

  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->commands, command);
  g_hash_table_add (self->awaited, g_strdup (serial));
  g_mutex_unlock (&self->lock);

  wake_thread (self);
}
