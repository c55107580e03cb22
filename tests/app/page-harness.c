/* page-harness.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

#include <glib/gstdio.h>

/* Warnings that nobody here can help: of GtkGridView in GTK 4.8; of the file chooser's path bar in 4.18; of AdwMessageDialog,
 * which newer versions of libadwaita keep, but no longer measure right.
 */
static const char * const known_warnings[] = {
  "ran out of items",
  "gtk_box_remove: assertion 'gtk_widget_get_parent (child) == (GtkWidget *)box' failed",
  "Trying to measure GtkLabel",
};

/* GLib's, as g_test_init() set it. */
static GLogFunc default_log;

#ifdef __SANITIZE_ADDRESS__

/* GLib lets go of its first table of quarks when it outgrows it, which the whole program makes it do. LeakSanitizer
 * finds what is still pointed at from here to be in use.
 */
#define FIRST_QUARKS (2048 * sizeof (char *))

static const volatile void *first_quarks[4];
static guint n_first_quarks;

void __sanitizer_malloc_hook (const volatile void *memory,
                              size_t               size);

void
__sanitizer_malloc_hook (const volatile void *memory,
                         size_t               size)
{
  if (size == FIRST_QUARKS && n_first_quarks < G_N_ELEMENTS (first_quarks))
    first_quarks[n_first_quarks++] = memory;
}

#endif

/* The arrows of the file chooser's path bar come and go while it is given its place. */
static gboolean
page_harness_is_of_chooser (const char *message)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean is_open = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      is_open |= GTK_IS_FILE_CHOOSER_DIALOG (window);
    }

  return is_open && strstr (message, "Trying to snapshot GtkButton") != NULL;
}

static gboolean
page_harness_is_known (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_warnings); i++)
    {
      if (strstr (message, known_warnings[i]) != NULL)
        return TRUE;
    }

  return gtk_is_initialized () && page_harness_is_of_chooser (message);
}

static GLogWriterOutput
page_harness_log_writer (GLogLevelFlags   level,
                         const GLogField *fields,
                         gsize            n_fields,
                         gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") && page_harness_is_known (fields[i].value))
        return G_LOG_WRITER_HANDLED;
    }

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* What fails a precondition does not come by the writer, and GLib's tests would write "Bail out!" before they ask whether
 * it is fatal.
 */
static void
page_harness_log (const char     *domain,
                  GLogLevelFlags  level,
                  const char     *message,
                  gpointer        user_data)
{
  if (!page_harness_is_known (message))
    default_log (domain, level, message, user_data);
}

static gboolean
page_harness_is_fatal (const char     *domain,
                       GLogLevelFlags  level,
                       const char     *message,
                       gpointer        user_data)
{
  return !page_harness_is_known (message);
}

static gboolean
page_harness_is_unset (gpointer user_data)
{
  return *(gpointer *)user_data == NULL;
}

/* What was cancelled may hold on to it until the main loop comes by. */
static void
page_harness_assert_finalizes (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  g_assert_true (test_wait_until (page_harness_is_unset, &weak, PAGE_HARNESS_TIMEOUT_MS));
}

/**
 * page_harness_init:
 * @argc: (inout): as main() has it
 * @argv: (inout): as main() has it
 *
 * To be called first thing in main(), in place of g_test_init().
 */
void
page_harness_init (int    *argc,
                   char ***argv)
{
  g_autoptr(GtkCssProvider) style = NULL;

  g_log_set_writer_func (page_harness_log_writer, NULL, NULL);
  g_test_init (argc, argv, NULL);
  default_log = g_log_set_default_handler (page_harness_log, NULL);
  adw_init ();

  /* Without an AdwApplication nobody else loads it. */
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/io/github/platen/Platen/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
page_harness_finish_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static gboolean
page_harness_is_set (gpointer user_data)
{
  return *(gpointer *)user_data != NULL;
}

static void
page_harness_open_session (PageHarness *self)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const char *url = test_cloud_get_url (self->cloud);

  client = bambu_client_new (BAMBU_REGION_GLOBAL, url, url, &error);
  g_assert_no_error (error);
  bambu_client_set_token (client, TEST_CLOUD_TOKEN);

  self->session = bambu_session_new (client, self->folder);
  bambu_session_open_async (self->session, NULL, NULL, page_harness_finish_cb, &result);
  g_assert_true (test_wait_until (page_harness_is_set, &result, PAGE_HARNESS_TIMEOUT_MS));
  bambu_session_open_finish (self->session, result, &error);
  g_assert_no_error (error);
}

static PageHarness *
page_harness_new_take (TestCloud *cloud)
{
  PageHarness *self = g_new0 (PageHarness, 1);
  g_autoptr(GError) error = NULL;

  /* GLib forgets it after each test. */
  g_test_log_set_fatal_handler (page_harness_is_fatal, NULL);
  self->cloud = cloud;
  self->folder = g_dir_make_tmp ("platen-page-XXXXXX", &error);
  g_assert_no_error (error);
  page_harness_open_session (self);

  return self;
}

