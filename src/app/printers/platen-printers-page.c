/* platen-printers-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-printers-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-blanks.h"
#include "platen-cell.h"
#include "platen-clock.h"
#include "platen-late-bin.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-printer-card.h"
#include "platen-printer-sorter.h"
#include "platen-printer-text.h"
#include "platen-search-filter.h"
#include "platen-state-bin.h"
#include "platen-tab-stop.h"

#define N_PLACEHOLDERS 6

struct _PlatenPrintersPage
{
  AdwBin              parent_instance;

  BambuSession       *session;
  GSignalGroup       *list_signals;
  PlatenClock        *clock;
  char               *sort;

  /* The session's list, sorted and then filtered. */
  GtkSortListModel   *sorted;
  GtkFilterListModel *filtered;
  PlatenSearchFilter *filter;

  GtkGridView        *grid;
  GtkGridView        *placeholder_grid;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkNoSelection     *selection;
  GtkStack           *stack;
  PlatenStateBin     *state_bin;
  GtkLabel           *summary;
};

enum {
  PROP_0,
  PROP_SESSION,
  PROP_SORT,
  N_PROPS
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenPrintersPage, platen_printers_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static GParamSpec *properties[N_PROPS];

static void
platen_printers_page_update_summary (PlatenPrintersPage *self)
{
  g_autofree char *summary = NULL;

  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  summary = platen_printers_dup_summary (G_LIST_MODEL (self->sorted), NULL);
  gtk_label_set_label (self->summary, summary);
}

static void
platen_printers_page_update_stack (PlatenPrintersPage *self)
{
  guint n_found;

  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  n_found = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "grid" : "nothing");
}

/* The grid stays with the cards that it showed, whatever comes before them: who looks at the first wants the first. */
static void
platen_printers_page_stay_on_top (PlatenPrintersPage *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->grid));

  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  if (gtk_adjustment_get_value (adjustment) <= 0)
    platen_cells_scroll_up (GTK_WIDGET (self->grid));
}

/* The list keeps its printers and only tells what they do: where they belong by that, it does not know. */
static void
platen_printers_page_updated_cb (PlatenPrintersPage *self)
{
  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  platen_printers_page_update_summary (self);
}

static void
platen_printers_page_search_changed_cb (PlatenPrintersPage *self,
                                        GtkSearchEntry     *entry)
{
  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  platen_search_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
  platen_cells_scroll_up (GTK_WIDGET (self->grid));
}

