/* demo-history.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-world.h"

G_BEGIN_DECLS

/* What was printed before the world began. Nothing of it is kept: each task is worked out from its place in the order,
 * which makes a hundred thousand of them as cheap as none.
 */
typedef struct _DemoHistory DemoHistory;

gint64       demo_history_get_length    (guint        n_tasks,
                                         guint        n_printers);

DemoHistory *demo_history_new           (DemoWorld   *world,
                                         guint        n_tasks,
                                         gint64       end,
                                         gint64       first_id,
                                         guint        id_step);
void         demo_history_free          (DemoHistory *self);
guint        demo_history_get_n_tasks   (DemoHistory *self,
                                         DemoPrinter *printer);
void         demo_history_list_tasks    (DemoHistory *self,
                                         DemoPrinter *printer,
                                         gint64       after,
                                         guint        limit,
                                         GPtrArray   *tasks);
void         demo_history_list_messages (DemoHistory *self,
                                         guint        n_messages,
                                         guint        type,
                                         gint64       after,
                                         guint        limit,
                                         GPtrArray   *messages);

G_END_DECLS
