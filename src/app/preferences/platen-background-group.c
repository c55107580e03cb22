/* platen-background-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-background-group.h"

#include <glib/gi18n.h>

#include "platen-autostart.h"

struct _PlatenBackgroundGroup
{
  AdwPreferencesGroup  parent_instance;

  AdwActionRow        *run_row;
  GtkSwitch           *run_switch;
  AdwActionRow        *login_row;
  GtkSwitch           *login_switch;

  GSettings           *settings;
  PlatenBackground    *background;
  PlatenAutostart     *autostart;
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (PlatenBackgroundGroup, platen_background_group, ADW_TYPE_PREFERENCES_GROUP)

static void run_switch_cb   (PlatenBackgroundGroup *self);
static void login_switch_cb (PlatenBackgroundGroup *self);

/* As things are, which is no choice of the user's. */
static void
show_switch (PlatenBackgroundGroup *self,
             GtkSwitch             *widget,
             GCallback              callback,
             gboolean               active)
{
  g_signal_handlers_block_by_func (widget, callback, self);
  gtk_switch_set_active (widget, active);
  g_signal_handlers_unblock_by_func (widget, callback, self);
}

static void
update_run_cb (PlatenBackgroundGroup *self)
{
  const gboolean tray = platen_background_get_tray (self->background);
  const gboolean stays = platen_background_get_stays (self->settings, tray);

  show_switch (self, self->run_switch, G_CALLBACK (run_switch_cb), stays);

  if (!stays)
    adw_action_row_set_subtitle (self->run_row, _("Closing the window quits Platen: nothing tells you how prints end"));
  else if (tray)
    adw_action_row_set_subtitle (self->run_row, _("Closing the window leaves the icon in the tray"));
  else
    adw_action_row_set_subtitle (self->run_row,
                                 _("There is no tray here: start Platen again to see its window"));
}

static void
run_switch_cb (PlatenBackgroundGroup *self)
{
  g_settings_set_string (self->settings, "run-in-background",
                         gtk_switch_get_active (self->run_switch) ? "always" : "never");
}

static void
show_login (PlatenBackgroundGroup *self,
            gboolean               enabled,
            const char            *trouble)
{
  show_switch (self, self->login_switch, G_CALLBACK (login_switch_cb), enabled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->login_switch), TRUE);
  adw_action_row_set_subtitle (self->login_row, trouble != NULL ? trouble : _("In the background, without a window"));
}

static void
queried_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenBackgroundGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean enabled;

  if (platen_autostart_query_finish (PLATEN_AUTOSTART (object), result, &enabled, &error))
    {
      show_login (self, enabled, NULL);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_debug ("Nothing starts programs at login: %s", error->message);
      adw_action_row_set_subtitle (self->login_row,
                                   _("This desktop offers no way for sandboxed programs to be started at login"));
    }
}

static void
set_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(PlatenBackgroundGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *markup = NULL;
  gboolean enabled;

  if (!platen_autostart_set_finish (PLATEN_AUTOSTART (object), result, &enabled, &error))
    markup = g_markup_escape_text (error->message, -1);

  show_login (self, enabled, markup);
}

static void
login_switch_cb (PlatenBackgroundGroup *self)
{
  /* Until it is done: the user may be asked first. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->login_switch), FALSE);
  platen_autostart_set_async (self->autostart, gtk_switch_get_active (self->login_switch), set_cb, g_object_ref (self));
}

static void
platen_background_group_dispose (GObject *object)
{
  PlatenBackgroundGroup *self = PLATEN_BACKGROUND_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->autostart);
  g_clear_object (&self->background);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (platen_background_group_parent_class)->dispose (object);
}

static void
platen_background_group_finalize (GObject *object)
{
  PlatenBackgroundGroup *self = PLATEN_BACKGROUND_GROUP (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (platen_background_group_parent_class)->finalize (object);
}

static void
platen_background_group_class_init (PlatenBackgroundGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_background_group_dispose;
  object_class->finalize = platen_background_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/preferences/platen-background-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenBackgroundGroup, run_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenBackgroundGroup, run_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenBackgroundGroup, login_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenBackgroundGroup, login_switch);
  gtk_widget_class_bind_template_callback (widget_class, run_switch_cb);
  gtk_widget_class_bind_template_callback (widget_class, login_switch_cb);
}

static void
platen_background_group_init (PlatenBackgroundGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_background_group_set_up:
 * @self: a group of preferences
 * @settings: what it changes
 * @background: the program's life without a window
 *
 * Shows how things are. Once only.
 */
void
platen_background_group_set_up (PlatenBackgroundGroup *self,
                                GSettings             *settings,
                                PlatenBackground      *background)
{
  g_return_if_fail (PLATEN_IS_BACKGROUND_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (PLATEN_IS_BACKGROUND (background));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  self->background = g_object_ref (background);
  self->autostart = platen_background_create_autostart (background);

  g_signal_connect_object (settings, "changed::run-in-background",
                           G_CALLBACK (update_run_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (background, "notify::tray", G_CALLBACK (update_run_cb), self, G_CONNECT_SWAPPED);
  update_run_cb (self);

  /* The demo is for trying, not for every day. */
  gtk_widget_set_visible (GTK_WIDGET (self->login_row), self->autostart != NULL);

  if (self->autostart != NULL)
    platen_autostart_query_async (self->autostart, self->cancellable, queried_cb, g_object_ref (self));
}
