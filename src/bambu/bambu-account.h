/* bambu-account.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Properties (read-only): uid, name, handle, avatar, bio, links (strv), background. Strings are NULL where not told. */
#define BAMBU_TYPE_ACCOUNT (bambu_account_get_type ())

G_DECLARE_FINAL_TYPE (BambuAccount, bambu_account, BAMBU, ACCOUNT, GObject)

const char         *bambu_account_get_uid        (BambuAccount *self);
const char         *bambu_account_get_name       (BambuAccount *self);
const char         *bambu_account_get_handle     (BambuAccount *self);
const char         *bambu_account_get_avatar     (BambuAccount *self);
const char         *bambu_account_get_bio        (BambuAccount *self);
const char * const *bambu_account_get_links      (BambuAccount *self);
const char         *bambu_account_get_background (BambuAccount *self);

G_END_DECLS
