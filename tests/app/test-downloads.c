/* test-downloads.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include <glib/gstdio.h>

#include "platen-file-row.h"
#include "platen-project-page.h"

#define PROFILE_PATH "/v1/iot-service/api/user/profile/*"
#define FILE_PATH    "/model/*.3mf"

/* json-glib cannot write a NUL: this stands for one. */
#define NUL_MARK "<nul>"

/* The page of a project, and a folder for what is downloaded. */
typedef struct
{
  PageHarness *harness;
  GFile       *folder;

  /* What the cloud says of the project's profile, and the 3MF's name and MD5 of that. */
  JsonNode    *profile;
  char        *name;
  char        *md5;
} Fixture;

static JsonObject *
get_profile (Fixture *self)
{
  return json_node_get_object (self->profile);
}

/* The first project that has been sliced. */
static BambuProject *
find_project (Fixture *self)
{
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (self->harness->session));

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr(BambuProject) project = g_list_model_get_item (projects, i);
      g_autofree char *path = g_strconcat ("/v1/iot-service/api/user/project/", bambu_project_get_id (project), NULL);
      g_autoptr(JsonNode) detail = test_cloud_get (self->harness->cloud, path);
      JsonArray *profiles = json_object_get_array_member (json_node_get_object (detail), "profiles");
      const char *id = json_object_get_string_member (json_array_get_object_element (profiles, 0), "profile_id");
      g_autofree char *profile_path = NULL;

      profile_path = g_strdup_printf ("/v1/iot-service/api/user/profile/%s?model_id=%s",
                                      id, bambu_project_get_model_id (project));
      g_clear_pointer (&self->profile, json_node_unref);
      self->profile = test_cloud_get (self->harness->cloud, profile_path);

      if (!json_object_get_null_member (get_profile (self), "url"))
        return g_steal_pointer (&project);
    }

  g_error ("No project has a 3MF");
}

static void
show (Fixture      *self,
      BambuProject *project)
{
  g_free (self->name);
  self->name = g_strdup (json_object_get_string_member (get_profile (self), "filename"));
  g_free (self->md5);
  self->md5 = g_strdup (json_object_get_string_member (get_profile (self), "md5"));
  page_harness_show (self->harness, platen_project_page_new (self->harness->session, project), 900, 1400);
}

static void
show_project (Fixture *self)
{
  g_autoptr(BambuProject) project = find_project (self);

  show (self, project);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("platen-downloads-XXXXXX", &error);

  g_assert_no_error (error);
  self->folder = g_file_new_for_path (path);
  self->harness = page_harness_new (NULL);
  page_harness_refresh (self->harness, bambu_session_get_projects (self->harness->session));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (self->folder);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  page_harness_free (self->harness);
  dir = g_dir_open (path, 0, NULL);

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_object_unref (self->folder);
  json_node_unref (self->profile);
  g_free (self->name);
  g_free (self->md5);
}

static GtkWidget *
get_window (Fixture *self)
{
  return self->harness->window;
}

typedef struct
{
  Fixture    *fixture;
  const char *name;
  GtkWidget  *row;
  guint       n_files;
} Wanted;

static gboolean
row_is_there (gpointer user_data)
{
  Wanted *wanted = user_data;
  g_autoptr(GPtrArray) rows = page_harness_collect (get_window (wanted->fixture), PLATEN_TYPE_FILE_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), wanted->name))
        wanted->row = rows->pdata[i];
    }

  return wanted->row != NULL;
}

static GtkWidget *
wait_for_row (Fixture    *self,
              const char *name)
{
  Wanted wanted = { self, name, NULL, 0 };

  if (!test_wait_until (row_is_there, &wanted, PAGE_HARNESS_TIMEOUT_MS))
    g_error ("There is no row of “%s”", name);

  return wanted.row;
}

