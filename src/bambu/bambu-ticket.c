/* bambu-ticket.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuTicket
{
  GObject     parent_instance;

  char       *id;
  char       *title;
  char       *status;
  GDateTime  *created;
  GListStore *values;
};

static const BambuField fields[] =
{
  { "id", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTicket, id), "id" },
  { "title", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTicket, title), NULL },
  { "status", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuTicket, status), "status" },
  { "created", BAMBU_FIELD_TIME, G_STRUCT_OFFSET (BambuTicket, created), NULL },
  { "values", BAMBU_FIELD_OBJECT, G_STRUCT_OFFSET (BambuTicket, values), NULL },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuTicket, bambu_ticket, G_TYPE_OBJECT)

static void
bambu_ticket_finalize (GObject *object)
{
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_ticket_parent_class)->finalize (object);
}

static void
bambu_ticket_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_ticket_class_init (BambuTicketClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_ticket_finalize;
  object_class->get_property = bambu_ticket_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);
}

static void
bambu_ticket_init (BambuTicket *self)
{
  self->values = g_list_store_new (BAMBU_TYPE_SETTING);
}

/* The answer of my/ticket/{id}, whose members are not documented: these are the likely ones. */
BambuTicket *
bambu_ticket_new_from_json (JsonObject *json)
{
  BambuTicket *self = g_object_new (BAMBU_TYPE_TICKET, NULL);

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->created = bambu_json_dup_time (json, "createTime");
  self->title = bambu_fields_dup_string (json, "title");

  if (self->created == NULL)
    self->created = bambu_json_dup_time (json, "create_time");

  if (self->title == NULL)
    self->title = bambu_fields_dup_string (json, "subject");

  bambu_types_read_values (self->values, json);

  return self;
}

/**
 * bambu_ticket_get_id:
 * @self: a #BambuTicket
 *
 * Returns: (transfer none) (nullable): its number
 */
const char *
bambu_ticket_get_id (BambuTicket *self)
{
  g_return_val_if_fail (BAMBU_IS_TICKET (self), NULL);

  return self->id;
}

/**
 * bambu_ticket_get_title:
 * @self: a #BambuTicket
 *
 * Returns: (transfer none) (nullable): what it is about
 */
const char *
bambu_ticket_get_title (BambuTicket *self)
{
  g_return_val_if_fail (BAMBU_IS_TICKET (self), NULL);

  return self->title;
}

/**
 * bambu_ticket_get_status:
 * @self: a #BambuTicket
 *
 * Returns: (transfer none) (nullable): the cloud’s own word, or number, for its state
 */
const char *
bambu_ticket_get_status (BambuTicket *self)
{
  g_return_val_if_fail (BAMBU_IS_TICKET (self), NULL);

  return self->status;
}

/**
 * bambu_ticket_get_created:
 * @self: a #BambuTicket
 *
 * Returns: (transfer none) (nullable): when it was opened
 */
GDateTime *
bambu_ticket_get_created (BambuTicket *self)
{
  g_return_val_if_fail (BAMBU_IS_TICKET (self), NULL);

  return self->created;
}

/**
 * bambu_ticket_get_values:
 * @self: a #BambuTicket
 *
 * Returns: (transfer none): whatever was told, of #BambuSetting, in the cloud’s order
 */
GListModel *
bambu_ticket_get_values (BambuTicket *self)
{
  g_return_val_if_fail (BAMBU_IS_TICKET (self), NULL);

  return G_LIST_MODEL (self->values);
}
