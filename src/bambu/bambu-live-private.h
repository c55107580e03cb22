/* bambu-live-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-live-link.h"
#include "bambu-live.h"

G_BEGIN_DECLS

/**
 * BambuLiveLimits:
 * @connect_ms: how long a connection may take to be made
 * @wait_ms: what the waits between connections grow from
 * @linger_ms: how long printers are taken for live without a connection
 * @answer_ms: how long a printer may take to answer a command
 * @ask_interval_ms: how long a printer is not asked for everything again
 * @silence_s: after how many seconds without a report the cloud is asked about a printer
 *
 * What is waited for, and how long.
 */
typedef struct
{
  guint connect_ms;
  guint wait_ms;
  guint linger_ms;
  guint answer_ms;
  guint ask_interval_ms;
  guint silence_s;
} BambuLiveLimits;

extern const BambuLiveLimits bambu_live_limits_default;

/* For tests, which cannot wait as long as people do. */
void           bambu_live_set_limits (BambuLive             *self,
                                      const BambuLiveLimits *limits);
guint64        bambu_live_get_n_reports (BambuLive          *self);

BambuLiveStore *bambu_live_get_store (BambuLive             *self);
BambuLiveLink *bambu_live_get_link   (BambuLive             *self);
guint          bambu_live_get_answer_ms (BambuLive          *self);

/* bambu-live-devices.c */
void           bambu_live_devices_end        (BambuList            *devices);
GHashTable    *bambu_live_devices_get_online (BambuList            *devices);
gboolean       bambu_live_devices_await_poll (BambuList            *devices);
gboolean       bambu_live_devices_look_after (BambuList            *devices,
                                              gint64                limit,
                                              gint64                interval);

/* bambu-live-place.c */
gboolean       bambu_live_place_read  (BambuLivePlace       *place,
                                       BambuClient          *client,
                                       const char           *url,
                                       GError              **error);
void           bambu_live_place_clear (BambuLivePlace       *place);
GError        *bambu_live_place_describe    (const BambuLivePlace *place,
                                             BambuLiveEnd          end,
                                             const char           *said);
guint          bambu_live_place_get_wait    (const BambuLivePlace *place,
                                             guint                 wait_ms,
                                             guint                 tries);

/* bambu-live-control.c */
typedef struct _BambuLiveControls BambuLiveControls;

BambuLiveControls *bambu_live_get_controls      (BambuLive         *self);
BambuLiveControls *bambu_live_controls_new      (void);
void               bambu_live_controls_free     (BambuLiveControls *self);
void               bambu_live_controls_answer   (BambuLiveControls *self,
                                                 const char        *serial,
                                                 gboolean           done,
                                                 const char        *said);
void               bambu_live_controls_abandon  (BambuLiveControls *self);

G_END_DECLS
