/* platen-screenshots.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <bambu.h>
#include <glib/gstdio.h>

#include "platen-application.h"
#include "platen-file-row.h"
#include "platen-help-window.h"
#include "platen-history-page.h"
#include "platen-locale.h"
#include "platen-picture.h"
#include "platen-session-manager.h"
#include "platen-uploads.h"
#include "platen-window.h"

/* Goes through the demo in the real window and leaves a picture of every page. */

/* A page is ready when nothing on it has moved for so long. */
#define QUIET_MS 500
#define PATIENCE_SECONDS 60

typedef struct
{
  PlatenApplication *application;
  PlatenWindow      *window;

  /* What is photographed: that window, or one beside it. */
  GtkWidget         *subject;

  const char        *directory;
  const char        *suffix;
  const char        *style;
  GtkTextDirection   direction;
  int                width;
  int                height;

  /* When something last moved. */
  gint64             since;

  /* What the window shows, and how large it is. */
  GskRenderNode     *node;
  graphene_rect_t    area;
} Studio;

typedef gboolean (*Condition) (Studio *studio);

/* What of the window's pictures there is and what is awaited. */
typedef struct
{
  GtkWidget *window;
  guint      n_widgets;
  guint      n_loaded;
  guint      n_awaited;
} Census;

static gboolean
wake_up_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for (Studio     *studio,
          Condition   condition,
          const char *what)
{
  const gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  const guint tick = g_timeout_add (20, wake_up_cb, NULL);

  while (!condition (studio))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("%s did not come within %d s", what, PATIENCE_SECONDS);

      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (tick);
}

static gboolean
is_within (GtkWidget *widget,
           GtkWidget *container)
{
  graphene_rect_t bounds;
  graphene_rect_t area;

  graphene_rect_init (&area, 0, 0, gtk_widget_get_width (container), gtk_widget_get_height (container));

  return gtk_widget_compute_bounds (widget, container, &bounds) && graphene_rect_intersection (&bounds, &area, NULL);
}

static gboolean
is_in_window (GtkWidget *widget,
              GtkWidget *window)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_widget_get_mapped (widget) &&
         is_within (widget, window) &&
         (scroller == NULL || is_within (widget, scroller));
}

static void
take_census (GtkWidget *widget,
             Census    *census)
{
  if (!gtk_widget_get_child_visible (widget) || !is_in_window (widget, census->window))
    return;

  census->n_widgets++;

  if (PLATEN_IS_PICTURE (widget))
    {
      if (platen_picture_get_loaded (PLATEN_PICTURE (widget)))
        census->n_loaded++;
      else if (platen_picture_get_uri (PLATEN_PICTURE (widget)) != NULL)
        census->n_awaited++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_census (child, census);
}

static gboolean
is_quiet (Studio *studio)
{
  static Census before;
  Census now = { studio->subject, 0, 0, 0 };

  take_census (studio->subject, &now);

  if (now.n_awaited > 0 ||
      now.n_widgets != before.n_widgets ||
      now.n_loaded != before.n_loaded)
    {
      before = now;
      studio->since = g_get_monotonic_time ();
    }

  return g_get_monotonic_time () - studio->since > QUIET_MS * 1000;
}

static PlatenSessionManager *
get_manager (Studio *studio)
{
  return platen_application_get_manager (studio->application);
}

static BambuSession *
get_session (Studio *studio)
{
  return platen_session_manager_get_session (get_manager (studio));
}

static gboolean
is_signed_in (Studio *studio)
{
  BambuSession *session = get_session (studio);

  return session != NULL &&
         bambu_list_get_updated (bambu_session_get_devices (session)) != NULL &&
         bambu_list_get_updated (bambu_session_get_projects (session)) != NULL &&
         bambu_list_get_updated (bambu_session_get_presets (session)) != NULL;
}

static gboolean
is_signed_out (Studio *studio)
{
  return platen_session_manager_get_state (get_manager (studio)) == PLATEN_SESSION_STATE_SIGNED_OUT;
}

/* A window that has just changed its size, or has another to draw, has nothing to show for a moment. */
static gboolean
is_drawn (Studio *studio)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (studio->subject);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  graphene_rect_init (&studio->area, 0, 0, width, height);
  g_clear_pointer (&studio->node, gsk_render_node_unref);
  studio->node = gtk_snapshot_free_to_node (snapshot);

  return studio->node != NULL;
}

static void
take_picture (Studio     *studio,
              const char *name)
{
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file_name = g_strconcat (name, studio->suffix, ".png", NULL);
  g_autofree char *path = g_build_filename (studio->directory, file_name, NULL);

  studio->since = g_get_monotonic_time ();
  wait_for (studio, is_quiet, name);
  wait_for (studio, is_drawn, name);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (studio->subject)),
                                         studio->node,
                                         &studio->area);

  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

static void
show_page (Studio     *studio,
           const char *page)
{
  platen_window_show_page (studio->window, page);
}

