/* test-activation.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program as the session bus starts it: for the desktop's search, and for the actions of its desktop file. */

#include <platen-keyring.h>

#include "bambu-session.h"
#include "platen-search-find.h"
#include "test-cloud.h"
#include "test-result.h"

#define NAME        "io.github.platen.Platen"
#define OBJECT_PATH "/io/github/platen/Platen"
#define SEARCH_PATH OBJECT_PATH "/SearchProvider"
#define SEARCH      "org.gnome.Shell.SearchProvider2"
#define TIMEOUT_MS  60000

typedef struct
{
  TestCloud       *cloud;
  GDBusConnection *connection;
  BambuSession    *session;
} Fixture;

/* What is installed: the program, what GNOME Shell knows of its search, and its desktop file. */
static const char *program;
static const char *provider_file;
static const char *desktop_file;

static GVariant *
call (Fixture            *fixture,
      const char         *name,
      const char         *path,
      const char         *interface,
      const char         *method,
      GVariant           *parameters)
{
  g_autoptr(GError) error = NULL;
  GVariant *reply = g_dbus_connection_call_sync (fixture->connection, name, path, interface, method, parameters,
                                                 NULL, G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &error);

  g_assert_no_error (error);

  return reply;
}

static void
call_bus (Fixture    *fixture,
          const char *method,
          GVariant   *parameters)
{
  g_autoptr(GVariant) reply = call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    method, parameters);
}

static gboolean
is_running (Fixture *fixture)
{
  g_autoptr(GVariant) reply = call (fixture, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    "NameHasOwner", g_variant_new ("(s)", NAME));
  gboolean running;

  g_variant_get (reply, "(b)", &running);

  return running;
}

static gboolean
has_ended (gpointer user_data)
{
  return !is_running (user_data);
}

/* A window has actions, which it exports. */
static gboolean
has_window (gpointer user_data)
{
  g_autoptr(GVariant) reply = call (user_data, NAME, OBJECT_PATH, "org.freedesktop.DBus.Introspectable", "Introspect", NULL);
  const char *xml;

  g_variant_get (reply, "(&s)", &xml);

  return strstr (xml, "\"window\"") != NULL;
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_autoptr(GVariant) reply = call (fixture, NAME, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                                    g_variant_new ("(s@av@a{sv})", action,
                                                   g_variant_new_array (G_VARIANT_TYPE_VARIANT, NULL, 0),
                                                   g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)));
}

static void
end_program (Fixture *fixture)
{
  act (fixture, "quit");
  g_assert_true (test_wait_until (has_ended, fixture, TIMEOUT_MS));
}

static char **
find (Fixture            *fixture,
      const char * const *terms)
{
  g_autoptr(GVariant) reply = call (fixture, NAME, SEARCH_PATH, SEARCH, "GetInitialResultSet",
                                    g_variant_new ("(^as)", terms));
  char **found;

  g_variant_get (reply, "(^as)", &found);

  return found;
}

static char **
narrow (Fixture            *fixture,
        const char * const *found,
        const char * const *terms)
{
  g_autoptr(GVariant) reply = call (fixture, NAME, SEARCH_PATH, SEARCH, "GetSubsearchResultSet",
                                    g_variant_new ("(^as^as)", found, terms));
  char **narrowed;

  g_variant_get (reply, "(^as)", &narrowed);

  return narrowed;
}

static GVariant *
describe (Fixture            *fixture,
          const char * const *found)
{
  g_autoptr(GVariant) reply = call (fixture, NAME, SEARCH_PATH, SEARCH, "GetResultMetas", g_variant_new ("(^as)", found));

  return g_variant_get_child_value (reply, 0);
}

static void
refresh (BambuList *list)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_list_refresh_async (list, NULL, test_result_cb, &result);
  bambu_list_refresh_finish (list, test_result_wait (&result), &error);
  g_assert_no_error (error);
}

/* Leaves behind on the disk what a run of the program does. */
static BambuSession *
leave_session (TestCloud *cloud)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "platen", NULL);
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(BambuSession) session = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  client = bambu_client_new (BAMBU_REGION_GLOBAL, test_cloud_get_url (cloud), test_cloud_get_url (cloud), &error);
  g_assert_no_error (error);
  bambu_client_set_token (client, TEST_CLOUD_TOKEN);
  session = bambu_session_new (client, folder);
  bambu_session_open_async (session, NULL, NULL, test_result_cb, &result);
  bambu_session_open_finish (session, test_result_wait (&result), &error);
  g_assert_no_error (error);
  refresh (bambu_session_get_devices (session));
  refresh (bambu_session_get_projects (session));
  refresh (bambu_session_get_presets (session));

  return g_steal_pointer (&session);
}

