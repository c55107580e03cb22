/* bambu-makers-user.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-makers.h"

#include <glib/gi18n-lib.h>

#include "bambu-error.h"
#include "bambu-json.h"
#include "bambu-login-answer.h"
#include "bambu-login.h"
#include "bambu-page.h"

static JsonObject *
require_object (JsonNode  *root,
                GError   **error)
{
  JsonObject *object = bambu_json_node_object (root);

  if (object == NULL)
    g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                         _("The cloud answered with something else than what it was asked for. Try again later."));

  return object;
}

gpointer
bambu_makers_tasks (JsonNode  *root,
                    GBytes    *text,
                    gpointer   make_data,
                    GError   **error)
{
  JsonObject *object = require_object (root, error);

  if (object == NULL)
    return NULL;

  return bambu_page_new_from_json (object, text, (BambuPageMake)bambu_task_new_from_json, error);
}

gpointer
bambu_makers_messages (JsonNode  *root,
                       GBytes    *text,
                       gpointer   make_data,
                       GError   **error)
{
  JsonObject *object = require_object (root, error);

  if (object == NULL)
    return NULL;

  return bambu_page_new_from_json (object, text, (BambuPageMake)bambu_message_new_from_json, error);
}

gpointer
bambu_makers_task (JsonNode  *root,
                   GBytes    *text,
                   gpointer   make_data,
                   GError   **error)
{
  JsonObject *object = require_object (root, error);

  return object != NULL ? bambu_task_detail_new_from_json (object) : NULL;
}

gpointer
bambu_makers_ticket (JsonNode  *root,
                     GBytes    *text,
                     gpointer   make_data,
                     GError   **error)
{
  JsonObject *object = require_object (root, error);

  return object != NULL ? bambu_ticket_new_from_json (object) : NULL;
}

gpointer
bambu_makers_credentials (JsonNode  *root,
                          GBytes    *text,
                          gpointer   make_data,
                          GError   **error)
{
  g_autoptr(BambuLoginAnswer) answer = bambu_login_answer_new_from_json (root);

  return bambu_login_answer_make_credentials (answer, error);
}

gpointer
bambu_makers_resources (JsonNode  *root,
                        GBytes    *text,
                        gpointer   make_data,
                        GError   **error)
{
  JsonObject *object = require_object (root, error);
  JsonArray *array = bambu_json_get_array (object, "resources");
  const guint length = array != NULL ? json_array_get_length (array) : 0;
  GPtrArray *resources;
  BambuResource *software;

  if (object == NULL)
    return NULL;

  resources = g_ptr_array_new_with_free_func (g_object_unref);

  if ((software = bambu_resource_new_from_json (bambu_json_get_object (object, "software"), TRUE)))
    g_ptr_array_add (resources, software);

  for (guint i = 0; i < length; i++)
    {
      BambuResource *resource = bambu_resource_new_from_json (bambu_json_array_object (array, i), FALSE);

      if (resource != NULL)
        g_ptr_array_add (resources, resource);
    }

  return resources;
}

/* Who asks about one printer is told about one. */
gpointer
bambu_makers_firmware (JsonNode  *root,
                       GBytes    *text,
                       gpointer   make_data,
                       GError   **error)
{
  JsonArray *devices = bambu_json_get_array (bambu_json_node_object (root), "devices");
  const guint length = devices != NULL ? json_array_get_length (devices) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *device = bambu_json_array_object (devices, i);

      if (device != NULL)
        return bambu_firmware_new_from_json (device);
    }

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                       _("The cloud told nothing about the firmware of this printer. Try again later."));

  return NULL;
}

gpointer
bambu_makers_camera_ticket (JsonNode  *root,
                            GBytes    *text,
                            gpointer   make_data,
                            GError   **error)
{
  BambuCameraTicket *ticket = bambu_camera_ticket_new_from_json (bambu_json_node_object (root));

  if (ticket == NULL)
    g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                         _("The cloud gave no camera ticket. Try again later."));

  return ticket;
}

/* The id of something that was made. @make_data: the member that it is in. */
gpointer
bambu_makers_id (JsonNode  *root,
                 GBytes    *text,
                 gpointer   make_data,
                 GError   **error)
{
  char *id = bambu_json_dup_string (bambu_json_node_object (root), make_data);

  return id != NULL ? id : g_strdup ("");
}

/* For what is done without an answer that says anything. */
gpointer
bambu_makers_done (JsonNode  *root,
                   GBytes    *text,
                   gpointer   make_data,
                   GError   **error)
{
  return g_strdup ("");
}

/* Whether the cloud is through with a file: a #gboolean. While it is at work it says so in the message. */
gpointer
bambu_makers_notification (JsonNode  *root,
                           GBytes    *text,
                           gpointer   make_data,
                           GError   **error)
{
  JsonObject *object = require_object (root, error);
  g_autofree char *message = bambu_json_dup_string (object, "message");
  gboolean *through;

  if (object == NULL)
    return NULL;

  through = g_new (gboolean, 1);
  *through = message != NULL && g_ascii_strcasecmp (message, "success") == 0;

  return through;
}
