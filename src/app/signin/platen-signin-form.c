/* platen-signin-form.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-signin-form.h"

#include <glib/gi18n.h>

#include "platen-busy-button.h"
#include "platen-signin-error.h"

struct _PlatenSigninForm
{
  AdwBin            parent_instance;

  gboolean          busy;

  AdwComboRow      *region_row;
  GtkWidget        *account_row;
  GtkLabel         *account_error;
  GtkWidget        *password_row;
  GtkLabel         *password_error;
  PlatenBusyButton *sign_in_button;
  GtkWidget        *others;
};

enum
{
  SIGN_IN,
  USE_CODE,
  USE_TOKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenSigninForm, platen_signin_form, ADW_TYPE_BIN)

static gboolean
is_phone_number (const char *account)
{
  return account[strspn (account, "+0123456789 ")] == '\0';
}

/* Whether there is an account that the cloud might know; says what is wrong otherwise. */
static gboolean
check_account (PlatenSigninForm *self)
{
  g_autofree char *account = platen_signin_form_dup_account (self);
  gboolean china = platen_signin_form_get_region (self) == BAMBU_REGION_CHINA;
  const char *message = NULL;

  if (*account == '\0' && china)
    message = _("Enter your e-mail address or phone number.");
  else if (*account == '\0')
    message = _("Enter your e-mail address.");
  else if (strchr (account, '@') == NULL && !(china && is_phone_number (account)))
    message = _("This is not an e-mail address.");

  platen_signin_form_show_account_error (self, message);

  return message == NULL;
}

static void
sign_in_cb (PlatenSigninForm *self)
{
  gboolean has_password = *platen_signin_form_get_password (self) != '\0';

  if (self->busy)
    return;

  platen_signin_form_show_password_error (self, has_password ? NULL : _("Enter your password."));

  /* Second, so that the first field that is wrong gets the keyboard. */
  if (check_account (self) && has_password)
    g_signal_emit (self, signals[SIGN_IN], 0);
}

static void
use_code_cb (PlatenSigninForm *self)
{
  platen_signin_form_show_password_error (self, NULL);

  if (check_account (self))
    g_signal_emit (self, signals[USE_CODE], 0);
}

static void
use_token_cb (PlatenSigninForm *self)
{
  g_signal_emit (self, signals[USE_TOKEN], 0);
}

static void
account_activated_cb (PlatenSigninForm *self)
{
  if (*platen_signin_form_get_password (self) != '\0')
    sign_in_cb (self);
  else if (check_account (self))
    gtk_widget_grab_focus (self->password_row);
}

static void
account_changed_cb (PlatenSigninForm *self)
{
  platen_signin_form_show_account_error (self, NULL);
}

static void
password_changed_cb (PlatenSigninForm *self)
{
  platen_signin_form_show_password_error (self, NULL);
}

static void
region_cb (PlatenSigninForm *self)
{
  gboolean china = platen_signin_form_get_region (self) == BAMBU_REGION_CHINA;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->account_row),
                                 china ? _("_E-mail or phone") : _("_E-mail"));
  platen_signin_form_show_account_error (self, NULL);
}

static void
platen_signin_form_class_init (PlatenSigninFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGN_IN] =
    g_signal_new ("sign-in",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);

  signals[USE_CODE] =
    g_signal_new ("use-code",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);

  signals[USE_TOKEN] =
    g_signal_new ("use-token",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (PLATEN_TYPE_BUSY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/signin/platen-signin-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, region_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, account_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, account_error);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, password_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, password_error);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninForm, others);
  gtk_widget_class_bind_template_callback (widget_class, account_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, region_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_token_cb);
}

static void
platen_signin_form_init (PlatenSigninForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_signin_form_get_region:
 * @self: a form
 *
 * Returns: which of the vendor's clouds the account lives in
 */
BambuRegion
platen_signin_form_get_region (PlatenSigninForm *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_FORM (self), BAMBU_REGION_GLOBAL);

  return adw_combo_row_get_selected (self->region_row) == 1 ? BAMBU_REGION_CHINA : BAMBU_REGION_GLOBAL;
}

/**
 * platen_signin_form_dup_account:
 * @self: a form
 *
 * Returns: (transfer full): the e-mail address or phone number, without blanks around it
 */
char *
platen_signin_form_dup_account (PlatenSigninForm *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_FORM (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->account_row))));
}

/**
 * platen_signin_form_get_password:
 * @self: a form
 *
 * Returns: (transfer none): the password, as it was entered
 */
const char *
platen_signin_form_get_password (PlatenSigninForm *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_FORM (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->password_row));
}

/**
 * platen_signin_form_show_account_error:
 * @self: a form
 * @message: (nullable): what is wrong with the account; %NULL: nothing
 *
 * Says so under the field.
 */
void
platen_signin_form_show_account_error (PlatenSigninForm *self,
                                       const char       *message)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_FORM (self));

  platen_signin_show_error (self->account_row, self->account_error, message);
}

/**
 * platen_signin_form_show_password_error:
 * @self: a form
 * @message: (nullable): what is wrong with the password; %NULL: nothing
 *
 * Says so under the field.
 */
void
platen_signin_form_show_password_error (PlatenSigninForm *self,
                                        const char       *message)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_FORM (self));

  platen_signin_show_error (self->password_row, self->password_error, message);
}

/**
 * platen_signin_form_set_busy:
 * @self: a form
 * @busy: whether what was submitted is under way
 *
 * Keeps the form as it is, but for a spinner.
 */
void
platen_signin_form_set_busy (PlatenSigninForm *self,
                             gboolean          busy)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_FORM (self));

  self->busy = busy;

  /* The field that has the keyboard keeps it. */
  gtk_editable_set_editable (GTK_EDITABLE (self->account_row), !busy);
  gtk_editable_set_editable (GTK_EDITABLE (self->password_row), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->region_row), !busy);
  gtk_widget_set_sensitive (self->others, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in_button), !busy);
  platen_busy_button_set_busy (self->sign_in_button, busy);
}

/**
 * platen_signin_form_reset:
 * @self: a form
 *
 * Forgets the password and what was wrong; the account stays.
 */
void
platen_signin_form_reset (PlatenSigninForm *self)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_FORM (self));

  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  platen_signin_form_show_account_error (self, NULL);
  platen_signin_form_show_password_error (self, NULL);
  platen_signin_form_set_busy (self, FALSE);
}

/**
 * platen_signin_form_focus:
 * @self: a form
 *
 * Gives the keyboard to the first field that is still empty.
 */
void
platen_signin_form_focus (PlatenSigninForm *self)
{
  g_autofree char *account = NULL;

  g_return_if_fail (PLATEN_IS_SIGNIN_FORM (self));

  account = platen_signin_form_dup_account (self);
  gtk_widget_grab_focus (*account == '\0' ? self->account_row : self->password_row);
}
