/* platen-secret-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-secret-row.h"

#include <glib/gi18n.h>

#include "bambu-secret.h"
#include "platen-copy-button.h"

/* Always as many, so that not even its length is told. */
#define DOTS "••••••••"

struct _PlatenSecretRow
{
  AdwActionRow      parent_instance;

  char             *secret;

  PlatenCopyButton *copy_button;
  GtkLabel         *label;
  GtkToggleButton  *reveal_button;
};

enum {
  PROP_0,
  PROP_SECRET,
  PROP_COPY_LABEL,
  PROP_COPY_TOAST,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenSecretRow, platen_secret_row, ADW_TYPE_ACTION_ROW)

static GParamSpec *properties[N_PROPS];

static void
platen_secret_row_update (PlatenSecretRow *self)
{
  gboolean revealed;
  const char *what;

  g_assert (PLATEN_IS_SECRET_ROW (self));

  revealed = gtk_toggle_button_get_active (self->reveal_button);
  what = revealed ? _("Hide") : _("Show");

  gtk_label_set_label (self->label, revealed && self->secret != NULL ? self->secret : DOTS);
  gtk_label_set_selectable (self->label, revealed);
  gtk_button_set_icon_name (GTK_BUTTON (self->reveal_button),
                            revealed ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reveal_button), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal_button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);

  if (revealed)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hidden"), -1);
}

static void
platen_secret_row_unmap (GtkWidget *widget)
{
  PlatenSecretRow *self = PLATEN_SECRET_ROW (widget);

  gtk_toggle_button_set_active (self->reveal_button, FALSE);

  GTK_WIDGET_CLASS (platen_secret_row_parent_class)->unmap (widget);
}

static void
platen_secret_row_finalize (GObject *object)
{
  PlatenSecretRow *self = (PlatenSecretRow *)object;

  g_clear_pointer (&self->secret, bambu_secret_free);

  G_OBJECT_CLASS (platen_secret_row_parent_class)->finalize (object);
}

static void
platen_secret_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlatenSecretRow *self = PLATEN_SECRET_ROW (object);

  switch (prop_id)
    {
    case PROP_SECRET:
      g_value_set_string (value, platen_secret_row_get_secret (self));
      break;

    case PROP_COPY_LABEL:
      g_object_get_property (G_OBJECT (self->copy_button), "label", value);
      break;

    case PROP_COPY_TOAST:
      g_object_get_property (G_OBJECT (self->copy_button), "toast", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_secret_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PlatenSecretRow *self = PLATEN_SECRET_ROW (object);

  switch (prop_id)
    {
    case PROP_SECRET:
      platen_secret_row_set_secret (self, g_value_get_string (value));
      break;

    case PROP_COPY_LABEL:
      g_object_set_property (G_OBJECT (self->copy_button), "label", value);
      break;

    case PROP_COPY_TOAST:
      g_object_set_property (G_OBJECT (self->copy_button), "toast", value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_secret_row_class_init (PlatenSecretRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = platen_secret_row_finalize;
  object_class->get_property = platen_secret_row_get_property;
  object_class->set_property = platen_secret_row_set_property;

  widget_class->unmap = platen_secret_row_unmap;

  properties[PROP_SECRET] =
    g_param_spec_string ("secret", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_COPY_LABEL] =
    g_param_spec_string ("copy-label", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_COPY_TOAST] =
    g_param_spec_string ("copy-toast", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_COPY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-secret-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSecretRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenSecretRow, label);
  gtk_widget_class_bind_template_child (widget_class, PlatenSecretRow, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, platen_secret_row_update);
}

static void
platen_secret_row_init (PlatenSecretRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  platen_secret_row_update (self);
}

/**
 * platen_secret_row_new:
 *
 * Returns: (transfer floating): a row without a secret
 */
GtkWidget *
platen_secret_row_new (void)
{
  return g_object_new (PLATEN_TYPE_SECRET_ROW, NULL);
}

/**
 * platen_secret_row_get_secret:
 * @self: a #PlatenSecretRow
 *
 * Returns: (nullable): the secret
 */
const char *
platen_secret_row_get_secret (PlatenSecretRow *self)
{
  g_return_val_if_fail (PLATEN_IS_SECRET_ROW (self), NULL);

  return self->secret;
}

/**
 * platen_secret_row_set_secret:
 * @self: a #PlatenSecretRow
 * @secret: (nullable): the secret, or %NULL to show no row
 */
void
platen_secret_row_set_secret (PlatenSecretRow *self,
                              const char      *secret)
{
  g_return_if_fail (PLATEN_IS_SECRET_ROW (self));

  if (g_strcmp0 (self->secret, secret) == 0)
    return;

  bambu_secret_free (self->secret);
  self->secret = g_strdup (secret);
  platen_copy_button_set_text (self->copy_button, secret);
  gtk_widget_set_visible (GTK_WIDGET (self), secret != NULL && *secret != 0);
  platen_secret_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECRET]);
}
