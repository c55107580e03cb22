/* answer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

static gboolean
accept_certificate_cb (void)
{
  return TRUE;
}

/* Nothing is decoded, followed or remembered between a test and what the cloud says. */
static SoupSession *
get_session (void)
{
  static SoupSession *session;

  if (session == NULL)
    {
      session = soup_session_new ();
      soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
    }

  return session;
}

static JsonObject *
parse_object (GBytes *bytes)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root;

  if (length == 0 || *text != '{' || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;

  root = json_parser_get_root (parser);

  return JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

/* @url: a path at the API, or a whole address; @headers: names and values by turns. */
Answer *
ask_full (TestCloud           *cloud,
          const char          *method,
          const char          *url,
          const char          *json,
          const char * const  *headers,
          GError             **error)
{
  g_autoptr(SoupMessage) message = NULL;
  g_autofree char *full = *url == '/' ? g_strconcat (test_cloud_get_url (cloud), url, NULL) : g_strdup (url);
  g_autoptr(GBytes) body = NULL;
  Answer *self;

  message = soup_message_new (method, full);
  g_assert_nonnull (message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (accept_certificate_cb), NULL);
  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    soup_message_headers_append (soup_message_get_request_headers (message), headers[i], headers[i + 1]);

  if (json != NULL)
    {
      g_autoptr(GBytes) sent = g_bytes_new (json, strlen (json));

      soup_message_set_request_body_from_bytes (message, *url == '/' ? "application/json" : NULL, sent);
    }

  body = soup_session_send_and_read (get_session (), message, NULL, error);
  if (body == NULL)
    return NULL;

  self = g_new0 (Answer, 1);
  self->status = soup_message_get_status (message);
  self->headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  self->version = soup_message_get_http_version (message);
  self->object = parse_object (body);
  self->body = g_steal_pointer (&body);

  return self;
}

/* Asks the API something, signed in. */
Answer *
ask (TestCloud  *cloud,
     const char *method,
     const char *path,
     const char *json)
{
  const char * const headers[] = { "Authorization", "Bearer " TEST_CLOUD_TOKEN, NULL };
  g_autoptr(GError) error = NULL;
  Answer *self;

  self = ask_full (cloud, method, path, json, headers, &error);
  g_assert_no_error (error);

  return self;
}

void
answer_free (Answer *self)
{
  g_clear_pointer (&self->object, json_object_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_free (self);
}

const char *
answer_get (Answer     *self,
            const char *header)
{
  return soup_message_headers_get_list (self->headers, header);
}

char *
answer_text (Answer *self)
{
  gsize length;
  const char *text = g_bytes_get_data (self->body, &length);

  return length > 0 ? g_strndup (text, length) : g_strdup ("");
}

void
assert_text (Answer     *self,
             const char *text)
{
  g_autofree char *body = answer_text (self);

  g_assert_cmpstr (body, ==, text);
}

static char
get_kind (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return 'n';

  if (JSON_NODE_HOLDS_OBJECT (node))
    return 'o';

  if (JSON_NODE_HOLDS_ARRAY (node))
    return 'a';

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return 's';

    case G_TYPE_BOOLEAN:
      return 'b';

    case G_TYPE_INT64:
      return 'i';

    default:
      return 'd';
    }
}

/* @shape: the members that the object has, no more and no fewer, in their order, each with the kinds that it may be of:
 * s for a string, i for a whole number, d for a decimal one, b, n for null, o, a; "id:i title:sn"
 */
void
assert_shape (JsonObject *object,
              const char *shape)
{
  g_auto(GStrv) parts = g_strsplit (shape, " ", -1);
  g_autoptr(GList) members = json_object_get_members (object);
  const GList *iter = members;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *colon = strchr (parts[i], ':');
      g_autofree char *name = g_strndup (parts[i], (gsize) (colon - parts[i]));
      char kind;

      if (iter == NULL)
        g_error ("“%s” is missing", name);

      g_assert_cmpstr (iter->data, ==, name);
      kind = get_kind (json_object_get_member (object, name));
      if (strchr (colon + 1, kind) == NULL)
        g_error ("“%s” is of kind %c", parts[i], kind);

      iter = iter->next;
    }

  if (iter != NULL)
    g_error ("“%s” is too much", (const char *) iter->data);
}

void
assert_time (const char *text,
             gboolean    is_iso)
{
  g_assert_nonnull (text);
  if (!g_regex_match_simple (is_iso ? "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$" : "^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$",
                             text, 0, 0))
    g_error ("“%s” is not how this service writes times", text);
}

/* Both services say three things when they fail, each in its own order. */
void
assert_fails (Answer *self,
              guint   status,
              int     code)
{
  g_assert_cmpuint (self->status, ==, status);
  g_assert_nonnull (self->object);
  g_assert_cmpuint (json_object_get_size (self->object), >=, 3);
  g_assert_cmpint (number_of (self->object, "code"), ==, code);
  g_assert_nonnull (text_of (self->object, "error"));
  g_assert_nonnull (text_of (self->object, "message"));
}

/* NULL for null. */
const char *
text_of (JsonObject *object,
         const char *name)
{
  g_assert_nonnull (object);
  g_assert_true (json_object_has_member (object, name));

  return json_object_get_null_member (object, name) ? NULL : json_object_get_string_member (object, name);
}

/* Also from a string, as which some come. */
gint64
number_of (JsonObject *object,
           const char *name)
{
  JsonNode *node;

  g_assert_nonnull (object);
  node = json_object_get_member (object, name);
  g_assert_nonnull (node);

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_ascii_strtoll (json_node_get_string (node), NULL, 10);

  return json_node_get_int (node);
}

JsonObject *
member (JsonObject *object,
        const char *name)
{
  g_assert_nonnull (object);
  g_assert_true (json_object_has_member (object, name));

  return json_object_get_object_member (object, name);
}

JsonObject *
element (JsonObject *object,
         const char *array,
         guint       index)
{
  g_assert_cmpuint (index, <, count (object, array));

  return json_array_get_object_element (json_object_get_array_member (object, array), index);
}

guint
count (JsonObject *object,
       const char *array)
{
  g_assert_nonnull (object);
  g_assert_true (json_object_has_member (object, array));

  return json_array_get_length (json_object_get_array_member (object, array));
}

static void
run_test (gconstpointer data)
{
  const CloudTest *test = data;
  g_autoptr(TestCloud) cloud = test_cloud_new (NULL);

  test->func (cloud);
}

/* @tests must outlive the run. */
void
add_tests (const char      *suite,
           const CloudTest *tests,
           guint            n_tests)
{
  for (guint i = 0; i < n_tests; i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/%s/%s", suite, tests[i].path);

      g_test_add_data_func (path, &tests[i], run_test);
    }
}
