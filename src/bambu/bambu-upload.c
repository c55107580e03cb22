/* bambu-upload.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-upload.h"

#include <glib/gi18n-lib.h>

#include "bambu-client-private.h"
#include "bambu-endpoints.h"
#include "bambu-error.h"
#include "bambu-http.h"
#include "bambu-progress.h"
#include "bambu-secret.h"
#include "bambu-upload-job.h"
#include "bambu-upload-slot.h"

/* How often the cloud is asked whether it is through: with ever longer waits in between, some minutes. */
#define MAX_POLLS 100
#define LONGEST_WAIT 4

#define ENDING ".3mf"

struct _BambuUpload
{
  GObject          parent_instance;

  BambuClient     *client;
  GFile           *file;
  char            *name;
  char            *file_name;
  BambuProgress   *progress;
  BambuUploadStep  step;
  char            *project_id;
  char            *ticket;
  guint            n_polls;
};

enum
{
  PROP_0,
  PROP_STEP,
  PROP_PROGRESS,
  PROP_PROJECT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (BambuUploadStep, bambu_upload_step,
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_CHECK, "check"),
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_CREATE, "create"),
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_SEND, "send"),
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_ANNOUNCE, "announce"),
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_WAIT, "wait"),
                    G_DEFINE_ENUM_VALUE (BAMBU_UPLOAD_STEP_DONE, "done"))

G_DEFINE_FINAL_TYPE (BambuUpload, bambu_upload, G_TYPE_OBJECT)

static void bambu_upload_poll (GTask *task);

static void
bambu_upload_set_step (BambuUpload     *self,
                       BambuUploadStep  step)
{
  self->step = step;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static const char *
describe_step (BambuUploadStep step)
{
  switch (step)
    {
    case BAMBU_UPLOAD_STEP_CREATE:
      return _("The cloud did not make the project.");

    case BAMBU_UPLOAD_STEP_SEND:
      return _("The file was not sent.");

    case BAMBU_UPLOAD_STEP_ANNOUNCE:
      return _("The cloud was not told that the file is there.");

    case BAMBU_UPLOAD_STEP_WAIT:
      return _("Whether the cloud could read the file is not known.");

    case BAMBU_UPLOAD_STEP_NONE:
    case BAMBU_UPLOAD_STEP_CHECK:
    case BAMBU_UPLOAD_STEP_DONE:
    default:
      return _("The file cannot be used.");
    }
}

/* Says which step it was, and what is left of it. */
static void
bambu_upload_fail (GTask        *task,
                   const GError *error)
{
  BambuUpload *self = g_task_get_source_object (task);
  g_autofree char *left = NULL;

  if (self->project_id != NULL)
    /* Translators: the name of a project */
    left = g_strdup_printf (_("What is there of it is in the list as the project “%s”."), self->name);

  g_task_return_new_error (task, error->domain, error->code, "%s %s%s%s",
                           describe_step (self->step), error->message,
                           left != NULL ? " " : "", left != NULL ? left : "");
}

/* @uri: (nullable): where to send the file; %NULL only looks at it */
static void
bambu_upload_run_job (GTask               *task,
                      GUri                *uri,
                      GAsyncReadyCallback  callback)
{
  BambuUpload *self = g_task_get_source_object (task);

  bambu_upload_job_run_async (self->file, uri, bambu_client_get_tls_database (self->client), self->progress,
                              g_task_get_cancellable (task), callback, g_object_ref (task));
}

static gboolean
poll_cb (gpointer user_data)
{
  GTask *task = user_data;

  bambu_upload_poll (task);

  return G_SOURCE_REMOVE;
}

static void
bambu_upload_wait (GTask *task)
{
  BambuUpload *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GSource) source = NULL;

  source = g_timeout_source_new (bambu_client_get_wait (self->client, MIN (self->n_polls, LONGEST_WAIT)));

  if (cancellable != NULL)
    {
      g_autoptr(GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (source, cancelled);
    }

  g_source_set_callback (source, poll_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
bambu_upload_polled_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuUpload *self = g_task_get_source_object (task);
  gboolean done = FALSE;

  if (!bambu_client_get_notification_finish (BAMBU_CLIENT (object), result, &done, &error))
    {
      bambu_upload_fail (task, error);
    }
  else if (done)
    {
      bambu_upload_set_step (self, BAMBU_UPLOAD_STEP_DONE);
      g_task_return_boolean (task, TRUE);
    }
  else if (++self->n_polls == MAX_POLLS)
    {
      g_set_error_literal (&error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT, _("It is still at work. Look again later."));
      bambu_upload_fail (task, error);
    }
  else
    {
      bambu_upload_wait (task);
    }
}

static void
bambu_upload_poll (GTask *task)
{
  BambuUpload *self = g_task_get_source_object (task);

  bambu_client_get_notification_async (self->client, "upload", self->ticket, g_task_get_cancellable (task),
                                       bambu_upload_polled_cb, g_object_ref (task));
}

static void
bambu_upload_announced_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuUpload *self = g_task_get_source_object (task);

  if (!bambu_client_announce_upload_finish (BAMBU_CLIENT (object), result, &error))
    {
      bambu_upload_fail (task, error);
      return;
    }

  bambu_upload_set_step (self, BAMBU_UPLOAD_STEP_WAIT);
  bambu_upload_poll (task);
}

static void
bambu_upload_sent_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuUpload *self = g_task_get_source_object (task);

  if (!bambu_upload_job_run_finish (result, &error))
    {
      bambu_upload_fail (task, error);
      return;
    }

  bambu_upload_set_step (self, BAMBU_UPLOAD_STEP_ANNOUNCE);
  bambu_client_announce_upload_async (self->client, self->file_name, self->ticket, g_task_get_cancellable (task),
                                      bambu_upload_announced_cb, g_object_ref (task));
}

