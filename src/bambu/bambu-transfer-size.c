/* bambu-transfer-size.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-transfer.h"

#include "bambu-client-private.h"
#include "bambu-http.h"
#include "bambu-wire.h"

typedef struct
{
  GTlsDatabase *database;
  GUri         *uri;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->database);
  g_uri_unref (question->uri);
  g_free (question);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GError) error = NULL;
  guint64 size = 0;

  g_main_context_push_thread_default (context);

  {
    g_autoptr(SoupSession) session = bambu_wire_create_session (question->database);

    bambu_wire_measure (session, question->uri, &size, cancellable, &error);
  }

  g_main_context_pop_thread_default (context);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_memdup2 (&size, sizeof size), g_free);
}

/**
 * bambu_transfer_measure_async:
 * @client: whose certificates are trusted
 * @address: where a file is: `https`, or `http` to this machine
 * @cancellable: (nullable): ends it at once
 * @callback: called when the size is known
 * @user_data: for @callback
 *
 * Asks how large a file is, without fetching it.
 */
void
bambu_transfer_measure_async (BambuClient         *client,
                              const char          *address,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) error = NULL;
  Question *question;

  g_return_if_fail (BAMBU_IS_CLIENT (client));
  g_return_if_fail (address != NULL);

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_transfer_measure_async);

  if (!(uri = bambu_http_parse_file (address, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  question = g_new0 (Question, 1);
  question->uri = g_steal_pointer (&uri);
  g_set_object (&question->database, bambu_client_get_tls_database (client));
  g_task_set_task_data (task, question, (GDestroyNotify)question_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, measure_in_thread);
}

/**
 * bambu_transfer_measure_finish:
 * @client: whose certificates are trusted
 * @result: what the callback got
 * @size: (out): how many bytes the file has; 0 where the server does not tell
 * @error: where to say why not; a #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_transfer_measure_async().
 *
 * Returns: whether the file is there
 */
gboolean
bambu_transfer_measure_finish (BambuClient   *client,
                               GAsyncResult  *result,
                               guint64       *size,
                               GError       **error)
{
  g_autofree guint64 *answer = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, client), FALSE);
  g_return_val_if_fail (size != NULL, FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  *size = answer != NULL ? *answer : 0;

  return answer != NULL;
}
