/* platen-history-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-history-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-day.h"
#include "platen-file-dialog.h"
#include "platen-format.h"
#include "platen-grouped-list.h"
#include "platen-grouped-row.h"
#include "platen-history-loader.h"
#include "platen-page.h"
#include "platen-printer-text.h"
#include "platen-state-bin.h"
#include "platen-task-export.h"
#include "platen-task-row.h"
#include "platen-task-text.h"

#define N_PLACEHOLDERS 12

/* A list has its new length only after it was laid out. */
#define FRAMES_TO_LAYOUT 3

struct _PlatenHistoryPage
{
  AdwBin               parent_instance;

  BambuSession        *session;
  char                *device_id;
  BambuTaskState       state;

  PlatenHistoryLoader *loader;
  GtkFilterListModel  *filtered;
  GtkCustomFilter     *filter;
  PlatenGroupedList   *rows;
  GCancellable        *choosing;
  guint                fill_tick;
  guint                frames;

  GMenu               *device_menu;
  GtkLabel            *filter_label;
  GtkWidget           *filter_line;
  GtkWidget           *footer;
  GtkButton           *footer_button;
  GtkLabel            *footer_label;
  GtkSpinner          *footer_spinner;
  GtkListView         *placeholder_list;
  GtkScrolledWindow   *scroller;
  GtkSearchBar        *search_bar;
  GtkSearchEntry      *search_entry;
  GtkNoSelection      *selection;
  GtkStack            *stack;
  PlatenStateBin      *state_bin;
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

static void platen_history_page_update (PlatenHistoryPage *self);

static gboolean
platen_history_page_place (gpointer            item,
                           PlatenGroupedPlace *place,
                           gpointer            user_data)
{
  BambuTask *task = BAMBU_TASK (item);
  g_autofree char *title = platen_task_dup_title (task);
  int day;

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
platen_history_page_is_wanted (gpointer item,
                               gpointer user_data)
{
  PlatenHistoryPage *self = user_data;

  return self->state == BAMBU_TASK_STATE_UNKNOWN || bambu_task_get_state (BAMBU_TASK (item)) == self->state;
}

static gboolean
platen_history_page_get_searching (PlatenHistoryPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != 0;
}

/* Whether one would soon come to the end of what is there. */
static gboolean
platen_history_page_is_short (PlatenHistoryPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (platen_grouped_list_get_n_found (self->rows) == 0)
    return TRUE;

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) < 2 * page;
}

static gboolean
platen_history_page_fill_cb (GtkWidget     *widget,
                             GdkFrameClock *clock,
                             gpointer       user_data)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (widget);

  if (++self->frames < FRAMES_TO_LAYOUT)
    return G_SOURCE_CONTINUE;

  self->fill_tick = 0;

  if (self->loader != NULL && platen_history_page_is_short (self))
    platen_history_loader_load (self->loader);

  return G_SOURCE_REMOVE;
}

/* Loads on until the view is full: only while it is looked at. */
static void
platen_history_page_fill (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  self->frames = 0;

  if (self->fill_tick == 0 && self->loader != NULL)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), platen_history_page_fill_cb, NULL, NULL);
}

static void
platen_history_page_update_filter_line (PlatenHistoryPage *self)
{
  g_autofree char *printer = NULL;
  g_autofree char *text = NULL;
  const char *word = platen_task_state_get_word (self->state);

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  if (*self->device_id != 0 && self->session != NULL)
    {
      BambuDevice *device = bambu_list_lookup (bambu_session_get_devices (self->session), self->device_id);

      printer = device != NULL ? platen_printer_dup_title (device) : g_strdup (self->device_id);
    }

  if (printer != NULL && self->state != BAMBU_TASK_STATE_UNKNOWN)
    /* Translators: which prints are shown: a printer, and what became of them */
    text = g_strdup_printf (_("Only %s · %s"), printer, word);
  else if (printer != NULL || self->state != BAMBU_TASK_STATE_UNKNOWN)
    /* Translators: which prints are shown: those of a printer, or those of which one thing became */
    text = g_strdup_printf (_("Only %s"), printer != NULL ? printer : word);

  gtk_label_set_label (self->filter_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->filter_line, text != NULL);
}

static char *
platen_history_page_dup_reached (PlatenHistoryPage *self)
{
  g_autoptr(GDateTime) reached = platen_history_loader_dup_reached (self->loader);
  g_autofree char *date = NULL;

  if (platen_history_loader_get_state (self->loader) == PLATEN_HISTORY_STATE_ENDED)
    return g_strdup (_("Looked through all prints"));

  if (reached == NULL)
    return g_strdup (_("Looking for prints…"));

  date = platen_format_date (reached);

  /* Translators: how far back prints were searched, as in "Looked back to 3 May" */
  return g_strdup_printf (_("Looked back to %s"), date);
}

