/* platen-busy-button.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-busy-button.h"

struct _PlatenBusyButton
{
  GtkButton   parent_instance;

  char       *text;
  gboolean    busy;

  GtkStack   *stack;
  GtkWidget  *label;
  GtkSpinner *spinner;
};

enum
{
  PROP_TEXT = 1,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenBusyButton, platen_busy_button, GTK_TYPE_BUTTON)

static void
platen_busy_button_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenBusyButton *self = PLATEN_BUSY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_busy_button_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenBusyButton *self = PLATEN_BUSY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_free (self->text);
      self->text = g_value_dup_string (value);
      break;

    case PROP_BUSY:
      platen_busy_button_set_busy (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_busy_button_finalize (GObject *object)
{
  PlatenBusyButton *self = PLATEN_BUSY_BUTTON (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (platen_busy_button_parent_class)->finalize (object);
}

static void
platen_busy_button_class_init (PlatenBusyButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_busy_button_get_property;
  object_class->set_property = platen_busy_button_set_property;
  object_class->finalize = platen_busy_button_finalize;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/signin/platen-busy-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenBusyButton, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenBusyButton, label);
  gtk_widget_class_bind_template_child (widget_class, PlatenBusyButton, spinner);
}

static void
platen_busy_button_init (PlatenBusyButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  -1);
}

/**
 * platen_busy_button_set_busy:
 * @self: a button
 * @busy: whether what it started is under way
 *
 * Shows a spinner in place of the label. Whether the button can be pressed meanwhile is the caller's affair.
 */
void
platen_busy_button_set_busy (PlatenBusyButton *self,
                             gboolean          busy)
{
  g_return_if_fail (PLATEN_IS_BUSY_BUTTON (self));

  busy = !!busy;
  if (self->busy == busy)
    return;

  self->busy = busy;
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_stack_set_visible_child_name (self->stack, busy ? "spinner" : "label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}
