/* platen-history-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-history-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-blanks.h"
#include "platen-day.h"
#include "platen-feed-view.h"
#include "platen-grouped-list.h"
#include "platen-grouped-row.h"
#include "platen-history-export.h"
#include "platen-history-filter.h"
#include "platen-page.h"
#include "platen-print-changes.h"
#include "platen-state-bin.h"
#include "platen-task-row.h"
#include "platen-task-text.h"

#define N_PLACEHOLDERS 12

struct _PlatenHistoryPage
{
  AdwBin              parent_instance;

  BambuSession       *session;
  PlatenPrintChanges *changes;
  char               *device_id;
  BambuTaskState      state;
  PlatenGroupedList  *rows;
  GCancellable       *choosing;

  GMenu              *device_menu;
  PlatenFeedView     *feed_view;
  GtkLabel           *filter_label;
  GtkWidget          *filter_line;
  GtkListView        *placeholder_list;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkNoSelection     *selection;
  PlatenStateBin     *state_bin;
};

enum {
  PROP_0,
  PROP_DEVICE,
  PROP_SESSION,
  PROP_STATE,
  N_PROPS
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenHistoryPage, platen_history_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static GParamSpec *properties[N_PROPS];

static gboolean
platen_history_page_place (gpointer            item,
                           PlatenGroupedPlace *place,
                           gpointer            user_data)
{
  PlatenHistoryPage *self = user_data;
  BambuTask *task = BAMBU_TASK (item);
  g_autofree char *title = NULL;
  int day;

  if (self->state != BAMBU_TASK_STATE_UNKNOWN && bambu_task_get_state (task) != self->state)
    return FALSE;

  title = platen_task_dup_title (task);
  place->group = platen_task_dup_day (task, &day);
  place->rank = -day;
  place->text = g_strjoin ("\n", title, bambu_task_get_design_title (task), NULL);

  return TRUE;
}

static char *
platen_history_page_describe_group (const char *group,
                                    int         rank,
                                    guint       n_items,
                                    gpointer    user_data)
{
  return platen_day_dup_detail (-rank);
}

static gboolean
platen_history_page_get_searching (PlatenHistoryPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != 0;
}

static void
platen_history_page_update_filter_line (PlatenHistoryPage *self)
{
  g_autofree char *text = platen_history_filter_dup_text (self->session, self->device_id, self->state);

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  gtk_label_set_label (self->filter_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->filter_line, text != NULL);
}

static void
platen_history_page_look_anew (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_feed_view_look_for (self->feed_view,
                             self->state != BAMBU_TASK_STATE_UNKNOWN || platen_history_page_get_searching (self));
}

static void
platen_history_page_search_changed_cb (PlatenHistoryPage *self,
                                       GtkSearchEntry    *entry)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_grouped_list_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (entry)));
  platen_history_page_look_anew (self);
}

static void
platen_history_page_clear_filter_cb (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_history_page_set_device (self, NULL);
  platen_history_page_set_state (self, BAMBU_TASK_STATE_UNKNOWN);
}

static void
platen_history_page_clear_search_cb (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_history_page_clear_filter_cb (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* The cloud filters by printer: each has a feed of its own. */
static void
platen_history_page_load_feed (PlatenHistoryPage *self)
{
  g_autoptr(BambuFeed) feed = NULL;
  BambuList *list = NULL;

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  if (self->session != NULL)
    {
      feed = bambu_session_create_tasks (self->session, *self->device_id != 0 ? self->device_id : NULL);
      list = bambu_feed_get_list (feed);
    }

  platen_state_bin_set_list (self->state_bin, list);
  platen_grouped_list_set_model (self->rows, G_LIST_MODEL (list));
  platen_feed_view_set_feed (self->feed_view, feed);
  platen_history_page_update_filter_line (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    platen_feed_view_refresh (self->feed_view);
}

/* A page that is not looked at asks when it is. */
static void
platen_history_page_prints_changed_cb (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    bambu_list_refresh_async (platen_state_bin_get_list (self->state_bin), NULL, NULL, NULL);
}

static void
platen_history_page_devices_changed_cb (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_history_filter_fill_menu (self->device_menu, bambu_session_get_devices (self->session));
  platen_history_page_update_filter_line (self);
}

static void
platen_history_page_setup_cb (PlatenHistoryPage *self,
                              GtkListItem       *item)
{
  GtkWidget *row = platen_task_row_new ();

  g_signal_connect_object (row, "expired", G_CALLBACK (platen_feed_view_renew), self->feed_view, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, platen_grouped_row_new (row));
}

static void
platen_history_page_bind_cb (PlatenHistoryPage *self,
                             GtkListItem       *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));
  PlatenGroupedItem *grouped = gtk_list_item_get_item (item);
  BambuTask *task = platen_grouped_item_get_item (grouped);
  BambuPictures *pictures = self->session != NULL ? bambu_session_get_pictures (self->session) : NULL;

  platen_grouped_row_set_item (row, grouped);
  platen_task_row_set_task (PLATEN_TASK_ROW (platen_grouped_row_get_child (row)), task, pictures);
  gtk_list_item_set_activatable (item, task != NULL);
}

