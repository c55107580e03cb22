/* test-cli-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What platenctl asks for and does beyond the lists, against the stand-in cloud. */

#include "ctl-runner.h"
#include "test-cloud.h"

enum {
  DONE,
  FAILED,
  USAGE,
  SIGNED_OUT,
};

typedef struct
{
  TestCloud *cloud;
  CtlRunner *ctl;
  char      *device;   /* a printer's serial number */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->cloud = test_cloud_new (NULL);
  fixture->ctl = ctl_runner_new (test_cloud_get_url (fixture->cloud));
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", TEST_CLOUD_TOKEN);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "devices", NULL), ==, DONE);
  fixture->device = ctl_runner_dup_first_id (fixture->ctl);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->device);
  ctl_runner_free (fixture->ctl);
  test_cloud_free (fixture->cloud);
}

/* DEVICE in @line is a printer's serial number. */
static int
run (Fixture    *fixture,
     const char *line)
{
  g_auto(GStrv) parts = g_strsplit (line, "DEVICE", -1);
  g_autofree char *whole = g_strjoinv (fixture->device, parts);

  return ctl_runner_run_line (fixture->ctl, whole);
}

static void
assert_runs (Fixture    *fixture,
             const char *line)
{
  int status = run (fixture, line);

  if (status != DONE || *ctl_runner_get_errors (fixture->ctl) != '\0')
    g_error ("%s: %d: %s", line, status, ctl_runner_get_errors (fixture->ctl));
}

static void
assert_says (Fixture    *fixture,
             const char *text)
{
  if (strstr (ctl_runner_get_output (fixture->ctl), text) == NULL)
    g_error ("“%s” is not in: %s", text, ctl_runner_get_output (fixture->ctl));
}

/* One clear line says why, and nothing else is printed. */
static void
assert_fails (Fixture    *fixture,
              const char *line,
              int         expected,
              const char *part)
{
  int status = run (fixture, line);
  const char *errors = ctl_runner_get_errors (fixture->ctl);

  if (status != expected || strstr (errors, part) == NULL)
    g_error ("%s: %d: %s", line, status, errors);

  g_assert_true (g_str_has_prefix (errors, "platenctl: "));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "");
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *contents,
            gssize      length)
{
  char *path = g_build_filename (ctl_runner_get_folder (fixture->ctl), name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  assert_runs (fixture, "rename DEVICE ' Büro <b>1</b> '");
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "The printer is now called Büro <b>1</b>.\n");
  assert_runs (fixture, "devices");
  assert_says (fixture, "  Büro <b>1</b>  ");

  assert_fails (fixture, "rename DEVICE 0123456789012345678901234567890123456789", FAILED, "Invalid input");
  assert_fails (fixture, "rename nothing x", FAILED, "permission denied");
  assert_runs (fixture, "devices");
  assert_says (fixture, "  Büro <b>1</b>  ");
}

static void
test_firmware (Fixture       *fixture,
               gconstpointer  data)
{
  assert_runs (fixture, "firmware DEVICE");
  assert_says (fixture, fixture->device);
  assert_says (fixture, "Installed        ");
  assert_says (fixture, "Update           Waits\n");
  assert_says (fixture, "\n\n## version ota");

  test_cloud_fault (fixture->cloud,
                    "{\"path\":\"/v1/iot-service/api/user/device/version\",\"times\":1,"
                    " \"body\":\"{\\\"devices\\\":[{\\\"dev_id\\\":\\\"1\\\",\\\"version\\\":\\\"01.00.00.00\\\","
                    "\\\"firmware\\\":[{\\\"version\\\":\\\"01.02.00.00\\\",\\\"force_update\\\":true}],"
                    "\\\"ams\\\":[{\\\"dev_id\\\":\\\"AMS\\\",\\\"version\\\":\\\"00.00.06.49\\\","
                    "\\\"firmware\\\":[{\\\"version\\\":\\\"00.00.06.49\\\",\\\"description\\\":\\\"\\\\u001b[2J\\\"}]}]}]}\"}");
  assert_runs (fixture, "firmware DEVICE");
  assert_says (fixture, "insists on it\n");
  assert_says (fixture, "\nAMS 1  AMS            00.00.06.49  00.00.06.49  None\n");
}

