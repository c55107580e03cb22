/* bambu-item.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* BambuItem: a thing of the cloud that has an id and lives in a BambuList. Abstract. A newer copy of it is
 * merged into the object that is already shown, which notifies only what changed.
 */
#define BAMBU_TYPE_ITEM (bambu_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (BambuItem, bambu_item, BAMBU, ITEM, GObject)

struct _BambuItemClass
{
  GObjectClass parent_class;

  /* Takes over what @newer knows. Main thread. Returns whether anything changed. */
  gboolean (*merge) (BambuItem *self,
                     BambuItem *newer);
};

const char *bambu_item_get_id (BambuItem *self);
gboolean    bambu_item_merge  (BambuItem *self,
                               BambuItem *newer);

G_END_DECLS
