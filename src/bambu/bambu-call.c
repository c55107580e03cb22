/* bambu-call.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-call.h"

#include <glib/gi18n-lib.h>
#include "bambu-client-private.h"
#include "bambu-http.h"
#include "bambu-request-private.h"
#include "bambu-secret.h"

#define MAX_TRIES 3
#define MAX_RETRY_AFTER 60

/* The cloud's error code for a token that is no longer valid. */
#define CODE_PLEASE_LOGIN 4

typedef struct
{
  BambuRequest *request;
  char         *token;         /* as it is sent: the client's may change meanwhile */
  guint         tries;
  gint64        started;       /* the present try, monotonic */
  guint         doubted : 1;   /* there was a 401 that is no sign-out */
} BambuCall;

static void bambu_call_try (GTask *task);

static void
bambu_call_free (BambuCall *self)
{
  bambu_request_unref (self->request);
  bambu_secret_free (self->token);
  g_free (self);
}

static gboolean
retry_cb (gpointer user_data)
{
  GTask *task = user_data;

  if (!g_task_return_error_if_cancelled (task))
    bambu_call_try (task);

  return G_SOURCE_REMOVE;
}

static void
bambu_call_wait (GTask *task,
                 guint  milliseconds)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GSource) source = g_timeout_source_new (milliseconds);

  if (cancellable != NULL)
    {
      g_autoptr(GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (source, cancelled);
    }

  g_source_set_callback (source, retry_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

/* @retry_after: seconds, or -1. Returns FALSE where it is time to give up. */
static gboolean
bambu_call_retry (GTask  *task,
                  gint64  retry_after)
{
  BambuCall *self = g_task_get_task_data (task);
  BambuClient *client = g_task_get_source_object (task);

  if (!bambu_request_is_repeatable (self->request) || self->tries >= MAX_TRIES || retry_after > MAX_RETRY_AFTER)
    return FALSE;

  bambu_call_wait (task, MAX (bambu_client_get_wait (client, self->tries), retry_after * 1000));

  return TRUE;
}

static void
bambu_call_refuse (GTask              *task,
                   int                 code,
                   BambuAnswer        *answer,
                   const BambuRefusal *refusal,
                   gint64              retry_after)
{
  g_task_return_error (task, bambu_http_describe (code, answer->status, retry_after, refusal->said));
}

static void
bambu_call_sign_out (GTask              *task,
                     BambuAnswer        *answer,
                     const BambuRefusal *refusal)
{
  BambuCall *self = g_task_get_task_data (task);
  BambuClient *client = g_task_get_source_object (task);

  bambu_client_report_signed_out (client, self->token);
  bambu_call_refuse (task, BAMBU_ERROR_SIGNED_OUT, answer, refusal, -1);
}

static gboolean
is_sign_out (BambuAnswer        *answer,
             const BambuRefusal *refusal)
{
  return answer->status == SOUP_STATUS_UNAUTHORIZED && answer->trusted && refusal->code == CODE_PLEASE_LOGIN;
}

/* What the account itself answers tells whether the token is at fault or only this one thing. */
static void
confirm_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) answer = bambu_exchange_send_finish (BAMBU_EXCHANGE (object), result, &error);
  g_auto(BambuRefusal) refusal = BAMBU_REFUSAL_INIT;
  BambuCall *self = g_task_get_task_data (task);

  if (answer == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  bambu_answer_read_refusal (answer, self->token, &refusal);

  if (is_sign_out (answer, &refusal))
    bambu_call_sign_out (task, answer, &refusal);
  else if (SOUP_STATUS_IS_SUCCESSFUL (answer->status))
    g_task_return_error (task, bambu_http_describe (BAMBU_ERROR_FORBIDDEN, SOUP_STATUS_UNAUTHORIZED, -1, NULL));
  else if (bambu_http_is_edge (answer->status, answer->headers, answer->body))
    bambu_call_refuse (task, BAMBU_ERROR_BLOCKED, answer, &refusal, -1);
  else
    bambu_call_refuse (task, BAMBU_ERROR_SERVER, answer, &refusal, -1);
}

static void
bambu_call_confirm (GTask *task)
{
  BambuCall *self = g_task_get_task_data (task);
  BambuClient *client = g_task_get_source_object (task);
  g_autoptr(BambuRequest) request = bambu_request_account ();
  g_autoptr(BambuExchange) exchange = bambu_client_create_exchange (client, request, self->token);

  bambu_exchange_send_async (exchange, g_task_get_priority (task), g_task_get_cancellable (task),
                             confirm_cb, g_object_ref (task));
}

static gboolean
is_account (BambuRequest *request)
{
  g_autoptr(BambuRequest) account = bambu_request_account ();

  return g_str_equal (bambu_request_get_path (request), bambu_request_get_path (account));
}

/* A 401 without the code for it is no sign-out: try again, then ask the account itself. */
static void
bambu_call_doubt (GTask              *task,
                  BambuAnswer        *answer,
                  const BambuRefusal *refusal)
{
  BambuCall *self = g_task_get_task_data (task);

  gboolean first = !self->doubted;

  self->doubted = TRUE;

  if (!answer->trusted)
    bambu_call_refuse (task, BAMBU_ERROR_FORBIDDEN, answer, refusal, -1);
  else if (first && bambu_call_retry (task, -1))
    return;
  else if (is_account (self->request))
    bambu_call_refuse (task, BAMBU_ERROR_SERVER, answer, refusal, -1);
  else
    bambu_call_confirm (task);
}

static gboolean
is_transient (guint status)
{
  return status == 429 ||
         status == SOUP_STATUS_BAD_GATEWAY ||
         status == SOUP_STATUS_SERVICE_UNAVAILABLE ||
         status == SOUP_STATUS_GATEWAY_TIMEOUT;
}

static void
bambu_call_answered (GTask       *task,
                     BambuAnswer *received)
{
  BambuCall *self = g_task_get_task_data (task);
  g_autoptr(BambuAnswer) answer = received;
  g_auto(BambuRefusal) refusal = BAMBU_REFUSAL_INIT;
  g_autoptr(GDateTime) now = NULL;
  gint64 retry_after;
  int code;

  if (bambu_http_is_edge (answer->status, answer->headers, answer->body))
    {
      bambu_call_refuse (task, BAMBU_ERROR_BLOCKED, answer, &refusal, -1);
      return;
    }

  if (SOUP_STATUS_IS_SUCCESSFUL (answer->status) &&
      bambu_request_get_host (self->request) != BAMBU_HOST_FILE && bambu_answer_is_cut_off (answer))
    {
      if (!bambu_call_retry (task, -1))
        g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                                 _("The connection was lost in the middle of the cloud’s answer."));
      return;
    }

  if (SOUP_STATUS_IS_SUCCESSFUL (answer->status))
    {
      g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) bambu_answer_free);
      return;
    }

  bambu_answer_read_refusal (answer, self->token, &refusal);

  if ((code = bambu_request_refusal (self->request, answer->status, refusal.code)) != -1)
    {
      bambu_call_refuse (task, code, answer, &refusal, -1);
      return;
    }

  if (self->token != NULL && is_sign_out (answer, &refusal))
    {
      bambu_call_sign_out (task, answer, &refusal);
      return;
    }

  if (self->token != NULL && answer->status == SOUP_STATUS_UNAUTHORIZED)
    {
      bambu_call_doubt (task, answer, &refusal);
      return;
    }

  now = g_date_time_new_now_utc ();
  retry_after = bambu_http_get_retry_after (answer->headers, now);

  if (is_transient (answer->status) && bambu_call_retry (task, retry_after))
    return;

  bambu_call_refuse (task, bambu_http_map_status (answer->status), answer, &refusal, retry_after);
}

