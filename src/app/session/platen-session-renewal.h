/* platen-session-renewal.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-session-manager.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_SESSION_RENEWAL (platen_session_renewal_get_type ())

/* Keeps an eye on when the sign-in ends. As that nears it tries once to have it renewed, and lets the manager's "expires"
 * be notified, so that whoever shows it says so some days ahead. Refused, the sign-in stays as it is.
 */
G_DECLARE_FINAL_TYPE (PlatenSessionRenewal, platen_session_renewal, PLATEN, SESSION_RENEWAL, GObject)

PlatenSessionRenewal *platen_session_renewal_new (PlatenSessionManager *manager);

G_END_DECLS
