/* demo-faults.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-exchange.h"

G_BEGIN_DECLS

/* What a request gets instead of, or on top of, its answer. */
struct _DemoFault
{
  char       *method;     /* (nullable): any */
  char       *path;       /* (nullable): any; may hold "*" */
  guint       status;     /* 0 for the one that the answer has */
  GHashTable *headers;    /* (nullable): of char * to char * */
  char       *body;       /* (nullable) */
  char       *redirect;   /* (nullable) */
  guint       delay_ms;
  gint64      drop_after; /* bytes of the body, -1 for never */
  gint64      times;      /* how often it still happens, -1 for always */
};

typedef struct _DemoFaults DemoFaults;

DemoFaults *demo_faults_new    (void);
void        demo_faults_free   (DemoFaults   *self);
void        demo_faults_clear  (DemoFaults   *self);
gboolean    demo_faults_add    (DemoFaults   *self,
                                JsonObject   *object,
                                GError      **error);
DemoFault  *demo_faults_take   (DemoFaults   *self,
                                const char   *method,
                                const char   *path,
                                const char   *query);
void        demo_faults_write  (DemoFaults   *self,
                                DemoJson     *json);

gboolean    demo_fault_answers (DemoFault    *self);
void        demo_fault_answer  (DemoFault    *self,
                                DemoExchange *exchange);
void        demo_fault_finish  (DemoFault    *self,
                                DemoExchange *exchange);
void        demo_fault_free    (DemoFault    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoFault, demo_fault_free)

G_END_DECLS
