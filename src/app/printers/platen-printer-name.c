/* platen-printer-name.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-printer-name.h"

#include <glib/gi18n.h>

#include "platen-printer-text.h"

struct _PlatenPrinterName
{
  AdwBin        parent_instance;

  BambuSession *session;
  BambuDevice  *device;

  GtkButton    *apply_button;
  GtkButton    *edit_button;
  GtkEntry     *entry;
  GtkLabel     *label;
  GtkStack     *stack;
};

G_DEFINE_FINAL_TYPE (PlatenPrinterName, platen_printer_name, ADW_TYPE_BIN)

static void
platen_printer_name_update (PlatenPrinterName *self)
{
  g_autofree char *title = platen_printer_dup_title (self->device);

  g_assert (PLATEN_IS_PRINTER_NAME (self));

  gtk_label_set_label (self->label, title);
}

static char *
dup_entered (PlatenPrinterName *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
platen_printer_name_changed_cb (PlatenPrinterName *self)
{
  g_autofree char *entered = NULL;

  g_assert (PLATEN_IS_PRINTER_NAME (self));

  entered = dup_entered (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), *entered != '\0');
}

static void
platen_printer_name_edit (PlatenPrinterName *self)
{
  const char *name;

  g_assert (PLATEN_IS_PRINTER_NAME (self));

  name = bambu_device_get_name (self->device);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name != NULL ? name : "");
  platen_printer_name_changed_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
platen_printer_name_leave (PlatenPrinterName *self)
{
  g_assert (PLATEN_IS_PRINTER_NAME (self));

  gtk_stack_set_visible_child_name (self->stack, "name");
  gtk_widget_grab_focus (GTK_WIDGET (self->edit_button));
}

static void
renamed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(PlatenPrinterName) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *toast = NULL;

  if (bambu_session_rename_device_finish (BAMBU_SESSION (object), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: the placeholder is a sentence on why the cloud did not take the printer's new name */
  toast = g_strdup_printf (_("Not renamed. %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
}

static void
platen_printer_name_apply (PlatenPrinterName *self)
{
  g_autofree char *entered = NULL;

  g_assert (PLATEN_IS_PRINTER_NAME (self));

  entered = dup_entered (self);

  if (*entered == '\0')
    {
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }

  /* To the end also where the page is left meanwhile: the list shows the name, too. */
  if (g_strcmp0 (entered, bambu_device_get_name (self->device)) != 0)
    bambu_session_rename_device_async (self->session, self->device, entered, NULL, renamed_cb, g_object_ref (self));

  platen_printer_name_leave (self);
}

static gboolean
platen_printer_name_key_pressed_cb (PlatenPrinterName *self,
                                    guint              keyval,
                                    guint              keycode,
                                    GdkModifierType    state)
{
  g_assert (PLATEN_IS_PRINTER_NAME (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  platen_printer_name_leave (self);

  return GDK_EVENT_STOP;
}

static void
platen_printer_name_dispose (GObject *object)
{
  PlatenPrinterName *self = (PlatenPrinterName *) object;

  g_clear_object (&self->session);
  g_clear_object (&self->device);

  G_OBJECT_CLASS (platen_printer_name_parent_class)->dispose (object);
}

static void
platen_printer_name_class_init (PlatenPrinterNameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_printer_name_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-printer-name.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterName, apply_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterName, edit_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterName, entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterName, label);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterName, stack);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_name_apply);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_name_edit);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_name_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_name_leave);
}

static void
platen_printer_name_init (PlatenPrinterName *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_printer_name_new:
 *
 * Returns: (transfer floating): a name of no printer
 */
GtkWidget *
platen_printer_name_new (void)
{
  return g_object_new (PLATEN_TYPE_PRINTER_NAME, NULL);
}

/**
 * platen_printer_name_set_device:
 * @self: a #PlatenPrinterName
 * @session: the session that @device belongs to
 * @device: the printer to name
 *
 * To be called once.
 */
void
platen_printer_name_set_device (PlatenPrinterName *self,
                                BambuSession      *session,
                                BambuDevice       *device)
{
  g_return_if_fail (PLATEN_IS_PRINTER_NAME (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->session = g_object_ref (session);
  self->device = g_object_ref (device);
  g_signal_connect_object (device, "notify::name",
                           G_CALLBACK (platen_printer_name_update),
                           self, G_CONNECT_SWAPPED);
  platen_printer_name_update (self);
}
