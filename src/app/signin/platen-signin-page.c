/* platen-signin-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-signin-page.h"

#include <glib/gi18n.h>

#include "platen-signin-code.h"
#include "platen-signin-form.h"
#include "platen-signin-token.h"
#include "platen-strip.h"

typedef void (*Attempt) (PlatenSigninPage *self);

struct _PlatenSigninPage
{
  AdwBin                parent_instance;

  PlatenSessionManager *manager;
  BambuClient          *client;
  BambuLogin           *login;
  GCancellable         *cancellable;

  /* What failed for a reason that has nothing to do with what was entered. */
  Attempt               attempt;
  gboolean              authenticator;
  char                 *entered_code;

  AdwWindowTitle       *title;
  PlatenStrip          *strip;
  GtkStack             *stack;
  PlatenSigninForm     *form;
  PlatenSigninCode     *code;
  PlatenSigninToken    *token;
};

enum
{
  PROP_CAN_GO_BACK = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenSigninPage, platen_signin_page, ADW_TYPE_BIN)

static gboolean
is_at (PlatenSigninPage *self,
       const char       *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
show_page (PlatenSigninPage *self,
           const char       *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  platen_signin_page_focus (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static void
set_busy (PlatenSigninPage *self,
          gboolean          busy)
{
  platen_signin_form_set_busy (self->form, busy && is_at (self, "form"));
  platen_signin_code_set_busy (self->code, busy && is_at (self, "code"));
  platen_signin_token_set_busy (self->token, busy && is_at (self, "token"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

/* One attempt at a time; going back, or another attempt, cancels it. */
static GCancellable *
begin (PlatenSigninPage *self,
       Attempt           attempt)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->attempt = attempt;
  platen_strip_set_revealed (self->strip, FALSE);
  set_busy (self, TRUE);

  return self->cancellable;
}

static void
end (PlatenSigninPage *self)
{
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
}

static void
show_strip (PlatenSigninPage *self,
            const char       *message,
            gboolean          can_retry)
{
  platen_strip_set_title (self->strip, message);
  platen_strip_set_button_label (self->strip, can_retry ? _("_Retry") : NULL);
  platen_strip_set_revealed (self->strip, TRUE);
}

static void
expect_code (PlatenSigninPage *self,
             gboolean          authenticator)
{
  self->authenticator = authenticator;

  if (authenticator)
    platen_signin_code_expect_authenticator (self->code);
  else
    platen_signin_code_expect_sent (self->code,
                                    bambu_login_get_account (self->login),
                                    bambu_login_is_phone (self->login));

  show_page (self, "code");
}

/* Where the user is to look, by what the cloud said. */
static void
show_error (PlatenSigninPage *self,
            const GError     *error)
{
  gboolean in_domain = error->domain == BAMBU_ERROR;

  if (in_domain && error->code == BAMBU_ERROR_NEEDS_CODE)
    {
      expect_code (self, FALSE);
    }
  else if (in_domain && error->code == BAMBU_ERROR_NEEDS_TFA)
    {
      expect_code (self, TRUE);
    }
  else if (in_domain && error->code == BAMBU_ERROR_WRONG_PASSWORD && is_at (self, "form"))
    {
      platen_signin_form_show_password_error (self->form, error->message);
    }
  else if (in_domain && error->code == BAMBU_ERROR_EXPIRED_CODE && self->authenticator)
    {
      show_page (self, "form");
      show_strip (self, error->message, FALSE);
    }
  else if (in_domain && is_at (self, "code") &&
           (error->code == BAMBU_ERROR_WRONG_CODE || error->code == BAMBU_ERROR_EXPIRED_CODE))
    {
      platen_signin_code_show_error (self->code, error->message);
    }
  else if (in_domain && error->code == BAMBU_ERROR_SIGNED_OUT && is_at (self, "token"))
    {
      platen_signin_token_show_error (self->token, _("The cloud does not know this token, or no longer."));
    }
  else
    {
      show_strip (self, error->message, TRUE);
    }
}

static void
fail (PlatenSigninPage *self,
      const GError     *error)
{
  end (self);
  show_error (self, error);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
signed_in_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlatenSigninPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean signed_in;

  signed_in = platen_session_manager_sign_in_finish (PLATEN_SESSION_MANAGER (object), result, &error);
  if (is_cancelled (error))
    return;

  if (signed_in)
    platen_signin_page_reset (self);
  else
    fail (self, error);
}

/* What a step of the sign-in came to. Not busy any less: there is a session to open. */
static void
take_credentials (PlatenSigninPage *self,
                  BambuCredentials *credentials,
                  const GError     *error)
{
  if (credentials != NULL)
    platen_session_manager_sign_in_async (self->manager,
                                          self->client,
                                          credentials,
                                          self->cancellable,
                                          signed_in_cb,
                                          g_object_ref (self));
  else if (!is_cancelled (error))
    fail (self, error);
}

static void
password_finished_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(PlatenSigninPage) self = user_data;
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  credentials = bambu_login_password_finish (BAMBU_LOGIN (object), result, &error);
  take_credentials (self, credentials, error);
}

static void
code_finished_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(PlatenSigninPage) self = user_data;
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  credentials = bambu_login_code_finish (BAMBU_LOGIN (object), result, &error);
  take_credentials (self, credentials, error);
}

static void
tfa_finished_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(PlatenSigninPage) self = user_data;
  g_autoptr(BambuCredentials) credentials = NULL;
  g_autoptr(GError) error = NULL;

  credentials = bambu_login_tfa_finish (BAMBU_LOGIN (object), result, &error);
  take_credentials (self, credentials, error);
}

static void
code_sent_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlatenSigninPage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean sent = bambu_login_send_code_finish (BAMBU_LOGIN (object), result, &error);

  if (is_cancelled (error))
    return;

  if (!sent)
    {
      fail (self, error);
      return;
    }

  end (self);
  expect_code (self, FALSE);
}

static gboolean
create_client (PlatenSigninPage *self,
               BambuRegion       region)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->login);
  g_clear_object (&self->client);
  self->client = platen_session_manager_create_client (self->manager, region, &error);
  if (self->client == NULL)
    show_strip (self, error->message, FALSE);

  return self->client != NULL;
}

