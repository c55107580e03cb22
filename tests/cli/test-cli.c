/* test-cli.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "cli-fixture.h"

static void
test_usage (CliFixture    *fixture,
            gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  g_assert_cmpint (ctl_runner_run (ctl, NULL, NULL, NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "--help");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "print\033[2J", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "“print[2J”");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "--nonsense", "devices", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "--nonsense");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "devices", "--nonsense", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "--nonsense");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "devices", "more", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "platenctl devices");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "project", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "platenctl project PROJECT-ID");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "profile", "1", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "--model");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "presets", "--type", "nozzle", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "nozzle");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "--region", "moon", "devices", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "moon");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", "1", "--plate", "1", "--config", "x", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "one plate or one config");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", "https://platen.example/x", "--3mf", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "3MF");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "login", "--token", "--code-only", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "--token");

  ctl_runner_set_env (ctl, "PLATEN_REGION", "moon");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "devices", NULL), ==, CLI_USAGE);
  cli_assert_complaint (fixture, "moon");

  g_assert_cmpuint (fake_cloud_get_count (fixture->cloud), ==, 0);
}

static void
test_help (CliFixture    *fixture,
           gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  g_assert_cmpint (ctl_runner_run (ctl, NULL, "--help", NULL), ==, CLI_DONE);
  cli_assert_shown (fixture, "download URL-OR-PROJECT-ID");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "presets", "--help", NULL), ==, CLI_DONE);
  cli_assert_shown (fixture, "--type=TYPE");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "--version", NULL), ==, CLI_DONE);
  g_assert_true (g_str_has_prefix (ctl_runner_get_output (ctl), "platenctl "));
}

static void
test_signed_out (CliFixture    *fixture,
                 gconstpointer  data)
{
  static const char * const commands[] = { "account", "devices", "status", "projects", "presets" };
  CtlRunner *ctl = fixture->ctl;

  /* The cloud says so. */
  fake_cloud_reply (fixture->cloud, 401, "{\"code\": 4, \"error\": \"Please login.\", \"message\": \"\"}", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_assert_cmpint (ctl_runner_run (ctl, NULL, commands[i], NULL), ==, CLI_SIGNED_OUT);
      cli_assert_complaint (fixture, "Sign in");
      g_assert_cmpint (ctl_runner_run (ctl, NULL, "--json", commands[i], NULL), ==, CLI_SIGNED_OUT);
      cli_assert_complaint (fixture, "Sign in");
    }

  /* There is neither a token nor a keyring. */
  fake_cloud_reset (fixture->cloud);
  ctl_runner_set_env (ctl, "PLATEN_TOKEN", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_assert_cmpint (ctl_runner_run (ctl, NULL, commands[i], NULL), ==, CLI_SIGNED_OUT);
      cli_assert_complaint (fixture, "Nobody is signed in");
    }
  g_assert_cmpuint (fake_cloud_get_count (fixture->cloud), ==, 0);
}

static void
test_failures (CliFixture    *fixture,
               gconstpointer  data)
{
  CtlRunner *ctl = fixture->ctl;

  fake_cloud_reply (fixture->cloud, 404, "{\"message\": \"no such \\u001b[31mproject\\n\"}", NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "project", "7", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "no such");
  g_assert_null (strchr (ctl_runner_get_errors (ctl), '\033'));

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, "no JSON", NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "account", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "account", "--json", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "");

  ctl_runner_set_env (ctl, "PLATEN_API_URL", "http://platen.example");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "account", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "http://platen.example");

  ctl_runner_set_env (ctl, "PLATEN_API_URL", "http://127.0.0.1:9");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "account", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "cannot be reached");
}

static void
test_account (CliFixture    *fixture,
              gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200,
                    "{\"uid\": 42, \"name\": \"Ada\", \"handle\": \"ada\", \"bio\": \"\","
                    " \"links\": [\"https://ada.example\"]}", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "account", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Name             Ada\n"
                   "Handle           ada\n"
                   "Account ID       42\n"
                   "Region           global\n"
                   "Link             https://ada.example\n");
}

