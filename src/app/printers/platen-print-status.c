/* platen-print-status.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-print-status.h"

#include <glib/gi18n.h>

#include "bambu-words.h"
#include "platen-cell.h"
#include "platen-clock.h"
#include "platen-format.h"
#include "platen-printer-text.h"

struct _PlatenPrintStatus
{
  GtkWidget       parent_instance;

  BambuDevice    *device;
  GSignalGroup   *device_signals;
  PlatenClock    *clock;
  const char     *state_class;
  char           *description;

  GtkProgressBar *bar;
  GtkWidget      *box;
  GtkLabel       *done;
  GtkImage       *icon;
  GtkLabel       *left;
  GtkLabel       *percent;
  GtkLabel       *print;
  GtkWidget      *state_box;
  GtkLabel       *state_label;
  GtkWidget      *times;
};

enum {
  PROP_0,
  PROP_DESCRIPTION,
  PROP_DEVICE,
  PROP_WRAP,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenPrintStatus, platen_print_status, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_print_status_set_label (GtkLabel   *label,
                               const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != 0);
}

static void
platen_print_status_update_state (PlatenPrintStatus *self)
{
  BambuDeviceState state;
  const char *state_class;

  g_assert (PLATEN_IS_PRINT_STATUS (self));

  state = bambu_device_get_state (self->device);
  state_class = platen_format_device_state_class (state);

  if (self->state_class != state_class)
    {
      if (self->state_class != NULL)
        {
          gtk_widget_remove_css_class (self->state_box, self->state_class);
          gtk_widget_remove_css_class (GTK_WIDGET (self->bar), self->state_class);
        }

      gtk_widget_add_css_class (self->state_box, state_class);
      gtk_widget_add_css_class (GTK_WIDGET (self->bar), state_class);
      self->state_class = state_class;
    }

  gtk_image_set_from_icon_name (self->icon, platen_format_device_state_icon (state));
  gtk_label_set_label (self->state_label, bambu_device_state_get_word (state));
}

static void
platen_print_status_update_progress (PlatenPrintStatus *self)
{
  g_autofree char *percent = NULL;
  int progress;

  g_assert (PLATEN_IS_PRINT_STATUS (self));

  progress = bambu_device_get_has_print (self->device) ? bambu_device_get_progress (self->device) : -1;

  if (progress >= 0)
    percent = platen_format_percent (progress);

  platen_print_status_set_label (self->percent, percent);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), progress >= 0);
  gtk_progress_bar_set_fraction (self->bar, MAX (0, progress) / 100.0);

  if (percent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, percent, -1);
}

/* An idle printer is said to have nothing on its plate: then the name is that of its last print. */
static char *
platen_print_status_dup_print (BambuDevice *device)
{
  const char *name = bambu_device_get_task_name (device);

  if (name == NULL || *name == 0)
    return NULL;

  if (bambu_device_get_state (device) == BAMBU_DEVICE_STATE_IDLE)
    /* Translators: the name of the last print of a printer that is idle */
    return g_strdup_printf (_("Last print: %s"), name);

  return g_strdup (name);
}

static void
platen_print_status_update_times (PlatenPrintStatus *self)
{
  g_autofree char *left = NULL;
  g_autofree char *done = NULL;

  g_assert (PLATEN_IS_PRINT_STATUS (self));

  if (self->device == NULL)
    return;

  left = platen_printer_dup_left (self->device, NULL);
  done = platen_printer_dup_done (self->device, NULL);
  platen_print_status_set_label (self->left, left);
  platen_print_status_set_label (self->done, done);
  gtk_widget_set_visible (self->times, left != NULL || done != NULL);

  g_free (self->description);
  self->description = platen_printer_dup_description (self->device, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
platen_print_status_update (PlatenPrintStatus *self)
{
  g_autofree char *print = NULL;

  g_assert (PLATEN_IS_PRINT_STATUS (self));

  if (self->device == NULL)
    return;

  print = platen_print_status_dup_print (self->device);
  platen_print_status_set_label (self->print, print);
  platen_print_status_update_state (self);
  platen_print_status_update_progress (self);
  platen_print_status_update_times (self);
}

/* Whether the name of the print may take several lines rather than be cut short. */
static void
platen_print_status_set_wrap (PlatenPrintStatus *self,
                              gboolean           wrap)
{
  g_assert (PLATEN_IS_PRINT_STATUS (self));

  if (gtk_label_get_wrap (self->print) == wrap)
    return;

  gtk_label_set_wrap (self->print, wrap);
  gtk_label_set_ellipsize (self->print, wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRAP]);
}

static void
platen_print_status_map (GtkWidget *widget)
{
  PlatenPrintStatus *self = PLATEN_PRINT_STATUS (widget);

  GTK_WIDGET_CLASS (platen_print_status_parent_class)->map (widget);

  self->clock = platen_clock_dup_shared ();
  g_signal_connect_object (self->clock, "tick",
                           G_CALLBACK (platen_print_status_update_times),
                           self, G_CONNECT_SWAPPED);
  platen_print_status_update_times (self);
}

static void
platen_print_status_unmap (GtkWidget *widget)
{
  PlatenPrintStatus *self = PLATEN_PRINT_STATUS (widget);

  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (platen_print_status_parent_class)->unmap (widget);
}

static gboolean
platen_print_status_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  return platen_cell_query_tooltip (PLATEN_PRINT_STATUS (widget)->print, tooltip);
}

