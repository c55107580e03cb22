/* platen-recent-prints.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-recent-prints.h"

#include "platen-feed-renewer.h"
#include "platen-task-row.h"

#define N_PRINTS 5

struct _PlatenRecentPrints
{
  AdwBin               parent_instance;

  BambuSession        *session;
  BambuFeed           *feed;
  PlatenFeedRenewer   *renewer;

  GtkWidget           *all_button;
  AdwPreferencesGroup *group;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (PlatenRecentPrints, platen_recent_prints, ADW_TYPE_BIN)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  PlatenRecentPrints *self = user_data;
  BambuTask *task = BAMBU_TASK (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = platen_task_row_new ();

  gtk_widget_add_css_class (child, "recent");
  g_signal_connect_object (child, "expired",
                           G_CALLBACK (platen_feed_renewer_renew),
                           self->renewer, G_CONNECT_SWAPPED);
  platen_task_row_set_task (PLATEN_TASK_ROW (child), task, bambu_session_get_pictures (self->session));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", bambu_task_get_id (task));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-task");

  return row;
}

static void
platen_recent_prints_update (PlatenRecentPrints *self)
{
  g_assert (PLATEN_IS_RECENT_PRINTS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->group),
                          g_list_model_get_n_items (G_LIST_MODEL (bambu_feed_get_list (self->feed))) > 0);
}

static void
platen_recent_prints_map (GtkWidget *widget)
{
  PlatenRecentPrints *self = PLATEN_RECENT_PRINTS (widget);

  GTK_WIDGET_CLASS (platen_recent_prints_parent_class)->map (widget);

  if (self->feed != NULL)
    bambu_list_refresh_async (bambu_feed_get_list (self->feed), NULL, NULL, NULL);
}

static void
platen_recent_prints_dispose (GObject *object)
{
  PlatenRecentPrints *self = (PlatenRecentPrints *)object;

  /* Its rows are made by us. */
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  if (self->renewer != NULL)
    platen_feed_renewer_stop (self->renewer);

  self->list = NULL;
  g_clear_object (&self->renewer);
  g_clear_object (&self->feed);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_recent_prints_parent_class)->dispose (object);
}

static void
platen_recent_prints_class_init (PlatenRecentPrintsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_recent_prints_dispose;

  widget_class->map = platen_recent_prints_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/history/platen-recent-prints.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenRecentPrints, all_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenRecentPrints, group);
  gtk_widget_class_bind_template_child (widget_class, PlatenRecentPrints, list);
}

static void
platen_recent_prints_init (PlatenRecentPrints *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_recent_prints_set_device:
 * @self: a #PlatenRecentPrints
 * @session: the session that it belongs to
 * @device_id: the serial number of a printer
 *
 * Sets whose prints to show. To be called once.
 */
void
platen_recent_prints_set_device (PlatenRecentPrints *self,
                                 BambuSession       *session,
                                 const char         *device_id)
{
  g_autoptr(GtkSliceListModel) newest = NULL;
  BambuList *tasks;

  g_return_if_fail (PLATEN_IS_RECENT_PRINTS (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (device_id != NULL);
  g_return_if_fail (self->feed == NULL);

  self->session = g_object_ref (session);
  self->feed = bambu_session_create_tasks (session, device_id);
  self->renewer = platen_feed_renewer_new (self->feed);
  tasks = bambu_feed_get_list (self->feed);
  newest = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (tasks)), 0, N_PRINTS);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (newest), create_row, self, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all_button), "s", device_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all_button), "win.open-history");
  g_signal_connect_object (tasks, "items-changed",
                           G_CALLBACK (platen_recent_prints_update),
                           self, G_CONNECT_SWAPPED);
  platen_recent_prints_update (self);
}