/**
 * page_harness_new:
 * @cloud_args: (nullable) (array zero-terminated=1): arguments for the stand-in cloud
 *
 * Returns: (transfer full): a cloud, and a session that has asked for nothing but the account
 */
PageHarness *
page_harness_new (const char * const *cloud_args)
{
  return page_harness_new_take (test_cloud_new (cloud_args));
}

/**
 * page_harness_new_live:
 * @cloud_args: (nullable) (array zero-terminated=1): arguments for the stand-in cloud
 *
 * Returns: (transfer full): a cloud whose printers report, and a session that has asked for them and hears them
 */
PageHarness *
page_harness_new_live (const char * const *cloud_args)
{
  PageHarness *self = page_harness_new_take (test_cloud_new_live (cloud_args));
  g_autoptr(GError) error = NULL;

  page_harness_refresh (self, bambu_session_get_devices (self->session));
  bambu_live_start (bambu_session_get_live (self->session), bambu_session_get_uid (self->session),
                    test_cloud_get_mqtt_url (self->cloud), &error);
  g_assert_no_error (error);

  return self;
}

/**
 * page_harness_free:
 * @self: (transfer full): a harness
 *
 * Also deletes what the session kept.
 */
void
page_harness_free (PageHarness *self)
{
  g_autoptr(GAsyncResult) result = NULL;

  page_harness_hide (self);
  bambu_session_forget_async (self->session, page_harness_finish_cb, &result);
  g_assert_true (test_wait_until (page_harness_is_set, &result, PAGE_HARNESS_TIMEOUT_MS));
  g_assert_true (bambu_session_forget_finish (self->session, result, NULL));
  g_clear_object (&result);
  page_harness_assert_finalizes (g_steal_pointer (&self->session));
  g_rmdir (self->folder);
  test_cloud_free (self->cloud);
  g_free (self->folder);
  g_free (self->opened);
  g_free (self->toast);
  g_free (self->offered);
  g_free (self);
}

/**
 * page_harness_reopen:
 * @self: a harness
 *
 * Begins a new session, as a program does that is started again: it knows what the disk tells.
 */
void
page_harness_reopen (PageHarness *self)
{
  BambuPictures *pictures = g_object_ref (bambu_session_get_pictures (self->session));

  page_harness_hide (self);
  page_harness_assert_finalizes (g_steal_pointer (&self->session));

  /* Then nothing is being written any more. */
  page_harness_assert_finalizes (pictures);
  page_harness_open_session (self);
}

/**
 * page_harness_refresh:
 * @self: a harness
 * @list: a list of its session
 *
 * Waits until @list is what the cloud tells.
 */
void
page_harness_refresh (PageHarness *self,
                      BambuList   *list)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bambu_list_refresh_async (list, NULL, page_harness_finish_cb, &result);
  g_assert_true (test_wait_until (page_harness_is_set, &result, PAGE_HARNESS_TIMEOUT_MS));
  bambu_list_refresh_finish (list, result, &error);
  g_assert_no_error (error);
}

static void
page_harness_open_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  PageHarness *self = user_data;

  g_free (self->opened);
  self->opened = g_variant_dup_string (parameter, NULL);
}

static void
page_harness_toast_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  PageHarness *self = user_data;

  g_free (self->toast);
  self->toast = g_variant_dup_string (parameter, NULL);
}

static void
page_harness_toast_show_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  PageHarness *self = user_data;

  g_free (self->toast);
  g_free (self->offered);
  g_variant_get (parameter, "(sss)", &self->toast, NULL, &self->offered);
}

/**
 * page_harness_show:
 * @self: a harness
 * @page: a page
 * @width: of the window, in pixels
 * @height: of the window, in pixels
 *
 * Puts @page into a window in place of what was there.
 */
void
page_harness_show (PageHarness *self,
                   GtkWidget   *page,
                   int          width,
                   int          height)
{
  static const GActionEntry entries[] = {
    { "open-history", page_harness_open_cb, "s" },
    { "open-message", page_harness_open_cb, "s" },
    { "open-preset", page_harness_open_cb, "s" },
    { "open-printer", page_harness_open_cb, "s" },
    { "open-project", page_harness_open_cb, "s" },
    { "open-task", page_harness_open_cb, "s" },
    { "toast", page_harness_toast_cb, "s" },
    { "toast-show", page_harness_toast_show_cb, "(sss)" },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  page_harness_hide (self);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  self->window = adw_window_new ();
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  adw_window_set_content (ADW_WINDOW (self->window), page);
  gtk_window_present (GTK_WINDOW (self->window));
}

/**
 * page_harness_hide:
 * @self: a harness
 *
 * Takes the page away, if there is one, and makes sure that nothing of it is left.
 */
void
page_harness_hide (PageHarness *self)
{
  GtkWidget *page;

  if (self->window == NULL)
    return;

  page = g_object_ref (adw_window_get_content (ADW_WINDOW (self->window)));
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));
  page_harness_assert_finalizes (page);
}

