/* platen-firmware-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-firmware-group.h"

#include <glib/gi18n.h>

#include "platen-busy-button.h"
#include "platen-notes.h"

struct _PlatenFirmwareGroup
{
  AdwPreferencesGroup  parent_instance;

  BambuSession        *session;
  BambuDevice         *device;
  BambuFirmware       *shown;
  GPtrArray           *rows;          /* of GtkWidget */
  GCancellable        *cancellable;   /* while the cloud is asked */
  gboolean             asked;         /* since the page was opened */

  PlatenBusyButton    *check_button;
  AdwActionRow        *unknown_row;
};

G_DEFINE_FINAL_TYPE (PlatenFirmwareGroup, platen_firmware_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_state (BambuFirmware *firmware)
{
  const char *newest = bambu_firmware_get_newest (firmware);

  if (!bambu_firmware_get_update (firmware))
    return newest != NULL ? g_strdup (_("Up to date")) : NULL;

  if (bambu_firmware_get_forced (firmware))
    /* Translators: the placeholder is the version of a firmware */
    return g_strdup_printf (_("%s is required: the printer insists on this update"), newest);

  /* Translators: the placeholder is the version of a firmware */
  return g_strdup_printf (_("%s is available"), newest);
}

static GtkWidget *
create_mark (gboolean forced)
{
  GtkWidget *image = gtk_image_new_from_icon_name (forced ? "dialog-warning-symbolic" : "software-update-available-symbolic");

  gtk_widget_add_css_class (image, forced ? "warning" : "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  forced ? _("Required update") : _("Update available"), -1);

  return image;
}

static void
platen_firmware_group_add (PlatenFirmwareGroup *self,
                           GtkWidget           *row)
{
  g_assert (PLATEN_IS_FIRMWARE_GROUP (self));

  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
platen_firmware_group_add_version (PlatenFirmwareGroup *self,
                                   BambuFirmware       *firmware,
                                   const char          *title)
{
  const char *version = bambu_firmware_get_version (firmware);
  g_autofree char *state = dup_state (firmware);
  GtkWidget *label = gtk_label_new (version != NULL ? version : _("Unknown"));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", state,
                                 NULL);

  g_assert (PLATEN_IS_FIRMWARE_GROUP (self));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  if (bambu_firmware_get_update (firmware))
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_mark (bambu_firmware_get_forced (firmware)));

  platen_firmware_group_add (self, row);
}

static void
platen_firmware_group_add_notes (PlatenFirmwareGroup *self,
                                 BambuFirmware       *firmware)
{
  const char *text = bambu_firmware_get_notes (firmware);
  GtkWidget *notes;
  GtkWidget *row;

  g_assert (PLATEN_IS_FIRMWARE_GROUP (self));

  if (text == NULL || *text == '\0')
    return;

  notes = platen_notes_new ();
  platen_notes_set_text (PLATEN_NOTES (notes), text);
  gtk_widget_add_css_class (notes, "row-notes");

  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Release Notes"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), bambu_firmware_get_newest (firmware));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), notes);
  platen_firmware_group_add (self, row);
}

static char *
dup_unit_title (BambuFirmware *unit)
{
  const char *name = bambu_firmware_get_name (unit);
  const char *serial = bambu_firmware_get_device_id (unit);

  if (name != NULL)
    return g_strdup (name);

  /* Translators: the placeholder is the serial number of an AMS unit */
  return serial != NULL ? g_strdup_printf (_("AMS %s"), serial) : g_strdup (_("AMS"));
}

static void
platen_firmware_group_show (PlatenFirmwareGroup *self,
                            BambuFirmware       *firmware)
{
  GListModel *units = bambu_firmware_get_units (firmware);

  g_assert (PLATEN_IS_FIRMWARE_GROUP (self));

  platen_firmware_group_add_version (self, firmware, _("Printer"));
  platen_firmware_group_add_notes (self, firmware);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(BambuFirmware) unit = g_list_model_get_item (units, i);
      g_autofree char *title = dup_unit_title (unit);

      platen_firmware_group_add_version (self, unit, title);

      if (bambu_firmware_get_update (unit))
        platen_firmware_group_add_notes (self, unit);
    }
}

