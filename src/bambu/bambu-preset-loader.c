/* bambu-preset-loader.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-preset-loader.h"

#include "bambu-endpoints-private.h"
#include "bambu-error.h"
#include "bambu-makers.h"

typedef struct
{
  BambuCache *cache;  /* nullable */
  char       *name;   /* in the cache */
  GError     *error;  /* what the cloud could not be reached for */
} Load;

static void
load_free (Load *load)
{
  g_clear_object (&load->cache);
  g_clear_error (&load->error);
  g_free (load->name);
  g_free (load);
}

static gboolean
is_out_of_reach (const GError *error)
{
  return g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_BLOCKED) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_SERVER);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  BambuPresetDetail *detail = bambu_cache_make_finish (BAMBU_CACHE (object), result, NULL);

  if (detail != NULL)
    g_task_return_pointer (task, detail, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&load->error));
}

/* Where the cloud cannot be reached, what it said last is better than nothing. */
static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  BambuPresetDetail *detail = bambu_client_call_finish (BAMBU_CLIENT (object), result, &load->error);

  if (detail != NULL)
    g_task_return_pointer (task, detail, g_object_unref);
  else if (load->cache != NULL && is_out_of_reach (load->error))
    bambu_cache_make_async (load->cache, load->name, bambu_makers_preset, g_object_unref,
                            kept_cb, g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&load->error));
}

/* Takes @task and returns a BambuPresetDetail or an error in it. @cache: (nullable): where answers are kept */
void
bambu_preset_loader_load (BambuClient *client,
                          BambuCache  *cache,
                          BambuPreset *preset,
                          GTask       *task)
{
  g_autoptr(BambuRequest) request = bambu_request_preset (bambu_preset_get_id (preset));
  Load *load = g_new0 (Load, 1);

  load->cache = cache != NULL ? g_object_ref (cache) : NULL;
  load->name = bambu_cache_name_for_id ("preset", bambu_preset_get_id (preset));
  g_task_set_task_data (task, load, (GDestroyNotify)load_free);
  bambu_endpoints_call_and_keep (client, request, bambu_makers_preset,
                                 g_object_unref, cache, load->name,
                                 g_task_get_cancellable (task), called_cb, task);
}