static void
platen_history_page_unbind_cb (PlatenHistoryPage *self,
                               GtkListItem       *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));

  platen_grouped_row_set_item (row, NULL);
  platen_task_row_set_task (PLATEN_TASK_ROW (platen_grouped_row_get_child (row)), NULL, NULL);
}

static void
platen_history_page_activate_cb (PlatenHistoryPage *self,
                                 guint              position,
                                 GtkListView       *list)
{
  g_autoptr(PlatenGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  BambuTask *task;

  if (item != NULL && (task = platen_grouped_item_get_item (item)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-task", "s", bambu_task_get_id (task));
}

static void
platen_history_page_export_action (GtkWidget  *widget,
                                   const char *name,
                                   GVariant   *parameter)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (widget);

  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  self->choosing = g_cancellable_new ();
  platen_history_export (widget, g_variant_get_string (parameter, NULL), self->rows, self->choosing);
}

static void
platen_history_page_toggle_search (PlatenPage *page)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

static void
platen_history_page_refresh (PlatenPage *page)
{
  platen_feed_view_refresh (PLATEN_HISTORY_PAGE (page)->feed_view);
}

static gboolean
platen_history_page_focus (PlatenPage *page)
{
  return platen_state_bin_focus (PLATEN_HISTORY_PAGE (page)->state_bin);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->toggle_search = platen_history_page_toggle_search;
  iface->refresh = platen_history_page_refresh;
  iface->focus = platen_history_page_focus;
}

static void
platen_history_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_history_page_parent_class)->map (widget);

  platen_history_page_refresh (PLATEN_PAGE (widget));
}

static void
platen_history_page_dispose (GObject *object)
{
  PlatenHistoryPage *self = (PlatenHistoryPage *)object;

  /* They ask us about prints. */
  if (self->rows != NULL)
    platen_grouped_list_set_model (self->rows, NULL);

  g_clear_object (&self->rows);
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  g_clear_object (&self->changes);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_history_page_parent_class)->dispose (object);
}

static void
platen_history_page_finalize (GObject *object)
{
  PlatenHistoryPage *self = (PlatenHistoryPage *)object;

  g_free (self->device_id);

  G_OBJECT_CLASS (platen_history_page_parent_class)->finalize (object);
}

static void
platen_history_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (object);

  switch (prop_id)
    {
    case PROP_DEVICE:
      g_value_set_string (value, self->device_id);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_history_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (object);

  switch (prop_id)
    {
    case PROP_DEVICE:
      platen_history_page_set_device (self, g_value_get_string (value));
      break;

    case PROP_SESSION:
      platen_history_page_set_session (self, g_value_get_object (value));
      break;

    case PROP_STATE:
      platen_history_page_set_state (self, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_history_page_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/history/platen-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, device_menu);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, feed_view);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, filter_line);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, placeholder_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, state_bin);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_unbind_cb);
}

static void
platen_history_page_class_init (PlatenHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_history_page_dispose;
  object_class->finalize = platen_history_page_finalize;
  object_class->get_property = platen_history_page_get_property;
  object_class->set_property = platen_history_page_set_property;

  widget_class->map = platen_history_page_map;

  properties[PROP_DEVICE] =
    g_param_spec_string ("device", NULL, NULL,
                         "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL,
                       BAMBU_TYPE_TASK_STATE, BAMBU_TASK_STATE_UNKNOWN,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_FEED_VIEW);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);

  platen_history_page_bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "history.device", "device");
  gtk_widget_class_install_property_action (widget_class, "history.state", "state");
  gtk_widget_class_install_action (widget_class, "history.export", "s", platen_history_page_export_action);
}

static GDateTime *
platen_history_page_get_time (gpointer item)
{
  return bambu_task_get_start_time (BAMBU_TASK (item));
}

