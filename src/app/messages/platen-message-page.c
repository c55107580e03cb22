/* platen-message-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-message-page.h"

#include <glib/gi18n.h>

#include "bambu-error.h"
#include "bambu-words.h"
#include "platen-account-avatar.h"
#include "platen-back-button.h"
#include "platen-format.h"
#include "platen-message-text.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-task-page.h"
#include "platen-task-text.h"
#include "platen-value-row.h"

struct _PlatenMessagePage
{
  AdwBin               parent_instance;

  PlatenAccountAvatar *avatar;
  PlatenPicture       *cover;
  PlatenValueRow      *design_row;
  PlatenValueRow      *from_row;
  PlatenValueRow      *kind_row;
  GtkWidget           *looking_box;
  GtkLabel            *note_label;
  PlatenValueRow      *number_row;
  PlatenValueRow      *print_row;
  PlatenValueRow      *printer_row;
  PlatenValueRow      *sent_row;
  PlatenValueRow      *state_row;
  GtkLabel            *text_label;
  GtkLabel            *title_label;

  BambuSession        *session;
  BambuMessage        *message;
  GCancellable        *cancellable;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenMessagePage, platen_message_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The print takes the place of what was said about it. */
static void
show_print (PlatenMessagePage *self,
            BambuTask         *task)
{
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *page = platen_task_page_new (self->session, bambu_task_get_id (task), task);

  adw_bin_set_child (ADW_BIN (self), page);

  if (focused)
    platen_page_focus (PLATEN_PAGE (page));
}

static void
print_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(PlatenMessagePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuTask) task = bambu_session_find_task_finish (BAMBU_SESSION (object), result, &error);
  g_autofree char *note = NULL;

  /* The page was left, or looks anew. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->looking_box, FALSE);

  if (task != NULL)
    {
      show_print (self, task);
      return;
    }

  if (g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND))
    note = g_strdup (_("This print is not among the latest in the history. This is what the message tells of it."));
  else
    /* Translators: %s is a sentence on what is wrong */
    note = g_strdup_printf (_("This print could not be looked for. %s"), error->message);

  set_text (self->note_label, note);
}

static void
cancel (PlatenMessagePage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
find_print (PlatenMessagePage *self)
{
  const char *task_id = bambu_message_get_task_id (self->message);

  if (!bambu_message_get_has_task (self->message) || task_id == NULL)
    return;

  cancel (self);
  self->cancellable = g_cancellable_new ();
  set_text (self->note_label, NULL);
  gtk_widget_set_visible (self->looking_box, TRUE);
  bambu_session_find_task_async (self->session, task_id, bambu_message_get_device_id (self->message),
                                 self->cancellable, print_found_cb, g_object_ref (self));
}

static void
platen_message_page_refresh (PlatenPage *page)
{
  PlatenMessagePage *self = PLATEN_MESSAGE_PAGE (page);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (PLATEN_IS_PAGE (child))
    platen_page_refresh (PLATEN_PAGE (child));
  else
    find_print (self);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->refresh = platen_message_page_refresh;
}

/* What is under way waits with a reference: it ends with the page, which is gone once it has no root. */
static void
platen_message_page_unroot (GtkWidget *widget)
{
  cancel (PLATEN_MESSAGE_PAGE (widget));

  GTK_WIDGET_CLASS (platen_message_page_parent_class)->unroot (widget);
}

static void
platen_message_page_dispose (GObject *object)
{
  PlatenMessagePage *self = (PlatenMessagePage *)object;

  cancel (self);
  g_clear_object (&self->message);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_message_page_parent_class)->dispose (object);
}

static void
platen_message_page_class_init (PlatenMessagePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_message_page_dispose;

  widget_class->unroot = platen_message_page_unroot;

  g_type_ensure (PLATEN_TYPE_ACCOUNT_AVATAR);
  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_VALUE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/messages/platen-message-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, cover);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, design_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, from_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, looking_box);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, note_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, number_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, print_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, printer_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, sent_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, state_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, text_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessagePage, title_label);
}

static void
platen_message_page_init (PlatenMessagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
platen_message_page_show_rows (PlatenMessagePage *self)
{
  BambuMessage *message = self->message;
  const BambuMessageKind kind = bambu_message_get_kind (message);
  const BambuTaskState state = bambu_message_get_task_state (message);
  GDateTime *created = bambu_message_get_created (message);

  if (kind != BAMBU_MESSAGE_KIND_UNKNOWN)
    platen_value_row_set_value (self->kind_row, platen_message_kind_get_label (kind));

  if (created != NULL)
    platen_value_row_take_value (self->sent_row, platen_format_date_time (created));

  if (state != BAMBU_TASK_STATE_UNKNOWN)
    platen_value_row_set_value (self->state_row, bambu_task_state_get_word (state));

  platen_value_row_set_value (self->from_row, bambu_message_get_sender_name (message));
  platen_value_row_set_value (self->design_row, bambu_message_get_design_title (message));
  platen_value_row_set_value (self->print_row, bambu_message_get_task_title (message));
  platen_value_row_take_value (self->printer_row, platen_message_dup_printer (message, self->session));
  platen_value_row_set_value (self->number_row, bambu_message_get_id (message));
}

/**
 * platen_message_page_new:
 * @session: whose message it is
 * @message: the message to show
 *
 * Makes a page that shows the print that @message is about, where there is one and it is among the latest of the
 * history; otherwise what @message itself tells.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
platen_message_page_new (BambuSession *session,
                         BambuMessage *message)
{
  PlatenMessagePage *self;
  g_autofree char *title = NULL;
  const char *cover;
  const char *text;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_MESSAGE (message), NULL);

  self = g_object_new (PLATEN_TYPE_MESSAGE_PAGE, NULL);
  self->session = g_object_ref (session);
  self->message = g_object_ref (message);
  title = platen_message_dup_title (message);
  text = bambu_message_get_text (message);
  cover = platen_message_get_cover (message);

  platen_account_avatar_set_person (self->avatar,
                                    bambu_session_get_pictures (session),
                                    bambu_message_get_sender_name (message),
                                    bambu_message_get_sender_avatar (message));
  set_text (self->title_label, title);
  set_text (self->text_label, g_strcmp0 (text, title) != 0 ? text : NULL);
  set_text (self->note_label, NULL);
  platen_picture_set_pictures (self->cover, bambu_session_get_pictures (session));
  platen_picture_set_label (self->cover, title);
  platen_picture_set_uri (self->cover, cover);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), cover != NULL);
  platen_message_page_show_rows (self);
  find_print (self);

  return GTK_WIDGET (self);
}
