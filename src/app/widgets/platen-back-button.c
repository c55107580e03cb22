/* platen-back-button.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-back-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "platen-section.h"

struct _PlatenBackButton
{
  GtkWidget      parent_instance;

  GtkWidget     *button;
  AdwLeaflet    *sidebar_leaflet;
};

G_DEFINE_FINAL_TYPE (PlatenBackButton, platen_back_button, GTK_TYPE_WIDGET)

static gboolean
is_on_root_page (PlatenBackButton *self,
                 GtkWidget        *section)
{
  GtkWidget *root = platen_section_get_root (PLATEN_SECTION (section));

  return root != NULL && gtk_widget_is_ancestor (GTK_WIDGET (self), root);
}

static void
update_visible (PlatenBackButton *self)
{
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (self), PLATEN_TYPE_SECTION);
  gboolean visible = FALSE;

  if (section != NULL)
    visible = !is_on_root_page (self, section) ||
              (self->sidebar_leaflet != NULL && adw_leaflet_get_folded (self->sidebar_leaflet));

  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}

static void
forget_leaflet (PlatenBackButton *self)
{
  if (self->sidebar_leaflet != NULL)
    g_signal_handlers_disconnect_by_func (self->sidebar_leaflet, update_visible, self);

  g_clear_object (&self->sidebar_leaflet);
}

static void
platen_back_button_root (GtkWidget *widget)
{
  PlatenBackButton *self = PLATEN_BACK_BUTTON (widget);
  GtkWidget *section;
  GtkWidget *leaflet = NULL;

  GTK_WIDGET_CLASS (platen_back_button_parent_class)->root (widget);

  section = gtk_widget_get_ancestor (widget, PLATEN_TYPE_SECTION);
  if (section != NULL)
    leaflet = gtk_widget_get_ancestor (section, ADW_TYPE_LEAFLET);

  if (leaflet != NULL)
    {
      self->sidebar_leaflet = g_object_ref (ADW_LEAFLET (leaflet));
      g_signal_connect_swapped (leaflet, "notify::folded", G_CALLBACK (update_visible), self);
    }

  update_visible (self);
}

static void
platen_back_button_unroot (GtkWidget *widget)
{
  forget_leaflet (PLATEN_BACK_BUTTON (widget));

  GTK_WIDGET_CLASS (platen_back_button_parent_class)->unroot (widget);
}

static void
platen_back_button_dispose (GObject *object)
{
  PlatenBackButton *self = PLATEN_BACK_BUTTON (object);

  forget_leaflet (self);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_back_button_parent_class)->dispose (object);
}

static void
platen_back_button_class_init (PlatenBackButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_back_button_dispose;

  widget_class->root = platen_back_button_root;
  widget_class->unroot = platen_back_button_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "backbutton");
}

static void
platen_back_button_init (PlatenBackButton *self)
{
  self->button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->button, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"),
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.back");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * platen_back_button_new:
 *
 * Returns: (transfer full): a button that goes back, shown where there is somewhere to go back to
 */
GtkWidget *
platen_back_button_new (void)
{
  return g_object_new (PLATEN_TYPE_BACK_BUTTON, NULL);
}
