/* bambu-session.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session-private.h"

#include "bambu-client-private.h"
#include "bambu-endpoints-private.h"
#include "bambu-error.h"
#include "bambu-feed-private.h"
#include "bambu-kept.h"
#include "bambu-list-private.h"
#include "bambu-makers.h"
#include "bambu-pictures-private.h"

G_DEFINE_FINAL_TYPE (BambuSession, bambu_session, G_TYPE_OBJECT)

/* A uid is the cloud's text: what is not a plain number or word does not become the name of a folder. */
static char *
bambu_session_build_directory (BambuSession *self,
                               const char   *uid)
{
  const char *region = bambu_region_to_string (bambu_client_get_region (self->client));
  g_autofree char *name = NULL;
  gboolean plain = strlen (uid) <= 64;

  for (const char *p = uid; *p != '\0'; p++)
    plain &= g_ascii_isalnum (*p);

  if (plain)
    name = g_strdup_printf ("%s-%s", region, uid);
  else
    name = bambu_cache_name_for_id (region, uid);

  return g_build_filename (self->cache_dir, name, NULL);
}

static void
bambu_session_keep_messages (BambuSession     *self,
                             BambuMessageKind  kind)
{
  g_autofree char *name = g_strdup_printf ("messages-%d", kind);

  bambu_feed_set_cache (self->messages[kind], self->cache, name);
}

static void
bambu_session_set_uid (BambuSession *self,
                       const char   *uid)
{
  g_autofree char *directory = bambu_session_build_directory (self, uid);
  g_autofree char *pictures = g_build_filename (directory, "pictures", NULL);

  g_free (self->uid);
  self->uid = g_strdup (uid);
  g_set_object (&self->cache, NULL);
  self->cache = bambu_cache_new (directory);
  bambu_project_loader_set_cache (self->project_loader, self->cache);
  bambu_pictures_set_directory (self->pictures, pictures);

  for (int kind = 0; kind < N_MESSAGE_KINDS; kind++)
    {
      if (self->messages[kind] != NULL)
        bambu_session_keep_messages (self, kind);
    }
}

/* What the cloud has said in the meantime is newer. */
static void
fill_list (BambuList *list,
           GPtrArray *items,
           GDateTime *saved)
{
  if (items == NULL || bambu_list_get_updated (list) != NULL)
    return;

  bambu_list_merge (list, items);
  bambu_list_set_updated (list, saved);
}