static gboolean
create_login (PlatenSigninPage *self)
{
  g_autofree char *account = platen_signin_form_dup_account (self->form);

  if (!create_client (self, platen_signin_form_get_region (self->form)))
    return FALSE;

  self->login = bambu_login_new (self->client, account);

  return TRUE;
}

static void
password_cb (PlatenSigninPage *self)
{
  if (create_login (self))
    bambu_login_password_async (self->login,
                                platen_signin_form_get_password (self->form),
                                begin (self, password_cb),
                                password_finished_cb,
                                g_object_ref (self));
}

static void
send_code_cb (PlatenSigninPage *self)
{
  bambu_login_send_code_async (self->login,
                               begin (self, send_code_cb),
                               code_sent_cb,
                               g_object_ref (self));
}

static void
use_code_cb (PlatenSigninPage *self)
{
  if (create_login (self))
    send_code_cb (self);
}

static void
try_code (PlatenSigninPage *self)
{
  GCancellable *cancellable = begin (self, try_code);

  if (self->authenticator)
    bambu_login_tfa_async (self->login,
                           self->entered_code,
                           cancellable,
                           tfa_finished_cb,
                           g_object_ref (self));
  else
    bambu_login_code_async (self->login,
                            self->entered_code,
                            cancellable,
                            code_finished_cb,
                            g_object_ref (self));
}

static void
code_cb (PlatenSigninPage *self,
         const char       *code)
{
  g_free (self->entered_code);
  self->entered_code = g_strdup (code);
  try_code (self);
}

static void
use_token_cb (PlatenSigninPage *self)
{
  platen_strip_set_revealed (self->strip, FALSE);
  platen_signin_token_reset (self->token, platen_signin_form_get_region (self->form));
  show_page (self, "token");
}

static void
token_cb (PlatenSigninPage *self)
{
  g_autofree char *token = platen_signin_token_dup_token (self->token);
  g_autoptr(BambuCredentials) credentials = bambu_credentials_new (token, NULL, NULL);

  if (!create_client (self, platen_signin_token_get_region (self->token)))
    return;

  begin (self, token_cb);
  take_credentials (self, credentials, NULL);
}

static void
retry_cb (PlatenSigninPage *self)
{
  if (self->attempt != NULL)
    self->attempt (self);
  else
    platen_session_manager_restore (self->manager, TRUE);
}

static void
notice_cb (PlatenSigninPage *self)
{
  const char *notice = platen_session_manager_get_notice (self->manager);

  if (notice != NULL && platen_session_manager_get_session (self->manager) == NULL)
    show_strip (self, notice, platen_session_manager_can_retry (self->manager));
}

