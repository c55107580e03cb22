/* platen-window.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-window.h"

#include <glib/gi18n.h>

#include "platen-account-page.h"
#include "platen-account-row.h"
#include "platen-page.h"
#include "platen-presets-page.h"
#include "platen-printers-page.h"
#include "platen-projects-page.h"
#include "platen-refresher.h"
#include "platen-restoring-page.h"
#include "platen-section.h"
#include "platen-sidebar-row.h"
#include "platen-signin-page.h"
#include "platen-window-actions.h"

struct _PlatenWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  GtkStack             *stack;
  PlatenRestoringPage  *restoring_page;
  PlatenSigninPage     *signin_page;
  AdwLeaflet           *leaflet;
  AdwWindowTitle       *sidebar_title;
  GtkListBox           *page_list;
  GtkListBox           *account_list;
  PlatenSidebarRow     *printers_row;
  PlatenAccountRow     *account_row;
  GtkStack             *sections;

  PlatenSessionManager *manager;
  PlatenRefresher      *refresher;
  BambuSession         *session;
  GSettings            *settings;
  AdwToast             *notice;
  gboolean              signing_in_again;
};

enum
{
  PROP_MANAGER = 1,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenWindow, platen_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
platen_window_get_section (PlatenWindow *self,
                           const char   *page)
{
  return gtk_stack_get_child_by_name (self->sections, page);
}

static void
select_row (GtkListBox *list,
            const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), page) == 0 ||
          (PLATEN_IS_SIDEBAR_ROW (row) &&
           g_strcmp0 (platen_sidebar_row_get_page (PLATEN_SIDEBAR_ROW (row)), page) == 0))
        {
          gtk_list_box_select_row (list, row);
          return;
        }
    }

  gtk_list_box_unselect_all (list);
}

/* A selection says what is beside it: where the sidebar stands alone, nothing is. */
static void
platen_window_update_selection (PlatenWindow *self)
{
  const gboolean folded = adw_leaflet_get_folded (self->leaflet);
  const char *page = gtk_stack_get_visible_child_name (self->sections);
  const GtkSelectionMode mode = folded ? GTK_SELECTION_NONE : GTK_SELECTION_SINGLE;

  gtk_list_box_set_selection_mode (self->page_list, mode);
  gtk_list_box_set_selection_mode (self->account_list, mode);

  if (folded)
    return;

  select_row (self->page_list, page);
  select_row (self->account_list, page);
}

static void
leaflet_folded_cb (PlatenWindow *self)
{
  platen_window_update_selection (self);
}

static void
row_activated_cb (PlatenWindow  *self,
                  GtkListBoxRow *row)
{
  const char *page = "account";

  if (PLATEN_IS_SIDEBAR_ROW (row))
    page = platen_sidebar_row_get_page (PLATEN_SIDEBAR_ROW (row));

  /* The row of the page that is shown leads back to its beginning. */
  if (!adw_leaflet_get_folded (self->leaflet) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->sections), page) == 0)
    platen_section_pop_to_root (PLATEN_SECTION (platen_window_get_section (self, page)));

  platen_window_show_page (self, page);
}

static void
back_pressed_cb (PlatenWindow *self)
{
  platen_window_go_back (self);
}

static void
platen_window_update_badges (PlatenWindow *self)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (self->session));
  g_autofree char *description = NULL;
  guint n_attention = 0;

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      n_attention += bambu_device_get_needs_attention (device);
    }

  if (n_attention > 0)
    description = g_strdup_printf (ngettext ("%u printer needs attention",
                                             "%u printers need attention",
                                             n_attention),
                                   n_attention);

  platen_sidebar_row_set_badge (self->printers_row, n_attention, description);
}

static void
devices_updated_cb (PlatenWindow *self)
{
  platen_window_update_badges (self);
}

static void
add_section (PlatenWindow *self,
             const char   *name,
             const char   *title,
             GtkWidget    *root)
{
  gtk_stack_add_titled (self->sections, platen_section_new (root), name, title);
}

static void
bind_sort (PlatenWindow *self,
           GtkWidget    *page,
           const char   *key)
{
  if (self->settings != NULL)
    g_settings_bind (self->settings, key, page, "sort", G_SETTINGS_BIND_DEFAULT);
}