static void
test_camera (Fixture       *fixture,
             gconstpointer  data)
{
  assert_runs (fixture, "camera DEVICE");
  assert_says (fixture, "Code             ");
  assert_says (fixture, "Password         ");
  assert_says (fixture, "Key              ");
  assert_fails (fixture, "camera nothing", FAILED, "permission denied");
}

static void
test_tasks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *next = NULL;

  assert_runs (fixture, "tasks");
  g_assert_cmpuint (ctl_runner_count_lines (fixture->ctl), ==, 1 + 20);
  assert_runs (fixture, "tasks --limit 2");
  g_assert_cmpuint (ctl_runner_count_lines (fixture->ctl), ==, 1 + 2);
  first = ctl_runner_dup_first_id (fixture->ctl);

  next = g_strconcat ("tasks --limit 1 --after ", first, NULL);
  assert_runs (fixture, next);
  second = ctl_runner_dup_first_id (fixture->ctl);
  g_assert_cmpint (g_ascii_strtoll (second, NULL, 10), <, g_ascii_strtoll (first, NULL, 10));

  assert_runs (fixture, "tasks --device DEVICE --limit 3");
  g_assert_cmpuint (ctl_runner_count_lines (fixture->ctl), ==, 1 + 3);
  assert_runs (fixture, "tasks --device nothing");
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "There are no such prints in this account.\n");
}

static void
test_task (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *line = NULL;
  g_autofree char *raw = NULL;

  assert_runs (fixture, "tasks --limit 1");
  id = ctl_runner_dup_first_id (fixture->ctl);

  /* The cloud forbids it, as ever: for people there is the list. */
  line = g_strconcat ("task ", id, NULL);
  assert_runs (fixture, line);
  assert_says (fixture, id);
  assert_says (fixture, "\nFilament  ");
  raw = g_strconcat ("--json task ", id, NULL);
  assert_fails (fixture, raw, FAILED, "permission denied");
  assert_fails (fixture, "task 1", FAILED, "not among the last thousand");

  test_cloud_fault (fixture->cloud, "{\"path\":\"/v1/iot-service/api/user/task/7\",\"times\":1,"
                                    " \"body\":\"{\\\"name\\\":\\\"Gear\\\",\\\"est\\\":7,\\\"url\\\":null}\"}");
  assert_runs (fixture, "task 7");
  assert_says (fixture, "name             Gear\n");
  assert_says (fixture, "est              7\n");
}

/* What was printed once can be printed again. */
static void
test_task_create (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(JsonNode) tasks = test_cloud_get (fixture->cloud, "/v1/user-service/my/tasks?limit=1");
  JsonArray *hits = json_object_get_array_member (json_node_get_object (tasks), "hits");
  g_autofree char *task = json_to_string (json_array_get_element (hits, 0), FALSE);
  g_autofree char *file = write_file (fixture, "task.json", task, -1);
  g_autofree char *wrong = write_file (fixture, "wrong.json", "{\"modelId\": 7}", -1);
  g_autofree char *list = write_file (fixture, "list.json", "[]", -1);

  assert_runs (fixture, "task-create task.json");
  assert_says (fixture, "The print was ordered as task ");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, task, "task-create", "-", NULL), ==, DONE);
  g_assert_cmpuint (test_cloud_count_requests (fixture->cloud, "POST", "/v1/user-service/my/task"), ==, 2);

  assert_fails (fixture, "task-create wrong.json", FAILED, "modelId");
  assert_fails (fixture, "task-create list.json", FAILED, "no JSON object");
  assert_fails (fixture, "task-create none.json", FAILED, "none.json");
  assert_fails (fixture, "task-create .", FAILED, "");
  assert_fails (fixture, "task-create -", FAILED, "no JSON object");
  g_assert_cmpuint (test_cloud_count_requests (fixture->cloud, "POST", "/v1/user-service/my/task"), ==, 3);
}

