/* bambu-request.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json.h"

#include <glib/gi18n-lib.h>
#include "bambu-request-private.h"
#include "bambu-secret.h"

struct _BambuRequest
{
  gatomicrefcount   ref_count;
  BambuHost         host;
  GUri             *uri;       /* of a file */
  const char       *method;
  GString          *path;
  GString          *query;
  GPtrArray        *headers;   /* names and values in turn; the values may be secret */
  GBytes           *body;
  BambuRefusalFunc  refusal;
  guint             anonymous : 1;
};

G_DEFINE_BOXED_TYPE (BambuRequest, bambu_request, bambu_request_ref, bambu_request_unref)

/**
 * bambu_request_new:
 * @host: whom it is for
 * @method: an HTTP method, a static string
 * @path: the path, already encoded
 *
 * Returns: (transfer full): a request without query, headers or body
 */
BambuRequest *
bambu_request_new (BambuHost   host,
                   const char *method,
                   const char *path)
{
  BambuRequest *self;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (path != NULL && *path == '/', NULL);

  self = g_new0 (BambuRequest, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->host = host;
  self->method = method;
  self->path = g_string_new (path);
  self->query = g_string_new (NULL);
  self->headers = g_ptr_array_new_with_free_func ((GDestroyNotify) bambu_secret_free);

  return self;
}

/**
 * bambu_request_new_for_file:
 * @uri: where the file is
 *
 * Returns: (transfer full): a request for a file that the cloud gave the address of, or the user did
 */
BambuRequest *
bambu_request_new_for_file (GUri *uri)
{
  BambuRequest *self;
  const char *path;

  g_return_val_if_fail (uri != NULL, NULL);

  path = g_uri_get_path (uri);
  self = bambu_request_new (BAMBU_HOST_FILE, "GET", *path == '/' ? path : "/");
  self->uri = g_uri_ref (uri);

  return self;
}

/**
 * bambu_request_ref:
 * @self: a request
 *
 * Returns: (transfer full): @self
 */
BambuRequest *
bambu_request_ref (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * bambu_request_unref:
 * @self: (transfer full): a request
 *
 * Lets go of @self.
 */
void
bambu_request_unref (BambuRequest *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_string_free (self->path, TRUE);
  g_string_free (self->query, TRUE);
  g_ptr_array_unref (self->headers);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_free (self);
}

/* A segment of only dots would be taken for a step up the path. */
static char *
escape_segment (const char *segment)
{
  if (g_str_equal (segment, "."))
    return g_strdup ("%2E");

  if (g_str_equal (segment, ".."))
    return g_strdup ("%2E%2E");

  return g_uri_escape_string (segment, NULL, FALSE);
}

/**
 * bambu_request_add_segment:
 * @self: a request
 * @segment: an id, which may hold anything
 *
 * Lets the path go on with a slash and @segment.
 */
void
bambu_request_add_segment (BambuRequest *self,
                           const char   *segment)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (segment != NULL);

  escaped = escape_segment (segment);
  g_string_append_printf (self->path, "/%s", escaped);
}

/**
 * bambu_request_add_query:
 * @self: a request
 * @name: a parameter's name
 * @value: its value, which may hold anything
 *
 * Adds a parameter.
 */
void
bambu_request_add_query (BambuRequest *self,
                         const char   *name,
                         const char   *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  if (self->query->len > 0)
    g_string_append_c (self->query, '&');

  g_string_append_uri_escaped (self->query, name, NULL, FALSE);
  g_string_append_c (self->query, '=');
  g_string_append_uri_escaped (self->query, value, NULL, FALSE);
}

/**
 * bambu_request_add_header:
 * @self: a request
 * @name: a header's name
 * @value: its value, without line breaks
 *
 * Adds a header for the host alone: it is not sent along to where the host redirects.
 */
void
bambu_request_add_header (BambuRequest *self,
                          const char   *name,
                          const char   *value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL && strpbrk (value, "\r\n") == NULL);

  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

/**
 * bambu_request_take_body:
 * @self: a request
 * @json: (transfer full): a JSON document
 *
 * Sets what is sent.
 */
void
bambu_request_take_body (BambuRequest *self,
                         GBytes       *json)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = json;
}

