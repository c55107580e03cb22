/* platen-section.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-section.h"

#include <adwaita.h>

#include "platen-page.h"

struct _PlatenSection
{
  GtkWidget    parent_instance;

  AdwLeaflet  *leaflet;
  GtkWidget   *root;
};

enum
{
  PROP_ROOT = 1,
  PROP_VISIBLE_PAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenSection, platen_section, GTK_TYPE_WIDGET)

/* The page on top of all, which is not the last among the leaflet's widgets. */
static GtkWidget *
get_top_page (PlatenSection *self)
{
  g_autoptr(GtkSelectionModel) pages = adw_leaflet_get_pages (self->leaflet);
  const guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (pages));
  g_autoptr(AdwLeafletPage) top = NULL;

  if (n_pages == 0)
    return NULL;

  top = g_list_model_get_item (G_LIST_MODEL (pages), n_pages - 1);

  return adw_leaflet_page_get_child (top);
}

/* What had the keyboard on the page that one comes back to may be gone, or be in a menu that is closed. */
static void
focus_visible_page (PlatenSection *self,
                    GtkWidget     *visible)
{
  GtkRoot *root = gtk_widget_get_root (visible);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL && gtk_widget_get_mapped (visible) && PLATEN_IS_PAGE (visible) &&
      (focus == NULL || !gtk_widget_get_mapped (focus)))
    platen_page_focus (PLATEN_PAGE (visible));
}

/* What lies above the visible page was left: by the back button, by a key, or by a swipe. */
static void
remove_left_pages (PlatenSection *self)
{
  GtkWidget *visible = adw_leaflet_get_visible_child (self->leaflet);
  gboolean left = FALSE;
  GtkWidget *top;

  if (visible == NULL || adw_leaflet_get_child_transition_running (self->leaflet))
    return;

  while ((top = get_top_page (self)) != NULL && top != visible)
    {
      adw_leaflet_remove (self->leaflet, top);
      left = TRUE;
    }

  if (left)
    focus_visible_page (self, visible);
}

static void
visible_child_cb (PlatenSection *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE_PAGE]);
  remove_left_pages (self);
}

static void
set_root_page (PlatenSection *self,
               GtkWidget     *root)
{
  g_assert (self->root == NULL);

  self->root = root;
  if (root != NULL)
    adw_leaflet_append (self->leaflet, root);
}

static void
platen_section_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlatenSection *self = PLATEN_SECTION (object);

  switch (prop_id)
    {
    case PROP_ROOT:
      g_value_set_object (value, self->root);
      break;

    case PROP_VISIBLE_PAGE:
      g_value_set_object (value, platen_section_get_visible_page (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_section_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlatenSection *self = PLATEN_SECTION (object);

  switch (prop_id)
    {
    case PROP_ROOT:
      set_root_page (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_section_dispose (GObject *object)
{
  PlatenSection *self = PLATEN_SECTION (object);

  self->root = NULL;
  if (self->leaflet != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->leaflet, self);
      gtk_widget_unparent (GTK_WIDGET (self->leaflet));
      self->leaflet = NULL;
    }

  G_OBJECT_CLASS (platen_section_parent_class)->dispose (object);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  return platen_section_pop (PLATEN_SECTION (widget));
}

static void
platen_section_class_init (PlatenSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_section_get_property;
  object_class->set_property = platen_section_set_property;
  object_class->dispose = platen_section_dispose;

  properties[PROP_ROOT] =
    g_param_spec_object ("root", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_VISIBLE_PAGE] =
    g_param_spec_object ("visible-page", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "section");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
platen_section_init (PlatenSection *self)
{
  self->leaflet = g_object_new (ADW_TYPE_LEAFLET,
                                "can-unfold", FALSE,
                                "can-navigate-back", TRUE,
                                NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));

  g_signal_connect_object (self->leaflet,
                           "notify::visible-child",
                           G_CALLBACK (visible_child_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaflet,
                           "notify::child-transition-running",
                           G_CALLBACK (remove_left_pages),
                           self,
                           G_CONNECT_SWAPPED);
}

/**
 * platen_section_new:
 * @root: its first page
 *
 * Returns: (transfer full): a section of the window
 */
GtkWidget *
platen_section_new (GtkWidget *root)
{
  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  return g_object_new (PLATEN_TYPE_SECTION, "root", root, NULL);
}

/**
 * platen_section_get_root:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): its first page
 */
GtkWidget *
platen_section_get_root (PlatenSection *self)
{
  g_return_val_if_fail (PLATEN_IS_SECTION (self), NULL);

  return self->root;
}

/**
 * platen_section_get_visible_page:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the page on top; while one slides away, the page under it
 */
GtkWidget *
platen_section_get_visible_page (PlatenSection *self)
{
  g_return_val_if_fail (PLATEN_IS_SECTION (self), NULL);

  return self->leaflet != NULL ? adw_leaflet_get_visible_child (self->leaflet) : NULL;
}

/**
 * platen_section_push:
 * @self: a section
 * @page: (transfer floating): what to show on top
 *
 * Opens a page on top of the visible one. It is let go of when it has been left.
 */
void
platen_section_push (PlatenSection *self,
                     GtkWidget     *page)
{
  GtkWidget *visible;

  g_return_if_fail (PLATEN_IS_SECTION (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  visible = adw_leaflet_get_visible_child (self->leaflet);
  adw_leaflet_insert_child_after (self->leaflet, page, visible);
  adw_leaflet_set_visible_child (self->leaflet, page);
}

/**
 * platen_section_pop:
 * @self: a section
 *
 * Leaves the page on top.
 *
 * Returns: whether there was one to leave
 */
gboolean
platen_section_pop (PlatenSection *self)
{
  g_return_val_if_fail (PLATEN_IS_SECTION (self), FALSE);

  return adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * platen_section_pop_to_root:
 * @self: a section
 *
 * Leaves all pages but the first.
 */
void
platen_section_pop_to_root (PlatenSection *self)
{
  g_return_if_fail (PLATEN_IS_SECTION (self));

  if (self->root != NULL)
    adw_leaflet_set_visible_child (self->leaflet, self->root);
}
