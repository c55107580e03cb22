/* bambu-pictures.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-pictures-private.h"

#include <glib/gi18n-lib.h>

#include "bambu-download.h"
#include "bambu-error.h"
#include "bambu-waiters.h"

/**
 * BambuPictures:
 *
 * Pictures by their addresses, through a bounded cache on disk. The token never goes along. A picture is known by its
 * address without what expires in it, so that a new signature does not make it another picture. What comes out are
 * encoded bytes: decoding is for whoever knows the size shown.
 */

#define MAX_RUNNING 6
#define FIRST_PAUSE (5 * G_TIME_SPAN_SECOND)
#define LONGEST_PAUSE (10 * G_TIME_SPAN_MINUTE)

/* A picture that someone waits for. */
typedef struct
{
  BambuPictures         *pictures;
  char                  *key;
  char                  *uri;
  char                  *newer_uri;    /* asked for since the request runs */
  BambuPicturesPriority  priority;
  guint64                serial;
  gboolean               running;
  GCancellable          *cancellable;
  BambuWaiters          *waiters;
} Request;

/* What went wrong last time with a picture, and until when it is not tried again. */
typedef struct
{
  char   *uri;
  GError *error;
  gint64  until;
  gint64  pause;
} Failure;

struct _BambuPictures
{
  GObject            parent_instance;

  BambuClient       *client;
  BambuPictureStore *store;
  guint64            max_bytes;
  GTimeSpan          first_pause;
  GHashTable        *requests;   /* key to Request */
  GHashTable        *failures;   /* key to Failure */
  guint              n_running;
  guint64            last_serial;
};

static void bambu_pictures_run_next (BambuPictures *self);
static void request_download        (Request       *request);

G_DEFINE_FINAL_TYPE (BambuPictures, bambu_pictures, G_TYPE_OBJECT)

static void
request_free (Request *request)
{
  g_clear_pointer (&request->waiters, bambu_waiters_free);
  g_clear_object (&request->cancellable);
  g_free (request->key);
  g_free (request->uri);
  g_free (request->newer_uri);
  g_free (request);
}

static void
failure_free (Failure *failure)
{
  g_clear_error (&failure->error);
  g_free (failure->uri);
  g_free (failure);
}

static void
hand_over_bytes (GTask    *task,
                 gpointer  bytes)
{
  g_task_return_pointer (task, g_bytes_ref (bytes), (GDestroyNotify)g_bytes_unref);
}

/* Each time it waits twice as long before it is worth another try. */
static void
bambu_pictures_note_failure (BambuPictures *self,
                             const char    *key,
                             const char    *uri,
                             const GError  *error)
{
  const Failure *before = g_hash_table_lookup (self->failures, key);
  Failure *failure = g_new0 (Failure, 1);

  failure->uri = g_strdup (uri);
  failure->error = g_error_copy (error);
  failure->pause = before != NULL ? MIN (before->pause * 2, LONGEST_PAUSE) : self->first_pause;
  failure->until = g_get_monotonic_time () + failure->pause;
  g_hash_table_replace (self->failures, g_strdup (key), failure);
}

/* Takes the request out of the way, so that what those who waited do next finds everything settled. */
static void
request_finish (Request      *request,
                GBytes       *bytes,
                const GError *error)
{
  g_autoptr(BambuPictures) self = g_object_ref (request->pictures);

  if (request->running)
    self->n_running--;

  if (g_hash_table_lookup (self->requests, request->key) == request)
    g_hash_table_steal (self->requests, request->key);

  if (bytes != NULL)
    {
      g_hash_table_remove (self->failures, request->key);
      bambu_waiters_succeed (request->waiters, hand_over_bytes, bytes);
    }
  else
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        bambu_pictures_note_failure (self, request->key, request->uri, error);

      bambu_waiters_fail (request->waiters, error);
    }

  request_free (request);
  bambu_pictures_run_next (self);
}

/* An address that has expired says nothing about the one that has been asked for since. */
static gboolean
request_renew_uri (Request      *request,
                   const GError *error)
{
  if (request->newer_uri == NULL ||
      (!g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN) &&
       !g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND)))
    return FALSE;

  g_free (request->uri);
  request->uri = g_steal_pointer (&request->newer_uri);

  return TRUE;
}

static void
request_downloaded_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr(BambuPictures) self = request->pictures;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  bytes = bambu_client_download_finish (BAMBU_CLIENT (object), result, &error);

  if (bytes != NULL && g_bytes_get_size (bytes) == 0)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      g_set_error_literal (&error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL, _("The picture is empty."));
    }

  if (bytes != NULL && self->store != NULL)
    bambu_picture_store_save (self->store, request->key, bytes);

  if (request_renew_uri (request, error))
    request_download (request);
  else
    request_finish (request, bytes, error);
}

