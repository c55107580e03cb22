/* platen-link-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-link-row.h"

struct _PlatenLinkRow
{
  AdwActionRow  parent_instance;

  GtkWidget    *icon;
  char         *uri;
};

enum
{
  PROP_URI = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenLinkRow, platen_link_row, ADW_TYPE_ACTION_ROW)

static GParamSpec *properties[N_PROPS];

static void
platen_link_row_activate (AdwActionRow *row)
{
  PlatenLinkRow *self = PLATEN_LINK_ROW (row);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (platen_link_is_safe (self->uri))
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->uri, GDK_CURRENT_TIME);
}

static void
platen_link_row_finalize (GObject *object)
{
  PlatenLinkRow *self = (PlatenLinkRow *)object;

  g_free (self->uri);

  G_OBJECT_CLASS (platen_link_row_parent_class)->finalize (object);
}

static void
platen_link_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlatenLinkRow *self = PLATEN_LINK_ROW (object);

  switch (prop_id)
    {
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_link_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlatenLinkRow *self = PLATEN_LINK_ROW (object);

  switch (prop_id)
    {
    case PROP_URI:
      platen_link_row_set_uri (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_link_row_class_init (PlatenLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AdwActionRowClass *row_class = ADW_ACTION_ROW_CLASS (klass);

  object_class->finalize = platen_link_row_finalize;
  object_class->get_property = platen_link_row_get_property;
  object_class->set_property = platen_link_row_set_property;

  row_class->activate = platen_link_row_activate;

  properties[PROP_URI] =
    g_param_spec_string ("uri", NULL, NULL,
                         NULL,
                         (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_link_row_init (PlatenLinkRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  self->icon = gtk_image_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_visible (self->icon, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->icon);
}

/**
 * platen_link_is_safe:
 * @uri: (nullable): an address that the cloud tells
 *
 * Returns: whether it may be opened: one of https
 */
gboolean
platen_link_is_safe (const char *uri)
{
  g_autoptr(GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  return host != NULL && *host != '\0' && g_str_equal (g_uri_get_scheme (parsed), "https");
}

/**
 * platen_link_row_new:
 *
 * Returns: (transfer floating): a row that leads nowhere yet
 */
GtkWidget *
platen_link_row_new (void)
{
  return g_object_new (PLATEN_TYPE_LINK_ROW, NULL);
}

/**
 * platen_link_row_set_uri:
 * @self: a #PlatenLinkRow
 * @uri: (nullable): where it leads
 *
 * Sets the address. Unless it is one of https the row cannot be activated.
 */
void
platen_link_row_set_uri (PlatenLinkRow *self,
                         const char    *uri)
{
  gboolean safe;

  g_return_if_fail (PLATEN_IS_LINK_ROW (self));

  if (g_strcmp0 (self->uri, uri) == 0)
    return;

  g_free (self->uri);
  self->uri = g_strdup (uri);
  safe = platen_link_is_safe (uri);
  gtk_widget_set_visible (self->icon, safe);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), safe);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), safe ? uri : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URI]);
}
