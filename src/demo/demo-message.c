/* demo-message.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-message.h"

#include "demo-random.h"

/* Newer messages have higher ids; those of the past lie below the first. */
#define FIRST_ID G_GINT64_CONSTANT (41870211)
#define ID_STEP 37

static const char * const persons[] = {
  "Grace", "Linus Layer", "PrintHopper", "mira_makes", "BenchyFan42", "Konrad", "Yuki", "TheoT", "NozzleNora", "Ivo",
  "Sanna", "Filament Phil",
};

static const char * const comments[] = {
  "Printed without supports, came out clean. Thank you!",
  "Could you share the source file? I would like it 5 % larger.",
  "Fits perfectly, tolerance of 0.2 mm was spot on.",
  "谢谢，打印效果很好！",
  "Had to slow the outer wall down to 60 mm/s on my A1, then perfect.",
  "Sieht super aus – in PETG bedruckt, hält.",
  "Third one for the family 😀",
};

static const char * const notices[] = {
  "Your design was featured in this week’s collection.",
  "The terms of the community have changed.",
  "A new firmware is available for one of your printers.",
  "Maintenance of the cloud on Sunday from 02:00 to 04:00 UTC.",
};

/**
 * demo_message_get_id:
 * @index: which message of the past, from 0, the newest first; below 0 which of those that came since, the newest
 *   having the lowest number
 *
 * Returns: its id
 */
gint64
demo_message_get_id (gint64 index)
{
  return FIRST_ID - index * ID_STEP;
}

/**
 * demo_message_get_first_index:
 * @after: the id of a message, or %G_MAXINT64
 *
 * Returns: the newest message of the past that is older, counted from 0
 */
guint
demo_message_get_first_index (gint64 after)
{
  gint64 index;

  if (after > FIRST_ID)
    return 0;

  index = (FIRST_ID - after) / ID_STEP + 1;

  return (guint) MIN (index, G_MAXINT);
}

/**
 * demo_message_new:
 * @seed: the world's seed
 * @id: its id
 * @create_time: when it came, in seconds since the epoch
 *
 * Returns: (transfer full): a message of a kind that @id decides, about nothing yet
 */
DemoMessage *
demo_message_new (guint64 seed,
                  gint64  id,
                  gint64  create_time)
{
  DemoMessage *self = g_new0 (DemoMessage, 1);
  DemoRandom random;
  guint kind;

  demo_random_init (&random, seed, "message", (guint64) id);
  kind = demo_random_below (&random, 100);

  self->id = id;
  self->create_time = create_time;
  self->type = kind < 5 ? DEMO_MESSAGE_SYSTEM
             : kind < 14 ? DEMO_MESSAGE_COMMENT
             : kind < 27 ? DEMO_MESSAGE_LIKE
             : kind < 34 ? DEMO_MESSAGE_FOLLOW
             : kind < 46 ? DEMO_MESSAGE_PRINT
             : DEMO_MESSAGE_TASK;
  self->person = demo_random_below (&random, G_N_ELEMENTS (persons));
  self->name = persons[self->person];

  if (self->type == DEMO_MESSAGE_COMMENT)
    self->text = comments[demo_random_below (&random, G_N_ELEMENTS (comments))];
  else if (self->type == DEMO_MESSAGE_SYSTEM)
    self->text = notices[demo_random_below (&random, G_N_ELEMENTS (notices))];

  return self;
}

/**
 * demo_message_new_for_task:
 * @id: its id
 * @task: (transfer full): a task that has ended
 *
 * Returns: (transfer full): the message that says so
 */
DemoMessage *
demo_message_new_for_task (gint64    id,
                           DemoTask *task)
{
  DemoMessage *self;

  g_return_val_if_fail (task != NULL, NULL);

  self = g_new0 (DemoMessage, 1);
  self->id = id;
  self->type = DEMO_MESSAGE_TASK;
  self->create_time = task->end_time;
  self->task = task;

  return self;
}

/**
 * demo_message_free:
 * @self: (transfer full): a message
 *
 * Frees a message.
 */
void
demo_message_free (DemoMessage *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->task, demo_task_free);
  g_free (self);
}

/**
 * demo_message_has_design:
 * @self: a message
 *
 * Returns: whether messages of this kind are about a design
 */
gboolean
demo_message_has_design (DemoMessage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == DEMO_MESSAGE_COMMENT || self->type == DEMO_MESSAGE_LIKE || self->type == DEMO_MESSAGE_PRINT;
}
