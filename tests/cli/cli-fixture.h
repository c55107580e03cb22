/* cli-fixture.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl-runner.h"
#include "fake-cloud.h"

G_BEGIN_DECLS

/* platenctl with the token "secret-token", and a cloud that answers what it is told to. */
enum {
  CLI_DONE,
  CLI_FAILED,
  CLI_USAGE,
  CLI_SIGNED_OUT,
};

typedef struct
{
  FakeCloud *cloud;
  CtlRunner *ctl;
} CliFixture;

void cli_add              (const char *path,
                           void      (*test) (CliFixture    *fixture,
                                              gconstpointer  data));

/* One clear line says why, and nothing else is printed. */
void cli_assert_complaint (CliFixture *fixture,
                           const char *part);
void cli_assert_shown     (CliFixture *fixture,
                           const char *text);

G_END_DECLS