static void
platen_window_add_sections (PlatenWindow *self)
{
  GtkWidget *printers = g_object_new (PLATEN_TYPE_PRINTERS_PAGE, "session", self->session, NULL);
  GtkWidget *projects = g_object_new (PLATEN_TYPE_PROJECTS_PAGE, "session", self->session, NULL);
  GtkWidget *presets = g_object_new (PLATEN_TYPE_PRESETS_PAGE, "session", self->session, NULL);
  GtkWidget *account = g_object_new (PLATEN_TYPE_ACCOUNT_PAGE, "manager", self->manager, NULL);
  g_autofree char *page = NULL;

  bind_sort (self, printers, "printers-sort");
  add_section (self, "printers", _("Printers"), printers);
  add_section (self, "projects", _("Projects"), projects);
  add_section (self, "presets", _("Presets"), presets);
  add_section (self, "account", _("Account"), account);

  if (self->settings != NULL)
    page = g_settings_get_string (self->settings, "page");

  platen_window_show_page (self, page);
}

static void
platen_window_remove_sections (PlatenWindow *self)
{
  GtkWidget *section;

  while ((section = gtk_widget_get_first_child (GTK_WIDGET (self->sections))))
    gtk_stack_remove (self->sections, section);
}

static void
update_active_cb (PlatenWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  gboolean active = surface != NULL && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (active && GDK_IS_TOPLEVEL (surface))
    active = (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) == 0;

  if (self->refresher != NULL)
    platen_refresher_set_active (self->refresher, active);
}

static void
platen_window_drop_session (PlatenWindow *self)
{
  if (self->session == NULL)
    return;

  platen_window_remove_sections (self);
  platen_refresher_set_session (self->refresher, NULL);
  g_clear_object (&self->refresher);
  g_signal_handlers_disconnect_by_data (bambu_session_get_devices (self->session), self);
  g_clear_object (&self->session);
}

static void
session_changed_cb (PlatenWindow *self)
{
  BambuSession *session = platen_session_manager_get_session (self->manager);

  if (session == self->session)
    return;

  platen_window_drop_session (self);

  if (session != NULL)
    {
      BambuList *devices = bambu_session_get_devices (session);

      self->session = g_object_ref (session);
      self->refresher = platen_refresher_new ();
      platen_refresher_set_session (self->refresher, session);
      g_signal_connect_swapped (devices, "notify::updated", G_CALLBACK (devices_updated_cb), self);
      g_signal_connect_swapped (devices, "items-changed", G_CALLBACK (devices_updated_cb), self);
      platen_window_update_badges (self);
      platen_window_add_sections (self);
      update_active_cb (self);
    }

  platen_account_row_set_session (self->account_row, session);
  platen_window_actions_update (self);

  /* One session after the other, in the same state: the user signed in again. */
  if (session != NULL && self->signing_in_again)
    platen_window_set_signing_in_again (self, FALSE);
}

static void
platen_window_show_sign_in (PlatenWindow *self)
{
  platen_signin_page_reset (self->signin_page);
  gtk_stack_set_visible_child_name (self->stack, "signin");
  platen_signin_page_focus (self->signin_page);
}

static void
state_changed_cb (PlatenWindow *self)
{
  self->signing_in_again = FALSE;

  switch (platen_session_manager_get_state (self->manager))
    {
    case PLATEN_SESSION_STATE_SIGNED_OUT:
      platen_window_show_sign_in (self);
      break;

    case PLATEN_SESSION_STATE_SIGNED_IN:
      gtk_stack_set_visible_child_name (self->stack, "main");
      break;

    case PLATEN_SESSION_STATE_RESTORING:
    default:
      gtk_stack_set_visible_child_name (self->stack, "restoring");
      break;
    }
}

static void
notice_dismissed_cb (PlatenWindow *self)
{
  self->notice = NULL;
  platen_session_manager_dismiss_notice (self->manager);
}

