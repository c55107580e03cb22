/* fake-cloud.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdarg.h>

#include "fake-cloud.h"

typedef struct
{
  guint               status;  /* 0: raw */
  gboolean            never;
  SoupMessageHeaders *headers;
  GBytes             *body;
  FakeEnd             end;

} FakeReply;

typedef struct
{
  GIOStream *stream;
  guint      source;
} FakeTrickle;

struct _FakeCloud
{
  SoupServer *server;
  char       *url;
  guint       port;
  GQueue      replies;
  GHashTable *routes;     /* path to FakeReply */
  GPtrArray  *requests;
  GHashTable *sockets;
  GPtrArray  *held;
};

static void
fake_reply_free (FakeReply *self)
{
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_bytes_unref (self->body);
  g_free (self);
}

static void
fake_request_free (FakeRequest *self)
{
  g_free (self->method);
  g_free (self->path);
  g_free (self->query);
  g_free (self->authorization);
  g_free (self->body);
  soup_message_headers_unref (self->headers);
  g_free (self);
}

static void
fake_trickle_free (FakeTrickle *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_object_unref (self->stream);
  g_free (self);
}

static gboolean
trickle_cb (gpointer user_data)
{
  FakeTrickle *self = user_data;

  if (g_output_stream_write (g_io_stream_get_output_stream (self->stream), " ", 1, NULL, NULL) == 1)
    return G_SOURCE_CONTINUE;

  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
answer_raw (FakeCloud         *self,
            FakeReply         *reply,
            SoupServerMessage *message)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  FakeTrickle *trickle;
  gsize length;
  const char *bytes = g_bytes_get_data (reply->body, &length);

  g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL);

  if (reply->end == FAKE_END_CLOSE)
    {
      g_io_stream_close (stream, NULL, NULL);
      return;
    }

  trickle = g_new0 (FakeTrickle, 1);
  trickle->stream = g_steal_pointer (&stream);
  g_ptr_array_add (self->held, trickle);

  if (reply->end == FAKE_END_TRICKLE)
    trickle->source = g_timeout_add (10, trickle_cb, trickle);
}

static void
copy_header_cb (const char *name,
                const char *value,
                gpointer    user_data)
{
  soup_message_headers_append (user_data, name, value);
}

static void
remember (FakeCloud         *self,
          SoupServerMessage *message,
          const char        *path)
{
  FakeRequest *request = g_new0 (FakeRequest, 1);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (soup_server_message_get_uri (message)));
  request->query = g_strdup (g_uri_get_query (soup_server_message_get_uri (message)));
  request->authorization = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  request->body = g_strndup (body->data != NULL ? body->data : "", body->length);
  request->headers = soup_message_headers_ref (headers);
  request->version = soup_server_message_get_http_version (message);
  request->time = g_get_monotonic_time ();
  g_ptr_array_add (self->requests, request);
  g_hash_table_add (self->sockets, g_object_ref (soup_server_message_get_socket (message)));
}

static void
server_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  FakeCloud *self = user_data;
  FakeReply *route = g_hash_table_lookup (self->routes, path);
  FakeReply *reply = route != NULL ? route : g_queue_peek_head (&self->replies);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gsize length;
  const char *body;

  remember (self, message, path);

  if (reply == NULL)
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{}", 2);
      return;
    }

  if (reply->never)
    {
      soup_server_message_pause (message);
    }
  else if (reply->status == 0)
    {
      answer_raw (self, reply, message);
    }
  else
    {
      soup_server_message_set_status (message, reply->status, NULL);
      soup_message_headers_foreach (reply->headers, copy_header_cb, headers);
      body = g_bytes_get_data (reply->body, &length);
      soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_COPY, body, length);
    }

  if (route == NULL && g_queue_get_length (&self->replies) > 1)
    fake_reply_free (g_queue_pop_head (&self->replies));
}

FakeCloud *
fake_cloud_new (void)
{
  return fake_cloud_new_tls (NULL);
}

