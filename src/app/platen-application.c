/* platen-application.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-application.h"

#include <glib/gi18n.h>

#include "platen-about.h"
#include "platen-clock-format.h"
#include "platen-first-frame.h"
#include "platen-help-window.h"
#include "platen-opener.h"
#include "platen-preferences-window.h"
#include "platen-sandbox.h"
#include "platen-search-provider.h"
#include "platen-settings.h"
#include "platen-upload-offers.h"
#include "platen-window.h"

#define RESOURCE_PATH "/io/github/platen/Platen"

/* Its settings, and what is kept of its cloud, are no business of the real account's. */
#define FOLDER      "platen"
#define DEMO_FOLDER "platen-demo"

/* In milliseconds: for how long it stays when the session bus has started it and nobody asks anything any more. Whoever
 * searches types the next letter sooner.
 */
#define SERVICE_TIMEOUT 15000

struct _PlatenApplication
{
  AdwApplication        parent_instance;

  GSettings            *settings;
  PlatenClockFormat    *clock_format;
  PlatenSessionManager *manager;
  PlatenOpener         *opener;
  PlatenSearchProvider *search_provider;
  PlatenBackground     *background;
  PlatenUploadOffers   *upload_offers;
  gboolean              demo;
  gboolean              windowless;
};

enum
{
  PROP_DEMO = 1,
  PROP_MANAGER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenApplication, platen_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  platen_about_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  platen_help_window_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PlatenApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->background != NULL)
    gtk_window_present (GTK_WINDOW (platen_preferences_window_new (window, self->settings, self->background)));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PlatenApplication *self = user_data;
  GtkApplication *application = user_data;
  GtkWindow *window;

  if (self->background != NULL)
    {
      platen_background_quit (self->background);
      return;
    }

  /* A window remembers its size on the way. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    gtk_window_destroy (window);

  /* Started as a service it may have had none. */
  g_application_quit (G_APPLICATION (application));
}

static void
demo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PlatenApplication *self = user_data;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *program = NULL;

  if (self->demo)
    {
      platen_session_manager_restore (self->manager, TRUE);
      return;
    }

  /* An application of its own, beside this one. */
  program = g_file_read_link ("/proc/self/exe", &error);
  if (program != NULL)
    process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--demo", NULL);

  if (process == NULL)
    g_warning ("The demo cannot be started: %s", error->message);
}

static void
open_page (PlatenApplication *self,
           const char        *page)
{
  g_application_activate (G_APPLICATION (self));
  platen_opener_open (self->opener, "win.page", g_variant_new_string (page));
}

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  open_page (user_data, g_variant_get_string (parameter, NULL));
}

/* The desktop file's actions have no parameter, and are called as the page is. */
static void
page_by_name_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  open_page (user_data, g_action_get_name (G_ACTION (action)));
}

/* As with --background, in a program that the session bus has started: who has it on the screen is not disturbed. */
static void
watch_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PlatenApplication *self = user_data;

  if (platen_session_manager_get_awake (self->manager))
    return;

  self->windowless = TRUE;
  g_application_activate (G_APPLICATION (self));
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "demo", demo_cb },
  { "help", help_cb },
  { "page", page_cb, "s" },
  { "preferences", preferences_cb },
  { "printers", page_by_name_cb },
  { "projects", page_by_name_cb },
  { "quit", quit_cb },
  { "watch", watch_cb },
};

static void
set_accels (GtkApplication *application,
            const char     *action,
            const char     *accel,
            const char     *other)
{
  const char * const accels[] = { accel, other, NULL };

  gtk_application_set_accels_for_action (application, action, accels);
}

static void
add_accels (GtkApplication *application)
{
  set_accels (application, "app.help", "F1", NULL);
  set_accels (application, "app.quit", "<primary>q", NULL);
  set_accels (application, "app.preferences", "<primary>comma", NULL);
  set_accels (application, "win.show-help-overlay", "<primary>question", "<primary>F1");
}

/* The demo's are no business of the real account's. */
static GSettings *
create_settings (PlatenApplication *self)
{
  g_autofree char *path = NULL;

  if (self->demo)
    path = g_build_filename (g_get_user_config_dir (), DEMO_FOLDER, "settings.ini", NULL);

  return platen_settings_create (path);
}

