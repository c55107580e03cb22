/* bambu-transfer-job.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-transfer-job.h"

#include <glib/gi18n-lib.h>

#include "bambu-http.h"
#include "bambu-wire.h"

#define MAX_PART_NAMES 100
#define READ_BYTES (256 * 1024)

/* How often in a row a connection may bring nothing new, and how long to wait then. */
#define MAX_FRUITLESS 3
#define WAIT_MS 200

struct _BambuTransferJob
{
  GMutex         mutex;
  GFile         *file;
  char          *md5;         /* nullable */
  GTlsDatabase  *database;    /* nullable */
  BambuProgress *progress;
  GFile         *part;        /* NULL until something has come */
  char          *validator;   /* of what has come; NULL where it cannot be continued */
};

static void
job_drop_part (BambuTransferJob *job)
{
  if (job->part != NULL)
    g_file_delete (job->part, NULL, NULL);

  g_clear_object (&job->part);
  g_clear_pointer (&job->validator, g_free);
}

static void
job_clear (gpointer data)
{
  BambuTransferJob *job = data;

  job_drop_part (job);
  g_mutex_clear (&job->mutex);
  g_clear_object (&job->file);
  g_clear_object (&job->database);
  g_clear_pointer (&job->progress, bambu_progress_unref);
  g_free (job->md5);
}

/* Makes NAME.part, or what comes nearest to it: what is there already is somebody else's. */
static GOutputStream *
job_create_part (BambuTransferJob  *job,
                 GCancellable      *cancellable,
                 GError           **error)
{
  g_autoptr(GFile) folder = g_file_get_parent (job->file);
  g_autofree char *name = g_file_get_basename (job->file);

  for (guint i = 1;; i++)
    {
      g_autofree char *part_name = i == 1 ? g_strdup_printf ("%s.part", name) : g_strdup_printf ("%s.%u.part", name, i);
      g_autoptr(GFile) part = g_file_get_child (folder, part_name);
      g_autoptr(GError) local_error = NULL;
      GFileOutputStream *stream = g_file_create (part, G_FILE_CREATE_NONE, cancellable, &local_error);

      if (stream != NULL)
        {
          job->part = g_steal_pointer (&part);
          return G_OUTPUT_STREAM (stream);
        }

      if (i == MAX_PART_NAMES || !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

/* How much of the file is there and may be continued. */
static guint64
job_get_offset (BambuTransferJob *job)
{
  g_autoptr(GFileInfo) info = NULL;

  if (job->part == NULL || job->validator == NULL)
    return 0;

  info = g_file_query_info (job->part, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);

  return info != NULL ? (guint64)g_file_info_get_size (info) : 0;
}

/* What tells whether the file is still the same when it is continued: only what stands for its very bytes will do. */
static void
job_read_validator (BambuTransferJob *job,
                    SoupMessage      *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *etag = soup_message_headers_get_one (headers, "ETag");
  const char *date = soup_message_headers_get_one (headers, "Last-Modified");

  g_free (job->validator);

  if (etag != NULL && *etag == '"')
    job->validator = g_strdup (etag);
  else
    job->validator = g_strdup (date);
}

/* Where in the file the answer begins, and how large all of it is. FALSE where it is not what was asked for. */
static gboolean
read_range (SoupMessage *message,
            guint64      offset,
            guint64     *begin,
            guint64     *total)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  goffset first;
  goffset last;
  goffset length;

  *begin = 0;
  *total = MAX (soup_message_headers_get_content_length (headers), 0);

  if (soup_message_get_status (message) != SOUP_STATUS_PARTIAL_CONTENT)
    return soup_message_get_status (message) != SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE;

  if (offset == 0 ||
      !soup_message_headers_get_content_range (headers, &first, &last, &length) ||
      first != (goffset)offset)
    return FALSE;

  *begin = offset;
  *total = MAX (length, 0);

  return TRUE;
}

static gboolean
job_write (BambuTransferJob  *job,
           GInputStream      *from,
           GOutputStream     *to,
           guint64            received,
           guint64            total,
           GCancellable      *cancellable,
           gboolean          *dropped,
           GError           **error)
{
  g_autofree char *buffer = g_malloc (READ_BYTES);

  for (;;)
    {
      const gssize n = g_input_stream_read (from, buffer, READ_BYTES, cancellable, error);

      if (n < 0)
        {
          *dropped = !g_cancellable_is_cancelled (cancellable);
          return FALSE;
        }

      if (n == 0)
        break;

      if (!g_output_stream_write_all (to, buffer, n, NULL, cancellable, error))
        return FALSE;

      received += n;
      bambu_progress_set (job->progress, received, total);
    }

  if (total > 0 && received < total)
    {
      *dropped = TRUE;
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                           _("The connection was lost in the middle of the file."));
      return FALSE;
    }

  return TRUE;
}

static GOutputStream *
job_open_part (BambuTransferJob  *job,
               guint64            begin,
               GCancellable      *cancellable,
               GError           **error)
{
  if (begin > 0)
    return G_OUTPUT_STREAM (g_file_append_to (job->part, G_FILE_CREATE_NONE, cancellable, error));

  job_drop_part (job);

  return job_create_part (job, cancellable, error);
}

/* One connection's worth. @dropped: whether another may bring the rest. */
static gboolean
job_fetch (BambuTransferJob  *job,
           SoupSession       *session,
           GUri              *uri,
           GCancellable      *cancellable,
           gboolean          *dropped,
           GError           **error)
{
  const guint64 offset = job_get_offset (job);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GInputStream) from = NULL;
  g_autoptr(GOutputStream) to = NULL;
  guint64 begin;
  guint64 total;

  if (!(from = bambu_wire_get (session, uri, offset, job->validator, &message, cancellable, error)))
    {
      *dropped = error != NULL && g_error_matches (*error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
      return FALSE;
    }

  if (!read_range (message, offset, &begin, &total))
    {
      job_drop_part (job);
      *dropped = offset > 0;
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                           _("The rest of the file did not come as it was asked for."));
      return FALSE;
    }

  if (!(to = job_open_part (job, begin, cancellable, error)))
    return FALSE;

  job_read_validator (job, message);
  bambu_progress_set (job->progress, begin, total);

  return job_write (job, from, to, begin, total, cancellable, dropped, error) &&
         g_output_stream_close (to, cancellable, error);
}

