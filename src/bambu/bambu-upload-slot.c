/* bambu-upload-slot.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"

#include <glib/gi18n-lib.h>
#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-secret.h"
#include "bambu-upload-slot.h"

/* A BambuMakeFunc. */
gpointer
bambu_upload_slot_make (JsonNode  *root,
                        GBytes    *text,
                        gpointer   make_data,
                        GError   **error)
{
  JsonObject *json = bambu_json_node_object (root);
  BambuUploadSlot *self = g_new0 (BambuUploadSlot, 1);

  self->project_id = bambu_fields_dup_string (json, "project_id");
  self->address = bambu_fields_dup_string (json, "upload_url");
  self->ticket = bambu_fields_dup_string (json, "upload_ticket");

  if (self->project_id != NULL && self->address != NULL && self->ticket != NULL)
    return self;

  bambu_upload_slot_free (self);
  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                       _("The cloud did not say where the file is to go. There may be an empty project in the list now."));

  return NULL;
}

void
bambu_upload_slot_free (BambuUploadSlot *self)
{
  bambu_secret_free (self->address);
  bambu_secret_free (self->ticket);
  g_free (self->project_id);
  g_free (self);
}