static guint
count_files (Fixture *self)
{
  g_autofree char *path = g_file_get_path (self->folder);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

static gboolean
file_count_is (gpointer user_data)
{
  Wanted *wanted = user_data;

  return count_files (wanted->fixture) == wanted->n_files;
}

/* Who stops is answered at once, while what is left is still tidied up. */
static void
await_files (Fixture *self,
             guint    n_files)
{
  Wanted wanted = { self, NULL, NULL, n_files };

  g_assert_true (test_wait_until (file_count_is, &wanted, PAGE_HARNESS_TIMEOUT_MS));
}

static void
assert_saved (Fixture    *self,
              const char *name,
              const char *md5)
{
  g_autoptr(GFile) file = g_file_get_child (self->folder, name);
  g_autoptr(GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autofree char *actual = NULL;

  g_assert_nonnull (bytes);
  actual = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
  g_assert_cmpstr (actual, ==, md5);
}

static void
await_size (GtkWidget *row)
{
  g_autoptr(GPtrArray) labels = NULL;

  for (;;)
    {
      g_clear_pointer (&labels, g_ptr_array_unref);
      labels = page_harness_collect (row, GTK_TYPE_LABEL);

      for (guint i = 0; i < labels->len; i++)
        {
          if (g_str_has_suffix (gtk_label_get_text (labels->pdata[i]), "kB"))
            return;
        }

      g_main_context_iteration (NULL, TRUE);
    }
}

/* Shows the project, and presses the download button of its 3MF, once its size is known: from now on faults concern
 * the download alone.
 */
static GtkWidget *
begin (Fixture    *self,
       const char *fault)
{
  g_autofree char *offered = NULL;
  GtkWidget *row;

  show_project (self);
  row = wait_for_row (self, self->name);
  await_size (row);

  if (fault != NULL)
    test_cloud_fault (self->harness->cloud, fault);

  test_cloud_clear_requests (self->harness->cloud);
  page_harness_click (row, "Download");
  offered = page_harness_choose (self->folder, "out.3mf");
  g_assert_cmpstr (offered, ==, self->name);

  return row;
}

/* What stands in for a file manager, and what it was asked to show. */
typedef struct
{
  GDBusMethodInvocation *invocation;
  char                  *uri;
} FileManager;

static void
show_items_cb (GDBusConnection       *connection,
               const char            *sender,
               const char            *path,
               const char            *interface,
               const char            *method,
               GVariant              *parameters,
               GDBusMethodInvocation *invocation,
               gpointer               user_data)
{
  FileManager *manager = user_data;
  g_autofree const char **uris = NULL;

  g_variant_get (parameters, "(^a&s&s)", &uris, NULL);
  manager->uri = g_strdup (uris[0]);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static gboolean
was_asked (gpointer user_data)
{
  FileManager *manager = user_data;

  return manager->uri != NULL;
}

static void
check_folder_is_shown (Fixture   *self,
                       GtkWidget *row)
{
  static const GDBusInterfaceVTable vtable = { show_items_cb, NULL, NULL, { NULL } };
  g_autoptr(GDBusNodeInfo) info =
    g_dbus_node_info_new_for_xml ("<node><interface name='org.freedesktop.FileManager1'><method name='ShowItems'>"
                                  "<arg type='as' direction='in'/><arg type='s' direction='in'/>"
                                  "</method></interface></node>", NULL);
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GFile) file = g_file_get_child (self->folder, "out.3mf");
  g_autofree char *uri = g_file_get_uri (file);
  FileManager manager = { NULL, NULL };
  guint object = g_dbus_connection_register_object (bus, "/org/freedesktop/FileManager1", info->interfaces[0],
                                                    &vtable, &manager, NULL, NULL);
  guint name = g_bus_own_name_on_connection (bus, "org.freedesktop.FileManager1", G_BUS_NAME_OWNER_FLAGS_NONE,
                                             NULL, NULL, NULL, NULL);

  page_harness_click (row, "Show in Folder");
  g_assert_true (test_wait_until (was_asked, &manager, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_cmpstr (manager.uri, ==, uri);
  g_free (manager.uri);
  g_bus_unown_name (name);
  g_dbus_connection_unregister_object (bus, object);
}

static void
test_saved (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *row = begin (self, NULL);

  page_harness_await_text (row, "Saved as “out.3mf”");
  g_assert_cmpuint (count_files (self), ==, 1);
  assert_saved (self, "out.3mf", self->md5);
  g_assert_cmpuint (test_cloud_count_tokens (self->harness->cloud, FILE_PATH), ==, 0);
  g_assert_nonnull (page_harness_find_text (get_window (self), self->md5));
  check_folder_is_shown (self, row);
}

/* A connection that drops is picked up where it was; a server that fails, when the user wants it. */
static void
test_interrupted (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *row;

  row = begin (self, "{\"path\": \"" FILE_PATH "\", \"drop_after\": 1000, \"times\": 1}");
  page_harness_await_text (row, "Saved as “out.3mf”");
  assert_saved (self, "out.3mf", self->md5);

  test_cloud_fault (self->harness->cloud, "{\"path\": \"" FILE_PATH "\", \"drop_after\": 1000, \"times\": 1}");
  test_cloud_fault (self->harness->cloud, "{\"path\": \"" FILE_PATH "\", \"status\": 500, \"times\": 1}");
  page_harness_click (row, "Download");
  g_free (page_harness_choose (self->folder, "again.3mf"));
  page_harness_click (row, "Continue");
  page_harness_await_text (row, "Saved as “again.3mf”");
  assert_saved (self, "again.3mf", self->md5);
  await_files (self, 2);
}

static void
test_stopped (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *row = begin (self, "{\"path\": \"" FILE_PATH "\", \"delay_ms\": 60000, \"times\": 1}");

  page_harness_await_requests (self->harness, NULL, FILE_PATH, 1);
  page_harness_click (row, "Stop");
  page_harness_click (row, "Continue");
  page_harness_await_text (row, "Saved as “out.3mf”");
  assert_saved (self, "out.3mf", self->md5);
}

/* What is unfinished is not left behind. */
static void
test_discarded (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *row;

  row = begin (self, "{\"path\": \"" FILE_PATH "\", \"drop_after\": 1000, \"times\": 1}");
  page_harness_await_text (row, "Saved as “out.3mf”");
  test_cloud_fault (self->harness->cloud, "{\"path\": \"" FILE_PATH "\", \"drop_after\": 1000, \"times\": 1}");
  test_cloud_fault (self->harness->cloud, "{\"path\": \"" FILE_PATH "\", \"status\": 500, \"times\": 1}");
  page_harness_click (row, "Download");
  g_free (page_harness_choose (self->folder, "again.3mf"));
  page_harness_click (row, "Discard");
  await_files (self, 1);
  g_assert_nonnull (page_harness_find_button (row, "Download"));
}

/* Who leaves the page and comes back finds the download where it is. */
static void
test_left (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *row = begin (self, "{\"path\": \"" FILE_PATH "\", \"delay_ms\": 60000, \"times\": 1}");

  while (page_harness_find_button (row, "Stop") == NULL)
    g_main_context_iteration (NULL, TRUE);

  page_harness_await_requests (self->harness, NULL, FILE_PATH, 1);
  page_harness_hide (self->harness);
  test_cloud_clear_faults (self->harness->cloud);

  show_project (self);
  page_harness_click (wait_for_row (self, self->name), "Stop");
  page_harness_click (wait_for_row (self, self->name), "Continue");
  page_harness_await_text (wait_for_row (self, self->name), "Saved as “out.3mf”");
}

/* From now on the cloud says of the project's profile what @self has of it. */
static void
tell_profile (Fixture *self,
              int      times)
{
  g_autofree char *json = json_to_string (self->profile, FALSE);
  g_auto(GStrv) parts = g_strsplit (json, NUL_MARK, -1);
  g_autofree char *body = g_strjoinv ("\\u0000", parts);
  g_autoptr(JsonNode) fault = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "path", PROFILE_PATH);
  json_object_set_int_member (object, "status", 200);
  json_object_set_int_member (object, "times", times);
  json_object_set_string_member (object, "body", body);
  json_node_take_object (fault, object);
  text = json_to_string (fault, FALSE);
  test_cloud_fault (self->harness->cloud, text);
}

/* Another file than the cloud promised: nothing of it is kept. */
static void
test_wrong_md5 (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(BambuProject) project = find_project (self);
  GtkWidget *row;

  json_object_set_string_member (get_profile (self), "md5", "00000000000000000000000000000000");
  tell_profile (self, 100);
  row = begin (self, NULL);
  page_harness_await_text (row, "The file that came is not the one that the cloud promised: its MD5 differs. "
                                "Nothing was kept. Try again.");
  await_files (self, 0);
}

/* The address has expired: another is asked for, once. */
static void
test_expired (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(BambuProject) project = find_project (self);
  const char *uri = json_object_get_string_member (get_profile (self), "url");
  g_autofree char *unsigned_uri = g_strndup (uri, strcspn (uri, "?"));
  GtkWidget *row;

  json_object_set_string_member (get_profile (self), "url", unsigned_uri);
  tell_profile (self, 1);
  show (self, project);
  row = wait_for_row (self, self->name);
  page_harness_click (row, "Download");
  g_free (page_harness_choose (self->folder, "out.3mf"));
  page_harness_await_text (row, "Saved as “out.3mf”");
  g_assert_cmpuint (test_cloud_count_requests (self->harness->cloud, "GET", PROFILE_PATH), ==, 3);
}

/* Whatever the cloud calls its files, they land in the folder that was chosen. */
static void
test_hostile_names (Fixture       *self,
                    gconstpointer  data)
{
  static const char * const names[] = { "../../up", "/etc/passwd", "", "a\nb", "nul" NUL_MARK "x", "-rf", ".hidden", "C:\\x" };
  static const char * const clean[] = { "up", "passwd", "download", "a_b", "nul\357\277\275x", "-rf", "hidden", "x" };
  g_autoptr(BambuProject) project = find_project (self);
  JsonObject *context = json_object_get_object_member (get_profile (self), "context");
  JsonArray *configs = json_object_get_array_member (context, "configs");
  const char *uri = json_object_get_string_member (json_array_get_object_element (configs, 0), "url");
  g_autofree char *long_name = g_strnfill (300, 'x');
  g_autofree char *cut = g_strnfill (200, 'x');
  JsonArray *hostile = json_array_new ();

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      JsonObject *config = json_object_new ();

      json_object_set_string_member (config, "name", i < G_N_ELEMENTS (names) ? names[i] : long_name);
      json_object_set_string_member (config, "dir", "../..");
      json_object_set_string_member (config, "url", uri);
      json_array_add_object_element (hostile, config);
    }

  json_object_set_array_member (context, "configs", hostile);
  tell_profile (self, 100);
  show_project (self);

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      const char *expected = i < G_N_ELEMENTS (names) ? clean[i] : cut;
      g_autofree char *offered = NULL;
      g_autofree char *saved = g_strdup_printf ("Saved as “%s”", expected);
      GtkWidget *row = wait_for_row (self, expected);

      page_harness_click (row, "Download");
      offered = page_harness_choose (self->folder, NULL);
      g_assert_cmpstr (offered, ==, expected);
      page_harness_await_text (row, saved);
    }

  await_files (self, G_N_ELEMENTS (names) + 1);
}

static void
test_nothing_told (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(BambuProject) project = find_project (self);

  test_cloud_fault (self->harness->cloud, "{\"path\": \"" PROFILE_PATH "\", \"status\": 500, \"times\": 100}");
  show (self, project);
  page_harness_await_text (get_window (self), "Files Could Not Be Asked For");
  test_cloud_clear_faults (self->harness->cloud);
  page_harness_click (get_window (self), "Retry");
  wait_for_row (self, self->name);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/downloads/saved", test_saved },
    { "/downloads/interrupted", test_interrupted },
    { "/downloads/stopped", test_stopped },
    { "/downloads/discarded", test_discarded },
    { "/downloads/left", test_left },
    { "/downloads/wrong-md5", test_wrong_md5 },
    { "/downloads/expired", test_expired },
    { "/downloads/hostile-names", test_hostile_names },
    { "/downloads/nothing-told", test_nothing_told },
  };

  page_harness_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
