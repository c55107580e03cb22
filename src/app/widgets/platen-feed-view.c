/* platen-feed-view.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-feed-view.h"

#include <glib/gi18n.h>

#include "platen-feed-loader.h"
#include "platen-feed-renewer.h"
#include "platen-format.h"
#include "platen-late-bin.h"
#include "platen-page.h"
#include "platen-tab-stop.h"

/* A list has its new length only after it was laid out. */
#define FRAMES_TO_LAYOUT 3

struct _PlatenFeedView
{
  AdwBin              parent_instance;

  PlatenGroupedList  *rows;
  PlatenFeedTimeFunc  time_func;
  PlatenFeedLoader   *loader;
  PlatenFeedRenewer  *renewer;
  gboolean            some;
  guint               fill_tick;
  guint               frames;

  GtkWidget          *footer;
  GtkButton          *footer_button;
  GtkLabel           *footer_label;
  GtkSpinner         *footer_spinner;
  GtkSpinner         *more_spinner;
  AdwBin             *nothing_bin;
  GtkScrolledWindow  *scroller;
  GtkStack           *stack;
};

enum
{
  PROP_LIST = 1,
  PROP_NOTHING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenFeedView, platen_feed_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

/* Whether one would soon come to the end of what is there. */
static gboolean
platen_feed_view_is_short (PlatenFeedView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double page = gtk_adjustment_get_page_size (adjustment);

  if (platen_grouped_list_get_n_found (self->rows) == 0)
    return TRUE;

  /* Not laid out at all yet. */
  if (page <= 0 || gtk_adjustment_get_upper (adjustment) <= 0)
    return FALSE;

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) < 2 * page;
}

/* Until the first page has come there is nothing to go on from. */
static gboolean
platen_feed_view_has_begun (PlatenFeedView *self)
{
  BambuList *list;

  if (self->loader == NULL)
    return FALSE;

  list = bambu_feed_get_list (platen_feed_loader_get_feed (self->loader));

  return g_list_model_get_n_items (G_LIST_MODEL (list)) > 0;
}

static gboolean
platen_feed_view_fill_cb (GtkWidget     *widget,
                          GdkFrameClock *clock,
                          gpointer       user_data)
{
  PlatenFeedView *self = PLATEN_FEED_VIEW (widget);

  if (++self->frames < FRAMES_TO_LAYOUT)
    return G_SOURCE_CONTINUE;

  self->fill_tick = 0;

  if (platen_feed_view_has_begun (self) && platen_feed_view_is_short (self))
    platen_feed_loader_load (self->loader);

  return G_SOURCE_REMOVE;
}

/* Loads on until the view is full: only while it is looked at, as nothing ticks otherwise. */
static void
platen_feed_view_fill (PlatenFeedView *self)
{
  g_assert (PLATEN_IS_FEED_VIEW (self));

  self->frames = 0;

  if (self->fill_tick == 0 && self->loader != NULL)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), platen_feed_view_fill_cb, NULL, NULL);
}

static GDateTime *
platen_feed_view_dup_reached (PlatenFeedView *self)
{
  GListModel *items = G_LIST_MODEL (bambu_feed_get_list (platen_feed_loader_get_feed (self->loader)));

  for (guint i = g_list_model_get_n_items (items); i > 0 && self->time_func != NULL; i--)
    {
      g_autoptr(BambuItem) item = g_list_model_get_item (items, i - 1);
      GDateTime *time = self->time_func (item);

      if (time != NULL)
        return g_date_time_ref (time);
    }

  return NULL;
}

static char *
platen_feed_view_describe (PlatenFeedView *self)
{
  g_autoptr(GDateTime) reached = platen_feed_view_dup_reached (self);
  g_autofree char *date = NULL;

  if (platen_feed_loader_get_state (self->loader) == PLATEN_FEED_STATE_ENDED)
    return g_strdup (_("Looked through all of them"));

  if (reached == NULL)
    return g_strdup (_("Looking…"));

  date = platen_format_date (reached);

  /* Translators: how far back was searched, as in "Looked back to 3 May" */
  return g_strdup_printf (_("Looked back to %s"), date);
}