/* Stays until it is dismissed: it tells why the next start may ask to sign in. */
static void
notice_changed_cb (PlatenWindow *self)
{
  const char *text = platen_session_manager_get_notice (self->manager);
  g_autofree char *markup = NULL;

  if (self->notice != NULL)
    {
      AdwToast *notice = g_steal_pointer (&self->notice);

      g_signal_handlers_disconnect_by_data (notice, self);
      adw_toast_dismiss (notice);
    }

  /* The sign-in page shows it by itself. */
  if (text == NULL || self->session == NULL)
    return;

  markup = g_markup_escape_text (text, -1);
  self->notice = adw_toast_new (markup);
  adw_toast_set_timeout (self->notice, 0);
  adw_toast_set_priority (self->notice, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_swapped (self->notice, "dismissed", G_CALLBACK (notice_dismissed_cb), self);
  adw_toast_overlay_add_toast (self->toast_overlay, self->notice);
}

static void
platen_window_remember_page (PlatenWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->sections);

  if (self->settings != NULL && page != NULL && !g_str_equal (page, "account"))
    g_settings_set_string (self->settings, "page", page);
}

static void
platen_window_bind_settings (PlatenWindow *self)
{
  if (self->settings == NULL)
    return;

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
platen_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "notify::state",
                           G_CALLBACK (update_active_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
platen_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_window_parent_class)->map (widget);

  update_active_cb (PLATEN_WINDOW (widget));
}

static void
platen_window_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_window_parent_class)->unmap (widget);

  update_active_cb (PLATEN_WINDOW (widget));
}

