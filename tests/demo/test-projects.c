/* test-projects.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answer.h"

#define PROJECT "/v1/iot-service/api/user/project"
#define PROFILE "/v1/iot-service/api/user/profile/"
#define NOTIFICATION "/v1/iot-service/api/user/notification"
#define PROJECT_SHAPE "project_id:s user_id:s model_id:s status:s name:s content:sn create_time:s update_time:s"
#define PROFILE_SHAPE "profile_id:s model_id:s status:s name:s content:sn create_time:s update_time:s context:o"

static const char * const *
get_no_headers (void)
{
  static const char * const headers[] = { NULL };

  return headers;
}

static Answer *
fetch (TestCloud  *cloud,
       const char *method,
       const char *url,
       const char *body)
{
  g_autoptr(GError) error = NULL;
  Answer *answer = ask_full (cloud, method, url, body, get_no_headers (), &error);

  g_assert_no_error (error);

  return answer;
}

static void
test_list (TestCloud *cloud)
{
  g_autoptr(Answer) answer = ask (cloud, "GET", PROJECT, NULL);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = "9999";
  gboolean has_null_content = FALSE;
  gboolean has_python = FALSE;

  g_assert_cmpuint (answer->status, ==, 200);
  assert_shape (answer->object, "message:s code:n error:n projects:a");
  g_assert_cmpuint (count (answer->object, "projects"), ==, 40);

  for (guint i = 0; i < 40; i++)
    {
      JsonObject *project = element (answer->object, "projects", i);

      assert_shape (project, PROJECT_SHAPE);
      assert_time (text_of (project, "create_time"), FALSE);
      assert_time (text_of (project, "update_time"), FALSE);
      g_assert_cmpstr (text_of (project, "update_time"), >=, text_of (project, "create_time"));
      g_assert_cmpstr (text_of (project, "create_time"), <=, last);
      last = text_of (project, "create_time");
      g_assert_true (g_hash_table_add (seen, (gpointer) text_of (project, "name")));
      g_assert_true (g_hash_table_add (seen, (gpointer) text_of (project, "project_id")));
      g_assert_true (g_hash_table_add (seen, (gpointer) text_of (project, "model_id")));
      has_null_content |= text_of (project, "content") == NULL;
      has_python |= text_of (project, "content") != NULL && strchr (text_of (project, "content"), '\'') != NULL;
    }

  g_assert_true (has_null_content && has_python);
}

static void
check_plate (JsonObject *plate,
             guint       index)
{
  double grams = 0;

  assert_shape (plate, "index:i thumbnail:o prediction:i weight:id gcode:o filaments:a");
  assert_shape (member (plate, "thumbnail"), "name:s dir:s url:s");
  assert_shape (member (plate, "gcode"), "name:n dir:n url:n");
  g_assert_cmpint (number_of (plate, "index"), ==, index);
  g_assert_cmpint (number_of (plate, "prediction"), >, 600);
  g_assert_cmpuint (count (plate, "filaments"), >, 0);

  for (guint i = 0; i < count (plate, "filaments"); i++)
    {
      JsonObject *filament = element (plate, "filaments", i);
      const char *color = text_of (filament, "color");
      double metres = g_ascii_strtod (text_of (filament, "used_m"), NULL);
      double used = g_ascii_strtod (text_of (filament, "used_g"), NULL);

      assert_shape (filament, "id:s type:s color:s used_m:s used_g:s");
      g_assert_true (*color == '#' && strlen (color) == 7);
      g_assert_cmpfloat (used, >, 0);

      /* What a metre of filament weighs. */
      if (used > 1)
        {
          g_assert_cmpfloat (used / metres, >, 2.3);
          g_assert_cmpfloat (used / metres, <, 3.5);
        }
      grams += used;
    }

  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (plate, "weight"), grams, 0.01);
}

static void
check_profile (JsonObject *profile)
{
  JsonObject *context = member (profile, "context");

  assert_shape (context, "compatibility:o pictures:n configs:a plates:a materials:a auxiliary_pictures:a auxiliary_bom:a "
                         "auxiliary_guide:a auxiliary_other:a");
  assert_shape (member (context, "compatibility"), "dev_model_name:s dev_product_name:s nozzle_diameter:d");
  g_assert_cmpuint (count (context, "configs"), ==, 3);
  assert_shape (element (context, "configs", 0), "name:s dir:s url:s");
  assert_shape (element (context, "materials", 0), "color:s material:s");
  g_assert_cmpuint (strlen (text_of (element (context, "materials", 0), "color")), ==, 6);

  for (guint i = 0; i < count (context, "plates"); i++)
    check_plate (element (context, "plates", i), i + 1);
}

