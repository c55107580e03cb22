/* test-live-pick.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-report.h"

/* What of a printer's report is parsed at all. */

#define AMS "{\"tray_now\": \"1\", \"ams\": [{\"id\": \"0\", \"tray\": [{\"id\": \"0\", \"tray_type\": \"P}L]A\\\"\"}]}]}"
#define USELESS "\"xcam\": {\"z\": [1, {\"y\": \"}\\\"\"}]}"
#define REPORT "{\"t\": {}, \"print\": {\"msg\": 1, " USELESS ", \"ams\": " AMS "}, \"x\": [1, null]}"

static void
assert_picked (GBytes     *known,
               const char *expected,
               GBytes     **ams)
{
  g_autoptr(GBytes) picked = bambu_report_pick (REPORT, strlen (REPORT), known, ams);

  g_assert_nonnull (picked);
  g_assert_cmpmem (g_bytes_get_data (picked, NULL), g_bytes_get_size (picked), expected, strlen (expected));
}

/* What is of no use is left out, and what is known. */
static void
test_picked (void)
{
  g_autoptr(GBytes) other = g_bytes_new_static ("{}", 2);
  g_autoptr(GBytes) known = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GBytes) none = NULL;

  assert_picked (NULL, "{\"print\":{\"msg\":1,\"ams\":" AMS "}}", &known);
  g_assert_cmpmem (g_bytes_get_data (known, NULL), g_bytes_get_size (known), AMS, strlen (AMS));
  assert_picked (other, "{\"print\":{\"msg\":1,\"ams\":" AMS "}}", &again);
  g_assert_true (g_bytes_equal (known, again));
  assert_picked (known, "{\"print\":{\"msg\":1}}", &none);
  g_assert_null (none);
}

/* Whatever is cut off, and wherever, is no report. */
static void
test_cut_off (void)
{
  for (gsize i = 0; i < strlen (REPORT); i++)
    {
      g_autoptr(GBytes) ams = NULL;
      g_autoptr(GBytes) picked = bambu_report_pick (REPORT, i, NULL, &ams);

      g_assert_null (picked);
      g_assert_null (ams);
    }
}

static void
test_wrong (void)
{
  static const char * const wrong[] = {
    "", " ", "null", "[]", "\"print\"", "{", "{}}", "{\"print\"}", "{\"print\": {}} {}", "{\"print\": []}", "{\"print\": {]}",
    "{\"print\": {\"layer_num\": 1}", "{\"print\": {\"layer_num\" 1}}", "<!DOCTYPE html><html></html>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GBytes) ams = NULL;
      g_autoptr(GBytes) picked = bambu_report_pick (wrong[i], strlen (wrong[i]), NULL, &ams);

      g_assert_null (picked);
      g_assert_null (ams);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/live-pick/picked", test_picked);
  g_test_add_func ("/bambu/live-pick/cut-off", test_cut_off);
  g_test_add_func ("/bambu/live-pick/wrong", test_wrong);

  return g_test_run ();
}