static void
bambu_session_kept_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuKept) kept = NULL;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (task);

  if (!(kept = bambu_kept_load_finish (BAMBU_CACHE (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (kept->account != NULL && bambu_account_get_uid (self->account) == NULL)
    bambu_account_merge (self->account, kept->account);

  fill_list (self->devices, kept->devices, kept->devices_saved);
  fill_list (self->projects, kept->projects, kept->projects_saved);
  fill_list (self->presets, kept->presets, kept->presets_saved);
  g_task_return_boolean (task, TRUE);
}

static void
bambu_session_opening_account_cb (GObject      *object,
                                  GAsyncResult *result,
                                  gpointer      user_data)
{
  BambuSession *self = BAMBU_SESSION (object);
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!bambu_session_refresh_account_finish (self, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  bambu_session_set_uid (self, bambu_account_get_uid (self->account));
  bambu_kept_load_async (self->cache, g_task_get_cancellable (task),
                         bambu_session_kept_cb, g_object_ref (task));
}

static void
fetch_devices (gpointer             owner,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  BambuSession *self = owner;

  bambu_endpoints_get_devices_async (self->client, self->cache, cancellable, callback, user_data);
}

static GPtrArray *
fetch_devices_finish (gpointer       owner,
                      GAsyncResult  *result,
                      GError       **error)
{
  BambuSession *self = owner;

  return bambu_client_get_devices_finish (self->client, result, error);
}

static void
fetch_projects (gpointer             owner,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  BambuSession *self = owner;
  g_autoptr(BambuRequest) request = bambu_request_projects ();

  bambu_endpoints_call_and_keep (self->client, request, bambu_makers_projects,
                                 (GDestroyNotify)g_ptr_array_unref, self->cache, "projects",
                                 cancellable, callback, user_data);
}

static void
fetch_presets (gpointer             owner,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  BambuSession *self = owner;
  g_autoptr(BambuRequest) request = bambu_request_presets ();

  bambu_endpoints_call_and_keep (self->client, request, bambu_makers_presets,
                                 (GDestroyNotify)g_ptr_array_unref, self->cache, "presets",
                                 cancellable, callback, user_data);
}

static GPtrArray *
fetch_finish (gpointer       owner,
              GAsyncResult  *result,
              GError       **error)
{
  BambuSession *self = owner;

  return bambu_client_call_finish (self->client, result, error);
}

static void
bambu_session_finalize (GObject *object)
{
  BambuSession *self = (BambuSession *)object;

  for (int kind = 0; kind < N_MESSAGE_KINDS; kind++)
    g_clear_object (&self->messages[kind]);

  g_clear_object (&self->project_loader);
  g_clear_object (&self->presets);
  g_clear_object (&self->projects);
  bambu_live_stop (self->live);
  g_clear_object (&self->live);
  g_clear_object (&self->devices);
  g_clear_object (&self->pictures);
  g_clear_object (&self->account);
  g_clear_object (&self->cache);
  g_clear_object (&self->client);
  g_clear_pointer (&self->cache_dir, g_free);
  g_clear_pointer (&self->uid, g_free);

  G_OBJECT_CLASS (bambu_session_parent_class)->finalize (object);
}

static void
bambu_session_class_init (BambuSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_session_finalize;
}

static void
bambu_session_init (BambuSession *self)
{
  self->account = g_object_new (BAMBU_TYPE_ACCOUNT, NULL);
  self->devices = bambu_list_new (BAMBU_TYPE_DEVICE);
  self->projects = bambu_list_new (BAMBU_TYPE_PROJECT);
  self->presets = bambu_list_new (BAMBU_TYPE_PRESET);

  bambu_list_set_source (self->devices, self, fetch_devices, fetch_devices_finish);
  bambu_list_set_source (self->projects, self, fetch_projects, fetch_finish);
  bambu_list_set_source (self->presets, self, fetch_presets, fetch_finish);
}

/**
 * bambu_session_new:
 * @client: a client that has the account's token
 * @cache_dir: the folder in which each account has one of its own
 *
 * Makes the session of a signed-in account. Its lists are empty until it is opened or they are refreshed.
 *
 * Returns: (transfer full): a new #BambuSession
 */
BambuSession *
bambu_session_new (BambuClient *client,
                   const char  *cache_dir)
{
  BambuSession *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (cache_dir != NULL, NULL);

  self = g_object_new (BAMBU_TYPE_SESSION, NULL);
  self->client = g_object_ref (client);
  self->cache_dir = g_strdup (cache_dir);
  self->pictures = bambu_pictures_new (client, BAMBU_PICTURES_MAX_BYTES);
  self->project_loader = bambu_project_loader_new (client);
  self->live = bambu_live_new (client, self->devices);

  return self;
}

/**
 * bambu_session_get_client:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): what talks to the cloud
 */
BambuClient *
bambu_session_get_client (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->client;
}

/**
 * bambu_session_get_account:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): whose session it is; one object for its life, empty until that is known
 */
BambuAccount *
bambu_session_get_account (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->account;
}

/**
 * bambu_session_get_uid:
 * @self: a #BambuSession
 *
 * Returns: (transfer none) (nullable): the cloud's number for whose session it is; %NULL until it is open
 */
const char *
bambu_session_get_uid (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->uid;
}

/**
 * bambu_session_get_live:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): the printers' own reports, which are stopped until somebody starts them
 */
BambuLive *
bambu_session_get_live (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->live;
}

/**
 * bambu_session_get_pictures:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): the account's pictures
 */
BambuPictures *
bambu_session_get_pictures (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->pictures;
}

/**
 * bambu_session_get_devices:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): the printers, of #BambuDevice
 */
BambuList *
bambu_session_get_devices (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->devices;
}

/**
 * bambu_session_get_projects:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): the projects, of #BambuProject, in the cloud's order
 */
BambuList *
bambu_session_get_projects (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->projects;
}

/**
 * bambu_session_get_presets:
 * @self: a #BambuSession
 *
 * Returns: (transfer none): the slicer presets of all kinds, of #BambuPreset
 */
BambuList *
bambu_session_get_presets (BambuSession *self)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  return self->presets;
}

static BambuRequest *
request_messages (const char *filter,
                  const char *after,
                  guint       limit)
{
  return bambu_request_messages (g_ascii_strtoull (filter, NULL, 10), after, limit);
}

/**
 * bambu_session_get_messages:
 * @self: a #BambuSession
 * @kind: which messages; %BAMBU_MESSAGE_KIND_UNKNOWN for all
 *
 * Returns: (transfer none): the account's messages of that kind, of #BambuMessage, newest first; empty until they are
 *   refreshed, but for what was kept on disk
 */
BambuFeed *
bambu_session_get_messages (BambuSession     *self,
                            BambuMessageKind  kind)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);
  g_return_val_if_fail (kind >= 0 && kind < N_MESSAGE_KINDS, NULL);

  if (self->messages[kind] == NULL)
    {
      g_autofree char *filter = g_strdup_printf ("%d", kind);

      self->messages[kind] = bambu_feed_new (self->client, BAMBU_TYPE_MESSAGE, filter,
                                             request_messages, bambu_makers_messages);

      if (self->cache != NULL)
        bambu_session_keep_messages (self, kind);
    }

  return self->messages[kind];
}

/* NULL until the account is known. */
BambuCache *
bambu_session_get_cache (BambuSession *self)
{
  g_assert (BAMBU_IS_SESSION (self));

  return self->cache;
}

/**
 * bambu_session_open_async:
 * @self: a #BambuSession
 * @uid: (nullable): whose session it is, where that is known; %NULL asks the cloud
 * @cancellable: (nullable): ends the call
 * @callback: called when the lists hold what was last known
 * @user_data: for @callback
 *
 * Finds the account's folder and fills the lists from it. From then on answers are kept there.
 */
void
bambu_session_open_async (BambuSession        *self,
                          const char          *uid,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BAMBU_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_open_async);

  if (uid != NULL)
    {
      bambu_session_set_uid (self, uid);
      bambu_kept_load_async (self->cache, cancellable,
                             bambu_session_kept_cb, g_object_ref (task));
    }
  else
    {
      bambu_session_refresh_account_async (self, cancellable,
                                           bambu_session_opening_account_cb, g_object_ref (task));
    }
}

/**
 * bambu_session_open_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_open_async(). It fails only where the account had to be asked for and the cloud did not tell.
 *
 * Returns: whether the session is open
 */
gboolean
bambu_session_open_finish (BambuSession  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
bambu_session_account_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuAccount) newer = NULL;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (task);

  if (!(newer = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  bambu_account_merge (self->account, newer);
  g_task_return_boolean (task, TRUE);
}

/**
 * bambu_session_refresh_account_async:
 * @self: a #BambuSession
 * @cancellable: (nullable): ends the call at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Asks who the account is: `GET my/preference`.
 */
void
bambu_session_refresh_account_async (BambuSession        *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr(BambuRequest) request = NULL;
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_refresh_account_async);
  request = bambu_request_account ();
  bambu_endpoints_call_and_keep (self->client, request, bambu_makers_account,
                                 g_object_unref, self->cache, "account",
                                 cancellable, bambu_session_account_cb, task);
}

/**
 * bambu_session_refresh_account_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_refresh_account_async().
 *
 * Returns: whether the account is up to date
 */
gboolean
bambu_session_refresh_account_finish (BambuSession  *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
