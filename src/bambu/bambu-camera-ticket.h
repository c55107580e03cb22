/* bambu-camera-ticket.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_TYPE_CAMERA_TICKET (bambu_camera_ticket_get_type ())

/* BambuCameraTicket: what opens a printer's camera for a while. Secret: never kept on disk, never logged, its memory is
 * cleared when it goes. Immutable, reference counted.
 */
typedef struct _BambuCameraTicket BambuCameraTicket;

GType              bambu_camera_ticket_get_type     (void);
BambuCameraTicket *bambu_camera_ticket_ref          (BambuCameraTicket *self);
void               bambu_camera_ticket_unref        (BambuCameraTicket *self);
const char        *bambu_camera_ticket_get_code     (BambuCameraTicket *self); /* "ttcode" */
const char        *bambu_camera_ticket_get_password (BambuCameraTicket *self); /* nullable */
const char        *bambu_camera_ticket_get_key      (BambuCameraTicket *self); /* "authkey"; nullable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BambuCameraTicket, bambu_camera_ticket_unref)

G_END_DECLS
