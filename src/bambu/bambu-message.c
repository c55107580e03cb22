/* bambu-message.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-item-private.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuMessage
{
  BambuItem         parent_instance;

  GDateTime        *created;
  char             *text;
  char             *sender_id;
  char             *sender_name;
  char             *sender_avatar;
  char             *design_id;
  char             *design_title;
  char             *design_cover;
  gboolean          has_task;
  char             *task_id;
  char             *task_title;
  char             *task_cover;
  char             *device_id;
  BambuMessageKind  kind;
  BambuTaskState    task_state;
  GBytes           *json;
};

static const BambuField fields[] =
{
  { "created", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuMessage, created), "createTime" },
  { "text", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, text), NULL },
  { "sender-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, sender_id), NULL },
  { "sender-name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, sender_name), NULL },
  { "sender-avatar", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, sender_avatar), NULL },
  { "design-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, design_id), NULL },
  { "design-title", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, design_title), NULL },
  { "design-cover", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, design_cover), NULL },
  { "has-task", BAMBU_FIELD_BOOLEAN, G_STRUCT_OFFSET (BambuMessage, has_task), NULL },
  { "task-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, task_id), NULL },
  { "task-title", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, task_title), NULL },
  { "task-cover", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, task_cover), NULL },
  { "device-id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuMessage, device_id), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuMessage, bambu_message, BAMBU_TYPE_ITEM)

static GParamSpec *kind_pspec;
static GParamSpec *task_state_pspec;

G_DEFINE_ENUM_TYPE (BambuMessageKind, bambu_message_kind,
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_SYSTEM, "system"),
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_COMMENT, "comment"),
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_LIKE, "like"),
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_FOLLOW, "follow"),
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_PRINT, "print"),
                    G_DEFINE_ENUM_VALUE (BAMBU_MESSAGE_KIND_TASK, "task"))

static gboolean
bambu_message_merge (BambuItem *item,
                     BambuItem *newer_item)
{
  BambuMessage *self = BAMBU_MESSAGE (item);
  BambuMessage *newer = BAMBU_MESSAGE (newer_item);
  gboolean changed = bambu_fields_merge (self, newer, fields, N_FIELDS);

  g_bytes_unref (self->json);
  self->json = g_bytes_ref (newer->json);

  if (self->kind != newer->kind)
    {
      self->kind = newer->kind;
      g_object_notify_by_pspec (G_OBJECT (self), kind_pspec);
      changed = TRUE;
    }

  if (self->task_state != newer->task_state)
    {
      self->task_state = newer->task_state;
      g_object_notify_by_pspec (G_OBJECT (self), task_state_pspec);
      changed = TRUE;
    }

  return changed;
}

static void
bambu_message_finalize (GObject *object)
{
  BambuMessage *self = (BambuMessage *)object;

  g_clear_pointer (&self->json, g_bytes_unref);
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_message_parent_class)->finalize (object);
}

static void
bambu_message_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  BambuMessage *self = BAMBU_MESSAGE (object);

  if (pspec == kind_pspec)
    g_value_set_enum (value, self->kind);
  else if (pspec == task_state_pspec)
    g_value_set_enum (value, self->task_state);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_message_class_init (BambuMessageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  BambuItemClass *item_class = BAMBU_ITEM_CLASS (klass);

  object_class->finalize = bambu_message_finalize;
  object_class->get_property = bambu_message_get_property;

  item_class->merge = bambu_message_merge;

  bambu_fields_install (object_class, fields, N_FIELDS);

  kind_pspec = g_param_spec_enum ("kind", NULL, NULL,
                                  BAMBU_TYPE_MESSAGE_KIND,
                                  BAMBU_MESSAGE_KIND_UNKNOWN,
                                  (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, kind_pspec);

  task_state_pspec = g_param_spec_enum ("task-state", NULL, NULL,
                                        BAMBU_TYPE_TASK_STATE,
                                        BAMBU_TASK_STATE_UNKNOWN,
                                        (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 2, task_state_pspec);
}

static void
bambu_message_init (BambuMessage *self)
{
}

/* What a comment or the cloud itself has to say; where it stands is not documented. */
static char *
dup_text (JsonObject *json)
{
  static const char * const members[] = { "content", "text", "message" };
  JsonObject *comment = bambu_json_get_object (json, "comment");
  char *text = NULL;

  for (guint i = 0; text == NULL && i < G_N_ELEMENTS (members); i++)
    {
      text = bambu_fields_dup_string (comment, members[i]);

      if (text == NULL)
        text = bambu_fields_dup_string (json, members[i]);
    }

  return text != NULL ? text : bambu_fields_dup_string (json, "comment");
}

