/* bambu-session-presets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session-private.h"

#include <glib/gi18n-lib.h>

#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "bambu-list-private.h"
#include "bambu-preset-text.h"
#include "bambu-types-private.h"

/* A preset that is being made. */
typedef struct
{
  char *original_id;  /* of the preset that is copied; NULL where it is none */
  char *name;
  char *id;           /* once the cloud has made it */
} Creation;

static void
creation_free (Creation *creation)
{
  g_free (creation->original_id);
  g_free (creation->name);
  g_free (creation->id);
  g_free (creation);
}

static void
bambu_session_removed_preset_cb (GObject      *object,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (task);
  BambuPreset *preset = g_task_get_task_data (task);
  BambuList *presets = bambu_session_get_presets (self);

  /* Gone is gone, whoever removed it. A refresh in between may have brought it back. */
  if (bambu_client_delete_preset_finish (BAMBU_CLIENT (object), result, &error) ||
      g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND))
    {
      bambu_list_remove (presets, bambu_preset_get_id (preset));
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      g_autoptr(GPtrArray) kept = g_ptr_array_new ();

      g_ptr_array_add (kept, preset);
      bambu_list_append (presets, kept);
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
 * Removes a preset from the cloud: `DELETE slicer/setting/{id}`. The list loses it at once; should the call fail, it has it
 * again, at its end.
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
  g_task_set_task_data (task, g_object_ref (preset), g_object_unref);
  bambu_list_remove (bambu_session_get_presets (self), bambu_preset_get_id (preset));
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
return_created (GTask *task)
{
  Creation *creation = g_task_get_task_data (task);

  g_task_return_pointer (task, g_strdup (creation->id), g_free);
}

/* It is there, whether or not the list could be had again. */
static void
bambu_session_listed_created_cb (GObject      *object,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!bambu_list_refresh_finish (BAMBU_LIST (object), result, &error))
    g_debug ("The presets are not listed anew: %s", error->message);

  return_created (task);
}

static void
bambu_session_confirmed_created_cb (GObject      *object,
                                    GAsyncResult *result,
                                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuPresetDetail) created = NULL;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (task);
  Creation *creation = g_task_get_task_data (task);

  if (!(created = bambu_client_get_preset_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_prefix_error (&error, "The cloud took the preset “%s”, but whether it has it is not known. ", creation->name);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (g_strcmp0 (bambu_preset_detail_get_name (created), creation->name) != 0)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               _("The cloud made a preset, but not the one that was asked for. Look for “%s” in the list."),
                               creation->name);
      return;
    }

  bambu_list_refresh_async (bambu_session_get_presets (self), g_task_get_cancellable (task),
                            bambu_session_listed_created_cb, g_object_ref (task));
}

static void
bambu_session_created_preset_cb (GObject      *object,
                                 GAsyncResult *result,
                                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Creation *creation = g_task_get_task_data (task);

  if (!(creation->id = bambu_client_create_preset_finish (BAMBU_CLIENT (object), result, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (*creation->id == '\0')
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                             _("The cloud did not say which preset it made. Look for “%s” in the list."), creation->name);
  else
    bambu_client_get_preset_async (BAMBU_CLIENT (object), creation->id, g_task_get_cancellable (task),
                                   bambu_session_confirmed_created_cb, g_object_ref (task));
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
  Creation *creation = g_task_get_task_data (task);

  if (!(original = bambu_client_get_preset_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (!(copy = bambu_preset_detail_create_copy (original, creation->original_id, creation->name)))
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               _("The cloud told no settings of this preset: there is nothing to copy."));
      return;
    }

  bambu_client_create_preset_async (BAMBU_CLIENT (object), copy, g_task_get_cancellable (task),
                                    bambu_session_created_preset_cb, g_object_ref (task));
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
  Creation *creation;
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_PRESET (preset));
  g_return_if_fail (name != NULL);

  creation = g_new0 (Creation, 1);
  creation->original_id = g_strdup (bambu_preset_get_id (preset));
  creation->name = g_strstrip (g_strdup (name));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_duplicate_preset_async);
  g_task_set_task_data (task, creation, (GDestroyNotify)creation_free);

  if (*creation->name == '\0')
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("A preset needs a name."));
      g_object_unref (task);
      return;
    }

  bambu_client_get_preset_async (bambu_session_get_client (self), creation->original_id,
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

/**
 * bambu_session_import_preset_async:
 * @self: a #BambuSession
 * @file: what Bambu Studio or OrcaSlicer exported of one preset
 * @cancellable: (nullable): ends the call at once; the preset may have been made all the same
 * @callback: called when it is in the list
 * @user_data: for @callback
 *
 * Makes a preset of a slicer's file: `POST slicer/setting`. It counts as made once it has been read back from the cloud.
 */
void
bambu_session_import_preset_async (BambuSession        *self,
                                   GBytes              *file,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GBytes) preset = NULL;
  g_autoptr(GError) error = NULL;
  Creation *creation;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (file != NULL);

  creation = g_new0 (Creation, 1);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_import_preset_async);
  g_task_set_task_data (task, creation, (GDestroyNotify)creation_free);
  preset = bambu_preset_text_from_file (file, G_LIST_MODEL (bambu_session_get_presets (self)), &creation->name, &error);

  if (preset == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    bambu_client_create_preset_async (bambu_session_get_client (self), preset, cancellable,
                                      bambu_session_created_preset_cb, g_object_ref (task));
}

/**
 * bambu_session_import_preset_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError, of which %BAMBU_ERROR_BAD_REQUEST is also for a file that is no preset, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_import_preset_async().
 *
 * Returns: (transfer full) (nullable): the preset's id
 */
char *
bambu_session_import_preset_finish (BambuSession  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