static void
test_messages (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *next = NULL;
  g_autofree char *second = NULL;

  assert_runs (fixture, "messages --limit 2");
  g_assert_cmpuint (ctl_runner_count_lines (fixture->ctl), ==, 1 + 2);
  first = ctl_runner_dup_first_id (fixture->ctl);
  next = g_strconcat ("messages --limit 1 --after ", first, NULL);
  assert_runs (fixture, next);
  second = ctl_runner_dup_first_id (fixture->ctl);
  g_assert_cmpint (g_ascii_strtoll (second, NULL, 10), <, g_ascii_strtoll (first, NULL, 10));

  assert_runs (fixture, "messages --type 3 --limit 1");
  assert_says (fixture, "  Like  ");
  assert_runs (fixture, "messages --type 6 --limit 1");
  assert_says (fixture, "  Task  ");
  assert_runs (fixture, "messages --type 99");
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "There are no such messages in this account.\n");
}

static void
test_presets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *preset = NULL;
  g_autofree char *file = NULL;
  g_autofree char *wrong = write_file (fixture, "wrong.json", "{\"type\": \"print\"}", -1);
  g_autofree char *created = NULL;
  g_autofree char *delete = NULL;
  const char *output;

  /* What --json prints of one preset makes another. */
  assert_runs (fixture, "--json preset GP001");
  preset = g_strdup (ctl_runner_get_output (fixture->ctl));
  file = write_file (fixture, "preset.json", preset, -1);
  assert_runs (fixture, "preset-create preset.json");
  output = ctl_runner_get_output (fixture->ctl);
  g_assert_true (g_str_has_prefix (output, "The preset was created as "));
  created = g_strndup (output + strlen ("The preset was created as "),
                       strlen (output) - strlen ("The preset was created as .\n"));
  assert_runs (fixture, "presets");
  assert_says (fixture, created);

  delete = g_strconcat ("preset-delete ", created, NULL);
  assert_runs (fixture, delete);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "The preset was deleted.\n");
  assert_fails (fixture, delete, FAILED, "setting not found");
  assert_fails (fixture, "preset-delete GP001", FAILED, "permission denied");
  assert_fails (fixture, "preset-create wrong.json", FAILED, "name");
}

static void
test_slicer_and_support (Fixture       *fixture,
                         gconstpointer  data)
{
  assert_runs (fixture, "resources");
  assert_says (fixture, "The slicer  ");
  assert_says (fixture, "\n[Bugs Fixed]\n");
  assert_runs (fixture, "resources --type slicer/plugins/cloud --version 02.01.00.00");
  assert_says (fixture, "slicer/plugins/cloud  02.01.00.11");

  assert_runs (fixture, "ticket 10233");
  assert_says (fixture, "title            First layer");
  assert_fails (fixture, "ticket 1", FAILED, "no such thing");
  assert_fails (fixture, "ticket ../my/tasks", FAILED, "no such thing");
}

