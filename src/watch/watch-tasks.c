/* watch-tasks.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-tasks.h"

#include <bambu-endpoints.h>

#include "watch-print.h"

/* A page is small, since mostly one is enough. */
#define PAGE 25
#define MAX_TASKS 1000

typedef struct
{
  char      *floor;
  GPtrArray *tasks;
} Fetch;

static void watch_tasks_fetch_page (GTask *task);

static void
fetch_free (Fetch *fetch)
{
  g_free (fetch->floor);
  g_ptr_array_unref (fetch->tasks);
  g_free (fetch);
}

/* @page: the newest that was read */
static gboolean
is_complete (Fetch     *fetch,
             GPtrArray *page)
{
  const char *last;

  if (fetch->floor == NULL || page->len == 0 || fetch->tasks->len >= MAX_TASKS)
    return TRUE;

  last = bambu_task_get_id (g_ptr_array_index (page, page->len - 1));

  return watch_compare_ids (last, fetch->floor) <= 0;
}

static void
watch_tasks_page_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) page = NULL;
  g_autoptr(GError) error = NULL;
  Fetch *fetch = g_task_get_task_data (task);

  if (!(page = bambu_client_get_tasks_finish (BAMBU_CLIENT (object), result, NULL, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (fetch->tasks, g_object_ref (g_ptr_array_index (page, i)));

  if (is_complete (fetch, page))
    g_task_return_pointer (task, g_ptr_array_ref (fetch->tasks), (GDestroyNotify)g_ptr_array_unref);
  else
    watch_tasks_fetch_page (task);
}

static void
watch_tasks_fetch_page (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const guint n_tasks = fetch->tasks->len;
  const char *after = n_tasks > 0 ? bambu_task_get_id (g_ptr_array_index (fetch->tasks, n_tasks - 1)) : NULL;

  bambu_client_get_tasks_async (g_task_get_source_object (task), NULL, after, n_tasks > 0 ? 4 * PAGE : PAGE,
                                g_task_get_cancellable (task), watch_tasks_page_cb, g_object_ref (task));
}

void
watch_tasks_fetch_async (BambuClient         *client,
                         const char          *floor,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_assert (BAMBU_IS_CLIENT (client));

  fetch->floor = g_strdup (floor);
  fetch->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_source_tag (task, watch_tasks_fetch_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify)fetch_free);
  watch_tasks_fetch_page (task);
}

GPtrArray *
watch_tasks_fetch_finish (BambuClient   *client,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_assert (g_task_is_valid (result, client));

  return g_task_propagate_pointer (G_TASK (result), error);
}
