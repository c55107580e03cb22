/* pages.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages.h"

#include <glib/gstdio.h>

#include "platen-compare-row.h"
#include "platen-download.h"
#include "platen-file-row.h"
#include "platen-history-page.h"
#include "platen-preset-menu.h"
#include "platen-presets-page.h"
#include "platen-setting-row.h"
#include "platen-ticket-group.h"
#include "platen-uploads.h"
#include "platen-value-row.h"

/* How long a connection to the printers may take to begin. */
#define REPORTS_MS 5000

/* One in @state, or else any. */
static BambuDevice *
pick_device (Studio           *studio,
             BambuDeviceState  state)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (studio_get_session (studio)));
  BambuDevice *picked = g_list_model_get_item (devices, 0);

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_state (device) == state)
        g_set_object (&picked, device);
    }

  return picked;
}

/* Where there is no broker, there is nothing to wait for; the connection to one begins only once the cloud has said who one is. */
static gboolean
has_reports (Studio *studio)
{
  static gint64 began;
  BambuLive *live = bambu_session_get_live (studio_get_session (studio));
  g_autoptr(BambuDevice) device = pick_device (studio, BAMBU_DEVICE_STATE_PRINTING);

  if (began == 0)
    began = g_get_monotonic_time ();

  if (bambu_live_get_state (live) == BAMBU_LIVE_STATE_STOPPED)
    return g_get_monotonic_time () - began > REPORTS_MS * 1000;

  return g_list_model_get_n_items (bambu_device_get_modules (device)) > 0;
}

/* The page that is shown, with words that nothing on it has. */
static void
take_search (Studio     *studio,
             const char *name)
{
  GtkEditable *entry;

  gtk_widget_activate_action (GTK_WIDGET (studio->window), "win.search", NULL);
  entry = GTK_EDITABLE (studio_await (studio, GTK_TYPE_SEARCH_ENTRY));
  gtk_editable_set_text (entry, "no such thing");
  studio_take (studio, name);
  gtk_editable_set_text (entry, "");
  gtk_widget_activate_action (GTK_WIDGET (studio->window), "win.search", NULL);
}

/* NULL where there is none, or no report has told. */
static BambuDevice *
pick_device_with_two_nozzles (Studio *studio)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (studio_get_session (studio)));

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (g_list_model_get_n_items (bambu_device_get_nozzles (device)) > 1)
        return g_steal_pointer (&device);
    }

  return NULL;
}

static void
take_printers (Studio *studio)
{
  g_autoptr(BambuDevice) printing = NULL;
  g_autoptr(BambuDevice) paused = NULL;
  g_autoptr(BambuDevice) offline = NULL;
  g_autoptr(BambuDevice) dual = NULL;

  studio_wait_for (studio, has_reports, "What the printers report");
  printing = pick_device (studio, BAMBU_DEVICE_STATE_PRINTING);
  paused = pick_device (studio, BAMBU_DEVICE_STATE_PAUSED);
  offline = pick_device (studio, BAMBU_DEVICE_STATE_OFFLINE);
  dual = pick_device_with_two_nozzles (studio);

  studio_show (studio, "printers");
  studio_take (studio, "printers");
  studio_open (studio, "win.open-printer", printing);
  studio_take (studio, "printer");
  platen_window_go_back (studio->window);
  studio_open (studio, "win.open-printer", paused);
  studio_take (studio, "printer-paused");
  platen_window_go_back (studio->window);

  if (dual != NULL)
    {
      studio_open (studio, "win.open-printer", dual);
      studio_take (studio, "printer-two-nozzles");
      platen_window_go_back (studio->window);
    }

  studio_open (studio, "win.open-printer", offline);
  studio_take (studio, "printer-offline");
  platen_window_go_back (studio->window);
  take_search (studio, "printers-nothing-found");
}

/* Of the projects in sight, the one with the most plates. */
static BambuProject *
pick_project (Studio *studio)
{
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (studio_get_session (studio)));
  BambuProject *picked = g_list_model_get_item (projects, 0);

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr(BambuProject) project = g_list_model_get_item (projects, i);

      if (bambu_project_get_n_plates (project) > bambu_project_get_n_plates (picked))
        g_set_object (&picked, project);
    }

  return picked;
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

