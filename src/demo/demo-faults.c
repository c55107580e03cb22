/* demo-faults.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-faults.h"

/* How long a connection stays open for what is under way. */
#define FLUSH_MS 50

struct _DemoFaults
{
  GPtrArray *faults; /* of DemoFault */
};

/**
 * demo_fault_free:
 * @self: (transfer full): a fault
 *
 * Frees a fault.
 */
void
demo_fault_free (DemoFault *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->method);
  g_free (self->path);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_free (self->body);
  g_free (self->redirect);
  g_free (self);
}

static DemoFault *
fault_copy (DemoFault *self)
{
  DemoFault *copy = g_memdup2 (self, sizeof *self);

  copy->method = g_strdup (self->method);
  copy->path = g_strdup (self->path);
  copy->headers = self->headers != NULL ? g_hash_table_ref (self->headers) : NULL;
  copy->body = g_strdup (self->body);
  copy->redirect = g_strdup (self->redirect);

  return copy;
}

/**
 * demo_faults_new:
 *
 * Returns: (transfer full): no faults
 */
DemoFaults *
demo_faults_new (void)
{
  DemoFaults *self = g_new0 (DemoFaults, 1);

  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_fault_free);

  return self;
}

/**
 * demo_faults_free:
 * @self: (transfer full): faults
 *
 * Frees all faults.
 */
void
demo_faults_free (DemoFaults *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * demo_faults_clear:
 * @self: faults
 *
 * Ends all faults.
 */
void
demo_faults_clear (DemoFaults *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->faults, 0);
}

static gboolean
read_headers (DemoFault   *fault,
              JsonObject  *object,
              GError     **error)
{
  g_autoptr(GList) members = json_object_get_members (object);

  fault->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (const GList *iter = members; iter != NULL; iter = iter->next)
    {
      const char *value = demo_json_get_string (object, iter->data, NULL);

      if (value == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "The header “%s” is not a string",
                       (const char *) iter->data);
          return FALSE;
        }

      g_hash_table_insert (fault->headers, g_strdup (iter->data), g_strdup (value));
    }

  return TRUE;
}

/* A fault that is misspelt would never happen, and the test that relies on it would pass for no reason. */
static gboolean
check_members (JsonObject  *object,
               GError     **error)
{
  static const char * const known[] = {
    "method", "path", "status", "headers", "body", "redirect", "delay_ms", "drop_after", "times", NULL
  };
  g_autoptr(GList) members = json_object_get_members (object);

  for (const GList *iter = members; iter != NULL; iter = iter->next)
    {
      if (!g_strv_contains (known, iter->data))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "A fault has no member “%s”",
                       (const char *) iter->data);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * demo_faults_add:
 * @self: faults
 * @object: the fault, as a client describes it
 * @error: where to say what is wrong with the description
 *
 * Adds a fault.
 *
 * Returns: whether it was added
 */
gboolean
demo_faults_add (DemoFaults  *self,
                 JsonObject  *object,
                 GError     **error)
{
  g_autoptr(DemoFault) fault = NULL;
  JsonObject *headers;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (object != NULL, FALSE);

  if (!check_members (object, error))
    return FALSE;

  fault = g_new0 (DemoFault, 1);
  fault->method = g_strdup (demo_json_get_string (object, "method", NULL));
  fault->path = g_strdup (demo_json_get_string (object, "path", NULL));
  fault->status = (guint) CLAMP (demo_json_get_int (object, "status", 0), 0, 999);
  fault->body = g_strdup (demo_json_get_string (object, "body", NULL));
  fault->redirect = g_strdup (demo_json_get_string (object, "redirect", NULL));
  fault->delay_ms = (guint) CLAMP (demo_json_get_int (object, "delay_ms", 0), 0, G_MAXINT);
  fault->drop_after = demo_json_get_int (object, "drop_after", -1);
  fault->times = demo_json_get_int (object, "times", -1);

  if (fault->status != 0 && fault->status < 200)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "No answer ends with status %u", fault->status);
      return FALSE;
    }

  headers = demo_json_get_object (object, "headers");
  if (headers != NULL && !read_headers (fault, headers, error))
    return FALSE;

  g_ptr_array_add (self->faults, g_steal_pointer (&fault));

  return TRUE;
}

static gboolean
matches (DemoFault  *fault,
         const char *method,
         const char *path,
         const char *query)
{
  g_autofree char *full = NULL;

  if (fault->method != NULL && g_ascii_strcasecmp (fault->method, method) != 0)
    return FALSE;

  if (fault->path == NULL || g_pattern_match_simple (fault->path, path))
    return TRUE;

  full = g_strconcat (path, "?", query, NULL);

  return query != NULL && g_pattern_match_simple (fault->path, full);
}

/**
 * demo_faults_take:
 * @self: faults
 * @method: a request's method
 * @path: its path
 * @query: (nullable): its query
 *
 * Looks for the fault that a request gets: the first of those that match. A fault that has happened as often as it
 * should is gone.
 *
 * Returns: (transfer full) (nullable): the fault, if there is one
 */
