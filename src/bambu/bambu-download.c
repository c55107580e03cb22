/* bambu-download.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-call.h"
#include "bambu-download.h"
#include "bambu-http.h"
#include "bambu-request-private.h"

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) answer = bambu_call_finish (BAMBU_CLIENT (object), result, &error);

  if (answer != NULL)
    g_task_return_pointer (task, g_bytes_ref (answer->body), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bambu_client_download_async:
 * @self: a client
 * @address: where the file is: `https`, or `http` to this machine
 * @cancellable: (nullable): a cancellable
 * @callback: called when the file is there
 * @user_data: data for @callback
 *
 * Fetches a file without the token and without any header that its address may not have been signed for. It may hold as
 * much as any answer of the cloud.
 */
void
bambu_client_download_async (BambuClient         *self,
                             const char          *address,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuRequest) request = NULL;

  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (address != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_client_download_async);

  if (!(uri = bambu_http_parse_file (address, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request = bambu_request_new_for_file (uri);
  bambu_call_async (self, request, cancellable, called_cb, g_object_ref (task));
}

/**
 * bambu_client_download_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_client_download_async().
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error set to a #BambuError (%BAMBU_ERROR_FORBIDDEN or
 *   %BAMBU_ERROR_NOT_FOUND: the address has expired, most likely) or %G_IO_ERROR_CANCELLED
 */
GBytes *
bambu_client_download_finish (BambuClient   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
