/* platen-messages-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-messages-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-blanks.h"
#include "platen-day.h"
#include "platen-feed-view.h"
#include "platen-grouped-row.h"
#include "platen-message-row.h"
#include "platen-message-text.h"
#include "platen-page.h"
#include "platen-state-bin.h"

#define N_PLACEHOLDERS 12

struct _PlatenMessagesPage
{
  AdwBin              parent_instance;

  AdwStatusPage      *empty_page;
  PlatenFeedView     *feed_view;
  GtkDropDown        *kind_drop_down;
  GtkListView        *list_view;
  GtkListView        *placeholder_list;
  PlatenStateBin     *state_bin;

  BambuSession       *session;
  PlatenMessageMarks *marks;
  PlatenGroupedList  *rows;

  /* Whether it is out of sight because something that was opened from it lies above it. */
  gboolean            covered;
};

enum
{
  PROP_SESSION = 1,
  PROP_MARKS,
  N_PROPS
};

/* As they stand in the drop-down. */
static const BambuMessageKind kinds[] = {
  BAMBU_MESSAGE_KIND_UNKNOWN,
  BAMBU_MESSAGE_KIND_SYSTEM,
  BAMBU_MESSAGE_KIND_COMMENT,
  BAMBU_MESSAGE_KIND_LIKE,
  BAMBU_MESSAGE_KIND_FOLLOW,
  BAMBU_MESSAGE_KIND_PRINT,
  BAMBU_MESSAGE_KIND_TASK,
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenMessagesPage, platen_messages_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static GParamSpec *properties[N_PROPS];

static void
set_feed (PlatenMessagesPage *self,
          BambuFeed          *feed)
{
  BambuList *list = bambu_feed_get_list (feed);

  platen_state_bin_set_list (self->state_bin, list);
  platen_grouped_list_set_model (self->rows, G_LIST_MODEL (list));
  platen_feed_view_set_feed (self->feed_view, feed);
}

static BambuMessageKind
get_kind (PlatenMessagesPage *self)
{
  return kinds[MIN (gtk_drop_down_get_selected (self->kind_drop_down), G_N_ELEMENTS (kinds) - 1)];
}

/* Who looks at one kind has not seen the others. */
static void
update_reading (PlatenMessagesPage *self)
{
  platen_message_marks_set_reading (self->marks,
                                    gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                                    get_kind (self) == BAMBU_MESSAGE_KIND_UNKNOWN);
}

static void
kind_changed_cb (PlatenMessagesPage *self)
{
  const BambuMessageKind kind = get_kind (self);

  adw_status_page_set_title (self->empty_page,
                             kind == BAMBU_MESSAGE_KIND_UNKNOWN
                               ? _("No Messages Yet")
                               : _("No Messages of This Kind"));
  set_feed (self, bambu_session_get_messages (self->session, kind));
  update_reading (self);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    platen_feed_view_refresh (self->feed_view);
}

static gboolean
place_message (gpointer            item,
               PlatenGroupedPlace *place,
               gpointer            user_data)
{
  GDateTime *created = bambu_message_get_created (BAMBU_MESSAGE (item));
  int day = 0;

  /* Translators: stands above messages of which the cloud does not tell when they came */
  place->group = created != NULL ? platen_day_dup_title (created, &day) : g_strdup (_("Undated"));
  place->rank = -day;
  place->text = platen_message_dup_title (BAMBU_MESSAGE (item));

  return TRUE;
}

static char *
describe_day (const char *group,
              int         rank,
              guint       n_items,
              gpointer    user_data)
{
  return platen_day_dup_detail (-rank);
}

static void
activate_cb (PlatenMessagesPage *self,
             guint               position)
{
  g_autoptr(PlatenGroupedItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  BambuMessage *message = item != NULL ? platen_grouped_item_get_item (item) : NULL;

  if (message != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-message", "s", bambu_message_get_id (message));
}

static void
setup_row_cb (PlatenMessagesPage *self,
              GtkListItem        *item)
{
  GtkWidget *row = platen_message_row_new ();

  g_signal_connect_object (row, "expired", G_CALLBACK (platen_feed_view_renew), self->feed_view, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, platen_grouped_row_new (row));
}

static void
bind_row_cb (PlatenMessagesPage *self,
             GtkListItem        *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));
  PlatenGroupedItem *grouped = gtk_list_item_get_item (item);
  BambuMessage *message = platen_grouped_item_get_item (grouped);

  platen_grouped_row_set_item (row, grouped);
  platen_message_row_show (PLATEN_MESSAGE_ROW (platen_grouped_row_get_child (row)),
                           self->session, self->marks, message);
  gtk_list_item_set_activatable (item, message != NULL);
}

static void
unbind_row_cb (PlatenMessagesPage *self,
               GtkListItem        *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));

  platen_grouped_row_set_item (row, NULL);
  platen_message_row_show (PLATEN_MESSAGE_ROW (platen_grouped_row_get_child (row)), NULL, NULL, NULL);
}