static void
platen_feed_view_update_footer (PlatenFeedView *self)
{
  const PlatenFeedState state = platen_feed_loader_get_state (self->loader);
  const GError *error = bambu_feed_get_error (platen_feed_loader_get_feed (self->loader));
  const gboolean failed = state == PLATEN_FEED_STATE_FAILED && error != NULL;
  const gboolean stopped = state == PLATEN_FEED_STATE_STOPPED;
  const gboolean loading = state == PLATEN_FEED_STATE_LOADING;
  g_autofree char *text = failed ? g_strdup (error->message) : platen_feed_view_describe (self);

  g_assert (PLATEN_IS_FEED_VIEW (self));

  gtk_label_set_label (self->footer_label, text);
  gtk_widget_set_visible (self->footer, self->some || failed || stopped);
  gtk_spinner_set_spinning (self->footer_spinner, loading);
  gtk_spinner_set_spinning (self->more_spinner, loading && !self->some);
  gtk_widget_set_visible (GTK_WIDGET (self->footer_button), loading || failed || stopped);

  if (failed)
    gtk_button_set_label (self->footer_button, _("_Retry"));
  else
    gtk_button_set_label (self->footer_button, loading ? _("_Stop") : _("_Look Further"));
}

static const char *
platen_feed_view_get_page (PlatenFeedView *self)
{
  if (platen_grouped_list_get_n_found (self->rows) > 0)
    return "list";

  return platen_feed_loader_get_state (self->loader) == PLATEN_FEED_STATE_ENDED ? "nothing" : "looking";
}

static void
platen_feed_view_update (PlatenFeedView *self)
{
  g_assert (PLATEN_IS_FEED_VIEW (self));

  if (self->loader == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, platen_feed_view_get_page (self));
  platen_feed_view_update_footer (self);
  platen_feed_view_fill (self);
}

static void
platen_feed_view_button_clicked_cb (PlatenFeedView *self)
{
  g_assert (PLATEN_IS_FEED_VIEW (self));

  if (platen_feed_loader_get_state (self->loader) == PLATEN_FEED_STATE_LOADING)
    {
      platen_feed_loader_stop (self->loader);
      return;
    }

  platen_feed_loader_resume (self->loader);
  platen_feed_loader_load (self->loader);
}

static void
platen_feed_view_drop_loader (PlatenFeedView *self)
{
  g_assert (PLATEN_IS_FEED_VIEW (self));

  if (self->loader == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->loader, self);
  platen_feed_loader_stop (self->loader);
  platen_feed_renewer_stop (self->renewer);
  g_clear_object (&self->loader);
  g_clear_object (&self->renewer);
}

static void
platen_feed_view_scroll_to_top (PlatenFeedView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
}

static void
platen_feed_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_feed_view_parent_class)->map (widget);

  platen_feed_view_fill (PLATEN_FEED_VIEW (widget));
}

static void
platen_feed_view_dispose (GObject *object)
{
  PlatenFeedView *self = (PlatenFeedView *)object;

  if (self->fill_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_tick);

  self->fill_tick = 0;
  platen_feed_view_drop_loader (self);

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);

  g_clear_object (&self->rows);

  G_OBJECT_CLASS (platen_feed_view_parent_class)->dispose (object);
}

static void
platen_feed_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlatenFeedView *self = PLATEN_FEED_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, gtk_scrolled_window_get_child (self->scroller));
      break;

    case PROP_NOTHING:
      g_value_set_object (value, adw_bin_get_child (self->nothing_bin));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_feed_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlatenFeedView *self = PLATEN_FEED_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIST:
      gtk_scrolled_window_set_child (self->scroller, g_value_get_object (value));
      break;

    case PROP_NOTHING:
      adw_bin_set_child (self->nothing_bin, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Whoever comes to the page wants its rows, and not the button that stops the search for more of them. */
static gboolean
platen_feed_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  PlatenFeedView *self = PLATEN_FEED_VIEW (widget);
  GtkWidget *page = gtk_widget_get_ancestor (widget, PLATEN_TYPE_PAGE);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    return gtk_widget_child_focus (GTK_WIDGET (self->stack), direction);

  return GTK_WIDGET_CLASS (platen_feed_view_parent_class)->focus (widget, direction);
}

static void
platen_feed_view_class_init (PlatenFeedViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_feed_view_dispose;
  object_class->get_property = platen_feed_view_get_property;
  object_class->set_property = platen_feed_view_set_property;

  widget_class->focus = platen_feed_view_focus;
  widget_class->map = platen_feed_view_map;

  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_NOTHING] =
    g_param_spec_object ("nothing", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_LATE_BIN);
  g_type_ensure (PLATEN_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/widgets/platen-feed-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, footer);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, footer_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, footer_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, footer_spinner);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, more_spinner);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, nothing_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlatenFeedView, stack);
  gtk_widget_class_bind_template_callback (widget_class, platen_feed_view_button_clicked_cb);
}

