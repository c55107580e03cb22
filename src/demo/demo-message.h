/* demo-message.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-task.h"

G_BEGIN_DECLS

/* What my/messages calls the kinds of messages. */
typedef enum
{
  DEMO_MESSAGE_SYSTEM = 1,
  DEMO_MESSAGE_COMMENT = 2,
  DEMO_MESSAGE_LIKE = 3,
  DEMO_MESSAGE_FOLLOW = 4,
  DEMO_MESSAGE_PRINT = 5, /* somebody printed a design of the user's */
  DEMO_MESSAGE_TASK = 6,  /* a print of the user's own has ended */
} DemoMessageType;

typedef struct
{
  gint64           id;
  DemoMessageType  type;
  gint64           create_time; /* seconds since the epoch, in the world */
  guint            person;      /* from 0, who it is from where it is not the user */
  const char      *name;        /* (nullable): that person's name */
  const char      *text;        /* (nullable): a comment, or what the system says */
  DemoTask        *task;        /* (nullable): owned */
  DemoProject     *project;     /* (nullable): the design that it is about */
} DemoMessage;

gint64       demo_message_get_id          (gint64       index);
guint        demo_message_get_first_index (gint64       after);

DemoMessage *demo_message_new             (guint64      seed,
                                           gint64       id,
                                           gint64       create_time);
DemoMessage *demo_message_new_for_task    (gint64       id,
                                           DemoTask    *task);
void         demo_message_free            (DemoMessage *self);
gboolean     demo_message_has_design      (DemoMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoMessage, demo_message_free)

G_END_DECLS