static gboolean
has_files (Studio *studio)
{
  return studio_find (GTK_WIDGET (studio->window), PLATEN_TYPE_FILE_ROW) != NULL;
}

/* To the lower end of the page that @widget is on. */
static void
scroll_down (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static PlatenUpload *
get_upload (Studio *studio,
            guint   position)
{
  g_autoptr(PlatenUpload) upload = NULL;

  upload = g_list_model_get_item (G_LIST_MODEL (platen_uploads_get (studio_get_session (studio))), position);

  return upload;
}

static gboolean
has_uploaded (Studio *studio)
{
  return platen_upload_get_state (get_upload (studio, 1)) == PLATEN_UPLOAD_STATE_DONE;
}

/* One that is no 3MF, one that the cloud takes for one, and one that it is slow to take. */
static void
upload_files (Studio *studio)
{
  static const char * const names[] = { "Notes of yesterday.3mf", "Tiny lighthouse.3mf", "Chess board.3mf" };
  static const char * const contents[] = { "Buy filament", "PK\003\004", "PK\003\004" };
  PlatenUploads *uploads = platen_uploads_get (studio_get_session (studio));
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

      if (i == 1)
        {
          studio_wait_for (studio, has_uploaded, "An upload");
          studio_add_fault (studio, "{\"method\": \"POST\", \"path\": \"/v1/iot-service/api/user/project\", \"delay_ms\": 60000}");
        }
    }

  studio_take (studio, "uploads");
  platen_upload_cancel (get_upload (studio, 2));
  studio_clear_faults (studio);

  while (g_list_model_get_n_items (G_LIST_MODEL (uploads)) > 0)
    platen_uploads_remove (uploads, get_upload (studio, 0));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }

  g_rmdir (folder);
}

/* Of a project, one of its files on its way. */
static PlatenDownload *
begin_download (Studio       *studio,
                BambuProject *project)
{
  BambuSession *session = studio_get_session (studio);
  BambuClient *client = bambu_session_get_client (session);
  g_autoptr(BambuProfile) profile = g_list_model_get_item (bambu_project_get_profiles (project), 0);
  g_autoptr(BambuFile) config = g_list_model_get_item (bambu_profile_get_configs (profile), 0);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), bambu_file_get_name (config), NULL);
  g_autoptr(GFile) target = g_file_new_for_path (path);
  g_autoptr(PlatenCloudFile) file = NULL;
  PlatenDownload *download;

  file = platen_cloud_file_new (client, profile, bambu_project_get_model_id (project), config);
  download = platen_download_new (file, target);
  platen_downloads_set (session, platen_cloud_file_get_key (file), download);
  platen_download_start (download);

  return download;
}

static void
take_projects (Studio *studio)
{
  g_autoptr(BambuProject) project = NULL;
  g_autoptr(PlatenDownload) download = NULL;

  studio_show (studio, "projects");
  studio_take (studio, "projects");
  project = pick_project (studio);
  studio_add_fault (studio, "{\"path\": \"/model/*.config\", \"delay_ms\": 600000}");
  download = begin_download (studio, project);
  studio_open (studio, "win.open-project", project);
  studio_take (studio, "project");
  studio_wait_for (studio, has_files, "The files of a project");
  scroll_down (studio_await (studio, PLATEN_TYPE_FILE_ROW));
  studio_take (studio, "project-files");
  platen_download_stop (download);
  studio_clear_faults (studio);
  platen_window_go_back (studio->window);
  take_search (studio, "projects-nothing-found");
  upload_files (studio);
}

/* Also what is filtered: of a print that has ended there is more to say than of one that goes on. */
static void
take_history (Studio *studio)
{
  g_autoptr(BambuTask) task = NULL;

  studio_show (studio, "history");
  studio_wait_for (studio, has_history, "The history");
  studio_take (studio, "history");
  take_search (studio, "history-nothing-found");
  gtk_widget_activate_action (platen_window_get_visible_page (studio->window), "history.state", "s", "finished");
  studio_wait_for (studio, has_history, "The prints that have finished");
  studio_take (studio, "history-filtered");
  task = pick_task (studio);
  studio_open (studio, "win.open-task", task);
  studio_take (studio, "task");
}

