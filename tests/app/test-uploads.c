/* test-uploads.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include <glib/gstdio.h>

#include "platen-projects-page.h"
#include "platen-upload-area.h"
#include "platen-upload-row.h"

#define NAME              "Tiny lighthouse"
#define PROJECTS_PATH     "/v1/iot-service/api/user/project"
#define NOTIFICATION_PATH "/v1/iot-service/api/user/notification"
#define STORE_PATH        "/upload/*"

/* The projects, and a file to upload. */
typedef struct
{
  PageHarness *harness;
  GFile       *folder;
} Fixture;

static GFile *
create_file (Fixture    *self,
             const char *name,
             const char *beginning)
{
  GFile *file = g_file_get_child (self->folder, name);
  g_autofree char *content = g_strnfill (300000, '3');
  g_autoptr(GError) error = NULL;

  memcpy (content, beginning, strlen (beginning));
  g_file_replace_contents (file, content, 300000, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);

  return file;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const char * const args[] = { "--projects", "3", NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("platen-uploads-XXXXXX", &error);
  GtkWidget *page = platen_projects_page_new ();

  g_assert_no_error (error);
  self->folder = g_file_new_for_path (path);
  self->harness = page_harness_new (args);
  page_harness_refresh (self->harness, bambu_session_get_projects (self->harness->session));
  platen_projects_page_set_session (PLATEN_PROJECTS_PAGE (page), self->harness->session);
  page_harness_show (self->harness, page, 900, 900);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (self->folder);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  page_harness_free (self->harness);

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_object_unref (self->folder);
}

static GtkWidget *
get_window (Fixture *self)
{
  return self->harness->window;
}

static GtkEventController *
find_drop_target (Fixture *self)
{
  GtkWidget *area = page_harness_find (get_window (self), PLATEN_TYPE_UPLOAD_AREA);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (area);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }

  g_error ("Nothing can be dropped");
}

static void
drop (Fixture *self,
      GFile   *file)
{
  g_auto(GValue) value = G_VALUE_INIT;
  GSList files = { file, NULL };
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&files));
  g_signal_emit_by_name (find_drop_target (self), "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static BambuProject *
find_project (Fixture *self)
{
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (self->harness->session));

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr(BambuProject) project = g_list_model_get_item (projects, i);

      if (g_strcmp0 (bambu_project_get_name (project), NAME) == 0)
        return project;
    }

  return NULL;
}

static gboolean
project_is_listed (gpointer user_data)
{
  return find_project (user_data) != NULL;
}

static void
await_project (Fixture *self)
{
  g_assert_true (test_wait_until (project_is_listed, self, PAGE_HARNESS_TIMEOUT_MS));
}

static void
check_uploaded (Fixture *self)
{
  TestCloud *cloud = self->harness->cloud;

  page_harness_await_text (get_window (self), "Uploaded");
  await_project (self);
  g_assert_cmpuint (test_cloud_count_requests (cloud, "POST", PROJECTS_PATH), ==, 1);
  g_assert_cmpuint (test_cloud_count_requests (cloud, "PUT", STORE_PATH), ==, 1);
  g_assert_cmpuint (test_cloud_count_tokens (cloud, STORE_PATH), ==, 0);
  g_assert_cmpuint (test_cloud_count_requests (cloud, "PUT", NOTIFICATION_PATH), ==, 1);
  g_assert_cmpuint (test_cloud_count_requests (cloud, "GET", NOTIFICATION_PATH), >=, 2);
}

static void
test_dropped (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GFile) file = create_file (self, NAME ".3mf", "PK\003\004");

  drop (self, file);
  check_uploaded (self);

  page_harness_click (get_window (self), "Open");
  g_assert_cmpstr (self->harness->opened, ==, bambu_project_get_id (find_project (self)));
  g_assert_null (page_harness_find (get_window (self), PLATEN_TYPE_UPLOAD_ROW));
}

static void
test_chosen (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GFile) file = create_file (self, NAME ".3mf", "PK\003\004");

  page_harness_click (get_window (self), "Upload 3MF Files");
  page_harness_choose (self->folder, NAME ".3mf");
  check_uploaded (self);
}

static void
test_hint (Fixture       *self,
           gconstpointer  data)
{
  GtkEventController *target = find_drop_target (self);
  GdkDragAction action = 0;

  g_assert_null (page_harness_find_text (get_window (self), "Drop to Upload"));
  g_signal_emit_by_name (target, "enter", 10.0, 10.0, &action);
  g_assert_cmpuint (action, ==, GDK_ACTION_COPY);
  page_harness_await_text (get_window (self), "Drop to Upload");
  g_signal_emit_by_name (target, "leave");

  while (page_harness_find_text (get_window (self), "Drop to Upload") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Each file has its turn, whatever became of the one before. */
static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GFile) broken = create_file (self, "Broken.3mf", "text");
  g_autoptr(GFile) file = create_file (self, NAME ".3mf", "PK\003\004");

  drop (self, broken);
  drop (self, file);
  check_uploaded (self);
  page_harness_await_text (get_window (self), "The file cannot be used. It is no 3MF file.");
}

