/* bambu-project-loader.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-project-loader.h"

#include <glib/gi18n-lib.h>

#include "bambu-error.h"
#include "bambu-makers.h"
#include "bambu-request.h"
#include "bambu-waiters.h"

#define MAX_RUNNING 4

typedef struct
{
  BambuProjectLoader *loader;
  BambuProject       *project;
  char               *name;       /* in the cache */
  gboolean            renew;
  gboolean            running;
  GCancellable       *cancellable;
  BambuWaiters       *waiters;
} Load;

struct _BambuProjectLoader
{
  GObject      parent_instance;

  BambuClient *client;
  BambuCache  *cache;
  GHashTable  *loads;     /* project's id to Load */
  GQueue       queue;     /* of Load; the next one first */
  guint        n_running;
};

G_DEFINE_FINAL_TYPE (BambuProjectLoader, bambu_project_loader, G_TYPE_OBJECT)

static void bambu_project_loader_run_next (BambuProjectLoader *self);

static void
load_free (Load *load)
{
  g_clear_pointer (&load->waiters, bambu_waiters_free);
  g_clear_object (&load->cancellable);
  g_clear_object (&load->project);
  g_free (load->name);
  g_free (load);
}

/* Takes the load out of the way first: what those who waited do next finds everything settled. */
static void
load_finish (Load         *load,
             const GError *error)
{
  g_autoptr(BambuProjectLoader) self = g_object_ref (load->loader);
  const char *id = bambu_project_get_id (load->project);

  if (g_hash_table_lookup (self->loads, id) == load)
    g_hash_table_steal (self->loads, id);

  self->n_running--;

  bambu_waiters_settle (load->waiters, error);
  load_free (load);
  bambu_project_loader_run_next (self);
}

static gboolean
is_about (BambuProject *detail,
          BambuProject *project)
{
  return g_str_equal (bambu_project_get_id (detail), bambu_project_get_id (project));
}

static void
load_fetched_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr(BambuProjectLoader) self = load->loader;
  g_autoptr(BambuProject) detail = NULL;
  g_autoptr(GError) error = NULL;

  detail = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error);

  if (detail != NULL && is_about (detail, load->project))
    bambu_item_merge (BAMBU_ITEM (load->project), BAMBU_ITEM (detail));
  else if (detail != NULL)
    g_set_error_literal (&error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                         _("The cloud answered about another project. Try again later."));

  load_finish (load, error);
}

static void
load_fetch (Load *load)
{
  BambuProjectLoader *self = load->loader;
  g_autoptr(BambuRequest) request = bambu_request_project (bambu_project_get_id (load->project));

  g_object_ref (self);
  bambu_client_call_async (self->client, request,
                           bambu_cache_make_and_save,
                           bambu_cache_making_new (self->cache, load->name, bambu_makers_project),
                           (GDestroyNotify)bambu_cache_making_free,
                           g_object_unref,
                           load->cancellable, load_fetched_cb, load);
}

/* Whether what was kept has become the project's detail. */
static gboolean
merge_kept (BambuProject *project,
            BambuProject *kept)
{
  if (kept == NULL || !is_about (kept, project) || !bambu_project_detail_fits (project, kept))
    return FALSE;

  bambu_item_merge (BAMBU_ITEM (project), BAMBU_ITEM (kept));

  return TRUE;
}

static void
load_kept_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Load *load = user_data;
  g_autoptr(BambuProjectLoader) self = load->loader;
  g_autoptr(BambuProject) detail = bambu_cache_make_finish (BAMBU_CACHE (object), result, NULL);

  /* Someone may have asked for a new one in the meantime. */
  if (!load->renew && merge_kept (load->project, detail))
    load_finish (load, NULL);
  else
    load_fetch (load);
}

static void
load_run (Load *load)
{
  BambuProjectLoader *self = load->loader;

  load->running = TRUE;
  self->n_running++;

  if (load->renew || self->cache == NULL)
    {
      load_fetch (load);
      return;
    }

  g_object_ref (self);
  bambu_cache_make_async (self->cache, load->name, bambu_makers_project, g_object_unref,
                          load_kept_cb, load);
}

