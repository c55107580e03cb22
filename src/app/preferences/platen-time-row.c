/* platen-time-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-time-row.h"

#include <glib/gi18n.h>

#define LAST_MINUTE (24 * 60 - 1)
#define STEP        15

struct _PlatenTimeRow
{
  AdwActionRow   parent_instance;

  GtkSpinButton *spin_button;
};

enum
{
  PROP_MINUTES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenTimeRow, platen_time_row, ADW_TYPE_ACTION_ROW)

static gboolean
output_cb (PlatenTimeRow *self,
           GtkSpinButton *spin_button)
{
  const int minutes = gtk_spin_button_get_value_as_int (spin_button);
  /* Translators: a time of day, in hours and minutes, as in "22:00"; it is typed in as well */
  g_autofree char *text = g_strdup_printf (_("%02d:%02d"), minutes / 60, minutes % 60);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin_button)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin_button), text);

  return TRUE;
}

/* "22:15", "22.15", "22" and "2215" are all understood. */
static int
input_cb (PlatenTimeRow *self,
          double        *value,
          GtkSpinButton *spin_button)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin_button));
  char *end;
  guint64 hours = g_ascii_strtoull (text, &end, 10);
  guint64 minutes = 0;

  if (end == text)
    return GTK_INPUT_ERROR;

  if (*end != '\0')
    minutes = g_ascii_strtoull (end + 1, NULL, 10);
  else if (end - text > 2)
    {
      minutes = hours % 100;
      hours /= 100;
    }

  if (hours > 23 || minutes > 59)
    return GTK_INPUT_ERROR;

  *value = hours * 60 + minutes;

  return TRUE;
}

static void
value_changed_cb (PlatenTimeRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTES]);
}

static void
platen_time_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlatenTimeRow *self = PLATEN_TIME_ROW (object);

  switch (prop_id)
    {
    case PROP_MINUTES:
      g_value_set_int (value, platen_time_row_get_minutes (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_time_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlatenTimeRow *self = PLATEN_TIME_ROW (object);

  switch (prop_id)
    {
    case PROP_MINUTES:
      platen_time_row_set_minutes (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_time_row_class_init (PlatenTimeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_time_row_get_property;
  object_class->set_property = platen_time_row_set_property;

  properties[PROP_MINUTES] =
    g_param_spec_int ("minutes", NULL, NULL,
                      0, LAST_MINUTE, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/preferences/platen-time-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenTimeRow, spin_button);
  gtk_widget_class_bind_template_callback (widget_class, input_cb);
  gtk_widget_class_bind_template_callback (widget_class, output_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
platen_time_row_init (PlatenTimeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->spin_button, 0, LAST_MINUTE);
  gtk_spin_button_set_increments (self->spin_button, STEP, 60);
}

/**
 * platen_time_row_get_minutes:
 * @self: a time row
 *
 * Returns: the time of day, in minutes since midnight
 */
int
platen_time_row_get_minutes (PlatenTimeRow *self)
{
  g_return_val_if_fail (PLATEN_IS_TIME_ROW (self), 0);

  return gtk_spin_button_get_value_as_int (self->spin_button);
}

/**
 * platen_time_row_set_minutes:
 * @self: a time row
 * @minutes: the time of day, in minutes since midnight
 *
 * Sets the time.
 */
void
platen_time_row_set_minutes (PlatenTimeRow *self,
                             int            minutes)
{
  g_return_if_fail (PLATEN_IS_TIME_ROW (self));

  gtk_spin_button_set_value (self->spin_button, minutes);
}
