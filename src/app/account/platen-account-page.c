/* platen-account-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-account-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "platen-account-avatar.h"
#include "platen-back-button.h"
#include "platen-format.h"
#include "platen-link-row.h"
#include "platen-page.h"
#include "platen-session-manager.h"
#include "platen-ticket-group.h"

struct _PlatenAccountPage
{
  GtkWidget             parent_instance;

  PlatenAccountAvatar  *avatar;
  GtkLabel             *name_label;
  GtkLabel             *handle_label;
  GtkLabel             *bio_label;
  AdwActionRow         *region_row;
  AdwActionRow         *storage_row;
  AdwActionRow         *expires_row;
  GtkWidget            *sign_in_button;
  AdwPreferencesGroup  *links_group;
  GtkButton            *sign_out_button;
  PlatenTicketGroup    *ticket_group;

  PlatenSessionManager *manager;
  BambuSession         *session;
  GPtrArray            *link_rows;
};

enum
{
  PROP_MANAGER = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenAccountPage, platen_account_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_subtitle (AdwActionRow *row,
              const char   *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, markup);
}

static const char *
describe_storage (PlatenSessionStorage storage)
{
  switch (storage)
    {
    case PLATEN_SESSION_STORAGE_KEYRING:
      return _("The keyring of this computer");

    case PLATEN_SESSION_STORAGE_ENVIRONMENT:
      return _("The environment variable PLATEN_TOKEN");

    case PLATEN_SESSION_STORAGE_DEMO:
      return _("Nowhere: this is the demo, which has a cloud of its own");

    case PLATEN_SESSION_STORAGE_RUN:
    default:
      return _("Nowhere: you stay signed in until Platen quits");
    }
}

static void
update_sign_in (PlatenAccountPage *self)
{
  GDateTime *expires = platen_session_manager_get_expires (self->manager);
  const gboolean soon = platen_session_manager_expires_soon (self->manager);
  BambuClient *client = bambu_session_get_client (self->session);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  set_subtitle (self->region_row,
                bambu_client_get_region (client) == BAMBU_REGION_CHINA ? _("China") : _("Global"));
  set_subtitle (self->storage_row, describe_storage (platen_session_manager_get_storage (self->manager)));

  if (expires != NULL)
    {
      date = platen_format_date (expires);
      text = soon ? g_strdup_printf (_("%s. Sign in again before then."), date) : g_strdup (date);
      set_subtitle (self->expires_row, text);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->expires_row), expires != NULL);
  gtk_widget_set_visible (self->sign_in_button, soon);
}

/* An address is the account's own text: only one that is https becomes a link. */
static void
update_links (PlatenAccountPage  *self,
              const char * const *links)
{
  for (guint i = 0; i < self->link_rows->len; i++)
    adw_preferences_group_remove (self->links_group, g_ptr_array_index (self->link_rows, i));

  g_ptr_array_set_size (self->link_rows, 0);

  for (guint i = 0; links != NULL && links[i] != NULL; i++)
    {
      GtkWidget *row;

      if (!platen_link_is_safe (links[i]))
        continue;

      row = platen_link_row_new ();
      platen_link_row_set_uri (PLATEN_LINK_ROW (row), links[i]);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), links[i] + strlen ("https://"));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
      adw_preferences_group_add (self->links_group, row);
      g_ptr_array_add (self->link_rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->links_group), self->link_rows->len > 0);
}

static void
update_account (PlatenAccountPage *self)
{
  BambuAccount *account = bambu_session_get_account (self->session);
  const char *handle = bambu_account_get_handle (account);
  const char *name = bambu_account_get_name (account);
  g_autofree char *at_handle = handle != NULL ? g_strconcat ("@", handle, NULL) : NULL;

  set_label (self->name_label, name != NULL ? name : _("Account"));
  set_label (self->handle_label, at_handle);
  set_label (self->bio_label, bambu_account_get_bio (account));
  update_links (self, bambu_account_get_links (account));
}

static void
sign_out_response_cb (PlatenAccountPage *self,
                      const char        *response)
{
  if (g_str_equal (response, "sign-out"))
    platen_session_manager_sign_out (self->manager);
}

static void
sign_out_cb (PlatenAccountPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (window,
                                   _("Sign Out?"),
                                   _("What Platen keeps of this account on this computer is deleted. "
                                     "Nothing changes in the cloud."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "sign-out", _("_Sign Out"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "sign-out", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response",
                           G_CALLBACK (sign_out_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
page_iface_init (PlatenPageInterface *iface)
{
}

static void
platen_account_page_constructed (GObject *object)
{
  PlatenAccountPage *self = PLATEN_ACCOUNT_PAGE (object);

  G_OBJECT_CLASS (platen_account_page_parent_class)->constructed (object);

  self->session = g_object_ref (platen_session_manager_get_session (self->manager));
  g_signal_connect_object (bambu_session_get_account (self->session), "notify",
                           G_CALLBACK (update_account), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->manager, "notify::storage",
                           G_CALLBACK (update_sign_in), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->manager, "notify::expires",
                           G_CALLBACK (update_sign_in), self,
                           G_CONNECT_SWAPPED);
  platen_account_avatar_set_session (self->avatar, self->session);
  platen_ticket_group_set_session (self->ticket_group, self->session);
  update_account (self);
  update_sign_in (self);
}

static void
platen_account_page_dispose (GObject *object)
{
  PlatenAccountPage *self = (PlatenAccountPage *)object;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  g_clear_pointer (&self->link_rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_account_page_parent_class)->dispose (object);
}

static void
platen_account_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenAccountPage *self = PLATEN_ACCOUNT_PAGE (object);

  switch (prop_id)
    {
    case PROP_MANAGER:
      self->manager = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_account_page_class_init (PlatenAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = platen_account_page_constructed;
  object_class->dispose = platen_account_page_dispose;
  object_class->set_property = platen_account_page_set_property;

  properties[PROP_MANAGER] =
    g_param_spec_object ("manager", NULL, NULL,
                         PLATEN_TYPE_SESSION_MANAGER,
                         (G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_ACCOUNT_AVATAR);
  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_TICKET_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/account/platen-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, handle_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, bio_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, region_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, storage_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, expires_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, links_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, sign_out_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountPage, ticket_group);
  gtk_widget_class_bind_template_callback (widget_class, sign_out_cb);
}

static void
platen_account_page_init (PlatenAccountPage *self)
{
  self->link_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