static void
request_download (Request *request)
{
  BambuPictures *self = request->pictures;

  if (g_cancellable_is_cancelled (request->cancellable))
    {
      g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody waits any more");

      request_finish (request, NULL, error);
      return;
    }

  g_object_ref (self);
  bambu_client_download_async (self->client, request->uri, request->cancellable,
                               request_downloaded_cb, request);
}

static void
request_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Request *request = user_data;
  g_autoptr(BambuPictures) self = request->pictures;
  g_autoptr(GBytes) bytes = bambu_picture_store_load_finish (BAMBU_PICTURE_STORE (object), result);

  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    request_finish (request, bytes, NULL);
  else
    request_download (request);
}

static void
request_run (Request *request)
{
  BambuPictures *self = request->pictures;

  request->running = TRUE;
  self->n_running++;

  if (self->store != NULL)
    {
      g_object_ref (self);
      bambu_picture_store_load_async (self->store, request->key, request_loaded_cb, request);
    }
  else
    {
      request_download (request);
    }
}

static gboolean
request_is_sooner (const Request *request,
                   const Request *other)
{
  if (request->priority != other->priority)
    return request->priority > other->priority;

  return request->serial > other->serial;
}

static void
bambu_pictures_run_next (BambuPictures *self)
{
  while (self->n_running < MAX_RUNNING)
    {
      Request *next = NULL;
      GHashTableIter iter;
      Request *request;

      g_hash_table_iter_init (&iter, self->requests);

      while (g_hash_table_iter_next (&iter, NULL, (gpointer *)&request))
        {
          if (!request->running && (next == NULL || request_is_sooner (request, next)))
            next = request;
        }

      if (next == NULL)
        return;

      request_run (next);
    }
}

/* Nobody waits any more. One that runs is ended by its cancellable, and asking again is another request. */
static gboolean
request_abandoned_cb (gpointer user_data)
{
  Request *request = user_data;

  g_hash_table_steal (request->pictures->requests, request->key);

  if (request->running)
    g_cancellable_cancel (request->cancellable);
  else
    request_free (request);

  return G_SOURCE_REMOVE;
}

static void
bambu_pictures_finalize (GObject *object)
{
  BambuPictures *self = (BambuPictures *)object;

  g_clear_pointer (&self->requests, g_hash_table_unref);
  g_clear_pointer (&self->failures, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (bambu_pictures_parent_class)->finalize (object);
}

static void
bambu_pictures_class_init (BambuPicturesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_pictures_finalize;
}

static void
bambu_pictures_init (BambuPictures *self)
{
  self->first_pause = FIRST_PAUSE;
  self->requests = g_hash_table_new (g_str_hash, g_str_equal);
  self->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)failure_free);
}

static gboolean
is_fleeting (const char *name)
{
  static const char * const fleeting[] = {
    "accesskeyid", "at", "auth_key", "awsaccesskeyid", "exp", "expires", "key", "key-pair-id", "ossaccesskeyid", "policy",
    "security-token", "signature", "sign", "t", "token", "uid", NULL,
  };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (fleeting, lower) ||
         g_str_has_prefix (lower, "x-amz-") ||
         (g_str_has_prefix (lower, "x-oss-") && !g_str_equal (lower, "x-oss-process")) ||
         g_str_has_prefix (lower, "x-goog-") ||
         g_str_has_prefix (lower, "q-");
}

/* What a picture is known by: its address without signatures and the times at which they expire. What asks for another
 * picture, such as a size, stays in. Fit for a file name.
 */
