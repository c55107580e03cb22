/* platen-camera-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-camera-group.h"

#include <glib/gi18n.h>

#include "bambu-endpoints.h"
#include "platen-busy-button.h"
#include "platen-secret-row.h"

struct _PlatenCameraGroup
{
  AdwPreferencesGroup  parent_instance;

  BambuSession        *session;
  BambuDevice         *device;
  GCancellable        *cancellable;   /* while the cloud is asked */

  PlatenSecretRow     *code_row;
  PlatenSecretRow     *key_row;
  PlatenSecretRow     *password_row;
  PlatenBusyButton    *request_button;
  AdwActionRow        *request_row;
};

G_DEFINE_FINAL_TYPE (PlatenCameraGroup, platen_camera_group, ADW_TYPE_PREFERENCES_GROUP)

static void
platen_camera_group_show (PlatenCameraGroup *self,
                          BambuCameraTicket *ticket)
{
  g_assert (PLATEN_IS_CAMERA_GROUP (self));

  platen_secret_row_set_secret (self->code_row, ticket != NULL ? bambu_camera_ticket_get_code (ticket) : NULL);
  platen_secret_row_set_secret (self->password_row, ticket != NULL ? bambu_camera_ticket_get_password (ticket) : NULL);
  platen_secret_row_set_secret (self->key_row, ticket != NULL ? bambu_camera_ticket_get_key (ticket) : NULL);
}

static void
ticket_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlatenCameraGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuCameraTicket) ticket = bambu_client_get_camera_ticket_finish (BAMBU_CLIENT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  platen_busy_button_set_busy (self->request_button, FALSE);
  platen_camera_group_show (self, ticket);
  adw_action_row_set_subtitle (self->request_row,
                               error != NULL ? error->message : _("Forgotten when you leave this page"));
}

static void
platen_camera_group_request_cb (PlatenCameraGroup *self)
{
  g_assert (PLATEN_IS_CAMERA_GROUP (self));

  if (self->device == NULL || self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  platen_busy_button_set_busy (self->request_button, TRUE);
  bambu_client_get_camera_ticket_async (bambu_session_get_client (self->session), bambu_device_get_id (self->device),
                                        self->cancellable, ticket_cb, g_object_ref (self));
}

static void
platen_camera_group_unmap (GtkWidget *widget)
{
  PlatenCameraGroup *self = PLATEN_CAMERA_GROUP (widget);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      platen_busy_button_set_busy (self->request_button, FALSE);
    }

  platen_camera_group_show (self, NULL);
  adw_action_row_set_subtitle (self->request_row, NULL);

  GTK_WIDGET_CLASS (platen_camera_group_parent_class)->unmap (widget);
}

static void
platen_camera_group_dispose (GObject *object)
{
  PlatenCameraGroup *self = (PlatenCameraGroup *) object;

  g_clear_object (&self->session);
  g_clear_object (&self->device);

  G_OBJECT_CLASS (platen_camera_group_parent_class)->dispose (object);
}

static void
platen_camera_group_class_init (PlatenCameraGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_camera_group_dispose;

  widget_class->unmap = platen_camera_group_unmap;

  g_type_ensure (PLATEN_TYPE_BUSY_BUTTON);
  g_type_ensure (PLATEN_TYPE_SECRET_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-camera-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenCameraGroup, code_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenCameraGroup, key_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenCameraGroup, password_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenCameraGroup, request_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenCameraGroup, request_row);
  gtk_widget_class_bind_template_callback (widget_class, platen_camera_group_request_cb);
}

static void
platen_camera_group_init (PlatenCameraGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_camera_group_new:
 *
 * Returns: (transfer floating): a group without a printer
 */
GtkWidget *
platen_camera_group_new (void)
{
  return g_object_new (PLATEN_TYPE_CAMERA_GROUP, NULL);
}

/**
 * platen_camera_group_set_device:
 * @self: a #PlatenCameraGroup
 * @session: the session that @device belongs to
 * @device: the printer whose camera it is
 *
 * To be called once.
 */
void
platen_camera_group_set_device (PlatenCameraGroup *self,
                                BambuSession      *session,
                                BambuDevice       *device)
{
  g_return_if_fail (PLATEN_IS_CAMERA_GROUP (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->session = g_object_ref (session);
  self->device = g_object_ref (device);
}
