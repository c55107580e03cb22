/* bambu-transfer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-transfer.h"

#include "bambu-client-private.h"
#include "bambu-transfer-job.h"

/* One run of it, in a thread. */
typedef struct
{
  BambuTransferJob *job;
  char             *address;
  gboolean          replace;
} Run;

struct _BambuTransfer
{
  GObject           parent_instance;

  BambuTransferJob *job;
  GFile            *file;
  char             *address;
  BambuProgress    *progress;
  gboolean          running;
};

enum
{
  PROP_0,
  PROP_RECEIVED,
  PROP_TOTAL,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BambuTransfer, bambu_transfer, G_TYPE_OBJECT)

static void
run_free (Run *run)
{
  bambu_transfer_job_unref (run->job);
  g_free (run->address);
  g_free (run);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Run *run = task_data;
  g_autoptr(GError) error = NULL;

  if (bambu_transfer_job_run (run->job, run->address, run->replace, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bambu_transfer_changed (GObject *owner)
{
  g_object_freeze_notify (owner);
  g_object_notify_by_pspec (owner, properties[PROP_RECEIVED]);
  g_object_notify_by_pspec (owner, properties[PROP_TOTAL]);
  g_object_notify_by_pspec (owner, properties[PROP_PROGRESS]);
  g_object_thaw_notify (owner);
}

static void
bambu_transfer_ran_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuTransfer *self = g_task_get_source_object (task);
  const gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  self->running = FALSE;
  bambu_transfer_changed (G_OBJECT (self));

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bambu_transfer_finalize (GObject *object)
{
  BambuTransfer *self = (BambuTransfer *)object;

  g_clear_pointer (&self->job, bambu_transfer_job_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->progress, bambu_progress_unref);

  G_OBJECT_CLASS (bambu_transfer_parent_class)->finalize (object);
}

static void
bambu_transfer_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BambuTransfer *self = BAMBU_TRANSFER (object);

  switch (prop_id)
    {
    case PROP_RECEIVED:
      g_value_set_uint64 (value, bambu_transfer_get_received (self));
      break;

    case PROP_TOTAL:
      g_value_set_uint64 (value, bambu_transfer_get_total (self));
      break;

    case PROP_PROGRESS:
      g_value_set_double (value, bambu_transfer_get_progress (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bambu_transfer_class_init (BambuTransferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_transfer_finalize;
  object_class->get_property = bambu_transfer_get_property;

  properties[PROP_RECEIVED] =
    g_param_spec_uint64 ("received", NULL, NULL,
                         0, G_MAXUINT64, 0,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_TOTAL] =
    g_param_spec_uint64 ("total", NULL, NULL,
                         0, G_MAXUINT64, 0,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_PROGRESS] =
    g_param_spec_double ("progress", NULL, NULL,
                         -1, 1, -1,
                         (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bambu_transfer_init (BambuTransfer *self)
{
  self->progress = bambu_progress_new (G_OBJECT (self), bambu_transfer_changed);
}

static gboolean
is_md5 (const char *text)
{
  return text != NULL && strlen (text) == 32 && strspn (text, "0123456789abcdefABCDEF") == 32;
}

/**
 * bambu_transfer_new:
 * @client: whose certificates are trusted
 * @address: where the file is: `https`, or `http` to this machine
 * @file: what it is to become, in a folder that is there
 * @md5: (nullable): what its MD5 must be; what is no MD5 is as good as none
 *
 * Returns: (transfer full): a transfer that has not begun
 */
BambuTransfer *
bambu_transfer_new (BambuClient *client,
                    const char  *address,
                    GFile       *file,
                    const char  *md5)
{
  BambuTransfer *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (address != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (BAMBU_TYPE_TRANSFER, NULL);
  self->file = g_object_ref (file);
  self->address = g_strdup (address);
  self->job = bambu_transfer_job_new (file, is_md5 (md5) ? md5 : NULL,
                                      bambu_client_get_tls_database (client), self->progress);

  return self;
}

/**
 * bambu_transfer_get_file:
 * @self: a transfer
 *
 * Returns: (transfer none): what the file is to become
 */
GFile *
bambu_transfer_get_file (BambuTransfer *self)
{
  g_return_val_if_fail (BAMBU_IS_TRANSFER (self), NULL);

  return self->file;
}

/**
 * bambu_transfer_get_received:
 * @self: a transfer
 *
 * Returns: how many bytes have come
 */
guint64
bambu_transfer_get_received (BambuTransfer *self)
{
  g_return_val_if_fail (BAMBU_IS_TRANSFER (self), 0);

  return bambu_progress_get_done (self->progress);
}

/**
 * bambu_transfer_get_total:
 * @self: a transfer
 *
 * Returns: how many bytes there are; 0 where that is not known
 */
guint64
bambu_transfer_get_total (BambuTransfer *self)
{
  g_return_val_if_fail (BAMBU_IS_TRANSFER (self), 0);

  return bambu_progress_get_total (self->progress);
}

/**
 * bambu_transfer_get_progress:
 * @self: a transfer
 *
 * Returns: how much of the file has come, from 0 to 1; -1 where that is not known
 */
double
bambu_transfer_get_progress (BambuTransfer *self)
{
  guint64 total;

  g_return_val_if_fail (BAMBU_IS_TRANSFER (self), -1);

  if ((total = bambu_transfer_get_total (self)) == 0)
    return -1;

  return MIN ((double)bambu_transfer_get_received (self) / total, 1.0);
}

/**
 * bambu_transfer_set_address:
 * @self: a transfer that is not running
 * @address: where the same file is now
 *
 * Gives a fresh address, for when a run failed because the one before has expired.
 */
void
bambu_transfer_set_address (BambuTransfer *self,
                            const char    *address)
{
  g_return_if_fail (BAMBU_IS_TRANSFER (self));
  g_return_if_fail (!self->running);
  g_return_if_fail (address != NULL);

  g_free (self->address);
  self->address = g_strdup (address);
}

/**
 * bambu_transfer_run_async:
 * @self: a transfer that is not running
 * @replace: whether a file that is there already may be replaced
 * @cancellable: (nullable): ends the run at once; another may go on where it was
 * @callback: called when the file is there
 * @user_data: for @callback
 *
 * Fetches the file, or the rest of it.
 */
void
bambu_transfer_run_async (BambuTransfer       *self,
                          gboolean             replace,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) working = NULL;
  GTask *task;
  Run *run;

  g_return_if_fail (BAMBU_IS_TRANSFER (self));
  g_return_if_fail (!self->running);

  self->running = TRUE;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_transfer_run_async);

  run = g_new0 (Run, 1);
  run->job = bambu_transfer_job_ref (self->job);
  run->address = g_strdup (self->address);
  run->replace = replace;

  /* The thread must not be the last to hold the transfer: it has no source. */
  working = g_task_new (NULL, cancellable, bambu_transfer_ran_cb, task);
  g_task_set_source_tag (working, run_in_thread);
  g_task_set_task_data (working, run, (GDestroyNotify)run_free);
  g_task_set_return_on_cancel (working, TRUE);
  g_task_run_in_thread (working, run_in_thread);
}

/**
 * bambu_transfer_run_finish:
 * @self: a transfer
 * @result: what the callback got
 * @error: where to say why not; a #BambuError (%BAMBU_ERROR_FORBIDDEN or %BAMBU_ERROR_NOT_FOUND: the address has expired, most
 *   likely; %BAMBU_ERROR_PROTOCOL: it is not the file that was promised) or #GIOErrorEnum
 *
 * Ends bambu_transfer_run_async().
 *
 * Returns: whether the file is there
 */
gboolean
bambu_transfer_run_finish (BambuTransfer  *self,
                           GAsyncResult   *result,
                           GError        **error)
{
  g_return_val_if_fail (BAMBU_IS_TRANSFER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
