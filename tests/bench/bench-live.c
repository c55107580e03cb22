/* bench-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <mosquitto.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "demo-broker.h"

#include "bambu-device-private.h"
#include "bambu-list-private.h"
#include "bambu-live-private.h"
#include "bambu-types-private.h"

/* What live reports cost: many printers with a report a second each, and an hour of that as fast as it goes. The printers
 * are a process of their own, and so is the broker.
 */

#define N_PRINTERS 500
#define REPORT_BYTES 4096
#define SECONDS 20
#define HOUR 3600

/* What may be missing of a core, and what memory may grow by after the first tenth. */
#define MAX_SHARE 0.15
#define MAX_GROWTH_KB 2048

#define PRINTERS "printers"
#define UID "7"
#define PASSWORD "secret"

typedef struct
{
  DemoBroker       *broker;
  BambuList        *devices;
  BambuClient      *client;
  BambuLive        *live;
  GSubprocess      *printers;
} World;

static char *
create_id (guint printer)
{
  return g_strdup_printf ("00M00A%09u", printer);
}

/* As an X1 reports, with what it says besides. */
static char *
create_report (guint printer,
               guint second)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "{\"print\": {\"command\": \"push_status\", \"msg\": 0, \"sequence_id\": \"%u\","
                          " \"gcode_state\": \"RUNNING\", \"mc_percent\": %u, \"mc_remaining_time\": %u, \"layer_num\": %u,"
                          " \"total_layer_num\": 4000, \"stg_cur\": 0, \"print_error\": 0, \"spd_lvl\": 2,"
                          " \"subtask_name\": \"Gear box %u\", \"task_id\": \"%u\", \"gcode_file\": \"/data/plate_1.gcode\","
                          " \"nozzle_temper\": %u.25, \"nozzle_target_temper\": 220, \"bed_temper\": %u.5,"
                          " \"bed_target_temper\": 60, \"chamber_temper\": 38, \"cooling_fan_speed\": \"15\","
                          " \"big_fan1_speed\": \"9\", \"big_fan2_speed\": \"6\", \"wifi_signal\": \"-%udBm\","
                          " \"home_flag\": 256, \"fun\": \"1EC0AFFF\", \"hms\": [],"
                          " \"lights_report\": [{\"node\": \"chamber_light\", \"mode\": \"on\"}],"
                          " \"vt_tray\": {\"id\": \"254\"}, \"ams\": {\"ams_exist_bits\": \"f\", \"tray_now\": \"%u\", \"ams\": [",
                          second, second * 100 / HOUR, (HOUR - second) / 60, second + 1, printer, 1000 + printer,
                          217 + second % 5, 58 + second % 3, 40 + second % 20, second / 60 % 16);

  for (guint unit = 0; unit < 4; unit++)
    {
      g_string_append_printf (text, "%s{\"id\": \"%u\", \"humidity\": \"4\", \"humidity_raw\": \"%u\", \"temp\": \"26.5\", \"tray\": [",
                              unit > 0 ? ", " : "", unit, 20 + second / 60 % 9);

      for (guint tray = 0; tray < 4; tray++)
        g_string_append_printf (text, "%s{\"id\": \"%u\", \"tray_type\": \"PLA\", \"tray_sub_brands\": \"PLA Basic\","
                                " \"tray_color\": \"%02X8040FF\", \"remain\": %u}",
                                tray > 0 ? ", " : "", tray, unit * 40 + tray, 100 - second / 40);

      g_string_append (text, "]}");
    }

  g_string_append (text, "]}, \"others\": {");

  for (guint i = 0; text->len + 40 < REPORT_BYTES; i++)
    g_string_append_printf (text, "%s\"member_%03u\": %u", i > 0 ? ", " : "", i, second * 31 + i);

  g_string_append (text, "}}}");

  while (text->len < REPORT_BYTES)
    g_string_append_c (text, ' ');

  return g_string_free (text, FALSE);
}

static void
send_all (struct mosquitto *client,
          guint             second,
          gint64            begin)
{
  for (guint i = 0; i < N_PRINTERS; i++)
    {
      g_autofree char *id = create_id (i);
      g_autofree char *topic = g_strdup_printf ("device/%s/report", id);
      g_autofree char *text = create_report (i, second);

      mosquitto_publish (client, NULL, topic, (int) strlen (text), text, 0, FALSE);

      /* Spread over the second, as printers are. */
      while (begin > 0 && g_get_monotonic_time () < begin + (gint64) i * G_USEC_PER_SEC / N_PRINTERS)
        mosquitto_loop (client, 1, 1);

      while (mosquitto_want_write (client))
        mosquitto_loop (client, 10, 1);
    }
}

/* The printers' process. Each line on its input lets them all report once, or as many seconds long as it says. */
static int
be_printers (const char *port)
{
  struct mosquitto *client;
  guint second = 0;
  char line[32];

  mosquitto_lib_init ();
  client = mosquitto_new (NULL, TRUE, NULL);
  mosquitto_username_pw_set (client, PRINTERS, PASSWORD);

  if (mosquitto_connect (client, "127.0.0.1", atoi (port), 600) != MOSQ_ERR_SUCCESS)
    return EXIT_FAILURE;

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      const guint seconds = (guint) atoi (line);
      gint64 begin = g_get_monotonic_time ();

      if (seconds == 0)
        send_all (client, second++, 0);

      for (guint i = 0; i < seconds; i++, begin += G_USEC_PER_SEC)
        send_all (client, second++, begin);
    }

  mosquitto_disconnect (client);
  mosquitto_destroy (client);

  return EXIT_SUCCESS;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
