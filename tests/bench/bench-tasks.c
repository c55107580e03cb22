/* bench-tasks.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <time.h>

#include "bambu-json.h"
#include "bambu-makers.h"
#include "bambu-page.h"

/* What it costs to make prints of an answer, from its bytes to the finished objects and their end, against what json-glib
 * alone takes for the same bytes: the processor's time of this thread, the best of some rounds.
 */

#define N_TASKS 10000
#define N_ROUNDS 7
#define AIM 1.3

static GBytes *
build_answer (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"total\": %d, \"hits\": [", N_TASKS);

  for (guint i = 0; i < N_TASKS; i++)
    {
      const guint n_filaments = 1 + i % 4;

      g_string_append_printf (text,
                              "%s{\"id\": %u, \"designId\": 0, \"designTitle\": \"\", \"instanceId\": 0, \"modelId\": \"US%08x\", "
                              "\"title\": \"Gear box, part %u\", \"cover\": \"https://files.example/plates/%08x/plate_1.png?"
                              "AWSAccessKeyId=AKIA0123456789&Expires=1700000000&Signature=%08xAbCdEfGhIjKlMnOp%%3D\", "
                              "\"status\": %u, \"failedType\": 0, \"feedbackStatus\": 0, "
                              "\"startTime\": \"2025-%02u-%02uT01:58:10Z\", \"endTime\": \"2025-%02u-%02uT02:54:12Z\", "
                              "\"weight\": %u.%02u, \"length\": %u, \"costTime\": %u, \"profileId\": %u, \"plateIndex\": 1, "
                              "\"plateName\": \"\", \"deviceId\": \"00M00A28010%04u\", \"amsDetailMapping\": [",
                              i > 0 ? ", " : "", 90000000 - i, i, i, i * 7, i * 13, 2 + i % 2,
                              1 + i % 12, 1 + i % 28, 1 + i % 12, 1 + i % 28,
                              i % 400, i % 100, i % 9000, 600 + i % 40000, 1000000 + i, i % 20);

      for (guint j = 0; j < n_filaments; j++)
        g_string_append_printf (text,
                                "%s{\"ams\": %u, \"sourceColor\": \"%06XFF\", \"targetColor\": \"%06XFF\", "
                                "\"filamentId\": \"GFA0%u\", \"filamentType\": \"PLA\", \"targetFilamentType\": \"\", "
                                "\"weight\": %u.5, \"nozzleId\": 0, \"amsId\": 0, \"slotId\": %u}",
                                j > 0 ? ", " : "", j, i * 97 % 0xffffff, i * 31 % 0xffffff, j, i % 90, j);

      g_string_append (text,
                       "], \"mode\": \"cloud_file\", \"isPublicProfile\": false, \"isPrintable\": true, \"isDelete\": false, "
                       "\"deviceModel\": \"X1 Carbon\", \"deviceName\": \"Workshop\", \"bedType\": \"textured_plate\", "
                       "\"jobType\": 1, \"useAms\": true, \"repetitions\": 1, \"snapShot\": \"\"}");
    }

  g_string_append (text, "]}");

  return g_string_free_to_bytes (text);
}

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static double
time_parser (GBytes *answer)
{
  const double begin = get_seconds ();
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);

  json_parser_load_from_data (parser, text, length, &error);
  g_assert_no_error (error);
  g_clear_object (&parser);

  return get_seconds () - begin;
}

/* What a client does with an answer, step by step. */
static double
time_client (GBytes *answer)
{
  const double begin = get_seconds ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = bambu_json_repair_utf8 (answer);
  g_autoptr(JsonNode) root = bambu_page_parse_outline (text, &error);
  g_autoptr(BambuPage) page = NULL;

  g_assert_no_error (error);
  page = bambu_makers_tasks (root, text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->items->len, ==, N_TASKS);
  g_clear_pointer (&root, json_node_unref);
  g_clear_pointer (&page, bambu_page_free);

  return get_seconds () - begin;
}

static void
test_tasks (void)
{
  g_autoptr(GBytes) answer = build_answer ();
  double parser = G_MAXDOUBLE;
  double client = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      parser = MIN (parser, time_parser (answer));
      client = MIN (client, time_client (answer));
    }

  g_test_message ("%d tasks in %.1f MB: json-glib %.0f ms, client %.0f ms, ratio %.2f (aim: %.1f)",
                  N_TASKS, g_bytes_get_size (answer) / 1e6, parser * 1000, client * 1000, client / parser, AIM);
  g_test_minimized_result (client / parser, "ratio %.2f", client / parser);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/tasks", test_tasks);

  return g_test_run ();
}
