/* bambu-ticket.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_TICKET (bambu_ticket_get_type ())

/* A support ticket. What the cloud tells of one is not documented: whatever it is can be shown. Immutable. Properties as
 * the getters.
 */
G_DECLARE_FINAL_TYPE (BambuTicket, bambu_ticket, BAMBU, TICKET, GObject)

const char *bambu_ticket_get_id      (BambuTicket *self);  /* NULL where not told */
const char *bambu_ticket_get_title   (BambuTicket *self);
const char *bambu_ticket_get_status  (BambuTicket *self);  /* the cloud's own word or number */
GDateTime  *bambu_ticket_get_created (BambuTicket *self);
GListModel *bambu_ticket_get_values  (BambuTicket *self);  /* of BambuSetting: everything, in the cloud's order */

G_END_DECLS
