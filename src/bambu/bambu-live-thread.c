/* bambu-live-thread.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-link-private.h"

#include "bambu-clock.h"
#include "bambu-json.h"

#include <errno.h>
#include <openssl/crypto.h>
#include <poll.h>
#include <sys/eventfd.h>

/* In seconds: a connection that died unnoticed is noticed after one and a half times as long. */
#define KEEPALIVE 30

/* How often the library is to look after itself. */
#define TICK_MS 1000

/* A whole report of the largest machine is a tenth of this. */
#define MAX_PAYLOAD (1024 * 1024)

/* What has come is handed over in batches this far apart, in microseconds: the main loop has more to do. */
#define BATCH (G_USEC_PER_SEC / 20)

/* A jump of the clocks that is a sleep of the computer, in microseconds. */
#define SLEEP (10 * G_USEC_PER_SEC)

/* What the broker may answer. */
#define BAD_CREDENTIALS 4
#define NOT_AUTHORISED 5

#define PUSHALL "{\"pushing\": {\"sequence_id\": \"0\", \"command\": \"pushall\", \"version\": 1, \"push_target\": 1}}"
#define GET_VERSION "{\"info\": {\"sequence_id\": \"0\", \"command\": \"get_version\"}}"

/* A printer as this connection knows it. */
typedef struct
{
  gboolean is_online;
  gboolean is_asked;     /* for everything */
  gint64   ask_at;       /* when it may be asked, on the boot clock */
  GBytes  *ams;          /* what its last whole report said of its AMS units; NULL where another has come since */
} Printer;

/* What belongs to the thread alone. */
typedef struct
{
  BambuLiveLink    *link;
  struct mosquitto *client;
  GHashTable       *printers;     /* of char * to Printer */
  GHashTable       *changed;      /* ids of those who have reported since */
  gint64            flush_at;     /* when they are handed over, on the monotonic clock */
  gint64            ask_at;       /* when to look whom to ask, likewise */
  gint64            slept;
  gboolean          is_open;
  gboolean          is_told;      /* to be open: everybody is heard */
  guint             n_unheard;    /* who was asked for, but not granted yet */
  gboolean          is_refused;
  gboolean          is_unsafe;
  char             *trouble;      /* what the library said last */
} Thread;

static void
printer_free (gpointer data)
{
  Printer *printer = data;

  g_clear_pointer (&printer->ams, g_bytes_unref);
  g_free (printer);
}

static void
connect_cb (struct mosquitto *client,
            void             *user_data,
            int               result)
{
  Thread *self = user_data;

  if (result == 0)
    {
      self->is_open = TRUE;
      return;
    }

  self->is_refused = result == BAD_CREDENTIALS || result == NOT_AUTHORISED;
  g_free (self->trouble);
  self->trouble = g_strdup (mosquitto_connack_string (result));
}

static void
subscribe_cb (struct mosquitto *client,
              void             *user_data,
              int               message_id,
              int               n_granted,
              const int        *granted)
{
  Thread *self = user_data;

  if (self->n_unheard > 0)
    self->n_unheard--;
}

static void
log_cb (struct mosquitto *client,
        void             *user_data,
        int               level,
        const char       *text)
{
  Thread *self = user_data;

  if (level != MOSQ_LOG_ERR)
    return;

  self->is_unsafe |= strstr (text, "verif") != NULL;
  g_free (self->trouble);
  self->trouble = g_utf8_make_valid (text, -1);
}

/* "device/ID/report". */
static char *
dup_id (const char *topic)
{
  const char *begin = strchr (topic, '/');
  const char *end = begin != NULL ? strchr (begin + 1, '/') : NULL;

  return end != NULL ? g_strndup (begin + 1, end - begin - 1) : NULL;
}