static void
platen_signin_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenSigninPage *self = PLATEN_SIGNIN_PAGE (object);

  switch (prop_id)
    {
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, platen_signin_page_get_can_go_back (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_signin_page_dispose (GObject *object)
{
  PlatenSigninPage *self = PLATEN_SIGNIN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->login);
  g_clear_object (&self->client);
  g_clear_object (&self->manager);
  g_clear_pointer (&self->entered_code, g_free);

  G_OBJECT_CLASS (platen_signin_page_parent_class)->dispose (object);
}

static void
platen_signin_page_class_init (PlatenSigninPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_signin_page_get_property;
  object_class->dispose = platen_signin_page_dispose;

  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_SIGNIN_CODE);
  g_type_ensure (PLATEN_TYPE_SIGNIN_FORM);
  g_type_ensure (PLATEN_TYPE_SIGNIN_TOKEN);
  g_type_ensure (PLATEN_TYPE_STRIP);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/signin/platen-signin-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninPage, form);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninPage, code);
  gtk_widget_class_bind_template_child (widget_class, PlatenSigninPage, token);
  gtk_widget_class_bind_template_callback (widget_class, code_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, token_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_code_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_token_cb);
}

static void
platen_signin_page_init (PlatenSigninPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_signin_page_set_manager:
 * @self: a sign-in page
 * @manager: what the user signs in to
 *
 * Sets what takes over the credentials. Once only.
 */
void
platen_signin_page_set_manager (PlatenSigninPage     *self,
                                PlatenSessionManager *manager)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_PAGE (self));
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (manager));
  g_return_if_fail (self->manager == NULL);

  self->manager = g_object_ref (manager);
  if (platen_session_manager_get_demo_cloud (manager) != NULL)
    adw_window_title_set_title (self->title, _("Demo"));

  g_signal_connect_object (manager, "notify::notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  notice_cb (self);
}

/**
 * platen_signin_page_reset:
 * @self: a sign-in page
 *
 * Begins anew: forgets what is secret, and shows what there is to know before.
 */
void
platen_signin_page_reset (PlatenSigninPage *self)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->login);
  g_clear_object (&self->client);
  g_clear_pointer (&self->entered_code, g_free);
  self->attempt = NULL;

  gtk_stack_set_visible_child_name (self->stack, "form");
  platen_signin_form_reset (self->form);
  platen_signin_token_reset (self->token, platen_signin_form_get_region (self->form));
  platen_strip_set_revealed (self->strip, FALSE);
  end (self);
  notice_cb (self);
}

/**
 * platen_signin_page_focus:
 * @self: a sign-in page
 *
 * Gives the keyboard to where something is to be entered.
 */
void
platen_signin_page_focus (PlatenSigninPage *self)
{
  g_return_if_fail (PLATEN_IS_SIGNIN_PAGE (self));

  if (is_at (self, "code"))
    platen_signin_code_focus (self->code);
  else if (is_at (self, "token"))
    platen_signin_token_focus (self->token);
  else
    platen_signin_form_focus (self->form);
}

/**
 * platen_signin_page_get_can_go_back:
 * @self: a sign-in page
 *
 * Returns: whether there is an attempt to stop, an earlier step to go back to, or a session that goes on
 */
gboolean
platen_signin_page_get_can_go_back (PlatenSigninPage *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_PAGE (self), FALSE);

  return self->cancellable != NULL ||
         !is_at (self, "form") ||
         (self->manager != NULL && platen_session_manager_get_session (self->manager) != NULL);
}

/**
 * platen_signin_page_go_back:
 * @self: a sign-in page
 *
 * Stops what is under way, or else goes back by a step.
 *
 * Returns: whether there was anything to stop or to go back to
 */
gboolean
platen_signin_page_go_back (PlatenSigninPage *self)
{
  g_return_val_if_fail (PLATEN_IS_SIGNIN_PAGE (self), FALSE);

  if (!platen_signin_page_get_can_go_back (self))
    return FALSE;

  platen_strip_set_revealed (self->strip, FALSE);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      end (self);
      platen_signin_page_focus (self);
    }
  else if (!is_at (self, "form"))
    {
      show_page (self, "form");
    }
  else
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.cancel-sign-in", NULL);
    }

  return TRUE;
}
