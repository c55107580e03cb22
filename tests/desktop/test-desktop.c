/* test-desktop.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>

#include "desktop.h"
#include "test-cloud.h"

/* From end to end: the program as its users start it, a real panel, a real notification daemon, and a mouse. */

/* In the panel: it is all at the very left. */
#define ICON_X 11
#define ICON_Y 16

typedef struct
{
  Desktop     *desktop;
  TestCloud   *cloud;
  GSubprocess *program;
  char        *printing;       /* serial number of a printer that prints */
  char        *printing_name;
  char        *print;          /* what it prints */
  char        *title;          /* that of the notification when it has finished */
  const char  *awaited;
  guint        count;
  DesktopBox   menu;
} Fixture;

static void
start_program (Fixture *fixture)
{
  const char *build = g_getenv ("G_TEST_BUILDDIR");
  g_autofree char *path = g_build_filename (build, "..", "src", "app", "platen", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (fixture->program);
  fixture->program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, path, "--background", NULL);
  g_assert_no_error (error);
}

static void
kill_program (Fixture *fixture)
{
  g_subprocess_force_exit (fixture->program);
  g_subprocess_wait (fixture->program, NULL, NULL);
  g_clear_object (&fixture->program);
}

static void
wait_for (Fixture  *fixture,
          TestFunc  condition)
{
  g_assert_true (test_wait_until (condition, fixture, DESKTOP_TIMEOUT_MS));
}

static gboolean
has_item (gpointer data)
{
  return desktop_has_item (((Fixture *)data)->desktop);
}

static gboolean
has_no_item (gpointer data)
{
  return !has_item (data);
}

static gboolean
tooltip_has_awaited (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *tooltip = desktop_dup_tooltip (fixture->desktop);

  return strstr (tooltip, fixture->awaited) != NULL;
}

static gboolean
menu_has_awaited (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *menu = desktop_dup_menu (fixture->desktop);

  return strstr (menu, fixture->awaited) != NULL;
}

static gboolean
is_told (gpointer data)
{
  Fixture *fixture = data;

  return desktop_count_notifications (fixture->desktop, fixture->awaited) > 0;
}

static gboolean
is_displayed (gpointer data)
{
  return desktop_count_displayed (((Fixture *)data)->desktop) > 0;
}

static void
await (Fixture    *fixture,
       TestFunc    condition,
       const char *what)
{
  fixture->awaited = what;

  if (!test_wait_until (condition, fixture, DESKTOP_TIMEOUT_MS))
    g_error ("“%s” did not come", what);
}

/* A printer that prints, and what. */
static void
find_printer (Fixture *fixture)
{
  g_autoptr(JsonNode) node = test_cloud_get (fixture->cloud, "/v1/iot-service/api/user/print?force=true");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (node), "devices");

  for (guint i = 0; i < json_array_get_length (devices) && fixture->printing == NULL; i++)
    {
      JsonObject *device = json_array_get_object_element (devices, i);

      if (json_object_get_boolean_member (device, "dev_online") &&
          g_strcmp0 (json_object_get_string_member_with_default (device, "task_status", NULL), "RUNNING") == 0)
        {
          fixture->printing = g_strdup (json_object_get_string_member (device, "dev_id"));
          fixture->printing_name = g_strdup (json_object_get_string_member (device, "dev_name"));
          fixture->print = g_strdup (json_object_get_string_member (device, "task_name"));
        }
    }

  g_assert_nonnull (fixture->printing);
  fixture->title = g_strdup_printf ("%s finished on %s", fixture->print, fixture->printing_name);
}

