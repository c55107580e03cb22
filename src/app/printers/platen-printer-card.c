/* platen-printer-card.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-printer-card.h"

#include <glib/gi18n.h>

#include "platen-cell.h"
#include "platen-live-line.h"
#include "platen-picture.h"
#include "platen-print-status.h"
#include "platen-printer-text.h"

struct _PlatenPrinterCard
{
  GtkWidget          parent_instance;

  BambuSession      *session;
  BambuDevice       *device;
  GSignalGroup      *device_signals;

  GtkWidget         *box;
  PlatenLiveLine    *live_line;
  GtkLabel          *model;
  GtkLabel          *name;
  PlatenPicture     *picture;
  PlatenPrintStatus *status;
  GtkWidget         *update_mark;
};

enum {
  PROP_0,
  PROP_DEVICE,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenPrinterCard, platen_printer_card, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_printer_card_update_cell (PlatenPrinterCard *self)
{
  const char *status = platen_print_status_get_description (self->status);
  g_autofree char *description = NULL;

  g_assert (PLATEN_IS_PRINTER_CARD (self));

  if (self->device == NULL)
    return;

  if (bambu_device_get_firmware_update (self->device))
    /* Translators: the placeholder says what a printer does: "Printing, 62 %" */
    description = g_strdup_printf (_("%s, firmware update available"), status != NULL ? status : "");
  else
    description = g_strdup (status != NULL ? status : "");

  platen_cell_describe (GTK_WIDGET (self), gtk_label_get_label (self->name), description);
}

static void
platen_printer_card_update (PlatenPrinterCard *self)
{
  g_autofree char *title = NULL;
  const char *model;

  g_assert (PLATEN_IS_PRINTER_CARD (self));

  if (self->device == NULL)
    return;

  title = platen_printer_dup_title (self->device);
  gtk_label_set_label (self->name, title);

  model = bambu_device_get_model_name (self->device);
  gtk_label_set_label (self->model, model != NULL ? model : "");
  platen_picture_set_uri (self->picture, bambu_device_get_thumbnail (self->device));
  gtk_widget_set_visible (self->update_mark, bambu_device_get_firmware_update (self->device));

  if (bambu_device_get_state (self->device) == BAMBU_DEVICE_STATE_OFFLINE)
    gtk_widget_add_css_class (self->box, "offline");
  else
    gtk_widget_remove_css_class (self->box, "offline");

  platen_printer_card_update_cell (self);
}

static void
platen_printer_card_expired_cb (PlatenPrinterCard *self,
                                PlatenPicture     *picture)
{
  g_assert (PLATEN_IS_PRINTER_CARD (self));

  if (self->session != NULL)
    bambu_list_refresh_async (bambu_session_get_devices (self->session), NULL, NULL, NULL);
}

static void
platen_printer_card_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_printer_card_parent_class)->root (widget);

  platen_printer_card_update_cell (PLATEN_PRINTER_CARD (widget));
}

static gboolean
platen_printer_card_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  return platen_cell_query_tooltip (PLATEN_PRINTER_CARD (widget)->name, tooltip);
}

static void
platen_printer_card_dispose (GObject *object)
{
  PlatenPrinterCard *self = (PlatenPrinterCard *)object;

  g_clear_object (&self->device_signals);
  g_clear_object (&self->device);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_printer_card_parent_class)->dispose (object);
}

static void
platen_printer_card_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenPrinterCard *self = PLATEN_PRINTER_CARD (object);

  switch (prop_id)
    {
    case PROP_DEVICE:
      g_value_set_object (value, platen_printer_card_get_device (self));
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_printer_card_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenPrinterCard *self = PLATEN_PRINTER_CARD (object);

  switch (prop_id)
    {
    case PROP_DEVICE:
      platen_printer_card_set_device (self, g_value_get_object (value));
      break;

    case PROP_SESSION:
      platen_printer_card_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_printer_card_class_init (PlatenPrinterCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_printer_card_dispose;
  object_class->get_property = platen_printer_card_get_property;
  object_class->set_property = platen_printer_card_set_property;

  widget_class->query_tooltip = platen_printer_card_query_tooltip;
  widget_class->root = platen_printer_card_root;

  properties[PROP_DEVICE] =
    g_param_spec_object ("device", NULL, NULL,
                         BAMBU_TYPE_DEVICE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_LIVE_LINE);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_PRINT_STATUS);

  gtk_widget_class_set_css_name (widget_class, "printer-card");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-printer-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, box);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, live_line);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, model);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, picture);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, status);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrinterCard, update_mark);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_card_expired_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printer_card_update_cell);
}

static void
platen_printer_card_init (PlatenPrinterCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->device_signals = g_signal_group_new (BAMBU_TYPE_DEVICE);
  g_signal_group_connect_object (self->device_signals, "notify",
                                 G_CALLBACK (platen_printer_card_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_printer_card_new:
 *
 * Returns: (transfer floating): a card of no printer yet
 */
GtkWidget *
platen_printer_card_new (void)
{
  return g_object_new (PLATEN_TYPE_PRINTER_CARD, NULL);
}

/**
 * platen_printer_card_set_session:
 * @self: a #PlatenPrinterCard
 * @session: (nullable): whose printer it is
 */
void
platen_printer_card_set_session (PlatenPrinterCard *self,
                                 BambuSession      *session)
{
  g_return_if_fail (PLATEN_IS_PRINTER_CARD (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  platen_picture_set_pictures (self->picture, session != NULL ? bambu_session_get_pictures (session) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * platen_printer_card_get_device:
 * @self: a #PlatenPrinterCard
 *
 * Returns: (transfer none) (nullable): the printer that is shown
 */
BambuDevice *
platen_printer_card_get_device (PlatenPrinterCard *self)
{
  g_return_val_if_fail (PLATEN_IS_PRINTER_CARD (self), NULL);

  return self->device;
}

/**
 * platen_printer_card_set_device:
 * @self: a #PlatenPrinterCard
 * @device: (nullable): the printer to show
 */
void
platen_printer_card_set_device (PlatenPrinterCard *self,
                                BambuDevice       *device)
{
  g_return_if_fail (PLATEN_IS_PRINTER_CARD (self));
  g_return_if_fail (device == NULL || BAMBU_IS_DEVICE (device));

  if (!g_set_object (&self->device, device))
    return;

  /* Not even for a moment the picture of another. */
  platen_picture_set_uri (self->picture, NULL);
  platen_print_status_set_device (self->status, device);
  platen_live_line_set_device (self->live_line, device);
  g_signal_group_set_target (self->device_signals, device);
  platen_printer_card_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEVICE]);
}