static void
platen_print_status_dispose (GObject *object)
{
  PlatenPrintStatus *self = (PlatenPrintStatus *)object;

  g_clear_object (&self->device_signals);
  g_clear_object (&self->device);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_print_status_parent_class)->dispose (object);
}

static void
platen_print_status_finalize (GObject *object)
{
  PlatenPrintStatus *self = (PlatenPrintStatus *)object;

  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (platen_print_status_parent_class)->finalize (object);
}

static void
platen_print_status_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenPrintStatus *self = PLATEN_PRINT_STATUS (object);

  switch (prop_id)
    {
    case PROP_DESCRIPTION:
      g_value_set_string (value, platen_print_status_get_description (self));
      break;

    case PROP_DEVICE:
      g_value_set_object (value, platen_print_status_get_device (self));
      break;

    case PROP_WRAP:
      g_value_set_boolean (value, gtk_label_get_wrap (self->print));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_print_status_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenPrintStatus *self = PLATEN_PRINT_STATUS (object);

  switch (prop_id)
    {
    case PROP_DEVICE:
      platen_print_status_set_device (self, g_value_get_object (value));
      break;

    case PROP_WRAP:
      platen_print_status_set_wrap (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_print_status_class_init (PlatenPrintStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_print_status_dispose;
  object_class->finalize = platen_print_status_finalize;
  object_class->get_property = platen_print_status_get_property;
  object_class->set_property = platen_print_status_set_property;

  widget_class->map = platen_print_status_map;
  widget_class->query_tooltip = platen_print_status_query_tooltip;
  widget_class->unmap = platen_print_status_unmap;

  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_DEVICE] =
    g_param_spec_object ("device", NULL, NULL,
                         BAMBU_TYPE_DEVICE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_WRAP] =
    g_param_spec_boolean ("wrap", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "print-status");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-print-status.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, box);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, done);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, icon);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, left);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, percent);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, print);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, state_box);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, state_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintStatus, times);
}

static void
platen_print_status_init (PlatenPrintStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->device_signals = g_signal_group_new (BAMBU_TYPE_DEVICE);
  g_signal_group_connect_object (self->device_signals, "notify",
                                 G_CALLBACK (platen_print_status_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_print_status_new:
 *
 * Returns: (transfer floating): the status of no printer yet
 */
GtkWidget *
platen_print_status_new (void)
{
  return g_object_new (PLATEN_TYPE_PRINT_STATUS, NULL);
}

/**
 * platen_print_status_get_device:
 * @self: a #PlatenPrintStatus
 *
 * Returns: (transfer none) (nullable): the printer
 */
BambuDevice *
platen_print_status_get_device (PlatenPrintStatus *self)
{
  g_return_val_if_fail (PLATEN_IS_PRINT_STATUS (self), NULL);

  return self->device;
}

/**
 * platen_print_status_set_device:
 * @self: a #PlatenPrintStatus
 * @device: (nullable): the printer
 */
void
platen_print_status_set_device (PlatenPrintStatus *self,
                                BambuDevice       *device)
{
  g_return_if_fail (PLATEN_IS_PRINT_STATUS (self));
  g_return_if_fail (device == NULL || BAMBU_IS_DEVICE (device));

  if (!g_set_object (&self->device, device))
    return;

  g_signal_group_set_target (self->device_signals, device);
  platen_print_status_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEVICE]);
}

/**
 * platen_print_status_get_description:
 * @self: a #PlatenPrintStatus
 *
 * Returns: (nullable): all that it shows in one line, to be read out
 */
const char *
platen_print_status_get_description (PlatenPrintStatus *self)
{
  g_return_val_if_fail (PLATEN_IS_PRINT_STATUS (self), NULL);

  return self->description;
}
