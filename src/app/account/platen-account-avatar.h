/* platen-account-avatar.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <bambu.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_ACCOUNT_AVATAR (platen_account_avatar_get_type ())

G_DECLARE_FINAL_TYPE (PlatenAccountAvatar, platen_account_avatar, PLATEN, ACCOUNT_AVATAR, AdwBin)

void platen_account_avatar_set_session (PlatenAccountAvatar *self,
                                        BambuSession        *session);
void platen_account_avatar_set_person  (PlatenAccountAvatar *self,
                                        BambuPictures       *pictures,
                                        const char          *name,
                                        const char          *uri);

G_END_DECLS
