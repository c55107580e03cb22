/* demo-exchange.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-exchange.h"

#include "demo-server.h"

/* What is shorter is sent as it is also to who takes gzip. */
#define MIN_COMPRESSED 256

/**
 * demo_exchange_new:
 * @server: what was asked; must outlive the exchange
 * @message: the request
 * @query: (nullable) (element-type utf8 utf8): its query
 *
 * Returns: (transfer full): an exchange that waits for its answer
 */
DemoExchange *
demo_exchange_new (DemoServer        *server,
                   SoupServerMessage *message,
                   GHashTable        *query)
{
  DemoExchange *self = g_rc_box_new0 (DemoExchange);
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  self->server = server;
  self->message = g_object_ref (message);
  self->path = g_uri_unescape_string (path, NULL);
  if (self->path == NULL || !g_utf8_validate (self->path, -1, NULL))
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  self->query = query != NULL ? g_hash_table_ref (query) : NULL;

  return self;
}

/**
 * demo_exchange_ref:
 * @self: an exchange
 *
 * Returns: (transfer full): @self
 */
DemoExchange *
demo_exchange_ref (DemoExchange *self)
{
  return g_rc_box_acquire (self);
}

static void
exchange_clear (gpointer data)
{
  DemoExchange *self = data;

  g_clear_pointer (&self->fault, demo_fault_free);
  g_clear_pointer (&self->body, json_object_unref);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_free (self->segment);
  g_free (self->path);
  g_object_unref (self->message);
}

/**
 * demo_exchange_unref:
 * @self: (transfer full): an exchange
 *
 * Lets go of an exchange.
 */
void
demo_exchange_unref (DemoExchange *self)
{
  g_rc_box_release_full (self, exchange_clear);
}

/**
 * demo_exchange_hold:
 * @self: an exchange
 *
 * Keeps the answer back until demo_exchange_release() was called as often as this.
 */
void
demo_exchange_hold (DemoExchange *self)
{
  g_return_if_fail (self != NULL);

  self->n_holds++;
}

/**
 * demo_exchange_release:
 * @self: an exchange
 *
 * Sends the answer, unless it is held by others still.
 */
void
demo_exchange_release (DemoExchange *self)
{
  g_return_if_fail (self != NULL && self->n_holds > 0);

  if (--self->n_holds > 0 || self->is_over)
    return;

  if (self->fault != NULL)
    demo_fault_finish (self->fault, self);

  demo_log_set_status (demo_server_get_log (self->server), self->serial,
                       soup_server_message_get_status (self->message));
  if (self->is_paused)
    soup_server_message_unpause (self->message);
}

/**
 * demo_exchange_return:
 * @self: an exchange
 *
 * Tells libsoup to wait, where the answer is held when the request's handler returns. (Its HTTP/2 server takes it badly
 * when a message is paused and unpaused before that.)
 */
void
demo_exchange_return (DemoExchange *self)
{
  g_return_if_fail (self != NULL);

  self->is_paused = self->n_holds > 0;
  if (self->is_paused)
    soup_server_message_pause (self->message);
}

/**
 * demo_exchange_end:
 * @self: an exchange
 *
 * Takes note that nobody waits for the answer any more.
 */
void
demo_exchange_end (DemoExchange *self)
{
  g_return_if_fail (self != NULL);

  self->is_over = TRUE;
  g_clear_handle_id (&self->delay_id, g_source_remove);
}

/**
 * demo_exchange_get_world:
 * @self: an exchange
 *
 * Returns: (transfer none): the world that is asked about
 */
DemoWorld *
demo_exchange_get_world (DemoExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return demo_server_get_world (self->server);
}

/**
 * demo_exchange_get_method:
 * @self: an exchange
 *
 * Returns: (transfer none): the request's method
 */
const char *
demo_exchange_get_method (DemoExchange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return soup_server_message_get_method (self->message);
}

/**
 * demo_exchange_get_query:
 * @self: an exchange
 * @name: a parameter's name
 *
 * Returns: (transfer none) (nullable): its value in the request's query
 */
const char *
demo_exchange_get_query (DemoExchange *self,
                         const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query != NULL ? g_hash_table_lookup (self->query, name) : NULL;
}

/**
 * demo_exchange_get_number:
 * @self: an exchange
 * @name: a parameter's name
 * @fallback: what to answer where it is missing or no number
 *
 * Returns: the parameter's value, where that is a number from 0
 */
gint64
demo_exchange_get_number (DemoExchange *self,
                          const char   *name,
                          gint64        fallback)
{
  const char *text = demo_exchange_get_query (self, name);
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &value, NULL))
    return fallback;

  return (gint64) value;
}

/**
 * demo_exchange_get_header:
 * @self: an exchange
 * @name: a header's name
 *
 * Returns: (transfer none) (nullable): its value in the request
 */
const char *
demo_exchange_get_header (DemoExchange *self,
                          const char   *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return soup_message_headers_get_one (soup_server_message_get_request_headers (self->message), name);
}

/**
 * demo_exchange_set_header:
 * @self: an exchange
 * @name: a header's name
 * @value: its value in the answer
 *
 * Sets a header of the answer.
 */
void
demo_exchange_set_header (DemoExchange *self,
                          const char   *name,
                          const char   *value)
{
  g_return_if_fail (self != NULL);

  soup_message_headers_replace (soup_server_message_get_response_headers (self->message), name, value);
}

/**
 * demo_exchange_add_header:
 * @self: an exchange
 * @name: a header's name
 * @value: one more value in the answer
 *
 * Adds to a header of the answer that may come more than once.
 */
void
demo_exchange_add_header (DemoExchange *self,
                          const char   *name,
                          const char   *value)
{
  g_return_if_fail (self != NULL);

  soup_message_headers_append (soup_server_message_get_response_headers (self->message), name, value);
}

