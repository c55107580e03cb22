/* cli-fixture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli-fixture.h"

static void
set_up (CliFixture    *fixture,
        gconstpointer  data)
{
  fixture->cloud = fake_cloud_new ();
  fixture->ctl = ctl_runner_new (fake_cloud_get_url (fixture->cloud));
  ctl_runner_set_env (fixture->ctl, "PLATEN_TOKEN", "secret-token");
}

static void
tear_down (CliFixture    *fixture,
           gconstpointer  data)
{
  ctl_runner_free (fixture->ctl);
  fake_cloud_free (fixture->cloud);
}

void
cli_add (const char *path,
         void      (*test) (CliFixture    *fixture,
                            gconstpointer  data))
{
  g_test_add (path, CliFixture, NULL, set_up, test, tear_down);
}

void
cli_assert_complaint (CliFixture *fixture,
                      const char *part)
{
  const char *errors = ctl_runner_get_errors (fixture->ctl);

  g_assert_true (g_str_has_prefix (errors, "platenctl: "));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
  if (strstr (errors, part) == NULL)
    g_error ("“%s” does not say “%s”", errors, part);
  g_assert_cmpstr (ctl_runner_get_output (fixture->ctl), ==, "");
}

void
cli_assert_shown (CliFixture *fixture,
                  const char *text)
{
  if (strstr (ctl_runner_get_output (fixture->ctl), text) == NULL)
    g_error ("“%s” is not in: %s", text, ctl_runner_get_output (fixture->ctl));
}
