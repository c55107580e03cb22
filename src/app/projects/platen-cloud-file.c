/* platen-cloud-file.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-cloud-file.h"

#include <glib/gi18n.h>

#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "bambu-transfer.h"

typedef enum
{
  KIND_PROJECT,
  KIND_PROFILE,
  KIND_FILE,
} Kind;

struct _PlatenCloudFile
{
  GObject      parent_instance;

  BambuClient *client;
  Kind         kind;
  char        *key;

  /* The project's or the profile's, and what a profile is asked for by as well. */
  char        *id;
  char        *model_id;

  /* As the cloud calls it, to find it again; and as it is called here. */
  char        *cloud_name;
  char        *name;
  char        *dir;

  char        *uri;
  char        *md5;
};

G_DEFINE_FINAL_TYPE (PlatenCloudFile, platen_cloud_file, G_TYPE_OBJECT)

static void
platen_cloud_file_finalize (GObject *object)
{
  PlatenCloudFile *self = (PlatenCloudFile *)object;

  g_clear_object (&self->client);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->model_id, g_free);
  g_clear_pointer (&self->cloud_name, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->md5, g_free);

  G_OBJECT_CLASS (platen_cloud_file_parent_class)->finalize (object);
}

static void
platen_cloud_file_class_init (PlatenCloudFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_cloud_file_finalize;
}

static void
platen_cloud_file_init (PlatenCloudFile *self)
{
}

static PlatenCloudFile *
create (BambuClient *client,
        Kind         kind,
        const char  *id,
        const char  *uri,
        const char  *md5)
{
  PlatenCloudFile *self = g_object_new (PLATEN_TYPE_CLOUD_FILE, NULL);

  self->client = g_object_ref (client);
  self->kind = kind;
  self->id = g_strdup (id);
  self->uri = g_strdup (uri);
  self->md5 = g_strdup (md5);

  return self;
}

/* What a project or profile is called, as the name of its 3MF. */
static char *
dup_3mf_name (const char *title)
{
  g_autofree char *name = NULL;

  if (title == NULL || *title == 0)
    return g_strdup (_("Project.3mf"));

  name = g_str_has_suffix (title, ".3mf") ? g_strdup (title) : g_strconcat (title, ".3mf", NULL);

  return bambu_transfer_clean_name (name);
}

/**
 * platen_cloud_file_new_project:
 * @client: the account's
 * @project: a project whose detail is there
 *
 * Returns: (transfer full) (nullable): the 3MF of the whole project, where the cloud gives an address of it
 */
PlatenCloudFile *
platen_cloud_file_new_project (BambuClient  *client,
                               BambuProject *project)
{
  PlatenCloudFile *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (BAMBU_IS_PROJECT (project), NULL);

  if (bambu_project_get_download_uri (project) == NULL)
    return NULL;

  self = create (client, KIND_PROJECT, bambu_project_get_id (project),
                 bambu_project_get_download_uri (project), bambu_project_get_download_md5 (project));
  self->key = g_strconcat ("project/", self->id, NULL);
  self->name = dup_3mf_name (bambu_project_get_name (project));

  return self;
}

/**
 * platen_cloud_file_new_profile:
 * @client: the account's
 * @profile: a profile as user/profile/{id} tells it
 * @model_id: the model that it is of
 *
 * Returns: (transfer full) (nullable): the 3MF of @profile, where the cloud gives an address of it
 */
PlatenCloudFile *
platen_cloud_file_new_profile (BambuClient  *client,
                               BambuProfile *profile,
                               const char   *model_id)
{
  PlatenCloudFile *self;
  const char *name;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (BAMBU_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (model_id != NULL, NULL);

  if (bambu_profile_get_uri (profile) == NULL)
    return NULL;

  if (!(name = bambu_profile_get_file_name (profile)) || *name == 0)
    name = bambu_profile_get_name (profile);

  self = create (client, KIND_PROFILE, bambu_profile_get_id (profile),
                 bambu_profile_get_uri (profile), bambu_profile_get_md5 (profile));
  self->key = g_strconcat ("profile/", self->id, NULL);
  self->model_id = g_strdup (model_id);
  self->name = dup_3mf_name (name);

  return self;
}

/**
 * platen_cloud_file_new:
 * @client: the account's
 * @profile: the profile that @file is of
 * @model_id: the model that @profile is of
 * @file: a file
 *
 * Returns: (transfer full) (nullable): @file, where the cloud gives an address of it
 */
PlatenCloudFile *
platen_cloud_file_new (BambuClient  *client,
                       BambuProfile *profile,
                       const char   *model_id,
                       BambuFile    *file)
{
  PlatenCloudFile *self;
  const char *dir;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (BAMBU_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (model_id != NULL, NULL);
  g_return_val_if_fail (BAMBU_IS_FILE (file), NULL);

  if (bambu_file_get_uri (file) == NULL)
    return NULL;

  dir = bambu_file_get_dir (file);
  self = create (client, KIND_FILE, bambu_profile_get_id (profile), bambu_file_get_uri (file), NULL);
  self->model_id = g_strdup (model_id);
  self->cloud_name = g_strdup (bambu_file_get_name (file));
  self->name = bambu_transfer_clean_name (self->cloud_name);
  self->dir = g_strdup (dir);
  self->key = g_strjoin ("/", "profile", self->id, dir != NULL ? dir : "",
                         self->cloud_name != NULL ? self->cloud_name : "", NULL);

  return self;
}

/**
 * platen_cloud_file_get_client:
 * @self: a file
 *
 * Returns: (transfer none): whose it is
 */
BambuClient *
platen_cloud_file_get_client (PlatenCloudFile *self)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), NULL);

  return self->client;
}