static void
bambu_upload_created_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuUploadSlot) slot = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) error = NULL;
  BambuUpload *self = g_task_get_source_object (task);

  if (!(slot = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    {
      bambu_upload_fail (task, error);
      return;
    }

  self->project_id = g_strdup (slot->project_id);
  self->ticket = g_strdup (slot->ticket);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT_ID]);
  bambu_upload_set_step (self, BAMBU_UPLOAD_STEP_SEND);

  if ((uri = bambu_http_parse_file (slot->address, &error)))
    bambu_upload_run_job (task, uri, bambu_upload_sent_cb);
  else
    bambu_upload_fail (task, error);
}

static void
bambu_upload_looked_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuRequest) request = NULL;
  g_autoptr(GError) error = NULL;
  BambuUpload *self = g_task_get_source_object (task);

  if (!bambu_upload_job_run_finish (result, &error))
    {
      bambu_upload_fail (task, error);
      return;
    }

  bambu_upload_set_step (self, BAMBU_UPLOAD_STEP_CREATE);
  request = bambu_request_create_project (self->name);
  bambu_client_call_async (self->client, request,
                           bambu_upload_slot_make, NULL, NULL, (GDestroyNotify)bambu_upload_slot_free,
                           g_task_get_cancellable (task), bambu_upload_created_cb, g_object_ref (task));
}

static void
bambu_upload_changed (GObject *owner)
{
  g_object_notify_by_pspec (owner, properties[PROP_PROGRESS]);
}

static void
bambu_upload_finalize (GObject *object)
{
  BambuUpload *self = (BambuUpload *)object;

  g_clear_object (&self->client);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->progress, bambu_progress_unref);
  g_clear_pointer (&self->project_id, g_free);
  g_clear_pointer (&self->ticket, bambu_secret_free);

  G_OBJECT_CLASS (bambu_upload_parent_class)->finalize (object);
}