static void
test_upload (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *model = write_file (fixture, "Gear box.3mf", "PK\003\004 and so on", -1);
  g_autofree char *text = write_file (fixture, "text.3mf", "text", -1);
  g_autofree char *ticket = NULL;
  g_autofree char *line = NULL;

  assert_runs (fixture, "upload 'Gear box.3mf'");
  assert_says (fixture, "Uploaded Gear box as project ");
  assert_runs (fixture, "--json upload 'Gear box.3mf' --name Other");
  assert_says (fixture, "\"name\":\"Other\"");
  assert_runs (fixture, "projects");
  assert_says (fixture, "  Gear box\n");
  assert_says (fixture, "  Other\n");

  assert_fails (fixture, "upload text.3mf", FAILED, "no 3MF file");
  assert_fails (fixture, "upload none.3mf", FAILED, "none.3mf");
  test_cloud_fault (fixture->cloud, "{\"method\":\"PUT\",\"status\":403,\"body\":\"<Error/>\",\"times\":1}");
  assert_fails (fixture, "upload 'Gear box.3mf'", FAILED, "The file was not sent.");

  assert_fails (fixture, "notification --action upload --ticket nothing", FAILED, "ticket not found");
  assert_fails (fixture, "notification --action other --ticket nothing", FAILED, "Invalid input");
  test_cloud_fault (fixture->cloud, "{\"path\":\"/v1/iot-service/api/user/notification\",\"times\":1,"
                                    " \"body\":\"{\\\"message\\\":\\\"running\\\"}\"}");
  assert_runs (fixture, "notification --action upload --ticket x");
  assert_says (fixture, "still at work");
  test_cloud_fault (fixture->cloud, "{\"path\":\"/v1/iot-service/api/user/notification\",\"times\":1,"
                                    " \"body\":\"{\\\"message\\\":\\\"success\\\"}\"}");
  assert_runs (fixture, "notification --action import_mesh --ticket x");
  assert_says (fixture, "is done");
}

/* Every command that asks the cloud, used rightly; FILE is one. */
static const char * const lines[] = {
  "account", "devices", "status", "projects", "project 1", "profile 1 --model M", "presets", "preset GP001",
  "rename DEVICE x", "firmware DEVICE", "camera DEVICE", "tasks", "task 1", "task-create file", "messages",
  "preset-create file", "preset-delete PF1", "resources", "ticket 1", "notification --action upload --ticket x",
  "upload model.3mf", "download 1",
};

static void
write_files (Fixture *fixture)
{
  g_autofree char *file = write_file (fixture, "file", "{}", -1);
  g_autofree char *model = write_file (fixture, "model.3mf", "PK\003\004", -1);
}

static void
test_signed_out (Fixture       *fixture,
                 gconstpointer  data)
{
  write_files (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *raw = g_strconcat ("--json ", lines[i], NULL);

      ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", "wrong");
      assert_fails (fixture, i % 2 == 0 ? lines[i] : raw, SIGNED_OUT, "Sign in");
      ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", NULL);
      assert_fails (fixture, lines[i], SIGNED_OUT, "Nobody is signed in");
    }
}

