/* bambu-waiters.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BambuWaiters BambuWaiters;

/**
 * BambuWaitersReturn:
 * @task: one who waited
 * @result: what all waited for
 *
 * Hands a result to one of those who waited for it.
 */
typedef void (*BambuWaitersReturn) (GTask    *task,
                                    gpointer  result);

BambuWaiters *bambu_waiters_new         (GSourceFunc         abandoned,
                                         gpointer            user_data);
void          bambu_waiters_free        (BambuWaiters       *self);
void          bambu_waiters_add         (BambuWaiters       *self,
                                         GTask              *task);
gboolean      bambu_waiters_is_empty    (BambuWaiters       *self);
void          bambu_waiters_succeed     (BambuWaiters       *self,
                                         BambuWaitersReturn  hand_over,
                                         gpointer            result);
void          bambu_waiters_fail        (BambuWaiters       *self,
                                         const GError       *error);
void          bambu_waiters_settle      (BambuWaiters       *self,
                                         const GError       *error);

/* The request that all of them share. */
GCancellable *bambu_waiters_join        (BambuWaiters       *self,
                                         GTask              *task);
gboolean      bambu_waiters_is_busy     (BambuWaiters       *self);
gboolean      bambu_waiters_is_current  (BambuWaiters       *self,
                                         GCancellable       *request);
void          bambu_waiters_end_request (BambuWaiters       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuWaiters, bambu_waiters_free)

G_END_DECLS
