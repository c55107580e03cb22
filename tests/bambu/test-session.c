/* test-session.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "account-fixture.h"
#include "answers.h"
#include "calls.h"
#include "sessions.h"

/* A signed-in account, from the first answer to the last file, against the cloud that stands in for the real one. */

#define IOT "/v1/iot-service/api"

static GPtrArray *
describe_all (BambuList *list)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < test_list_count (list); i++)
    g_ptr_array_add (texts, test_object_describe (test_list_get (list, i)));

  return texts;
}

static void
test_first_time (AccountFixture *self,
                 gconstpointer   data)
{
  BambuAccount *account = bambu_session_get_account (self->session);
  BambuList *projects = bambu_session_get_projects (self->session);
  guint n_own = 0;

  g_assert_null (bambu_account_get_uid (account));
  account_open (self, NULL);
  g_assert_cmpstr (bambu_account_get_name (account), ==, "Ada Lovelace");
  g_assert_true (bambu_session_get_account (self->session) == account);
  g_assert_cmpuint (test_list_count (projects), ==, 0);
  g_assert_null (bambu_list_get_updated (projects));

  test_refresh_all (self->session);
  g_assert_true (bambu_session_get_projects (self->session) == projects);
  g_assert_cmpuint (test_list_count (bambu_session_get_devices (self->session)), ==, 6);
  g_assert_cmpuint (test_list_count (projects), >=, 30);
  g_assert_nonnull (bambu_list_get_updated (projects));
  g_assert_cmpuint (test_list_count (bambu_session_get_presets (self->session)), >=, 100);

  for (guint i = 0; i < test_list_count (bambu_session_get_presets (self->session)); i++)
    n_own += bambu_preset_get_own (test_list_get (bambu_session_get_presets (self->session), i));

  g_assert_cmpuint (n_own, >, 0);

  for (guint i = 0; i < test_list_count (bambu_session_get_devices (self->session)); i++)
    {
      BambuDevice *device = test_list_get (bambu_session_get_devices (self->session), i);

      g_assert_cmpuint (strlen (bambu_device_get_access_code (device)), ==, 8);
      g_assert_cmpint (bambu_device_get_state (device), !=, BAMBU_DEVICE_STATE_UNKNOWN);
    }
}

