/* bambu-session-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-cache.h"
#include "bambu-project-loader.h"
#include "bambu-session.h"

G_BEGIN_DECLS

#define N_MESSAGE_KINDS (BAMBU_MESSAGE_KIND_TASK + 1)

struct _BambuSession
{
  GObject             parent_instance;

  BambuClient        *client;
  char               *cache_dir;
  char               *uid;        /* NULL until the account is known */
  BambuCache         *cache;      /* NULL until the account is known */
  BambuAccount       *account;
  BambuPictures      *pictures;
  BambuList          *devices;
  BambuLive          *live;
  BambuList          *projects;
  BambuList          *presets;
  BambuProjectLoader *project_loader;
  BambuFeed          *messages[N_MESSAGE_KINDS];   /* each NULL until it is asked for */
};

BambuCache *bambu_session_get_cache (BambuSession *self);

G_END_DECLS
