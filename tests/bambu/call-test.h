/* call-test.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-request-private.h"
#include "fake-cloud.h"

G_BEGIN_DECLS

#define CALL_TEST_GOOD "{\"message\":\"success\",\"devices\":[]}"

/* A client, what it may ask for, and a cloud that answers what it is told to. */
typedef struct
{
  FakeCloud    *cloud;
  BambuClient  *client;
  BambuRequest *request;
  BambuRequest *post;
  guint         signed_out;
} CallTest;

void call_test_set_up      (CallTest      *self,
                            gconstpointer  data);
void call_test_tear_down   (CallTest      *self,
                            gconstpointer  data);
void call_test_assert_good (CallTest      *self);

G_END_DECLS