static GBytes *
compress (GBytes *bytes)
{
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 5);
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, NULL) ||
      !g_output_stream_close (stream, NULL, NULL))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
takes_gzip (DemoExchange *self)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (self->message);

  return soup_message_headers_header_contains (headers, "Accept-Encoding", "gzip");
}

/**
 * demo_exchange_respond:
 * @self: an exchange
 * @status: the answer's status
 * @content_type: (nullable): what @body is
 * @body: (nullable): the answer
 *
 * Answers, and compresses text for who takes that.
 */
void
demo_exchange_respond (DemoExchange *self,
                       guint         status,
                       const char   *content_type,
                       GBytes       *body)
{
  g_autoptr(GBytes) compressed = NULL;
  gboolean is_text;

  g_return_if_fail (self != NULL);

  soup_server_message_set_status (self->message, status, NULL);
  if (content_type != NULL)
    demo_exchange_set_header (self, "Content-Type", content_type);

  if (body == NULL || g_bytes_get_size (body) == 0)
    return;

  is_text = content_type != NULL && !g_str_has_prefix (content_type, "image/") &&
            !g_str_has_prefix (content_type, "application/octet-stream");
  if (is_text && !self->is_raw)
    {
      demo_exchange_set_header (self, "Vary", "Accept-Encoding");
      if (g_bytes_get_size (body) >= MIN_COMPRESSED && takes_gzip (self))
        compressed = compress (body);
    }

  if (compressed != NULL)
    demo_exchange_set_header (self, "Content-Encoding", "gzip");

  soup_message_body_append_bytes (soup_server_message_get_response_body (self->message),
                                  compressed != NULL ? compressed : body);
}

/**
 * demo_exchange_respond_json:
 * @self: an exchange
 * @status: the answer's status
 * @json: (transfer full): the answer
 *
 * Answers with JSON.
 */
void
demo_exchange_respond_json (DemoExchange *self,
                            guint         status,
                            DemoJson     *json)
{
  g_autoptr(GBytes) bytes = demo_json_free_to_bytes (json);

  demo_exchange_respond (self, status, "application/json", bytes);
}

/**
 * demo_exchange_respond_error:
 * @self: an exchange
 * @status: the answer's status
 * @code: the cloud's own code
 * @error: what went wrong
 *
 * Fails as user-service does.
 */
void
demo_exchange_respond_error (DemoExchange *self,
                             guint         status,
                             int           code,
                             const char   *error)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "code", code);
  demo_json_add_string (json, "error", error);
  demo_json_add_string (json, "message", "");
  demo_json_end_object (json);
  demo_exchange_respond_json (self, status, json);
}

/**
 * demo_exchange_begin_iot:
 * @self: an exchange
 *
 * Begins an answer of iot-service: an object that says that all went well.
 *
 * Returns: (transfer full): where to write the rest of the object; to be given to demo_exchange_end_iot()
 */
DemoJson *
demo_exchange_begin_iot (DemoExchange *self)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "message", "success");
  demo_json_add_null (json, "code");
  demo_json_add_null (json, "error");

  return json;
}

/**
 * demo_exchange_end_iot:
 * @self: an exchange
 * @json: (transfer full): what demo_exchange_begin_iot() gave
 *
 * Ends an answer of iot-service and sends it.
 */
void
demo_exchange_end_iot (DemoExchange *self,
                       DemoJson     *json)
{
  demo_json_end_object (json);
  demo_exchange_respond_json (self, SOUP_STATUS_OK, json);
}

/**
 * demo_exchange_fail_iot:
 * @self: an exchange
 * @status: the answer's status
 * @code: the cloud's own code
 * @message: what went wrong
 * @error: its kind
 *
 * Fails as iot-service does.
 */
void
demo_exchange_fail_iot (DemoExchange *self,
                        guint         status,
                        int           code,
                        const char   *message,
                        const char   *error)
{
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "message", message);
  demo_json_add_int (json, "code", code);
  demo_json_add_string (json, "error", error);
  demo_json_end_object (json);
  demo_exchange_respond_json (self, status, json);
}

/**
 * demo_exchange_fail:
 * @self: an exchange
 * @status: the answer's status
 *
 * Fails as the service does that was asked, for no reason but @status.
 */
void
demo_exchange_fail (DemoExchange *self,
                    guint         status)
{
  const char *phrase = soup_status_get_phrase (status);

  g_return_if_fail (self != NULL);

  if (g_str_has_prefix (self->path, "/v1/iot-service/"))
    demo_exchange_fail_iot (self, status, (int) status, phrase, phrase);
  else
    demo_exchange_respond_error (self, status, (int) status, phrase);
}

/**
 * demo_exchange_miss_field:
 * @self: an exchange
 * @field: what the request lacks
 *
 * Answers a request that lacks something.
 */
void
demo_exchange_miss_field (DemoExchange *self,
                          const char   *field)
{
  g_autofree char *message = g_strdup_printf ("field '%s' is not set", field);

  demo_exchange_fail_iot (self, SOUP_STATUS_BAD_REQUEST, 1, message, "Bad request");
}

static char *
format_time (gint64      seconds,
             const char *format)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, format);
}

/**
 * demo_format_iso_time:
 * @seconds: since the epoch
 *
 * Returns: (transfer full): the time as user-service writes it
 */
char *
demo_format_iso_time (gint64 seconds)
{
  return format_time (seconds, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * demo_format_iot_time:
 * @seconds: since the epoch
 *
 * Returns: (transfer full): the time as iot-service writes it, in UTC
 */
char *
demo_format_iot_time (gint64 seconds)
{
  return format_time (seconds, "%Y-%m-%d %H:%M:%S");
}