static void
platen_history_page_update_footer (PlatenHistoryPage *self)
{
  PlatenHistoryState state = platen_history_loader_get_state (self->loader);
  const GError *error = bambu_feed_get_error (platen_history_loader_get_feed (self->loader));
  gboolean failed = state == PLATEN_HISTORY_STATE_FAILED && error != NULL;
  gboolean looking = self->state != BAMBU_TASK_STATE_UNKNOWN || platen_history_page_get_searching (self);
  gboolean loading = state == PLATEN_HISTORY_STATE_LOADING;
  g_autofree char *text = NULL;

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  text = failed ? g_strdup (error->message) : platen_history_page_dup_reached (self);
  gtk_label_set_label (self->footer_label, text);
  gtk_widget_set_visible (self->footer, looking || failed || state == PLATEN_HISTORY_STATE_STOPPED);
  gtk_spinner_set_spinning (self->footer_spinner, loading);
  gtk_widget_set_visible (GTK_WIDGET (self->footer_button),
                          loading || failed || state == PLATEN_HISTORY_STATE_STOPPED);

  if (failed)
    gtk_button_set_label (self->footer_button, _("_Retry"));
  else
    gtk_button_set_label (self->footer_button, loading ? _("_Stop") : _("_Look Further"));
}

static void
platen_history_page_update (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_history_page_update_filter_line (self);

  if (self->loader == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack,
                                    platen_grouped_list_get_n_found (self->rows) > 0 ? "list" : "nothing");
  platen_history_page_update_footer (self);
}

static void
platen_history_page_changed_cb (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_history_page_update (self);
  platen_history_page_fill (self);
}

/* Something else is looked for: what was stopped or failed before does not count. */
static void
platen_history_page_look_anew (PlatenHistoryPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));

  if (self->loader != NULL)
    platen_history_loader_resume (self->loader);

  platen_history_page_changed_cb (self);
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

static void
platen_history_page_footer_clicked_cb (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  if (platen_history_loader_get_state (self->loader) == PLATEN_HISTORY_STATE_LOADING)
    {
      platen_history_loader_stop (self->loader);
      return;
    }

  platen_history_loader_resume (self->loader);
  platen_history_loader_load (self->loader);
}

static void
platen_history_page_drop_loader (PlatenHistoryPage *self)
{
  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  if (self->loader == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->loader, self);
  platen_history_loader_stop (self->loader);
  g_clear_object (&self->loader);
}

/* The cloud filters by printer: each has a feed of its own. */
static void
platen_history_page_load_feed (PlatenHistoryPage *self)
{
  g_autoptr(BambuFeed) feed = NULL;
  BambuList *list = NULL;

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  platen_history_page_drop_loader (self);

  if (self->session != NULL)
    {
      feed = bambu_session_create_tasks (self->session, *self->device_id != 0 ? self->device_id : NULL);
      list = bambu_feed_get_list (feed);
      self->loader = platen_history_loader_new (feed);
      g_signal_connect_object (self->loader, "changed",
                               G_CALLBACK (platen_history_page_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }

  platen_state_bin_set_list (self->state_bin, list);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (list));
  platen_history_page_changed_cb (self);

  if (list != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    bambu_list_refresh_async (list, NULL, NULL, NULL);
}

static void
platen_history_page_devices_changed_cb (PlatenHistoryPage *self)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (self->session));

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  g_menu_remove_all (self->device_menu);
  g_menu_append (self->device_menu, _("All Printers"), "history.device::");

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);
      g_autofree char *title = platen_printer_dup_title (device);
      g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", title);
      g_menu_item_set_action_and_target (item, "history.device", "s", bambu_device_get_id (device));
      g_menu_append_item (self->device_menu, item);
    }

  platen_history_page_update_filter_line (self);
}