/* What comes back after a command, ours or another's. */
static void
read_answer (Thread     *self,
             JsonObject *part)
{
  g_autofree char *serial = bambu_json_dup_string (part, "sequence_id");
  g_autofree char *result = bambu_json_dup_string (part, "result");
  g_autofree char *reason = bambu_json_dup_string (part, "reason");

  if (serial != NULL && result != NULL)
    bambu_live_link_tell_answer (self->link, serial, g_ascii_strcasecmp (result, "success") == 0, reason);
}

static void
message_cb (struct mosquitto               *client,
            void                           *user_data,
            const struct mosquitto_message *message)
{
  Thread *self = user_data;
  g_autofree char *id = dup_id (message->topic);
  g_autoptr(GBytes) picked = NULL;
  g_autoptr(GBytes) ams = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonObject *object;
  Printer *printer;
  gboolean is_full;

  if (id == NULL || !(printer = g_hash_table_lookup (self->printers, id)))
    return;

  if (message->payloadlen <= 0 || message->payloadlen > MAX_PAYLOAD)
    {
      g_debug ("A report of %d bytes is none", message->payloadlen);
      return;
    }

  if (!(picked = bambu_report_pick (message->payload, (gsize) message->payloadlen, printer->ams, &ams)) ||
      !(root = bambu_json_parse (picked, NULL)) ||
      !(object = bambu_json_node_object (root)))
    return;

  if (!printer->is_online)
    self->ask_at = 0;

  printer->is_online = TRUE;
  read_answer (self, bambu_json_get_object (object, "print"));
  read_answer (self, bambu_json_get_object (object, "system"));

  if (!bambu_live_store_merge (self->link->store, id, object, &is_full))
    return;

  if (is_full)
    bambu_live_store_take_text (self->link->store, id, message->payload, (gsize) message->payloadlen);

  if (ams != NULL)
    {
      g_clear_pointer (&printer->ams, g_bytes_unref);
      printer->ams = is_full ? g_steal_pointer (&ams) : NULL;
    }

  self->flush_at = MIN (self->flush_at, g_get_monotonic_time () + BATCH);
  g_hash_table_add (self->changed, g_steal_pointer (&id));
}

static void
publish (Thread     *self,
         const char *id,
         const char *text)
{
  g_autofree char *topic = g_strdup_printf ("device/%s/request", id);

  mosquitto_publish (self->client, NULL, topic, (int) strlen (text), text, 1, FALSE);
}

/* An id is the cloud's text: what is a pattern, or no part of a topic, is nobody's. */
static gboolean
is_topic_part (const char *id)
{
  return *id != '\0' && strpbrk (id, "+#/") == NULL && strlen (id) < 128;
}

static void
subscribe (Thread     *self,
           const char *id,
           gboolean    begin)
{
  g_autofree char *topic = g_strdup_printf ("device/%s/report", id);

  if (!begin)
    mosquitto_unsubscribe (self->client, NULL, topic);
  else if (mosquitto_subscribe (self->client, NULL, topic, 0) == MOSQ_ERR_SUCCESS)
    self->n_unheard++;
}

static gboolean
is_gone_cb (gpointer id,
            gpointer printer,
            gpointer user_data)
{
  Thread *self = ((gpointer *) user_data)[0];
  GHashTable *wanted = ((gpointer *) user_data)[1];

  if (g_hash_table_contains (wanted, id))
    return FALSE;

  subscribe (self, id, FALSE);
  g_hash_table_remove (self->changed, id);

  return TRUE;
}

static void
follow (Thread     *self,
        GHashTable *wanted)
{
  gpointer data[] = { self, wanted };
  GHashTableIter iter;
  gpointer id;
  gpointer is_online;

  g_hash_table_foreach_remove (self->printers, is_gone_cb, data);
  bambu_live_store_retain (self->link->store, wanted);
  g_hash_table_iter_init (&iter, wanted);

  while (g_hash_table_iter_next (&iter, &id, &is_online))
    {
      Printer *printer = g_hash_table_lookup (self->printers, id);

      if (printer == NULL && is_topic_part (id))
        {
          printer = g_new0 (Printer, 1);
          g_hash_table_insert (self->printers, g_strdup (id), printer);
          subscribe (self, id, TRUE);
        }

      if (printer != NULL)
        printer->is_online |= GPOINTER_TO_INT (is_online);
    }
}