static void
test_no_3mf (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GFile) file = create_file (self, "notes.txt", "PK\003\004");

  drop (self, file);
  g_assert_cmpstr (self->harness->toast, ==, "“notes.txt” is not a 3MF file");
  g_assert_null (page_harness_find (get_window (self), PLATEN_TYPE_UPLOAD_ROW));
  g_assert_cmpuint (test_cloud_count_requests (self->harness->cloud, "POST", PROJECTS_PATH), ==, 0);
}

typedef struct
{
  GtkWidget  *window;
  const char *beginning;
} Prefix;

static gboolean
prefix_is_shown (gpointer user_data)
{
  Prefix *prefix = user_data;
  g_autoptr(GPtrArray) labels = page_harness_collect (prefix->window, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (g_str_has_prefix (gtk_label_get_text (labels->pdata[i]), prefix->beginning))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  const char *name;
  const char *fault;
  const char *message;
  gboolean    leaves_project;
} Refusal;

static const Refusal refusals[] = {
  { "create", "{\"method\": \"POST\", \"path\": \"" PROJECTS_PATH "\", \"status\": 403, \"times\": 100}",
    "The cloud did not make the project.", FALSE },
  { "send", "{\"method\": \"PUT\", \"path\": \"" STORE_PATH "\", \"status\": 403, \"times\": 100}",
    "The file was not sent.", TRUE },
  { "announce", "{\"method\": \"PUT\", \"path\": \"" NOTIFICATION_PATH "\", \"status\": 403, \"times\": 100}",
    "The cloud was not told that the file is there.", TRUE },
  { "wait", "{\"method\": \"GET\", \"path\": \"" NOTIFICATION_PATH "*\", \"status\": 403, \"times\": 100}",
    "Whether the cloud could read the file is not known.", TRUE },
};

/* It is said which step it was, and what is left of it is to be seen in the list. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  const Refusal *refusal = data;
  Prefix prefix = { get_window (self), refusal->message };
  g_autoptr(GFile) file = create_file (self, NAME ".3mf", "PK\003\004");

  test_cloud_fault (self->harness->cloud, refusal->fault);
  drop (self, file);
  g_assert_true (test_wait_until (prefix_is_shown, &prefix, PAGE_HARNESS_TIMEOUT_MS));

  if (refusal->leaves_project)
    await_project (self);

  page_harness_click (get_window (self), "Dismiss");
  g_assert_null (page_harness_find (get_window (self), PLATEN_TYPE_UPLOAD_ROW));
  page_harness_refresh (self->harness, bambu_session_get_projects (self->harness->session));
  g_assert_true (project_is_listed (self) == refusal->leaves_project);
}

static guint
count_puts (Fixture *self)
{
  return test_cloud_count_requests (self->harness->cloud, "PUT", STORE_PATH);
}

static void
test_canceled (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GFile) file = create_file (self, NAME ".3mf", "PK\003\004");

  test_cloud_fault (self->harness->cloud,
                    "{\"method\": \"PUT\", \"path\": \"" STORE_PATH "\", \"delay_ms\": 60000, \"times\": 1}");
  drop (self, file);

  while (count_puts (self) == 0)
    g_main_context_iteration (NULL, FALSE);

  page_harness_click (get_window (self), "Cancel Upload");
  page_harness_await_text (get_window (self), "Canceled. What is there of it is in the list of projects.");
  await_project (self);
}

/* Signed out in the middle of it: nothing is left that could still happen. */
static void
test_session_goes (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GFile) file = create_file (self, NAME ".3mf", "PK\003\004");

  test_cloud_fault (self->harness->cloud,
                    "{\"method\": \"PUT\", \"path\": \"" STORE_PATH "\", \"delay_ms\": 60000, \"times\": 1}");
  drop (self, file);

  while (count_puts (self) == 0)
    g_main_context_iteration (NULL, FALSE);

  page_harness_reopen (self->harness);
  g_assert_cmpuint (test_cloud_count_requests (self->harness->cloud, "PUT", NOTIFICATION_PATH), ==, 0);
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  add ("/uploads/dropped", NULL, test_dropped);
  add ("/uploads/chosen", NULL, test_chosen);
  add ("/uploads/hint", NULL, test_hint);
  add ("/uploads/several", NULL, test_several);
  add ("/uploads/no-3mf", NULL, test_no_3mf);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/uploads/refused/", refusals[i].name, NULL);

      add (path, &refusals[i], test_refused);
    }

  add ("/uploads/canceled", NULL, test_canceled);
  add ("/uploads/session-goes", NULL, test_session_goes);

  return g_test_run ();
}
