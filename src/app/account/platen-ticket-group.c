/* platen-ticket-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-ticket-group.h"

#include <glib/gi18n.h>

#include "bambu-endpoints.h"
#include "platen-format.h"
#include "platen-value-row.h"

struct _PlatenTicketGroup
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow         *number_row;
  GtkLabel            *error_label;
  GtkSpinner          *spinner;

  BambuSession        *session;
  GCancellable        *cancellable;
  GPtrArray           *rows;
};

typedef struct
{
  PlatenTicketGroup *group;
  GCancellable      *cancellable;
} Lookup;

G_DEFINE_FINAL_TYPE (PlatenTicketGroup, platen_ticket_group, ADW_TYPE_BIN)

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->group);
  g_object_unref (lookup->cancellable);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

static void
show_error (PlatenTicketGroup *self,
            const char        *message)
{
  gtk_label_set_label (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);

  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
}

static void
clear_rows (PlatenTicketGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (PlatenTicketGroup *self,
         const char        *title,
         const char        *value)
{
  GtkWidget *row = platen_value_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* Beside a value of several lines a title that may wrap is broken in the middle of its word. */
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  platen_value_row_set_value (PLATEN_VALUE_ROW (row), value);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* What a ticket is made of is not documented: what has no row of its own is told under the cloud's name for it. */
static gboolean
has_row (const char *key)
{
  static const char * const keys[] = { "id", "title", "subject", "status", "createTime", "create_time", NULL };

  return g_strv_contains (keys, key);
}

static void
show_ticket (PlatenTicketGroup *self,
             BambuTicket       *ticket)
{
  GListModel *values = bambu_ticket_get_values (ticket);
  GDateTime *created = bambu_ticket_get_created (ticket);
  g_autofree char *opened = created != NULL ? platen_format_date_time (created) : NULL;

  add_row (self, _("Number"), bambu_ticket_get_id (ticket));
  add_row (self, _("Subject"), bambu_ticket_get_title (ticket));
  /* Translators: what becomes of a support ticket */
  add_row (self, _("State"), bambu_ticket_get_status (ticket));
  /* Translators: when a support ticket was opened */
  add_row (self, _("Opened"), opened);

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr(BambuSetting) value = g_list_model_get_item (values, i);

      if (!has_row (bambu_setting_get_key (value)))
        add_row (self, bambu_setting_get_key (value), bambu_setting_get_value (value));
    }

  if (g_list_model_get_n_items (values) == 0)
    show_error (self, _("The cloud tells nothing about this ticket."));
}

static void
ticket_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Lookup) lookup = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuTicket) ticket = bambu_client_get_ticket_finish (BAMBU_CLIENT (object), result, &error);
  PlatenTicketGroup *self = lookup->group;

  /* Another was asked for, or the page is gone. */
  if (self->cancellable != lookup->cancellable)
    return;

  g_clear_object (&self->cancellable);
  gtk_spinner_set_spinning (self->spinner, FALSE);

  if (ticket != NULL)
    show_ticket (self, ticket);
  else
    show_error (self, error->message);
}

static void
cancel (PlatenTicketGroup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

static void
apply_cb (PlatenTicketGroup *self)
{
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number_row))));
  Lookup *lookup;

  cancel (self);
  clear_rows (self);
  show_error (self, NULL);

  if (self->session == NULL)
    return;

  if (*number == '\0')
    {
      show_error (self, _("Enter the number of a ticket."));
      return;
    }

  self->cancellable = g_cancellable_new ();
  gtk_spinner_set_spinning (self->spinner, TRUE);
  lookup = g_new0 (Lookup, 1);
  lookup->group = g_object_ref (self);
  lookup->cancellable = g_object_ref (self->cancellable);
  bambu_client_get_ticket_async (bambu_session_get_client (self->session), number,
                                 self->cancellable, ticket_cb, lookup);
}

static void
platen_ticket_group_unmap (GtkWidget *widget)
{
  cancel (PLATEN_TICKET_GROUP (widget));

  GTK_WIDGET_CLASS (platen_ticket_group_parent_class)->unmap (widget);
}

static void
platen_ticket_group_dispose (GObject *object)
{
  PlatenTicketGroup *self = (PlatenTicketGroup *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_ticket_group_parent_class)->dispose (object);
}

static void
platen_ticket_group_class_init (PlatenTicketGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_ticket_group_dispose;
  widget_class->unmap = platen_ticket_group_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/account/platen-ticket-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenTicketGroup, error_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenTicketGroup, group);
  gtk_widget_class_bind_template_child (widget_class, PlatenTicketGroup, number_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTicketGroup, spinner);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
platen_ticket_group_init (PlatenTicketGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_ticket_group_set_session:
 * @self: a #PlatenTicketGroup
 * @session: (nullable): whose tickets to look up
 */
void
platen_ticket_group_set_session (PlatenTicketGroup *self,
                                 BambuSession      *session)
{
  g_return_if_fail (PLATEN_IS_TICKET_GROUP (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  g_set_object (&self->session, session);
}