/* Started by the session bus, maybe for nothing but a search or a setting: until somebody wants to see it, it neither
 * follows printers nor shows itself.
 */
static void
start_as_service (PlatenApplication *self)
{
  platen_session_manager_set_awake (self->manager, FALSE);
  g_application_set_inactivity_timeout (G_APPLICATION (self), SERVICE_TIMEOUT);
}

static void
platen_application_startup (GApplication *application)
{
  PlatenApplication *self = PLATEN_APPLICATION (application);

  /* The keyring answers, and what is known from last time is read, while GTK gets ready. */
  if (!(g_application_get_flags (application) & G_APPLICATION_IS_SERVICE))
    platen_session_manager_restore (self->manager, !self->windowless);

  /* Desktops find the icon of a dialog by it; GTK tells them the application's id with main windows only. */
  g_set_prgname (g_application_get_application_id (application));

  G_APPLICATION_CLASS (platen_application_parent_class)->startup (application);

  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    start_as_service (self);

  gtk_window_set_default_icon_name (APPLICATION_ID);

  /* A page that opens with its name marked looks as if something had been done to it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_accels (GTK_APPLICATION (self));

  self->clock_format =
    platen_clock_format_new (platen_sandbox_is_inside () ? g_application_get_dbus_connection (application) : NULL);
  self->settings = create_settings (self);
  if (self->settings != NULL)
    platen_settings_bind_style (self->settings, adw_application_get_style_manager (ADW_APPLICATION (self)));

  /* What the user has not been asked about, as there is nowhere to write down the answer, is not done. */
  if (self->settings != NULL)
    self->background = platen_background_new (GTK_APPLICATION (self), self->manager, self->settings, self->opener);
}

static void
platen_application_activate (GApplication *application)
{
  PlatenApplication *self = PLATEN_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  platen_session_manager_set_awake (self->manager, TRUE);

  /* Only the first time: whoever starts the program again wants to see it. */
  if (self->windowless && self->background != NULL)
    {
      self->windowless = FALSE;
      platen_background_start (self->background);
      return;
    }

  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }

  window = GTK_WINDOW (platen_window_new (self, self->manager));

  if (platen_session_manager_get_session (self->manager) == NULL)
    {
      platen_first_frame_await (window, self->manager);
      platen_session_manager_restore (self->manager, TRUE);
    }
  else
    {
      gtk_window_present (window);
    }
}

/* A 3MF file, from a file manager or the command line. */
static void
platen_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  PlatenApplication *self = PLATEN_APPLICATION (application);

  self->windowless = FALSE;
  g_application_activate (application);

  if (self->upload_offers == NULL)
    self->upload_offers = platen_upload_offers_new (GTK_APPLICATION (self), self->manager);

  platen_upload_offers_add (self->upload_offers, files, n_files);
}

static void
platen_application_shutdown (GApplication *application)
{
  PlatenApplication *self = PLATEN_APPLICATION (application);

  /* What it has under way ends without it. */
  if (self->background != NULL)
    g_object_run_dispose (G_OBJECT (self->background));

  g_clear_object (&self->background);
  g_clear_object (&self->upload_offers);
  g_clear_object (&self->clock_format);

  /* Ends the demo's cloud. */
  g_clear_object (&self->opener);
  g_clear_object (&self->manager);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (platen_application_parent_class)->shutdown (application);
}

