/* test-cli-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* platenctl status --live: what a printer itself tells, through the stand-in cloud's broker. */

#include "ctl-runner.h"
#include "test-cloud.h"

enum {
  PRINTING = 0,
  OFFLINE = 5,
};

typedef struct
{
  TestCloud *cloud;
  CtlRunner *ctl;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->cloud = test_cloud_new_live (NULL);
  self->ctl = ctl_runner_new (test_cloud_get_url (self->cloud));
  ctl_runner_set_env (self->ctl, "PLATEN_TOKEN", TEST_CLOUD_TOKEN);
  ctl_runner_set_env (self->ctl, "PLATEN_MQTT_URL", test_cloud_get_mqtt_url (self->cloud));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  ctl_runner_free (self->ctl);
  test_cloud_free (self->cloud);
}

static int
ask (Fixture *self,
     guint    index)
{
  g_autoptr(JsonNode) answer = test_cloud_get (self->cloud, "/v1/iot-service/api/user/bind");
  JsonArray *devices = json_object_get_array_member (json_node_get_object (answer), "devices");
  JsonObject *device = json_array_get_object_element (devices, index);

  return ctl_runner_run (self->ctl, NULL, "status", "--live", json_object_get_string_member (device, "dev_id"), NULL);
}

static void
assert_complains (Fixture    *self,
                  const char *part)
{
  g_assert_nonnull (strstr (ctl_runner_get_errors (self->ctl), part));
  g_assert_cmpstr (ctl_runner_get_output (self->ctl), ==, "");
}

static void
test_told (Fixture       *self,
           gconstpointer  data)
{
  static const char * const parts[] = {
    "State            Printing\n", "Layer            ", "Nozzle           ", " °C\nBed ", "\nUnit      Slot  Filament",
    "\nAMS 1     1 ", "In use", "\nExternal  1 ",
  };

  g_assert_cmpint (ask (self, PRINTING), ==, 0);
  g_assert_cmpstr (ctl_runner_get_errors (self->ctl), ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strstr (ctl_runner_get_output (self->ctl), parts[i]) == NULL)
        g_error ("“%s” is not in: %s", parts[i], ctl_runner_get_output (self->ctl));
    }
}

/* The printer's own words, whether it says all each time or only when asked. */
static void
test_json (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < OFFLINE; i++)
    {
      g_autoptr(JsonNode) answer = test_cloud_get (self->cloud, "/v1/iot-service/api/user/bind");
      JsonArray *devices = json_object_get_array_member (json_node_get_object (answer), "devices");
      JsonObject *device = json_array_get_object_element (devices, i);
      g_autoptr(JsonNode) report = NULL;
      g_autoptr(GError) error = NULL;
      const char *output;
      JsonObject *print;

      g_assert_cmpint (ctl_runner_run (self->ctl, NULL, "status", "--json", "--live",
                                       json_object_get_string_member (device, "dev_id"), NULL), ==, 0);
      g_assert_cmpstr (ctl_runner_get_errors (self->ctl), ==, "");
      output = ctl_runner_get_output (self->ctl);
      g_assert_true (strchr (output, '\n') == output + strlen (output) - 1);
      report = json_from_string (output, &error);
      g_assert_no_error (error);
      print = json_object_get_object_member (json_node_get_object (report), "print");
      g_assert_true (json_object_has_member (print, "gcode_state"));
      g_assert_true (json_object_has_member (print, "ams"));
    }
}

static void
test_not_told (Fixture       *self,
               gconstpointer  data)
{
  g_assert_cmpint (ask (self, OFFLINE), ==, 1);
  assert_complains (self, "offline");

  g_assert_cmpint (ctl_runner_run (self->ctl, NULL, "status", "--live", "nothing", NULL), ==, 1);
  assert_complains (self, "“nothing”");
  g_assert_cmpint (ctl_runner_run (self->ctl, NULL, "--json", "status", "--live", "nothing", NULL), ==, 1);
  assert_complains (self, "“nothing”");

  ctl_runner_set_env (self->ctl, "PLATEN_MQTT_URL", "mqtt://127.0.0.1:9");
  g_assert_cmpint (ask (self, PRINTING), ==, 1);
  assert_complains (self, "127.0.0.1");
  ctl_runner_set_env (self->ctl, "PLATEN_MQTT_URL", NULL);
  g_assert_cmpint (ask (self, PRINTING), ==, 1);
  assert_complains (self, "platenctl: ");

  ctl_runner_set_env (self->ctl, "PLATEN_TOKEN", "wrong");
  g_assert_cmpint (ask (self, PRINTING), ==, 3);
  assert_complains (self, "Sign in");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/live/told", Fixture, NULL, set_up, test_told, tear_down);
  g_test_add ("/cli/live/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/cli/live/not-told", Fixture, NULL, set_up, test_not_told, tear_down);

  return g_test_run ();
}