static void
platen_printers_page_clear_search_cb (PlatenPrintersPage *self,
                                      GtkButton          *button)
{
  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
platen_printers_page_activate_cb (PlatenPrintersPage *self,
                                  guint               position,
                                  GtkGridView        *grid)
{
  g_autoptr(BambuDevice) device = NULL;

  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  if ((device = g_list_model_get_item (G_LIST_MODEL (self->selection), position)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-printer", "s", bambu_device_get_id (device));
}

static void
platen_printers_page_setup_cb (PlatenPrintersPage *self,
                               GtkListItem        *item)
{
  GtkWidget *card = platen_printer_card_new ();

  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  g_object_bind_property (self, "session", card, "session", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, card);
}

static void
platen_printers_page_bind_cb (PlatenPrintersPage *self,
                              GtkListItem        *item)
{
  platen_printer_card_set_device (PLATEN_PRINTER_CARD (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_item (item));
}

static void
platen_printers_page_unbind_cb (PlatenPrintersPage *self,
                                GtkListItem        *item)
{
  platen_printer_card_set_device (PLATEN_PRINTER_CARD (gtk_list_item_get_child (item)), NULL);
}

static void
platen_printers_page_set_sort (PlatenPrintersPage *self,
                               const char         *sort)
{
  g_autoptr(GtkSorter) sorter = NULL;
  PlatenPrinterOrder order;

  g_assert (PLATEN_IS_PRINTERS_PAGE (self));

  if (g_strcmp0 (self->sort, sort) == 0 || !platen_printer_order_from_string (sort, &order))
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);

  sorter = platen_printer_sorter_new (order);
  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  platen_cells_scroll_up (GTK_WIDGET (self->grid));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
platen_printers_page_toggle_search (PlatenPage *page)
{
  PlatenPrintersPage *self = PLATEN_PRINTERS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

static void
platen_printers_page_search (PlatenPage *page,
                             const char *text)
{
  PlatenPrintersPage *self = PLATEN_PRINTERS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

static gboolean
platen_printers_page_focus (PlatenPage *page)
{
  return platen_state_bin_focus (PLATEN_PRINTERS_PAGE (page)->state_bin);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->toggle_search = platen_printers_page_toggle_search;
  iface->search = platen_printers_page_search;
  iface->focus = platen_printers_page_focus;
}

static void
platen_printers_page_map (GtkWidget *widget)
{
  PlatenPrintersPage *self = PLATEN_PRINTERS_PAGE (widget);

  GTK_WIDGET_CLASS (platen_printers_page_parent_class)->map (widget);

  self->clock = platen_clock_dup_shared ();
  g_signal_connect_object (self->clock, "tick",
                           G_CALLBACK (platen_printers_page_update_summary),
                           self, G_CONNECT_SWAPPED);
  platen_printers_page_update_summary (self);
}

static void
platen_printers_page_unmap (GtkWidget *widget)
{
  PlatenPrintersPage *self = PLATEN_PRINTERS_PAGE (widget);

  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (platen_printers_page_parent_class)->unmap (widget);
}

static void
platen_printers_page_dispose (GObject *object)
{
  PlatenPrintersPage *self = (PlatenPrintersPage *)object;

  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->sorted);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_printers_page_parent_class)->dispose (object);
}

static void
platen_printers_page_finalize (GObject *object)
{
  PlatenPrintersPage *self = (PlatenPrintersPage *)object;

  g_clear_pointer (&self->sort, g_free);

  G_OBJECT_CLASS (platen_printers_page_parent_class)->finalize (object);
}

static void
platen_printers_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PlatenPrintersPage *self = PLATEN_PRINTERS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_printers_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PlatenPrintersPage *self = PLATEN_PRINTERS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      platen_printers_page_set_session (self, g_value_get_object (value));
      break;

    case PROP_SORT:
      platen_printers_page_set_sort (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_printers_page_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/printers/platen-printers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, grid);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, placeholder_grid);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, state_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenPrintersPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, platen_printers_page_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printers_page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printers_page_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printers_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printers_page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_printers_page_unbind_cb);
}

static void
platen_printers_page_class_init (PlatenPrintersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_printers_page_dispose;
  object_class->finalize = platen_printers_page_finalize;
  object_class->get_property = platen_printers_page_get_property;
  object_class->set_property = platen_printers_page_set_property;

  widget_class->map = platen_printers_page_map;
  widget_class->unmap = platen_printers_page_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL,
                         "attention",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_LATE_BIN);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);
  g_type_ensure (PLATEN_TYPE_TAB_STOP);

  gtk_widget_class_install_property_action (widget_class, "printers.sort", "sort");
  platen_printers_page_bind_template (widget_class);
}

static void
platen_printers_page_init (PlatenPrintersPage *self)
{
  g_autoptr(GtkSelectionModel) blanks = platen_blanks_new (N_PLACEHOLDERS);
  g_autoptr(GtkSorter) sorter = platen_printer_sorter_new (PLATEN_PRINTER_ORDER_ATTENTION);
  GtkExpression *text;

  self->sort = g_strdup ("attention");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  gtk_grid_view_set_model (self->placeholder_grid, blanks);

  self->sorted = gtk_sort_list_model_new (NULL, g_steal_pointer (&sorter));
  text = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                      G_CALLBACK (platen_printer_dup_text), NULL, NULL);
  self->filter = platen_search_filter_new (text);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->filtered));

  self->list_signals = g_signal_group_new (BAMBU_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "notify::updated",
                                 G_CALLBACK (platen_printers_page_updated_cb),
                                 self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed",
                           G_CALLBACK (platen_printers_page_update_summary),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed",
                           G_CALLBACK (platen_printers_page_update_stack),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "items-changed",
                           G_CALLBACK (platen_printers_page_stay_on_top),
                           self, G_CONNECT_SWAPPED);
}

/**
 * platen_printers_page_new:
 *
 * Returns: (transfer floating): a page of no account yet
 */
GtkWidget *
platen_printers_page_new (void)
{
  return g_object_new (PLATEN_TYPE_PRINTERS_PAGE, NULL);
}

/**
 * platen_printers_page_set_session:
 * @self: a #PlatenPrintersPage
 * @session: (nullable): whose printers to show
 */
void
platen_printers_page_set_session (PlatenPrintersPage *self,
                                  BambuSession       *session)
{
  BambuList *devices;

  g_return_if_fail (PLATEN_IS_PRINTERS_PAGE (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  devices = session != NULL ? bambu_session_get_devices (session) : NULL;
  platen_state_bin_set_list (self->state_bin, devices);
  g_signal_group_set_target (self->list_signals, devices);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (devices));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
