/* bambu-message.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-item.h"
#include "bambu-task.h"

G_BEGIN_DECLS

/**
 * BambuMessageKind:
 * @BAMBU_MESSAGE_KIND_UNKNOWN: a kind that is not known here; as a filter: all kinds
 * @BAMBU_MESSAGE_KIND_SYSTEM: from the cloud
 * @BAMBU_MESSAGE_KIND_COMMENT: a comment on a design
 * @BAMBU_MESSAGE_KIND_LIKE: somebody likes a design
 * @BAMBU_MESSAGE_KIND_FOLLOW: somebody follows the account
 * @BAMBU_MESSAGE_KIND_PRINT: somebody printed a design
 * @BAMBU_MESSAGE_KIND_TASK: a print of the account's own
 *
 * What a message is about. The numbers are the cloud's.
 */
typedef enum
{
  BAMBU_MESSAGE_KIND_UNKNOWN = 0,
  BAMBU_MESSAGE_KIND_SYSTEM = 1,
  BAMBU_MESSAGE_KIND_COMMENT = 2,
  BAMBU_MESSAGE_KIND_LIKE = 3,
  BAMBU_MESSAGE_KIND_FOLLOW = 4,
  BAMBU_MESSAGE_KIND_PRINT = 5,
  BAMBU_MESSAGE_KIND_TASK = 6,
} BambuMessageKind;

#define BAMBU_TYPE_MESSAGE_KIND (bambu_message_kind_get_type ())
#define BAMBU_TYPE_MESSAGE      (bambu_message_get_type ())

/* A message to the account. Properties (read-only) as the getters; everything but the id may be missing. */
G_DECLARE_FINAL_TYPE (BambuMessage, bambu_message, BAMBU, MESSAGE, BambuItem)

GType             bambu_message_kind_get_type     (void);

const char       *bambu_message_get_id            (BambuMessage *self);
BambuMessageKind  bambu_message_get_kind          (BambuMessage *self);
GDateTime        *bambu_message_get_created       (BambuMessage *self);
const char       *bambu_message_get_text          (BambuMessage *self);  /* of a comment or of the cloud */
const char       *bambu_message_get_sender_id     (BambuMessage *self);
const char       *bambu_message_get_sender_name   (BambuMessage *self);
const char       *bambu_message_get_sender_avatar (BambuMessage *self);  /* address of a picture */
const char       *bambu_message_get_design_id     (BambuMessage *self);
const char       *bambu_message_get_design_title  (BambuMessage *self);
const char       *bambu_message_get_design_cover  (BambuMessage *self);  /* address of a picture; expires */
gboolean          bambu_message_get_has_task      (BambuMessage *self);
const char       *bambu_message_get_task_id       (BambuMessage *self);
const char       *bambu_message_get_task_title    (BambuMessage *self);
const char       *bambu_message_get_task_cover    (BambuMessage *self);  /* address of a picture; expires */
BambuTaskState    bambu_message_get_task_state    (BambuMessage *self);
const char       *bambu_message_get_device_id     (BambuMessage *self);

/* The cloud's own text about it; not on a page that was kept on disk: there what was kept of it. */
GBytes           *bambu_message_get_json          (BambuMessage *self);  /* (transfer none) */

G_END_DECLS
