/* platen-ticket-group.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_TICKET_GROUP (platen_ticket_group_get_type ())

/* Looks a support ticket up by its number, and shows what the cloud tells of it. */
G_DECLARE_FINAL_TYPE (PlatenTicketGroup, platen_ticket_group, PLATEN, TICKET_GROUP, AdwBin)

void platen_ticket_group_set_session (PlatenTicketGroup *self,
                                      BambuSession      *session);

G_END_DECLS