static void
platen_history_page_setup_cb (PlatenHistoryPage *self,
                              GtkListItem       *item)
{
  gtk_list_item_set_child (item, platen_grouped_row_new (platen_task_row_new ()));
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

static GListModel *
platen_history_page_list_shown (PlatenHistoryPage *self)
{
  GListStore *shown = g_list_store_new (BAMBU_TYPE_TASK);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(PlatenGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (platen_grouped_item_get_item (item) != NULL)
        g_list_store_append (shown, platen_grouped_item_get_item (item));
    }

  return G_LIST_MODEL (shown);
}

static void
platen_history_page_written_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(PlatenHistoryPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("History exported"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* Takes @self. */
static void
platen_history_page_export (PlatenHistoryPage *self,
                            GAsyncResult      *result,
                            GBytes          *(*format) (GListModel *))
{
  g_autoptr(PlatenHistoryPage) owned = self;
  g_autoptr(GFile) file = platen_file_dialog_save_finish (result, NULL);
  g_autoptr(GListModel) shown = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_assert (PLATEN_IS_HISTORY_PAGE (self));

  if (file == NULL)
    return;

  shown = platen_history_page_list_shown (self);
  bytes = format (shown);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, platen_history_page_written_cb, g_object_ref (self));
}

static void
platen_history_page_export_csv_cb (GObject      *object,
                                   GAsyncResult *result,
                                   gpointer      user_data)
{
  platen_history_page_export (user_data, result, platen_task_export_csv);
}

static void
platen_history_page_export_json_cb (GObject      *object,
                                    GAsyncResult *result,
                                    gpointer      user_data)
{
  platen_history_page_export (user_data, result, platen_task_export_json);
}

static void
platen_history_page_export_action (GtkWidget  *widget,
                                   const char *name,
                                   GVariant   *parameter)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (widget);
  const gboolean csv = g_str_equal (g_variant_get_string (parameter, NULL), "csv");

  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  self->choosing = g_cancellable_new ();
  platen_file_dialog_save_async (widget, _("Export History"),
                                 csv ? "history.csv" : "history.json",
                                 self->choosing,
                                 csv ? platen_history_page_export_csv_cb : platen_history_page_export_json_cb,
                                 g_object_ref (self));
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
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (page);

  if (self->loader == NULL)
    return;

  platen_history_loader_resume (self->loader);
  bambu_list_refresh_async (bambu_feed_get_list (platen_history_loader_get_feed (self->loader)), NULL, NULL, NULL);
}

static void
platen_history_page_focus (PlatenPage *page)
{
  PlatenHistoryPage *self = PLATEN_HISTORY_PAGE (page);

  if (!gtk_widget_child_focus (GTK_WIDGET (self->state_bin), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
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
  platen_history_page_fill (PLATEN_HISTORY_PAGE (widget));
}

static void
platen_history_page_dispose (GObject *object)
{
  PlatenHistoryPage *self = (PlatenHistoryPage *)object;

  if (self->fill_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_tick);

  self->fill_tick = 0;
  platen_history_page_drop_loader (self);

  /* They ask us about prints. */
  if (self->rows != NULL)
    platen_grouped_list_set_model (self->rows, NULL);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);

  g_clear_object (&self->rows);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
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
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, filter_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, filter_line);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, footer);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, footer_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, footer_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, footer_spinner);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, placeholder_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenHistoryPage, state_bin);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_history_page_footer_clicked_cb);
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
  g_type_ensure (PLATEN_TYPE_STATE_BIN);

  platen_history_page_bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "history.device", "device");
  gtk_widget_class_install_property_action (widget_class, "history.state", "state");
  gtk_widget_class_install_action (widget_class, "history.export", "s", platen_history_page_export_action);
}

/* Blank rows in the shape of those to come. */
static void
platen_history_page_fill_placeholder (PlatenHistoryPage *self)
{
  g_autoptr(GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) blanks = NULL;

  for (guint i = 0; i < N_PLACEHOLDERS; i++)
    gtk_string_list_append (strings, "");

  blanks = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&strings)));
  gtk_list_view_set_model (self->placeholder_list, GTK_SELECTION_MODEL (blanks));
}

static void
platen_history_page_init (PlatenHistoryPage *self)
{
  GtkAdjustment *adjustment;

  self->device_id = g_strdup ("");
  self->filter = gtk_custom_filter_new (platen_history_page_is_wanted, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->rows = platen_grouped_list_new (platen_history_page_place, platen_history_page_describe_group, self, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  platen_history_page_fill_placeholder (self);
  platen_grouped_list_set_model (self->rows, G_LIST_MODEL (self->filtered));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (platen_history_page_fill),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::n-found",
                           G_CALLBACK (platen_history_page_changed_cb),
                           self, G_CONNECT_SWAPPED);
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

  if (session != NULL)
    {
      g_signal_connect_object (bambu_session_get_devices (session), "items-changed",
                               G_CALLBACK (platen_history_page_devices_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bambu_session_get_devices (session), "notify::updated",
                               G_CALLBACK (platen_history_page_devices_changed_cb),
                               self, G_CONNECT_SWAPPED);
      platen_history_page_devices_changed_cb (self);
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
  g_return_if_fail (PLATEN_IS_HISTORY_PAGE (self));

  if (self->state == state)
    return;

  self->state = state;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
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
  g_return_val_if_fail (PLATEN_IS_HISTORY_PAGE (self), NULL);
  g_return_val_if_fail (task_id != NULL, NULL);

  if (self->loader == NULL)
    return NULL;

  return bambu_list_lookup (bambu_feed_get_list (platen_history_loader_get_feed (self->loader)), task_id);
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
  g_autoptr(GListModel) shown = NULL;

  g_return_val_if_fail (PLATEN_IS_HISTORY_PAGE (self), NULL);

  shown = platen_history_page_list_shown (self);

  return g_list_model_get_item (shown, 0);
}