static void
open_thing (Studio     *studio,
            const char *action,
            gpointer    item)
{
  gtk_widget_activate_action (GTK_WIDGET (studio->window), action, "s", bambu_item_get_id (item));
}

/* One in @state, or else any. */
static BambuDevice *
pick_device (Studio           *studio,
             BambuDeviceState  state)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (get_session (studio)));
  BambuDevice *picked = g_list_model_get_item (devices, 0);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_state (device) == state)
        g_set_object (&picked, device);
    }

  return picked;
}

/* Where there is no broker, there is nothing to wait for. */
static gboolean
has_reports (Studio *studio)
{
  BambuLive *live = bambu_session_get_live (get_session (studio));
  g_autoptr(BambuDevice) device = pick_device (studio, BAMBU_DEVICE_STATE_PRINTING);

  return bambu_live_get_state (live) == BAMBU_LIVE_STATE_STOPPED ||
         g_list_model_get_n_items (bambu_device_get_modules (device)) > 0;
}

static void
take_printers (Studio *studio)
{
  g_autoptr(BambuDevice) printing = NULL;
  g_autoptr(BambuDevice) paused = NULL;

  wait_for (studio, has_reports, "What the printers report");
  printing = pick_device (studio, BAMBU_DEVICE_STATE_PRINTING);
  paused = pick_device (studio, BAMBU_DEVICE_STATE_PAUSED);

  show_page (studio, "printers");
  take_picture (studio, "printers");
  open_thing (studio, "win.open-printer", printing);
  take_picture (studio, "printer");
  platen_window_go_back (studio->window);
  open_thing (studio, "win.open-printer", paused);
  take_picture (studio, "printer-paused");
}

/* Of the projects in sight, the one with the most plates. */
static BambuProject *
pick_project (Studio *studio)
{
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (get_session (studio)));
  BambuProject *picked = g_list_model_get_item (projects, 0);

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr(BambuProject) project = g_list_model_get_item (projects, i);

      if (bambu_project_get_n_plates (project) > bambu_project_get_n_plates (picked))
        g_set_object (&picked, project);
    }

  return picked;
}

static BambuPreset *
pick_preset (Studio *studio)
{
  GListModel *presets = G_LIST_MODEL (bambu_session_get_presets (get_session (studio)));

  return g_list_model_get_item (presets, 0);
}

static BambuTask *
pick_task (Studio *studio)
{
  GtkWidget *page = platen_window_get_visible_page (studio->window);

  return platen_history_page_dup_first (PLATEN_HISTORY_PAGE (page));
}

static gboolean
has_history (Studio *studio)
{
  g_autoptr(BambuTask) task = pick_task (studio);

  return task != NULL;
}

/* One that is about no print: a print would be shown instead. */
static BambuMessage *
pick_message (Studio *studio)
{
  BambuFeed *feed = bambu_session_get_messages (get_session (studio), BAMBU_MESSAGE_KIND_UNKNOWN);
  GListModel *messages = G_LIST_MODEL (bambu_feed_get_list (feed));

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(BambuMessage) message = g_list_model_get_item (messages, i);

      if (!bambu_message_get_has_task (message))
        return g_steal_pointer (&message);
    }

  return NULL;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static gboolean
has_files (Studio *studio)
{
  return find_widget (GTK_WIDGET (studio->window), PLATEN_TYPE_FILE_ROW) != NULL;
}

/* The lower end of a project's page. */
static void
scroll_to_files (Studio *studio)
{
  GtkWidget *row = find_widget (GTK_WIDGET (studio->window), PLATEN_TYPE_FILE_ROW);
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static PlatenUpload *
get_upload (Studio *studio,
            guint   position)
{
  g_autoptr(PlatenUpload) upload = NULL;

  upload = g_list_model_get_item (G_LIST_MODEL (platen_uploads_get (get_session (studio))), position);

  return upload;
}

static gboolean
has_uploaded (Studio *studio)
{
  return platen_upload_get_state (get_upload (studio, 1)) == PLATEN_UPLOAD_STATE_DONE;
}

/* One that is no 3MF, and one that the cloud takes for one. */
static void
upload_files (Studio *studio)
{
  static const char * const names[] = { "Notes of yesterday.3mf", "Tiny lighthouse.3mf" };
  static const char * const contents[] = { "Buy filament", "PK\003\004" };
  PlatenUploads *uploads = platen_uploads_get (get_session (studio));
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("platen-screenshots-XXXXXX", &error);

  if (folder == NULL)
    g_error ("%s", error->message);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      g_file_set_contents (path, contents[i], -1, NULL);
      platen_uploads_add (uploads, file, GTK_WIDGET (studio->window));
    }

  wait_for (studio, has_uploaded, "An upload");
  take_picture (studio, "uploads");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      platen_uploads_remove (uploads, get_upload (studio, 0));
      g_remove (path);
    }

  g_rmdir (folder);
}

