/* platen-signin-token.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-signin-token.h"

#include <glib/gi18n.h>

#include "platen-busy-button.h"
#include "platen-signin-error.h"

struct _PlatenSigninToken
{
  AdwBin            parent_instance;

  gboolean          busy;

  AdwComboRow      *region_row;
  GtkWidget        *token_row;
  GtkLabel         *token_error;
  PlatenBusyButton *sign_in_button;
};

enum
{
  SIGN_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenSigninToken, platen_signin_token, ADW_TYPE_BIN)

/* It goes into a header as it is. */
static gboolean
is_token (const char *token)
{
  for (const char *p = token; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;

  return TRUE;
}

static void
sign_in_cb (PlatenSigninToken *self)
{
  g_autofree char *token = platen_signin_token_dup_token (self);

  if (self->busy)
    return;

  if (*token == '\0')
    platen_signin_token_show_error (self, _("Paste a token."));
  else if (!is_token (token))
    platen_signin_token_show_error (self, _("This is not a token: there are none with blanks or special characters."));
  else
    g_signal_emit (self, signals[SIGN_IN], 0);
}

static void
changed_cb (PlatenSigninToken *self)
{
  platen_signin_token_show_error (self, NULL);
}

static void
platen_signin_token_class_init (PlatenSigninTokenClass *klass)
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

  g_type_ensure (PLATEN_TYPE_BUSY_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/signin/platen-signin-token.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninToken, region_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninToken, token_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninToken, token_error);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninToken, sign_in_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
}

static void
platen_signin_token_init (PlatenSigninToken *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_signin_token_get_region:
 * @self: a token page
 *
 * Returns: which of the vendor's clouds the token is of
 */
BambuRegion
platen_signin_token_get_region (PlatenSigninToken *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_TOKEN (self), BAMBU_REGION_GLOBAL);

  return adw_combo_row_get_selected (self->region_row) == 1 ? BAMBU_REGION_CHINA : BAMBU_REGION_GLOBAL;
}

/**
 * platen_signin_token_dup_token:
 * @self: a token page
 *
 * Returns: (transfer full): the token, without blanks around it
 */
char *
platen_signin_token_dup_token (PlatenSigninToken *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_TOKEN (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->token_row))));
}

/**
 * platen_signin_token_show_error:
 * @self: a token page
 * @message: (nullable): what is wrong with the token; %NULL: nothing
 *
 * Says so under the field.
 */
void
platen_signin_token_show_error (PlatenSigninToken *self,
                                const char        *message)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_TOKEN (self));

  platen_signin_show_error (self->token_row, self->token_error, message);
}

/**
 * platen_signin_token_set_busy:
 * @self: a token page
 * @busy: whether the token is tried
 *
 * Keeps the page as it is, but for a spinner.
 */
void
platen_signin_token_set_busy (PlatenSigninToken *self,
                              gboolean           busy)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_TOKEN (self));

  self->busy = busy;

  /* The field keeps the keyboard. */
  gtk_editable_set_editable (GTK_EDITABLE (self->token_row), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->region_row), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in_button), !busy);
  platen_busy_button_set_busy (self->sign_in_button, busy);
}

/**
 * platen_signin_token_reset:
 * @self: a token page
 * @region: the region to begin with
 *
 * Forgets the token.
 */
void
platen_signin_token_reset (PlatenSigninToken *self,
                           BambuRegion        region)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_TOKEN (self));

  gtk_editable_set_text (GTK_EDITABLE (self->token_row), "");
  adw_combo_row_set_selected (self->region_row, region == BAMBU_REGION_CHINA ? 1 : 0);
  platen_signin_token_show_error (self, NULL);
  platen_signin_token_set_busy (self, FALSE);
}

/**
 * platen_signin_token_focus:
 * @self: a token page
 *
 * Gives the keyboard to the field.
 */
void
platen_signin_token_focus (PlatenSigninToken *self)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_TOKEN (self));

  gtk_widget_grab_focus (self->token_row);
}
