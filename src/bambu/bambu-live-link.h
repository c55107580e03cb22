/* bambu-live-link.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-live-store.h"

G_BEGIN_DECLS

/**
 * BambuLivePlace:
 * @host: a host's name or address
 * @port: its port
 * @is_tls: whether it proves who it is
 * @authorities: (nullable): a PEM file of whom to trust; %NULL for whom the system trusts
 *
 * Where a broker is.
 */
typedef struct
{
  char     *host;
  guint     port;
  gboolean  is_tls;
  char     *authorities;
} BambuLivePlace;

/**
 * BambuLiveEnd:
 * @BAMBU_LIVE_END_LOST: the host cannot be reached, or no longer
 * @BAMBU_LIVE_END_UNSAFE: the host does not prove to be the right one
 * @BAMBU_LIVE_END_REFUSED: it does not take user and password
 * @BAMBU_LIVE_END_RESUMED: the computer has slept
 *
 * Why there is no connection.
 */
typedef enum
{
  BAMBU_LIVE_END_LOST,
  BAMBU_LIVE_END_UNSAFE,
  BAMBU_LIVE_END_REFUSED,
  BAMBU_LIVE_END_RESUMED,
} BambuLiveEnd;

/**
 * BambuLiveWatcher:
 * @opened: the connection is there
 * @reported: what a printer has reported by now
 * @answered: how a printer answered a command: the serial of the command, whether it was done, and (nullable) what it said
 * @closed: the connection is not there, or no longer; nothing follows
 *
 * What a link tells, in the main context that it was opened in.
 */
typedef struct
{
  void (*opened)   (gpointer           user_data);
  void (*reported) (gpointer           user_data,
                    const char        *id,
                    const BambuReport *report);
  void (*answered) (gpointer           user_data,
                    const char        *serial,
                    gboolean           done,
                    const char        *said);
  void (*closed)   (gpointer           user_data,
                    BambuLiveEnd       end,
                    const char        *said);
} BambuLiveWatcher;

/* One connection to the broker, from the attempt to its end, in a thread of its own. The thread is never waited for: a host
 * whose name cannot be told holds up nobody.
 */
typedef struct _BambuLiveLink BambuLiveLink;

BambuLiveLink *bambu_live_link_open         (const BambuLivePlace   *place,
                                             const char             *user,
                                             const char             *password,
                                             BambuLiveStore         *store,
                                             gint64                  ask_interval,
                                             const BambuLiveWatcher *watcher,
                                             gpointer                user_data);
void           bambu_live_link_close        (BambuLiveLink          *self);
void           bambu_live_link_set_printers (BambuLiveLink          *self,
                                             GHashTable             *online);
void           bambu_live_link_send         (BambuLiveLink          *self,
                                             const char             *id,
                                             const char             *serial,
                                             const char             *text);

G_END_DECLS
