/* platen-message-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-message-row.h"

#include <glib/gi18n.h>

#include "platen-account-avatar.h"
#include "platen-clock.h"
#include "platen-format.h"
#include "platen-grouped-row.h"
#include "platen-message-text.h"
#include "platen-picture.h"

struct _PlatenMessageRow
{
  AdwBin               parent_instance;

  PlatenAccountAvatar *avatar;
  PlatenPicture       *cover;
  GtkWidget           *mark;
  GtkLabel            *summary_label;
  GtkLabel            *time_label;
  GtkLabel            *title_label;

  PlatenClock         *clock;
  BambuSession        *session;
  PlatenMessageMarks  *marks;
  BambuMessage        *message;
  GSignalGroup        *marks_signals;
  GSignalGroup        *message_signals;
  GSignalGroup        *devices_signals;
};

enum
{
  EXPIRED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenMessageRow, platen_message_row, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The same in words, which only the widget around the row can say. */
static void
describe (PlatenMessageRow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self), PLATEN_TYPE_GROUPED_ROW);
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *description = NULL;
  g_auto(GStrv) strings = NULL;

  if (row == NULL)
    return;

  if (gtk_widget_get_visible (self->mark))
    g_strv_builder_add (parts, _("New"));

  if (gtk_widget_get_visible (GTK_WIDGET (self->summary_label)))
    g_strv_builder_add (parts, gtk_label_get_label (self->summary_label));

  g_strv_builder_add (parts, gtk_label_get_label (self->time_label));
  strings = g_strv_builder_end (parts);
  description = g_strjoinv (", ", strings);
  platen_grouped_row_describe (PLATEN_GROUPED_ROW (row), gtk_label_get_label (self->title_label), description);
}

static void
update_time (PlatenMessageRow *self)
{
  GDateTime *created = self->message != NULL ? bambu_message_get_created (self->message) : NULL;
  g_autofree char *ago = created != NULL ? platen_format_ago (created, NULL) : NULL;
  g_autofree char *date = created != NULL ? platen_format_date_time (created) : NULL;

  set_text (self->time_label, ago);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time_label), date);
}

static void
update_mark (PlatenMessageRow *self)
{
  const gboolean marked = self->marks != NULL &&
                          self->message != NULL &&
                          platen_message_marks_is_marked (self->marks, self->message);

  gtk_widget_set_visible (self->mark, marked);

  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "heading");

  if (self->message != NULL)
    describe (self);
}

static void
update (PlatenMessageRow *self)
{
  BambuMessage *message = self->message;
  BambuPictures *pictures = self->session != NULL ? bambu_session_get_pictures (self->session) : NULL;
  const char *cover = message != NULL ? platen_message_get_cover (message) : NULL;
  g_autofree char *title = message != NULL ? platen_message_dup_title (message) : NULL;
  g_autofree char *summary = message != NULL ? platen_message_dup_summary (message, self->session) : NULL;

  set_text (self->title_label, title);
  set_text (self->summary_label, summary);
  platen_account_avatar_set_person (self->avatar,
                                    pictures,
                                    message != NULL ? bambu_message_get_sender_name (message) : NULL,
                                    message != NULL ? bambu_message_get_sender_avatar (message) : NULL);
  platen_picture_set_pictures (self->cover, pictures);
  platen_picture_set_label (self->cover, title);
  platen_picture_set_uri (self->cover, cover);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), cover != NULL);
  update_time (self);
  update_mark (self);
}

static void
expired_cb (PlatenMessageRow *self)
{
  if (self->message != NULL)
    g_signal_emit (self, signals[EXPIRED], 0, bambu_message_get_id (self->message));
}

static void
platen_message_row_dispose (GObject *object)
{
  PlatenMessageRow *self = (PlatenMessageRow *)object;

  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);

  g_clear_object (&self->clock);
  g_clear_object (&self->devices_signals);
  g_clear_object (&self->marks_signals);
  g_clear_object (&self->message_signals);
  g_clear_object (&self->marks);
  g_clear_object (&self->message);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_message_row_parent_class)->dispose (object);
}

static void
platen_message_row_class_init (PlatenMessageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_message_row_dispose;

  signals[EXPIRED] =
    g_signal_new ("expired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1,
                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (PLATEN_TYPE_ACCOUNT_AVATAR);
  g_type_ensure (PLATEN_TYPE_PICTURE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/messages/platen-message-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenMessageRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessageRow, cover);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessageRow, mark);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessageRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessageRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenMessageRow, title_label);
  gtk_widget_class_bind_template_callback (widget_class, expired_cb);
}

static void
platen_message_row_init (PlatenMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock = platen_clock_dup_shared ();
  g_signal_connect_swapped (self->clock, "tick", G_CALLBACK (update_time), self);

  self->message_signals = g_signal_group_new (BAMBU_TYPE_MESSAGE);
  g_signal_group_connect_swapped (self->message_signals, "notify", G_CALLBACK (update), self);
  self->marks_signals = g_signal_group_new (PLATEN_TYPE_MESSAGE_MARKS);
  g_signal_group_connect_swapped (self->marks_signals, "changed", G_CALLBACK (update_mark), self);

  /* Printers may be known by their names later than messages. */
  self->devices_signals = g_signal_group_new (BAMBU_TYPE_LIST);
  g_signal_group_connect_swapped (self->devices_signals, "notify::updated", G_CALLBACK (update), self);
}

/**
 * platen_message_row_new:
 *
 * Returns: (transfer floating): a row of no message yet
 */
GtkWidget *
platen_message_row_new (void)
{
  return g_object_new (PLATEN_TYPE_MESSAGE_ROW, NULL);
}

/**
 * platen_message_row_show:
 * @self: a #PlatenMessageRow
 * @session: (nullable): whose messages these are
 * @marks: (nullable): which of them are unread
 * @message: (nullable): the message to show, or %NULL for none
 *
 * Shows a message.
 */
void
platen_message_row_show (PlatenMessageRow   *self,
                         BambuSession       *session,
                         PlatenMessageMarks *marks,
                         BambuMessage       *message)
{
  g_return_if_fail (PLATEN_IS_MESSAGE_ROW (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));
  g_return_if_fail (marks == NULL || PLATEN_IS_MESSAGE_MARKS (marks));
  g_return_if_fail (message == NULL || BAMBU_IS_MESSAGE (message));

  g_set_object (&self->session, session);
  g_set_object (&self->marks, marks);
  g_set_object (&self->message, message);
  g_signal_group_set_target (self->devices_signals, session != NULL ? bambu_session_get_devices (session) : NULL);
  g_signal_group_set_target (self->marks_signals, marks);
  g_signal_group_set_target (self->message_signals, message);
  update (self);
}