static void
platen_messages_page_refresh (PlatenPage *page)
{
  platen_feed_view_refresh (PLATEN_MESSAGES_PAGE (page)->feed_view);
}

static gboolean
platen_messages_page_focus (PlatenPage *page)
{
  return platen_state_bin_focus (PLATEN_MESSAGES_PAGE (page)->state_bin);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->refresh = platen_messages_page_refresh;
  iface->focus = platen_messages_page_focus;
}

static void
platen_messages_page_map (GtkWidget *widget)
{
  PlatenMessagesPage *self = PLATEN_MESSAGES_PAGE (widget);

  GTK_WIDGET_CLASS (platen_messages_page_parent_class)->map (widget);

  if (!self->covered)
    platen_message_marks_renew (self->marks);

  update_reading (self);
  platen_feed_view_refresh (self->feed_view);
}

static void
platen_messages_page_unmap (GtkWidget *widget)
{
  PlatenMessagesPage *self = PLATEN_MESSAGES_PAGE (widget);

  GTK_WIDGET_CLASS (platen_messages_page_parent_class)->unmap (widget);

  self->covered = !gtk_widget_get_child_visible (widget);
  update_reading (self);
}

static void
platen_messages_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (platen_messages_page_parent_class)->constructed (object);

  if (PLATEN_MESSAGES_PAGE (object)->session != NULL)
    kind_changed_cb (PLATEN_MESSAGES_PAGE (object));
}

static void
platen_messages_page_dispose (GObject *object)
{
  PlatenMessagesPage *self = (PlatenMessagesPage *)object;

  g_clear_object (&self->rows);
  g_clear_object (&self->marks);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_messages_page_parent_class)->dispose (object);
}

static void
platen_messages_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PlatenMessagesPage *self = PLATEN_MESSAGES_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    case PROP_MARKS:
      self->marks = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_messages_page_class_init (PlatenMessagesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = platen_messages_page_constructed;
  object_class->dispose = platen_messages_page_dispose;
  object_class->set_property = platen_messages_page_set_property;

  widget_class->map = platen_messages_page_map;
  widget_class->unmap = platen_messages_page_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  properties[PROP_MARKS] =
    g_param_spec_object ("marks", NULL, NULL,
                         PLATEN_TYPE_MESSAGE_MARKS,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_FEED_VIEW);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/messages/platen-messages-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagesPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagesPage, feed_view);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagesPage, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagesPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagesPage, placeholder_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagesPage, state_bin);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
platen_messages_page_init (PlatenMessagesPage *self)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr(GtkSelectionModel) blanks = platen_blanks_new (N_PLACEHOLDERS);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->rows = platen_grouped_list_new (place_message, describe_day, NULL, NULL);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  platen_feed_view_set_rows (self->feed_view, self->rows);
  gtk_list_view_set_model (self->placeholder_list, blanks);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, platen_message_kind_get_label (kinds[i]));

  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (labels));
  g_signal_connect_swapped (self->kind_drop_down, "notify::selected", G_CALLBACK (kind_changed_cb), self);
}

/**
 * platen_messages_page_new:
 * @session: whose messages to show
 * @marks: which of them are unread
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
platen_messages_page_new (BambuSession       *session,
                          PlatenMessageMarks *marks)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (PLATEN_IS_MESSAGE_MARKS (marks), NULL);

  return g_object_new (PLATEN_TYPE_MESSAGES_PAGE,
                       "session", session,
                       "marks", marks,
                       NULL);
}
