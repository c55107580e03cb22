/* test-cloud-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The typed calls beyond the lists, against the stand-in cloud: what they make of its answers, of its refusals, and of
 * answers that nobody should send.
 */

#include "answers.h"
#include "bambu-error.h"
#include "cloud-calls.h"
#include "test-mutate.h"
#include "test-result.h"

#define IOT "/v1/iot-service/api"

#define WAIT_MS 60000
#define N_MUTATIONS 40

static void
signed_out_cb (CallFixture *self)
{
  self->n_signed_out++;
}

static void
set_up (CallFixture   *self,
        gconstpointer  data)
{
  static const BambuLimits limits = { .connect_ms = 20000, .answer_ms = 20000, .max_bytes = BAMBU_EXCHANGE_MAX_BYTES };
  g_autoptr(JsonNode) bind = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *devices;

  self->cloud = test_cloud_new (NULL);
  self->client = bambu_client_new (BAMBU_REGION_GLOBAL, test_cloud_get_url (self->cloud), NULL, &error);
  g_assert_no_error (error);
  bambu_client_set_limits (self->client, &limits, 1);
  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  g_signal_connect_swapped (self->client, "signed-out", G_CALLBACK (signed_out_cb), self);

  bind = test_cloud_get (self->cloud, IOT "/user/bind");
  devices = json_object_get_array_member (json_node_get_object (bind), "devices");
  self->device = g_strdup (json_object_get_string_member (json_array_get_object_element (devices, 0), "dev_id"));
}

static void
tear_down (CallFixture   *self,
           gconstpointer  data)
{
  g_free (self->device);
  g_object_unref (self->client);
  test_cloud_free (self->cloud);
}

static gpointer
run (CallFixture      *self,
     const CloudCall  *call,
     const char       *subject,
     GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  call->start (self->client, subject != NULL ? subject : self->device, NULL, test_result_cb, &result);

  return call->finish (self->client, test_result_wait (&result), error);
}

static void
free_made (const CloudCall *call,
           gpointer         made)
{
  if (made != NULL && call->free != NULL)
    call->free (made);
}

/* Answers @call with @body until the faults are cleared. */
static void
answer_with (CallFixture     *self,
             const CloudCall *call,
             const char      *body)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *fault = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, call->path);
  json_builder_set_member_name (builder, "body");
  json_builder_add_string_value (builder, body);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  fault = json_to_string (root, FALSE);
  test_cloud_clear_faults (self->cloud);
  test_cloud_fault (self->cloud, fault);
}

static void
assert_fails (CallFixture     *self,
              const CloudCall *call,
              const char      *subject,
              int              code)
{
  g_autoptr(GError) error = NULL;
  gpointer made = run (self, call, subject, &error);

  g_assert_null (made);
  g_assert_error (error, BAMBU_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_good (CallFixture   *self,
           gconstpointer  data)
{
  const CloudCall *call = data;
  g_autoptr(GError) error = NULL;
  gpointer made;

  if (call->canned != NULL)
    answer_with (self, call, call->canned);

  test_cloud_clear_requests (self->cloud);
  made = run (self, call, call->subject, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, call->method, call->path), ==, 1);

  if (call->check != NULL)
    call->check (self, made);

  free_made (call, made);
}

/* What the cloud refuses is an error that says so, and signs nobody out. */
static void
test_refused (CallFixture   *self,
              gconstpointer  data)
{
  const CloudCall *call = data;

  if (call->nobody != NULL)
    assert_fails (self, call, call->nobody, call->refusal);

  g_assert_cmpuint (self->n_signed_out, ==, 0);
}

static void
test_too_little (CallFixture   *self,
                 gconstpointer  data)
{
  static const char * const bodies[] = { "", "<html></html>", "{\"a\": }", "{} {}" };
  const CloudCall *call = data;
  g_autoptr(GError) error = NULL;
  gpointer made;

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      answer_with (self, call, bodies[i]);
      assert_fails (self, call, call->subject, BAMBU_ERROR_PROTOCOL);
    }

  /* What ends too early was broken off on its way. */
  answer_with (self, call, "{\"a\": ");
  assert_fails (self, call, call->subject, BAMBU_ERROR_OFFLINE);

  answer_with (self, call, "{}");

  if (call->is_told)
    {
      assert_fails (self, call, call->subject, BAMBU_ERROR_PROTOCOL);
      return;
    }

  made = run (self, call, call->subject, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
  free_made (call, made);
}

static void
read_item (gpointer item,
           gpointer user_data)
{
  g_free (test_object_describe (item));
}

static char *
dup_answer (CallFixture     *self,
            const CloudCall *call)
{
  g_autoptr(GBytes) answer = NULL;
  g_autofree char *path = NULL;

  if (call->canned != NULL || !g_str_equal (call->method, "GET"))
    return g_strdup (call->canned != NULL ? call->canned
                                          : "{\"message\": \"success\", \"code\": null, \"error\": null, \"setting_id\": \"P1\","
                                            " \"ttcode\": \"a\", \"passwd\": \"b\", \"authkey\": \"c\"}");

  path = g_strdup_printf ("%s?dev_id=%s&limit=3&slicer/plugins/cloud=01.01.00.00", call->path, self->device);
  answer = test_cloud_send (self->cloud, "GET", path, NULL, NULL);

  return g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
}

/* The cloud's own answer with something wrong in it: it is refused, or all of what came of it can be read. */
static void
test_hostile (CallFixture   *self,
              gconstpointer  data)
{
  const CloudCall *call = data;
  g_autofree char *answer = dup_answer (self, call);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (i);
      g_autofree char *mutated = test_mutate (answer, random);
      g_autofree char *valid = g_utf8_make_valid (mutated, -1);
      g_autoptr(GError) error = NULL;
      gpointer made;

      answer_with (self, call, valid);
      made = run (self, call, call->subject, &error);
      g_assert_true ((made == NULL) == (error != NULL));

      if (made != NULL && call->free == (GDestroyNotify)g_ptr_array_unref)
        g_ptr_array_foreach (made, read_item, NULL);
      else if (made != NULL && call->free == g_object_unref)
        read_item (made, NULL);

      free_made (call, made);
    }

  g_assert_cmpuint (self->n_signed_out, ==, 0);
}