/* The cloud is away, and comes back. */
static void
test_last_known (AccountFixture *self,
                 gconstpointer   data)
{
  g_autofree char *uid = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;
  BambuList *devices;
  BambuList *projects;
  BambuDevice *device;

  account_open (self, NULL);
  test_refresh_all (self->session);
  before = describe_all (bambu_session_get_projects (self->session));
  test_cloud_stop (self->cloud);

  uid = account_restart (self);
  devices = bambu_session_get_devices (self->session);
  projects = bambu_session_get_projects (self->session);
  after = describe_all (projects);
  g_assert_cmpuint (after->len, ==, before->len);

  for (guint i = 0; i < after->len; i++)
    g_assert_cmpstr (g_ptr_array_index (after, i), ==, g_ptr_array_index (before, i));

  g_assert_cmpuint (test_list_count (devices), ==, 6);
  g_assert_nonnull (bambu_list_get_updated (devices));
  g_assert_null (bambu_list_get_error (devices));
  device = test_list_get (devices, 0);
  g_assert_null (bambu_device_get_access_code (device));
  g_assert_nonnull (bambu_device_get_name (device));

  g_assert_false (test_refresh (devices, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
  g_assert_error (bambu_list_get_error (devices), BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
  g_assert_cmpuint (test_list_count (devices), ==, 6);

  test_cloud_start (self->cloud);
  test_refresh_all (self->session);
  g_assert_null (bambu_list_get_error (devices));
  g_assert_true (test_list_get (devices, 0) == device);
  g_assert_nonnull (bambu_device_get_access_code (device));
}

/* Who it is was not known, and cannot be asked. */
static void
test_cannot_open (AccountFixture *self,
                  gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  test_cloud_stop (self->cloud);
  g_assert_false (test_open (self->session, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
  g_clear_error (&error);

  test_cloud_start (self->cloud);
  bambu_client_set_token (self->client, "revoked");
  g_assert_false (test_open (self->session, NULL, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT);

  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  account_open (self, NULL);
}

static void
test_signed_out (AccountFixture *self,
                 gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  BambuList *devices = bambu_session_get_devices (self->session);

  account_open (self, NULL);
  test_refresh_all (self->session);
  bambu_client_set_token (self->client, "revoked");
  g_assert_false (test_refresh (devices, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT);
  g_assert_cmpuint (test_list_count (devices), ==, 6);
}

static void
test_no_secrets (AccountFixture *self,
                 gconstpointer   data)
{
  g_autoptr(JsonNode) bind = test_cloud_get (self->cloud, IOT "/user/bind");
  BambuList *projects = bambu_session_get_projects (self->session);
  BambuList *presets = bambu_session_get_presets (self->session);
  BambuList *devices = bambu_session_get_devices (self->session);
  g_autoptr(GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  account_open (self, NULL);
  test_refresh_all (self->session);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(BambuPresetDetail) detail = NULL;
      BambuProject *project = test_list_get (projects, i);

      g_assert_true (test_load_project (self->session, project, FALSE, NULL));
      g_assert_nonnull (strstr (bambu_project_get_thumbnail (project), "Signature="));
      g_assert_nonnull ((detail = test_load_preset (self->session, test_list_get (presets, i), NULL)));
    }

  for (guint i = 0; i < test_list_count (devices); i++)
    g_ptr_array_add (codes, g_strdup (bambu_device_get_access_code (test_list_get (devices, i))));

  test_end_session (g_steal_pointer (&self->session));
  text = test_read_tree (self->cache_dir);
  g_assert_nonnull (strstr (text, "plate_1.png"));
  g_assert_null (strstr (text, "Signature"));
  g_assert_null (strstr (text, "Expires"));
  g_assert_null (strstr (text, "access_code"));

  for (guint i = 0; i < codes->len; i++)
    g_assert_null (strstr (text, g_ptr_array_index (codes, i)));

  self->session = bambu_session_new (self->client, self->cache_dir);
}

static void
test_project_detail (AccountFixture *self,
                     gconstpointer   data)
{
  g_autofree char *uid = NULL;
  g_autofree char *path = NULL;
  g_autofree char *signed_address = NULL;
  BambuProject *project;

  account_open (self, NULL);
  test_refresh_all (self->session);
  project = test_list_get (bambu_session_get_projects (self->session), 3);
  path = g_strdup_printf (IOT "/user/project/%s", bambu_project_get_id (project));
  g_assert_false (bambu_project_get_has_detail (project));

  /* Once from the cloud; from then on it is known. */
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", path), ==, 1);
  g_assert_cmpuint (bambu_project_get_n_plates (project), >, 0);
  signed_address = g_strdup (bambu_project_get_thumbnail (project));

  /* A refresh of the list does not make it unknown. */
  test_refresh_all (self->session);
  g_assert_true (test_list_get (bambu_session_get_projects (self->session), 3) == project);
  g_assert_true (bambu_project_get_has_detail (project));
  g_assert_cmpstr (bambu_project_get_thumbnail (project), ==, signed_address);

  /* After a restart it comes from the disk, without what expires. */
  uid = account_restart (self);
  project = test_list_get (bambu_session_get_projects (self->session), 3);
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", path), ==, 1);
  g_assert_true (g_str_has_prefix (signed_address, bambu_project_get_thumbnail (project)));
  g_assert_null (strchr (bambu_project_get_thumbnail (project), '?'));

  /* When that is of no use, it is asked for again. */
  g_assert_true (test_load_project (self->session, project, TRUE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", path), ==, 2);
  g_assert_nonnull (strstr (bambu_project_get_thumbnail (project), "Signature="));
}

/* What is on disk, and what is in memory, serves only while the project has not changed. */
static void
test_project_changed (AccountFixture *self,
                      gconstpointer   data)
{
  g_autofree char *uid = NULL;
  g_autofree char *path = NULL;
  g_autofree char *fault = NULL;
  BambuProject *project;

  account_open (self, NULL);
  test_refresh_all (self->session);
  project = test_list_get (bambu_session_get_projects (self->session), 0);
  path = g_strdup_printf (IOT "/user/project/%s", bambu_project_get_id (project));
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", path), ==, 1);

  fault = g_strdup_printf ("{\"method\": \"GET\", \"path\": \"" IOT "/user/project\", \"status\": 200, \"body\":"
                           " \"{\\\"projects\\\": [{\\\"project_id\\\": \\\"%s\\\", \\\"name\\\": \\\"Renamed\\\","
                           " \\\"update_time\\\": \\\"2030-01-01 00:00:00\\\"}]}\"}",
                           bambu_project_get_id (project));
  test_cloud_fault (self->cloud, fault);
  test_refresh_all (self->session);
  g_assert_cmpuint (test_list_count (bambu_session_get_projects (self->session)), ==, 1);
  g_assert_true (test_list_get (bambu_session_get_projects (self->session), 0) == project);
  g_assert_cmpstr (bambu_project_get_name (project), ==, "Renamed");
  g_assert_true (bambu_project_get_has_detail (project));
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", path), ==, 2);

  uid = account_restart (self);
  project = test_list_get (bambu_session_get_projects (self->session), 0);
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  g_assert_cmpuint (test_cloud_count_requests (self->cloud, "GET", path), ==, 3);
}

/* The way of a card whose picture's address has expired. */
static void
test_expired_picture (AccountFixture *self,
                      gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) picture = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *address = NULL;
  BambuProject *project;

  account_open (self, NULL);
  test_refresh_all (self->session);
  project = test_list_get (bambu_session_get_projects (self->session), 0);
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  address = g_strdup (bambu_project_get_thumbnail (project));

  test_cloud_advance (self->cloud, 3600);
  g_assert_null (test_fetch_picture (self->session, address, &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
  g_clear_error (&error);

  g_assert_true (test_load_project (self->session, project, TRUE, NULL));
  g_assert_cmpstr (bambu_project_get_thumbnail (project), !=, address);
  picture = test_fetch_picture (self->session, bambu_project_get_thumbnail (project), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (picture), >, 500);

  /* From the disk it comes by the old address as well, and by the one without a signature. */
  uid = account_restart (self);
  project = test_list_get (bambu_session_get_projects (self->session), 0);
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  again = test_fetch_picture (self->session, bambu_project_get_thumbnail (project), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (again, picture));
  g_assert_cmpuint (test_cloud_count_tokens (self->cloud, "/model/*"), ==, 0);
}

static void
test_preset_detail (AccountFixture *self,
                    gconstpointer   data)
{
  g_autoptr(BambuPresetDetail) detail = NULL;
  g_autoptr(BambuPresetDetail) kept = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept_text = NULL;
  BambuList *presets = bambu_session_get_presets (self->session);

  account_open (self, NULL);
  test_refresh_all (self->session);
  detail = test_load_preset (self->session, test_list_get (presets, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (bambu_preset_detail_get_settings (detail)), >, 3);

  /* Where the cloud is away the last answer serves, if there was one. */
  test_cloud_stop (self->cloud);
  kept = test_load_preset (self->session, test_list_get (presets, 0), &error);
  g_assert_no_error (error);
  text = test_object_describe (G_OBJECT (detail));
  kept_text = test_object_describe (G_OBJECT (kept));
  g_assert_cmpstr (kept_text, ==, text);
  g_assert_null (test_load_preset (self->session, test_list_get (presets, 1), &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE);
  g_clear_error (&error);
  test_cloud_start (self->cloud);

  /* But not where the cloud says that there is none. */
  test_cloud_fault (self->cloud, "{\"method\": \"GET\", \"path\": \"" IOT "/slicer/setting/*\", \"status\": 403, \"body\": \"{}\"}");
  g_assert_null (test_load_preset (self->session, test_list_get (presets, 0), &error));
  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN);
}

static void
count_changes_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_printer_events (AccountFixture *self,
                     gconstpointer   data)
{
  BambuList *devices = bambu_session_get_devices (self->session);
  BambuDevice *device = NULL;
  guint n_changes = 0;

  account_open (self, NULL);
  test_refresh_all (self->session);

  for (guint i = 0; i < test_list_count (devices); i++)
    {
      device = test_list_get (devices, i);

      if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_PRINTING)
        break;
    }

  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_nonnull (bambu_device_get_end_time (device));
  g_assert_nonnull (bambu_device_get_thumbnail (device));
  g_signal_connect_swapped (devices, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);

  test_cloud_printer_event (self->cloud, bambu_device_get_id (device), "pause");
  test_refresh_all (self->session);
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PAUSED);
  g_assert_true (bambu_device_get_needs_attention (device));

  test_cloud_printer_event (self->cloud, bambu_device_get_id (device), "offline");
  test_refresh_all (self->session);
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
  g_assert_nonnull (bambu_device_get_last_seen (device));
  g_assert_cmpuint (n_changes, ==, 0);

  /* Without user/print the printers are there all the same. */
  test_cloud_fault (self->cloud, "{\"method\": \"GET\", \"path\": \"" IOT "/user/print\", \"status\": 500, \"body\": \"\"}");
  test_cloud_printer_event (self->cloud, bambu_device_get_id (device), "online");
  test_refresh_all (self->session);
  g_assert_cmpint (bambu_device_get_state (device), !=, BAMBU_DEVICE_STATE_OFFLINE);
  g_assert_null (bambu_list_get_error (devices));
}

static void
test_damaged (AccountFixture *self,
              gconstpointer   data)
{
  static const char * const damages[] = { "", "{\"projects\": [{\"project_id\": \"1\"", "\xff\xfe", "[]", "{\"devices\": 7}" };
  g_autofree char *kept_uid = NULL;

  account_open (self, NULL);
  test_refresh_all (self->session);
  g_assert_true (test_load_project (self->session, test_list_get (bambu_session_get_projects (self->session), 0), FALSE, NULL));
  kept_uid = g_strdup (bambu_account_get_uid (bambu_session_get_account (self->session)));

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      test_end_session (self->session);
      test_write_tree (self->cache_dir, damages[i]);
      self->session = bambu_session_new (self->client, self->cache_dir);
      account_open (self, kept_uid);
      g_assert_cmpuint (test_list_count (bambu_session_get_devices (self->session)), ==, 0);
      g_assert_cmpuint (test_list_count (bambu_session_get_projects (self->session)), ==, 0);

      /* And the next answer makes it good. */
      test_refresh_all (self->session);
      g_assert_cmpuint (test_list_count (bambu_session_get_devices (self->session)), ==, 6);
      g_assert_true (test_load_project (self->session, test_list_get (bambu_session_get_projects (self->session), 0), FALSE, NULL));
    }
}

static void
test_forgotten (AccountFixture *self,
                gconstpointer   data)
{
  g_autofree char *other = g_build_filename (self->cache_dir, "china-7", NULL);
  g_autofree char *other_file = g_build_filename (other, "account.json", NULL);
  g_autofree char *own = NULL;
  g_autoptr(GBytes) picture = NULL;
  BambuProject *project;

  account_open (self, NULL);
  test_refresh_all (self->session);
  project = test_list_get (bambu_session_get_projects (self->session), 0);
  g_assert_true (test_load_project (self->session, project, FALSE, NULL));
  picture = test_fetch_picture (self->session, bambu_project_get_thumbnail (project), NULL);
  g_assert_nonnull (picture);
  own = g_strdup_printf ("%s/global-%s", self->cache_dir,
                         bambu_account_get_uid (bambu_session_get_account (self->session)));
  g_assert_true (g_file_test (own, G_FILE_TEST_IS_DIR));
  g_assert_cmpint (g_mkdir_with_parents (other, 0700), ==, 0);
  g_assert_true (g_file_set_contents (other_file, "{}", -1, NULL));

  test_forget (self->session);
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other_file, G_FILE_TEST_EXISTS));

  /* Answers that come afterwards are not kept, nor are pictures. */
  test_refresh_all (self->session);
  g_assert_true (test_load_project (self->session, project, TRUE, NULL));
  g_clear_pointer (&picture, g_bytes_unref);
  picture = test_fetch_picture (self->session, bambu_project_get_thumbnail (project), NULL);
  g_assert_nonnull (picture);
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bambu/session/" name, AccountFixture, NULL, account_set_up, func, account_tear_down)
  ADD ("first-time", test_first_time);
  ADD ("last-known", test_last_known);
  ADD ("cannot-open", test_cannot_open);
  ADD ("signed-out", test_signed_out);
  ADD ("no-secrets", test_no_secrets);
  ADD ("project-detail", test_project_detail);
  ADD ("project-changed", test_project_changed);
  ADD ("expired-picture", test_expired_picture);
  ADD ("preset-detail", test_preset_detail);
  ADD ("printer-events", test_printer_events);
  ADD ("damaged", test_damaged);
  ADD ("forgotten", test_forgotten);
#undef ADD

  return g_test_run ();
}
