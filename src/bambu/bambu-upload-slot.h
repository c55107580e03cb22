/* bambu-upload-slot.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What POST user/project answers: the project that was made, and where to send its file. Address and ticket are secret. */
typedef struct
{
  char *project_id;
  char *address;
  char *ticket;
} BambuUploadSlot;

gpointer bambu_upload_slot_make (JsonNode         *root,
                                 GBytes           *text,
                                 gpointer          make_data,
                                 GError          **error);
void     bambu_upload_slot_free (BambuUploadSlot  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuUploadSlot, bambu_upload_slot_free)

G_END_DECLS
