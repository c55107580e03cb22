/* demo-world.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "demo-catalogue.h"
#include "demo-message.h"
#include "demo-preset.h"
#include "demo-printer.h"
#include "demo-task.h"

G_BEGIN_DECLS

/* How large a world is and how fast it runs. */
typedef struct
{
  guint64 seed;
  double  speed;
  guint   n_printers;
  guint   n_projects;
  guint   n_tasks;
  guint   n_presets;
  guint   n_messages;
} DemoWorldOptions;

#define DEMO_TYPE_WORLD (demo_world_get_type ())

G_DECLARE_FINAL_TYPE (DemoWorld, demo_world, DEMO, WORLD, GObject)

DemoWorld     *demo_world_new              (const DemoWorldOptions *options);

guint64        demo_world_get_seed         (DemoWorld              *self);
gint64         demo_world_get_time         (DemoWorld              *self);
gint64         demo_world_get_service_time (DemoWorld              *self);
void           demo_world_advance          (DemoWorld              *self,
                                            gint64                  seconds);

guint          demo_world_get_n_printers   (DemoWorld              *self);
DemoPrinter   *demo_world_get_printer      (DemoWorld              *self,
                                            guint                   index);
DemoPrinter   *demo_world_find_printer     (DemoWorld              *self,
                                            const char             *dev_id);

DemoCatalogue *demo_world_get_catalogue    (DemoWorld              *self);

guint          demo_world_get_n_tasks      (DemoWorld              *self,
                                            const char             *dev_id);
GPtrArray     *demo_world_list_tasks       (DemoWorld              *self,
                                            const char             *dev_id,
                                            gint64                  after,
                                            guint                   limit);
DemoTask      *demo_world_add_task         (DemoWorld              *self,
                                            DemoPrinter            *printer,
                                            gint64                  when);
DemoTask      *demo_world_queue_task       (DemoWorld              *self,
                                            DemoPrinter            *printer,
                                            DemoProject            *project,
                                            guint                   profile,
                                            guint                   plate,
                                            const char             *title);

void           demo_world_note_end         (DemoWorld              *self,
                                            DemoTask               *task);

GPtrArray     *demo_world_list_messages    (DemoWorld              *self,
                                            guint                   type,
                                            gint64                  after,
                                            guint                   limit);

DemoPresets   *demo_world_get_presets      (DemoWorld              *self);

G_END_DECLS
