/* live-world.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "live-world.h"

#include "bambu-error.h"

#include <mosquitto.h>

#define PRINTERS "printers"
#define PASSWORD "secret"
#define TIMEOUT_MS 60000

/* As long as a test can wait. */
static const BambuLiveLimits limits = {
  .connect_ms = 3000,
  .wait_ms = 50,
  .linger_ms = 400,
  .answer_ms = 4000,
  .ask_interval_ms = 5 * 60 * 1000,
  .silence_s = 90,
};

LiveWorld *
live_world_new (void)
{
  LiveWorld *self = g_new0 (LiveWorld, 1);
  g_autoptr(GError) error = NULL;

  mosquitto_lib_init ();
  self->cloud = test_cloud_new (NULL);
  self->broker = demo_broker_new ();
  demo_broker_set_password (self->broker, "u_" LIVE_WORLD_UID, TEST_CLOUD_TOKEN);
  demo_broker_set_password (self->broker, PRINTERS, PASSWORD);
  self->directory = g_dir_make_tmp ("platen-live-XXXXXX", &error);
  g_assert_no_error (error);
  self->client = bambu_client_new (BAMBU_REGION_GLOBAL, test_cloud_get_url (self->cloud), NULL, &error);
  g_assert_no_error (error);
  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  self->session = bambu_session_new (self->client, self->directory);
  self->live = bambu_session_get_live (self->session);
  bambu_live_set_limits (self->live, &limits);
  g_assert_true (test_refresh (bambu_session_get_devices (self->session), &error));
  g_assert_no_error (error);

  return self;
}

void
live_world_free (LiveWorld *self)
{
  bambu_live_stop (self->live);
  test_end_session (self->session);
  g_object_unref (self->client);
  demo_broker_free (self->broker);

  if (self->printers != NULL)
    {
      g_thread_join (self->printers);
      g_async_queue_unref (self->requests);
    }

  test_cloud_free (self->cloud);
  test_remove_tree (self->directory);
  g_free (self->directory);
  g_free (self);
}

/* The broker, where it does not run, and the reports. */
void
live_world_start (LiveWorld *self)
{
  g_autofree char *url = NULL;
  g_autoptr(GError) error = NULL;

  if (demo_broker_get_port (self->broker) == 0)
    {
      demo_broker_start (self->broker, &error);
      g_assert_no_error (error);
    }

  url = demo_broker_dup_url (self->broker);
  bambu_live_start (self->live, LIVE_WORLD_UID, url, &error);
  g_assert_no_error (error);
}

BambuDevice *
live_world_get_device (LiveWorld *self,
                       guint      position)
{
  g_autoptr(BambuDevice) device = NULL;

  device = g_list_model_get_item (G_LIST_MODEL (bambu_session_get_devices (self->session)), position);
  g_assert_nonnull (device);

  return device;
}

const char *
live_world_get_id (LiveWorld *self,
                   guint      position)
{
  return bambu_device_get_id (live_world_get_device (self, position));
}

static struct mosquitto *
connect_printers (LiveWorld *self)
{
  struct mosquitto *client = mosquitto_new (NULL, TRUE, self);

  mosquitto_username_pw_set (client, PRINTERS, PASSWORD);
  g_assert_cmpint (mosquitto_connect (client, "127.0.0.1", (int) demo_broker_get_port (self->broker), 60), ==, 0);

  return client;
}

/* From a printer, once the broker has it. */
void
live_world_report (LiveWorld     *self,
                   const char    *id,
                   gconstpointer  data,
                   gssize         length)
{
  struct mosquitto *client = connect_printers (self);
  g_autofree char *topic = g_strdup_printf ("device/%s/report", id);

  mosquitto_publish (client, NULL, topic, (int) (length >= 0 ? length : (gssize) strlen (data)), data, 1, FALSE);

  while (mosquitto_want_write (client))
    g_assert_cmpint (mosquitto_loop (client, 100, 1), ==, 0);

  mosquitto_disconnect (client);
  mosquitto_loop (client, 0, 1);
  mosquitto_destroy (client);
}

typedef struct
{
  BambuLive      *live;
  BambuLiveState  state;
} StateWait;

static gboolean
has_state (gpointer user_data)
{
  const StateWait *wait = user_data;

  return bambu_live_get_state (wait->live) == wait->state;
}

void
live_world_wait_state (LiveWorld      *self,
                       BambuLiveState  state)
{
  StateWait wait = { self->live, state };

  if (!test_wait_until (has_state, &wait, TIMEOUT_MS))
    g_error ("The state stays %d, not %d: %s", bambu_live_get_state (self->live), state,
             bambu_live_get_error (self->live) != NULL ? bambu_live_get_error (self->live)->message : "no error");
}

void
live_world_assert_error (LiveWorld *self,
                         int        code)
{
  const GError *error = bambu_live_get_error (self->live);

  g_assert_nonnull (error);
  g_assert_true (error->domain == BAMBU_ERROR);

  if (error->code != code)
    g_error ("Error %d instead of %d: %s", error->code, code, error->message);
}

static void
request_cb (struct mosquitto               *client,
            void                           *user_data,
            const struct mosquitto_message *message)
{
  LiveWorld *self = user_data;

  g_async_queue_push (self->requests, g_strdup_printf ("%s %.*s", message->topic, message->payloadlen,
                                                       (const char *) message->payload));
}

/* Ends with the broker. */
static gpointer
listen_thread (gpointer data)
{
  struct mosquitto *client = data;

  while (mosquitto_loop (client, 1000, 1) == 0)
    continue;

  mosquitto_destroy (client);

  return NULL;
}

/* From now on what printers are asked is kept. */
void
live_world_listen (LiveWorld *self)
{
  struct mosquitto *client = connect_printers (self);

  self->requests = g_async_queue_new_full (g_free);
  mosquitto_message_callback_set (client, request_cb);
  mosquitto_subscribe (client, NULL, "device/+/request", 1);
  self->printers = g_thread_new ("printers", listen_thread, client);
}

typedef struct
{
  LiveWorld  *world;
  const char *id;
  const char *command;
  guint       count;
  guint       at_least;
} RequestWait;

static gboolean
count_request (gpointer user_data)
{
  RequestWait *wait = user_data;
  g_autofree char *request = NULL;

  while ((request = g_async_queue_try_pop (wait->world->requests)) != NULL)
    {
      if (strstr (request, wait->id) != NULL && strstr (request, wait->command) != NULL)
        wait->count++;

      g_clear_pointer (&request, g_free);
    }

  return wait->count >= wait->at_least;
}

/* How often a printer was asked; waits until it was @at_least so often. Forgets what was asked. */
guint
live_world_count_requests (LiveWorld  *self,
                           const char *id,
                           const char *command,
                           guint       at_least)
{
  RequestWait wait = { self, id, command, 0, at_least };

  g_assert_true (test_wait_until (count_request, &wait, TIMEOUT_MS));

  return wait.count;
}