/* What comes along with a project of several plates, and can be fetched. */
static void
check_auxiliaries (TestCloud  *cloud,
                   JsonObject *context)
{
  static const char * const lists[] = { "auxiliary_pictures", "auxiliary_bom", "auxiliary_guide" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      JsonObject *file = element (context, lists[i], 0);
      guint status;
      g_autoptr(GBytes) bytes = NULL;

      assert_shape (file, "name:s dir:s url:s");
      bytes = test_cloud_send (cloud, "GET", text_of (file, "url"), NULL, &status);
      g_assert_cmpuint (status, ==, 200);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
}

static void
test_details (TestCloud *cloud)
{
  g_autoptr(Answer) list = ask (cloud, "GET", PROJECT, NULL);
  guint n_several_plates = 0;
  guint n_several_colors = 0;
  guint n_several_profiles = 0;

  for (guint i = 0; i < count (list->object, "projects"); i++)
    {
      JsonObject *project = element (list->object, "projects", i);
      g_autofree char *path = g_strconcat (PROJECT "/", text_of (project, "project_id"), NULL);
      g_autoptr(Answer) detail = ask (cloud, "GET", path, NULL);
      JsonObject *profile = element (detail->object, "profiles", 0);
      JsonObject *context = member (profile, "context");

      assert_shape (detail->object, "message:s code:n error:n " PROJECT_SHAPE " profiles:a download_url:n download_md5:n "
                                    "keystore_xml:n upload_url:n upload_ticket:n");
      g_assert_cmpstr (text_of (detail->object, "name"), ==, text_of (project, "name"));
      g_assert_cmpstr (text_of (detail->object, "update_time"), ==, text_of (project, "update_time"));
      assert_shape (profile, PROFILE_SHAPE);
      check_profile (profile);

      g_assert_cmpuint (count (context, "auxiliary_guide"), ==, count (context, "plates") > 1 ? 1 : 0);
      if (count (context, "auxiliary_guide") > 0 && n_several_plates == 0)
        check_auxiliaries (cloud, context);

      n_several_profiles += count (detail->object, "profiles") > 1 ? 1 : 0;
      n_several_plates += count (context, "plates") > 1 ? 1 : 0;
      n_several_colors += count (context, "materials") > 1 ? 1 : 0;
    }

  g_assert_cmpuint (n_several_plates, >, 10);
  g_assert_cmpuint (n_several_colors, >, 10);
  g_assert_cmpuint (n_several_profiles, >, 0);
}

static void
test_profile (TestCloud *cloud)
{
  g_autoptr(Answer) list = ask (cloud, "GET", PROJECT, NULL);
  g_autofree char *project = g_strconcat (PROJECT "/", text_of (element (list->object, "projects", 1), "project_id"), NULL);
  g_autoptr(Answer) detail = ask (cloud, "GET", project, NULL);
  JsonObject *profile = element (detail->object, "profiles", 0);
  g_autofree char *path = g_strconcat (PROFILE, text_of (profile, "profile_id"), NULL);
  g_autofree char *full = g_strconcat (path, "?model_id=", text_of (profile, "model_id"), NULL);
  g_autofree char *other = g_strconcat (path, "?model_id=USother", NULL);
  g_autoptr(Answer) answer = ask (cloud, "GET", full, NULL);
  g_autoptr(Answer) no_model = ask (cloud, "GET", path, NULL);
  g_autoptr(Answer) other_model = ask (cloud, "GET", other, NULL);
  g_autoptr(Answer) file = NULL;
  g_autofree char *md5 = NULL;

  assert_shape (answer->object, "message:s code:n error:n " PROFILE_SHAPE " filename:s url:s md5:s keystore_xml:n");
  check_profile (answer->object);
  assert_fails (no_model, 400, 1);
  assert_fails (other_model, 404, 404);

  file = fetch (cloud, "GET", text_of (answer->object, "url"), NULL);
  g_assert_cmpuint (file->status, ==, 200);
  md5 = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, file->body);
  g_assert_cmpstr (md5, ==, text_of (answer->object, "md5"));
  g_assert_cmpmem (g_bytes_get_data (file->body, NULL), 4, "PK\3\4", 4);
}

static void
test_unknown (TestCloud *cloud)
{
  const char * const paths[] = {
    PROJECT "/1", PROJECT "/666266554", PROJECT "/x", PROJECT "/99999999999999999999", PROFILE "1?model_id=US1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(Answer) answer = ask (cloud, "GET", paths[i], NULL);

      assert_fails (answer, 404, 404);
    }
}