char *
bambu_pictures_build_key (const char *uri)
{
  g_autofree char *address = g_strndup (uri, strcspn (uri, "#"));
  g_autoptr(GString) stable = g_string_new (NULL);
  g_auto(GStrv) parameters = NULL;
  char *query = strchr (address, '?');

  if (query != NULL)
    {
      *query = '\0';
      parameters = g_strsplit (query + 1, "&", -1);
    }

  g_string_append (stable, address);

  for (guint i = 0; parameters != NULL && parameters[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (parameters[i], strcspn (parameters[i], "="));

      if (parameters[i][0] != '\0' && !is_fleeting (name))
        g_string_append_printf (stable, "&%s", parameters[i]);
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, stable->str, stable->len);
}

/* Begins to keep pictures in @directory. */
void
bambu_pictures_set_directory (BambuPictures *self,
                              const char    *directory)
{
  g_assert (BAMBU_IS_PICTURES (self));

  g_clear_object (&self->store);
  self->store = bambu_picture_store_new (directory, self->max_bytes);
}

/* NULL where nothing is kept. */
BambuPictureStore *
bambu_pictures_get_store (BambuPictures *self)
{
  g_assert (BAMBU_IS_PICTURES (self));

  return self->store;
}

void
bambu_pictures_set_pause (BambuPictures *self,
                          GTimeSpan      pause)
{
  g_assert (BAMBU_IS_PICTURES (self));

  self->first_pause = pause;
}

/**
 * bambu_pictures_new:
 * @client: what fetches them
 * @max_bytes: how much may be kept on disk, such as %BAMBU_PICTURES_MAX_BYTES
 *
 * Makes a source of pictures. It keeps nothing on disk before its session is open.
 *
 * Returns: (transfer full): a new #BambuPictures
 */
BambuPictures *
bambu_pictures_new (BambuClient *client,
                    guint64      max_bytes)
{
  BambuPictures *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);

  self = g_object_new (BAMBU_TYPE_PICTURES, NULL);
  self->client = g_object_ref (client);
  self->max_bytes = max_bytes;

  return self;
}

static Request *
bambu_pictures_obtain_request (BambuPictures *self,
                               const char    *key,
                               const char    *uri)
{
  Request *request = g_hash_table_lookup (self->requests, key);

  if (request == NULL)
    {
      request = g_new0 (Request, 1);
      request->pictures = self;
      request->key = g_strdup (key);
      request->cancellable = g_cancellable_new ();
      request->waiters = bambu_waiters_new (request_abandoned_cb, request);
      g_hash_table_insert (self->requests, request->key, request);
    }

  /* The latest address is the one whose signature holds longest. */
  if (!request->running)
    {
      g_free (request->uri);
      request->uri = g_strdup (uri);
    }
  else if (!g_str_equal (request->uri, uri))
    {
      g_free (request->newer_uri);
      request->newer_uri = g_strdup (uri);
    }

  return request;
}

/**
 * bambu_pictures_fetch_async:
 * @self: a #BambuPictures
 * @uri: its address; https, or http to a loopback address
 * @priority: how soon it is wanted
 * @cancellable: (nullable): ends this caller's wait, and the request when it was the last
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Gets a picture from the disk or the network. At most six are fetched at a time; the same picture asked for twice is
 * fetched once. One that failed is not tried again for a while that grows, unless it is asked for by another address.
 */
void
bambu_pictures_fetch_async (BambuPictures         *self,
                            const char            *uri,
                            BambuPicturesPriority  priority,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *key = NULL;
  const Failure *failure;
  Request *request;

  g_return_if_fail (BAMBU_IS_PICTURES (self));
  g_return_if_fail (uri != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_pictures_fetch_async);

  if (g_task_return_error_if_cancelled (task))
    return;

  key = bambu_pictures_build_key (uri);
  failure = g_hash_table_lookup (self->failures, key);

  if (failure != NULL &&
      g_get_monotonic_time () < failure->until &&
      g_str_equal (failure->uri, uri))
    {
      g_task_return_error (task, g_error_copy (failure->error));
      return;
    }

  request = bambu_pictures_obtain_request (self, key, uri);
  request->priority = MAX (request->priority, priority);
  request->serial = ++self->last_serial;
  bambu_waiters_add (request->waiters, g_steal_pointer (&task));
  bambu_pictures_run_next (self);
}

/**
 * bambu_pictures_fetch_finish:
 * @self: a #BambuPictures
 * @result: what the callback got
 * @error: where to say why not: %BAMBU_ERROR_FORBIDDEN or %BAMBU_ERROR_NOT_FOUND where the address has expired, any other
 *   #BambuError, or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_pictures_fetch_async().
 *
 * Returns: (transfer full) (nullable): the picture as it came, in whatever format
 */
GBytes *
bambu_pictures_fetch_finish (BambuPictures  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (BAMBU_IS_PICTURES (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * bambu_pictures_reject:
 * @self: a #BambuPictures
 * @uri: the address that was asked for
 *
 * Says that what came is no picture, or none that can be shown. It is thrown out of the cache, and not fetched again for
 * a while.
 */
void
bambu_pictures_reject (BambuPictures *self,
                       const char    *uri)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;

  g_return_if_fail (BAMBU_IS_PICTURES (self));
  g_return_if_fail (uri != NULL);

  key = bambu_pictures_build_key (uri);
  error = g_error_new_literal (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL, _("The picture cannot be shown."));
  bambu_pictures_note_failure (self, key, uri, error);

  if (self->store != NULL)
    bambu_picture_store_remove (self->store, key);
}
