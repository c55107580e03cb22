/* platen-window-actions.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-window-actions.h"

#include <glib/gi18n.h>

#include "platen-downloads-page.h"
#include "platen-compare-page.h"
#include "platen-history-page.h"
#include "platen-message-page.h"
#include "platen-page.h"
#include "platen-preset-page.h"
#include "platen-presets-page.h"
#include "platen-printer-page.h"
#include "platen-project-page.h"
#include "platen-section.h"
#include "platen-shortcuts.h"
#include "platen-task-page.h"

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (!platen_window_go_back (PLATEN_WINDOW (widget)))
    gtk_widget_error_bell (widget);
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  platen_window_refresh (PLATEN_WINDOW (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GtkWidget *page = platen_window_get_visible_page (PLATEN_WINDOW (widget));

  if (PLATEN_IS_PAGE (page) && platen_page_can_search (PLATEN_PAGE (page)))
    platen_page_toggle_search (PLATEN_PAGE (page));
}

/* From elsewhere: a page as it begins, searched. */
static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  const char *page;
  const char *text;

  g_variant_get (parameter, "(&s&s)", &page, &text);
  platen_window_push (self, page, NULL);
  platen_page_search (PLATEN_PAGE (platen_window_get_root_page (self, page)), text);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  platen_window_show_page (PLATEN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  platen_shortcuts_present (GTK_WINDOW (widget));
}

/* Toasts take markup. */
static AdwToast *
create_toast (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  platen_window_add_toast (PLATEN_WINDOW (widget), create_toast (g_variant_get_string (parameter, NULL)));
}

/* What the toast says, and the action that shows what it speaks of, with its target. */
static void
toast_show_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  const char *text;
  const char *action;
  const char *target;
  AdwToast *toast;

  g_variant_get (parameter, "(&s&s&s)", &text, &action, &target);
  toast = create_toast (text);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target (toast, "s", target);
  platen_window_add_toast (PLATEN_WINDOW (widget), toast);
}

/* What an action names may have gone since; then its page is shown, which says so. */
static void
open_printer_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  BambuSession *session = platen_window_get_session (self);
  BambuDevice *device = bambu_list_lookup (bambu_session_get_devices (session),
                                           g_variant_get_string (parameter, NULL));

  platen_window_push (self, "printers",
                      device != NULL ? platen_printer_page_new (session, device) : NULL);
}

static void
open_project_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  BambuSession *session = platen_window_get_session (self);
  BambuProject *project = bambu_list_lookup (bambu_session_get_projects (session),
                                             g_variant_get_string (parameter, NULL));

  platen_window_push (self, "projects",
                      project != NULL ? platen_project_page_new (session, project) : NULL);
}

static void
compare_preset_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  BambuSession *session = platen_window_get_session (self);
  BambuPreset *preset = bambu_list_lookup (bambu_session_get_presets (session),
                                           g_variant_get_string (parameter, NULL));

  platen_window_push (self, "presets",
                      preset != NULL ? platen_compare_page_new (session, preset) : NULL);
}

static void
open_preset_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  BambuSession *session = platen_window_get_session (self);
  BambuPreset *preset = bambu_list_lookup (bambu_session_get_presets (session),
                                           g_variant_get_string (parameter, NULL));

  platen_window_push (self, "presets",
                      preset != NULL ? platen_preset_page_new (session, preset) : NULL);
}

static void
import_preset_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  platen_presets_page_import (PLATEN_PRESETS_PAGE (platen_window_get_root_page (PLATEN_WINDOW (widget), "presets")));
}

/* A print may be older than what has been loaded: its page looks for it. */
static void
open_task_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  GtkWidget *history = platen_window_get_root_page (self, "history");
  BambuTask *task = platen_history_page_lookup (PLATEN_HISTORY_PAGE (history), id);

  platen_window_push (self, "history", platen_task_page_new (platen_window_get_session (self), id, task));
}

