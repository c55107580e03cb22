/* test-result.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An asynchronous call that is waited for: test_result_cb() with the address of a result that is NULL, then
 * test_result_wait() with the same address, which gives the result to finish with.
 */
void          test_result_cb   (GObject       *object,
                                GAsyncResult  *result,
                                gpointer       user_data);
GAsyncResult *test_result_wait (GAsyncResult **result);

G_END_DECLS