/**
 * bambu_request_set_anonymous:
 * @self: a request
 *
 * Has @self sent without the token, also to the API: for the sign-in.
 */
void
bambu_request_set_anonymous (BambuRequest *self)
{
  g_return_if_fail (self != NULL);

  self->anonymous = TRUE;
}

/**
 * bambu_request_set_refusal:
 * @self: a request
 * @refusal: what tells the meaning of a refusal
 *
 * Gives refusals of @self a meaning of their own.
 */
void
bambu_request_set_refusal (BambuRequest     *self,
                           BambuRefusalFunc  refusal)
{
  g_return_if_fail (self != NULL);

  self->refusal = refusal;
}

BambuHost
bambu_request_get_host (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, BAMBU_HOST_API);

  return self->host;
}

const char *
bambu_request_get_method (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->method;
}

/**
 * bambu_request_get_uri:
 * @self: a request
 *
 * Returns: (transfer none) (nullable): the whole address of a file, or %NULL where path and query go to one of the
 *   region's hosts
 */
GUri *
bambu_request_get_uri (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uri;
}

/**
 * bambu_request_get_path:
 * @self: a request
 *
 * Returns: (transfer none): the path, encoded; it starts with a slash
 */
const char *
bambu_request_get_path (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path->str;
}

/**
 * bambu_request_get_query:
 * @self: a request
 *
 * Returns: (transfer none) (nullable): the query, encoded, or %NULL where there is none
 */
const char *
bambu_request_get_query (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query->len > 0 ? self->query->str : NULL;
}

/**
 * bambu_request_get_body:
 * @self: a request
 *
 * Returns: (transfer none) (nullable): the JSON that is sent, if any
 */
GBytes *
bambu_request_get_body (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

/**
 * bambu_request_is_authorised:
 * @self: a request
 *
 * Returns: whether the token goes along
 */
gboolean
bambu_request_is_authorised (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->host == BAMBU_HOST_API && !self->anonymous;
}

/**
 * bambu_request_is_repeatable:
 * @self: a request
 *
 * Returns: whether sending @self twice does no more than sending it once
 */
gboolean
bambu_request_is_repeatable (BambuRequest *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->method, "GET");
}

/**
 * bambu_request_refusal:
 * @self: a request
 * @status: the HTTP status that it was refused with
 * @code: the cloud's own error code, or -1
 *
 * Returns: the #BambuError that this means to @self, or -1 for what it means in general
 */
int
bambu_request_refusal (BambuRequest *self,
                       guint         status,
                       gint64        code)
{
  g_return_val_if_fail (self != NULL, -1);

  if (self->refusal == NULL || status < 400 || status > 499)
    return -1;

  return self->refusal (status, code);
}

/**
 * bambu_request_next_header:
 * @self: a request
 * @position: (inout): 0 to begin with
 * @name: (out): the next header's name
 * @value: (out): its value
 *
 * Returns: whether there was another header
 */
gboolean
bambu_request_next_header (BambuRequest  *self,
                           guint         *position,
                           const char   **name,
                           const char   **value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (position != NULL && name != NULL && value != NULL, FALSE);

  if (*position + 1 >= self->headers->len)
    return FALSE;

  *name = g_ptr_array_index (self->headers, *position);
  *value = g_ptr_array_index (self->headers, *position + 1);
  *position += 2;

  return TRUE;
}

/**
 * bambu_request_check_body:
 * @body: what somebody wants to be sent, such as a task from a file
 * @error: where to say why it cannot be; %BAMBU_ERROR_BAD_REQUEST
 *
 * Returns: whether @body is one JSON object
 */
gboolean
bambu_request_check_body (GBytes  *body,
                          GError **error)
{
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (body != NULL, FALSE);

  if ((root = bambu_json_parse (body, NULL)) && bambu_json_node_object (root) != NULL)
    return TRUE;

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("What is to be sent is no JSON object."));

  return FALSE;
}
