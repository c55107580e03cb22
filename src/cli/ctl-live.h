/* ctl-live.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl.h"

G_BEGIN_DECLS

gboolean ctl_refresh_printers (Ctl           *ctl,
                               BambuSession  *session,
                               const char    *device_id,
                               GError       **error);
gboolean ctl_start_live       (Ctl           *ctl,
                               BambuSession  *session,
                               GError       **error);
gboolean ctl_await_report     (Ctl           *ctl,
                               BambuSession  *session,
                               BambuDevice   *device,
                               GBytes       **text,
                               GError       **error);
void     ctl_print_report     (BambuDevice   *device);

G_END_DECLS
