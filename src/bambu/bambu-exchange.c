/* bambu-exchange.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-exchange-private.h"

#include <glib/gi18n-lib.h>
#include "bambu-http.h"

#define MAX_REDIRECTS 5
#define READ_BYTES (64 * 1024)

G_DEFINE_FINAL_TYPE (BambuExchange, bambu_exchange, G_TYPE_OBJECT)

static void bambu_exchange_send (BambuExchange *self);
static void bambu_exchange_read (BambuExchange *self);

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);

  g_clear_pointer (source, g_source_unref);
}

/* Whoever waits is answered right away; what the network still has under way finds no task and goes quietly. */
static GTask *
bambu_exchange_end (BambuExchange *self)
{
  clear_source (&self->cancel_source);
  clear_source (&self->answer_source);
  clear_source (&self->connect_source);

  return g_steal_pointer (&self->task);
}

/* Left to its finalizer a stream would wait for the rest of the answer, or for the connection to take a farewell. */
static void
bambu_exchange_abandon_stream (BambuExchange *self)
{
  if (self->stream == NULL)
    return;

  g_cancellable_cancel (self->io);

  if (g_input_stream_has_pending (self->stream))
    return;

  g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, self->io, NULL, NULL);
  g_clear_object (&self->stream);
}

static gboolean
cancel_io_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

/*
 * Not right away: libsoup 3.6 loses count of its references to a request that is cancelled after its answer has come and
 * before it has told of it, which it does from the main loop, with the priority of the request. After that is early enough.
 */
static void
bambu_exchange_abandon_request (BambuExchange *self,
                                int            priority)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, priority + 1);
  g_source_set_callback (source, cancel_io_cb, g_object_ref (self->io), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
bambu_exchange_fail (BambuExchange *self,
                     GError        *error)
{
  g_autoptr(GTask) task = bambu_exchange_end (self);

  if (self->stream != NULL)
    bambu_exchange_abandon_stream (self);
  else if (self->started)
    bambu_exchange_abandon_request (self, g_task_get_priority (task));
  else
    g_cancellable_cancel (self->io);

  g_task_return_error (task, error);
}

static void
bambu_exchange_fail_io (BambuExchange *self,
                        const GError  *error)
{
  bambu_exchange_fail (self, bambu_http_describe_io (error, g_uri_get_host (self->uri),
                                                     soup_message_get_tls_peer_certificate_errors (self->message)));
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  BambuExchange *self = user_data;

  g_assert (BAMBU_IS_EXCHANGE (self));

  bambu_exchange_fail (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The request was cancelled."));

  return G_SOURCE_REMOVE;
}

static gboolean
answer_timed_out_cb (gpointer user_data)
{
  BambuExchange *self = user_data;

  g_assert (BAMBU_IS_EXCHANGE (self));

  bambu_exchange_fail (self, g_error_new (BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT,
                                          _("%s did not answer in time. Try again."), g_uri_get_host (self->uri)));

  return G_SOURCE_REMOVE;
}

static gboolean
connect_timed_out_cb (gpointer user_data)
{
  BambuExchange *self = user_data;

  g_assert (BAMBU_IS_EXCHANGE (self));

  bambu_exchange_fail (self, g_error_new (BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT,
                                          _("%s cannot be reached: the connection took too long. "
                                            "Check this computer’s network."), g_uri_get_host (self->uri)));

  return G_SOURCE_REMOVE;
}

static GSource *
bambu_exchange_add_timeout (BambuExchange *self,
                            guint          milliseconds,
                            GSourceFunc    callback)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, callback, self, NULL);
  g_source_attach (source, g_task_get_context (self->task));

  return source;
}

/* Waiting in the session's queue for a free connection is not connecting: the limit begins with the first step. */
static void
network_event_cb (BambuExchange      *self,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  SoupMessage        *message)
{
  g_assert (BAMBU_IS_EXCHANGE (self));

  if (self->task == NULL || message != self->message || self->connect_source != NULL)
    return;

  if (event == G_SOCKET_CLIENT_RESOLVING || event == G_SOCKET_CLIENT_CONNECTING)
    self->connect_source = bambu_exchange_add_timeout (self, self->limits.connect_ms, connect_timed_out_cb);
}