DemoFault *
demo_faults_take (DemoFaults *self,
                  const char *method,
                  const char *path,
                  const char *query)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (method != NULL && path != NULL, NULL);

  for (guint i = 0; i < self->faults->len; i++)
    {
      DemoFault *fault = g_ptr_array_index (self->faults, i);
      DemoFault *copy;

      if (fault->times == 0 || !matches (fault, method, path, query))
        continue;

      copy = fault_copy (fault);
      if (fault->times > 0 && --fault->times == 0)
        g_ptr_array_remove_index (self->faults, i);

      return copy;
    }

  return NULL;
}

/**
 * demo_faults_write:
 * @self: faults
 * @json: where to write to
 *
 * Writes the member "faults": those that are still to happen.
 */
void
demo_faults_write (DemoFaults *self,
                   DemoJson   *json)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  demo_json_begin_array (json, "faults");
  for (guint i = 0; i < self->faults->len; i++)
    {
      const DemoFault *fault = g_ptr_array_index (self->faults, i);

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "method", fault->method);
      demo_json_add_string (json, "path", fault->path);
      demo_json_add_int (json, "status", fault->status);
      demo_json_add_int (json, "times", fault->times);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
}

/**
 * demo_fault_answers:
 * @self: a fault
 *
 * Returns: whether the fault is an answer by itself, rather than something that happens to the true one
 */
gboolean
demo_fault_answers (DemoFault *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->status != 0 || self->body != NULL || self->redirect != NULL;
}

/**
 * demo_fault_answer:
 * @self: a fault that is an answer
 * @exchange: the request
 *
 * Answers with the fault: an error without a body looks as the cloud's own do.
 */
void
demo_fault_answer (DemoFault    *self,
                   DemoExchange *exchange)
{
  g_autoptr(GBytes) body = NULL;
  guint status;

  g_return_if_fail (self != NULL);
  g_return_if_fail (exchange != NULL);

  status = self->status != 0 ? self->status : self->redirect != NULL ? SOUP_STATUS_FOUND : SOUP_STATUS_OK;

  if (self->body == NULL && status >= 400)
    {
      demo_exchange_fail (exchange, status);
      return;
    }

  if (self->redirect != NULL)
    demo_exchange_set_header (exchange, "Location", self->redirect);

  body = g_bytes_new_static ("", 0);
  if (self->body != NULL)
    {
      g_bytes_unref (body);
      body = g_bytes_new (self->body, strlen (self->body));
    }

  exchange->is_raw = self->headers != NULL && g_hash_table_contains (self->headers, "Content-Encoding");
  demo_exchange_respond (exchange, status,
                         self->body != NULL && self->body[0] == '<' ? "text/html; charset=UTF-8" : "application/json",
                         body);
}

static gboolean
cut_cb (gpointer user_data)
{
  g_socket_shutdown (user_data, TRUE, TRUE, NULL);

  return G_SOURCE_REMOVE;
}

/* libsoup speaks of what it wrote over HTTP/2 when that is still in its buffers. */
static void
cut_connection (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket == NULL)
    return;

  if (soup_server_message_get_http_version (message) == SOUP_HTTP_2_0)
    g_timeout_add_full (G_PRIORITY_LOW, FLUSH_MS, cut_cb, g_object_ref (socket), g_object_unref);
  else
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static void
wrote_body_data_cb (SoupServerMessage *message,
                    guint              size,
                    gpointer           user_data)
{
  gint64 *left = user_data;

  *left -= size;
  if (*left <= 0)
    cut_connection (message);
}

static void
wrote_headers_cb (SoupServerMessage *message,
                  gpointer           user_data)
{
  const gint64 *left = user_data;

  if (*left <= 0)
    cut_connection (message);
}

static void
free_left (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static void
prepare_drop (DemoFault    *self,
              DemoExchange *exchange)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (exchange->message);
  SoupMessageBody *body = soup_server_message_get_response_body (exchange->message);
  g_autoptr(GBytes) all = soup_message_body_flatten (body);
  g_autoptr(GBytes) part = NULL;
  gint64 *left;

  if ((gsize) self->drop_after >= g_bytes_get_size (all))
    return;

  soup_message_headers_set_content_length (headers, (goffset) g_bytes_get_size (all));
  soup_message_body_truncate (body);
  if (self->drop_after > 0)
    {
      part = g_bytes_new_from_bytes (all, 0, (gsize) self->drop_after);
      soup_message_body_append_bytes (body, part);
    }

  left = g_new (gint64, 1);
  *left = self->drop_after;
  g_signal_connect_data (exchange->message, "wrote-body-data", G_CALLBACK (wrote_body_data_cb), left, free_left, 0);
  g_signal_connect (exchange->message, "wrote-headers", G_CALLBACK (wrote_headers_cb), left);
}

/**
 * demo_fault_finish:
 * @self: a fault
 * @exchange: a request whose answer is ready, but not yet on its way
 *
 * Puts the fault's headers into the answer and, where the fault says so, prepares to cut the connection in the middle
 * of it; the answer's own headers promise all of it.
 */
void
demo_fault_finish (DemoFault    *self,
                   DemoExchange *exchange)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  g_return_if_fail (self != NULL);
  g_return_if_fail (exchange != NULL);

  if (self->headers != NULL)
    {
      g_hash_table_iter_init (&iter, self->headers);
      while (g_hash_table_iter_next (&iter, &name, &value))
        demo_exchange_set_header (exchange, name, value);
    }

  if (self->drop_after >= 0)
    prepare_drop (self, exchange);
}