/* The same text answers both what is known of the printers and what they print. */
#define DEVICES \
  "{\"devices\": [" \
  "  {\"dev_id\": \"01A\", \"name\": \"打印机\", \"online\": true, \"dev_online\": true, \"dev_model_name\": \"BL-P001\"," \
  "   \"dev_product_name\": \"X1 Carbon\", \"dev_access_code\": \"87654321\\n\", \"nozzle_diameter\": 0.4," \
  "   \"print_status\": \"IDLE\"}," \
  "  {\"dev_id\": \"02B\", \"name\": \"Mini\", \"online\": true, \"dev_online\": true, \"dev_model_name\": \"N1\"," \
  "   \"dev_access_code\": \"12345678\", \"print_status\": \"PAUSE\", \"task_status\": \"PAUSE\", \"task_id\": 5," \
  "   \"task_name\": \"Gear box\", \"progress\": \"31\", \"prediction\": 7200}" \
  "]}"

static void
test_printers (CliFixture    *fixture,
               gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200, DEVICES, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "devices", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Serial number  Name    Model      Nozzle  State\n"
                   "01A            打印机  X1 Carbon  0.4 mm  Idle\n"
                   "02B            Mini    A1 mini            Paused\n");

  /* Who needs a hand comes first. */
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "status", NULL), ==, CLI_DONE);
  g_assert_true (g_str_has_prefix (ctl_runner_get_output (fixture->ctl), "Name    State   Progress"));
  cli_assert_shown (fixture, "\nMini    Paused  31 %");
  cli_assert_shown (fixture, "Gear box\n打印机  Idle\n");

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, "{\"devices\": []}", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "devices", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "There are no printers in this account.\n");
}

#define PROFILE \
  "\"profile_id\": 77, \"model_id\": \"M1\", \"status\": \"ACTIVE\", \"name\": \"Fine\"," \
  " \"create_time\": \"2022-11-22 09:58:04\", \"update_time\": \"2022-11-22 09:58:09\"," \
  " \"context\": {" \
  "  \"compatibility\": {\"dev_model_name\": \"BL-P001\", \"dev_product_name\": \"X1 Carbon\", \"nozzle_diameter\": 0.4}," \
  "  \"configs\": [{\"name\": \"slice_info.config\", \"dir\": \"Metadata\", \"url\": \"%s/files/../../slice%%2finfo\"}]," \
  "  \"plates\": [" \
  "   {\"index\": 1, \"prediction\": 3348, \"weight\": 12.6, \"thumbnail\": {\"name\": \"plate_1.png\", \"url\": null}," \
  "    \"filaments\": [{\"id\": \"1\", \"type\": \"PLA\", \"color\": \"#00AE42\", \"used_g\": \"12.60\"}]}," \
  "   {\"index\": 2, \"prediction\": 60, \"weight\": 1, \"thumbnail\": {\"url\": \"%s/files/plate_2.png?sig=1\"}," \
  "    \"filaments\": null}" \
  "  ]}"

static char *
create_project (CliFixture *fixture)
{
  const char *url = fake_cloud_get_url (fixture->cloud);

  return g_strdup_printf ("{\"project_id\": \"9\", \"name\": \"Gear box\", \"model_id\": \"M1\", \"status\": \"ACTIVE\","
                          " \"profiles\": [{" PROFILE "}]}", url, url);
}

static void
test_projects (CliFixture    *fixture,
               gconstpointer  data)
{
  g_autofree char *project = create_project (fixture);
  g_autofree char *profile = g_strdup_printf ("{" PROFILE ", \"filename\": \"gear.3mf\"}", "", "");

  fake_cloud_reply (fixture->cloud, 200,
                    "{\"projects\": [{\"project_id\": \"9\", \"name\": \"Gear box\", \"status\": \"ACTIVE\","
                    " \"update_time\": \"2022-11-22 09:58:10\"}]}", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "projects", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Project ID  Changed           Status  Name\n"
                   "9           2022-11-22 09:58  ACTIVE  Gear box\n");

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, project, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "project", "9", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Name             Gear box\n"
                   "Project ID       9\n"
                   "Model ID         M1\n"
                   "Status           ACTIVE\n"
                   "Profile ID       77\n"
                   "Printer          X1 Carbon, 0.4 mm nozzle\n"
                   "\n"
                   "Plate  Time    Weight   Filaments\n"
                   "1      56 min  12.60 g  PLA #00AE42 12.60 g\n"
                   "2      1 min   1.00 g\n"
                   "\n"
                   "Config             Profile\n"
                   "slice_info.config  Fine\n");

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, profile, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "profile", "77", "--model", "M1", NULL), ==, CLI_DONE);
  cli_assert_shown (fixture, "Profile ID       77\n");
  cli_assert_shown (fixture, "File             gear.3mf\n");
}

