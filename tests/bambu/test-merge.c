/* test-merge.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"

/* What a newer answer does to the objects that are shown: they stay, they take it over, and they tell exactly what of
 * them has changed.
 */

/* One object that is shown, and what was heard from it since. */
typedef struct
{
  GObject    *object;
  GHashTable *before;    /* property to its value as text */
  GHashTable *notified;  /* a set of properties */
} Watch;

static void
watch_free (Watch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->object, watch);
  g_object_unref (watch->object);
  g_hash_table_unref (watch->before);
  g_hash_table_unref (watch->notified);
  g_free (watch);
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           Watch      *watch)
{
  /* Nothing is told twice. */
  g_assert_true (g_hash_table_add (watch->notified, (gpointer)g_param_spec_get_name (pspec)));
}

static char *
describe_property (GObject    *object,
                   GParamSpec *pspec)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_object_get_property (object, pspec->name, &value);

  return test_value_describe (&value);
}

/* Watches @object and the objects in it. */
static void
watch_all (GPtrArray *watches,
           GObject   *object)
{
  g_autofree GParamSpec **pspecs = NULL;
  Watch *watch = g_new0 (Watch, 1);
  guint n_pspecs;

  watch->object = g_object_ref (object);
  watch->before = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  watch->notified = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (watches, watch);
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_hash_table_insert (watch->before, (gpointer)pspecs[i]->name, describe_property (object, pspecs[i]));
      g_object_get_property (object, pspecs[i]->name, &value);

      if (!G_VALUE_HOLDS_OBJECT (&value) || !G_IS_LIST_MODEL (g_value_get_object (&value)))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (g_value_get_object (&value)); j++)
        {
          g_autoptr(GObject) item = g_list_model_get_item (g_value_get_object (&value), j);

          watch_all (watches, item);
        }
    }

  g_signal_connect (object, "notify", G_CALLBACK (notify_cb), watch);
}

static void
check_watch (const Watch *watch)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (watch->object), &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      g_autofree char *after = describe_property (watch->object, pspecs[i]);
      const char *before = g_hash_table_lookup (watch->before, pspecs[i]->name);
      const gboolean changed = g_strcmp0 (before, after) != 0;

      /* It moves with every answer, and is of interest only when the printer goes offline. */
      if (g_str_equal (pspecs[i]->name, "last-seen"))
        continue;

      if (changed != g_hash_table_contains (watch->notified, pspecs[i]->name))
        g_error ("%s:%s was “%s”, is “%s”, and %s", G_OBJECT_TYPE_NAME (watch->object), pspecs[i]->name,
                 before, after, changed ? "did not tell" : "told for nothing");
    }
}

