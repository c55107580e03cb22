/* bambu-session-presets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session-private.h"

#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "bambu-list-private.h"
#include "bambu-types-private.h"

typedef struct
{
  char *setting_id;   /* of the preset that is copied */
  char *name;         /* of the copy */
  char *copy_id;      /* once the cloud has made it */
} Duplicate;

static void
duplicate_free (Duplicate *duplicate)
{
  g_free (duplicate->setting_id);
  g_free (duplicate->name);
  g_free (duplicate->copy_id);
  g_free (duplicate);
}

static void
bambu_session_removed_preset_cb (GObject      *object,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (task);
  const char *id = g_task_get_task_data (task);

  /* Gone is gone, whoever removed it. */
  if (bambu_client_delete_preset_finish (BAMBU_CLIENT (object), result, &error) ||
      g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND))
    {
      bambu_list_remove (bambu_session_get_presets (self), id);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * bambu_session_remove_preset_async:
 * @self: a #BambuSession
 * @preset: one of the user's own
 * @cancellable: (nullable): ends the call at once; the preset may be gone all the same
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Removes a preset from the cloud and from the list: `DELETE slicer/setting/{id}`. It does not come back.
 */
void
bambu_session_remove_preset_async (BambuSession        *self,
                                   BambuPreset         *preset,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_PRESET (preset));
  g_return_if_fail (bambu_preset_get_own (preset));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_remove_preset_async);
  g_task_set_task_data (task, g_strdup (bambu_preset_get_id (preset)), g_free);
  bambu_client_delete_preset_async (bambu_session_get_client (self), bambu_preset_get_id (preset),
                                    cancellable, bambu_session_removed_preset_cb, task);
}

/**
 * bambu_session_remove_preset_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_remove_preset_async().
 *
 * Returns: whether it is gone
 */
gboolean
bambu_session_remove_preset_finish (BambuSession  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
return_copy (GTask *task)
{
  Duplicate *duplicate = g_task_get_task_data (task);

  g_task_return_pointer (task, g_strdup (duplicate->copy_id), g_free);
}

/* The copy is there, whether or not the list could be had again. */
static void
bambu_session_listed_copy_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!bambu_list_refresh_finish (BAMBU_LIST (object), result, &error))
    g_debug ("The presets are not listed anew: %s", error->message);

  return_copy (task);
}

static void
bambu_session_confirmed_copy_cb (GObject      *object,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuPresetDetail) copy = NULL;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (task);
  Duplicate *duplicate = g_task_get_task_data (task);

  if (!(copy = bambu_client_get_preset_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_prefix_error (&error, "The cloud took the preset “%s”, but whether it has it is not known. ", duplicate->name);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (g_strcmp0 (bambu_preset_detail_get_name (copy), duplicate->name) != 0)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               "The cloud made a preset, but not the one that was asked for. Look for “%s” in the list.",
                               duplicate->name);
      return;
    }

  bambu_list_refresh_async (bambu_session_get_presets (self), g_task_get_cancellable (task),
                            bambu_session_listed_copy_cb, g_object_ref (task));
}

static void
bambu_session_made_copy_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Duplicate *duplicate = g_task_get_task_data (task);

  if (!(duplicate->copy_id = bambu_client_create_preset_finish (BAMBU_CLIENT (object), result, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (*duplicate->copy_id == '\0')
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                             "The cloud did not say which preset it made. Look for “%s” in the list.", duplicate->name);
  else
    bambu_client_get_preset_async (BAMBU_CLIENT (object), duplicate->copy_id, g_task_get_cancellable (task),
                                   bambu_session_confirmed_copy_cb, g_object_ref (task));
}

static void
bambu_session_read_original_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuPresetDetail) original = NULL;
  g_autoptr(GBytes) copy = NULL;
  g_autoptr(GError) error = NULL;
  Duplicate *duplicate = g_task_get_task_data (task);

  if (!(original = bambu_client_get_preset_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (!(copy = bambu_preset_detail_create_copy (original, duplicate->setting_id, duplicate->name)))
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               "The cloud told no settings of this preset: there is nothing to copy.");
      return;
    }

  bambu_client_create_preset_async (BAMBU_CLIENT (object), copy, g_task_get_cancellable (task),
                                    bambu_session_made_copy_cb, g_object_ref (task));
}

/**
 * bambu_session_duplicate_preset_async:
 * @self: a #BambuSession
 * @preset: a preset of the session's list
 * @name: what to call the copy
 * @cancellable: (nullable): ends the call at once; the copy may have been made all the same
 * @callback: called when the copy is in the list
 * @user_data: for @callback
 *
 * Copies a preset under another name: `GET slicer/setting/{id}`, `POST slicer/setting`. The copy counts as made once it has
 * been read back from the cloud.
 */
void
bambu_session_duplicate_preset_async (BambuSession        *self,
                                      BambuPreset         *preset,
                                      const char          *name,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  Duplicate *duplicate;
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_PRESET (preset));
  g_return_if_fail (name != NULL);

  duplicate = g_new0 (Duplicate, 1);
  duplicate->setting_id = g_strdup (bambu_preset_get_id (preset));
  duplicate->name = g_strstrip (g_strdup (name));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_duplicate_preset_async);
  g_task_set_task_data (task, duplicate, (GDestroyNotify)duplicate_free);

  if (*duplicate->name == '\0')
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, "A preset needs a name.");
      g_object_unref (task);
      return;
    }

  bambu_client_get_preset_async (bambu_session_get_client (self), duplicate->setting_id,
                                 cancellable, bambu_session_read_original_cb, task);
}

/**
 * bambu_session_duplicate_preset_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_duplicate_preset_async().
 *
 * Returns: (transfer full) (nullable): the copy's id
 */
char *
bambu_session_duplicate_preset_finish (BambuSession  *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