static gboolean
has_come (gpointer user_data)
{
  return test_cloud_count_requests (user_data, NULL, "/v1/*") > 0;
}

static void
test_cancelled (CallFixture   *self,
                gconstpointer  data)
{
  const CloudCall *call = data;
  g_autofree char *fault = g_strdup_printf ("{\"path\":\"%s\",\"delay_ms\":60000}", call->path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 when;

  test_cloud_fault (self->cloud, fault);
  test_cloud_clear_requests (self->cloud);
  call->start (self->client, call->subject != NULL ? call->subject : self->device, cancellable, test_result_cb, &result);
  g_assert_true (test_wait_until (has_come, self->cloud, WAIT_MS));

  when = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_assert_null (call->finish (self->client, test_result_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - when, <, 2 * G_USEC_PER_SEC);
}

static void
test_signed_out (CallFixture   *self,
                 gconstpointer  data)
{
  for (guint i = 0; i < N_CLOUD_CALLS; i++)
    {
      /* It goes without the token that it is to renew. */
      if (g_str_equal (cloud_calls[i].name, "refresh-token"))
        continue;

      self->n_signed_out = 0;
      bambu_client_set_token (self->client, "revoked");
      assert_fails (self, &cloud_calls[i], cloud_calls[i].subject, BAMBU_ERROR_SIGNED_OUT);
      g_assert_cmpuint (self->n_signed_out, ==, 1);
    }
}

/* Made, listed, deleted, and gone; the quota is the cloud's. */
static void
test_preset_life (CallFixture   *self,
                  gconstpointer  data)
{
  const CloudCall *create = NULL;
  const CloudCall *delete = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autoptr(JsonNode) preset = NULL;
  guint n_made = 1;

  for (guint i = 0; i < N_CLOUD_CALLS; i++)
    {
      create = g_str_equal (cloud_calls[i].name, "create-preset") ? &cloud_calls[i] : create;
      delete = g_str_equal (cloud_calls[i].name, "delete-preset") ? &cloud_calls[i] : delete;
    }

  id = run (self, create, "print", &error);
  g_assert_no_error (error);
  path = g_strdup_printf (IOT "/slicer/setting/%s?version=1.0.0.0", id);
  preset = test_cloud_get (self->cloud, path);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (preset), "name"), ==, "Mine");

  while (error == NULL)
    {
      g_autofree char *more = run (self, create, "print", &error);

      n_made += more != NULL;
    }

  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST);
  g_assert_nonnull (strstr (error->message, "limit"));
  g_assert_cmpuint (n_made, <=, 100);

  g_assert_true (GPOINTER_TO_INT (run (self, delete, id, NULL)));
  assert_fails (self, delete, id, BAMBU_ERROR_NOT_FOUND);
  assert_fails (self, delete, "GP001", BAMBU_ERROR_FORBIDDEN);
  g_free (run (self, create, "print", NULL));
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (CallFixture *self, gconstpointer data); } tests[] = {
    { "good", test_good }, { "refused", test_refused }, { "too-little", test_too_little },
    { "hostile", test_hostile }, { "cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < N_CLOUD_CALLS; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/bambu/cloud-calls/%s/%s", cloud_calls[i].name, tests[j].name);

          g_test_add (path, CallFixture, &cloud_calls[i], set_up, tests[j].func, tear_down);
        }
    }

  g_test_add ("/bambu/cloud-calls/signed-out", CallFixture, NULL, set_up, test_signed_out, tear_down);
  g_test_add ("/bambu/cloud-calls/preset-life", CallFixture, NULL, set_up, test_preset_life, tear_down);

  return g_test_run ();
}