/* Errors of the network as people can act on them. */
static void
describe (GUri    *uri,
          GError **error)
{
  g_autoptr(GError) local_error = *error;

  *error = bambu_http_describe_io (local_error, g_uri_get_host (uri), 0);
}

/* Some time between two tries, which is over at once when nobody waits for them any more. */
static void
job_pause (guint         ms,
           GCancellable *cancellable)
{
  GPollFD fd;

  if (!g_cancellable_make_pollfd (cancellable, &fd))
    {
      g_usleep (ms * 1000);
      return;
    }

  g_poll (&fd, 1, ms);
  g_cancellable_release_fd (cancellable);
}

/* Connection after connection until all is there, or nothing comes any more. */
static gboolean
job_receive (BambuTransferJob  *job,
             GUri              *uri,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(SoupSession) session = bambu_wire_create_session (job->database);
  guint fruitless = 0;

  for (;;)
    {
      const guint64 before = job_get_offset (job);
      g_autoptr(GError) local_error = NULL;
      gboolean dropped = FALSE;

      if (job_fetch (job, session, uri, cancellable, &dropped, &local_error))
        return TRUE;

      fruitless = job_get_offset (job) > before ? 0 : fruitless + 1;

      if (!dropped || fruitless == MAX_FRUITLESS || g_cancellable_is_cancelled (cancellable))
        {
          if (dropped && local_error->domain != BAMBU_ERROR)
            describe (uri, &local_error);

          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      g_debug ("A file is continued: %s", local_error->message);
      job_pause (fruitless * WAIT_MS, cancellable);
    }
}

static gboolean
job_check (BambuTransferJob  *job,
           GCancellable      *cancellable,
           GError           **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_autofree char *buffer = g_malloc (READ_BYTES);
  g_autoptr(GFileInputStream) stream = NULL;
  gssize n;

  if (job->md5 == NULL)
    return TRUE;

  if (!(stream = g_file_read (job->part, cancellable, error)))
    return FALSE;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, READ_BYTES, cancellable, error)) > 0)
    g_checksum_update (checksum, (const guchar *)buffer, n);

  if (n < 0)
    return FALSE;

  if (g_ascii_strcasecmp (g_checksum_get_string (checksum), job->md5) == 0)
    return TRUE;

  job_drop_part (job);
  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                       _("The file that came is not the one that the cloud promised: its MD5 differs. Nothing was kept. "
                         "Try again."));

  return FALSE;
}

static gboolean
job_run (BambuTransferJob  *job,
         const char        *address,
         gboolean           replace,
         GCancellable      *cancellable,
         GError           **error)
{
  g_autoptr(GUri) uri = NULL;

  if (!replace && g_file_query_exists (job->file, cancellable))
    {
      g_autofree char *name = g_file_get_basename (job->file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("There is a file called “%s” already."), name);
      return FALSE;
    }

  if (!(uri = bambu_http_parse_file (address, error)) ||
      !job_receive (job, uri, cancellable, error) ||
      !job_check (job, cancellable, error) ||
      !g_file_move (job->part, job->file, replace ? G_FILE_COPY_OVERWRITE : G_FILE_COPY_NONE,
                    cancellable, NULL, NULL, error))
    return FALSE;

  g_clear_object (&job->part);
  g_clear_pointer (&job->validator, g_free);

  return TRUE;
}

/**
 * bambu_transfer_job_new:
 * @file: what the file is to become
 * @md5: (nullable): what its MD5 must be
 * @database: (nullable): whom to trust
 * @progress: where to say how far it is
 *
 * Returns: (transfer full): a job that has not begun
 */
BambuTransferJob *
bambu_transfer_job_new (GFile         *file,
                        const char    *md5,
                        GTlsDatabase  *database,
                        BambuProgress *progress)
{
  BambuTransferJob *job = g_atomic_rc_box_new0 (BambuTransferJob);

  g_mutex_init (&job->mutex);
  job->file = g_object_ref (file);
  job->md5 = g_strdup (md5);
  job->progress = bambu_progress_ref (progress);
  g_set_object (&job->database, database);

  return job;
}

BambuTransferJob *
bambu_transfer_job_ref (BambuTransferJob *job)
{
  return g_atomic_rc_box_acquire (job);
}

/* The last to let go deletes what is unfinished. */
void
bambu_transfer_job_unref (BambuTransferJob *job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

/**
 * bambu_transfer_job_run:
 * @job: a job
 * @address: where the file is
 * @replace: whether a file that is there already may be replaced
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Fetches the file, or the rest of it. Blocks. Runs that overlap wait for each other.
 *
 * Returns: whether the file is there
 */
gboolean
bambu_transfer_job_run (BambuTransferJob  *job,
                        const char        *address,
                        gboolean           replace,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  gboolean done;

  g_main_context_push_thread_default (context);
  g_mutex_lock (&job->mutex);
  done = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         job_run (job, address, replace, cancellable, error);
  g_mutex_unlock (&job->mutex);
  g_main_context_pop_thread_default (context);

  return done;
}