static void
take_projects (Studio *studio)
{
  g_autoptr(BambuProject) project = NULL;

  show_page (studio, "projects");
  take_picture (studio, "projects");
  project = pick_project (studio);
  open_thing (studio, "win.open-project", project);
  take_picture (studio, "project");
  wait_for (studio, has_files, "The files of a project");
  scroll_to_files (studio);
  take_picture (studio, "project-files");
  platen_window_go_back (studio->window);
  upload_files (studio);
}

/* As desktops show it, and not as a screen without any does. */
static void
set_subject (Studio    *studio,
             GtkWindow *window)
{
  studio->subject = GTK_WIDGET (window);
  gtk_widget_remove_css_class (studio->subject, "solid-csd");
  gtk_widget_add_css_class (studio->subject, "csd");
  gtk_window_unmaximize (window);
  gtk_window_set_default_size (window, studio->width, studio->height);
}

static void
take_help (Studio *studio)
{
  GListModel *windows = gtk_window_get_toplevels ();

  platen_help_window_present (GTK_WINDOW (studio->window));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (PLATEN_IS_HELP_WINDOW (window))
        set_subject (studio, window);
    }

  take_picture (studio, "help");
  gtk_window_destroy (GTK_WINDOW (studio->subject));
  set_subject (studio, GTK_WINDOW (studio->window));
}

static void
take_pictures (Studio *studio)
{
  g_autoptr(BambuPreset) preset = NULL;
  g_autoptr(BambuTask) task = NULL;
  g_autoptr(BambuMessage) message = NULL;

  wait_for (studio, is_signed_in, "The demo's cloud");
  preset = pick_preset (studio);

  take_printers (studio);
  take_projects (studio);
  show_page (studio, "history");
  wait_for (studio, has_history, "The history");
  task = pick_task (studio);
  take_picture (studio, "history");
  open_thing (studio, "win.open-task", task);
  take_picture (studio, "task");
  show_page (studio, "presets");
  take_picture (studio, "presets");
  open_thing (studio, "win.open-preset", preset);
  take_picture (studio, "preset");
  open_thing (studio, "win.compare-preset", preset);
  take_picture (studio, "preset-comparison");
  show_page (studio, "messages");
  take_picture (studio, "messages");

  if ((message = pick_message (studio)))
    {
      open_thing (studio, "win.open-message", message);
      take_picture (studio, "message");
    }

  show_page (studio, "account");
  take_picture (studio, "account");
  gtk_widget_activate_action (GTK_WIDGET (studio->window), "win.open-downloads", NULL);
  take_picture (studio, "downloads");
  take_help (studio);
  platen_session_manager_sign_out (get_manager (studio));
  wait_for (studio, is_signed_out, "The way out");
  take_picture (studio, "sign-in");
}

static gboolean
start_cb (gpointer data)
{
  Studio *studio = data;

  studio->window = PLATEN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (studio->application)));
  set_subject (studio, GTK_WINDOW (studio->window));
  take_pictures (studio);
  gtk_window_destroy (GTK_WINDOW (studio->window));
  g_application_quit (G_APPLICATION (studio->application));

  return G_SOURCE_REMOVE;
}

static void
startup_cb (GApplication *application,
            Studio       *studio)
{
  GSettings *settings = platen_application_get_settings (studio->application);

  if (settings != NULL)
    g_settings_set_string (settings, "style", studio->style);

  if (studio->direction != GTK_TEXT_DIR_NONE)
    gtk_widget_set_default_direction (studio->direction);

  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                "gtk-font-name", "Cantarell 11",
                "gtk-decoration-layout", ":close",
                NULL);
  g_idle_add_full (G_PRIORITY_LOW, start_cb, studio, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *suffix = NULL;
  gboolean dark = FALSE;
  gboolean rtl = FALSE;
  Studio studio = { .width = 1110, .height = 780 };
  const GOptionEntry entries[] = {
    { "width", 0, 0, G_OPTION_ARG_INT, &studio.width, "The window's width in pixels", "N" },
    { "height", 0, 0, G_OPTION_ARG_INT, &studio.height, "The window's height in pixels", "N" },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "From right to left, as in Arabic", NULL },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "In the dark style", NULL },
    { "suffix", 0, 0, G_OPTION_ARG_STRING, &suffix, "What the pictures' names end in", "TEXT" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("DIRECTORY");
  g_autoptr(GError) error = NULL;
  int status;

  platen_locale_init ();
  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("platen-screenshots: %s\n", error != NULL ? error->message : "name the folder for the pictures");
      return 2;
    }

  studio.directory = argv[1];
  studio.style = dark ? "dark" : "light";
  studio.direction = rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_NONE;
  studio.suffix = suffix != NULL ? suffix : "";
  studio.application = platen_application_new (TRUE);
  g_application_set_flags (G_APPLICATION (studio.application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect_after (studio.application, "startup", G_CALLBACK (startup_cb), &studio);

  status = g_application_run (G_APPLICATION (studio.application), 1, argv);
  g_clear_pointer (&studio.node, gsk_render_node_unref);
  g_object_unref (studio.application);

  return status;
}