static void
platen_history_page_init (PlatenHistoryPage *self)
{
  g_autoptr(GtkSelectionModel) blanks = platen_blanks_new (N_PLACEHOLDERS);

  self->device_id = g_strdup ("");
  self->rows = platen_grouped_list_new (platen_history_page_place, platen_history_page_describe_group, self, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_list_view_set_model (self->placeholder_list, blanks);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  platen_feed_view_set_rows (self->feed_view, self->rows);
  platen_feed_view_set_time_func (self->feed_view, platen_history_page_get_time);
}

/**
 * platen_history_page_new:
 *
 * Returns: (transfer floating): a page of no account yet
 */
GtkWidget *
platen_history_page_new (void)
{
  return g_object_new (PLATEN_TYPE_HISTORY_PAGE, NULL);
}

/**
 * platen_history_page_set_session:
 * @self: a #PlatenHistoryPage
 * @session: (nullable): whose prints to show
 */
void
platen_history_page_set_session (PlatenHistoryPage *self,
                                 BambuSession      *session)
{
  g_return_if_fail (PLATEN_IS_HISTORY_PAGE (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (session == self->session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bambu_session_get_devices (self->session), self);

  g_set_object (&self->session, session);
  g_clear_object (&self->changes);

  if (session != NULL)
    {
      g_signal_connect_object (bambu_session_get_devices (session), "items-changed",
                               G_CALLBACK (platen_history_page_devices_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bambu_session_get_devices (session), "notify::updated",
                               G_CALLBACK (platen_history_page_devices_changed_cb),
                               self, G_CONNECT_SWAPPED);
      platen_history_page_devices_changed_cb (self);
      self->changes = platen_print_changes_new (bambu_session_get_devices (session));
      g_signal_connect_object (self->changes, "changed",
                               G_CALLBACK (platen_history_page_prints_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }

  platen_history_page_load_feed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * platen_history_page_set_device:
 * @self: a #PlatenHistoryPage
 * @device_id: (nullable): the serial number of a printer; %NULL or empty for all
 *
 * Shows the prints of one printer.
 */
void
platen_history_page_set_device (PlatenHistoryPage *self,
                                const char        *device_id)
{
  g_return_if_fail (PLATEN_IS_HISTORY_PAGE (self));

  if (device_id == NULL)
    device_id = "";

  if (g_str_equal (self->device_id, device_id))
    return;

  g_free (self->device_id);
  self->device_id = g_strdup (device_id);
  platen_history_page_load_feed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEVICE]);
}

/**
 * platen_history_page_set_state:
 * @self: a #PlatenHistoryPage
 * @state: a state; %BAMBU_TASK_STATE_UNKNOWN for all
 *
 * Shows the prints of one state.
 */
void
platen_history_page_set_state (PlatenHistoryPage *self,
                               BambuTaskState     state)
{
  BambuFeed *feed;

  g_return_if_fail (PLATEN_IS_HISTORY_PAGE (self));

  if (self->state == state)
    return;

  self->state = state;

  /* Each print has to be placed anew. */
  feed = platen_feed_view_get_feed (self->feed_view);
  platen_grouped_list_set_model (self->rows, NULL);
  platen_grouped_list_set_model (self->rows, feed != NULL ? G_LIST_MODEL (bambu_feed_get_list (feed)) : NULL);
  platen_history_page_update_filter_line (self);
  platen_history_page_look_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * platen_history_page_lookup:
 * @self: a #PlatenHistoryPage
 * @task_id: the id of a print
 *
 * Returns: (transfer none) (nullable): the print, or %NULL where it has not been loaded
 */
BambuTask *
platen_history_page_lookup (PlatenHistoryPage *self,
                            const char        *task_id)
{
  BambuFeed *feed;

  g_return_val_if_fail (PLATEN_IS_HISTORY_PAGE (self), NULL);
  g_return_val_if_fail (task_id != NULL, NULL);

  feed = platen_feed_view_get_feed (self->feed_view);

  return feed != NULL ? bambu_list_lookup (bambu_feed_get_list (feed), task_id) : NULL;
}

/**
 * platen_history_page_dup_first:
 * @self: a #PlatenHistoryPage
 *
 * Returns: (transfer full) (nullable): the newest print that is shown, or %NULL where there is none
 */
BambuTask *
platen_history_page_dup_first (PlatenHistoryPage *self)
{
  g_return_val_if_fail (PLATEN_IS_HISTORY_PAGE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(PlatenGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (platen_grouped_item_get_item (item) != NULL)
        return g_object_ref (platen_grouped_item_get_item (item));
    }

  return NULL;
}