static char *
describe (GObject *object)
{
  g_autofree char *text = test_object_describe (object);
  g_autoptr(GRegex) last_seen = g_regex_new ("^last-seen: .*$", G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace (last_seen, text, -1, 0, "", 0, NULL);
}

static gboolean
merge (GObject *object,
       GObject *newer)
{
  if (BAMBU_IS_ACCOUNT (object))
    return bambu_account_merge (BAMBU_ACCOUNT (object), BAMBU_ACCOUNT (newer));

  return bambu_item_merge (BAMBU_ITEM (object), BAMBU_ITEM (newer));
}

static void
check_merge (GObject *object,
             GObject *newer)
{
  g_autoptr(GPtrArray) watches = g_ptr_array_new_with_free_func ((GDestroyNotify)watch_free);
  g_autofree char *before = describe (object);
  g_autofree char *after = NULL;
  gboolean changed;

  watch_all (watches, object);
  changed = merge (object, newer);
  after = describe (object);

  g_assert_cmpint (changed, ==, !g_str_equal (before, after));

  for (guint i = 0; i < watches->len; i++)
    check_watch (g_ptr_array_index (watches, i));
}

static GObject *
find_counterpart (GPtrArray *objects,
                  GObject   *object)
{
  for (guint i = 0; i < objects->len; i++)
    {
      GObject *candidate = g_ptr_array_index (objects, i);

      if (!BAMBU_IS_ITEM (object) ||
          g_str_equal (bambu_item_get_id (BAMBU_ITEM (candidate)), bambu_item_get_id (BAMBU_ITEM (object))))
        return candidate;
    }

  return NULL;
}

static void
merge_all (GPtrArray *shown,
           GPtrArray *newer)
{
  for (guint i = 0; i < shown->len; i++)
    {
      GObject *counterpart = find_counterpart (newer, g_ptr_array_index (shown, i));

      if (counterpart != NULL)
        check_merge (g_ptr_array_index (shown, i), counterpart);
    }
}

/* There, there once more, and back. */
static void
merge_mutation_cb (const TestAnswer *answer,
                   JsonNode         *root,
                   gpointer          user_data)
{
  g_autoptr(JsonNode) good = test_answer_parse (answer->text);
  g_autoptr(GPtrArray) shown = test_answer_make (answer, good);
  g_autoptr(GPtrArray) newer = test_answer_make (answer, root);
  g_autoptr(GPtrArray) again = test_answer_make (answer, root);
  g_autoptr(GPtrArray) back = test_answer_make (answer, good);

  if (newer == NULL)
    return;

  merge_all (shown, newer);

  for (guint i = 0; i < shown->len; i++)
    {
      GObject *object = g_ptr_array_index (shown, i);
      GObject *same = find_counterpart (again, object);

      if (same != NULL)
        {
          check_merge (object, same);
          g_assert_false (merge (object, find_counterpart (again, object)));
        }
    }

  merge_all (shown, back);
}

static void
test_mutations (gconstpointer data)
{
  test_answer_mutate (data, merge_mutation_cb, NULL);
}

/* A list's answer is taken as it is, so that nothing of the one before shows through. */
static void
taken_over_cb (const TestAnswer *answer,
               JsonNode         *root,
               gpointer          user_data)
{
  g_autoptr(JsonNode) good = test_answer_parse (answer->text);
  g_autoptr(GPtrArray) shown = test_answer_make (answer, good);
  g_autoptr(GPtrArray) newer = test_answer_make (answer, root);

  for (guint i = 0; newer != NULL && i < shown->len; i++)
    {
      GObject *object = g_ptr_array_index (shown, i);
      GObject *counterpart = find_counterpart (newer, object);
      g_autofree char *wanted = counterpart != NULL ? test_object_describe (counterpart) : NULL;
      g_autofree char *got = NULL;

      if (counterpart == NULL)
        continue;

      merge (object, counterpart);
      got = test_object_describe (object);
      g_assert_cmpstr (got, ==, wanted);
    }
}

static void
test_taken_over (void)
{
  static const char * const names[] = { "account", "projects", "profile", "presets", "tasks", "messages" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    test_answer_mutate (test_answer_find (names[i]), taken_over_cb, NULL);
}

static BambuDevice *
make_device (const char *bind,
             const char *prints,
             guint       minute)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, minute, 0);
  g_autofree char *bind_text = g_strdup_printf ("{\"devices\": [{\"dev_id\": \"1\", %s}]}", bind);
  g_autofree char *prints_text = g_strdup_printf ("{\"devices\": [{\"dev_id\": \"1\", %s}]}", prints);
  g_autoptr(JsonNode) bind_root = bind != NULL ? test_answer_parse (bind_text) : NULL;
  g_autoptr(JsonNode) prints_root = prints != NULL ? test_answer_parse (prints_text) : NULL;
  g_autoptr(GPtrArray) devices = bambu_makers_join_devices (bind_root, prints_root, heard);

  g_assert_cmpuint (devices->len, ==, 1);

  return g_object_ref (g_ptr_array_index (devices, 0));
}

#define ONLINE "\"online\": true, \"name\": \"P\", \"dev_access_code\": \"code\", \"print_status\": "
#define PRINT "\"dev_online\": true, \"task_name\": \"Gear\", \"prediction\": 1000, \"progress\": 20, \"task_status\": "

/* One of the two answers alone: it is the newer one, and the other is as it was. */
static void
test_half_a_device (void)
{
  g_autoptr(BambuDevice) device = make_device (ONLINE "\"RUNNING\"", PRINT "\"RUNNING\"", 0);
  g_autoptr(BambuDevice) still = make_device (ONLINE "\"RUNNING\"", NULL, 1);
  g_autoptr(BambuDevice) done = make_device (ONLINE "\"SUCCESS\"", NULL, 2);
  g_autoptr(BambuDevice) prints = make_device (NULL, PRINT "\"PAUSE\"", 3);
  g_autoptr(BambuDevice) idle = make_device (NULL, "\"dev_online\": true, \"task_status\": null", 4);
  g_autoptr(BambuDevice) offline = make_device (NULL, "\"dev_online\": false", 5);
  g_autoptr(BambuDevice) unsaid = make_device (NULL, "\"task_status\": null", 6);
  g_autoptr(GDateTime) end = g_date_time_new_utc (2026, 11, 22, 10, 13, 20);

  check_merge (G_OBJECT (device), G_OBJECT (still));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PRINTING);
  g_assert_cmpint (bambu_device_get_progress (device), ==, 20);
  g_assert_true (g_date_time_equal (bambu_device_get_end_time (device), end));

  /* user/print may fail for long: what it said last does not keep a printer printing. */
  check_merge (G_OBJECT (device), G_OBJECT (done));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_FINISHED);
  g_assert_cmpstr (bambu_device_get_task_name (device), ==, "Gear");
  g_assert_false (bambu_device_get_has_print (device));

  check_merge (G_OBJECT (device), G_OBJECT (prints));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_PAUSED);
  g_assert_cmpstr (bambu_device_get_access_code (device), ==, "code");
  g_assert_null (bambu_device_get_end_time (device));
  g_assert_cmpint (bambu_device_get_time_left (device), ==, 800);

  check_merge (G_OBJECT (device), G_OBJECT (idle));
  g_assert_false (bambu_device_get_has_print (device));
  g_assert_null (bambu_device_get_task_name (device));

  check_merge (G_OBJECT (device), G_OBJECT (offline));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
  check_merge (G_OBJECT (device), G_OBJECT (unsaid));
  g_assert_cmpint (bambu_device_get_state (device), ==, BAMBU_DEVICE_STATE_OFFLINE);
}

