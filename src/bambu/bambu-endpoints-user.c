/* bambu-endpoints-user.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-endpoints-private.h"

#include "bambu-client-private.h"
#include "bambu-makers.h"
#include "bambu-page.h"

/**
 * bambu_client_get_tasks_async:
 * @self: a #BambuClient
 * @device_id: (nullable): a printer’s serial number, or %NULL for all
 * @after: (nullable): the id of the last print of the page before
 * @limit: how many at most; 0 for what the cloud thinks right
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for a page of prints, newest first: `GET my/tasks`.
 */
void
bambu_client_get_tasks_async (BambuClient         *self,
                              const char          *device_id,
                              const char          *after,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_tasks (device_id, after, limit),
                        bambu_makers_tasks, NULL, (GDestroyNotify)bambu_page_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_tasks_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @total: (out) (optional): how many there are in all, or -1 where the cloud does not tell
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_tasks_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuTask): the prints; none where there is nothing older
 */
GPtrArray *
bambu_client_get_tasks_finish (BambuClient   *self,
                               GAsyncResult  *result,
                               gint64        *total,
                               GError       **error)
{
  g_autoptr(BambuPage) page = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  if (!(page = bambu_client_call_finish (self, result, error)))
    return NULL;

  if (total != NULL)
    *total = page->total;

  return g_ptr_array_ref (page->items);
}

/**
 * bambu_client_get_task_async:
 * @self: a #BambuClient
 * @task_id: a print’s id
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for what else is known of a print: `GET user/task/{id}`. The cloud forbids it even for one’s own.
 */
void
bambu_client_get_task_async (BambuClient         *self,
                             const char          *task_id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (task_id != NULL);

  bambu_endpoints_call (self, bambu_request_task (task_id),
                        bambu_makers_task, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_task_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError, %BAMBU_ERROR_FORBIDDEN as a rule, or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_task_async().
 *
 * Returns: (transfer full) (nullable): the detail
 */
BambuTaskDetail *
bambu_client_get_task_finish (BambuClient   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_create_task_async:
 * @self: a #BambuClient
 * @task: a task as a JSON object, as bambu_task_create_order() makes it
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Has something printed: `POST my/task`. A printer starts to move.
 */
void
bambu_client_create_task_async (BambuClient         *self,
                                GBytes              *task,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (task != NULL);

  bambu_endpoints_call (self, bambu_request_create_task (task),
                        bambu_makers_id, "id", g_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_create_task_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_create_task_async().
 *
 * Returns: (transfer full) (nullable): the new task’s id; an empty text where the cloud does not tell it
 */
char *
bambu_client_create_task_finish (BambuClient   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_get_messages_async:
 * @self: a #BambuClient
 * @kind: which kind; %BAMBU_MESSAGE_KIND_UNKNOWN for all
 * @after: (nullable): the id of the last message of the page before
 * @limit: how many at most; 0 for what the cloud thinks right
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for a page of messages, newest first: `GET my/messages`.
 */
void
bambu_client_get_messages_async (BambuClient         *self,
                                 BambuMessageKind     kind,
                                 const char          *after,
                                 guint                limit,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  bambu_endpoints_call (self, bambu_request_messages (kind, after, limit),
                        bambu_makers_messages, NULL, (GDestroyNotify)bambu_page_free,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_messages_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_messages_async().
 *
 * Returns: (transfer full) (nullable) (element-type BambuMessage): the messages; none where there is nothing older
 */
GPtrArray *
bambu_client_get_messages_finish (BambuClient   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_autoptr(BambuPage) page = NULL;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  if (!(page = bambu_client_call_finish (self, result, error)))
    return NULL;

  return g_ptr_array_ref (page->items);
}

/**
 * bambu_client_get_ticket_async:
 * @self: a #BambuClient
 * @ticket_id: a ticket’s number
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for a support ticket: `GET my/ticket/{id}`.
 */
void
bambu_client_get_ticket_async (BambuClient         *self,
                               const char          *ticket_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (ticket_id != NULL);

  bambu_endpoints_call (self, bambu_request_ticket (ticket_id),
                        bambu_makers_ticket, NULL, g_object_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_get_ticket_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_get_ticket_async().
 *
 * Returns: (transfer full) (nullable): the ticket
 */
BambuTicket *
bambu_client_get_ticket_finish (BambuClient   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}

/**
 * bambu_client_refresh_token_async:
 * @self: a #BambuClient
 * @refresh_token: what came along with the token
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks for a token that holds longer: `POST user/refreshtoken`. The cloud is known to refuse.
 */
void
bambu_client_refresh_token_async (BambuClient         *self,
                                  const char          *refresh_token,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (refresh_token != NULL);

  bambu_endpoints_call (self, bambu_request_refresh_token (refresh_token),
                        bambu_makers_credentials, NULL, (GDestroyNotify)bambu_credentials_unref,
                        cancellable, callback, user_data);
}

/**
 * bambu_client_refresh_token_finish:
 * @self: a #BambuClient
 * @result: what the callback got
 * @error: where to say why not; #BambuError, %BAMBU_ERROR_FORBIDDEN as a rule, or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_client_refresh_token_async().
 *
 * Returns: (transfer full) (nullable): the new credentials
 */
BambuCredentials *
bambu_client_refresh_token_finish (BambuClient   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return bambu_client_call_finish (self, result, error);
}