/* What the main thread wants. Returns whether it still wants anything. */
static gboolean
obey (Thread *self)
{
  BambuLiveLink *link = self->link;
  g_autoptr(GHashTable) wanted = NULL;
  GQueue commands = G_QUEUE_INIT;
  gboolean is_closed;

  g_mutex_lock (&link->lock);
  is_closed = link->is_closed;

  if (self->is_open)
    {
      wanted = g_steal_pointer (&link->printers);
      commands = link->commands;
      g_queue_init (&link->commands);
    }

  g_mutex_unlock (&link->lock);

  if (wanted != NULL)
    {
      follow (self, wanted);
      self->ask_at = 0;
    }

  while (!g_queue_is_empty (&commands))
    {
      BambuLiveCommand *command = g_queue_pop_head (&commands);

      publish (self, command->id, command->text);
      bambu_live_command_free (command);
    }

  return !is_closed;
}

/* Once for each printer and connection, as soon as there is somebody to ask. */
static void
ask (Thread *self)
{
  const gint64 now = bambu_clock_get_boot_time ();
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  self->ask_at = g_get_monotonic_time () + G_USEC_PER_SEC;
  g_hash_table_iter_init (&iter, self->printers);

  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      Printer *printer = value;

      if (printer->is_asked || !printer->is_online || printer->ask_at > now)
        continue;

      printer->ask_at = bambu_live_store_begin_ask (self->link->store, id, self->link->ask_interval);

      if (printer->ask_at > 0)
        continue;

      printer->is_asked = TRUE;
      publish (self, id, PUSHALL);
      publish (self, id, GET_VERSION);
    }
}

/* Hands over what is due. */
static void
flush (Thread *self)
{
  const gint64 now = g_get_monotonic_time ();
  GHashTableIter iter;
  gpointer id;

  self->flush_at = G_MAXINT64;

  g_hash_table_iter_init (&iter, self->changed);

  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const gint64 due = bambu_live_store_get_due (self->link->store, id);
      BambuReport *report;

      if (due > now)
        {
          self->flush_at = MIN (self->flush_at, due);
          continue;
        }

      if ((report = bambu_live_store_take (self->link->store, id)) != NULL)
        bambu_live_link_tell_report (self->link, id, report);

      g_hash_table_iter_remove (&iter);
    }
}

static void
wait (Thread *self)
{
  struct pollfd fds[] = {
    { .fd = mosquitto_socket (self->client), .events = POLLIN | (mosquitto_want_write (self->client) ? POLLOUT : 0) },
    { .fd = self->link->wake_fd, .events = POLLIN },
  };
  int timeout = TICK_MS;
  eventfd_t count;

  if (self->flush_at != G_MAXINT64)
    timeout = (int) CLAMP ((self->flush_at - g_get_monotonic_time ()) / 1000 + 1, 0, TICK_MS);

  if (poll (fds, G_N_ELEMENTS (fds), timeout) > 0 && (fds[1].revents & POLLIN) != 0)
    eventfd_read (self->link->wake_fd, &count);
}

static int
begin (Thread *self)
{
  const BambuLivePlace *place = &self->link->place;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = g_strconcat ("platen-", uuid, NULL);
  int result = MOSQ_ERR_SUCCESS;

  if (!(self->client = mosquitto_new (name, TRUE, self)))
    return MOSQ_ERR_NOMEM;

  mosquitto_connect_callback_set (self->client, connect_cb);
  mosquitto_message_callback_set (self->client, message_cb);
  mosquitto_subscribe_callback_set (self->client, subscribe_cb);
  mosquitto_log_callback_set (self->client, log_cb);
  mosquitto_username_pw_set (self->client, self->link->user, self->link->password);

  if (place->is_tls && place->authorities != NULL)
    result = mosquitto_tls_set (self->client, place->authorities, NULL, NULL, NULL, NULL);
  else if (place->is_tls)
    result = mosquitto_int_option (self->client, MOSQ_OPT_TLS_USE_OS_CERTS, 1);

  if (result != MOSQ_ERR_SUCCESS)
    return result;

  return mosquitto_connect_async (self->client, place->host, (int) place->port, KEEPALIVE);
}

