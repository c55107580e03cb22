/* platen-picture-loader.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-picture-loader.h"

#include "bambu-error.h"
#include "platen-decode.h"
#include "platen-texture-cache.h"

#define SETTLE_MSEC         150
#define RETRY_FIRST_SECONDS 15
#define RETRY_LAST_SECONDS  600

struct _PlatenPictureLoader
{
  GObject        parent_instance;

  BambuPictures *pictures;
  char          *uri;

  /* In device pixels; 0 while nothing is wanted. */
  int            width;
  int            height;

  /* What there is, and the size that it was decoded for. */
  GdkTexture    *texture;
  int            texture_for_width;
  int            texture_for_height;

  /* Of the load under way, otherwise NULL. */
  GCancellable  *cancellable;

  guint          timer;
  guint          retry_seconds;
  gint64         retry_at;

  guint          stale : 1;
};

enum {
  CHANGED,
  EXPIRED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PlatenPictureLoader, platen_picture_loader, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void platen_picture_loader_update (PlatenPictureLoader *self);

/* Whether the texture is as good as the picture allows at the size that is wanted. */
static gboolean
platen_picture_loader_fits (PlatenPictureLoader *self)
{
  int width;
  int height;

  g_assert (PLATEN_IS_PICTURE_LOADER (self));
  g_assert (self->texture != NULL);

  if (self->width == self->texture_for_width && self->height == self->texture_for_height)
    return TRUE;

  width = gdk_texture_get_width (self->texture);
  height = gdk_texture_get_height (self->texture);

  /* It was not shrunk the last time, and need not be now. */
  return width < self->texture_for_width && height < self->texture_for_height &&
         width <= self->width && height <= self->height;
}

static void
platen_picture_loader_set_texture (PlatenPictureLoader *self,
                                   GdkTexture          *texture)
{
  g_assert (PLATEN_IS_PICTURE_LOADER (self));
  g_assert (texture == NULL || GDK_IS_TEXTURE (texture));

  if (g_set_object (&self->texture, texture))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_picture_loader_stash (PlatenPictureLoader *self)
{
  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  if (self->texture != NULL && self->pictures != NULL && !self->stale)
    platen_texture_cache_put (platen_texture_cache_get (self->pictures),
                              self->uri,
                              self->texture,
                              self->texture_for_width,
                              self->texture_for_height);
}

static void
platen_picture_loader_cancel (PlatenPictureLoader *self)
{
  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
platen_picture_loader_timer_cb (gpointer user_data)
{
  PlatenPictureLoader *self = user_data;

  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  self->timer = 0;
  platen_picture_loader_update (self);

  return G_SOURCE_REMOVE;
}

static void
platen_picture_loader_update_in (PlatenPictureLoader *self,
                                 guint                msec)
{
  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (msec, platen_picture_loader_timer_cb, self);
}

static void
platen_picture_loader_fail (PlatenPictureLoader *self,
                            const GError        *error)
{
  g_assert (PLATEN_IS_PICTURE_LOADER (self));
  g_assert (error != NULL);

  g_debug ("No picture: %s", error->message);

  g_clear_object (&self->cancellable);
  self->retry_seconds = CLAMP (self->retry_seconds * 2, RETRY_FIRST_SECONDS, RETRY_LAST_SECONDS);
  self->retry_at = g_get_monotonic_time () + self->retry_seconds * G_USEC_PER_SEC;
  platen_picture_loader_update_in (self, self->retry_seconds * 1000);

  /* What is stale is of another address. */
  if (self->stale)
    platen_picture_loader_set_texture (self, NULL);

  if (g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN) ||
      g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[EXPIRED], 0);
}

static void
platen_picture_loader_decode_cb (GObject      *object,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  g_autoptr(PlatenPictureLoader) self = user_data;
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  if (!(texture = platen_decode_finish (result, &error)))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      bambu_pictures_reject (self->pictures, self->uri);
      platen_picture_loader_fail (self, error);
      return;
    }

  g_clear_object (&self->cancellable);
  self->stale = FALSE;
  self->retry_seconds = 0;
  self->retry_at = 0;
  platen_picture_loader_set_texture (self, texture);
  platen_picture_loader_update (self);
}

static void
platen_picture_loader_fetch_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(PlatenPictureLoader) self = user_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  if (!(bytes = bambu_pictures_fetch_finish (BAMBU_PICTURES (object), result, &error)))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        platen_picture_loader_fail (self, error);

      return;
    }

  self->texture_for_width = self->width;
  self->texture_for_height = self->height;
  platen_decode_async (bytes,
                       self->width,
                       self->height,
                       self->cancellable,
                       platen_picture_loader_decode_cb,
                       g_object_ref (self));
}

/* Brings what there is in line with what is wanted. */
static void
platen_picture_loader_update (PlatenPictureLoader *self)
{
  gint64 wait;

  g_assert (PLATEN_IS_PICTURE_LOADER (self));

  if (self->pictures == NULL || self->uri == NULL || self->width == 0 || self->cancellable != NULL)
    return;

  if (self->texture != NULL && !self->stale && platen_picture_loader_fits (self))
    return;

  if ((wait = self->retry_at - g_get_monotonic_time ()) > 0)
    {
      platen_picture_loader_update_in (self, wait / 1000 + 1);
      return;
    }

  self->cancellable = g_cancellable_new ();
  bambu_pictures_fetch_async (self->pictures,
                              self->uri,
                              BAMBU_PICTURES_PRIORITY_VISIBLE,
                              self->cancellable,
                              platen_picture_loader_fetch_cb,
                              g_object_ref (self));
}