static void
sign_in (BambuSession *session)
{
  g_autoptr(BambuCredentials) credentials = bambu_credentials_new (TEST_CLOUD_TOKEN, NULL, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  platen_keyring_store_async (BAMBU_REGION_GLOBAL, bambu_session_get_uid (session), "Ada", credentials,
                              test_result_cb, &result);
  platen_keyring_store_finish (test_result_wait (&result), &error);
  g_assert_no_error (error);
}

static void
sign_out (BambuSession *session)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  platen_keyring_clear_async (BAMBU_REGION_GLOBAL, bambu_session_get_uid (session), test_result_cb, &result);
  platen_keyring_clear_finish (test_result_wait (&result), &error);
  g_assert_no_error (error);
}

static void
install_service (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "dbus-1", "services", NULL);
  g_autofree char *path = g_build_filename (folder, NAME ".service", NULL);
  g_autofree char *service = g_strdup_printf ("[D-BUS Service]\nName=" NAME "\nExec=%s --gapplication-service\n", program);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, service, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GVariantBuilder environment;
  g_autoptr(GError) error = NULL;

  fixture->cloud = test_cloud_new (NULL);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  install_service ();
  call_bus (fixture, "ReloadConfig", NULL);

  g_variant_builder_init (&environment, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&environment, "{ss}", "PLATEN_API_URL", test_cloud_get_url (fixture->cloud));
  g_variant_builder_add (&environment, "{ss}", "G_DEBUG", "fatal-criticals");
  call_bus (fixture, "UpdateActivationEnvironment", g_variant_new ("(a{ss})", &environment));

  fixture->session = leave_session (fixture->cloud);
  sign_in (fixture->session);
  test_cloud_clear_requests (fixture->cloud);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (is_running (fixture))
    end_program (fixture);

  sign_out (fixture->session);
  g_object_unref (fixture->session);
  g_object_unref (fixture->connection);
  test_cloud_free (fixture->cloud);
}

static char *
dup_result (const char *kind,
            gpointer    item)
{
  return g_strconcat (kind, ":", bambu_item_get_id (item), NULL);
}

static guint
count_requests (TestCloud *cloud)
{
  g_autoptr(JsonNode) requests = test_cloud_get_requests (cloud);

  return json_array_get_length (json_node_get_array (requests));
}

/* Started for it, the program finds what is known, and neither shows itself nor asks the cloud. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (fixture->session));
  g_autoptr(BambuDevice) device = g_list_model_get_item (devices, 0);
  g_autofree char *name = g_utf8_strup (bambu_device_get_name (device), -1);
  g_autofree char *result = dup_result ("printer", device);
  g_auto(GStrv) terms = g_strsplit (name, " ", -1);
  const char * const impossible[] = { terms[0], "no such thing", NULL };
  const char * const wide[] = { "a", NULL };
  g_auto(GStrv) found = NULL;
  g_auto(GStrv) narrowed = NULL;
  g_auto(GStrv) none = NULL;
  g_auto(GStrv) many = NULL;

  g_assert_false (is_running (fixture));
  found = find (fixture, (const char * const *)terms);
  g_assert_true (g_strv_contains ((const char * const *)found, result));

  narrowed = narrow (fixture, (const char * const *)found, (const char * const *)terms);
  g_assert_true (g_strv_contains ((const char * const *)narrowed, result));
  none = narrow (fixture, (const char * const *)found, impossible);
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  many = find (fixture, wide);
  g_assert_cmpuint (g_strv_length (many), >, PLATEN_SEARCH_MAX_FOUND);
  g_assert_cmpuint (g_strv_length (many), <=, 3 * PLATEN_SEARCH_MAX_FOUND);

  g_assert_false (has_window (fixture));
  g_assert_cmpuint (count_requests (fixture->cloud), ==, 0);
}

/* Keeping a picture takes a moment that nobody waits for. */
static gboolean
is_kept (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr(BambuProject) project = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_projects (fixture->session)), 0);
  BambuPictures *pictures = bambu_session_get_pictures (fixture->session);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = NULL;

  bambu_pictures_recall_async (pictures, bambu_project_get_thumbnail (project), test_result_cb, &result);
  bytes = bambu_pictures_recall_finish (pictures, test_result_wait (&result), NULL);

  return bytes != NULL;
}

