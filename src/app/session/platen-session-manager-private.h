/* platen-session-manager-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <platen-keyring-watch.h>

#include "platen-session-manager.h"
#include "platen-session-renewal.h"

G_BEGIN_DECLS

struct _PlatenSessionManager
{
  GObject               parent_instance;

  char                 *cache_dir;
  PlatenDemoCloud      *demo_cloud;

  PlatenSessionState    state;
  BambuSession         *session;
  BambuCredentials     *credentials;
  PlatenSessionRenewal *renewal;
  PlatenKeyringWatch   *keyring_watch;
  PlatenSessionStorage  storage;
  char                 *notice;
  gboolean              can_retry;
  gboolean              may_prompt; /* while it restores */
  gboolean              awake;
  guint                 generation;
};

/* A step of the manager that waits for somebody else. A prompt of the keyring cannot be cancelled: what was begun in
 * another generation is no longer wanted when it ends.
 */
typedef struct
{
  PlatenSessionManager *manager;
  guint                 generation;
  BambuSession         *session;
  BambuCredentials     *credentials;
  PlatenSessionStorage  storage;
} PlatenSessionStep;

const char        *platen_session_manager_get_cache_dir   (PlatenSessionManager *self);
guint              platen_session_manager_get_generation  (PlatenSessionManager *self);
BambuCredentials  *platen_session_manager_get_credentials (PlatenSessionManager *self);

/* platen-session-state.c */
void               platen_session_manager_set_notice      (PlatenSessionManager *self,
                                                           const char           *notice);
void               platen_session_manager_set_storage     (PlatenSessionManager *self,
                                                           PlatenSessionStorage  storage);
void               platen_session_manager_begin           (PlatenSessionManager *self,
                                                           gboolean              allow_prompt);
gboolean           platen_session_manager_is_restoring    (PlatenSessionManager *self,
                                                           gboolean              allow_prompt);
void               platen_session_manager_adopt           (PlatenSessionManager *self,
                                                           PlatenSessionStep    *step);
void               platen_session_manager_renew           (PlatenSessionManager *self,
                                                           BambuCredentials     *credentials);
void               platen_session_manager_leave           (PlatenSessionManager *self,
                                                           const char           *notice,
                                                           gboolean              can_retry);

/* platen-session-step.c */
PlatenSessionStep *platen_session_step_new                (PlatenSessionManager *manager,
                                                           BambuClient          *client,
                                                           BambuCredentials     *credentials,
                                                           PlatenSessionStorage  storage);
void               platen_session_step_free               (PlatenSessionStep    *step);
gboolean           platen_session_step_is_stale           (PlatenSessionStep    *step);

/* platen-session-keeping.c */
void               platen_session_manager_keep            (PlatenSessionManager *self,
                                                           BambuCredentials     *credentials);
void               platen_session_manager_unkeep          (PlatenSessionManager *self,
                                                           BambuSession         *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlatenSessionStep, platen_session_step_free)

G_END_DECLS
