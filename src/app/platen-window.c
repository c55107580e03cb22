/* platen-window.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-window.h"

#include <glib/gi18n.h>

#include "platen-late-bin.h"
#include "platen-notices.h"
#include "platen-page.h"
#include "platen-pages.h"
#include "platen-refresher.h"
#include "platen-restoring-page.h"
#include "platen-section.h"
#include "platen-sidebar.h"
#include "platen-sight.h"
#include "platen-signin-page.h"
#include "platen-window-actions.h"

struct _PlatenWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  GtkStack             *stack;
  PlatenRestoringPage  *restoring_page;
  PlatenSigninPage     *signin_page; /* NULL until somebody has to sign in */
  AdwLeaflet           *leaflet;
  PlatenNotices        *notices;
  PlatenSidebar        *sidebar;
  GtkStack             *sections;

  PlatenSessionManager *manager;
  PlatenRefresher      *refresher;
  BambuSession         *session;
  GSettings            *settings;
  PlatenMessageMarks   *marks;
  PlatenSight          *sight;
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

/* A page is made when it is first wanted: the program starts with one of them. */
static PlatenSection *
platen_window_get_section (PlatenWindow *self,
                           const char   *page)
{
  GtkWidget *section = gtk_stack_get_child_by_name (self->sections, page);

  if (section == NULL)
    {
      section = platen_section_new (platen_pages_create (page, self->manager, self->marks, self->settings));
      gtk_stack_add_titled (self->sections, section, page, platen_pages_get_title (page));
    }

  return PLATEN_SECTION (section);
}

static void
platen_window_focus_page (PlatenWindow *self)
{
  GtkWidget *page = platen_window_get_visible_page (self);

  if (PLATEN_IS_PAGE (page))
    platen_page_focus (PLATEN_PAGE (page));
}

static void
page_activated_cb (PlatenWindow *self,
                   const char   *page)
{
  /* The row of the page that is shown leads back to its beginning. */
  if (!adw_leaflet_get_folded (self->leaflet) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->sections), page) == 0)
    platen_section_pop_to_root (platen_window_get_section (self, page));

  platen_window_show_page (self, page);
}

static void
back_pressed_cb (PlatenWindow *self)
{
  platen_window_go_back (self);
}

static void
platen_window_show_first_page (PlatenWindow *self)
{
  g_autofree char *page = NULL;

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
seen_cb (PlatenWindow *self)
{
  if (self->refresher != NULL)
    platen_refresher_set_active (self->refresher, platen_sight_get_seen (self->sight));
}

/* Whoever comes back to the window after a while wants to see what is. */
static void
is_active_cb (PlatenWindow *self)
{
  if (self->refresher != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    platen_refresher_catch_up (self->refresher);
}

static void
platen_window_drop_session (PlatenWindow *self)
{
  if (self->session == NULL)
    return;

  platen_window_remove_sections (self);
  platen_refresher_set_session (self->refresher, NULL);
  g_clear_object (&self->refresher);
  g_clear_object (&self->marks);
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
      self->session = g_object_ref (session);
      self->refresher = platen_refresher_new ();
      platen_refresher_set_session (self->refresher, session);
      self->marks = platen_message_marks_new (session, self->settings);
      platen_window_show_first_page (self);
      seen_cb (self);
    }

  platen_sidebar_set_session (self->sidebar, session);
  platen_sidebar_set_marks (self->sidebar, self->marks);
  platen_window_actions_update (self);

  /* One session after the other, in the same state: the user signed in again. */
  if (session != NULL && self->signing_in_again)
    platen_window_set_signing_in_again (self, FALSE);
}

static void
platen_window_show_session (PlatenWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "main");
  platen_window_focus_page (self);
}

static void
platen_window_show_sign_in (PlatenWindow *self)
{
  if (self->signin_page == NULL)
    {
      self->signin_page = g_object_new (PLATEN_TYPE_SIGNIN_PAGE, NULL);
      platen_signin_page_set_manager (self->signin_page, self->manager);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->signin_page), "signin");
    }

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
      platen_window_show_session (self);
      break;

    case PLATEN_SESSION_STATE_RESTORING:
    default:
      gtk_stack_set_visible_child_name (self->stack, "restoring");
      break;
    }
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
platen_window_constructed (GObject *object)
{
  PlatenWindow *self = PLATEN_WINDOW (object);

  G_OBJECT_CLASS (platen_window_parent_class)->constructed (object);

  self->sight = platen_sight_new (GTK_WINDOW (self));
  g_signal_connect_object (self->sight, "notify::seen", G_CALLBACK (seen_cb), self, G_CONNECT_SWAPPED);
  platen_window_bind_settings (self);
  platen_restoring_page_set_manager (self->restoring_page, self->manager);
  platen_notices_set_manager (self->notices, self->manager);
  g_signal_connect_object (self->manager, "notify::session",
                           G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->manager, "notify::state",
                           G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  session_changed_cb (self);
  state_changed_cb (self);
  platen_window_actions_update (self);
}

static void
platen_window_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_window_parent_class)->show (widget);

  /* Else it goes to the first thing in the window. */
  platen_window_focus_page (PLATEN_WINDOW (widget));
}

static void
platen_window_dispose (GObject *object)
{
  PlatenWindow *self = (PlatenWindow *)object;

  if (self->sections != NULL)
    platen_window_drop_session (self);

  g_clear_object (&self->sight);
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

  widget_class->show = platen_window_show;

  properties[PROP_MANAGER] =
    g_param_spec_object ("manager", NULL, NULL,
                         PLATEN_TYPE_SESSION_MANAGER,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  properties[PROP_SETTINGS] =
    g_param_spec_object ("settings", NULL, NULL,
                         G_TYPE_SETTINGS,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_LATE_BIN);
  g_type_ensure (PLATEN_TYPE_NOTICES);
  g_type_ensure (PLATEN_TYPE_RESTORING_PAGE);
  g_type_ensure (PLATEN_TYPE_SIDEBAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/platen-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, restoring_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, sections);
  gtk_widget_class_bind_template_callback (widget_class, back_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);

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
      platen_sidebar_set_subtitle (self->sidebar, _("Demo"));
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
 * @page: (nullable): "printers", "projects", "history", "presets", "messages" or "account"; anything else is the first
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

  if (platen_pages_get_title (page) == NULL)
    page = "printers";

  gtk_stack_set_visible_child (self->sections, GTK_WIDGET (platen_window_get_section (self, page)));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  platen_sidebar_set_page (self->sidebar, page);
  platen_window_remember_page (self);
  platen_window_focus_page (self);
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
 * platen_window_get_root_page:
 * @self: a #PlatenWindow
 * @page: the name of a page, while somebody is signed in
 *
 * Returns: (transfer none): the page as it begins, whatever has been opened on top of it
 */
GtkWidget *
platen_window_get_root_page (PlatenWindow *self,
                             const char   *page)
{
  g_return_val_if_fail (PLATEN_IS_WINDOW (self), NULL);
  g_return_val_if_fail (self->session != NULL, NULL);
  g_return_val_if_fail (platen_pages_get_title (page) != NULL, NULL);

  return platen_section_get_root (platen_window_get_section (self, page));
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

  section = platen_window_get_section (self, page);

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

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "signin") == 0)
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
    platen_window_show_session (self);
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
 * @toast: (transfer full): a toast
 *
 * Tells something in passing.
 */
void
platen_window_add_toast (PlatenWindow *self,
                         AdwToast     *toast)
{
  g_return_if_fail (PLATEN_IS_WINDOW (self));
  g_return_if_fail (ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