static void
test_presets (CliFixture    *fixture,
              gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200,
                    "{\"print\": {\"public\": [{\"setting_id\": \"GP001\", \"name\": \"0.08mm\", \"version\": \"1.0.0.0\"}],"
                    "  \"private\": []},"
                    " \"filament\": {\"public\": null,"
                    "  \"private\": [{\"setting_id\": \"PF1\", \"name\": \"PolyLite\", \"version\": \"1.3.0.13\"}]}}", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "presets", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Preset ID  Type      By      Version   Name\n"
                   "PF1        filament  You     1.3.0.13  PolyLite\n"
                   "GP001      print     Vendor  1.0.0.0   0.08mm\n");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "presets", "--type=print", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Preset ID  Type   By      Version  Name\n"
                   "GP001      print  Vendor  1.0.0.0  0.08mm\n");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "presets", "--type=printer", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "There are no such presets in this account.\n");

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200,
                    "{\"public\": true, \"type\": \"print\", \"name\": \"0.08mm\", \"version\": \"1.0.0.0\","
                    " \"setting\": {\"layer_height\": \"0.08\", \"speeds\": [\"1\", \"2\"]}}", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "preset", "GP001", NULL), ==, CLI_DONE);
  cli_assert_shown (fixture, "Type             print\n");
  cli_assert_shown (fixture, "\nlayer_height  0.08\nspeeds        1, 2\n");
}

/* Names in the cloud can be anyone's: a model shared by a stranger. */
static void
test_hostile_text (CliFixture    *fixture,
                   gconstpointer  data)
{
  fake_cloud_reply (fixture->cloud, 200,
                    "{\"projects\": [{\"project_id\": \"1\\u001b]0;owned\\u0007\", \"status\": \"a\\u009b2Jb\","
                    " \"name\": \"x\\ny\\r\\u202egnp.exe\\u2028z\\u0000\\u0008\"}]}", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "projects", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==,
                   "Project ID  Status  Name\n"
                   "1]0;owned   a2Jb    x y gnp.exe z\xef\xbf\xbd\n");
}

static void
assert_file (CliFixture *fixture,
             const char *name,
             const char *contents)
{
  g_autofree char *path = g_build_filename (ctl_runner_get_folder (fixture->ctl), name, NULL);
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, contents);
}

static guint
count_files (CliFixture *fixture)
{
  g_autoptr(GDir) dir = g_dir_open (ctl_runner_get_folder (fixture->ctl), 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static void
test_download_project (CliFixture    *fixture,
                       gconstpointer  data)
{
  g_autofree char *project = create_project (fixture);
  FakeRequest *request;

  /* The first plate has no picture: the first that there is. */
  fake_cloud_reply (fixture->cloud, 200, project, NULL);
  fake_cloud_reply (fixture->cloud, 200, "picture", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "download", "9", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "Saved as plate_2.png (7 bytes).\n");
  assert_file (fixture, "plate_2.png", "picture");

  request = fake_cloud_get_request (fixture->cloud, 1);
  g_assert_cmpstr (request->path, ==, "/files/plate_2.png");
  g_assert_cmpstr (request->query, ==, "sig=1");
  g_assert_null (request->authorization);
  g_assert_null (soup_message_headers_get_one (request->headers, "Accept"));
  g_assert_null (soup_message_headers_get_one (request->headers, "Cookie"));

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, project, NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "download", "9", "--plate=1", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "no such file");
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "download", "9", "--config", "other.config", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "no such file");

  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, project, NULL);
  fake_cloud_reply (fixture->cloud, 200, "config", NULL);
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "download", "9", "--config=slice_info.config", NULL), ==, CLI_DONE);
  assert_file (fixture, "slice_info.config", "config");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_download_address (CliFixture    *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    const char *path;
    const char *name;
  } cases[] = {
    { "/a/picture.png?name=../x", "picture.png" },
    { "/a/etc%2fpasswd", "passwd" },
    { "/a/..%5c..%5cpasswd", "passwd" },
    { "/a/...", "download" },
    { "/a/.bashrc", "bashrc" },
    { "/a/-rf", "rf" },
    { "/a/x%1b%5b31m%0ay", "x_[31m_y" },
    { "/a/C%3a%5cx", "x" },
    { "/a/", "download" },
  };
  g_autofree char *long_url = NULL;

  /* No account is needed. */
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", NULL);
  fake_cloud_reply (fixture->cloud, 200, "bytes", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *url = g_strconcat (fake_cloud_get_url (fixture->cloud), cases[i].path, NULL);
      g_autofree char *path = g_build_filename (ctl_runner_get_folder (fixture->ctl), cases[i].name, NULL);

      ctl_runner_run (fixture->ctl, NULL, "download", url, NULL);
      g_assert_cmpstr (ctl_runner_get_errors (fixture->ctl), ==, "");
      assert_file (fixture, cases[i].name, "bytes");
      g_assert_cmpuint (count_files (fixture), ==, 1);
      g_assert_cmpint (g_remove (path), ==, 0);
    }

  long_url = g_strnfill (1000, 'x');
  memcpy (long_url, fake_cloud_get_url (fixture->cloud), strlen (fake_cloud_get_url (fixture->cloud)));
  long_url[strlen (fake_cloud_get_url (fixture->cloud))] = '/';
  g_assert_cmpint (ctl_runner_run (fixture->ctl, NULL, "download", long_url, NULL), ==, CLI_DONE);
}