/* What is to be done while the connection is there. */
static void
attend (Thread *self)
{
  if (!self->is_told && self->n_unheard == 0)
    {
      self->is_told = TRUE;
      bambu_live_link_tell_opened (self->link);
    }

  if (g_get_monotonic_time () >= self->ask_at)
    ask (self);

  if (g_get_monotonic_time () >= self->flush_at)
    flush (self);
}

/* Returns what the library ended with; MOSQ_ERR_SUCCESS where nobody wants it any longer. */
static int
run (Thread *self)
{
  int result = begin (self);

  while (result == MOSQ_ERR_SUCCESS && obey (self))
    {
      if (bambu_clock_get_slept () - self->slept > SLEEP)
        return MOSQ_ERR_KEEPALIVE;

      if (self->is_open)
        attend (self);

      wait (self);
      errno = 0;
      result = mosquitto_loop (self->client, 0, 1);
    }

  return result;
}

static void
tell_end (Thread *self,
          int     result)
{
  const int system_error = errno;
  const gboolean has_slept = bambu_clock_get_slept () - self->slept > SLEEP;
  const char *said = self->trouble;

  if (has_slept)
    bambu_live_link_tell_closed (self->link, BAMBU_LIVE_END_RESUMED, NULL);
  else if (self->is_refused)
    bambu_live_link_tell_closed (self->link, BAMBU_LIVE_END_REFUSED, said);
  else if (self->is_unsafe)
    bambu_live_link_tell_closed (self->link, BAMBU_LIVE_END_UNSAFE, said);
  else if (said != NULL)
    bambu_live_link_tell_closed (self->link, BAMBU_LIVE_END_LOST, said);
  else if (result == MOSQ_ERR_ERRNO && system_error != 0)
    bambu_live_link_tell_closed (self->link, BAMBU_LIVE_END_LOST, g_strerror (system_error));
  else
    bambu_live_link_tell_closed (self->link, BAMBU_LIVE_END_LOST, mosquitto_strerror (result));
}

static void
clear_thread (Thread *self)
{
  g_clear_pointer (&self->client, mosquitto_destroy);
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->printers);
  g_free (self->trouble);
  bambu_live_link_unref (self->link);
}

/* Connects, and stays until the connection ends or nobody wants it any longer. Takes @link. */
static gpointer
thread_func (gpointer link)
{
  Thread self = { .link = link, .slept = bambu_clock_get_slept (), .flush_at = G_MAXINT64 };
  int result;

  self.printers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, printer_free);
  self.changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  result = run (&self);

  if (result != MOSQ_ERR_SUCCESS)
    tell_end (&self, result);
  else if (self.is_open)
    mosquitto_disconnect (self.client);

  clear_thread (&self);

  return NULL;
}

/* For as long as the program runs: the library does not count its users across threads, and its TLS would be taken down at
 * the end of the program under threads that are about to end.
 */
static gpointer
init_library (gpointer data)
{
  OPENSSL_init_crypto (OPENSSL_INIT_NO_ATEXIT, NULL);
  mosquitto_lib_init ();

  return NULL;
}

/* Begins the thread of a link. Takes @link. */
void
bambu_live_thread_start (BambuLiveLink *link)
{
  static GOnce init = G_ONCE_INIT;

  g_once (&init, init_library, NULL);

  g_thread_unref (g_thread_new ("bambu-live", thread_func, link));
}