static void
bambu_project_loader_run_next (BambuProjectLoader *self)
{
  while (self->n_running < MAX_RUNNING && !g_queue_is_empty (&self->queue))
    load_run (g_queue_pop_head (&self->queue));
}

/* Nobody looks at the project any more. Asking again is another load. */
static gboolean
load_abandoned_cb (gpointer user_data)
{
  Load *load = user_data;
  BambuProjectLoader *self = load->loader;

  g_hash_table_steal (self->loads, bambu_project_get_id (load->project));

  if (load->running)
    {
      g_cancellable_cancel (load->cancellable);
    }
  else
    {
      g_queue_remove (&self->queue, load);
      load_free (load);
    }

  return G_SOURCE_REMOVE;
}

static void
bambu_project_loader_finalize (GObject *object)
{
  BambuProjectLoader *self = (BambuProjectLoader *)object;

  g_queue_clear_full (&self->queue, (GDestroyNotify)load_free);
  g_clear_pointer (&self->loads, g_hash_table_unref);
  g_clear_object (&self->cache);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (bambu_project_loader_parent_class)->finalize (object);
}

static void
bambu_project_loader_class_init (BambuProjectLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_project_loader_finalize;
}

static void
bambu_project_loader_init (BambuProjectLoader *self)
{
  g_queue_init (&self->queue);
  self->loads = g_hash_table_new (g_str_hash, g_str_equal);
}

BambuProjectLoader *
bambu_project_loader_new (BambuClient *client)
{
  BambuProjectLoader *self = g_object_new (BAMBU_TYPE_PROJECT_LOADER, NULL);

  self->client = g_object_ref (client);

  return self;
}

void
bambu_project_loader_set_cache (BambuProjectLoader *self,
                                BambuCache         *cache)
{
  g_set_object (&self->cache, cache);
}

/* Takes @task and returns TRUE or an error in it. @renew: what is known is of no use, since its addresses have expired. */
void
bambu_project_loader_load (BambuProjectLoader *self,
                           BambuProject       *project,
                           gboolean            renew,
                           GTask              *task)
{
  Load *load;

  g_assert (BAMBU_IS_PROJECT_LOADER (self));
  g_assert (BAMBU_IS_PROJECT (project));

  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return;
    }

  if (!renew && bambu_project_detail_fits (project, project))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  load = g_hash_table_lookup (self->loads, bambu_project_get_id (project));

  if (load == NULL)
    {
      load = g_new0 (Load, 1);
      load->loader = self;
      load->project = g_object_ref (project);
      load->name = bambu_cache_name_for_id ("project", bambu_project_get_id (project));
      load->cancellable = g_cancellable_new ();
      load->waiters = bambu_waiters_new (load_abandoned_cb, load);
      g_hash_table_insert (self->loads, (gpointer)bambu_project_get_id (project), load);
      g_queue_push_head (&self->queue, load);
    }
  else if (!load->running)
    {
      g_queue_remove (&self->queue, load);
      g_queue_push_head (&self->queue, load);
    }

  load->renew |= renew;
  bambu_waiters_add (load->waiters, task);
  bambu_project_loader_run_next (self);
}

static void
recalled_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuProject) detail = bambu_cache_make_finish (BAMBU_CACHE (object), result, NULL);

  if (merge_kept (g_task_get_task_data (task), detail))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, "The project's detail is not kept");
}

/* Takes @task and returns TRUE or an error in it. The cloud is not asked. */
void
bambu_project_loader_recall (BambuProjectLoader *self,
                             BambuProject       *project,
                             GTask              *task)
{
  g_autofree char *name = NULL;

  g_assert (BAMBU_IS_PROJECT_LOADER (self));
  g_assert (BAMBU_IS_PROJECT (project));

  if (bambu_project_detail_fits (project, project))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  if (self->cache == NULL)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, "Nothing is kept");
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, g_object_ref (project), g_object_unref);
  name = bambu_cache_name_for_id ("project", bambu_project_get_id (project));
  bambu_cache_make_async (self->cache, name, bambu_makers_project, g_object_unref, recalled_cb, task);
}