static void
test_download_where (CliFixture    *fixture,
                     gconstpointer  data)
{
  g_autofree char *url = g_strconcat (fake_cloud_get_url (fixture->cloud), "/a/picture.png", NULL);
  CtlRunner *ctl = fixture->ctl;

  fake_cloud_reply (fixture->cloud, 200, "new", NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", url, "-o", "here", NULL), ==, CLI_DONE);
  assert_file (fixture, "here", "new");

  /* Never over something without being told to. */
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 200, "newer", NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", url, "-o", "here", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "here is there already");
  assert_file (fixture, "here", "new");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", url, "-o", "here", "--force", NULL), ==, CLI_DONE);
  assert_file (fixture, "here", "newer");

  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", url, "-o", "-", NULL), ==, CLI_DONE);
  g_assert_cmpstr (ctl_runner_get_output (ctl), ==, "newer");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", url, "-o", "no/such/folder", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "no/such/folder");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", "http://platen.example/x", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "https://");
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", "file:///etc/passwd", NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "https://");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  /* An address that has expired leaves nothing behind. */
  fake_cloud_reset (fixture->cloud);
  fake_cloud_reply (fixture->cloud, 403, "<Error/>", "Content-Type", "application/xml", NULL);
  g_assert_cmpint (ctl_runner_run (ctl, NULL, "download", url, NULL), ==, CLI_FAILED);
  cli_assert_complaint (fixture, "");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_interrupted (CliFixture    *fixture,
                  gconstpointer  data)
{
  if (!ctl_runner_has_terminal ())
    return;

  fake_cloud_reply_never (fixture->cloud);
  ctl_runner_start (fixture->ctl, "projects", NULL);
  while (fake_cloud_get_count (fixture->cloud) == 0)
    g_main_context_iteration (NULL, TRUE);

  ctl_runner_type (fixture->ctl, "\003");
  g_assert_cmpint (ctl_runner_end (fixture->ctl), ==, CLI_FAILED);
  g_assert_nonnull (strstr (ctl_runner_get_terminal (fixture->ctl), "platenctl: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  cli_add ("/cli/usage", test_usage);
  cli_add ("/cli/help", test_help);
  cli_add ("/cli/signed-out", test_signed_out);
  cli_add ("/cli/failures", test_failures);
  cli_add ("/cli/account", test_account);
  cli_add ("/cli/printers", test_printers);
  cli_add ("/cli/projects", test_projects);
  cli_add ("/cli/presets", test_presets);
  cli_add ("/cli/hostile-text", test_hostile_text);
  cli_add ("/cli/download/project", test_download_project);
  cli_add ("/cli/download/address", test_download_address);
  cli_add ("/cli/download/where", test_download_where);
  cli_add ("/cli/interrupted", test_interrupted);

  return g_test_run ();
}