static void
keep_thumbnail (Fixture      *fixture,
                BambuProject *project)
{
  BambuPictures *pictures = bambu_session_get_pictures (fixture->session);
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GAsyncResult) fetched = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  bambu_session_load_project_async (fixture->session, project, FALSE, NULL, test_result_cb, &loaded);
  bambu_session_load_project_finish (fixture->session, test_result_wait (&loaded), &error);
  g_assert_no_error (error);
  g_assert_false (is_kept (fixture));
  bambu_pictures_fetch_async (pictures, bambu_project_get_thumbnail (project), BAMBU_PICTURES_PRIORITY_VISIBLE, NULL,
                              test_result_cb, &fetched);
  bytes = bambu_pictures_fetch_finish (pictures, test_result_wait (&fetched), &error);
  g_assert_no_error (error);
  g_assert_true (test_wait_until (is_kept, fixture, TIMEOUT_MS));
  test_cloud_clear_requests (fixture->cloud);
}

static void
test_metas (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (fixture->session));
  g_autoptr(BambuDevice) device = g_list_model_get_item (devices, 0);
  g_autoptr(BambuProject) project = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_projects (fixture->session)), 0);
  g_autoptr(BambuPreset) preset = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_presets (fixture->session)), 0);
  g_autofree char *printer_result = dup_result ("printer", device);
  g_autofree char *project_result = dup_result ("project", project);
  g_autofree char *preset_result = dup_result ("preset", preset);
  const char * const found[] = {
    "printer:gone", "", ":", "printer", "printer:", "../../etc/passwd", "project:../../../../etc/passwd", "task:1",
    printer_result, project_result, preset_result, "file:///etc/passwd", "preset:%s%n", NULL
  };
  g_autoptr(GVariant) metas = NULL;
  g_autofree char *text = NULL;

  keep_thumbnail (fixture, project);
  metas = describe (fixture, found);
  text = g_variant_print (metas, FALSE);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GVariant) meta = g_variant_get_child_value (metas, i);
      g_autoptr(GVariant) serialized = g_variant_lookup_value (meta, "icon", NULL);
      g_autoptr(GIcon) icon = g_icon_deserialize (serialized);
      const char *id;
      const char *name;

      g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
      g_assert_cmpstr (id, ==, found[8 + i]);
      g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
      g_assert_cmpstr (name, !=, "");
      g_assert_true (i == 1 ? G_IS_BYTES_ICON (icon) : G_IS_THEMED_ICON (icon));
    }

  g_assert_nonnull (bambu_device_get_access_code (device));
  g_assert_null (strstr (text, bambu_device_get_access_code (device)));
  g_assert_null (strstr (text, TEST_CLOUD_TOKEN "\""));
  g_assert_false (has_window (fixture));
  g_assert_cmpuint (count_requests (fixture->cloud), ==, 0);
}

static void
test_signed_out (Fixture       *fixture,
                 gconstpointer  data)
{
  const char * const terms[] = { "a", NULL };
  const char * const hostile[] = { "printer:1", NULL };
  g_auto(GStrv) found = NULL;
  g_auto(GStrv) narrowed = NULL;
  g_autoptr(GVariant) metas = NULL;

  sign_out (fixture->session);
  found = find (fixture, terms);
  g_assert_cmpuint (g_strv_length (found), ==, 0);
  narrowed = narrow (fixture, hostile, terms);
  g_assert_cmpuint (g_strv_length (narrowed), ==, 0);
  metas = describe (fixture, hostile);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 0);
  g_assert_false (has_window (fixture));
}

