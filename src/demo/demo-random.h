/* demo-random.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small repeatable generator: the same seed, kind and index give the same numbers on every machine, so that any
 * part of the world can be made on its own and in any order.
 */
typedef struct
{
  guint64 state;
} DemoRandom;

void     demo_random_init  (DemoRandom *self,
                            guint64     seed,
                            const char *kind,
                            guint64     index);
guint64  demo_random_next  (DemoRandom *self);
guint    demo_random_below (DemoRandom *self,
                            guint       bound);
int      demo_random_range (DemoRandom *self,
                            int         first,
                            int         last);
double   demo_random_unit  (DemoRandom *self);
gboolean demo_random_odds  (DemoRandom *self,
                            guint       percent);
char    *demo_random_hex   (DemoRandom *self,
                            guint       digits);

G_END_DECLS