static void
starting_cb (BambuExchange *self,
             SoupMessage   *message)
{
  g_assert (BAMBU_IS_EXCHANGE (self));

  if (message != self->message)
    return;

  self->started = TRUE;
  clear_source (&self->connect_source);
}

/* The session itself tries again when a connection that it kept turns out to be closed. */
static void
restarted_cb (BambuExchange *self,
              SoupMessage   *message)
{
  g_assert (BAMBU_IS_EXCHANGE (self));

  if (message == self->message)
    self->repeats++;
}

static void
copy_header_cb (const char *name,
                const char *value,
                gpointer    user_data)
{
  soup_message_headers_append (user_data, name, value);
}

static void
bambu_exchange_follow (BambuExchange *self)
{
  guint status = soup_message_get_status (self->message);
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) uri = NULL;

  if (++self->redirects > MAX_REDIRECTS)
    {
      bambu_exchange_fail (self, g_error_new_literal (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                                                      _("The cloud keeps sending the request on to other addresses.")));
      return;
    }

  if (!(uri = bambu_http_follow (self->uri, location, &error)))
    {
      bambu_exchange_fail (self, g_steal_pointer (&error));
      return;
    }

  /* For good: the next host may send us back, and must not be able to choose what the token is used for. */
  if (!bambu_http_is_same_origin (self->uri, uri))
    self->trusted = FALSE;

  if (!g_str_equal (self->method, "GET") &&
      status != SOUP_STATUS_TEMPORARY_REDIRECT && status != SOUP_STATUS_PERMANENT_REDIRECT)
    {
      g_clear_pointer (&self->method, g_free);
      self->method = g_strdup ("GET");
      g_clear_pointer (&self->body, g_bytes_unref);
    }

  if (self->body != NULL && !self->trusted)
    {
      bambu_exchange_fail (self, g_error_new_literal (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                                                      _("The cloud wanted what was sent to go to another host.")));
      return;
    }

  g_uri_unref (self->uri);
  self->uri = g_steal_pointer (&uri);
  bambu_exchange_send (self);
}

static void
bambu_exchange_collect_cookies (BambuExchange *self)
{
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  if (!self->trusted)
    return;

  soup_message_headers_iter_init (&iter, soup_message_get_response_headers (self->message));

  while (soup_message_headers_iter_next (&iter, &name, &value))
    {
      if (g_ascii_strcasecmp (name, "Set-Cookie") == 0)
        g_strv_builder_add (self->cookies, value);
    }
}

static void
bambu_exchange_succeed (BambuExchange *self)
{
  BambuAnswer *answer = g_new0 (BambuAnswer, 1);
  g_autoptr(GTask) task = NULL;

  answer->status = soup_message_get_status (self->message);
  answer->headers = soup_message_headers_ref (soup_message_get_response_headers (self->message));
  answer->cookies = g_strv_builder_end (self->cookies);
  answer->body = g_byte_array_free_to_bytes (g_steal_pointer (&self->received));
  answer->version = soup_message_get_http_version (self->message);
  answer->trusted = self->trusted;

  task = bambu_exchange_end (self);
  g_task_return_pointer (task, answer, (GDestroyNotify) bambu_answer_free);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BambuExchange) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);

  if (self->task == NULL)
    {
      bambu_exchange_abandon_stream (self);
      return;
    }

  if (bytes == NULL)
    {
      bambu_exchange_fail_io (self, error);
    }
  else if (g_bytes_get_size (bytes) > self->limits.max_bytes - self->received->len)
    {
      bambu_exchange_fail (self, g_error_new (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                                              _("The answer of %s is too large to be right."),
                                              g_uri_get_host (self->uri)));
    }
  else if (g_bytes_get_size (bytes) > 0)
    {
      g_byte_array_append (self->received, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      bambu_exchange_read (self);
    }
  else
    {
      /* Gives the connection back to the session for the next request. */
      g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
      g_clear_object (&self->stream);
      bambu_exchange_collect_cookies (self);

      if (bambu_http_is_redirect (soup_message_get_status (self->message)))
        bambu_exchange_follow (self);
      else
        bambu_exchange_succeed (self);
    }
}

static void
bambu_exchange_read (BambuExchange *self)
{
  g_input_stream_read_bytes_async (self->stream, READ_BYTES, g_task_get_priority (self->task), self->io,
                                   read_cb, g_object_ref (self));
}

