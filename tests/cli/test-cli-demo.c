/* test-cli-demo.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* platenctl against the stand-in cloud, which answers as the true one does. */

#include "ctl-runner.h"
#include "test-cloud.h"

typedef struct
{
  TestCloud *cloud;
  CtlRunner *ctl;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cloud = test_cloud_new (NULL);
  fixture->ctl = ctl_runner_new (test_cloud_get_url (fixture->cloud));
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", TEST_CLOUD_TOKEN);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ctl_runner_free (fixture->ctl);
  test_cloud_free (fixture->cloud);
}

static void
assert_lists (CtlRunner  *ctl,
              const char *command,
              guint       n_rows)
{
  g_assert_cmpint (ctl_runner_run (ctl, NULL, command, NULL), ==, 0);
  g_assert_cmpstr (ctl_runner_get_errors (ctl), ==, "");
  g_assert_cmpuint (ctl_runner_count_lines (ctl), >=, n_rows + 1);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  assert_lists (fixture->ctl, "account", 2);
  assert_lists (fixture->ctl, "devices", 6);
  assert_lists (fixture->ctl, "status", 6);
  assert_lists (fixture->ctl, "projects", 30);
  assert_lists (fixture->ctl, "presets", 100);
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;
  g_autofree char *project = NULL;
  g_autofree char *preset = NULL;
  g_autoptr(GBytes) picture = NULL;

  assert_lists (ctl, "projects", 1);
  project = ctl_runner_dup_first_id (ctl);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "project", project, NULL), ==, 0);
  g_assert_nonnull (strstr (ctl_runner_get_output (ctl), project));
  g_assert_nonnull (strstr (ctl_runner_get_output (ctl), "slice_info.config"));

  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", project, "-o", "-", NULL), ==, 0);
  picture = ctl_runner_get_bytes (ctl);
  g_assert_cmpuint (g_bytes_get_size (picture), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (picture, NULL), 4, "\x89PNG", 4);

  assert_lists (ctl, "presets", 1);
  preset = ctl_runner_dup_first_id (ctl);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "preset", preset, NULL), ==, 0);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "preset", "nonsense", NULL), ==, 1);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "project", "nonsense", NULL), ==, 1);
}

static char *
read_checksum (CtlRunner  *ctl,
               const char *name)
{
  g_autofree char *path = g_build_filename (ctl_runner_get_folder (ctl), name, NULL);
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) contents, length);
}

/* The file of a project, as the cloud promises it: in one go, through a line that breaks, and not when it is another. */
static void
test_model (Fixture       *fixture,
            gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;
  g_autofree char *project = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *continued = NULL;
  g_autofree char *wrong = NULL;
  g_autoptr(JsonNode) detail = NULL;
  g_autoptr(JsonNode) root = NULL;
  JsonObject *first;

  assert_lists (ctl, "projects", 1);
  project = ctl_runner_dup_first_id (ctl);
  path = g_strconcat ("/v1/iot-service/api/user/project/", project, NULL);
  detail = test_cloud_get (fixture->cloud, path);
  first = json_array_get_object_element (json_object_get_array_member (json_node_get_object (detail), "profiles"), 0);
  g_free (path);
  path = g_strdup_printf ("/v1/iot-service/api/user/profile/%s?model_id=%s",
                          json_object_get_string_member (first, "profile_id"),
                          json_object_get_string_member (first, "model_id"));
  root = test_cloud_get (fixture->cloud, path);

  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", project, "--3mf", "-o", "whole.3mf", NULL), ==, 0);
  whole = read_checksum (ctl, "whole.3mf");
  g_assert_cmpstr (whole, ==, json_object_get_string_member (json_node_get_object (root), "md5"));

  test_cloud_fault (fixture->cloud, "{\"path\":\"/model/*\",\"drop_after\":1000,\"times\":2}");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", project, "--3mf", "-o", "continued.3mf", NULL), ==, 0);
  continued = read_checksum (ctl, "continued.3mf");
  g_assert_cmpstr (continued, ==, whole);
  g_assert_cmpuint (test_cloud_count_tokens (fixture->cloud, "/model/*"), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      test_cloud_fault (fixture->cloud, "{\"path\":\"/model/*\",\"body\":\"another file\",\"times\":1}");
      g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", project, "--3mf", "-o", i == 0 ? "wrong.3mf" : "-", NULL), ==, 1);
      g_assert_nonnull (strstr (ctl_runner_get_errors (ctl), "MD5"));
      g_assert_cmpstr (ctl_runner_get_output (ctl), ==, "");
    }

  wrong = read_checksum (ctl, "wrong.3mf");
  g_assert_null (wrong);
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *command;
    const char *path;
  } cases[] = {
    { "account", "/v1/design-user-service/my/preference" },
    { "devices", "/v1/iot-service/api/user/bind" },
    { "projects", "/v1/iot-service/api/user/project" },
    { "presets", "/v1/iot-service/api/slicer/setting?version=1.0.0.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) answer = test_cloud_send (fixture->cloud, "GET", cases[i].path, NULL, NULL);
      g_autofree char *line = NULL;

      line = g_strdup_printf ("%.*s\n",
                              (int) g_bytes_get_size (answer),
                              (const char *) g_bytes_get_data (answer, NULL));
      g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "--json", cases[i].command, NULL), ==, 0);
      g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, line);
    }
}

static void
test_wrong_token (Fixture       *fixture,
                  gconstpointer  data)
{
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", "wrong");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "devices", NULL), ==, 3);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "devices", "--json", NULL), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/demo/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/cli/demo/details", Fixture, NULL, set_up, test_details, tear_down);
  g_test_add ("/cli/demo/model", Fixture, NULL, set_up, test_model, tear_down);
  g_test_add ("/cli/demo/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli/demo/wrong-token", Fixture, NULL, set_up, test_wrong_token, tear_down);

  return g_test_run ();
}
