/* platen-control-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-control-group.h"

#include <glib/gi18n.h>

#include "platen-busy-button.h"
#include "platen-pair.h"

struct _PlatenControlGroup
{
  AdwPreferencesGroup  parent_instance;

  BambuSession        *session;
  BambuDevice         *device;
  GCancellable        *cancellable;
  gboolean             is_waiting;    /* for an answer */
  gboolean             is_updating;   /* what is shown, rather than the user */

  AdwActionRow        *light_row;
  GtkSwitch           *light_switch;
  PlatenBusyButton    *pause_button;
  GtkWidget           *print_row;
  AdwActionRow        *refused_row;
  PlatenBusyButton    *resume_button;
  AdwComboRow         *speed_row;
  PlatenBusyButton    *stop_button;
};

G_DEFINE_FINAL_TYPE (PlatenControlGroup, platen_control_group, ADW_TYPE_PREFERENCES_GROUP)

static void
platen_control_group_update (PlatenControlGroup *self)
{
  const BambuControl control = bambu_device_get_control (self->device);
  const BambuDeviceState state = bambu_device_get_state (self->device);
  const gboolean is_allowed = control == BAMBU_CONTROL_ALLOWED && state != BAMBU_DEVICE_STATE_OFFLINE;
  const gboolean has_print = bambu_device_get_has_print (self->device);
  const int speed = bambu_device_get_speed_level (self->device);
  const int light = bambu_device_get_chamber_light (self->device);

  g_assert (PLATEN_IS_CONTROL_GROUP (self));

  gtk_widget_set_visible (GTK_WIDGET (self), is_allowed || control == BAMBU_CONTROL_REFUSED);
  gtk_widget_set_visible (GTK_WIDGET (self->refused_row), control == BAMBU_CONTROL_REFUSED);
  gtk_widget_set_visible (self->print_row, is_allowed && has_print);
  gtk_widget_set_visible (GTK_WIDGET (self->pause_button), state == BAMBU_DEVICE_STATE_PRINTING);
  gtk_widget_set_visible (GTK_WIDGET (self->resume_button), state == BAMBU_DEVICE_STATE_PAUSED);
  gtk_widget_set_visible (GTK_WIDGET (self->speed_row), is_allowed && has_print && speed > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->light_row), is_allowed && light >= 0);

  /* What the user has just chosen stays until the printer has answered. */
  if (self->is_waiting)
    return;

  self->is_updating = TRUE;
  gtk_switch_set_active (self->light_switch, light == 1);
  gtk_switch_set_state (self->light_switch, light == 1);

  if (speed > 0)
    adw_combo_row_set_selected (self->speed_row, speed - 1);

  self->is_updating = FALSE;
}

static void
platen_control_group_set_waiting (PlatenControlGroup *self,
                                  PlatenBusyButton   *button,
                                  gboolean            is_waiting)
{
  self->is_waiting = is_waiting;
  gtk_widget_set_sensitive (GTK_WIDGET (self->light_row), !is_waiting);
  gtk_widget_set_sensitive (GTK_WIDGET (self->speed_row), !is_waiting);

  if (button != NULL)
    platen_busy_button_set_busy (button, is_waiting);
}

static PlatenBusyButton *
get_busy_button (PlatenControlGroup *self)
{
  PlatenBusyButton *buttons[] = { self->pause_button, self->resume_button, self->stop_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gboolean busy;

      g_object_get (buttons[i], "busy", &busy, NULL);

      if (busy)
        return buttons[i];
    }

  return NULL;
}

static void
control_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenControlGroup) self = user_data;
  g_autoptr(GError) error = NULL;

  bambu_live_control_finish (BAMBU_LIVE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  platen_control_group_set_waiting (self, get_busy_button (self), FALSE);

  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);

  platen_control_group_update (self);
}

static void
platen_control_group_send (PlatenControlGroup *self,
                           BambuCommand        command,
                           int                 value,
                           PlatenBusyButton   *button)
{
  if (self->is_waiting)
    return;

  platen_control_group_set_waiting (self, button, TRUE);
  bambu_live_control_async (bambu_session_get_live (self->session), self->device, command, value,
                            self->cancellable, control_cb, g_object_ref (self));
}

static void
platen_control_group_pause_cb (PlatenControlGroup *self)
{
  platen_control_group_send (self, BAMBU_COMMAND_PAUSE, 0, self->pause_button);
}

static void
platen_control_group_resume_cb (PlatenControlGroup *self)
{
  platen_control_group_send (self, BAMBU_COMMAND_RESUME, 0, self->resume_button);
}

static void
stop_response_cb (PlatenControlGroup *self,
                  const char         *response)
{
  if (g_str_equal (response, "stop"))
    platen_control_group_send (self, BAMBU_COMMAND_STOP, 0, self->stop_button);
}

static void
platen_control_group_stop_cb (PlatenControlGroup *self)
{
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _("Stop the Print?"),
                                   _("The print is given up. It cannot be resumed."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "stop", _("_Stop"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
platen_control_group_speed_cb (PlatenControlGroup *self)
{
  if (self->is_updating || self->device == NULL)
    return;

  platen_control_group_send (self, BAMBU_COMMAND_SPEED, (int) adw_combo_row_get_selected (self->speed_row) + 1, NULL);
}

/* The switch stays in between until the printer has answered. */
static gboolean
platen_control_group_light_cb (PlatenControlGroup *self,
                               gboolean            state)
{
  if (self->is_updating || self->device == NULL)
    return FALSE;

  platen_control_group_send (self, BAMBU_COMMAND_LIGHT, state, NULL);

  return TRUE;
}

static void
platen_control_group_dispose (GObject *object)
{
  PlatenControlGroup *self = (PlatenControlGroup *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->device);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_control_group_parent_class)->dispose (object);
}

static void
platen_control_group_finalize (GObject *object)
{
  PlatenControlGroup *self = (PlatenControlGroup *)object;

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (platen_control_group_parent_class)->finalize (object);
}

static void
platen_control_group_class_init (PlatenControlGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_control_group_dispose;
  object_class->finalize = platen_control_group_finalize;

  g_type_ensure (PLATEN_TYPE_BUSY_BUTTON);
  g_type_ensure (PLATEN_TYPE_PAIR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/live/platen-control-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, light_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, light_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, pause_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, print_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, refused_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, resume_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, speed_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenControlGroup, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, platen_control_group_light_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_control_group_pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_control_group_resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_control_group_speed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_control_group_stop_cb);
}

static void
platen_control_group_init (PlatenControlGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_control_group_set_device:
 * @self: a #PlatenControlGroup
 * @session: whose printer it is
 * @device: the printer; to be set once
 */
void
platen_control_group_set_device (PlatenControlGroup *self,
                                 BambuSession       *session,
                                 BambuDevice        *device)
{
  g_return_if_fail (PLATEN_IS_CONTROL_GROUP (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->session = g_object_ref (session);
  self->device = g_object_ref (device);
  g_signal_connect_object (device, "notify",
                           G_CALLBACK (platen_control_group_update), self, G_CONNECT_SWAPPED);
  platen_control_group_update (self);
}
