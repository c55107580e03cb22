/* bambu-upload-job.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-upload-job.h"

#include <glib/gi18n-lib.h>

#include "bambu-error.h"
#include "bambu-wire.h"

typedef struct
{
  GFile         *file;
  GUri          *uri;        /* NULL while the file is only looked at */
  GTlsDatabase  *database;   /* nullable */
  BambuProgress *progress;
  guint64        size;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_clear_pointer (&job->uri, g_uri_unref);
  g_clear_object (&job->database);
  bambu_progress_unref (job->progress);
  g_free (job);
}

static gboolean
job_look (Job           *job,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  char magic[4] = { 0, };
  gsize n_read;

  info = g_file_query_info (job->file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("It is no plain file."));
      return FALSE;
    }

  if (!(stream = g_file_read (job->file, cancellable, error)) ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), magic, sizeof magic, &n_read, cancellable, error))
    return FALSE;

  /* A 3MF is a ZIP archive. */
  if (n_read < sizeof magic || memcmp (magic, "PK\003\004", sizeof magic) != 0)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("It is no 3MF file."));
      return FALSE;
    }

  job->size = g_file_info_get_size (info);

  return TRUE;
}

static void
wrote_cb (Job         *job,
          guint        n_bytes,
          SoupMessage *message)
{
  bambu_progress_set (job->progress, bambu_progress_get_done (job->progress) + n_bytes, job->size);
}

static gboolean
job_send (Job           *job,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(SoupSession) session = bambu_wire_create_session (job->database);
  g_autoptr(SoupMessage) message = soup_message_new_from_uri ("PUT", job->uri);
  g_autoptr(GFileInputStream) stream = g_file_read (job->file, cancellable, error);
  gboolean sent;
  gulong handler;

  if (stream == NULL)
    return FALSE;

  handler = g_signal_connect_swapped (message, "wrote-body-data", G_CALLBACK (wrote_cb), job);
  sent = bambu_wire_put (session, message, G_INPUT_STREAM (stream), job->size, cancellable, error);
  g_signal_handler_disconnect (message, handler);

  return sent;
}

static void
job_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GError) error = NULL;
  gboolean done;

  g_main_context_push_thread_default (context);
  done = job_look (job, cancellable, &error) && (job->uri == NULL || job_send (job, cancellable, &error));
  g_main_context_pop_thread_default (context);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bambu_upload_job_run_async:
 * @file: what is to become a project
 * @uri: (nullable): where to send it; %NULL only looks whether it is a 3MF
 * @database: (nullable): whom to trust
 * @progress: where to say how far it is
 * @cancellable: (nullable): ends it at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Looks at a file and sends it, in a thread.
 */
void
bambu_upload_job_run_async (GFile               *file,
                            GUri                *uri,
                            GTlsDatabase        *database,
                            BambuProgress       *progress,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (progress != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->uri = uri != NULL ? g_uri_ref (uri) : NULL;
  job->progress = bambu_progress_ref (progress);
  g_set_object (&job->database, database);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_upload_job_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  /* GLib would start the thread even so. */
  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, job_in_thread);
}

/**
 * bambu_upload_job_run_finish:
 * @result: what the callback got
 * @error: where to say why not; a #BambuError or #GIOErrorEnum
 *
 * Ends bambu_upload_job_run_async().
 *
 * Returns: whether the file is fit, and has been sent where that was asked for
 */
gboolean
bambu_upload_job_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
