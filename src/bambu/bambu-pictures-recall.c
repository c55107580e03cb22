/* bambu-pictures-recall.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-pictures-private.h"

#include "bambu-error.h"

static void
recalled_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GBytes) bytes = bambu_picture_store_load_finish (BAMBU_PICTURE_STORE (object), result);

  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref);
  else
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, "The picture is not kept");
}

/**
 * bambu_pictures_recall_async:
 * @self: a #BambuPictures
 * @uri: the picture's address, with a signature or without
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Gets a picture that is on the disk. The cloud is not asked for one that is not.
 */
void
bambu_pictures_recall_async (BambuPictures       *self,
                             const char          *uri,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *key = NULL;
  BambuPictureStore *store;

  g_return_if_fail (BAMBU_IS_PICTURES (self));
  g_return_if_fail (uri != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, bambu_pictures_recall_async);

  store = bambu_pictures_get_store (self);
  if (store == NULL)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, "Pictures are not kept");
      return;
    }

  key = bambu_pictures_build_key (uri);
  bambu_picture_store_load_async (store, key, recalled_cb, g_steal_pointer (&task));
}

/**
 * bambu_pictures_recall_finish:
 * @self: a #BambuPictures
 * @result: what the callback got
 * @error: where to say why not; %BAMBU_ERROR_NOT_FOUND
 *
 * Ends bambu_pictures_recall_async().
 *
 * Returns: (transfer full) (nullable): the picture as the cloud gave it
 */
GBytes *
bambu_pictures_recall_finish (BambuPictures  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (BAMBU_IS_PICTURES (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
