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
#define FIRST_PAGE 25
#define PAGE 100
#define DEVICE_PAGE 10
#define MAX_TASKS 1000

typedef struct
{
  char      *floor;
  GPtrArray *wanted;
  GPtrArray *tasks;
  guint      n_wanted;   /* of these have been looked for */
} Fetch;

static void watch_tasks_fetch_wanted (GTask *task);
static void watch_tasks_fetch_page   (GTask *task);

static void
fetch_free (Fetch *fetch)
{
  g_free (fetch->floor);
  g_ptr_array_unref (fetch->wanted);
  g_ptr_array_unref (fetch->tasks);
  g_free (fetch);
}

static gboolean
has_task (Fetch      *fetch,
          const char *id)
{
  for (guint i = 0; i < fetch->tasks->len; i++)
    {
      if (g_str_equal (bambu_task_get_id (g_ptr_array_index (fetch->tasks, i)), id))
        return TRUE;
    }

  return FALSE;
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

/* Returns: (transfer full) (nullable): NULL where @task has failed with it */
static GPtrArray *
watch_tasks_take_page (GTask        *task,
                       BambuClient  *client,
                       GAsyncResult *result)
{
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GPtrArray) page = NULL;
  g_autoptr(GError) error = NULL;

  if (!(page = bambu_client_get_tasks_finish (client, result, NULL, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return NULL;
    }

  for (guint i = 0; i < page->len; i++)
    g_ptr_array_add (fetch->tasks, g_object_ref (g_ptr_array_index (page, i)));

  return g_steal_pointer (&page);
}

static void
watch_tasks_wanted_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) page = watch_tasks_take_page (task, BAMBU_CLIENT (object), result);

  if (page != NULL)
    watch_tasks_fetch_wanted (task);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b)
{
  return watch_compare_ids (bambu_task_get_id (*(BambuTask **)b), bambu_task_get_id (*(BambuTask **)a));
}

static void
watch_tasks_fetch_wanted (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  while (fetch->n_wanted < fetch->wanted->len)
    {
      const char *device_id = g_ptr_array_index (fetch->wanted, fetch->n_wanted);
      const char *id = g_ptr_array_index (fetch->wanted, fetch->n_wanted + 1);

      fetch->n_wanted += 2;

      if (has_task (fetch, id))
        continue;

      bambu_client_get_tasks_async (g_task_get_source_object (task), device_id, NULL, DEVICE_PAGE,
                                    g_task_get_cancellable (task), watch_tasks_wanted_cb, g_object_ref (task));
      return;
    }

  g_ptr_array_sort (fetch->tasks, compare_tasks);
  g_task_return_pointer (task, g_ptr_array_ref (fetch->tasks), (GDestroyNotify)g_ptr_array_unref);
}

static void
watch_tasks_page_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) page = watch_tasks_take_page (task, BAMBU_CLIENT (object), result);

  if (page == NULL)
    return;

  if (is_complete (g_task_get_task_data (task), page))
    watch_tasks_fetch_wanted (task);
  else
    watch_tasks_fetch_page (task);
}

static void
watch_tasks_fetch_page (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const guint n_tasks = fetch->tasks->len;
  const char *after = n_tasks > 0 ? bambu_task_get_id (g_ptr_array_index (fetch->tasks, n_tasks - 1)) : NULL;

  bambu_client_get_tasks_async (g_task_get_source_object (task), NULL, after, n_tasks > 0 ? PAGE : FIRST_PAGE,
                                g_task_get_cancellable (task), watch_tasks_page_cb, g_object_ref (task));
}

void
watch_tasks_fetch_async (BambuClient         *client,
                         const char          *floor,
                         GPtrArray           *wanted,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_assert (BAMBU_IS_CLIENT (client));
  g_assert (wanted != NULL && wanted->len % 2 == 0);

  fetch->floor = g_strdup (floor);
  fetch->wanted = g_ptr_array_ref (wanted);
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