/**
 * platen_cloud_file_get_key:
 * @self: a file
 *
 * Returns: what tells it from all other files of the account
 */
const char *
platen_cloud_file_get_key (PlatenCloudFile *self)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), NULL);

  return self->key;
}

/**
 * platen_cloud_file_get_name:
 * @self: a file
 *
 * Returns: what to call it; never empty, and never more than the name of a file in a folder
 */
const char *
platen_cloud_file_get_name (PlatenCloudFile *self)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), NULL);

  return self->name;
}

/**
 * platen_cloud_file_get_dir:
 * @self: a file
 *
 * Returns: (nullable): where in the 3MF it comes from, as the cloud calls it; for people only
 */
const char *
platen_cloud_file_get_dir (PlatenCloudFile *self)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), NULL);

  return self->dir;
}

/**
 * platen_cloud_file_get_uri:
 * @self: a file
 *
 * Returns: where it is, as far as is known
 */
const char *
platen_cloud_file_get_uri (PlatenCloudFile *self)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), NULL);

  return self->uri;
}

/**
 * platen_cloud_file_get_md5:
 * @self: a file
 *
 * Returns: (nullable): the checksum that the cloud promises
 */
const char *
platen_cloud_file_get_md5 (PlatenCloudFile *self)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), NULL);

  return self->md5;
}

static void
platen_cloud_file_moved (GTask      *task,
                         const char *uri)
{
  PlatenCloudFile *self = g_task_get_source_object (task);

  if (uri == NULL)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, _("The cloud no longer has this file."));
      return;
    }

  g_free (self->uri);
  self->uri = g_strdup (uri);
  g_task_return_boolean (task, TRUE);
}

static void
platen_cloud_file_project_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuProject) project = NULL;
  g_autoptr(GError) error = NULL;

  if ((project = bambu_client_get_project_finish (BAMBU_CLIENT (object), result, &error)))
    platen_cloud_file_moved (task, bambu_project_get_download_uri (project));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static BambuFile *
platen_cloud_file_find (PlatenCloudFile *self,
                        GListModel      *files)
{
  const guint n_files = g_list_model_get_n_items (files);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(BambuFile) file = g_list_model_get_item (files, i);

      if (g_strcmp0 (bambu_file_get_name (file), self->cloud_name) == 0 &&
          g_strcmp0 (bambu_file_get_dir (file), self->dir) == 0)
        return g_steal_pointer (&file);
    }

  return NULL;
}

static void
platen_cloud_file_profile_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuProfile) profile = NULL;
  g_autoptr(BambuFile) file = NULL;
  g_autoptr(GError) error = NULL;
  PlatenCloudFile *self = g_task_get_source_object (task);

  if (!(profile = bambu_client_get_profile_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (self->kind == KIND_PROFILE)
    {
      platen_cloud_file_moved (task, bambu_profile_get_uri (profile));
      return;
    }

  if (!(file = platen_cloud_file_find (self, bambu_profile_get_configs (profile))) &&
      !(file = platen_cloud_file_find (self, bambu_profile_get_pictures (profile))))
    file = platen_cloud_file_find (self, bambu_profile_get_attachments (profile));

  platen_cloud_file_moved (task, file != NULL ? bambu_file_get_uri (file) : NULL);
}

/**
 * platen_cloud_file_renew_async:
 * @self: a file
 * @cancellable: (nullable): ends it at once
 * @callback: called when the cloud has answered
 * @user_data: for @callback
 *
 * Asks the cloud where the file is now.
 */
void
platen_cloud_file_renew_async (PlatenCloudFile     *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLATEN_IS_CLOUD_FILE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_cloud_file_renew_async);

  if (self->kind == KIND_PROJECT)
    bambu_client_get_project_async (self->client, self->id, cancellable, platen_cloud_file_project_cb, task);
  else
    bambu_client_get_profile_async (self->client, self->id, self->model_id, cancellable,
                                    platen_cloud_file_profile_cb, task);
}

/**
 * platen_cloud_file_renew_finish:
 * @self: a file
 * @result: what the callback got
 * @error: where to say why not; a #BambuError
 *
 * Ends platen_cloud_file_renew_async().
 *
 * Returns: whether platen_cloud_file_get_uri() is an address of today
 */
gboolean
platen_cloud_file_renew_finish (PlatenCloudFile  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