FakeCloud *
fake_cloud_new_tls (GTlsCertificate *certificate)
{
  FakeCloud *self = g_new0 (FakeCloud, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) fake_request_free);
  self->routes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) fake_reply_free);
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) fake_trickle_free);
  self->sockets = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  soup_server_add_handler (self->server, NULL, server_cb, self, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY | (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->port = g_uri_get_port (uris->data);
  self->url = g_strdup_printf ("%s://127.0.0.1:%u", g_uri_get_scheme (uris->data), self->port);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
fake_cloud_free (FakeCloud *self)
{
  fake_cloud_reset (self);
  g_ptr_array_unref (self->requests);
  g_ptr_array_unref (self->held);
  g_hash_table_unref (self->sockets);
  g_hash_table_unref (self->routes);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self->url);
  g_free (self);
}

const char *
fake_cloud_get_url (FakeCloud *self)
{
  return self->url;
}

guint
fake_cloud_get_port (FakeCloud *self)
{
  return self->port;
}

void
fake_cloud_reset (FakeCloud *self)
{
  g_queue_clear_full (&self->replies, (GDestroyNotify) fake_reply_free);
  g_hash_table_remove_all (self->routes);
  g_ptr_array_set_size (self->requests, 0);
  g_ptr_array_set_size (self->held, 0);
  g_hash_table_remove_all (self->sockets);
}

static void
fake_cloud_push (FakeCloud *self,
                 guint      status,
                 GBytes    *body,
                 va_list    args)
{
  FakeReply *reply = g_new0 (FakeReply, 1);
  const char *name;

  reply->status = status;
  reply->body = g_bytes_ref (body);
  reply->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  while ((name = va_arg (args, const char *)))
    soup_message_headers_append (reply->headers, name, va_arg (args, const char *));

  if (soup_message_headers_get_one (reply->headers, "Content-Type") == NULL)
    soup_message_headers_append (reply->headers, "Content-Type", "application/json");

  g_queue_push_tail (&self->replies, reply);
}

void
fake_cloud_reply (FakeCloud  *self,
                  guint       status,
                  const char *body,
                  ...)
{
  g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));
  va_list args;

  va_start (args, body);
  fake_cloud_push (self, status, bytes, args);
  va_end (args);
}

void
fake_cloud_reply_bytes (FakeCloud *self,
                        guint      status,
                        GBytes    *body,
                        ...)
{
  va_list args;

  va_start (args, body);
  fake_cloud_push (self, status, body, args);
  va_end (args);
}

void
fake_cloud_route (FakeCloud  *self,
                  const char *path,
                  guint       status,
                  const char *body)
{
  FakeReply *reply = g_new0 (FakeReply, 1);

  reply->status = status;
  reply->body = g_bytes_new (body, strlen (body));
  reply->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  soup_message_headers_append (reply->headers, "Content-Type", "application/json");
  g_hash_table_replace (self->routes, g_strdup (path), reply);
}

void
fake_cloud_reply_raw (FakeCloud  *self,
                      const char *bytes,
                      FakeEnd     end)
{
  FakeReply *reply = g_new0 (FakeReply, 1);

  reply->body = g_bytes_new (bytes, strlen (bytes));
  reply->end = end;
  g_queue_push_tail (&self->replies, reply);
}

void
fake_cloud_reply_never (FakeCloud *self)
{
  FakeReply *reply = g_new0 (FakeReply, 1);

  reply->body = g_bytes_new_static ("", 0);
  reply->never = TRUE;
  g_queue_push_tail (&self->replies, reply);
}

guint
fake_cloud_get_count (FakeCloud *self)
{
  return self->requests->len;
}

FakeRequest *
fake_cloud_get_request (FakeCloud *self,
                        guint      index)
{
  g_assert_cmpuint (index, <, self->requests->len);

  return g_ptr_array_index (self->requests, index);
}

guint
fake_cloud_get_sockets (FakeCloud *self)
{
  return g_hash_table_size (self->sockets);
}

BambuClient *
fake_cloud_create_client (FakeCloud *self)
{
  static const BambuLimits limits = { .connect_ms = 20000, .answer_ms = 20000, .max_bytes = 1024 * 1024 };
  g_autoptr(GError) error = NULL;
  BambuClient *client = bambu_client_new (BAMBU_REGION_GLOBAL, self->url, self->url, &error);

  g_assert_no_error (error);
  bambu_client_set_limits (client, &limits, 20);
  bambu_client_set_token (client, "secret-token");

  return client;
}
