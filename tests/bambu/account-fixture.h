/* account-fixture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client-private.h"
#include "bambu-session.h"
#include "test-cloud.h"

G_BEGIN_DECLS

/* An account that is signed in at the stand-in cloud, with a folder of its own. */
typedef struct
{
  TestCloud    *cloud;
  BambuClient  *client;
  char         *cache_dir;
  BambuSession *session;   /* not opened yet */
} AccountFixture;

/* @data: (nullable): arguments for the cloud */
void     account_set_up    (AccountFixture *self,
                            gconstpointer   data);
/* With a broker, which nothing is connected to yet. */
void     account_set_up_live (AccountFixture *self,
                              gconstpointer   data);
void     account_tear_down (AccountFixture *self,
                            gconstpointer   data);
void     account_open      (AccountFixture *self,
                            const char     *uid);

/* As after a restart of the program, which knows from the keyring who it is. */
char    *account_restart   (AccountFixture *self);

guint    test_list_count   (BambuList      *list);

/* (transfer none): its list holds it. */
gpointer test_list_get     (gpointer        model,
                            guint           position);

G_END_DECLS
