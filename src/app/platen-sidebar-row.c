/* platen-sidebar-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-sidebar-row.h"

/* A page in the sidebar: its icon, its name, and how many things in it want to be looked at. */

struct _PlatenSidebarRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *title_label;
  GtkLabel      *badge_label;
  char          *page;
  char          *title;
  char          *icon_name;
};

enum
{
  PROP_PAGE = 1,
  PROP_TITLE,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenSidebarRow, platen_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
platen_sidebar_row_dispose (GObject *object)
{
  PlatenSidebarRow *self = (PlatenSidebarRow *)object;

  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->icon_name, g_free);

  G_OBJECT_CLASS (platen_sidebar_row_parent_class)->dispose (object);
}

static void
platen_sidebar_row_constructed (GObject *object)
{
  PlatenSidebarRow *self = PLATEN_SIDEBAR_ROW (object);

  G_OBJECT_CLASS (platen_sidebar_row_parent_class)->constructed (object);

  if (self->title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                    -1);
}

static void
platen_sidebar_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenSidebarRow *self = PLATEN_SIDEBAR_ROW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_sidebar_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenSidebarRow *self = PLATEN_SIDEBAR_ROW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      self->page = g_value_dup_string (value);
      break;

    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;

    case PROP_ICON_NAME:
      self->icon_name = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_sidebar_row_class_init (PlatenSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = platen_sidebar_row_constructed;
  object_class->dispose = platen_sidebar_row_dispose;
  object_class->get_property = platen_sidebar_row_get_property;
  object_class->set_property = platen_sidebar_row_set_property;

  properties[PROP_PAGE] =
    g_param_spec_string ("page", NULL, NULL,
                         NULL,
                         (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL,
                         NULL,
                         (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL,
                         NULL,
                         (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/platen-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebarRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebarRow, badge_label);
}

static void
platen_sidebar_row_init (PlatenSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_sidebar_row_get_page:
 * @self: a #PlatenSidebarRow
 *
 * Returns: (transfer none): the name of the page that the row stands for
 */
const char *
platen_sidebar_row_get_page (PlatenSidebarRow *self)
{
  g_return_val_if_fail (PLATEN_IS_SIDEBAR_ROW (self), NULL);

  return self->page;
}

/**
 * platen_sidebar_row_set_badge:
 * @self: a #PlatenSidebarRow
 * @count: how many things want to be looked at; 0 hides the badge
 * @description: (nullable): the same in words, for those who cannot see it
 *
 * Shows a number behind the page's name.
 */
void
platen_sidebar_row_set_badge (PlatenSidebarRow *self,
                              guint             count,
                              const char       *description)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLATEN_IS_SIDEBAR_ROW (self));

  text = g_strdup_printf ("%u", count);
  gtk_label_set_label (self->badge_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->badge_label), count > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge_label), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "",
                                  -1);
}
