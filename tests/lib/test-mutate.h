/* test-mutate.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON as nobody should send it, made of JSON that somebody does: the same each time for the same @random. It often is JSON
 * no more.
 */
char *test_mutate (const char *json,
                   GRand      *random);

G_END_DECLS
