/* platen-notification-picture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notification-picture.h"

#include <glib/gstdio.h>

#include "platen-decode.h"

/* In pixels. Desktops show a quarter of it; the notification portal refuses more than twice as much. */
#define SIZE 256

/* How many of the files stay for desktops that come back to them. */
#define MAX_FILES 16

#define FOLDER "platen-notifications"

typedef struct
{
  GdkTexture *texture;
  gboolean    sandboxed;
  guint       number;
} Picture;

static void
picture_free (Picture *picture)
{
  g_clear_object (&picture->texture);
  g_free (picture);
}

static char *
build_path (const char *folder,
            guint       number)
{
  g_autofree char *name = g_strdup_printf ("%d-%u.png", (int)getpid (), number);

  return g_build_filename (folder, name, NULL);
}

/* In the folder that goes when the user logs out. A name is not used again: desktops keep pictures by name. */
static GIcon *
write_picture (GBytes  *bytes,
               guint    number,
               GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), FOLDER, NULL);
  g_autofree char *path = build_path (folder, number);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (folder, 0700);

  if (number >= MAX_FILES)
    {
      g_autofree char *oldest = build_path (folder, number - MAX_FILES);

      g_unlink (oldest);
    }

  if (!g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error))
    return NULL;

  return g_file_icon_new (file);
}

/* In the middle of a square, as the notification portal takes nothing else; what is beside it is seen through. */
static GdkTexture *
make_square (GdkTexture *texture)
{
  const int width = gdk_texture_get_width (texture);
  const int height = gdk_texture_get_height (texture);
  const int side = MAX (width, height);
  const gsize stride = (gsize) side * 4;
  guint8 *data = g_malloc0 (stride * side);
  g_autoptr(GBytes) bytes = g_bytes_new_take (data, stride * side);

  gdk_texture_download (texture, data + (side - height) / 2 * stride + (side - width) / 2 * 4, stride);

  return gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* In a thread. Whatever the cloud's file is, desktops know PNG. */
static void
make_icon (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Picture *picture = task_data;
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;
  GIcon *icon;

  texture = picture->sandboxed ? make_square (picture->texture) : g_object_ref (picture->texture);
  bytes = gdk_texture_save_to_png_bytes (texture);

  if (picture->sandboxed)
    icon = g_bytes_icon_new (bytes);
  else
    icon = write_picture (bytes, picture->number, &error);

  if (icon != NULL)
    g_task_return_pointer (task, icon, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Picture *picture = g_task_get_task_data (task);
  GError *error = NULL;

  if ((picture->texture = platen_decode_finish (result, &error)))
    g_task_run_in_thread (task, make_icon);
  else
    g_task_return_error (task, error);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;

  if ((bytes = bambu_pictures_fetch_finish (BAMBU_PICTURES (object), result, &error)))
    platen_decode_async (bytes, SIZE, SIZE, g_task_get_cancellable (task), decoded_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/**
 * platen_notification_picture_load_async:
 * @pictures: where the picture comes from
 * @uri: its address
 * @sandboxed: whether the desktop cannot read files of this program
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Fetches a picture and makes an icon of it that a notification can carry.
 */
void
platen_notification_picture_load_async (BambuPictures       *pictures,
                                        const char          *uri,
                                        gboolean             sandboxed,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  static guint n_pictures;
  g_autoptr(GTask) task = NULL;
  Picture *picture;

  g_return_if_fail (BAMBU_IS_PICTURES (pictures));
  g_return_if_fail (uri != NULL);

  picture = g_new0 (Picture, 1);
  picture->sandboxed = sandboxed;
  picture->number = n_pictures++;

  task = g_task_new (pictures, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_notification_picture_load_async);
  g_task_set_task_data (task, picture, (GDestroyNotify)picture_free);
  bambu_pictures_fetch_async (pictures, uri, BAMBU_PICTURES_PRIORITY_VISIBLE, cancellable,
                              fetched_cb, g_object_ref (task));
}

/**
 * platen_notification_picture_load_finish:
 * @pictures: where the picture comes from
 * @result: what the callback got
 * @error: where to say why not; those of bambu_pictures_fetch_finish(), of GdkPixbuf and of writing a file
 *
 * Ends platen_notification_picture_load_async().
 *
 * Returns: (transfer full): the icon
 */
GIcon *
platen_notification_picture_load_finish (BambuPictures  *pictures,
                                         GAsyncResult   *result,
                                         GError        **error)
{
  g_return_val_if_fail (BAMBU_IS_PICTURES (pictures), NULL);
  g_return_val_if_fail (g_task_is_valid (result, pictures), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
