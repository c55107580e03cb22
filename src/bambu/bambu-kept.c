/* bambu-kept.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-kept.h"

#include "bambu-makers.h"

void
bambu_kept_free (BambuKept *self)
{
  g_clear_object (&self->account);
  g_clear_pointer (&self->devices, g_ptr_array_unref);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->presets, g_ptr_array_unref);
  g_clear_pointer (&self->devices_saved, g_date_time_unref);
  g_clear_pointer (&self->projects_saved, g_date_time_unref);
  g_clear_pointer (&self->presets_saved, g_date_time_unref);
  g_free (self);
}

static GPtrArray *
load_devices (BambuCache  *cache,
              GDateTime  **saved)
{
  g_autoptr(JsonNode) bind = bambu_cache_load (cache, "devices", saved);
  g_autoptr(JsonNode) prints = bambu_cache_load (cache, "prints", NULL);

  return bind != NULL ? bambu_makers_join_devices (bind, prints, *saved) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  BambuCache *cache = source;
  BambuKept *self = g_new0 (BambuKept, 1);

  self->account = bambu_cache_make (cache, "account", bambu_makers_account, NULL);
  self->devices = load_devices (cache, &self->devices_saved);
  self->projects = bambu_cache_make (cache, "projects", bambu_makers_projects, &self->projects_saved);
  self->presets = bambu_cache_make (cache, "presets", bambu_makers_presets, &self->presets_saved);
  g_task_return_pointer (task, self, (GDestroyNotify)bambu_kept_free);
}

/* Cancelling ends it at once, whatever the disk does. */
void
bambu_kept_load_async (BambuCache          *cache,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (cache, cancellable, callback, user_data);

  g_task_set_source_tag (task, bambu_kept_load_async);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

BambuKept *
bambu_kept_load_finish (BambuCache    *cache,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_assert (g_task_is_valid (result, cache));

  return g_task_propagate_pointer (G_TASK (result), error);
}