/* @live: whether the printers report by themselves as well */
static void
set_up (Fixture       *fixture,
        gconstpointer  live)
{
  fixture->desktop = desktop_new ();
  fixture->cloud = live != NULL ? test_cloud_new_live (NULL) : test_cloud_new (NULL);

  if (live != NULL)
    g_setenv ("PLATEN_MQTT_URL", test_cloud_get_mqtt_url (fixture->cloud), TRUE);
  else
    g_unsetenv ("PLATEN_MQTT_URL");

  g_setenv ("PLATEN_API_URL", test_cloud_get_url (fixture->cloud), TRUE);
  g_setenv ("PLATEN_TOKEN", TEST_CLOUD_TOKEN, TRUE);
  find_printer (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char * const argv[] = { "rm", "-rf", g_get_user_state_dir (), NULL };
  g_autoptr(GSubprocess) cleaner = NULL;

  kill_program (fixture);
  cleaner = desktop_spawn (argv);
  g_subprocess_wait (cleaner, NULL, NULL);
  desktop_free (fixture->desktop);
  test_cloud_free (fixture->cloud);
  g_free (fixture->printing);
  g_free (fixture->printing_name);
  g_free (fixture->print);
  g_free (fixture->title);
}

/* The menu is the window that hangs from the panel. */
static gboolean
has_menu (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(GArray) boxes = desktop_list_windows (fixture->desktop);

  for (guint i = 0; i < boxes->len; i++)
    {
      const DesktopBox box = g_array_index (boxes, DesktopBox, i);

      if (box.x <= ICON_X && box.y > 16 && box.y < 60 && box.width > 80 && box.width < 600 && box.height > 120)
        {
          fixture->menu = box;
          return TRUE;
        }
    }

  return FALSE;
}

/* A panel that has just come may not have drawn its icon yet. */
static gboolean
opens_menu (gpointer data)
{
  Fixture *fixture = data;

  if (has_menu (fixture))
    return TRUE;

  desktop_click (fixture->desktop, ICON_X, ICON_Y, 3);

  return test_wait_until (has_menu, fixture, 3000);
}

/* Its page alone asks for the prints of one printer. */
static gboolean
shows_printer (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(JsonNode) node = test_cloud_get_requests (fixture->cloud);
  JsonArray *requests = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = json_array_get_object_element (requests, i);
      const char *query = json_object_get_string_member_with_default (request, "query", "");

      if (query != NULL && strstr (query, "deviceId=") != NULL && strstr (query, fixture->awaited) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Which printer the first line of the menu is for: the one that needs attention first. */
static char *
find_first (Fixture *fixture)
{
  g_autofree char *menu = desktop_dup_menu (fixture->desktop);
  g_autoptr(JsonNode) node = test_cloud_get (fixture->cloud, "/v1/iot-service/api/user/bind");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (node), "devices");
  const char *first = NULL;
  char *id = NULL;

  for (guint i = 0; i < json_array_get_length (devices); i++)
    {
      JsonObject *device = json_array_get_object_element (devices, i);
      g_autofree char *line = g_strdup_printf ("%s: ", json_object_get_string_member (device, "name"));
      const char *found = strstr (menu, line);

      if (found != NULL && (first == NULL || found < first))
        {
          first = found;
          g_free (id);
          id = g_strdup (json_object_get_string_member (device, "dev_id"));
        }
    }

  g_assert_nonnull (id);

  return id;
}

static void
click_first_line (Fixture *fixture)
{
  g_autofree char *first = find_first (fixture);

  wait_for (fixture, opens_menu);
  test_cloud_clear_requests (fixture->cloud);
  desktop_click (fixture->desktop, fixture->menu.x + 60, fixture->menu.y + 16, 1);
  await (fixture, shows_printer, first);
}

static void
test_print_finishes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *before = g_strdup_printf ("%s: 6", fixture->printing_name);
  g_autofree char *after = g_strdup_printf ("%s: Finished", fixture->printing_name);

  /* The program is there first; the panel comes late. */
  start_program (fixture);
  desktop_start_panel (fixture->desktop);
  wait_for (fixture, has_item);
  await (fixture, tooltip_has_awaited, before);
  await (fixture, menu_has_awaited, before);

  /* Told by the first poll after it happened. */
  test_cloud_clear_requests (fixture->cloud);
  test_cloud_printer_event (fixture->cloud, fixture->printing, "finish");
  await (fixture, is_told, fixture->title);
  g_assert_cmpuint (test_cloud_count_requests (fixture->cloud, "GET", "/v1/iot-service/api/user/print"), <=, 1);
  wait_for (fixture, is_displayed);
  await (fixture, menu_has_awaited, after);
  g_assert_false (tooltip_has_awaited (fixture));

  /* A real click on a line opens its printer, for which a window has to be made. */
  click_first_line (fixture);

  /* The panel crashes and comes back, and so does the icon. */
  desktop_kill_panel (fixture->desktop);
  wait_for (fixture, has_no_item);
  desktop_start_panel (fixture->desktop);
  wait_for (fixture, has_item);
  wait_for (fixture, opens_menu);
  desktop_press (fixture->desktop, "Escape");

  g_assert_cmpuint (desktop_count_notifications (fixture->desktop, fixture->title), ==, 1);
}

/* What the program has written down: not a file that it is still writing, which is as good as none if it is killed. */
static char *
find_memory (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "platen", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".ini"))
        return g_build_filename (folder, name, NULL);
    }

  return NULL;
}

static gboolean
has_memory (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *path = find_memory ();
  g_autofree char *content = NULL;

  return path != NULL &&
         g_file_get_contents (path, &content, NULL, NULL) &&
         strstr (content, fixture->awaited) != NULL;
}

static gboolean
has_no_memory (gpointer data)
{
  return !has_memory (data);
}

/* A sign that the program is up to date: something else that it tells. */
static void
await_pause (Fixture *fixture)
{
  g_autofree char *title = NULL;
  g_autofree char *running = NULL;
  g_autoptr(JsonNode) node = NULL;
  JsonArray *devices;

  test_cloud_printer_event (fixture->cloud, fixture->printing, "start");
  node = test_cloud_get (fixture->cloud, "/v1/iot-service/api/user/print?force=true");
  devices = json_object_get_array_member (json_node_get_object (node), "devices");

  for (guint i = 0; i < json_array_get_length (devices); i++)
    {
      JsonObject *device = json_array_get_object_element (devices, i);

      if (g_str_equal (json_object_get_string_member (device, "dev_id"), fixture->printing))
        {
          const char *print = json_object_get_string_member (device, "task_name");

          title = g_strdup_printf ("%s is paused on %s", print, fixture->printing_name);
          running = g_strdup_printf ("Title=%s", print);
        }
    }

  /* Both at once would be told in one summary, as what happened while it was not running. */
  await (fixture, has_memory, running);
  test_cloud_printer_event (fixture->cloud, fixture->printing, "pause");
  await (fixture, is_told, title);
}

