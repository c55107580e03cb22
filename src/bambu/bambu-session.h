/* bambu-session.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-account.h"
#include "bambu-camera-ticket.h"
#include "bambu-client.h"
#include "bambu-device.h"
#include "bambu-feed.h"
#include "bambu-list.h"
#include "bambu-live.h"
#include "bambu-message.h"
#include "bambu-pictures.h"
#include "bambu-preset-detail.h"
#include "bambu-preset.h"
#include "bambu-project.h"
#include "bambu-task.h"

G_BEGIN_DECLS

/* BambuSession: a signed-in account: its lists, its last known data on disk, its pictures. A thing of the
 * signed-in time: when the account signs out, the session goes.
 *
 * Its cache lives in @cache_dir/REGION-UID/ once the uid is known (scrubbed: no access codes, camera tickets, or
 * query strings of addresses); bambu_session_open_async() fills the lists from there before the cloud is asked.
 */
#define BAMBU_TYPE_SESSION (bambu_session_get_type ())

G_DECLARE_FINAL_TYPE (BambuSession, bambu_session, BAMBU, SESSION, GObject)

BambuSession       *bambu_session_new                   (BambuClient          *client,
                                                         const char           *cache_dir);
BambuClient        *bambu_session_get_client            (BambuSession         *self);
BambuAccount       *bambu_session_get_account           (BambuSession         *self); /* one object for the session's life; empty until known */
const char         *bambu_session_get_uid               (BambuSession         *self); /* NULL until it is open */
BambuLive          *bambu_session_get_live              (BambuSession         *self); /* to be started by who wants reports; ends with the session */
BambuPictures      *bambu_session_get_pictures          (BambuSession         *self);
BambuList          *bambu_session_get_devices           (BambuSession         *self); /* of BambuDevice */
BambuList          *bambu_session_get_projects          (BambuSession         *self); /* of BambuProject, newest first */
BambuList          *bambu_session_get_presets           (BambuSession         *self); /* of BambuPreset, all three kinds */

/* @uid: who it is, where that is known from the keyring; NULL asks my/preference first. Loads the last known
 * data, then returns; it fails only where the account cannot be told (@uid is NULL and the cloud does not answer).
 */
void                bambu_session_open_async            (BambuSession         *self,
                                                         const char           *uid,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_open_finish           (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
void                bambu_session_refresh_account_async (BambuSession         *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_refresh_account_finish (BambuSession        *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/* user/print?force=true: what all printers do, in one request, brought into the devices; for who asks often. Where it
 * tells of printers that are not known, and once an hour, it refreshes the devices altogether.
 */
void                bambu_session_refresh_prints_async  (BambuSession         *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_refresh_prints_finish (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/* user/project/{id}: fills the project's profiles, plates and addresses. Answered from memory or disk while the
 * project's update_time is the one that was loaded, unless @renew (a picture's address has expired). Calls that
 * overlap share one request; at most four run at once, the newest asked first.
 */
void                bambu_session_load_project_async    (BambuSession         *self,
                                                         BambuProject         *project,
                                                         gboolean              renew,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_load_project_finish   (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
/* The same from memory or disk alone: NOT_FOUND where the cloud would have to be asked. */
void                bambu_session_recall_project_async  (BambuSession         *self,
                                                         BambuProject         *project,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_recall_project_finish (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
/* slicer/setting/{id} */
void                bambu_session_load_preset_async     (BambuSession         *self,
                                                         BambuPreset          *preset,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
BambuPresetDetail  *bambu_session_load_preset_finish    (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/* The prints of the account, or of one printer: of BambuTask, newest first. Each call makes a feed of its own. */
BambuFeed          *bambu_session_create_tasks          (BambuSession         *self,
                                                         const char           *device_id);
/* The messages of a kind (UNKNOWN: of all kinds): of BambuMessage, newest first. One feed a kind, as long as the session. */
BambuFeed          *bambu_session_get_messages          (BambuSession         *self,
                                                         BambuMessageKind      kind);
/* Looks for a print in my/tasks, to a bound: NOT_FOUND where it is not among the newest thousand. */
void                bambu_session_find_task_async       (BambuSession         *self,
                                                         const char           *task_id,
                                                         const char           *device_id,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
BambuTask          *bambu_session_find_task_finish      (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
/* At once in the object; undone where the cloud refuses. */
void                bambu_session_rename_device_async   (BambuSession         *self,
                                                         BambuDevice          *device,
                                                         const char           *name,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_rename_device_finish  (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
/* Fills the device's firmware. Asks the cloud at most once a day for each printer, unless @force. */
void                bambu_session_check_firmware_async  (BambuSession         *self,
                                                         BambuDevice          *device,
                                                         gboolean              force,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_check_firmware_finish (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
/* DELETE slicer/setting/{id}, and out of the list. */
void                bambu_session_remove_preset_async   (BambuSession         *self,
                                                         BambuPreset          *preset,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_remove_preset_finish  (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
/* Makes a preset of the user's own with the settings of @preset, reads it back to be sure, and refreshes the list. */
void                bambu_session_duplicate_preset_async (BambuSession        *self,
                                                         BambuPreset          *preset,
                                                         const char           *name,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
char               *bambu_session_duplicate_preset_finish (BambuSession       *self, /* the new one's id */
                                                         GAsyncResult         *result,
                                                         GError              **error);
void                bambu_session_import_preset_async   (BambuSession         *self,
                                                         GBytes               *file,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
char               *bambu_session_import_preset_finish  (BambuSession         *self, /* its id */
                                                         GAsyncResult         *result,
                                                         GError              **error);

/* Deletes everything that is cached of this account; the session is of no use afterwards. */
void                bambu_session_forget_async          (BambuSession         *self,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean            bambu_session_forget_finish         (BambuSession         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
