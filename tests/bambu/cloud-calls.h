/* cloud-calls.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-client-private.h"
#include "bambu-endpoints.h"
#include "test-cloud.h"

G_BEGIN_DECLS

#define N_CLOUD_CALLS 14

typedef struct
{
  TestCloud   *cloud;
  BambuClient *client;
  char        *device;      /* a printer's serial number */
  guint        n_signed_out;
} CallFixture;

typedef struct
{
  const char     *name;
  const char     *method;
  const char     *path;
  const char     *subject;  /* whom or what it is about; NULL: the printer */
  const char     *nobody;   /* what the cloud refuses it for; NULL: nothing */
  int             refusal;  /* with which error */
  gboolean        is_told;  /* whether "{}" is too little of an answer */
  const char     *canned;   /* an answer that the cloud never gives; NULL where it does */
  void          (*start)  (BambuClient          *client,
                           const char           *subject,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data);
  gpointer      (*finish) (BambuClient          *client,
                           GAsyncResult         *result,
                           GError              **error);
  void          (*check)  (CallFixture          *self,
                           gpointer              made);
  GDestroyNotify  free;
} CloudCall;

/* The typed calls beyond the lists. */
extern const CloudCall cloud_calls[N_CLOUD_CALLS];

G_END_DECLS
