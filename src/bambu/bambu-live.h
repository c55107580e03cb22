/* bambu-live.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client.h"
#include "bambu-device.h"
#include "bambu-list.h"

G_BEGIN_DECLS

/**
 * BambuLiveState:
 * @BAMBU_LIVE_STATE_STOPPED: nobody asked for reports, or there is nowhere to get them from
 * @BAMBU_LIVE_STATE_CONNECTING: on the way to them
 * @BAMBU_LIVE_STATE_CONNECTED: they come
 * @BAMBU_LIVE_STATE_WAITING: they do not, for the reason that the error tells; it is tried again by itself
 * @BAMBU_LIVE_STATE_SIGNED_OUT: the cloud no longer accepts the token
 *
 * Where live reports stand.
 */
typedef enum
{
  BAMBU_LIVE_STATE_STOPPED,
  BAMBU_LIVE_STATE_CONNECTING,
  BAMBU_LIVE_STATE_CONNECTED,
  BAMBU_LIVE_STATE_WAITING,
  BAMBU_LIVE_STATE_SIGNED_OUT,
} BambuLiveState;

/**
 * BambuCommand:
 * @BAMBU_COMMAND_PAUSE: pause the print
 * @BAMBU_COMMAND_RESUME: go on with it
 * @BAMBU_COMMAND_STOP: give it up
 * @BAMBU_COMMAND_SPEED: print at a level from 1 (silent) to 4 (ludicrous)
 * @BAMBU_COMMAND_LIGHT: turn the light on (1) or off (0)
 *
 * What a printer can be told to do.
 */
typedef enum
{
  BAMBU_COMMAND_PAUSE,
  BAMBU_COMMAND_RESUME,
  BAMBU_COMMAND_STOP,
  BAMBU_COMMAND_SPEED,
  BAMBU_COMMAND_LIGHT,
} BambuCommand;

#define BAMBU_TYPE_LIVE_STATE (bambu_live_state_get_type ())
#define BAMBU_TYPE_LIVE       (bambu_live_get_type ())

/* The printers' own reports, over MQTT, which fill the devices of a list as long as it is started: one connection for the
 * account, which is made again whenever it is lost.
 *
 * Properties, read-only and notified:
 *   "state"  BambuLiveState
 *   "error"  GError          why it is waiting; NULL: it is not
 */
G_DECLARE_FINAL_TYPE (BambuLive, bambu_live, BAMBU, LIVE, GObject)

GType           bambu_live_state_get_type (void);

BambuLive      *bambu_live_new            (BambuClient          *client,
                                           BambuList            *devices);
/* @url: where the broker is: mqtts://HOST[:PORT], or mqtt:// to a loopback address; NULL for PLATEN_MQTT_URL or, where
 * that is unset, the region's own; nowhere if the API's address was replaced and the broker's was not.
 */
gboolean        bambu_live_start          (BambuLive            *self,
                                           const char           *uid,
                                           const char           *url,
                                           GError              **error);
void            bambu_live_stop           (BambuLive            *self);
BambuLiveState  bambu_live_get_state      (BambuLive            *self);
const GError   *bambu_live_get_error      (BambuLive            *self);

/* For whoever wants what a printer says in its own words. */
void            bambu_live_keep_text      (BambuLive            *self);
GBytes         *bambu_live_dup_text       (BambuLive            *self,
                                           BambuDevice          *device);

/* Ends when the printer has answered. FORBIDDEN: it takes no commands from programs such as this. */
void            bambu_live_control_async  (BambuLive            *self,
                                           BambuDevice          *device,
                                           BambuCommand          command,
                                           int                   value,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean        bambu_live_control_finish (BambuLive            *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
