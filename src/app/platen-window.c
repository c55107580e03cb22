/* platen-window.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-window.h"

struct _PlatenWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  AdwLeaflet           *leaflet;
  GtkStack             *sections;
};

G_DEFINE_FINAL_TYPE (PlatenWindow, platen_window, ADW_TYPE_APPLICATION_WINDOW)

static void
platen_window_class_init (PlatenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/platen-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlatenWindow, sections);
}

static void
platen_window_init (PlatenWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_window_new:
 * @application: the application that it belongs to
 *
 * Returns: (transfer none): the main window
 */
PlatenWindow *
platen_window_new (PlatenApplication *application)
{
  g_return_val_if_fail (PLATEN_IS_APPLICATION (application), NULL);

  return g_object_new (PLATEN_TYPE_WINDOW, "application", application, NULL);
}