static void
open_history_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  GtkWidget *history = platen_window_get_root_page (self, "history");

  platen_history_page_set_device (PLATEN_HISTORY_PAGE (history), g_variant_get_string (parameter, NULL));
  platen_window_push (self, "history", NULL);
}

static void
open_downloads_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);

  platen_window_push (self, "account", platen_downloads_page_new (platen_window_get_session (self)));
}

static BambuMessage *
find_message (BambuSession *session,
              const char   *id)
{
  for (int kind = BAMBU_MESSAGE_KIND_UNKNOWN; kind <= BAMBU_MESSAGE_KIND_TASK; kind++)
    {
      BambuFeed *feed = bambu_session_get_messages (session, (BambuMessageKind)kind);
      BambuMessage *message = bambu_list_lookup (bambu_feed_get_list (feed), id);

      if (message != NULL)
        return message;
    }

  return NULL;
}

static void
open_message_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  PlatenWindow *self = PLATEN_WINDOW (widget);
  BambuSession *session = platen_window_get_session (self);
  BambuMessage *message = find_message (session, g_variant_get_string (parameter, NULL));

  platen_window_push (self, "messages",
                      message != NULL ? platen_message_page_new (session, message) : NULL);
}

static void
sign_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  platen_window_set_signing_in_again (PLATEN_WINDOW (widget), g_str_equal (name, "win.sign-in"));
}

/* The actions that need a session. */
static const char * const session_actions[] = {
  "win.refresh",
  "win.search",
  "win.page",
  "win.find",
  "win.open-printer",
  "win.open-project",
  "win.open-preset",
  "win.compare-preset",
  "win.import-preset",
  "win.open-task",
  "win.open-history",
  "win.open-message",
  "win.open-downloads",
  "win.sign-in",
  "win.cancel-sign-in",
};

static void
add_page_binding (GtkWidgetClass *widget_class,
                  guint           keyval,
                  const char     *page)
{
  gtk_widget_class_add_binding_action (widget_class, keyval, GDK_ALT_MASK, "win.page", "s", page);
}

void
platen_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.find", "(ss)", find_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-show", "(sss)", toast_show_action);
  gtk_widget_class_install_action (widget_class, "win.open-printer", "s", open_printer_action);
  gtk_widget_class_install_action (widget_class, "win.open-project", "s", open_project_action);
  gtk_widget_class_install_action (widget_class, "win.open-preset", "s", open_preset_action);
  gtk_widget_class_install_action (widget_class, "win.compare-preset", "s", compare_preset_action);
  gtk_widget_class_install_action (widget_class, "win.import-preset", NULL, import_preset_action);
  gtk_widget_class_install_action (widget_class, "win.open-task", "s", open_task_action);
  gtk_widget_class_install_action (widget_class, "win.open-history", "s", open_history_action);
  gtk_widget_class_install_action (widget_class, "win.open-message", "s", open_message_action);
  gtk_widget_class_install_action (widget_class, "win.open-downloads", NULL, open_downloads_action);
  gtk_widget_class_install_action (widget_class, "win.sign-in", NULL, sign_in_action);
  gtk_widget_class_install_action (widget_class, "win.cancel-sign-in", NULL, sign_in_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "win.refresh", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "win.refresh", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  add_page_binding (widget_class, GDK_KEY_1, "printers");
  add_page_binding (widget_class, GDK_KEY_2, "projects");
  add_page_binding (widget_class, GDK_KEY_3, "history");
  add_page_binding (widget_class, GDK_KEY_4, "presets");
  add_page_binding (widget_class, GDK_KEY_5, "messages");
  add_page_binding (widget_class, GDK_KEY_0, "account");
}

/* After signing in or out. */
void
platen_window_actions_update (PlatenWindow *self)
{
  const gboolean has_session = platen_window_get_session (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (session_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), session_actions[i], has_session);
}