static char *
get_message (TestCloud  *cloud,
             const char *ticket)
{
  g_autofree char *path = g_strconcat (NOTIFICATION "?action=upload&ticket=", ticket, NULL);
  g_autoptr(Answer) answer = ask (cloud, "GET", path, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  assert_shape (answer->object, "message:s code:n error:n");

  return g_strdup (text_of (answer->object, "message"));
}

static void
test_upload (TestCloud *cloud)
{
  g_autoptr(Answer) created = ask (cloud, "POST", PROJECT, "{\"name\":\"Brand new.3mf\"}");
  const char *ticket = text_of (created->object, "upload_ticket");
  const char *url = text_of (created->object, "upload_url");
  g_autofree char *detail_path = g_strconcat (PROJECT "/", text_of (created->object, "project_id"), NULL);
  g_autofree char *profile_path = g_strdup_printf (PROFILE "%s?model_id=%s", text_of (created->object, "profile_id"),
                                                   text_of (created->object, "model_id"));
  g_autofree char *json = g_strdup_printf ("{\"upload\":{\"origin_file_name\":\"Brand new.3mf\",\"ticket\":\"%s\"}}", ticket);
  const char * const content_type[] = { "Content-Type", "application/octet-stream", NULL };
  g_autoptr(GError) error = NULL;

  assert_shape (created->object, "message:s code:n error:n project_id:s model_id:s profile_id:s upload_url:s upload_ticket:s");

  {
    g_autoptr(Answer) list = ask (cloud, "GET", PROJECT, NULL);
    g_autoptr(Answer) empty = ask (cloud, "GET", detail_path, NULL);
    g_autoptr(Answer) too_early = ask (cloud, "PUT", NOTIFICATION, json);
    g_autofree char *before = get_message (cloud, ticket);

    g_assert_cmpuint (count (list->object, "projects"), ==, 41);
    g_assert_cmpstr (text_of (element (list->object, "projects", 0), "name"), ==, "Brand new.3mf");
    g_assert_cmpuint (count (member (element (empty->object, "profiles", 0), "context"), "plates"), ==, 0);
    assert_fails (too_early, 400, 1);
    g_assert_cmpstr (before, ==, "running");
  }

  {
    g_autoptr(Answer) typed = ask_full (cloud, "PUT", url, "not a 3mf", content_type, &error);
    g_autoptr(Answer) wrong_method = fetch (cloud, "GET", url, NULL);
    g_autoptr(Answer) put = fetch (cloud, "PUT", url, "not a 3mf");
    g_autoptr(Answer) notified = ask (cloud, "PUT", NOTIFICATION, json);
    g_autofree char *first = get_message (cloud, ticket);
    g_autofree char *second = get_message (cloud, ticket);
    g_autoptr(Answer) detail = ask (cloud, "GET", detail_path, NULL);
    g_autoptr(Answer) profile = ask (cloud, "GET", profile_path, NULL);
    g_autoptr(Answer) file = fetch (cloud, "GET", text_of (profile->object, "url"), NULL);

    g_assert_cmpuint (typed->status, ==, 403);
    g_assert_cmpuint (wrong_method->status, ==, 403);
    g_assert_cmpuint (put->status, ==, 200);
    g_assert_cmpuint (notified->status, ==, 200);
    g_assert_cmpstr (first, ==, "running");
    g_assert_cmpstr (second, ==, "success");
    check_profile (element (detail->object, "profiles", 0));
    g_assert_cmpstr (text_of (profile->object, "filename"), ==, "Brand new.3mf");
    assert_text (file, "not a 3mf");
  }
}

static void
test_notification_wrong (TestCloud *cloud)
{
  g_autoptr(Answer) no_action = ask (cloud, "GET", NOTIFICATION "?ticket=1", NULL);
  g_autoptr(Answer) other_action = ask (cloud, "GET", NOTIFICATION "?action=print&ticket=1", NULL);
  g_autoptr(Answer) no_ticket = ask (cloud, "GET", NOTIFICATION "?action=upload", NULL);
  g_autoptr(Answer) unknown = ask (cloud, "GET", NOTIFICATION "?action=import_mesh&ticket=1", NULL);
  g_autoptr(Answer) put_nothing = ask (cloud, "PUT", NOTIFICATION, "{}");
  g_autoptr(Answer) put_unknown = ask (cloud, "PUT", NOTIFICATION, "{\"upload\":{\"ticket\":\"1\"}}");
  g_autoptr(Answer) no_name = ask (cloud, "POST", PROJECT, "{}");

  assert_fails (no_action, 400, 1);
  assert_fails (other_action, 422, 1);
  assert_fails (no_ticket, 400, 1);
  assert_fails (unknown, 404, 404);
  assert_fails (put_nothing, 400, 1);
  assert_fails (put_unknown, 404, 404);
  assert_fails (no_name, 400, 1);
}

static const CloudTest tests[] = {
  { "list", test_list },
  { "details", test_details },
  { "profile", test_profile },
  { "unknown", test_unknown },
  { "upload", test_upload },
  { "notification-wrong", test_notification_wrong },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("projects", tests, G_N_ELEMENTS (tests));

  return g_test_run ();
}