static void
bambu_upload_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BambuUpload *self = BAMBU_UPLOAD (object);

  switch (prop_id)
    {
    case PROP_STEP:
      g_value_set_enum (value, self->step);
      break;

    case PROP_PROGRESS:
      g_value_set_double (value, bambu_upload_get_progress (self));
      break;

    case PROP_PROJECT_ID:
      g_value_set_string (value, self->project_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bambu_upload_class_init (BambuUploadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_upload_finalize;
  object_class->get_property = bambu_upload_get_property;

  properties[PROP_STEP] =
    g_param_spec_enum ("step", NULL, NULL,
                       BAMBU_TYPE_UPLOAD_STEP,
                       BAMBU_UPLOAD_STEP_NONE,
                       (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL,
                         0, 1, 0,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_PROJECT_ID] =
    g_param_spec_string ("project-id", NULL, NULL,
                         NULL,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bambu_upload_init (BambuUpload *self)
{
  self->progress = bambu_progress_new (G_OBJECT (self), bambu_upload_changed);
}

/* A file's name in the file system's own bytes is no name for the cloud yet. */
static char *
dup_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_strdup ("project" ENDING);
}

static char *
dup_project_name (const char *file_name)
{
  const gsize length = strlen (file_name);
  const gsize ending = strlen (ENDING);

  if (length > ending && g_ascii_strcasecmp (file_name + length - ending, ENDING) == 0)
    return g_strndup (file_name, length - ending);

  return g_strdup (file_name);
}

/**
 * bambu_upload_new:
 * @client: a client that is signed in
 * @file: a 3MF file
 * @name: (nullable): what to call the project, or %NULL for the file's name without its ending
 *
 * Returns: (transfer full): an upload to be run once
 */
BambuUpload *
bambu_upload_new (BambuClient *client,
                  GFile       *file,
                  const char  *name)
{
  BambuUpload *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (BAMBU_TYPE_UPLOAD, NULL);
  self->client = g_object_ref (client);
  self->file = g_object_ref (file);
  self->file_name = dup_file_name (file);
  self->name = name != NULL && *name != '\0' ? g_strdup (name) : dup_project_name (self->file_name);

  return self;
}

/**
 * bambu_upload_get_name:
 * @self: an upload
 *
 * Returns: (transfer none): what the project is called
 */
const char *
bambu_upload_get_name (BambuUpload *self)
{
  g_return_val_if_fail (BAMBU_IS_UPLOAD (self), NULL);

  return self->name;
}

/**
 * bambu_upload_get_step:
 * @self: an upload
 *
 * Returns: how far it is; where it failed, at what
 */
BambuUploadStep
bambu_upload_get_step (BambuUpload *self)
{
  g_return_val_if_fail (BAMBU_IS_UPLOAD (self), BAMBU_UPLOAD_STEP_NONE);

  return self->step;
}

/**
 * bambu_upload_get_progress:
 * @self: an upload
 *
 * Returns: how much of the file has been sent, from 0 to 1
 */
double
bambu_upload_get_progress (BambuUpload *self)
{
  guint64 total;

  g_return_val_if_fail (BAMBU_IS_UPLOAD (self), 0);

  if ((total = bambu_progress_get_total (self->progress)) == 0)
    return 0;

  return MIN ((double)bambu_progress_get_done (self->progress) / total, 1.0);
}

/**
 * bambu_upload_get_project_id:
 * @self: an upload
 *
 * Returns: (transfer none) (nullable): the project, once the cloud has made it; it stays there also where the rest fails
 */
const char *
bambu_upload_get_project_id (BambuUpload *self)
{
  g_return_val_if_fail (BAMBU_IS_UPLOAD (self), NULL);

  return self->project_id;
}

/**
 * bambu_upload_run_async:
 * @self: an upload that has not been run
 * @cancellable: (nullable): ends it at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Makes a project of the file: `POST user/project`, the file itself to where that says, `PUT user/notification`, and then
 * `GET user/notification` until the cloud has read it.
 */
void
bambu_upload_run_async (BambuUpload         *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BAMBU_IS_UPLOAD (self));
  g_return_if_fail (self->step == BAMBU_UPLOAD_STEP_NONE);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_upload_run_async);

  /* Who cancels is told what is left, too. */
  g_task_set_check_cancellable (task, FALSE);

  self->n_polls = 1;
  bambu_upload_set_step (self, BAMBU_UPLOAD_STEP_CHECK);
  bambu_upload_run_job (task, NULL, bambu_upload_looked_cb);
}

/**
 * bambu_upload_run_finish:
 * @self: an upload
 * @result: what the callback got
 * @error: where to say why not, and what is left; a #BambuError or #GIOErrorEnum
 *
 * Ends bambu_upload_run_async().
 *
 * Returns: whether the project is complete
 */
gboolean
bambu_upload_run_finish (BambuUpload   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_UPLOAD (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
