/* demo-log.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-json.h"

G_BEGIN_DECLS

/* What was asked for. */
typedef struct
{
  char    *method;
  char    *path;
  char    *query;      /* (nullable) */
  char    *user_agent; /* (nullable) */
  gboolean has_token;
  gboolean is_store;
  guint    status;     /* 0 before the answer is on its way */
} DemoLogEntry;

/* The requests, up to a number of them, the oldest first. */
typedef struct _DemoLog DemoLog;

DemoLog *demo_log_new        (void);
void     demo_log_free       (DemoLog      *self);
void     demo_log_clear      (DemoLog      *self);
guint64  demo_log_add        (DemoLog      *self,
                              DemoLogEntry *entry);
void     demo_log_set_status (DemoLog      *self,
                              guint64       serial,
                              guint         status);
void     demo_log_write      (DemoLog      *self,
                              DemoJson     *json);

G_END_DECLS
