/* test-cli-json.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* With --json the cloud’s own answer is printed, to the byte. */

#include "cli-fixture.h"

/* What is asked, and with what. */
static void
assert_asked (CliFixture *fixture,
              const char *method,
              const char *path,
              const char *query)
{
  FakeRequest *request = fake_cloud_get_request (fixture->cloud, fake_cloud_get_count (fixture->cloud) - 1);

  g_assert_cmpstr (request->method, ==, method);
  g_assert_cmpstr (request->path, ==, path);
  g_assert_cmpstr (request->query, ==, query);
  g_assert_cmpstr (request->authorization, ==, "Bearer secret-token");
}

static void
test_json (CliFixture    *fixture,
           gconstpointer  data)
{
  static const char answer[] =
    " {\"b\" :1.10,\"a\":0.1, \"big\":12345678901234567890,\"null\":null,\n\t\"text\":\"\\u00e9 \xff é\", \"b\":2}\n\n";
  static const char printed[] =
    " {\"b\" :1.10,\"a\":0.1, \"big\":12345678901234567890,\"null\":null,\n\t\"text\":\"\\u00e9 \xef\xbf\xbd é\", \"b\":2}\n";
  static const struct
  {
    const char *command;
    const char *argument;
    const char *option;
    const char *path;
    const char *query;
  } cases[] = {
    { "account", NULL, NULL, "/v1/design-user-service/my/preference", NULL },
    { "devices", NULL, NULL, "/v1/iot-service/api/user/bind", NULL },
    { "status", NULL, NULL, "/v1/iot-service/api/user/print", "force=true" },
    { "projects", NULL, NULL, "/v1/iot-service/api/user/project", NULL },
    { "project", "1 2", NULL, "/v1/iot-service/api/user/project/1 2", NULL },
    { "profile", "3", "--model=M&4", "/v1/iot-service/api/user/profile/3", "model_id=M%264" },
    { "presets", NULL, NULL, "/v1/iot-service/api/slicer/setting", "version=1.0.0.0" },
    { "presets", "--type", "print", "/v1/iot-service/api/slicer/setting", "version=1.0.0.0" },
    { "preset", "GP001", NULL, "/v1/iot-service/api/slicer/setting/GP001", "version=1.0.0.0" },
  };

  fake_cloud_reply (fixture->cloud, 200, answer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) before = NULL;
      g_autoptr(GBytes) after = NULL;

      g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "--json",
                                       cases[i].command, cases[i].argument != NULL ? cases[i].argument : cases[i].option,
                                       cases[i].option, NULL), ==, CLI_DONE);
      before = ctl_runner_get_bytes (fixture->ctl);
      g_assert_cmpmem (g_bytes_get_data (before, NULL), g_bytes_get_size (before), printed, strlen (printed));
      g_assert_cmpstr (ctl_runner_get_errors (fixture->ctl), ==, "");
      assert_asked (fixture, "GET", cases[i].path, cases[i].query);

      /* The option may come last as well. */
      if (cases[i].argument != NULL)
        continue;

      g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, cases[i].command, "--json", NULL), ==, CLI_DONE);
      after = ctl_runner_get_bytes (fixture->ctl);
      g_assert_true (g_bytes_equal (before, after));
    }
}

/* What is logged is no part of it. */
static void
test_json_while_logging (CliFixture    *fixture,
                         gconstpointer  data)
{
  static const char printed[] = "{}\n";
  g_autoptr(GBytes) output = NULL;

  fake_cloud_reply (fixture->cloud, 200, "{}", NULL);
  ctl_runner_set_env (fixture->ctl, "G_MESSAGES_DEBUG", "all");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "--json", "devices", NULL), ==, CLI_DONE);
  output = ctl_runner_get_bytes (fixture->ctl);
  g_assert_cmpmem (g_bytes_get_data (output, NULL), g_bytes_get_size (output), printed, strlen (printed));
  g_assert_cmpstr (ctl_runner_get_errors (fixture->ctl), !=, "");
}

/* Whatever is asked for, and whatever is done: what the cloud says is printed as it is. */
static void
test_json_of_calls (CliFixture    *fixture,
                    gconstpointer  data)
{
  static const char answer[] = "{ \"a\" :1.10, \"a\":[\"\\u00e9\"]}\r\n";
  static const char file[] = "{\"name\": \"x\", \"n\": 0.1}";
  static const struct
  {
    const char *line;
    const char *method;
    const char *path;
    const char *query;
    const char *body;
  } cases[] = {
    { "rename 01A ' New \"name\" '", "PATCH", "/v1/iot-service/api/user/device/info", NULL,
      "{\"dev_id\":\"01A\",\"name\":\"New \\\"name\\\"\"}" },
    { "firmware 01A", "GET", "/v1/iot-service/api/user/device/version", "dev_id=01A", "" },
    { "camera 01A", "POST", "/v1/iot-service/api/user/ttcode", NULL, "{\"dev_id\":\"01A\"}" },
    { "tasks", "GET", "/v1/user-service/my/tasks", NULL, "" },
    { "tasks --device 01A --limit 5 --after 7", "GET", "/v1/user-service/my/tasks",
      "deviceId=01A&after=7&limit=5", "" },
    { "task 7", "GET", "/v1/iot-service/api/user/task/7", NULL, "" },
    { "task-create file", "POST", "/v1/user-service/my/task", NULL, file },
    { "messages", "GET", "/v1/user-service/my/messages", NULL, "" },
    { "messages --type 3 --limit 5 --after 7", "GET", "/v1/user-service/my/messages", "type=3&after=7&limit=5", "" },
    { "preset-create file", "POST", "/v1/iot-service/api/slicer/setting", NULL, file },
    { "preset-delete PF1", "DELETE", "/v1/iot-service/api/slicer/setting/PF1", "version=1.0.0.0", "" },
    { "resources", "GET", "/v1/iot-service/api/slicer/resource", NULL, "" },
    { "resources --type slicer/plugins/cloud --version 01.01.00.00", "GET", "/v1/iot-service/api/slicer/resource",
      "slicer%2Fplugins%2Fcloud=01.01.00.00", "" },
    { "ticket 10233", "GET", "/v1/user-service/my/ticket/10233", NULL, "" },
    { "notification --action upload --ticket 'a&b'", "GET", "/v1/iot-service/api/user/notification",
      "action=upload&ticket=a%26b", "" },
  };
  g_autofree char *path = g_build_filename (ctl_runner_get_folder (fixture->ctl), "file", NULL);

  g_assert_true (g_file_set_contents (path, file, -1, NULL));
  fake_cloud_reply (fixture->cloud, 200, answer, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strconcat ("--json ", cases[i].line, NULL);

      g_assert_cmpint (ctl_runner_run_line (fixture->ctl, line), ==, CLI_DONE);
      g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "{ \"a\" :1.10, \"a\":[\"\\u00e9\"]}\n");
      g_assert_cmpstr (ctl_runner_get_errors (fixture->ctl), ==, "");
      assert_asked (fixture, cases[i].method, cases[i].path, cases[i].query);
      g_assert_cmpstr (fake_cloud_get_request (fixture->cloud, i)->body, ==, cases[i].body);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_add ("/cli/json/lists", test_json);
  cli_add ("/cli/json/lists-while-logging", test_json_while_logging);
  cli_add ("/cli/json/calls", test_json_of_calls);

  return g_test_run ();
}
