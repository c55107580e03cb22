/* sessions.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-session.h"

G_BEGIN_DECLS

/* What a session does, waited for. */
gboolean           test_open           (BambuSession  *session,
                                        const char    *uid,
                                        GError       **error);
gboolean           test_refresh        (BambuList     *list,
                                        GError       **error);
void               test_refresh_all    (BambuSession  *session);
gboolean           test_load_project   (BambuSession  *session,
                                        BambuProject  *project,
                                        gboolean       renew,
                                        GError       **error);
BambuPresetDetail *test_load_preset    (BambuSession  *session,
                                        BambuPreset   *preset,
                                        GError       **error);
GBytes            *test_fetch_picture  (BambuSession  *session,
                                        const char    *uri,
                                        GError       **error);
void               test_forget         (BambuSession  *session);

/* Drops the session, and waits until what it had begun has ended. */
void               test_end_session    (BambuSession  *session);

/* The contents of every file below @directory, one after the other. */
char              *test_read_tree      (const char    *directory);
void               test_write_tree     (const char    *directory,
                                        const char    *contents);
void               test_remove_tree    (const char    *directory);

G_END_DECLS