static void
platen_firmware_group_update (PlatenFirmwareGroup *self)
{
  BambuFirmware *firmware = bambu_device_get_firmware (self->device);

  g_assert (PLATEN_IS_FIRMWARE_GROUP (self));

  gtk_widget_set_visible (GTK_WIDGET (self->unknown_row), firmware == NULL);

  if (!g_set_object (&self->shown, firmware))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);

  g_ptr_array_set_size (self->rows, 0);

  if (firmware != NULL)
    platen_firmware_group_show (self, firmware);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenFirmwareGroup) self = user_data;
  g_autoptr(GError) error = NULL;

  bambu_session_check_firmware_finish (BAMBU_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->asked = TRUE;
  platen_busy_button_set_busy (self->check_button, FALSE);
  adw_action_row_set_subtitle (self->unknown_row, error != NULL ? error->message : NULL);
}

static void
platen_firmware_group_check (PlatenFirmwareGroup *self)
{
  g_assert (PLATEN_IS_FIRMWARE_GROUP (self));

  if (self->device == NULL || self->cancellable != NULL)
    return;

  self->cancellable = g_cancellable_new ();
  platen_busy_button_set_busy (self->check_button, TRUE);
  bambu_session_check_firmware_async (self->session, self->device, TRUE, self->cancellable, checked_cb, g_object_ref (self));
}

/* The page is shown again and again while it is open. */
static void
platen_firmware_group_map (GtkWidget *widget)
{
  PlatenFirmwareGroup *self = PLATEN_FIRMWARE_GROUP (widget);

  GTK_WIDGET_CLASS (platen_firmware_group_parent_class)->map (widget);

  if (!self->asked)
    platen_firmware_group_check (self);
}

static void
platen_firmware_group_unmap (GtkWidget *widget)
{
  PlatenFirmwareGroup *self = PLATEN_FIRMWARE_GROUP (widget);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      platen_busy_button_set_busy (self->check_button, FALSE);
    }

  GTK_WIDGET_CLASS (platen_firmware_group_parent_class)->unmap (widget);
}

static void
platen_firmware_group_dispose (GObject *object)
{
  PlatenFirmwareGroup *self = (PlatenFirmwareGroup *) object;

  g_clear_object (&self->session);
  g_clear_object (&self->device);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_firmware_group_parent_class)->dispose (object);
}

static void
platen_firmware_group_class_init (PlatenFirmwareGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_firmware_group_dispose;

  widget_class->map = platen_firmware_group_map;
  widget_class->unmap = platen_firmware_group_unmap;

  g_type_ensure (PLATEN_TYPE_BUSY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-firmware-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenFirmwareGroup, check_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenFirmwareGroup, unknown_row);
  gtk_widget_class_bind_template_callback (widget_class, platen_firmware_group_check);
}

static void
platen_firmware_group_init (PlatenFirmwareGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_firmware_group_new:
 *
 * Returns: (transfer floating): a group without a printer
 */
GtkWidget *
platen_firmware_group_new (void)
{
  return g_object_new (PLATEN_TYPE_FIRMWARE_GROUP, NULL);
}

/**
 * platen_firmware_group_set_device:
 * @self: a #PlatenFirmwareGroup
 * @session: the session that @device belongs to
 * @device: the printer to show
 *
 * To be called once.
 */
void
platen_firmware_group_set_device (PlatenFirmwareGroup *self,
                                  BambuSession        *session,
                                  BambuDevice         *device)
{
  g_return_if_fail (PLATEN_IS_FIRMWARE_GROUP (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->session = g_object_ref (session);
  self->device = g_object_ref (device);
  g_signal_connect_object (device, "notify::firmware",
                           G_CALLBACK (platen_firmware_group_update),
                           self, G_CONNECT_SWAPPED);
  platen_firmware_group_update (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    platen_firmware_group_check (self);
}
