/* bambu-json-walk.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A walk over the members of an object, or the elements of an array, in their text. Should the text be wrong, the walk ends
 * early; it never leaves the text.
 */
typedef struct
{
  const char *at;
  const char *end;
  const char *name;          /* of the present member, without its quotes */
  gsize       name_length;
  const char *value;         /* the present one */
  gsize       value_length;
  gboolean    more;          /* whether a comma promises another */
} BambuJsonWalk;

gboolean bambu_json_walk_begin       (BambuJsonWalk       *self,
                                      const char          *text,
                                      gsize                length,
                                      char                 bracket);
gboolean bambu_json_walk_next_member (BambuJsonWalk       *self);
gboolean bambu_json_walk_next_value  (BambuJsonWalk       *self);
gboolean bambu_json_walk_is_over     (BambuJsonWalk       *self,
                                      char                 bracket);
gboolean bambu_json_walk_is_at       (const BambuJsonWalk *self,
                                      const char          *member);
gboolean bambu_json_walk_is_at_any   (const BambuJsonWalk *self,
                                      const char * const  *members);

G_END_DECLS