tell_printers (World      *world,
               const char *line)
{
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (world->printers), line, strlen (line),
                                            NULL, NULL, NULL));
}

static void
wait_for_reports (World   *world,
                  guint64  n_reports,
                  gint64   limit)
{
  const gint64 end = g_get_monotonic_time () + limit;

  while (bambu_live_get_n_reports (world->live) < n_reports)
    {
      if (g_get_monotonic_time () > end)
        g_error ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " reports came",
                 bambu_live_get_n_reports (world->live), n_reports);

      g_main_context_iteration (NULL, TRUE);
    }
}

static void
world_open (World *world)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *url = NULL;
  g_autofree char *port = NULL;
  g_autoptr(GError) error = NULL;

  world->broker = demo_broker_new ();
  demo_broker_set_password (world->broker, "u_" UID, PASSWORD);
  demo_broker_set_password (world->broker, PRINTERS, PASSWORD);
  demo_broker_start (world->broker, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_PRINTERS; i++)
    {
      g_autofree char *id = create_id (i);

      g_ptr_array_add (items, bambu_device_new (id));
    }

  world->devices = bambu_list_new (BAMBU_TYPE_DEVICE);
  bambu_list_merge (world->devices, items);
  world->client = bambu_client_new (BAMBU_REGION_GLOBAL, "http://127.0.0.1:1", NULL, &error);
  g_assert_no_error (error);
  bambu_client_set_token (world->client, PASSWORD);
  world->live = bambu_live_new (world->client, world->devices);
  url = demo_broker_dup_url (world->broker);
  bambu_live_start (world->live, UID, url, &error);
  g_assert_no_error (error);

  while (bambu_live_get_state (world->live) != BAMBU_LIVE_STATE_CONNECTED)
    g_main_context_iteration (NULL, TRUE);

  port = g_strdup_printf ("%u", demo_broker_get_port (world->broker));
  world->printers = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "/proc/self/exe", "--printers", port, NULL);
  g_assert_no_error (error);
}

static void
world_close (World *world)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (world->printers), NULL, NULL);
  g_subprocess_wait (world->printers, NULL, NULL);
  g_object_unref (world->printers);
  bambu_live_stop (world->live);
  g_object_unref (world->live);
  g_object_unref (world->client);
  g_object_unref (world->devices);
  demo_broker_free (world->broker);
}

static double
get_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
bench_cost (void)
{
  World world = { 0 };
  g_autofree char *line = g_strdup_printf ("%d\n", SECONDS);
  guint wake_id;
  gint64 began;
  double cost;
  double took;
  double share;

  world_open (&world);
  wake_id = g_timeout_add (100, wake_cb, NULL);
  cost = get_seconds ();
  began = g_get_monotonic_time ();
  tell_printers (&world, line);
  wait_for_reports (&world, N_PRINTERS * SECONDS, (SECONDS + 30) * G_USEC_PER_SEC);
  cost = get_seconds () - cost;
  took = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;

  /* Each has reached the main loop with the last of its reports. */
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < N_PRINTERS; i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (world.devices), i);

      g_assert_cmpuint (device->report->n_reports, ==, SECONDS);
      g_assert_cmpint (bambu_device_get_layer (device), ==, SECONDS);
    }

  /* What the processor did is measured, and by what was to be done: a machine that is busy besides changes neither. */
  share = cost / SECONDS;
  g_test_message ("%d printers, a report of %d bytes a second each for %d s, which took %.1f s: %.2f s of processor time, "
                  "%.1f %% of a core, none of %d lost",
                  N_PRINTERS, REPORT_BYTES, SECONDS, took, cost, share * 100, N_PRINTERS * SECONDS);
  g_test_maximized_result (share, "share of a core");
  g_assert_cmpfloat (share, <, MAX_SHARE);
  g_source_remove (wake_id);
  world_close (&world);
}

static guint64
get_memory (void)
{
  g_autofree char *contents = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &contents, NULL, NULL));
  line = strstr (contents, "\nPss:");
  g_assert_nonnull (line);

  return g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10);
}

static void
bench_memory (void)
{
  World world = { 0 };
  guint64 before = 0;
  guint64 after;
  guint wake_id;

  world_open (&world);
  wake_id = g_timeout_add (1, wake_cb, NULL);

  for (guint second = 1; second <= HOUR; second++)
    {
      tell_printers (&world, "0\n");
      wait_for_reports (&world, (guint64) N_PRINTERS * second, 30 * G_USEC_PER_SEC);

      if (second == HOUR / 10)
        before = get_memory ();
    }

  after = get_memory ();
  g_test_message ("An hour of %d printers at speed: %" G_GUINT64_FORMAT " KB after six minutes, %" G_GUINT64_FORMAT
                  " KB at the end", N_PRINTERS, before, after);
  g_assert_cmpuint (after, <=, before + MAX_GROWTH_KB);
  g_source_remove (wake_id);
  world_close (&world);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--printers"))
    return be_printers (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/live/cost", bench_cost);
  g_test_add_func ("/bench/live/memory", bench_memory);

  return g_test_run ();
}
