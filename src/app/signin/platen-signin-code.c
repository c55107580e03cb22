/* platen-signin-code.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-signin-code.h"

#include <glib/gi18n.h>

#include "platen-busy-button.h"
#include "platen-signin-error.h"

#define N_DIGITS 6

/* In seconds: how long until another code may be asked for. */
#define AGAIN_DELAY 60

struct _PlatenSigninCode
{
  AdwBin            parent_instance;

  guint             again_source;
  guint             again_left;
  gboolean          busy;

  GtkLabel         *title_label;
  GtkLabel         *description_label;
  GtkWidget        *entry;
  GtkLabel         *error_label;
  PlatenBusyButton *sign_in_button;
  GtkButton        *again_button;
};

enum
{
  ENTERED,
  SEND_AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenSigninCode, platen_signin_code, ADW_TYPE_BIN)

static gboolean
is_complete (PlatenSigninCode *self)
{
  return strlen (gtk_editable_get_text (GTK_EDITABLE (self->entry))) == N_DIGITS;
}

static void
update_sensitive (PlatenSigninCode *self)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in_button), !self->busy && is_complete (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->again_button), !self->busy && self->again_left == 0);
}

static void
hand_over_cb (PlatenSigninCode *self)
{
  if (!self->busy && is_complete (self))
    g_signal_emit (self, signals[ENTERED], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
changed_cb (PlatenSigninCode *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    platen_signin_code_show_error (self, NULL);

  update_sensitive (self);
  hand_over_cb (self);
}

/* A code is pasted as it stands in a mail, as in "123 456", or typed in the digits of another script. */
static void
insert_text_cb (GtkEditable      *editable,
                const char       *text,
                int               length,
                int              *position,
                PlatenSigninCode *self)
{
  char digits[N_DIGITS + 1] = { 0, };
  gsize room = N_DIGITS - MIN (strlen (gtk_editable_get_text (editable)), N_DIGITS);
  gsize n_digits = 0;

  for (const char *p = text; p < text + length && n_digits < room; p = g_utf8_next_char (p))
    {
      int value = g_unichar_digit_value (g_utf8_get_char (p));

      if (value >= 0)
        digits[n_digits++] = '0' + value;
    }

  g_signal_handlers_block_by_func (editable, insert_text_cb, self);
  gtk_editable_insert_text (editable, digits, n_digits, position);
  g_signal_handlers_unblock_by_func (editable, insert_text_cb, self);
  g_signal_stop_emission_by_name (editable, "insert-text");
}

static void
again_cb (PlatenSigninCode *self)
{
  g_signal_emit (self, signals[SEND_AGAIN], 0);
}

static void
update_again (PlatenSigninCode *self)
{
  g_autofree char *label = NULL;

  if (self->again_left > 0)
    /* Translators: minutes and seconds, as in "0:42" */
    label = g_strdup_printf (_("Send Again in %u:%02u"), self->again_left / 60, self->again_left % 60);

  gtk_button_set_label (self->again_button, label != NULL ? label : _("Send _Again"));
  update_sensitive (self);
}

static gboolean
again_tick_cb (gpointer user_data)
{
  PlatenSigninCode *self = user_data;

  self->again_left--;
  if (self->again_left == 0)
    self->again_source = 0;

  update_again (self);

  return self->again_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
begin (PlatenSigninCode *self,
       const char       *title,
       const char       *description)
{
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->description_label, description);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  platen_signin_code_show_error (self, NULL);
  g_clear_handle_id (&self->again_source, g_source_remove);
  self->again_left = 0;
}

static void
platen_signin_code_dispose (GObject *object)
{
  PlatenSigninCode *self = PLATEN_SIGNIN_CODE (object);

  g_clear_handle_id (&self->again_source, g_source_remove);

  G_OBJECT_CLASS (platen_signin_code_parent_class)->dispose (object);
}

static void
platen_signin_code_class_init (PlatenSigninCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_signin_code_dispose;

  signals[ENTERED] =
    g_signal_new ("entered",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SEND_AGAIN] =
    g_signal_new ("send-again",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (PLATEN_TYPE_BUSY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/signin/platen-signin-code.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninCode, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninCode, description_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninCode, entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninCode, error_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninCode, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninCode, again_button);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_over_cb);
}

static void
platen_signin_code_init (PlatenSigninCode *self)
{
  GtkEditable *delegate;

  gtk_widget_init_template (GTK_WIDGET (self));

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  g_signal_connect_object (delegate, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * platen_signin_code_expect_sent:
 * @self: a code page
 * @account: where the code was sent
 * @is_phone: whether that is a phone number
 *
 * Begins anew, with a code that was just sent. Another can be asked for after a while.
 */
void
platen_signin_code_expect_sent (PlatenSigninCode *self,
                                const char       *account,
                                gboolean          is_phone)
{
  g_autofree char *description = NULL;

  g_return_if_fail (PLATEN_IS_SIGNIN_CODE (self));
  g_return_if_fail (account != NULL);

  if (is_phone)
    /* Translators: a phone number */
    description = g_strdup_printf (_("It was sent to %s."), account);
  else
    /* Translators: an e-mail address */
    description = g_strdup_printf (_("It was sent to %s. If it does not arrive, look into the spam folder."), account);

  begin (self, _("Enter the Code"), description);

  self->again_left = AGAIN_DELAY;
  self->again_source = g_timeout_add_seconds (1, again_tick_cb, self);
  gtk_widget_show (GTK_WIDGET (self->again_button));
  update_again (self);
}

/**
 * platen_signin_code_expect_authenticator:
 * @self: a code page
 *
 * Begins anew, with a code that the user's authenticator shows.
 */
void
platen_signin_code_expect_authenticator (PlatenSigninCode *self)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_CODE (self));

  begin (self,
         _("Authenticator Code"),
         _("Enter the six digits that your authenticator app shows for Bambu Lab."));

  gtk_widget_hide (GTK_WIDGET (self->again_button));
  update_again (self);
}

/**
 * platen_signin_code_show_error:
 * @self: a code page
 * @message: (nullable): what is wrong with the code; %NULL: nothing
 *
 * Says so under the field, which is emptied for another.
 */
void
platen_signin_code_show_error (PlatenSigninCode *self,
                               const char       *message)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_CODE (self));

  if (message != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");

  platen_signin_show_error (self->entry, self->error_label, message);
}

/**
 * platen_signin_code_set_busy:
 * @self: a code page
 * @busy: whether a code is looked at, or sent
 *
 * Keeps the page as it is, but for a spinner.
 */
void
platen_signin_code_set_busy (PlatenSigninCode *self,
                             gboolean          busy)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_CODE (self));

  self->busy = busy;
  platen_busy_button_set_busy (self->sign_in_button, busy);
  update_sensitive (self);
}

/**
 * platen_signin_code_focus:
 * @self: a code page
 *
 * Gives the keyboard to the field.
 */
void
platen_signin_code_focus (PlatenSigninCode *self)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_CODE (self));

  gtk_widget_grab_focus (self->entry);
}
