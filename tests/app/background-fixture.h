/* background-fixture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fake-desktop.h"
#include "page-harness.h"
#include "platen-application.h"

G_BEGIN_DECLS

typedef struct _BackgroundFixture BackgroundFixture;

typedef void (*BackgroundBody) (BackgroundFixture *fixture);
typedef void (*BackgroundTest) (BackgroundFixture *fixture,
                                gconstpointer      data);

/* The program as it runs for somebody who has a token, on a desktop that is made up. */
struct _BackgroundFixture
{
  TestCloud         *cloud;
  FakeDesktop       *desktop;
  GSettings         *settings;
  PlatenApplication *application;
  BackgroundBody     body;
  const char        *awaited;
  guint              outliving;
  gboolean           outlived;    /* the program lived on without a window */
  gboolean           signed_out;  /* there is no token, after all */
};

void              background_run                (BackgroundFixture   *fixture,
                                                 gboolean             windowless,
                                                 BackgroundBody       body);
void              background_act                (BackgroundFixture   *fixture,
                                                 const char          *action,
                                                 const char          *parameter);
void              background_quit               (BackgroundFixture   *fixture);
void              background_wait_for           (BackgroundFixture   *fixture,
                                                 TestFunc             condition);
GtkWindow        *background_get_window         (BackgroundFixture   *fixture);
BambuSession     *background_get_session        (BackgroundFixture   *fixture);
gboolean          background_has_devices        (gpointer             data);
gboolean          background_has_item           (gpointer             data);
FakeNotification *background_await_notification (BackgroundFixture   *fixture,
                                                 const char          *title);
BambuDevice      *background_get_device         (BackgroundFixture   *fixture,
                                                 BambuDeviceState     state);
char             *background_build_title        (BambuDevice         *device,
                                                 const char          *what);
void              background_refresh            (BackgroundFixture   *fixture);
void              background_happen             (BackgroundFixture   *fixture,
                                                 BambuDevice         *device,
                                                 const char          *event);
gboolean          background_shows_printer      (gpointer             data);
void              background_assert_shows       (BackgroundFixture   *fixture,
                                                 BambuDevice         *device);
void              background_await_item         (BackgroundFixture   *fixture,
                                                 const char          *label);
void              background_test_init          (int                 *argc,
                                                 char              ***argv);
int               background_test_run           (void);
void              background_test_add           (const char          *path,
                                                 BackgroundTest       test);

G_END_DECLS
