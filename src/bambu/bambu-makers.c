/* bambu-makers.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-makers.h"

#include <glib/gi18n-lib.h>

#include "bambu-error.h"
#include "bambu-json.h"

/* Who has nothing may be told so by a null, or by leaving it out; but an answer of the cloud is an object. */
static gboolean
require_object (JsonNode  *root,
                GError   **error)
{
  if (bambu_json_node_object (root) != NULL)
    return TRUE;

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                       _("The cloud answered with something else than what it was asked for. Try again later."));

  return FALSE;
}

static gpointer
refuse (gpointer   made,
        GError   **error)
{
  if (made == NULL)
    g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                         _("The cloud’s answer does not say what it is about. Try again later."));

  return made;
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* Finds the device in @devices or adds it. NULL where @json does not say which one it is about. */
static BambuDevice *
obtain_device (GPtrArray  *devices,
               GHashTable *by_id,
               JsonObject *json)
{
  g_autofree char *id = bambu_json_dup_string (json, "dev_id");
  BambuDevice *device;

  if (id == NULL || id[0] == '\0')
    return NULL;

  if (!(device = g_hash_table_lookup (by_id, id)))
    {
      device = bambu_device_new (id);
      g_ptr_array_add (devices, device);
      g_hash_table_insert (by_id, (gpointer)bambu_device_get_id (device), device);
    }

  return device;
}

static void
read_devices (GPtrArray   *devices,
              GHashTable  *by_id,
              JsonArray   *array,
              void       (*read) (BambuDevice *device,
                                  JsonObject  *json))
{
  const guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *object = bambu_json_array_object (array, i);
      BambuDevice *device;

      if (object != NULL && (device = obtain_device (devices, by_id, object)))
        read (device, object);
    }
}

/* @bind: (nullable): the answer of user/bind
 * @prints: (nullable): the answer of user/print
 *
 * Makes devices of one or both. A device that only one of them knows is there all the same.
 */
GPtrArray *
bambu_makers_join_devices (JsonNode  *bind,
                           JsonNode  *prints,
                           GDateTime *heard)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *devices = new_items ();

  read_devices (devices, by_id,
                bambu_json_get_array (bambu_json_node_object (bind), "devices"),
                bambu_device_read_bind);
  read_devices (devices, by_id,
                bambu_json_get_array (bambu_json_node_object (prints), "devices"),
                bambu_device_read_print);

  for (guint i = 0; i < devices->len; i++)
    bambu_device_settle (g_ptr_array_index (devices, i), heard);

  return devices;
}

gpointer
bambu_makers_account (JsonNode  *root,
                      GBytes    *text,
                      gpointer   make_data,
                      GError   **error)
{
  return refuse (bambu_account_new_from_json (bambu_json_node_object (root)), error);
}

/* The answer itself: a #JsonNode, for what is made of more than one. */
gpointer
bambu_makers_node (JsonNode  *root,
                   GBytes    *text,
                   gpointer   make_data,
                   GError   **error)
{
  if (!require_object (root, error))
    return NULL;

  return json_node_ref (root);
}

gpointer
bambu_makers_prints (JsonNode  *root,
                     GBytes    *text,
                     gpointer   make_data,
                     GError   **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  if (!require_object (root, error))
    return NULL;

  return bambu_makers_join_devices (NULL, root, now);
}

gpointer
bambu_makers_projects (JsonNode  *root,
                       GBytes    *text,
                       gpointer   make_data,
                       GError   **error)
{
  JsonArray *array = bambu_json_get_array (bambu_json_node_object (root), "projects");
  const guint length = array != NULL ? json_array_get_length (array) : 0;
  GPtrArray *projects;

  if (!require_object (root, error))
    return NULL;

  projects = new_items ();

  for (guint i = 0; i < length; i++)
    {
      BambuProject *project = bambu_project_new_from_json (bambu_json_array_object (array, i), FALSE);

      if (project != NULL)
        g_ptr_array_add (projects, project);
    }

  return projects;
}

gpointer
bambu_makers_project (JsonNode  *root,
                      GBytes    *text,
                      gpointer   make_data,
                      GError   **error)
{
  return refuse (bambu_project_new_from_json (bambu_json_node_object (root), TRUE), error);
}

gpointer
bambu_makers_profile (JsonNode  *root,
                      GBytes    *text,
                      gpointer   make_data,
                      GError   **error)
{
  return refuse (bambu_profile_new_from_json (bambu_json_node_object (root)), error);
}

static void
read_presets (GPtrArray       *presets,
              JsonArray       *array,
              BambuPresetKind  kind,
              gboolean         own)
{
  const guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      BambuPreset *preset = bambu_preset_new_from_json (bambu_json_array_object (array, i), kind, own);

      if (preset != NULL)
        g_ptr_array_add (presets, preset);
    }
}

gpointer
bambu_makers_presets (JsonNode  *root,
                      GBytes    *text,
                      gpointer   make_data,
                      GError   **error)
{
  JsonObject *object = bambu_json_node_object (root);
  GPtrArray *presets;

  if (!require_object (root, error))
    return NULL;

  presets = new_items ();

  for (int kind = BAMBU_PRESET_KIND_PROCESS; kind <= BAMBU_PRESET_KIND_FILAMENT; kind++)
    {
      JsonObject *lists = bambu_json_get_object (object, bambu_preset_kind_to_string (kind));

      read_presets (presets, bambu_json_get_array (lists, "private"), kind, TRUE);
      read_presets (presets, bambu_json_get_array (lists, "public"), kind, FALSE);
    }

  return presets;
}

gpointer
bambu_makers_preset (JsonNode  *root,
                     GBytes    *text,
                     gpointer   make_data,
                     GError   **error)
{
  if (!require_object (root, error))
    return NULL;

  return bambu_preset_detail_new_from_json (bambu_json_node_object (root), text);
}
