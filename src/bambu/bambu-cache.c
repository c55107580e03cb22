/* bambu-cache.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-cache.h"

#include <glib/gstdio.h>

#include "bambu-json.h"
#include "bambu-page.h"

/* As much as an answer may have. */
#define MAX_BYTES (32 * 1024 * 1024)

struct _BambuCache
{
  GObject   parent_instance;

  char     *directory;
  GMutex    mutex;
  gboolean  forgotten;
};

struct _BambuCacheMaking
{
  BambuCache    *cache;
  char          *name;
  BambuMakeFunc  make;
  GDestroyNotify result_free;
  GDateTime     *saved;
};

G_DEFINE_FINAL_TYPE (BambuCache, bambu_cache, G_TYPE_OBJECT)

static JsonNode *scrub (JsonNode *node);

/* By the letters alone: the cloud writes such names in more than one way. */
static gboolean
is_secret (const char *member)
{
  static const char * const secrets[] = {
    "accesscode",
    "accesstoken",
    "authkey",
    "devaccesscode",
    "keystorexml",
    "passwd",
    "password",
    "refreshtoken",
    "tfakey",
    "token",
    "ttcode",
    "uploadticket",
    "uploadurl",
    NULL,
  };
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *p = member; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (letters, g_ascii_tolower (*p));
    }

  return g_strv_contains (secrets, letters->str);
}

static gboolean
is_address (const char *string)
{
  return g_ascii_strncasecmp (string, "https://", 8) == 0 ||
         g_ascii_strncasecmp (string, "http://", 7) == 0;
}

/* Signatures stand in the query. */
static char *
scrub_text (const char *text)
{
  g_autoptr(GRegex) addresses = NULL;

  if (is_address (text) && strpbrk (text, " \t\r\n\"'") == NULL)
    return g_strndup (text, strcspn (text, "?#"));

  if (strstr (text, "://") == NULL || strpbrk (text, "?#") == NULL)
    return g_strdup (text);

  addresses = g_regex_new ("(https?://[^\\s\"'?#]*)[?#][^\\s\"']*", G_REGEX_CASELESS, 0, NULL);

  return g_regex_replace (addresses, text, -1, 0, "\\1", 0, NULL);
}

/* A string may hold JSON again: what must not be kept may stand in there, too. */
static JsonNode *
scrub_string (const char *string)
{
  g_autofree char *clean = NULL;
  g_autoptr(JsonNode) inner = NULL;

  if (string[0] == '{' || string[0] == '[')
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (string, strlen (string));

      inner = bambu_json_parse (bytes, NULL);
    }

  if (inner != NULL)
    {
      g_autoptr(JsonNode) clean_inner = scrub (inner);

      clean = json_to_string (clean_inner, FALSE);
    }
  else
    {
      clean = scrub_text (string);
    }

  return json_node_init_string (json_node_alloc (), clean);
}

static JsonNode *
scrub_object (JsonObject *object)
{
  g_autoptr(JsonObject) clean = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);

  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!is_secret (member))
        json_object_set_member (clean, member, scrub (node));
    }

  return json_node_init_object (json_node_alloc (), clean);
}

static JsonNode *
scrub_array (JsonArray *array)
{
  const guint length = json_array_get_length (array);
  g_autoptr(JsonArray) clean = json_array_sized_new (length);

  for (guint i = 0; i < length; i++)
    json_array_add_element (clean, scrub (json_array_get_element (array, i)));

  return json_node_init_array (json_node_alloc (), clean);
}

/* A copy without what must not be on disk. Parsed text is at most BAMBU_JSON_MAX_DEPTH deep. */
static JsonNode *
scrub (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return scrub_object (json_node_get_object (node));

  if (JSON_NODE_HOLDS_ARRAY (node))
    return scrub_array (json_node_get_array (node));

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return scrub_string (json_node_get_string (node));

  return json_node_copy (node);
}

static void
bambu_cache_finalize (GObject *object)
{
  BambuCache *self = (BambuCache *)object;

  g_clear_pointer (&self->directory, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (bambu_cache_parent_class)->finalize (object);
}

static void
bambu_cache_class_init (BambuCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_cache_finalize;
}

static void
bambu_cache_init (BambuCache *self)
{
  g_mutex_init (&self->mutex);
}

BambuCache *
bambu_cache_new (const char *directory)
{
  BambuCache *self = g_object_new (BAMBU_TYPE_CACHE, NULL);

  self->directory = g_strdup (directory);

  return self;
}

const char *
bambu_cache_get_directory (BambuCache *self)
{
  g_assert (BAMBU_IS_CACHE (self));

  return self->directory;
}

/* A name for what the cloud keeps under @id, which may be anything. */
char *
bambu_cache_name_for_id (const char *kind,
                         const char *id)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_strdup_printf ("%s-%.32s", kind, hash);
}

static char *
bambu_cache_build_path (BambuCache *self,
                        const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);

  return g_build_filename (self->directory, file_name, NULL);
}

