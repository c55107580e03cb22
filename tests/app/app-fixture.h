/* app-fixture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "platen-window.h"
#include "test-cloud.h"

G_BEGIN_DECLS

/* The application as its users start it, in this process. What it keeps on disk and in the keyring is there for the
 * next run, and goes with the test's session.
 */
typedef struct
{
  PlatenApplication    *application;
  PlatenSessionManager *manager;
  PlatenWindow         *window;
} AppFixture;

typedef void (*AppFunc) (AppFixture *app,
                         gpointer    user_data);

#define APP_FIXTURE_TIMEOUT_MS 60000

void         app_fixture_run        (gboolean              demo,
                                     AppFunc               func,
                                     gpointer              user_data);
void         app_fixture_await      (AppFixture           *app,
                                     PlatenSessionState    state);
void         app_fixture_sign_in    (AppFixture           *app);
gpointer     app_fixture_get_child  (GtkWidget            *widget,
                                     const char           *name);
GtkWidget   *app_fixture_get_signin (AppFixture           *app,
                                     const char           *part);
const char  *app_fixture_get_view   (AppFixture           *app);
void         app_fixture_click      (gpointer              button);
void         app_fixture_type       (gpointer              editable,
                                     const char           *text);
void         app_fixture_await_true (TestFunc              func,
                                     gpointer              user_data);
void         app_fixture_await_view (AppFixture           *app,
                                     const char           *view);

G_END_DECLS