static void
bambu_call_failed (GTask  *task,
                   GError *error)
{
  BambuClient *client = g_task_get_source_object (task);

  if (g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT))
    bambu_client_reconnect (client);

  if (g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE) && bambu_call_retry (task, -1))
    g_error_free (error);
  else
    g_task_return_error (task, error);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) answer = bambu_exchange_send_finish (BAMBU_EXCHANGE (object), result, &error);
  g_autofree char *result_text = NULL;
  BambuCall *self = g_task_get_task_data (task);

  self->tries += bambu_exchange_get_repeats (BAMBU_EXCHANGE (object));
  result_text = answer != NULL ? g_strdup_printf ("status %u", answer->status) : g_strdup (error->message);
  g_debug ("%s %s: %s, after %" G_GINT64_FORMAT " ms",
           bambu_request_get_method (self->request),
           bambu_request_get_path (self->request),
           result_text,
           (g_get_monotonic_time () - self->started) / 1000);

  if (answer != NULL)
    bambu_call_answered (task, g_steal_pointer (&answer));
  else
    bambu_call_failed (task, g_steal_pointer (&error));
}

static void
bambu_call_try (GTask *task)
{
  BambuCall *self = g_task_get_task_data (task);
  BambuClient *client = g_task_get_source_object (task);
  g_autoptr(BambuExchange) exchange = bambu_client_create_exchange (client, self->request, self->token);

  self->tries++;
  self->started = g_get_monotonic_time ();
  bambu_exchange_send_async (exchange, g_task_get_priority (task), g_task_get_cancellable (task),
                             sent_cb, g_object_ref (task));
}

/**
 * bambu_call_async:
 * @client: a client
 * @request: what to ask
 * @cancellable: (nullable): a cancellable
 * @callback: called when there is an answer
 * @user_data: data for @callback
 *
 * Sends @request, again where that is safe and promises to help, until the cloud has answered it with success.
 */
void
bambu_call_async (BambuClient         *client,
                  BambuRequest        *request,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  BambuCall *self;

  g_return_if_fail (BAMBU_IS_CLIENT (client));
  g_return_if_fail (request != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (BambuCall, 1);
  self->request = bambu_request_ref (request);

  task = g_task_new (client, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_call_async);
  g_task_set_task_data (task, self, (GDestroyNotify) bambu_call_free);

  if (bambu_request_is_authorised (request))
    {
      if (!bambu_http_is_token (bambu_client_get_token (client)))
        {
          g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT,
                                   bambu_client_get_token (client) == NULL
                                   ? _("Nobody is signed in. Sign in first.")
                                   : _("What was given as the token cannot be one. Sign in again."));
          return;
        }

      self->token = g_strdup (bambu_client_get_token (client));
    }

  bambu_call_try (task);
}

/**
 * bambu_call_finish:
 * @client: a client
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_call_async().
 *
 * Returns: (transfer full): the answer, whose status is a success, or %NULL with @error set to a #BambuError or
 *   %G_IO_ERROR_CANCELLED
 */
BambuAnswer *
bambu_call_finish (BambuClient   *client,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
