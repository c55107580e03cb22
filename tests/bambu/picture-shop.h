/* picture-shop.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* PictureShop: an object store in the test's own process, which holds back its answers until it is told to give them, so
 * that a test sees who is asked for when. Whoever comes with more than a browser's headers fails the test.
 */
typedef struct _PictureShop PictureShop;

PictureShop *picture_shop_new        (void);
void         picture_shop_free       (PictureShop *self);
const char  *picture_shop_get_url    (PictureShop *self);

/* Answers at once from now on. */
void         picture_shop_open       (PictureShop *self,
                                      guint        status,
                                      gsize        size);
/* Answers what is asked for as @path, which must be held back. */
void         picture_shop_answer     (PictureShop *self,
                                      const char  *path,
                                      guint        status,
                                      gsize        size);
/* Waits until @n are held back from someone who still waits for them. */
void         picture_shop_wait       (PictureShop *self,
                                      guint        n);
guint        picture_shop_get_n_asked (PictureShop *self);
guint        picture_shop_get_most   (PictureShop *self);
/* The path and query of everything asked for so far, in order. */
const char  *picture_shop_get_asked  (PictureShop *self,
                                      guint        index);

/* What the shop has under @path. */
GBytes      *picture_shop_create     (const char  *path,
                                      gsize        size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PictureShop, picture_shop_free)

G_END_DECLS
