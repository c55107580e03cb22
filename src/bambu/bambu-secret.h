/* bambu-secret.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Passwords, codes and tokens: memory that held one is cleared before it is given back. */
void    bambu_secret_free           (char       *secret);
GBytes *bambu_secret_bytes_new_take (char       *data,
                                     gsize       length);

G_END_DECLS