/* Keeps an answer. Blocks: for worker threads. What cannot be written is merely not kept. */
void
bambu_cache_save (BambuCache *self,
                  const char *name,
                  JsonNode   *root)
{
  g_autofree char *path = bambu_cache_build_path (self, name);
  g_autoptr(JsonNode) clean = scrub (root);
  g_autofree char *text = json_to_string (clean, FALSE);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr(GError) error = NULL;

  if (self->forgotten)
    return;

  if (g_mkdir_with_parents (self->directory, 0700) != 0 ||
      !g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("%s is not kept: %s", name, error != NULL ? error->message : g_strerror (errno));
}

/* Reads a kept answer. Blocks: for worker threads. NULL where there is none, or a damaged one. */
JsonNode *
bambu_cache_load (BambuCache  *self,
                  const char  *name,
                  GDateTime  **saved)
{
  g_autofree char *path = bambu_cache_build_path (self, name);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *root;
  GStatBuf status;
  char *text;
  gsize length;

  if (self->forgotten ||
      g_stat (path, &status) != 0 ||
      !S_ISREG (status.st_mode) ||
      status.st_size > MAX_BYTES ||
      !g_file_get_contents (path, &text, &length, NULL))
    return NULL;

  bytes = g_bytes_new_take (text, length);

  if (!(root = bambu_json_parse (bytes, &error)))
    {
      g_debug ("%s was damaged: %s", name, error->message);
      return NULL;
    }

  if (saved != NULL)
    *saved = g_date_time_new_from_unix_utc (status.st_mtime);

  return root;
}

/* Makes of a kept answer what would be made of one from the cloud. Blocks: for worker threads. */
gpointer
bambu_cache_make (BambuCache     *self,
                  const char     *name,
                  BambuMakeFunc   make,
                  GDateTime     **saved)
{
  g_autoptr(JsonNode) root = bambu_cache_load (self, name, saved);

  return root != NULL ? make (root, NULL, NULL, NULL) : NULL;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  BambuCacheMaking *making = task_data;

  g_task_return_pointer (task,
                         bambu_cache_make (making->cache, making->name, making->make, &making->saved),
                         making->result_free);
}

/* bambu_cache_make() in a worker thread. */
void
bambu_cache_make_async (BambuCache          *self,
                        const char          *name,
                        BambuMakeFunc        make,
                        GDestroyNotify       result_free,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  BambuCacheMaking *making = bambu_cache_making_new (self, name, make);

  making->result_free = result_free;
  g_task_set_source_tag (task, bambu_cache_make_async);
  g_task_set_task_data (task, making, (GDestroyNotify)bambu_cache_making_free);
  g_task_run_in_thread (task, make_in_thread);
}

/* NULL where there is nothing, or nothing of use. @saved: (out) (optional) (transfer full) (nullable): when it was kept */
gpointer
bambu_cache_make_finish (BambuCache    *self,
                         GAsyncResult  *result,
                         GDateTime    **saved)
{
  BambuCacheMaking *making = g_task_get_task_data (G_TASK (result));

  g_assert (g_task_is_valid (result, self));

  if (saved != NULL)
    *saved = g_steal_pointer (&making->saved);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Deletes everything and keeps nothing any more. Blocks: for worker threads. */
void
bambu_cache_forget (BambuCache *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr(GDir) directory = NULL;
  const char *name;

  self->forgotten = TRUE;

  if (!(directory = g_dir_open (self->directory, 0, NULL)))
    return;

  while ((name = g_dir_read_name (directory)))
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      /* Also what a crash left half written. */
      g_unlink (path);
    }

  g_rmdir (self->directory);
}

/* @cache: (nullable): %NULL keeps nothing */
BambuCacheMaking *
bambu_cache_making_new (BambuCache    *cache,
                        const char    *name,
                        BambuMakeFunc  make)
{
  BambuCacheMaking *self = g_new0 (BambuCacheMaking, 1);

  self->cache = cache != NULL ? g_object_ref (cache) : NULL;
  self->name = g_strdup (name);
  self->make = make;

  return self;
}

void
bambu_cache_making_free (BambuCacheMaking *self)
{
  g_clear_object (&self->cache);
  g_clear_pointer (&self->saved, g_date_time_unref);
  g_free (self->name);
  g_free (self);
}

gpointer
bambu_cache_make_and_save (JsonNode  *root,
                           GBytes    *text,
                           gpointer   making,
                           GError   **error)
{
  BambuCacheMaking *self = making;
  gpointer made = self->make (root, text, NULL, error);
  g_autoptr(JsonNode) whole = NULL;

  if (made == NULL || self->cache == NULL)
    return made;

  /* Of a page, the root is but the outline. */
  if (bambu_json_get_array (bambu_json_node_object (root), BAMBU_PAGE_HITS) != NULL)
    whole = bambu_json_parse (text, NULL);

  bambu_cache_save (self->cache, self->name, whole != NULL ? whole : root);

  return made;
}
