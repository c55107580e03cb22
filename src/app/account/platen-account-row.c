/* platen-account-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-account-row.h"

#include <glib/gi18n.h>

#include "platen-account-avatar.h"

/* Who is signed in, at the bottom of the sidebar. */

struct _PlatenAccountRow
{
  GtkListBoxRow        parent_instance;

  PlatenAccountAvatar *avatar;
  GtkLabel            *name_label;
  GtkLabel            *handle_label;

  BambuAccount        *account;
};

G_DEFINE_FINAL_TYPE (PlatenAccountRow, platen_account_row, GTK_TYPE_LIST_BOX_ROW)

static void
platen_account_row_update (PlatenAccountRow *self)
{
  const char *name = self->account != NULL ? bambu_account_get_name (self->account) : NULL;
  const char *handle = self->account != NULL ? bambu_account_get_handle (self->account) : NULL;
  g_autofree char *at_handle = handle != NULL ? g_strconcat ("@", handle, NULL) : NULL;

  gtk_label_set_label (self->name_label, name != NULL ? name : _("Account"));
  gtk_label_set_label (self->handle_label, at_handle != NULL ? at_handle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->handle_label), at_handle != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->name_label),
                                  -1);
}

static void
platen_account_row_dispose (GObject *object)
{
  PlatenAccountRow *self = (PlatenAccountRow *)object;

  g_clear_object (&self->account);

  G_OBJECT_CLASS (platen_account_row_parent_class)->dispose (object);
}

static void
platen_account_row_class_init (PlatenAccountRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_account_row_dispose;

  g_type_ensure (PLATEN_TYPE_ACCOUNT_AVATAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/account/platen-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenAccountRow, handle_label);
}

static void
platen_account_row_init (PlatenAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_account_row_set_session:
 * @self: a #PlatenAccountRow
 * @session: (nullable): whose account to show, or %NULL for nobody's
 *
 * Shows who is signed in, and follows what the cloud says of them.
 */
void
platen_account_row_set_session (PlatenAccountRow *self,
                                BambuSession     *session)
{
  BambuAccount *account;

  g_return_if_fail (PLATEN_IS_ACCOUNT_ROW (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  account = session != NULL ? bambu_session_get_account (session) : NULL;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);

  g_set_object (&self->account, account);

  if (account != NULL)
    g_signal_connect_object (account, "notify",
                             G_CALLBACK (platen_account_row_update), self,
                             G_CONNECT_SWAPPED);

  platen_account_avatar_set_session (self->avatar, session);
  platen_account_row_update (self);
}
