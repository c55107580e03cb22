/* live-world.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-broker.h"
#include "sessions.h"
#include "test-cloud.h"

#include "bambu-live-private.h"

G_BEGIN_DECLS

/* A signed-in account whose printers report to a broker of the test's own. */
typedef struct
{
  TestCloud    *cloud;
  DemoBroker   *broker;
  BambuClient  *client;
  BambuSession *session;
  BambuLive    *live;
  char         *directory;
  GThread      *printers;   /* reads what printers are asked */
  GAsyncQueue  *requests;   /* of char *: topic, a space, text */
} LiveWorld;

#define LIVE_WORLD_UID "7"

LiveWorld   *live_world_new            (void);
void         live_world_free           (LiveWorld      *self);
void         live_world_start          (LiveWorld      *self);
const char  *live_world_get_id         (LiveWorld      *self,
                                        guint           position);
BambuDevice *live_world_get_device     (LiveWorld      *self,
                                        guint           position);
void         live_world_report         (LiveWorld      *self,
                                        const char     *id,
                                        gconstpointer   data,
                                        gssize          length);
void         live_world_wait_state     (LiveWorld      *self,
                                        BambuLiveState  state);
void         live_world_assert_error   (LiveWorld      *self,
                                        int             code);
void         live_world_listen         (LiveWorld      *self);
guint        live_world_count_requests (LiveWorld      *self,
                                        const char     *id,
                                        const char     *command,
                                        guint           at_least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiveWorld, live_world_free)

G_END_DECLS
