/* platen-help-window.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-help-window.h"

#include <glib/gi18n.h>

#define GUIDES_PATH "/io/github/platen/Platen/help/"

struct _PlatenHelpWindow
{
  AdwWindow    parent_instance;

  PlatenGuide *guide;
};

G_DEFINE_FINAL_TYPE (PlatenHelpWindow, platen_help_window, ADW_TYPE_WINDOW)

static void
platen_help_window_class_init (PlatenHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLATEN_TYPE_GUIDE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/help/platen-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenHelpWindow, guide);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

/* A catalog names the guide that goes with it: both are in one language, whichever that is. */
static GBytes *
load_guide (void)
{
  /* Translators: the file of the user's guide in docs/, as in "guide.es.md" where it is translated to Spanish; leave it
   * as it is until there is one in your language.
   */
  g_autofree char *path = g_strconcat (GUIDES_PATH, _("guide.md"), NULL);
  GBytes *text = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return text != NULL ? text : g_resources_lookup_data (GUIDES_PATH "guide.md", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
platen_help_window_init (PlatenHelpWindow *self)
{
  g_autoptr(GBytes) text = load_guide ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* The data of resources ends in a zero. */
  platen_guide_set_text (self->guide, g_bytes_get_data (text, NULL));
}

static PlatenHelpWindow *
find_window (GtkWindow *parent)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (PLATEN_IS_HELP_WINDOW (window) &&
          (window == parent || gtk_window_get_transient_for (window) == parent))
        return PLATEN_HELP_WINDOW (window);
    }

  return NULL;
}

/**
 * platen_help_window_present:
 * @parent: (nullable): the window that it is to stand beside, and go with
 *
 * Shows the guide; the one that is open already, if there is one.
 */
void
platen_help_window_present (GtkWindow *parent)
{
  PlatenHelpWindow *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  self = find_window (parent);

  if (self == NULL)
    self = g_object_new (PLATEN_TYPE_HELP_WINDOW, "transient-for", parent, NULL);

  gtk_window_present (GTK_WINDOW (self));
}

/**
 * platen_help_window_get_guide:
 * @self: a help window
 *
 * Returns: (transfer none): what it shows
 */
PlatenGuide *
platen_help_window_get_guide (PlatenHelpWindow *self)
{
  g_return_val_if_fail (PLATEN_IS_HELP_WINDOW (self), NULL);

  return self->guide;
}