/* Whatever the cloud says, a command ends by itself, complains in one line if at all, and leaves the terminal alone. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const bodies[] = {
    "<html>", "{}", "{\\\"hits\\\": null, \\\"devices\\\": 7, \\\"projects\\\": {}, \\\"print\\\": []}",
    "{\\\"hits\\\": [null, 7, [], {}, {\\\"id\\\": {}, \\\"title\\\": \\\"\\\\u001b[31m\\\\u0007\\\", \\\"status\\\": -1e99,"
    " \\\"type\\\": \\\"x\\\", \\\"amsDetailMapping\\\": [7], \\\"from\\\": [], \\\"startTime\\\": \\\"never\\\"}],"
    " \\\"devices\\\": [null, {\\\"dev_id\\\": \\\"\\\\u001b\\\", \\\"firmware\\\": [[]], \\\"ams\\\": [null, {}]}],"
    " \\\"ttcode\\\": \\\"\\\\u001b[0m\\\", \\\"setting_id\\\": \\\"\\\\u009b1m\\\", \\\"id\\\": \\\"a\\\\nb\\\","
    " \\\"project_id\\\": 5, \\\"profile_id\\\": 6, \\\"uid\\\": \\\"\\\\u001bc\\\","
    " \\\"software\\\": {\\\"version\\\": \\\"\\\\u001b\\\", \\\"description\\\": [1]}, \\\"resources\\\": [7, {}]}",
  };

  write_files (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *fault = g_strdup_printf ("{\"body\": \"%s\"}", bodies[i]);

      test_cloud_fault (fixture->cloud, fault);
      for (guint j = 0; j < G_N_ELEMENTS (lines); j++)
        {
          int status = run (fixture, lines[j]);
          const char *errors = ctl_runner_get_errors (fixture->ctl);

          if (status != DONE && status != FAILED)
            g_error ("%s: %d: %s", lines[j], status, errors);
          g_assert_true (strchr (errors, '\n') == (status == FAILED ? errors + strlen (errors) - 1 : NULL));
          g_assert_null (strchr (ctl_runner_get_output (fixture->ctl), '\033'));
          g_assert_null (strstr (ctl_runner_get_output (fixture->ctl), "\302\233"));
          g_assert_null (strchr (errors, '\033'));
        }
      test_cloud_clear_faults (fixture->cloud);
    }
}

static void
test_usage (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *line; const char *part; } cases[] = {
    { "rename", "rename SERIAL-NUMBER NAME" }, { "rename 1", "rename SERIAL-NUMBER NAME" }, { "rename 1 ' '", "needs a name" },
    { "firmware", "firmware SERIAL-NUMBER" }, { "camera", "camera SERIAL-NUMBER" }, { "camera 1 2", "camera SERIAL-NUMBER" },
    { "tasks 1", "platenctl tasks" }, { "tasks --limit -1", "--limit" }, { "tasks --limit x", "x" },
    { "task", "task TASK-ID" }, { "task-create", "task-create FILE" }, { "messages 1", "platenctl messages" },
    { "messages --type -1", "--type" }, { "messages --type likes", "likes" }, { "preset-create", "preset-create FILE" },
    { "preset-delete", "preset-delete PRESET-ID" }, { "resources --version 1", "--type" }, { "ticket", "ticket TICKET-NUMBER" },
    { "notification", "--ticket" }, { "notification --action upload", "--ticket" }, { "notification --ticket 1", "--action" },
    { "upload", "upload FILE" }, { "upload x --name ' '", "needs a name" }, { "refresh-token now", "platenctl refresh-token" },
  };
  g_autoptr(JsonNode) requests = NULL;

  test_cloud_clear_requests (fixture->cloud);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_fails (fixture, cases[i].line, USAGE, cases[i].part);
  requests = test_cloud_get_requests (fixture->cloud);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (requests)), ==, 0);
}

/* Nothing of what is secret shows up but where it is asked for. */
static void
test_secrets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(JsonNode) bind = test_cloud_get (fixture->cloud, "/v1/iot-service/api/user/bind");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (bind), "devices");
  JsonObject *device = json_array_get_object_element (devices, 0);
  g_autofree char *code = g_strstrip (g_strdup (json_object_get_string_member (device, "dev_access_code")));
  static const char * const tables[] = { "devices", "status", "account", "firmware DEVICE", "camera DEVICE", "tasks" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      ctl_runner_set_env (fixture->ctl, "G_MESSAGES_DEBUG", "all");
      g_assert_cmpint (run (fixture, tables[i]), ==, DONE);
      g_assert_null (strstr (ctl_runner_get_output (fixture->ctl), code));
      g_assert_null (strstr (ctl_runner_get_errors (fixture->ctl), code));
      g_assert_null (strstr (ctl_runner_get_errors (fixture->ctl), "Bearer"));
    }
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/cli/calls/rename", test_rename);
  add ("/cli/calls/firmware", test_firmware);
  add ("/cli/calls/camera", test_camera);
  add ("/cli/calls/tasks", test_tasks);
  add ("/cli/calls/task", test_task);
  add ("/cli/calls/task-create", test_task_create);
  add ("/cli/calls/messages", test_messages);
  add ("/cli/calls/presets", test_presets);
  add ("/cli/calls/slicer-and-support", test_slicer_and_support);
  add ("/cli/calls/upload", test_upload);
  add ("/cli/calls/signed-out", test_signed_out);
  add ("/cli/calls/hostile", test_hostile);
  add ("/cli/calls/usage", test_usage);
  add ("/cli/calls/secrets", test_secrets);

  return g_test_run ();
}
