/* demo-partial.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-exchange.h"

G_BEGIN_DECLS

gboolean demo_partial_respond (DemoExchange *exchange,
                               const char   *content_type,
                               GBytes       *all);

G_END_DECLS