static gboolean
platen_application_dbus_register (GApplication     *application,
                                  GDBusConnection  *connection,
                                  const char       *object_path,
                                  GError          **error)
{
  PlatenApplication *self = PLATEN_APPLICATION (application);

  if (!G_APPLICATION_CLASS (platen_application_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;

  self->search_provider = platen_search_provider_new (application, self->manager, self->opener);

  return platen_search_provider_export (self->search_provider, connection, object_path, error);
}

static void
platen_application_dbus_unregister (GApplication    *application,
                                    GDBusConnection *connection,
                                    const char      *object_path)
{
  PlatenApplication *self = PLATEN_APPLICATION (application);

  if (self->search_provider != NULL)
    platen_search_provider_unexport (self->search_provider);

  g_clear_object (&self->search_provider);

  G_APPLICATION_CLASS (platen_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
platen_application_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenApplication *self = PLATEN_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_DEMO:
      g_value_set_boolean (value, self->demo);
      break;

    case PROP_MANAGER:
      g_value_set_object (value, self->manager);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_application_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenApplication *self = PLATEN_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_DEMO:
      self->demo = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_application_constructed (GObject *object)
{
  PlatenApplication *self = PLATEN_APPLICATION (object);
  g_autoptr(PlatenDemoCloud) demo_cloud = NULL;
  g_autofree char *cache_dir = NULL;

  G_OBJECT_CLASS (platen_application_parent_class)->constructed (object);

  if (self->demo)
    demo_cloud = platen_demo_cloud_new ();

  cache_dir = g_build_filename (g_get_user_cache_dir (), self->demo ? DEMO_FOLDER : FOLDER, NULL);
  self->manager = platen_session_manager_new (cache_dir, demo_cloud);
  self->opener = platen_opener_new (GTK_APPLICATION (self), self->manager);
}

static void
platen_application_finalize (GObject *object)
{
  PlatenApplication *self = PLATEN_APPLICATION (object);

  g_clear_object (&self->opener);
  g_clear_object (&self->manager);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (platen_application_parent_class)->finalize (object);
}

static void
platen_application_class_init (PlatenApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->constructed = platen_application_constructed;
  object_class->finalize = platen_application_finalize;
  object_class->get_property = platen_application_get_property;
  object_class->set_property = platen_application_set_property;

  application_class->startup = platen_application_startup;
  application_class->activate = platen_application_activate;
  application_class->open = platen_application_open;
  application_class->shutdown = platen_application_shutdown;
  application_class->dbus_register = platen_application_dbus_register;
  application_class->dbus_unregister = platen_application_dbus_unregister;

  properties[PROP_DEMO] =
    g_param_spec_boolean ("demo", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_MANAGER] =
    g_param_spec_object ("manager", NULL, NULL,
                         PLATEN_TYPE_SESSION_MANAGER,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_application_init (PlatenApplication *self)
{
}

/**
 * platen_application_new:
 * @demo: whether it shows the stand-in cloud, as an application of its own
 *
 * Returns: (transfer full): the application
 */
PlatenApplication *
platen_application_new (gboolean demo)
{
  return g_object_new (PLATEN_TYPE_APPLICATION,
                       "application-id", demo ? APPLICATION_ID ".Demo" : APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       "demo", demo,
                       NULL);
}

/**
 * platen_application_set_windowless:
 * @self: an application that does not run yet
 * @windowless: whether it is to start in the background
 *
 * Has the application start without a window.
 */
void
platen_application_set_windowless (PlatenApplication *self,
                                   gboolean           windowless)
{
  g_return_if_fail (PLATEN_IS_APPLICATION (self));

  self->windowless = windowless;
}

/**
 * platen_application_get_demo:
 * @self: the application
 *
 * Returns: whether it shows the stand-in cloud
 */
gboolean
platen_application_get_demo (PlatenApplication *self)
{
  g_return_val_if_fail (PLATEN_IS_APPLICATION (self), FALSE);

  return self->demo;
}

/**
 * platen_application_get_manager:
 * @self: the application
 *
 * Returns: (transfer none): who is signed in
 */
PlatenSessionManager *
platen_application_get_manager (PlatenApplication *self)
{
  g_return_val_if_fail (PLATEN_IS_APPLICATION (self), NULL);

  return self->manager;
}

/**
 * platen_application_get_background:
 * @self: the application, which has started
 *
 * Returns: (transfer none) (nullable): its life beside its window; %NULL where nothing can be remembered
 */
PlatenBackground *
platen_application_get_background (PlatenApplication *self)
{
  g_return_val_if_fail (PLATEN_IS_APPLICATION (self), NULL);

  return self->background;
}

/**
 * platen_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): what is remembered; %NULL where its schema is not installed
 */
GSettings *
platen_application_get_settings (PlatenApplication *self)
{
  g_return_val_if_fail (PLATEN_IS_APPLICATION (self), NULL);

  return self->settings;
}