static void
send_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(BambuExchange) self = user_data;
  g_autoptr(GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);

  if (self->task == NULL)
    {
      bambu_exchange_abandon_stream (self);
      return;
    }

  if (self->stream == NULL)
    {
      bambu_exchange_fail_io (self, error);
      return;
    }

  clear_source (&self->connect_source);
  g_clear_pointer (&self->received, g_byte_array_unref);
  self->received = g_byte_array_new ();
  bambu_exchange_read (self);
}

static void
bambu_exchange_send (BambuExchange *self)
{
  SoupMessageHeaders *headers;

  self->started = FALSE;
  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri (self->method, self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);

  /* On a connection of its own the session never sends it a second time. */
  if (!g_str_equal (self->method, "GET"))
    soup_message_add_flags (self->message, SOUP_MESSAGE_NEW_CONNECTION);

  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_foreach (self->headers, copy_header_cb, headers);

  if (self->trusted)
    soup_message_headers_foreach (self->private_headers, copy_header_cb, headers);

  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (self->message, self->content_type, self->body);

  g_signal_connect_object (self->message, "network-event", G_CALLBACK (network_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->message, "starting", G_CALLBACK (starting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->message, "restarted", G_CALLBACK (restarted_cb), self, G_CONNECT_SWAPPED);

  soup_session_send_async (self->session, self->message, g_task_get_priority (self->task), self->io,
                           send_cb, g_object_ref (self));
}

static void
bambu_exchange_finalize (GObject *object)
{
  BambuExchange *self = (BambuExchange *) object;

  g_assert (self->task == NULL);

  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_clear_object (&self->io);
  g_clear_object (&self->session);
  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->private_headers, soup_message_headers_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->received, g_byte_array_unref);
  g_clear_pointer (&self->cookies, g_strv_builder_unref);

  G_OBJECT_CLASS (bambu_exchange_parent_class)->finalize (object);
}

static void
bambu_exchange_class_init (BambuExchangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_exchange_finalize;
}

static void
bambu_exchange_init (BambuExchange *self)
{
  self->io = g_cancellable_new ();
  self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  self->private_headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  self->cookies = g_strv_builder_new ();
  self->trusted = TRUE;
}

/**
 * bambu_exchange_get_repeats:
 * @self: an exchange
 *
 * Returns: how often the session sent the request again by itself
 */
guint
bambu_exchange_get_repeats (BambuExchange *self)
{
  g_return_val_if_fail (BAMBU_IS_EXCHANGE (self), 0);

  return self->repeats;
}

/**
 * bambu_exchange_send_async:
 * @self: an exchange that was not sent yet
 * @io_priority: a priority for the main loop
 * @cancellable: (nullable): a cancellable
 * @callback: called when it has ended
 * @user_data: data for @callback
 *
 * Sends the request and reads its answer.
 */
void
bambu_exchange_send_async (BambuExchange       *self,
                           int                  io_priority,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BAMBU_IS_EXCHANGE (self));
  g_return_if_fail (self->message == NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_exchange_send_async);
  g_task_set_priority (task, io_priority);

  if (g_task_return_error_if_cancelled (task))
    return;

  self->task = g_steal_pointer (&task);
  self->answer_source = bambu_exchange_add_timeout (self, self->limits.answer_ms, answer_timed_out_cb);

  if (cancellable != NULL)
    {
      self->cancel_source = g_cancellable_source_new (cancellable);
      g_source_set_static_name (self->cancel_source, "bambu-exchange-cancel");
      g_source_set_callback (self->cancel_source, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancel_source, g_task_get_context (self->task));
    }

  bambu_exchange_send (self);
}

/**
 * bambu_exchange_send_finish:
 * @self: an exchange
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_exchange_send_async().
 *
 * Returns: (transfer full): the answer, whatever its status, or %NULL with @error set: %BAMBU_ERROR_OFFLINE,
 *   %BAMBU_ERROR_TIMED_OUT, %BAMBU_ERROR_PROTOCOL or %G_IO_ERROR_CANCELLED
 */
BambuAnswer *
bambu_exchange_send_finish (BambuExchange  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (BAMBU_IS_EXCHANGE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