static void
platen_window_constructed (GObject *object)
{
  PlatenWindow *self = PLATEN_WINDOW (object);

  G_OBJECT_CLASS (platen_window_parent_class)->constructed (object);

  platen_window_bind_settings (self);
  platen_restoring_page_set_manager (self->restoring_page, self->manager);
  platen_signin_page_set_manager (self->signin_page, self->manager);
  g_signal_connect_object (self->manager, "notify::session",
                           G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->manager, "notify::state",
                           G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->manager, "notify::notice",
                           G_CALLBACK (notice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  session_changed_cb (self);
  state_changed_cb (self);
  notice_changed_cb (self);
  platen_window_actions_update (self);
}

static void
platen_window_dispose (GObject *object)
{
  PlatenWindow *self = (PlatenWindow *)object;

  if (self->notice != NULL)
    g_signal_handlers_disconnect_by_data (self->notice, self);

  self->notice = NULL;

  if (self->sections != NULL)
    platen_window_drop_session (self);

  g_clear_object (&self->settings);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_window_parent_class)->dispose (object);
}

static void
platen_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlatenWindow *self = PLATEN_WINDOW (object);

  switch (prop_id)
    {
    case PROP_MANAGER:
      self->manager = g_value_dup_object (value);
      break;

    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_window_class_init (PlatenWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = platen_window_constructed;
  object_class->dispose = platen_window_dispose;
  object_class->set_property = platen_window_set_property;

  widget_class->realize = platen_window_realize;
  widget_class->map = platen_window_map;
  widget_class->unmap = platen_window_unmap;

  properties[PROP_MANAGER] =
    g_param_spec_object ("manager", NULL, NULL,
                         PLATEN_TYPE_SESSION_MANAGER,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL,
                         G_TYPE_SETTINGS,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_RESTORING_PAGE);
  g_type_ensure (PLATEN_TYPE_SIDEBAR_ROW);
  g_type_ensure (PLATEN_TYPE_SIGNIN_PAGE);
  g_type_ensure (PLATEN_TYPE_ACCOUNT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/platen-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, restoring_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, signin_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, account_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, printers_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, account_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, sections);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_pressed_cb);

  platen_window_actions_install (widget_class);
}

static void
platen_window_init (PlatenWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_window_new:
 * @application: the application that it belongs to
 * @manager: who is signed in
 *
 * Makes the main window. It shows the sign-in or the account's pages, whichever it is time for.
 *
 * Returns: (transfer none): the window, which belongs to @application
 */
PlatenWindow *
platen_window_new (PlatenApplication    *application,
                   PlatenSessionManager *manager)
{
  PlatenWindow *self;

  g_return_val_if_fail (PLATEN_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  self = g_object_new (PLATEN_TYPE_WINDOW,
                       "application", application,
                       "manager", manager,
                       "settings", platen_application_get_settings (application),
                       NULL);

  if (platen_application_get_demo (application))
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Platen (Demo)"));
      adw_window_title_set_subtitle (self->sidebar_title, _("Demo"));
    }

  return self;
}

/**
 * platen_window_get_session:
 * @self: a #PlatenWindow
 *
 * Returns: (transfer none) (nullable): the session that it shows, or %NULL while nobody is signed in
 */
BambuSession *
platen_window_get_session (PlatenWindow *self)
{
  g_return_val_if_fail (PLATEN_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * platen_window_show_page:
 * @self: a #PlatenWindow
 * @page: (nullable): "printers", "projects", "presets" or "account"; anything else is the first
 *
 * Shows a page as it was left.
 */
void
platen_window_show_page (PlatenWindow *self,
                         const char   *page)
{
  g_return_if_fail (PLATEN_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  if (page == NULL || platen_window_get_section (self, page) == NULL)
    page = "printers";

  gtk_stack_set_visible_child_name (self->sections, page);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  platen_window_update_selection (self);
  platen_window_remember_page (self);
}

/**
 * platen_window_get_visible_page:
 * @self: a #PlatenWindow
 *
 * Returns: (transfer none) (nullable): the page that one looks at, or %NULL while nobody is signed in
 */
GtkWidget *
platen_window_get_visible_page (PlatenWindow *self)
{
  GtkWidget *section;

  g_return_val_if_fail (PLATEN_IS_WINDOW (self), NULL);

  section = gtk_stack_get_visible_child (self->sections);

  return section != NULL ? platen_section_get_visible_page (PLATEN_SECTION (section)) : NULL;
}

/**
 * platen_window_push:
 * @self: a #PlatenWindow
 * @page: the page that @widget belongs to
 * @widget: (nullable): a page of one thing, or %NULL to show @page as it begins
 *
 * Shows something on top of a page.
 */
void
platen_window_push (PlatenWindow *self,
                    const char   *page,
                    GtkWidget    *widget)
{
  PlatenSection *section;

  g_return_if_fail (PLATEN_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  section = PLATEN_SECTION (platen_window_get_section (self, page));

  if (widget == NULL)
    platen_section_pop_to_root (section);
  else
    platen_section_push (section, widget);

  platen_window_show_page (self, page);
}

/**
 * platen_window_go_back:
 * @self: a #PlatenWindow
 *
 * Goes back by one page, or to the sidebar where the window is too narrow for both.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
platen_window_go_back (PlatenWindow *self)
{
  GtkWidget *section;

  g_return_val_if_fail (PLATEN_IS_WINDOW (self), FALSE);

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->signin_page))
    return platen_signin_page_go_back (self->signin_page);

  section = gtk_stack_get_visible_child (self->sections);

  if (section != NULL && platen_section_pop (PLATEN_SECTION (section)))
    return TRUE;

  return adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * platen_window_set_signing_in_again:
 * @self: a #PlatenWindow
 * @again: whether to show the sign-in page although somebody is signed in
 *
 * Shows the sign-in page, before the present sign-in ends, or goes back to the session that goes on.
 */
void
platen_window_set_signing_in_again (PlatenWindow *self,
                                    gboolean      again)
{
  g_return_if_fail (PLATEN_IS_WINDOW (self));

  if (self->session == NULL)
    return;

  self->signing_in_again = again;

  if (again)
    platen_window_show_sign_in (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "main");
}

/**
 * platen_window_refresh:
 * @self: a #PlatenWindow
 *
 * Asks the cloud for everything again.
 */
void
platen_window_refresh (PlatenWindow *self)
{
  GtkWidget *page;

  g_return_if_fail (PLATEN_IS_WINDOW (self));

  if (self->refresher != NULL)
    platen_refresher_refresh (self->refresher);

  page = platen_window_get_visible_page (self);

  if (PLATEN_IS_PAGE (page))
    platen_page_refresh (PLATEN_PAGE (page));
}

/**
 * platen_window_add_toast:
 * @self: a #PlatenWindow
 * @title: plain text
 *
 * Tells something in passing.
 */
void
platen_window_add_toast (PlatenWindow *self,
                         const char   *title)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (PLATEN_IS_WINDOW (self));
  g_return_if_fail (title != NULL);

  markup = g_markup_escape_text (title, -1);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (markup));
}
