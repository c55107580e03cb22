/* ctl-prompt.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl.h"

G_BEGIN_DECLS

gboolean  ctl_prompt_is_interactive (void);
char     *ctl_prompt                (Ctl         *ctl,
                                     const char  *question,
                                     GError     **error);
char     *ctl_prompt_secret         (Ctl         *ctl,
                                     const char  *question,
                                     GError     **error);
void      ctl_secret_free           (char        *secret);

G_END_DECLS