/* The first of the user's own, or else any. */
static BambuPreset *
pick_preset (Studio *studio)
{
  GListModel *presets = G_LIST_MODEL (bambu_session_get_presets (studio_get_session (studio)));
  BambuPreset *picked = g_list_model_get_item (presets, 0);

  for (guint i = 0; i < g_list_model_get_n_items (presets) && !bambu_preset_get_own (picked); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (presets, i);

      if (bambu_preset_get_own (preset))
        g_set_object (&picked, preset);
    }

  return picked;
}

static void
ask_about_preset (Studio     *studio,
                  const char *action,
                  const char *name)
{
  GtkWidget *menu = studio_await (studio, PLATEN_TYPE_PRESET_MENU);

  gtk_widget_activate_action (menu, action, NULL);
  studio_take_dialog (studio, name);
}

static void
take_presets (Studio *studio)
{
  static const char * const tabs[] = { "printer", "filament", "process" };
  g_autoptr(BambuPreset) preset = pick_preset (studio);
  AdwViewStack *stack;

  studio_show (studio, "presets");
  studio_take (studio, "presets");
  stack = ADW_VIEW_STACK (studio_await (studio, ADW_TYPE_VIEW_STACK));

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strconcat ("presets-", tabs[i], NULL);

      adw_view_stack_set_visible_child_name (stack, tabs[i]);

      if (i < 2)
        studio_take (studio, name);
    }

  take_search (studio, "presets-nothing-found");
  studio_open (studio, "win.open-preset", preset);
  studio_await (studio, PLATEN_TYPE_SETTING_ROW);
  studio_take (studio, "preset");
  ask_about_preset (studio, "preset.duplicate", "preset-duplicate");
  ask_about_preset (studio, "preset.remove", "preset-remove");
  studio_open (studio, "win.compare-preset", preset);
  studio_await (studio, PLATEN_TYPE_COMPARE_ROW);
  studio_take (studio, "preset-comparison");
}

/* One that is about no print: a print would be shown instead. */
static BambuMessage *
pick_message (Studio *studio)
{
  BambuFeed *feed = bambu_session_get_messages (studio_get_session (studio), BAMBU_MESSAGE_KIND_UNKNOWN);
  GListModel *messages = G_LIST_MODEL (bambu_feed_get_list (feed));

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(BambuMessage) message = g_list_model_get_item (messages, i);

      if (!bambu_message_get_has_task (message))
        return g_steal_pointer (&message);
    }

  return NULL;
}

static void
take_messages (Studio *studio)
{
  g_autoptr(BambuMessage) message = NULL;

  studio_show (studio, "messages");
  studio_take (studio, "messages");

  if ((message = pick_message (studio)))
    {
      studio_open (studio, "win.open-message", message);
      studio_take (studio, "message");
    }
}

static gboolean
has_ticket (Studio *studio)
{
  return studio_find (studio_await (studio, PLATEN_TYPE_TICKET_GROUP), PLATEN_TYPE_VALUE_ROW) != NULL;
}

static void
take_account (Studio *studio)
{
  GtkWidget *group;
  GtkWidget *row;

  studio_show (studio, "account");
  studio_take (studio, "account");
  group = studio_await (studio, PLATEN_TYPE_TICKET_GROUP);
  row = studio_find (group, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "10233");
  g_signal_emit_by_name (row, "apply");
  studio_wait_for (studio, has_ticket, "A ticket");
  scroll_down (group);
  studio_take (studio, "account-ticket");
  gtk_widget_activate_action (GTK_WIDGET (studio->window), "win.open-downloads", NULL);
  studio_take (studio, "downloads");
  platen_window_go_back (studio->window);
}

/**
 * pages_take:
 * @studio: a studio where somebody is signed in
 *
 * Takes a picture of every page.
 */
void
pages_take (Studio *studio)
{
  take_printers (studio);
  take_projects (studio);
  take_history (studio);
  take_presets (studio);
  take_messages (studio);
  take_account (studio);
}
