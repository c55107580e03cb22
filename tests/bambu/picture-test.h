/* picture-test.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-pictures-private.h"
#include "picture-shop.h"

G_BEGIN_DECLS

/* Pictures with a folder of their own, and a shop that they come from. */
typedef struct
{
  PictureShop   *shop;
  BambuClient   *client;
  char          *directory;
  BambuPictures *pictures;
} PictureTest;

/* Someone who wants a picture. */
typedef struct
{
  GCancellable *cancellable;
  GBytes       *bytes;
  GError       *error;
  guint         n_done;
  gint64        when;
} Viewer;

void           picture_test_set_up          (PictureTest           *self,
                                             gconstpointer          data);
void           picture_test_tear_down       (PictureTest           *self,
                                             gconstpointer          data);
BambuPictures *picture_test_create          (PictureTest           *self,
                                             guint64                max_bytes);
void           picture_test_drop            (BambuPictures         *pictures);

/* Starts over, as after a restart of the program. */
void           picture_test_restart         (PictureTest           *self,
                                             guint64                max_bytes);

/* Waits until what came is on the disk: until no thread has the store any more. */
void           picture_test_wait_until_kept (BambuPictureStore     *store,
                                             guint                  n_references);
guint          picture_test_count_files     (PictureTest           *self);
/* How many bytes there are in all of them. */
guint64        picture_test_sum_up          (PictureTest           *self);
void           picture_test_assert_sees     (PictureTest           *self,
                                             const char            *path,
                                             gsize                  size);
void           picture_test_assert_fails    (PictureTest           *self,
                                             const char            *path,
                                             int                    code);

void           viewer_look                  (PictureTest           *self,
                                             Viewer                *viewer,
                                             const char            *path,
                                             BambuPicturesPriority  priority);
void           viewer_fetched_cb            (GObject               *object,
                                             GAsyncResult          *result,
                                             gpointer               user_data);
void           viewer_wait                  (Viewer                *viewer);
void           viewer_clear                 (Viewer                *viewer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Viewer, viewer_clear)

G_END_DECLS