static void
test_says_first_counts (void)
{
  g_autoptr(GDateTime) heard = g_date_time_new_utc (2026, 11, 22, 10, 0, 0);
  g_autoptr(JsonNode) bind =
    test_answer_parse ("{\"devices\": [{\"dev_id\": \"1\", \"name\": \"first\"}, {\"dev_id\": 1, \"name\": \"second\"}]}");
  g_autoptr(JsonNode) prints =
    test_answer_parse ("{\"devices\": [{\"dev_id\": 1, \"task_name\": \"a\", \"dev_online\": true}, {\"dev_id\": \"1\"}]}");
  g_autoptr(GPtrArray) devices = bambu_makers_join_devices (bind, prints, heard);
  BambuDevice *device;

  g_assert_cmpuint (devices->len, ==, 1);
  device = g_ptr_array_index (devices, 0);
  g_assert_cmpstr (bambu_device_get_name (device), ==, "first");
  g_assert_cmpstr (bambu_device_get_task_name (device), ==, "a");
  g_assert_true (bambu_device_get_online (device));
}

static BambuProject *
make_project (const char *text,
              gboolean    detail)
{
  g_autoptr(JsonNode) root = test_answer_parse (text);

  return bambu_project_new_from_json (json_node_get_object (root), detail);
}

/* The detail adds to what the list told, and takes nothing away. */
static void
test_half_a_project (void)
{
  g_autoptr(BambuProject) project =
    make_project ("{\"project_id\": 1, \"name\": \"Gear\", \"status\": \"ACTIVE\", \"update_time\": \"2022-11-22 09:58:10\"}", FALSE);
  g_autoptr(BambuProject) bare = make_project ("{\"project_id\": \"1\", \"name\": null}", TRUE);
  g_autoptr(BambuProject) newer =
    make_project ("{\"project_id\": 1, \"name\": \"Gears\", \"update_time\": \"2022-11-22 09:59:10\"}", FALSE);

  check_merge (G_OBJECT (project), G_OBJECT (bare));
  g_assert_cmpstr (bambu_project_get_name (project), ==, "Gear");
  g_assert_nonnull (bambu_project_get_updated (project));
  g_assert_true (bambu_project_get_has_detail (project));
  g_assert_true (bambu_project_detail_fits (project, project));

  /* The list alone says when a detail is too old. */
  check_merge (G_OBJECT (project), G_OBJECT (newer));
  g_assert_cmpstr (bambu_project_get_name (project), ==, "Gears");
  g_assert_null (bambu_project_get_status (project));
  g_assert_true (bambu_project_get_has_detail (project));
  g_assert_false (bambu_project_detail_fits (project, project));
}

int
main (int    argc,
      char **argv)
{
  static const char * const made_anew[] = { "firmware", "preset", "resources", "task", "ticket", NULL };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < TEST_N_ANSWERS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/bambu/merge/mutations/%s", test_answers[i].name);

      if (!g_strv_contains (made_anew, test_answers[i].name))
        g_test_add_data_func (path, &test_answers[i], test_mutations);
    }

  g_test_add_func ("/bambu/merge/taken-over", test_taken_over);
  g_test_add_func ("/bambu/merge/half-a-device", test_half_a_device);
  g_test_add_func ("/bambu/merge/half-a-project", test_half_a_project);
  g_test_add_func ("/bambu/merge/says-first-counts", test_says_first_counts);

  return g_test_run ();
}
