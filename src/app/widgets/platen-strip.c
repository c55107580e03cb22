/* platen-strip.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-strip.h"

struct _PlatenStrip
{
  GtkWidget    parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkButton   *button;
  gboolean     busy;
};

enum
{
  PROP_TITLE = 1,
  PROP_BUTTON_LABEL,
  PROP_REVEALED,
  PROP_BUSY,
  N_PROPS
};

enum
{
  BUTTON_CLICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenStrip, platen_strip, GTK_TYPE_WIDGET)

static void
button_clicked_cb (PlatenStrip *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
platen_strip_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlatenStrip *self = PLATEN_STRIP (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, platen_strip_get_title (self));
      break;

    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;

    case PROP_REVEALED:
      g_value_set_boolean (value, platen_strip_get_revealed (self));
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_strip_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlatenStrip *self = PLATEN_STRIP (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      platen_strip_set_title (self, g_value_get_string (value));
      break;

    case PROP_BUTTON_LABEL:
      platen_strip_set_button_label (self, g_value_get_string (value));
      break;

    case PROP_REVEALED:
      platen_strip_set_revealed (self, g_value_get_boolean (value));
      break;

    case PROP_BUSY:
      platen_strip_set_busy (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_strip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLATEN_TYPE_STRIP);

  G_OBJECT_CLASS (platen_strip_parent_class)->dispose (object);
}

static void
platen_strip_class_init (PlatenStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_strip_get_property;
  object_class->set_property = platen_strip_set_property;
  object_class->dispose = platen_strip_dispose;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_BUTTON_LABEL] =
    g_param_spec_string ("button-label", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_REVEALED] =
    g_param_spec_boolean ("revealed", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BUTTON_CLICKED] =
    g_signal_new ("button-clicked",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/widgets/platen-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenStrip, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlatenStrip, label);
  gtk_widget_class_bind_template_child (widget_class, PlatenStrip, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
platen_strip_init (PlatenStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_strip_new:
 *
 * Returns: (transfer full): a strip that is not shown yet
 */
GtkWidget *
platen_strip_new (void)
{
  return g_object_new (PLATEN_TYPE_STRIP, NULL);
}

/**
 * platen_strip_get_title:
 * @self: a strip
 *
 * Returns: (transfer none): its message
 */
const char *
platen_strip_get_title (PlatenStrip *self)
{
  g_return_val_if_fail (PLATEN_IS_STRIP (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * platen_strip_set_title:
 * @self: a strip
 * @title: (nullable): the message, as plain text
 *
 * Sets what the strip says.
 */
void
platen_strip_set_title (PlatenStrip *self,
                        const char  *title)
{
  g_return_if_fail (PLATEN_IS_STRIP (self));

  if (title == NULL)
    title = "";

  if (g_strcmp0 (gtk_label_get_label (self->label), title) == 0)
    return;

  gtk_label_set_label (self->label, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * platen_strip_set_button_label:
 * @self: a strip
 * @label: (nullable): what can be done about it, with a mnemonic; %NULL: nothing
 *
 * Sets the label of the strip's button.
 */
void
platen_strip_set_button_label (PlatenStrip *self,
                               const char  *label)
{
  g_return_if_fail (PLATEN_IS_STRIP (self));

  if (g_strcmp0 (gtk_button_get_label (self->button), label) == 0)
    return;

  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUTTON_LABEL]);
}

/**
 * platen_strip_get_revealed:
 * @self: a strip
 *
 * Returns: whether it is shown
 */
gboolean
platen_strip_get_revealed (PlatenStrip *self)
{
  g_return_val_if_fail (PLATEN_IS_STRIP (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}

/**
 * platen_strip_set_revealed:
 * @self: a strip
 * @revealed: whether to show it
 *
 * Slides the strip in or out.
 */
void
platen_strip_set_revealed (PlatenStrip *self,
                           gboolean     revealed)
{
  g_return_if_fail (PLATEN_IS_STRIP (self));

  revealed = !!revealed;
  if (gtk_revealer_get_reveal_child (self->revealer) == revealed)
    return;

  gtk_revealer_set_reveal_child (self->revealer, revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

/**
 * platen_strip_set_busy:
 * @self: a strip
 * @busy: whether what the button does is under way
 *
 * Keeps the button from being pressed again.
 */
void
platen_strip_set_busy (PlatenStrip *self,
                       gboolean     busy)
{
  g_return_if_fail (PLATEN_IS_STRIP (self));

  busy = !!busy;
  if (self->busy == busy)
    return;

  self->busy = busy;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !busy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}
