/* platen-session-manager.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu.h>

#include "platen-demo-cloud.h"

G_BEGIN_DECLS

/**
 * PlatenSessionState:
 * @PLATEN_SESSION_STATE_RESTORING: the sign-in of last time is looked for
 * @PLATEN_SESSION_STATE_SIGNED_OUT: there is none: the user has to sign in
 * @PLATEN_SESSION_STATE_SIGNED_IN: there is a session
 *
 * Where the sign-in stands.
 */
typedef enum
{
  PLATEN_SESSION_STATE_RESTORING,
  PLATEN_SESSION_STATE_SIGNED_OUT,
  PLATEN_SESSION_STATE_SIGNED_IN,
} PlatenSessionState;

/**
 * PlatenSessionStorage:
 * @PLATEN_SESSION_STORAGE_RUN: nowhere: it ends with the program
 * @PLATEN_SESSION_STORAGE_KEYRING: in the keyring
 * @PLATEN_SESSION_STORAGE_ENVIRONMENT: whoever started the program gave a token
 * @PLATEN_SESSION_STORAGE_DEMO: the stand-in cloud needs none
 *
 * Where the sign-in is kept.
 */
typedef enum
{
  PLATEN_SESSION_STORAGE_RUN,
  PLATEN_SESSION_STORAGE_KEYRING,
  PLATEN_SESSION_STORAGE_ENVIRONMENT,
  PLATEN_SESSION_STORAGE_DEMO,
} PlatenSessionStorage;

#define PLATEN_TYPE_SESSION_STATE   (platen_session_state_get_type ())
#define PLATEN_TYPE_SESSION_STORAGE (platen_session_storage_get_type ())
#define PLATEN_TYPE_SESSION_MANAGER (platen_session_manager_get_type ())

/* Who is signed in: from the keyring at the start, by the sign-in page, until the user or the cloud ends it.
 *
 * Properties, all read-only and notified:
 *   "state"    PlatenSessionState
 *   "session"  BambuSession          while signed in, else NULL
 *   "storage"  PlatenSessionStorage  of the session
 *   "expires"  GDateTime             when the sign-in ends by itself; NULL: not known
 *   "notice"   string                what the user has to know about all this; NULL: nothing
 *   "awake"    gboolean              the printers are followed, not only what was last known of them is told
 *
 * Signal "forget" (BambuSession *session): the user signs out of it: nothing that is kept of the account is to stay.
 * Signal "prompt": the keyring is about to ask for its password
 */
G_DECLARE_FINAL_TYPE (PlatenSessionManager, platen_session_manager, PLATEN, SESSION_MANAGER, GObject)

GType                 platen_session_state_get_type          (void);
GType                 platen_session_storage_get_type        (void);

PlatenSessionManager *platen_session_manager_new             (const char            *cache_dir,
                                                              PlatenDemoCloud       *demo_cloud);
PlatenDemoCloud      *platen_session_manager_get_demo_cloud  (PlatenSessionManager  *self);
BambuClient          *platen_session_manager_create_client   (PlatenSessionManager  *self,
                                                              BambuRegion            region,
                                                              GError               **error);
PlatenSessionState    platen_session_manager_get_state       (PlatenSessionManager  *self);
BambuSession         *platen_session_manager_get_session     (PlatenSessionManager  *self);
PlatenSessionStorage  platen_session_manager_get_storage     (PlatenSessionManager  *self);
GDateTime            *platen_session_manager_get_expires     (PlatenSessionManager  *self);
gboolean              platen_session_manager_expires_soon    (PlatenSessionManager  *self);
const char           *platen_session_manager_get_notice      (PlatenSessionManager  *self);
gboolean              platen_session_manager_can_retry       (PlatenSessionManager  *self);
gboolean              platen_session_manager_get_awake       (PlatenSessionManager  *self);
void                  platen_session_manager_set_awake       (PlatenSessionManager  *self,
                                                              gboolean               awake);
void                  platen_session_manager_restore         (PlatenSessionManager  *self,
                                                              gboolean               allow_prompt);
void                  platen_session_manager_ensure_restore  (PlatenSessionManager  *self);
void                  platen_session_manager_skip_restore    (PlatenSessionManager  *self);
void                  platen_session_manager_sign_in_async   (PlatenSessionManager  *self,
                                                              BambuClient           *client,
                                                              BambuCredentials      *credentials,
                                                              GCancellable          *cancellable,
                                                              GAsyncReadyCallback    callback,
                                                              gpointer               user_data);
gboolean              platen_session_manager_sign_in_finish  (PlatenSessionManager  *self,
                                                              GAsyncResult          *result,
                                                              GError               **error);
void                  platen_session_manager_sign_out        (PlatenSessionManager  *self);

G_END_DECLS
