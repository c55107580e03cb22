/* platen-value-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-value-row.h"

/* What has no more letters than "219/220 °C" is not broken in two: the name beside it can be. */
#define WHOLE_LENGTH 10

struct _PlatenValueRow
{
  AdwActionRow  parent_instance;

  GtkLabel     *label;
};

enum {
  PROP_0,
  PROP_VALUE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenValueRow, platen_value_row, ADW_TYPE_ACTION_ROW)

static GParamSpec *properties[N_PROPS];

static void
platen_value_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlatenValueRow *self = PLATEN_VALUE_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, platen_value_row_get_value (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_value_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlatenValueRow *self = PLATEN_VALUE_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      platen_value_row_set_value (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_value_row_class_init (PlatenValueRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_value_row_get_property;
  object_class->set_property = platen_value_row_set_property;

  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/widgets/platen-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenValueRow, label);
}

static void
platen_value_row_init (PlatenValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_value_row_new:
 *
 * Returns: (transfer floating): a row without a value
 */
GtkWidget *
platen_value_row_new (void)
{
  return g_object_new (PLATEN_TYPE_VALUE_ROW, NULL);
}

/**
 * platen_value_row_get_value:
 * @self: a #PlatenValueRow
 *
 * Returns: the value, empty where there is none
 */
const char *
platen_value_row_get_value (PlatenValueRow *self)
{
  g_return_val_if_fail (PLATEN_IS_VALUE_ROW (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * platen_value_row_set_value:
 * @self: a #PlatenValueRow
 * @value: (nullable): the value, or %NULL to show no row
 */
void
platen_value_row_set_value (PlatenValueRow *self,
                            const char     *value)
{
  g_return_if_fail (PLATEN_IS_VALUE_ROW (self));

  if (value == NULL)
    value = "";

  if (g_str_equal (value, platen_value_row_get_value (self)))
    return;

  gtk_label_set_label (self->label, value);
  gtk_label_set_wrap (self->label, g_utf8_strlen (value, -1) > WHOLE_LENGTH);
  gtk_widget_set_visible (GTK_WIDGET (self), *value != 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * platen_value_row_take_value:
 * @self: a #PlatenValueRow
 * @value: (nullable) (transfer full): the value, or %NULL to show no row
 */
void
platen_value_row_take_value (PlatenValueRow *self,
                             char           *value)
{
  g_return_if_fail (PLATEN_IS_VALUE_ROW (self));

  platen_value_row_set_value (self, value);
  g_free (value);
}
