/* platen-sidebar.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-sidebar.h"

#include <glib/gi18n.h>

#include "platen-account-row.h"
#include "platen-sidebar-row.h"

struct _PlatenSidebar
{
  AdwBin              parent_instance;

  BambuSession       *session;
  char               *page;
  gboolean            folded;

  AdwWindowTitle     *title;
  GtkListBox         *pages;
  PlatenSidebarRow   *messages_row;
  PlatenSidebarRow   *printers_row;
  GtkListBox         *account_list;
  PlatenAccountRow   *account_row;

  PlatenMessageMarks *marks;
};

enum
{
  PROP_PAGE = 1,
  PROP_FOLDED,
  PROP_SUBTITLE,
  N_PROPS
};

enum
{
  PAGE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenSidebar, platen_sidebar, ADW_TYPE_BIN)

static const char *
get_page_of_row (GtkListBoxRow *row)
{
  return PLATEN_IS_SIDEBAR_ROW (row) ? platen_sidebar_row_get_page (PLATEN_SIDEBAR_ROW (row)) : "account";
}

static void
mark_page (GtkListBox *list,
           const char *page)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      const gboolean marked = g_strcmp0 (get_page_of_row (row), page) == 0;

      if (marked)
        gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);

      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, marked, -1);
    }
}

/* The mark says what is beside it: where the sidebar stands alone, nothing is. A list's own selection would go wherever the
 * keyboard goes.
 */
static void
update_mark (PlatenSidebar *self)
{
  const char *page = self->folded ? NULL : self->page;

  mark_page (self->pages, page);
  mark_page (self->account_list, page);
}

static void
row_activated_cb (PlatenSidebar *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0, get_page_of_row (row));
}

static void
update_badge (PlatenSidebar *self)
{
  GListModel *devices = G_LIST_MODEL (bambu_session_get_devices (self->session));
  g_autofree char *description = NULL;
  guint n_attention = 0;

  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_needs_attention (device))
        n_attention++;
    }

  if (n_attention > 0)
    description = g_strdup_printf (ngettext ("%u printer needs attention",
                                             "%u printers need attention",
                                             n_attention),
                                   n_attention);

  platen_sidebar_row_set_badge (self->printers_row, n_attention, description);
}

static void
platen_sidebar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlatenSidebar *self = PLATEN_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, adw_window_title_get_subtitle (self->title));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_sidebar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlatenSidebar *self = PLATEN_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      platen_sidebar_set_page (self, g_value_get_string (value));
      break;

    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      update_mark (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SUBTITLE:
      platen_sidebar_set_subtitle (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
update_unread (PlatenSidebar *self)
{
  const guint n_unread = self->marks != NULL ? platen_message_marks_get_n_unread (self->marks) : 0;
  g_autofree char *description = NULL;

  if (n_unread > 0)
    description = g_strdup_printf (ngettext ("%'u unread message", "%'u unread messages", n_unread), n_unread);

  platen_sidebar_row_set_badge (self->messages_row, n_unread, description);
}

static void
platen_sidebar_dispose (GObject *object)
{
  PlatenSidebar *self = PLATEN_SIDEBAR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bambu_session_get_devices (self->session), self);

  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_data (self->marks, self);

  g_clear_object (&self->marks);
  g_clear_object (&self->session);
  g_clear_pointer (&self->page, g_free);

  G_OBJECT_CLASS (platen_sidebar_parent_class)->dispose (object);
}

static void
platen_sidebar_class_init (PlatenSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_sidebar_dispose;
  object_class->get_property = platen_sidebar_get_property;
  object_class->set_property = platen_sidebar_set_property;

  properties[PROP_PAGE] =
    g_param_spec_string ("page", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PAGE_ACTIVATED] =
    g_signal_new ("page-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (PLATEN_TYPE_ACCOUNT_ROW);
  g_type_ensure (PLATEN_TYPE_SIDEBAR_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/platen-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebar, messages_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebar, printers_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebar, account_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenSidebar, account_row);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
platen_sidebar_init (PlatenSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_sidebar_set_session:
 * @self: a #PlatenSidebar
 * @session: (nullable): who is signed in
 *
 * Sets whose printers the badge counts, and whose name stands at the bottom.
 */
void
platen_sidebar_set_session (PlatenSidebar *self,
                            BambuSession  *session)
{
  g_return_if_fail (PLATEN_IS_SIDEBAR (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (bambu_session_get_devices (self->session), self);

  g_set_object (&self->session, session);
  platen_account_row_set_session (self->account_row, session);

  if (session == NULL)
    {
      platen_sidebar_row_set_badge (self->printers_row, 0, NULL);
      return;
    }

  g_signal_connect_swapped (bambu_session_get_devices (session), "notify::updated",
                            G_CALLBACK (update_badge), self);
  g_signal_connect_swapped (bambu_session_get_devices (session), "items-changed",
                            G_CALLBACK (update_badge), self);
  update_badge (self);
}

/**
 * platen_sidebar_set_marks:
 * @self: a #PlatenSidebar
 * @marks: (nullable): which messages are unread
 *
 * Shows how many messages are unread beside their page.
 */
void
platen_sidebar_set_marks (PlatenSidebar      *self,
                          PlatenMessageMarks *marks)
{
  g_return_if_fail (PLATEN_IS_SIDEBAR (self));
  g_return_if_fail (marks == NULL || PLATEN_IS_MESSAGE_MARKS (marks));

  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_data (self->marks, self);

  g_set_object (&self->marks, marks);

  if (marks != NULL)
    g_signal_connect_swapped (marks, "changed", G_CALLBACK (update_unread), self);

  update_unread (self);
}

/**
 * platen_sidebar_set_page:
 * @self: a #PlatenSidebar
 * @page: (nullable): the name of a page
 *
 * Marks the page that is shown.
 */
void
platen_sidebar_set_page (PlatenSidebar *self,
                         const char    *page)
{
  g_return_if_fail (PLATEN_IS_SIDEBAR (self));

  if (g_strcmp0 (self->page, page) == 0)
    return;

  g_free (self->page);
  self->page = g_strdup (page);
  update_mark (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * platen_sidebar_set_subtitle:
 * @self: a #PlatenSidebar
 * @subtitle: (nullable): what kind of Platen this is; %NULL: the usual one
 *
 * Sets what stands under the program's name.
 */
void
platen_sidebar_set_subtitle (PlatenSidebar *self,
                             const char    *subtitle)
{
  g_return_if_fail (PLATEN_IS_SIDEBAR (self));

  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}
