/* platen-setting-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-setting-row.h"

#include <glib/gi18n.h>

#include "platen-copy-button.h"
#include "platen-grouped-row.h"
#include "platen-pair.h"

struct _PlatenSettingRow
{
  GtkWidget          parent_instance;

  PlatenSettingItem *item;
  GSignalGroup      *item_signals;

  GtkImage          *arrow;
  GtkWidget         *box;
  GtkLabel          *changed;
  GtkWidget         *changed_box;
  PlatenCopyButton  *copy_button;
  GtkLabel          *label;
  GtkLabel          *value;

  /* Made when they are first needed: most values have one line. */
  GtkWidget         *text_scroller;
  GtkLabel          *text;
};

enum {
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenSettingRow, platen_setting_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
platen_setting_row_create_text (PlatenSettingRow *self)
{
  g_assert (PLATEN_IS_SETTING_ROW (self));
  g_assert (self->text_scroller == NULL);

  self->text = g_object_new (GTK_TYPE_LABEL,
                             "selectable", TRUE,
                             "xalign", 0.0,
                             "yalign", 0.0,
                             NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "monospace");

  self->text_scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "child", self->text,
                                      "propagate-natural-height", TRUE,
                                      "vscrollbar-policy", GTK_POLICY_NEVER,
                                      NULL);
  gtk_box_append (GTK_BOX (self->box), self->text_scroller);
}

static void
platen_setting_row_update_text (PlatenSettingRow *self,
                                gboolean          expanded)
{
  g_assert (PLATEN_IS_SETTING_ROW (self));

  if (expanded && self->text_scroller == NULL)
    platen_setting_row_create_text (self);

  if (self->text_scroller == NULL)
    return;

  gtk_label_set_label (self->text, expanded ? platen_setting_item_get_value (self->item) : "");
  gtk_widget_set_visible (self->text_scroller, expanded);
}

static void
platen_setting_row_update_value (PlatenSettingRow *self)
{
  guint n_lines = platen_setting_item_get_n_lines (self->item);
  const char *value = platen_setting_item_get_value (self->item);
  g_autofree char *lines = NULL;

  g_assert (PLATEN_IS_SETTING_ROW (self));

  if (n_lines > 1)
    lines = g_strdup_printf (ngettext ("%'u line", "%'u lines", n_lines), n_lines);

  gtk_label_set_label (self->value, lines != NULL ? lines : value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), lines != NULL ? NULL : value);
  platen_copy_button_set_text (self->copy_button, platen_setting_item_get_raw_value (self->item));
}

/* Said in words, not by the mark alone. */
static void
platen_setting_row_update_changed (PlatenSettingRow *self)
{
  const char *inherited = platen_setting_item_get_inherited (self->item);
  g_autofree char *changed = NULL;

  g_assert (PLATEN_IS_SETTING_ROW (self));

  gtk_widget_set_visible (self->changed_box, inherited != NULL);

  if (inherited == NULL)
    return;

  if (platen_setting_item_get_n_lines (self->item) > 1)
    changed = g_strdup (_("Changed"));
  else
    /* Translators: the value of a setting in the preset that this one inherits, as in "Changed from 0.2 mm" */
    changed = g_strdup_printf (_("Changed from %s"), inherited);

  gtk_label_set_label (self->changed, changed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->changed), changed);
}

static void
platen_setting_row_update_arrow (PlatenSettingRow *self,
                                 gboolean          expanded)
{
  gboolean is_link = platen_setting_item_get_link (self->item) != NULL;
  gboolean is_text = platen_setting_item_get_n_lines (self->item) > 1;

  g_assert (PLATEN_IS_SETTING_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->arrow), is_link || is_text);

  if (is_link)
    gtk_image_set_from_icon_name (self->arrow, "go-next-symbolic");
  else
    gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-up-symbolic" : "pan-down-symbolic");
}

/* To assistive technologies a row is one thing, and that is its cell in the list. */
static void
platen_setting_row_update_cell (PlatenSettingRow *self,
                                gboolean          expanded)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *description = NULL;
  GtkWidget *cell;

  g_assert (PLATEN_IS_SETTING_ROW (self));

  if (!PLATEN_IS_GROUPED_ROW (row) || !(cell = gtk_widget_get_parent (row)))
    return;

  if (platen_setting_item_get_inherited (self->item) != NULL)
    /* Translators: the value of a setting, and what it was changed from */
    description = g_strdup_printf (_("%s, %s"), gtk_label_get_label (self->value), gtk_label_get_label (self->changed));
  else
    description = g_strdup (gtk_label_get_label (self->value));

  platen_grouped_row_describe (PLATEN_GROUPED_ROW (row), platen_setting_item_get_label (self->item), description);

  if (platen_setting_item_get_n_lines (self->item) > 1)
    gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
platen_setting_row_update (PlatenSettingRow *self)
{
  gboolean expanded;

  g_assert (PLATEN_IS_SETTING_ROW (self));

  if (self->item == NULL)
    return;

  expanded = platen_setting_item_get_expanded (self->item);
  gtk_label_set_label (self->label, platen_setting_item_get_label (self->item));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), platen_setting_item_get_key (self->item));
  platen_setting_row_update_value (self);
  platen_setting_row_update_text (self, expanded);
  platen_setting_row_update_changed (self);
  platen_setting_row_update_arrow (self, expanded);
  platen_setting_row_update_cell (self, expanded);
}

static void
platen_setting_row_dispose (GObject *object)
{
  PlatenSettingRow *self = (PlatenSettingRow *)object;

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_setting_row_parent_class)->dispose (object);
}

static void
platen_setting_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenSettingRow *self = PLATEN_SETTING_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_setting_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenSettingRow *self = PLATEN_SETTING_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      platen_setting_row_set_item (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_setting_row_class_init (PlatenSettingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_setting_row_dispose;
  object_class->get_property = platen_setting_row_get_property;
  object_class->set_property = platen_setting_row_set_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL,
                         PLATEN_TYPE_SETTING_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_COPY_BUTTON);
  g_type_ensure (PLATEN_TYPE_PAIR);

  gtk_widget_class_set_css_name (widget_class, "setting-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-setting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, changed);
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, changed_box);
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlatenSettingRow, value);
}

static void
platen_setting_row_init (PlatenSettingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->item_signals = g_signal_group_new (PLATEN_TYPE_SETTING_ITEM);
  g_signal_group_connect_object (self->item_signals, "notify",
                                 G_CALLBACK (platen_setting_row_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_setting_row_new:
 *
 * Returns: (transfer floating): a row of no setting yet
 */
GtkWidget *
platen_setting_row_new (void)
{
  return g_object_new (PLATEN_TYPE_SETTING_ROW, NULL);
}

/**
 * platen_setting_row_set_item:
 * @self: a #PlatenSettingRow
 * @item: (nullable): the setting to show
 */
void
platen_setting_row_set_item (PlatenSettingRow  *self,
                             PlatenSettingItem *item)
{
  g_return_if_fail (PLATEN_IS_SETTING_ROW (self));
  g_return_if_fail (item == NULL || PLATEN_IS_SETTING_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->item_signals, item);
  platen_setting_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