static void
platen_picture_loader_dispose (GObject *object)
{
  PlatenPictureLoader *self = (PlatenPictureLoader *)object;

  platen_picture_loader_cancel (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (platen_picture_loader_parent_class)->dispose (object);
}

static void
platen_picture_loader_finalize (GObject *object)
{
  PlatenPictureLoader *self = (PlatenPictureLoader *)object;

  g_clear_pointer (&self->uri, g_free);

  G_OBJECT_CLASS (platen_picture_loader_parent_class)->finalize (object);
}

static void
platen_picture_loader_class_init (PlatenPictureLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_picture_loader_dispose;
  object_class->finalize = platen_picture_loader_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  signals[EXPIRED] =
    g_signal_new ("expired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_picture_loader_init (PlatenPictureLoader *self)
{
}

/**
 * platen_picture_loader_new:
 *
 * Returns: (transfer full): a loader of nothing yet
 */
PlatenPictureLoader *
platen_picture_loader_new (void)
{
  return g_object_new (PLATEN_TYPE_PICTURE_LOADER, NULL);
}

/**
 * platen_picture_loader_get_pictures:
 * @self: a #PlatenPictureLoader
 *
 * Returns: (transfer none) (nullable): where pictures come from
 */
BambuPictures *
platen_picture_loader_get_pictures (PlatenPictureLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE_LOADER (self), NULL);

  return self->pictures;
}

/**
 * platen_picture_loader_set_pictures:
 * @self: a #PlatenPictureLoader
 * @pictures: (nullable): where pictures come from
 *
 * Lets go of a texture that is there. Without @pictures nothing is loaded.
 *
 * Returns: whether that is another place than before
 */
gboolean
platen_picture_loader_set_pictures (PlatenPictureLoader *self,
                                    BambuPictures       *pictures)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE_LOADER (self), FALSE);
  g_return_val_if_fail (pictures == NULL || BAMBU_IS_PICTURES (pictures), FALSE);

  if (self->pictures == pictures)
    return FALSE;

  platen_picture_loader_cancel (self);
  platen_picture_loader_stash (self);
  platen_picture_loader_set_texture (self, NULL);
  g_set_object (&self->pictures, pictures);
  platen_picture_loader_update (self);

  return TRUE;
}

/**
 * platen_picture_loader_get_uri:
 * @self: a #PlatenPictureLoader
 *
 * Returns: (nullable): the picture's address
 */
const char *
platen_picture_loader_get_uri (PlatenPictureLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE_LOADER (self), NULL);

  return self->uri;
}

/**
 * platen_picture_loader_set_uri:
 * @self: a #PlatenPictureLoader
 * @uri: (nullable): the picture's address
 *
 * Nothing is loaded from there before platen_picture_loader_want(). Between one address and another the old texture
 * stays until the new one is there; %NULL lets go of it.
 */
void
platen_picture_loader_set_uri (PlatenPictureLoader *self,
                               const char          *uri)
{
  g_return_if_fail (PLATEN_IS_PICTURE_LOADER (self));

  if (g_strcmp0 (self->uri, uri) == 0)
    return;

  platen_picture_loader_cancel (self);
  platen_picture_loader_stash (self);
  g_free (self->uri);
  self->uri = g_strdup (uri);
  self->width = 0;
  self->height = 0;
  self->stale = TRUE;
  self->retry_seconds = 0;
  self->retry_at = 0;

  if (uri == NULL)
    platen_picture_loader_set_texture (self, NULL);
}

/**
 * platen_picture_loader_get_texture:
 * @self: a #PlatenPictureLoader
 *
 * Returns: (transfer none) (nullable): the picture, as far as it is there
 */
GdkTexture *
platen_picture_loader_get_texture (PlatenPictureLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE_LOADER (self), NULL);

  return self->texture;
}

/**
 * platen_picture_loader_want:
 * @self: a #PlatenPictureLoader
 * @width: the greatest width of use, in device pixels
 * @height: the greatest height of use, in device pixels
 *
 * Sees to it that there is a texture for this size. A texture of another size is replaced only once the size has
 * stayed the same for a moment, as a window that is being resized asks for many.
 */
void
platen_picture_loader_want (PlatenPictureLoader *self,
                            int                  width,
                            int                  height)
{
  g_return_if_fail (PLATEN_IS_PICTURE_LOADER (self));
  g_return_if_fail (width > 0 && height > 0);

  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;

  if (self->texture != NULL && !self->stale)
    platen_picture_loader_update_in (self, SETTLE_MSEC);
  else
    platen_picture_loader_update (self);
}

/**
 * platen_picture_loader_unwant:
 * @self: a #PlatenPictureLoader
 *
 * Stops loading until platen_picture_loader_want(), and lets go of a texture that is there.
 */
void
platen_picture_loader_unwant (PlatenPictureLoader *self)
{
  g_return_if_fail (PLATEN_IS_PICTURE_LOADER (self));

  self->width = 0;
  self->height = 0;
  platen_picture_loader_cancel (self);
  platen_picture_loader_stash (self);
  platen_picture_loader_set_texture (self, NULL);
}

/**
 * platen_picture_loader_recall:
 * @self: a #PlatenPictureLoader
 *
 * Takes back a texture of late, of whatever size it is, but loads nothing.
 */
void
platen_picture_loader_recall (PlatenPictureLoader *self)
{
  g_autoptr(GdkTexture) texture = NULL;

  g_return_if_fail (PLATEN_IS_PICTURE_LOADER (self));

  if (self->pictures == NULL || self->uri == NULL || (self->texture != NULL && !self->stale))
    return;

  texture = platen_texture_cache_take (platen_texture_cache_get (self->pictures),
                                       self->uri,
                                       &self->texture_for_width,
                                       &self->texture_for_height);

  if (texture == NULL)
    return;

  self->stale = FALSE;
  platen_picture_loader_set_texture (self, texture);
}
