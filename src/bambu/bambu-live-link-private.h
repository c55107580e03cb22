/* bambu-live-link-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <mosquitto.h>

#include "bambu-live-link.h"

G_BEGIN_DECLS

/* What the two threads of a link say to one another. */
struct _BambuLiveLink
{
  gatomicrefcount         ref_count;

  /* As they were told at the start. */
  BambuLivePlace          place;
  char                   *user;
  char                   *password;
  BambuLiveStore         *store;
  gint64                  ask_interval;
  GMainContext           *context;
  const BambuLiveWatcher *watcher;
  int                     wake_fd;

  GMutex                  lock;
  /* From here on under the lock. */
  gpointer                user_data;     /* NULL once it was closed */
  gboolean                is_closed;
  GHashTable             *printers;      /* of char * to whether it is online; NULL where nothing has changed */
  GQueue                  commands;      /* of Command, to be sent */
  GHashTable             *awaited;       /* serials of commands that were not answered yet */
  GHashTable             *reports;       /* of char * to BambuReport, to be handed over */
  GQueue                  answers;       /* of Answer */
  gboolean                is_open;
  gboolean                is_open_told;
  gboolean                has_ended;
  BambuLiveEnd            end;
  char                   *end_said;
  gboolean                is_dispatched; /* the main context will look at this */
};

typedef struct
{
  char *id;
  char *text;
} BambuLiveCommand;

BambuLiveLink *bambu_live_link_ref           (BambuLiveLink    *self);
void           bambu_live_link_unref         (BambuLiveLink    *self);
void           bambu_live_command_free       (BambuLiveCommand *command);

/* From the thread. */
void           bambu_live_link_tell_opened   (BambuLiveLink    *self);
void           bambu_live_link_tell_report   (BambuLiveLink    *self,
                                              const char       *id,
                                              BambuReport      *report);
void           bambu_live_link_tell_answer   (BambuLiveLink    *self,
                                              const char       *serial,
                                              gboolean          done,
                                              const char       *said);
void           bambu_live_link_tell_closed   (BambuLiveLink    *self,
                                              BambuLiveEnd      end,
                                              const char       *said);

/* bambu-live-thread.c */
void           bambu_live_thread_start       (BambuLiveLink    *link);

G_END_DECLS