static gboolean
page_harness_tick_cb (GtkWidget     *widget,
                      GdkFrameClock *clock,
                      gpointer       user_data)
{
  guint *n_frames = user_data;

  (*n_frames)++;

  return G_SOURCE_CONTINUE;
}

static gboolean
page_harness_has_drawn (gpointer user_data)
{
  return *(guint *)user_data >= 3;
}

/**
 * page_harness_draw:
 * @self: a harness
 *
 * Waits until what was changed is on the screen, and what follows from there has begun.
 */
void
page_harness_draw (PageHarness *self)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (self->window, page_harness_tick_cb, &n_frames, NULL);

  g_assert_true (test_wait_until (page_harness_has_drawn, &n_frames, PAGE_HARNESS_TIMEOUT_MS));
  gtk_widget_remove_tick_callback (self->window, tick);
}

/**
 * page_harness_answer:
 * @cloud: a cloud
 * @path: a path of it, which may hold "*"
 * @body: what the cloud is to answer from now on
 *
 * Has the cloud answer with a text of the test's own.
 */
void
page_harness_answer (TestCloud  *cloud,
                     const char *path,
                     const char *body)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *fault = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, path);
  json_builder_set_member_name (builder, "status");
  json_builder_add_int_value (builder, 200);
  json_builder_set_member_name (builder, "body");
  json_builder_add_string_value (builder, body);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  fault = json_to_string (root, FALSE);
  test_cloud_fault (cloud, fault);
}

static gboolean
page_harness_has_chooser (gpointer user_data)
{
  GtkFileChooser **chooser = user_data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (window))
        *chooser = GTK_FILE_CHOOSER (window);
    }

  return *chooser != NULL;
}

typedef struct
{
  GtkFileChooser *chooser;
  GFile          *file;
} Choice;

/* It shows some folder at first, and would come back to that. */
static gboolean
page_harness_chooser_is_ready (gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) folder = gtk_file_chooser_get_current_folder (choice->chooser);

  return folder != NULL;
}

static gboolean
page_harness_has_chosen (gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (choice->chooser);

  return file != NULL && g_file_equal (file, choice->file);
}

/**
 * page_harness_choose:
 * @folder: a folder
 * @name: (nullable): the name of a file in it; %NULL for the name that is offered
 *
 * Answers the file chooser, once it is there.
 *
 * Returns: (transfer full) (nullable): the name that was offered, where one is asked for
 */
char *
page_harness_choose (GFile      *folder,
                     const char *name)
{
  Choice choice = { NULL, NULL };
  g_autofree char *offered = NULL;
  g_autoptr(GFile) file = NULL;

  g_assert_true (test_wait_until (page_harness_has_chooser, &choice.chooser, PAGE_HARNESS_TIMEOUT_MS));

  if (gtk_file_chooser_get_action (choice.chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    offered = gtk_file_chooser_get_current_name (choice.chooser);

  file = g_file_get_child (folder, name != NULL ? name : offered);
  choice.file = file;

  if (offered != NULL)
    {
      g_assert_true (test_wait_until (page_harness_chooser_is_ready, &choice, PAGE_HARNESS_TIMEOUT_MS));
      g_assert_true (gtk_file_chooser_set_current_folder (choice.chooser, folder, NULL));
      gtk_file_chooser_set_current_name (choice.chooser, name != NULL ? name : offered);
    }
  else
    {
      g_assert_true (gtk_file_chooser_set_file (choice.chooser, file, NULL));
    }

  g_assert_true (test_wait_until (page_harness_has_chosen, &choice, PAGE_HARNESS_TIMEOUT_MS));
  gtk_dialog_response (GTK_DIALOG (choice.chooser), GTK_RESPONSE_ACCEPT);

  return g_steal_pointer (&offered);
}

typedef struct
{
  TestCloud  *cloud;
  const char *method;
  const char *path;
  guint       n_requests;
} Arrival;

static gboolean
page_harness_has_arrived (gpointer user_data)
{
  const Arrival *arrival = user_data;

  return test_cloud_count_requests (arrival->cloud, arrival->method, arrival->path) >= arrival->n_requests;
}

/**
 * page_harness_await_requests:
 * @self: a harness
 * @method: (nullable): a method, any if %NULL
 * @path: a path, which may end in "*"
 * @n_requests: how many
 *
 * Waits until the cloud has got @n_requests: a request that is stopped before it is sent leaves a fault to the next one.
 */
void
page_harness_await_requests (PageHarness *self,
                             const char  *method,
                             const char  *path,
                             guint        n_requests)
{
  Arrival arrival = { self->cloud, method, path, n_requests };

  if (!test_wait_until (page_harness_has_arrived, &arrival, PAGE_HARNESS_TIMEOUT_MS))
    g_error ("%s is not asked for %u times", path, n_requests);
}

/**
 * page_harness_remove_folder:
 * @path: (type filename): a folder, which need not be there
 *
 * Deletes it with all that is in it.
 */
void
page_harness_remove_folder (const char *path)
{
  g_autoptr(GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        page_harness_remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}