/* Whoever asks goes before the answer is there. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  const char * const terms[] = { "a", NULL };
  g_auto(GStrv) found = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GDBusConnection) other = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);

      other = g_dbus_connection_new_for_address_sync (address,
                                                      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                      G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                      NULL, NULL, &error);
      g_assert_no_error (error);
      g_dbus_connection_call (other, NAME, SEARCH_PATH, SEARCH, "GetInitialResultSet", g_variant_new ("(^as)", terms),
                              NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
      g_dbus_connection_flush_sync (other, NULL, &error);
      g_assert_no_error (error);
      g_dbus_connection_close_sync (other, NULL, &error);
      g_assert_no_error (error);
    }

  found = find (fixture, terms);
  g_assert_cmpuint (g_strv_length (found), >, 0);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (fixture->session));
  g_autoptr(BambuDevice) device = g_list_model_get_item (devices, 0);
  g_autofree char *result = dup_result ("printer", device);
  const char * const terms[] = { "a", NULL };
  g_autoptr(GVariant) ignored = NULL;
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GVariant) other_reply = NULL;

  /* What is nothing opens nothing. */
  ignored = call (fixture, NAME, SEARCH_PATH, SEARCH, "ActivateResult",
                  g_variant_new ("(s^asu)", "../../etc/passwd", terms, 0));
  g_assert_false (has_window (fixture));

  reply = call (fixture, NAME, SEARCH_PATH, SEARCH, "ActivateResult", g_variant_new ("(s^asu)", result, terms, 0));
  g_assert_true (test_wait_until (has_window, fixture, TIMEOUT_MS));
  end_program (fixture);

  other_reply = call (fixture, NAME, SEARCH_PATH, SEARCH, "LaunchSearch", g_variant_new ("(^asu)", terms, 0));
  g_assert_true (test_wait_until (has_window, fixture, TIMEOUT_MS));
}

static GKeyFile *
load_file (const char *path)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&file);
}

static void
assert_value (GKeyFile   *file,
              const char *group,
              const char *key,
              const char *expected)
{
  g_autofree char *value = g_key_file_get_string (file, group, key, NULL);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_files (void)
{
  g_autoptr(GKeyFile) provider = load_file (provider_file);
  g_autoptr(GKeyFile) desktop = load_file (desktop_file);
  g_auto(GStrv) actions = g_key_file_get_string_list (desktop, "Desktop Entry", "Actions", NULL, NULL);

  assert_value (provider, "Shell Search Provider", "DesktopId", NAME ".desktop");
  assert_value (provider, "Shell Search Provider", "BusName", NAME);
  assert_value (provider, "Shell Search Provider", "ObjectPath", SEARCH_PATH);
  assert_value (provider, "Shell Search Provider", "Version", "2");

  assert_value (desktop, "Desktop Entry", "DBusActivatable", "true");
  g_assert_cmpuint (g_strv_length (actions), ==, 3);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *group = g_strconcat ("Desktop Action ", actions[i], NULL);

      g_assert_true (g_key_file_has_key (desktop, group, "Name", NULL));
      g_assert_true (g_key_file_has_key (desktop, group, "Exec", NULL));
    }
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  act (fixture, "printers");
  g_assert_true (test_wait_until (has_window, fixture, TIMEOUT_MS));
  end_program (fixture);

  act (fixture, "projects");
  g_assert_true (test_wait_until (has_window, fixture, TIMEOUT_MS));
  end_program (fixture);

  /* Where there is nothing to end it comes and goes. */
  end_program (fixture);
}

static void
run (const char *first,
     const char *second)
{
  const char * const argv[] = { program, first, second, NULL };
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
test_options (Fixture       *fixture,
              gconstpointer  data)
{
  /* Nothing is started for it. */
  run ("--quit", NULL);
  g_assert_false (is_running (fixture));

  act (fixture, "printers");
  g_assert_true (test_wait_until (has_window, fixture, TIMEOUT_MS));
  run ("--page", "presets");
  run ("--background", NULL);
  g_assert_true (has_window (fixture));
  run ("--quit", NULL);
  g_assert_true (test_wait_until (has_ended, fixture, TIMEOUT_MS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 4);
  program = argv[1];
  provider_file = argv[2];
  desktop_file = argv[3];

  g_test_add_func ("/activation/files", test_files);
  g_test_add ("/activation/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/activation/metas", Fixture, NULL, set_up, test_metas, tear_down);
  g_test_add ("/activation/signed-out", Fixture, NULL, set_up, test_signed_out, tear_down);
  g_test_add ("/activation/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/activation/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/activation/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add ("/activation/options", Fixture, NULL, set_up, test_options, tear_down);

  return g_test_run ();
}
