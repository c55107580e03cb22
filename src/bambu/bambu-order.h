/* bambu-order.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean *bambu_order_find_stable (GPtrArray *present,
                                   GPtrArray *wanted);

G_END_DECLS
