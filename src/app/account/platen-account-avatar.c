/* platen-account-avatar.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-account-avatar.h"

#include "platen-picture-loader.h"

/* The picture of an account, or its initials. */

struct _PlatenAccountAvatar
{
  AdwBin               parent_instance;

  AdwAvatar           *avatar;
  PlatenPictureLoader *loader;
  BambuAccount        *account;
};

enum
{
  PROP_SIZE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenAccountAvatar, platen_account_avatar, ADW_TYPE_BIN)

static void
update_picture (PlatenAccountAvatar *self)
{
  GdkTexture *texture = platen_picture_loader_get_texture (self->loader);

  adw_avatar_set_custom_image (self->avatar, texture != NULL ? GDK_PAINTABLE (texture) : NULL);
}

static void
want_picture (PlatenAccountAvatar *self)
{
  const int size = adw_avatar_get_size (self->avatar) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    platen_picture_loader_want (self->loader, size, size);
}

static void
update_account (PlatenAccountAvatar *self)
{
  const char *name = self->account != NULL ? bambu_account_get_name (self->account) : NULL;
  const char *uri = self->account != NULL ? bambu_account_get_avatar (self->account) : NULL;

  adw_avatar_set_text (self->avatar, name);
  platen_picture_loader_set_uri (self->loader, uri);
  want_picture (self);
}

static void
platen_account_avatar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_account_avatar_parent_class)->map (widget);

  want_picture (PLATEN_ACCOUNT_AVATAR (widget));
}

static void
platen_account_avatar_unmap (GtkWidget *widget)
{
  platen_picture_loader_unwant (PLATEN_ACCOUNT_AVATAR (widget)->loader);

  GTK_WIDGET_CLASS (platen_account_avatar_parent_class)->unmap (widget);
}

static void
platen_account_avatar_dispose (GObject *object)
{
  PlatenAccountAvatar *self = (PlatenAccountAvatar *)object;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);

  g_clear_object (&self->account);
  g_clear_object (&self->loader);

  G_OBJECT_CLASS (platen_account_avatar_parent_class)->dispose (object);
}

static void
platen_account_avatar_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  PlatenAccountAvatar *self = PLATEN_ACCOUNT_AVATAR (object);

  switch (prop_id)
    {
    case PROP_SIZE:
      g_value_set_int (value, adw_avatar_get_size (self->avatar));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_account_avatar_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  PlatenAccountAvatar *self = PLATEN_ACCOUNT_AVATAR (object);

  switch (prop_id)
    {
    case PROP_SIZE:
      adw_avatar_set_size (self->avatar, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_account_avatar_class_init (PlatenAccountAvatarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_account_avatar_dispose;
  object_class->get_property = platen_account_avatar_get_property;
  object_class->set_property = platen_account_avatar_set_property;

  widget_class->map = platen_account_avatar_map;
  widget_class->unmap = platen_account_avatar_unmap;

  properties[PROP_SIZE] =
    g_param_spec_int ("size", NULL, NULL,
                      1, 512, 32,
                      (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_account_avatar_init (PlatenAccountAvatar *self)
{
  self->avatar = ADW_AVATAR (adw_avatar_new (32, NULL, TRUE));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->avatar));
  self->loader = platen_picture_loader_new ();
  g_signal_connect_swapped (self->loader, "changed", G_CALLBACK (update_picture), self);
}

/* Whoever it was that was followed. */
static void
platen_account_avatar_set_account (PlatenAccountAvatar *self,
                                   BambuAccount        *account)
{
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);

  g_set_object (&self->account, account);

  if (account != NULL)
    g_signal_connect_swapped (account, "notify", G_CALLBACK (update_account), self);
}

/**
 * platen_account_avatar_set_session:
 * @self: a #PlatenAccountAvatar
 * @session: (nullable): whose account to show, or %NULL for nobody's
 *
 * Shows the picture of the account that is signed in, and follows it.
 */
void
platen_account_avatar_set_session (PlatenAccountAvatar *self,
                                   BambuSession        *session)
{
  g_return_if_fail (PLATEN_IS_ACCOUNT_AVATAR (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  platen_account_avatar_set_account (self, session != NULL ? bambu_session_get_account (session) : NULL);
  platen_picture_loader_set_pictures (self->loader, session != NULL ? bambu_session_get_pictures (session) : NULL);
  update_account (self);
}

/**
 * platen_account_avatar_set_person:
 * @self: a #PlatenAccountAvatar
 * @pictures: (nullable): where the picture comes from
 * @name: (nullable): whose initials to show without a picture
 * @uri: (nullable): the address of the picture
 *
 * Shows the picture of somebody else.
 */
void
platen_account_avatar_set_person (PlatenAccountAvatar *self,
                                  BambuPictures       *pictures,
                                  const char          *name,
                                  const char          *uri)
{
  g_return_if_fail (PLATEN_IS_ACCOUNT_AVATAR (self));
  g_return_if_fail (pictures == NULL || BAMBU_IS_PICTURES (pictures));

  platen_account_avatar_set_account (self, NULL);
  platen_picture_loader_set_pictures (self->loader, pictures);
  adw_avatar_set_text (self->avatar, name);
  platen_picture_loader_set_uri (self->loader, uri);
  want_picture (self);
}
