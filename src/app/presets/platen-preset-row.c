/* platen-preset-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-row.h"

#include "platen-cell.h"
#include "platen-grouped-row.h"
#include "platen-preset-text.h"

/* There are hundreds at a time: no widgets but those that are seen. */
struct _PlatenPresetRow
{
  GtkWidget     parent_instance;

  BambuPreset  *preset;
  GSignalGroup *preset_signals;

  GtkLabel     *summary;
  GtkLabel     *title;
};

enum {
  PROP_0,
  PROP_PRESET,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenPresetRow, platen_preset_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_preset_row_update (PlatenPresetRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  g_assert (PLATEN_IS_PRESET_ROW (self));

  if (self->preset == NULL)
    return;

  title = platen_preset_dup_title (self->preset);
  summary = platen_preset_dup_summary (self->preset);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != 0);

  if (PLATEN_IS_GROUPED_ROW (row))
    platen_grouped_row_describe (PLATEN_GROUPED_ROW (row), title, summary);
}

static gboolean
platen_preset_row_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  return platen_cell_query_tooltip (PLATEN_PRESET_ROW (widget)->title, tooltip);
}

static void
platen_preset_row_dispose (GObject *object)
{
  PlatenPresetRow *self = (PlatenPresetRow *)object;
  GtkWidget *child;

  g_clear_object (&self->preset_signals);
  g_clear_object (&self->preset);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (platen_preset_row_parent_class)->dispose (object);
}

static void
platen_preset_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlatenPresetRow *self = PLATEN_PRESET_ROW (object);

  switch (prop_id)
    {
    case PROP_PRESET:
      g_value_set_object (value, platen_preset_row_get_preset (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_preset_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PlatenPresetRow *self = PLATEN_PRESET_ROW (object);

  switch (prop_id)
    {
    case PROP_PRESET:
      platen_preset_row_set_preset (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_preset_row_class_init (PlatenPresetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_preset_row_dispose;
  object_class->get_property = platen_preset_row_get_property;
  object_class->set_property = platen_preset_row_set_property;

  widget_class->query_tooltip = platen_preset_row_query_tooltip;

  properties[PROP_PRESET] =
    g_param_spec_object ("preset", NULL, NULL,
                         BAMBU_TYPE_PRESET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "preset-row");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-preset-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetRow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetRow, title);
}

static void
platen_preset_row_init (PlatenPresetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->preset_signals = g_signal_group_new (BAMBU_TYPE_PRESET);
  g_signal_group_connect_object (self->preset_signals, "notify",
                                 G_CALLBACK (platen_preset_row_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_preset_row_new:
 *
 * Returns: (transfer floating): a row of no preset yet
 */
GtkWidget *
platen_preset_row_new (void)
{
  return g_object_new (PLATEN_TYPE_PRESET_ROW, NULL);
}

/**
 * platen_preset_row_get_preset:
 * @self: a #PlatenPresetRow
 *
 * Returns: (transfer none) (nullable): the preset that is shown
 */
BambuPreset *
platen_preset_row_get_preset (PlatenPresetRow *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_ROW (self), NULL);

  return self->preset;
}

/**
 * platen_preset_row_set_preset:
 * @self: a #PlatenPresetRow
 * @preset: (nullable): the preset to show
 */
void
platen_preset_row_set_preset (PlatenPresetRow *self,
                              BambuPreset     *preset)
{
  g_return_if_fail (PLATEN_IS_PRESET_ROW (self));
  g_return_if_fail (preset == NULL || BAMBU_IS_PRESET (preset));

  if (!g_set_object (&self->preset, preset))
    return;

  g_signal_group_set_target (self->preset_signals, preset);
  platen_preset_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRESET]);
}