static void
platen_feed_view_init (PlatenFeedView *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed",
                           G_CALLBACK (platen_feed_view_fill),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed",
                           G_CALLBACK (platen_feed_view_fill),
                           self, G_CONNECT_SWAPPED);
}

/**
 * platen_feed_view_set_rows:
 * @self: a #PlatenFeedView
 * @rows: the rows that "list" shows, made of the feed's items
 *
 * Sets what tells whether the view is full. To be called once.
 */
void
platen_feed_view_set_rows (PlatenFeedView    *self,
                           PlatenGroupedList *rows)
{
  g_return_if_fail (PLATEN_IS_FEED_VIEW (self));
  g_return_if_fail (PLATEN_IS_GROUPED_LIST (rows));
  g_return_if_fail (self->rows == NULL);

  self->rows = g_object_ref (rows);
  g_signal_connect_swapped (rows, "notify::n-found", G_CALLBACK (platen_feed_view_update), self);
}

/**
 * platen_feed_view_set_time_func:
 * @self: a #PlatenFeedView
 * @func: tells how far back an item lies
 *
 * Sets how to find out how far back one has looked.
 */
void
platen_feed_view_set_time_func (PlatenFeedView     *self,
                                PlatenFeedTimeFunc  func)
{
  g_return_if_fail (PLATEN_IS_FEED_VIEW (self));

  self->time_func = func;
}

/**
 * platen_feed_view_get_feed:
 * @self: a #PlatenFeedView
 *
 * Returns: (transfer none) (nullable): what it loads
 */
BambuFeed *
platen_feed_view_get_feed (PlatenFeedView *self)
{
  g_return_val_if_fail (PLATEN_IS_FEED_VIEW (self), NULL);

  return self->loader != NULL ? platen_feed_loader_get_feed (self->loader) : NULL;
}

/**
 * platen_feed_view_set_feed:
 * @self: a #PlatenFeedView
 * @feed: (nullable): what to load as one scrolls
 *
 * Sets the feed. Its first page is asked for by platen_feed_view_refresh().
 */
void
platen_feed_view_set_feed (PlatenFeedView *self,
                           BambuFeed      *feed)
{
  g_return_if_fail (PLATEN_IS_FEED_VIEW (self));
  g_return_if_fail (feed == NULL || BAMBU_IS_FEED (feed));
  g_return_if_fail (self->rows != NULL);

  platen_feed_view_drop_loader (self);

  if (feed == NULL)
    return;

  self->loader = platen_feed_loader_new (feed);
  self->renewer = platen_feed_renewer_new (feed);
  g_signal_connect_swapped (self->loader, "changed", G_CALLBACK (platen_feed_view_update), self);
  platen_feed_view_scroll_to_top (self);
  platen_feed_view_update (self);
}

/**
 * platen_feed_view_look_for:
 * @self: a #PlatenFeedView
 * @some: whether some of the items are looked for, and not all shown
 *
 * To be called when something else is looked for: what was stopped or failed before does not count any more.
 */
void
platen_feed_view_look_for (PlatenFeedView *self,
                           gboolean        some)
{
  g_return_if_fail (PLATEN_IS_FEED_VIEW (self));

  self->some = some;
  platen_feed_view_scroll_to_top (self);

  if (self->loader != NULL)
    platen_feed_loader_resume (self->loader);

  platen_feed_view_update (self);
}

/**
 * platen_feed_view_refresh:
 * @self: a #PlatenFeedView
 *
 * Asks for what is new, and goes on where it was stopped or failed.
 */
void
platen_feed_view_refresh (PlatenFeedView *self)
{
  g_return_if_fail (PLATEN_IS_FEED_VIEW (self));

  if (self->loader == NULL)
    return;

  platen_feed_loader_resume (self->loader);
  bambu_list_refresh_async (bambu_feed_get_list (platen_feed_loader_get_feed (self->loader)), NULL, NULL, NULL);
}

/**
 * platen_feed_view_renew:
 * @self: a #PlatenFeedView
 * @id: the id of an item of the feed
 *
 * Asks anew for an item whose picture was refused, as its address has expired.
 */
void
platen_feed_view_renew (PlatenFeedView *self,
                        const char     *id)
{
  g_return_if_fail (PLATEN_IS_FEED_VIEW (self));
  g_return_if_fail (id != NULL);

  if (self->renewer != NULL)
    platen_feed_renewer_renew (self->renewer, id);
}