static void
bambu_message_read_parts (BambuMessage *self,
                          JsonObject   *json)
{
  JsonObject *from = bambu_json_get_object (json, "from");
  JsonObject *design = bambu_json_get_object (json, "design");
  JsonObject *task = bambu_json_get_object (json, "taskMessage");

  self->sender_id = bambu_fields_dup_string (from, "uid");
  self->sender_name = bambu_fields_dup_string (from, "name");
  self->sender_avatar = bambu_fields_dup_string (from, "avatar");
  self->design_id = bambu_fields_dup_string (design, "id");
  self->design_title = bambu_fields_dup_string (design, "title");
  self->design_cover = bambu_fields_dup_string (design, "cover");
  self->has_task = task != NULL;
  self->task_id = bambu_fields_dup_string (task, "id");
  self->task_title = bambu_fields_dup_string (task, "title");
  self->task_cover = bambu_fields_dup_string (task, "cover");
  self->task_state = bambu_task_state_from_status (bambu_json_get_int (task, "status", 0, G_MAXINT32, 0));
  self->device_id = bambu_fields_dup_string (task, "deviceId");
}

/* An entry of "hits" in the answer of my/messages. @text: (nullable): its own text. %NULL where it does not say which
 * message it is.
 */
BambuMessage *
bambu_message_new_from_json (JsonObject *json,
                             GBytes     *text)
{
  g_autofree char *id = bambu_fields_dup_string (json, "id");
  BambuMessage *self;

  if (id == NULL)
    return NULL;

  self = g_object_new (BAMBU_TYPE_MESSAGE, NULL);
  bambu_item_set_id (BAMBU_ITEM (self), id);
  bambu_fields_read (self, fields, N_FIELDS, json);
  self->kind = bambu_json_get_int (json, "type", BAMBU_MESSAGE_KIND_SYSTEM, BAMBU_MESSAGE_KIND_TASK,
                                   BAMBU_MESSAGE_KIND_UNKNOWN);
  self->text = dup_text (json);
  bambu_message_read_parts (self, json);
  self->json = text != NULL ? g_bytes_ref (text) : bambu_json_write (json);

  return self;
}

/**
 * bambu_message_get_id:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none): its id
 */
const char *
bambu_message_get_id (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return bambu_item_get_id (BAMBU_ITEM (self));
}

/**
 * bambu_message_get_created:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): when it came
 */
GDateTime *
bambu_message_get_created (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->created;
}

/**
 * bambu_message_get_text:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): what it says, where it says something
 */
const char *
bambu_message_get_text (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->text;
}

/**
 * bambu_message_get_sender_id:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the account that it is from
 */
const char *
bambu_message_get_sender_id (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->sender_id;
}

/**
 * bambu_message_get_sender_name:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): what that account is called
 */
const char *
bambu_message_get_sender_name (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->sender_name;
}

/**
 * bambu_message_get_sender_avatar:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the address of that account’s picture
 */
const char *
bambu_message_get_sender_avatar (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->sender_avatar;
}

/**
 * bambu_message_get_design_id:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the design that it is about
 */
const char *
bambu_message_get_design_id (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->design_id;
}

/**
 * bambu_message_get_design_title:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): what the design is called
 */
const char *
bambu_message_get_design_title (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->design_title;
}

/**
 * bambu_message_get_design_cover:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the address of the design’s picture, which expires
 */
const char *
bambu_message_get_design_cover (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->design_cover;
}

/**
 * bambu_message_get_has_task:
 * @self: a #BambuMessage
 *
 * Returns: whether it is about a print
 */
gboolean
bambu_message_get_has_task (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), FALSE);

  return self->has_task;
}

/**
 * bambu_message_get_task_id:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the print that it is about
 */
const char *
bambu_message_get_task_id (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->task_id;
}

/**
 * bambu_message_get_task_title:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): what was printed
 */
const char *
bambu_message_get_task_title (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->task_title;
}

/**
 * bambu_message_get_task_cover:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the address of the print’s picture, which expires
 */
const char *
bambu_message_get_task_cover (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->task_cover;
}

/**
 * bambu_message_get_device_id:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none) (nullable): the serial number of the printer
 */
const char *
bambu_message_get_device_id (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->device_id;
}

/**
 * bambu_message_get_kind:
 * @self: a #BambuMessage
 *
 * Returns: what it is about
 */
BambuMessageKind
bambu_message_get_kind (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), BAMBU_MESSAGE_KIND_UNKNOWN);

  return self->kind;
}

/**
 * bambu_message_get_task_state:
 * @self: a #BambuMessage
 *
 * Returns: what became of the print that it is about
 */
BambuTaskState
bambu_message_get_task_state (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), BAMBU_TASK_STATE_UNKNOWN);

  return self->task_state;
}

/**
 * bambu_message_get_json:
 * @self: a #BambuMessage
 *
 * Returns: (transfer none): what the cloud told of it, a JSON object
 */
GBytes *
bambu_message_get_json (BambuMessage *self)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (self), NULL);

  return self->json;
}
