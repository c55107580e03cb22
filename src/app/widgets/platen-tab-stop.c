/* platen-tab-stop.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-tab-stop.h"

#include "platen-grouped-row.h"

struct _PlatenTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (PlatenTabStop, platen_tab_stop, ADW_TYPE_BIN)

static GtkWidget *
get_focus (PlatenTabStop *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
is_on_heading (PlatenTabStop *self)
{
  GtkWidget *focus = get_focus (self);
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return PLATEN_IS_GROUPED_ROW (row) && platen_grouped_row_is_heading (PLATEN_GROUPED_ROW (row));
}

static gboolean
has_focus (PlatenTabStop *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
platen_tab_stop_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  PlatenTabStop *self = PLATEN_TAB_STOP (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (child == NULL)
    return FALSE;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (child, direction);

  if (has_focus (self))
    return FALSE;

  /* A GtkScrolledWindow says that it took the keyboard also when there is nothing in it that could. */
  if (!gtk_widget_child_focus (child, direction) || !has_focus (self))
    return FALSE;

  /* There is nothing to do with a heading. */
  if (is_on_heading (self))
    gtk_widget_child_focus (child, GTK_DIR_DOWN);

  return TRUE;
}

static void
platen_tab_stop_class_init (PlatenTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = platen_tab_stop_focus;
}

static void
platen_tab_stop_init (PlatenTabStop *self)
{
}
