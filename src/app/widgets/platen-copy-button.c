/* platen-copy-button.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-copy-button.h"

struct _PlatenCopyButton
{
  AdwBin     parent_instance;

  char      *text;
  char      *label;
  char      *toast;

  GtkWidget *button;
};

enum {
  PROP_0,
  PROP_LABEL,
  PROP_TEXT,
  PROP_TOAST,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenCopyButton, platen_copy_button, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
platen_copy_button_clicked_cb (PlatenCopyButton *self)
{
  GtkWidget *overlay;

  g_assert (PLATEN_IS_COPY_BUTTON (self));

  if (self->text == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
  overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL && self->toast != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (self->toast));
}

static void
platen_copy_button_set_label (PlatenCopyButton *self,
                              const char       *label)
{
  g_assert (PLATEN_IS_COPY_BUTTON (self));

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "",
                                  -1);
}

static void
platen_copy_button_finalize (GObject *object)
{
  PlatenCopyButton *self = (PlatenCopyButton *)object;

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->toast, g_free);

  G_OBJECT_CLASS (platen_copy_button_parent_class)->finalize (object);
}

static void
platen_copy_button_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenCopyButton *self = PLATEN_COPY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_TOAST:
      g_value_set_string (value, self->toast);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_copy_button_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenCopyButton *self = PLATEN_COPY_BUTTON (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      platen_copy_button_set_label (self, g_value_get_string (value));
      break;

    case PROP_TEXT:
      platen_copy_button_set_text (self, g_value_get_string (value));
      break;

    case PROP_TOAST:
      g_free (self->toast);
      self->toast = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_copy_button_class_init (PlatenCopyButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_copy_button_finalize;
  object_class->get_property = platen_copy_button_get_property;
  object_class->set_property = platen_copy_button_set_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_TOAST] =
    g_param_spec_string ("toast", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_copy_button_init (PlatenCopyButton *self)
{
  self->button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked",
                           G_CALLBACK (platen_copy_button_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * platen_copy_button_new:
 *
 * Returns: (transfer floating): a button that has nothing to copy yet
 */
GtkWidget *
platen_copy_button_new (void)
{
  return g_object_new (PLATEN_TYPE_COPY_BUTTON, NULL);
}

/**
 * platen_copy_button_set_text:
 * @self: a #PlatenCopyButton
 * @text: (nullable): what to copy
 */
void
platen_copy_button_set_text (PlatenCopyButton *self,
                             const char       *text)
{
  g_return_if_fail (PLATEN_IS_COPY_BUTTON (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
