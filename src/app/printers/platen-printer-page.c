/* platen-printer-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-printer-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-camera-group.h"
#include "platen-columns.h"
#include "platen-copy-button.h"
#include "platen-firmware-group.h"
#include "platen-format.h"
#include "platen-live-panel.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-print-status.h"
#include "platen-printer-name.h"
#include "platen-printer-text.h"
#include "platen-recent-prints.h"
#include "platen-secret-row.h"
#include "platen-state-bin.h"
#include "platen-value-row.h"

struct _PlatenPrinterPage
{
  AdwBin               parent_instance;

  BambuSession        *session;
  BambuDevice         *device;

  PlatenSecretRow     *access_code_row;
  PlatenCameraGroup   *camera_group;
  PlatenValueRow      *estimate_row;
  PlatenFirmwareGroup *firmware_group;
  PlatenLivePanel     *live_panel;
  PlatenValueRow      *model_row;
  PlatenPrinterName   *name;
  PlatenValueRow      *nozzle_row;
  PlatenPicture       *picture;
  AdwPreferencesGroup *print_group;
  AdwActionRow        *project_row;
  PlatenRecentPrints  *recent_prints;
  PlatenCopyButton    *serial_button;
  PlatenValueRow      *serial_row;
  GtkStack            *stack;
  PlatenValueRow      *started_row;
  PlatenStateBin      *state_bin;
  PlatenPrintStatus   *status;
  AdwWindowTitle      *title;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenPrinterPage, platen_printer_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

/* A link where the project is there to be opened. */
static gboolean
platen_printer_page_update_project (PlatenPrinterPage *self)
{
  const char *id;
  BambuProject *project = NULL;

  g_assert (PLATEN_IS_PRINTER_PAGE (self));

  if ((id = bambu_device_get_project_id (self->device)))
    project = bambu_list_lookup (bambu_session_get_projects (self->session), id);

  gtk_widget_set_visible (GTK_WIDGET (self->project_row), project != NULL);

  if (project == NULL)
    return FALSE;

  adw_action_row_set_subtitle (self->project_row, bambu_project_get_name (project));

  /* The name last: without a target it would not be an action that there is. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->project_row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->project_row), "win.open-project");

  return TRUE;
}

static void
platen_printer_page_update_print (PlatenPrinterPage *self)
{
  GDateTime *started = bambu_device_get_start_time (self->device);
  int estimate = bambu_device_get_prediction (self->device);
  gboolean any;

  g_assert (PLATEN_IS_PRINTER_PAGE (self));

  platen_value_row_take_value (self->estimate_row, estimate >= 0 ? platen_format_duration (estimate) : NULL);
  platen_value_row_take_value (self->started_row, started != NULL ? platen_format_moment (started, NULL) : NULL);

  any = platen_printer_page_update_project (self);
  any |= estimate >= 0 || started != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->print_group), any);
}

static void
platen_printer_page_update_printer (PlatenPrinterPage *self)
{
  double nozzle = bambu_device_get_nozzle_diameter (self->device);
  const char *serial = bambu_device_get_id (self->device);

  g_assert (PLATEN_IS_PRINTER_PAGE (self));

  platen_value_row_set_value (self->model_row, bambu_device_get_model_name (self->device));
  platen_value_row_set_value (self->serial_row, serial);
  platen_copy_button_set_text (self->serial_button, serial);
  /* Translators: the diameter of a nozzle in millimetres */
  platen_value_row_take_value (self->nozzle_row, nozzle > 0 ? g_strdup_printf (_("%g mm"), nozzle) : NULL);
  platen_secret_row_set_secret (self->access_code_row, bambu_device_get_access_code (self->device));
}

static void
platen_printer_page_update (PlatenPrinterPage *self)
{
  g_autofree char *title = NULL;
  gboolean gone;

  g_assert (PLATEN_IS_PRINTER_PAGE (self));

  title = platen_printer_dup_title (self->device);
  adw_window_title_set_title (self->title, title);
  platen_picture_set_label (self->picture, bambu_device_get_task_name (self->device));
  platen_picture_set_uri (self->picture, bambu_device_get_thumbnail (self->device));

  platen_printer_page_update_print (self);
  platen_printer_page_update_printer (self);

  gone = bambu_list_lookup (bambu_session_get_devices (self->session), bambu_device_get_id (self->device)) == NULL;
  gtk_stack_set_visible_child_name (self->stack, gone ? "gone" : "content");
}

