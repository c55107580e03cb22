/* platen-late-bin.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-late-bin.h"

/* A bin for what is seldom looked at, as a page of a stack that says that nothing was found: its child is hidden until
 * the bin is first on the screen. GTK finds styles and loads icons for all that is not hidden, also on the pages of a
 * stack that are not its present one.
 */
struct _PlatenLateBin
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (PlatenLateBin, platen_late_bin, ADW_TYPE_BIN)

static void
platen_late_bin_show_child (PlatenLateBin *self,
                            gboolean       visible)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (child != NULL)
    gtk_widget_set_visible (child, visible);
}

static void
child_changed_cb (PlatenLateBin *self)
{
  platen_late_bin_show_child (self, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
platen_late_bin_map (GtkWidget *widget)
{
  platen_late_bin_show_child (PLATEN_LATE_BIN (widget), TRUE);

  GTK_WIDGET_CLASS (platen_late_bin_parent_class)->map (widget);
}

static void
platen_late_bin_class_init (PlatenLateBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = platen_late_bin_map;
}

static void
platen_late_bin_init (PlatenLateBin *self)
{
  g_signal_connect (self, "notify::child", G_CALLBACK (child_changed_cb), NULL);
}