/* Killed after a print has ended and before anybody was told: told by the next start, and by no other. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *running = NULL;

  start_program (fixture);
  running = g_strdup_printf ("Title=%s", fixture->print);
  await (fixture, has_memory, running);
  test_cloud_printer_event (fixture->cloud, fixture->printing, "finish");
  kill_program (fixture);
  g_assert_cmpuint (desktop_count_notifications (fixture->desktop, fixture->title), ==, 0);

  start_program (fixture);
  await (fixture, is_told, fixture->title);
  await (fixture, has_no_memory, "Kind=finished");
  kill_program (fixture);

  start_program (fixture);
  await_pause (fixture);
  g_assert_cmpuint (desktop_count_notifications (fixture->desktop, fixture->title), ==, 1);
}

/* Whether the program hears the printer, and has had its whole state. */
static gboolean
is_heard (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr(JsonNode) node = test_cloud_get (fixture->cloud, "/_demo/printers");
  JsonArray *printers = json_object_get_array_member (json_node_get_object (node), "printers");

  for (guint i = 0; i < json_array_get_length (printers); i++)
    {
      JsonObject *printer = json_array_get_object_element (printers, i);

      if (g_str_equal (json_object_get_string_member (printer, "dev_id"), fixture->printing))
        return json_object_get_int_member (printer, "asked") > 0;
    }

  return FALSE;
}

static gboolean
is_told_often (gpointer data)
{
  Fixture *fixture = data;

  return desktop_count_notifications (fixture->desktop, fixture->awaited) == fixture->count;
}

static gboolean
is_withdrawn (gpointer data)
{
  Fixture *fixture = data;

  return desktop_count_withdrawn (fixture->desktop) >= fixture->count;
}

/* The printer waits, is told to do so, and why, and goes on. Returns how long it took to be told, in microseconds. */
static gint64
pause_and_resume (Fixture    *fixture,
                  const char *pause,
                  const char *reason)
{
  g_autofree char *path = g_strconcat ("/_demo/printers/", fixture->printing, NULL);
  g_autofree char *title = g_strdup_printf ("%s is paused on %s", fixture->print, fixture->printing_name);
  g_autofree char *waiting = g_strdup_printf ("%s: Paused", fixture->printing_name);
  g_autofree char *running = g_strdup_printf ("%s: 6", fixture->printing_name);
  g_autofree char *body = NULL;
  gint64 passed = g_get_monotonic_time ();

  fixture->count++;
  json_node_unref (test_cloud_post (fixture->cloud, path, pause));
  await (fixture, is_told_often, title);
  passed = g_get_monotonic_time () - passed;
  body = desktop_dup_body (fixture->desktop, title);
  g_assert_nonnull (strstr (body, reason));
  await (fixture, tooltip_has_awaited, waiting);
  await (fixture, menu_has_awaited, waiting);
  wait_for (fixture, is_displayed);

  json_node_unref (test_cloud_post (fixture->cloud, path, "{\"event\": \"resume\"}"));
  await (fixture, is_withdrawn, "The end of the pause");
  await (fixture, tooltip_has_awaited, running);
  await (fixture, menu_has_awaited, running);

  return passed;
}

/* What a printer reports by itself is told at once, with its reason, and taken back when it is over. That it is within a
 * second shows at the quickest: whatever waited on purpose would be waited for each time, while the machine is busy now and then.
 */
static void
test_live_pause (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct {
    const char *pause;
    const char *reason;
  } pauses[] = {
    { "{\"event\": \"pause\", \"stage\": 6}", "The filament ran out." },
    { "{\"event\": \"pause\", \"stage\": 17}", "The front cover fell off." },
    { "{\"event\": \"pause\", \"stage\": 35}", "The nozzle is clogged." },
    { "{\"event\": \"pause\", \"stage\": 34}", "The first layer has flaws." },
  };
  g_autofree char *running = g_strdup_printf ("%s: 6", fixture->printing_name);
  gint64 quickest = G_MAXINT64;

  start_program (fixture);
  desktop_start_panel (fixture->desktop);
  wait_for (fixture, has_item);
  await (fixture, tooltip_has_awaited, running);
  wait_for (fixture, is_heard);

  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++)
    quickest = MIN (quickest, pause_and_resume (fixture, pauses[i].pause, pauses[i].reason));

  g_test_message ("From the report to the notification: %.3f s", (double) quickest / G_USEC_PER_SEC);
  g_assert_cmpint (quickest, <, G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/desktop/print-finishes", Fixture, NULL, set_up, test_print_finishes, tear_down);
  g_test_add ("/desktop/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/desktop/live-pause", Fixture, "live", set_up, test_live_pause, tear_down);

  return g_test_run ();
}