static void
platen_printer_page_expired_cb (PlatenPrinterPage *self,
                                PlatenPicture     *picture)
{
  g_assert (PLATEN_IS_PRINTER_PAGE (self));

  bambu_list_refresh_async (bambu_session_get_devices (self->session), NULL, NULL, NULL);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
}

static void
platen_printer_page_dispose (GObject *object)
{
  PlatenPrinterPage *self = (PlatenPrinterPage *)object;

  g_clear_object (&self->device);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_printer_page_parent_class)->dispose (object);
}

static void
platen_printer_page_class_init (PlatenPrinterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_printer_page_dispose;

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_CAMERA_GROUP);
  g_type_ensure (PLATEN_TYPE_COLUMNS);
  g_type_ensure (PLATEN_TYPE_COPY_BUTTON);
  g_type_ensure (PLATEN_TYPE_FIRMWARE_GROUP);
  g_type_ensure (PLATEN_TYPE_LIVE_PANEL);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_PRINTER_NAME);
  g_type_ensure (PLATEN_TYPE_PRINT_STATUS);
  g_type_ensure (PLATEN_TYPE_RECENT_PRINTS);
  g_type_ensure (PLATEN_TYPE_SECRET_ROW);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);
  g_type_ensure (PLATEN_TYPE_VALUE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-printer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, access_code_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, camera_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, estimate_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, firmware_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, live_panel);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, model_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, nozzle_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, picture);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, print_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, project_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, recent_prints);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, serial_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, serial_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, started_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, state_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, status);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterPage, title);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_page_expired_cb);
}

static void
platen_printer_page_init (PlatenPrinterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* To be called once, by the constructor. */
static void
platen_printer_page_show (PlatenPrinterPage *self,
                          BambuSession      *session,
                          BambuDevice       *device)
{
  BambuList *devices = bambu_session_get_devices (session);

  g_assert (PLATEN_IS_PRINTER_PAGE (self));

  self->session = g_object_ref (session);
  self->device = g_object_ref (device);

  platen_state_bin_set_list (self->state_bin, devices);
  platen_picture_set_pictures (self->picture, bambu_session_get_pictures (session));
  platen_printer_name_set_device (self->name, session, device);
  platen_print_status_set_device (self->status, device);
  platen_live_panel_set_device (self->live_panel, session, device);
  platen_firmware_group_set_device (self->firmware_group, session, device);
  platen_camera_group_set_device (self->camera_group, session, device);
  platen_recent_prints_set_device (self->recent_prints, session, bambu_device_get_id (device));

  g_signal_connect_object (device, "notify",
                           G_CALLBACK (platen_printer_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (devices, "items-changed",
                           G_CALLBACK (platen_printer_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_session_get_projects (session), "items-changed",
                           G_CALLBACK (platen_printer_page_update_print),
                           self, G_CONNECT_SWAPPED);

  platen_printer_page_update (self);
}

/**
 * platen_printer_page_new:
 * @session: the session that it belongs to
 * @device: the printer to show
 *
 * Returns: (transfer floating): a page for @device
 */
GtkWidget *
platen_printer_page_new (BambuSession *session,
                         BambuDevice  *device)
{
  PlatenPrinterPage *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_DEVICE (device), NULL);

  self = g_object_new (PLATEN_TYPE_PRINTER_PAGE, NULL);
  platen_printer_page_show (self, session, device);

  return GTK_WIDGET (self);
}

/**
 * platen_printer_page_get_device:
 * @self: a #PlatenPrinterPage
 *
 * Returns: (transfer none): the printer that is shown
 */
BambuDevice *
platen_printer_page_get_device (PlatenPrinterPage *self)
{
  g_return_val_if_fail (PLATEN_IS_PRINTER_PAGE (self), NULL);

  return self->device;
}
