/* platen-upload.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-upload.h"

#include <glib/gi18n.h>

struct _PlatenUpload
{
  GObject            parent_instance;

  BambuUpload       *upload;
  GCancellable      *cancellable;
  PlatenUploadState  state;
  char              *message;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenUpload, platen_upload, G_TYPE_OBJECT)

static void
platen_upload_set_state (PlatenUpload      *self,
                         PlatenUploadState  state)
{
  g_assert (PLATEN_IS_UPLOAD (self));

  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* One who cancels wants to know what is left of it, but not that it was cancelled. */
static char *
platen_upload_describe (PlatenUpload *self,
                        const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_strdup (error->message);

  if (bambu_upload_get_project_id (self->upload) == NULL)
    return g_strdup (_("Canceled."));

  return g_strdup (_("Canceled. What is there of it is in the list of projects."));
}

static void
platen_upload_ran_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(PlatenUpload) self = user_data;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_UPLOAD (self));

  if (bambu_upload_run_finish (self->upload, result, &error))
    {
      platen_upload_set_state (self, PLATEN_UPLOAD_STATE_DONE);
      return;
    }

  self->message = platen_upload_describe (self, error);
  platen_upload_set_state (self, PLATEN_UPLOAD_STATE_FAILED);
}

static void
platen_upload_notify_cb (PlatenUpload *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_upload_finalize (GObject *object)
{
  PlatenUpload *self = (PlatenUpload *)object;

  g_clear_object (&self->cancellable);
  g_clear_object (&self->upload);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (platen_upload_parent_class)->finalize (object);
}

static void
platen_upload_class_init (PlatenUploadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_upload_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_upload_init (PlatenUpload *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * platen_upload_new:
 * @client: the account's
 * @file: a 3MF file
 *
 * Returns: (transfer full): an upload that waits to be started
 */
PlatenUpload *
platen_upload_new (BambuClient *client,
                   GFile       *file)
{
  PlatenUpload *self;

  g_return_val_if_fail (BAMBU_IS_CLIENT (client), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (PLATEN_TYPE_UPLOAD, NULL);
  self->upload = bambu_upload_new (client, file, NULL);
  g_signal_connect_object (self->upload, "notify",
                           G_CALLBACK (platen_upload_notify_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_upload_get_name:
 * @self: an upload
 *
 * Returns: what the project is to be called
 */
const char *
platen_upload_get_name (PlatenUpload *self)
{
  g_return_val_if_fail (PLATEN_IS_UPLOAD (self), NULL);

  return bambu_upload_get_name (self->upload);
}

/**
 * platen_upload_get_state:
 * @self: an upload
 *
 * Returns: how it stands
 */
PlatenUploadState
platen_upload_get_state (PlatenUpload *self)
{
  g_return_val_if_fail (PLATEN_IS_UPLOAD (self), PLATEN_UPLOAD_STATE_FAILED);

  return self->state;
}

/**
 * platen_upload_get_step:
 * @self: an upload
 *
 * Returns: how far it is; where it failed, at what
 */
BambuUploadStep
platen_upload_get_step (PlatenUpload *self)
{
  g_return_val_if_fail (PLATEN_IS_UPLOAD (self), BAMBU_UPLOAD_STEP_NONE);

  return bambu_upload_get_step (self->upload);
}

/**
 * platen_upload_get_progress:
 * @self: an upload
 *
 * Returns: how much of the file has been sent, from 0 to 1
 */
double
platen_upload_get_progress (PlatenUpload *self)
{
  g_return_val_if_fail (PLATEN_IS_UPLOAD (self), 0);

  return bambu_upload_get_progress (self->upload);
}

/**
 * platen_upload_get_project_id:
 * @self: an upload
 *
 * Returns: (nullable): the project, once the cloud has made it; also where the rest failed
 */
const char *
platen_upload_get_project_id (PlatenUpload *self)
{
  g_return_val_if_fail (PLATEN_IS_UPLOAD (self), NULL);

  return bambu_upload_get_project_id (self->upload);
}

/**
 * platen_upload_get_message:
 * @self: an upload
 *
 * Returns: (nullable): why it failed, at which step, and what is left of it; for people
 */
const char *
platen_upload_get_message (PlatenUpload *self)
{
  g_return_val_if_fail (PLATEN_IS_UPLOAD (self), NULL);

  return self->message;
}

/**
 * platen_upload_start:
 * @self: an upload that waits
 *
 * Begins.
 */
void
platen_upload_start (PlatenUpload *self)
{
  g_return_if_fail (PLATEN_IS_UPLOAD (self));
  g_return_if_fail (self->state == PLATEN_UPLOAD_STATE_WAITING);

  platen_upload_set_state (self, PLATEN_UPLOAD_STATE_RUNNING);
  bambu_upload_run_async (self->upload, self->cancellable, platen_upload_ran_cb, g_object_ref (self));
}

/**
 * platen_upload_cancel:
 * @self: an upload
 *
 * Ends it at once. What the cloud has of it stays there.
 */
void
platen_upload_cancel (PlatenUpload *self)
{
  g_return_if_fail (PLATEN_IS_UPLOAD (self));

  g_cancellable_cancel (self->cancellable);

  if (self->state == PLATEN_UPLOAD_STATE_WAITING)
    {
      self->message = g_strdup (_("Canceled."));
      platen_upload_set_state (self, PLATEN_UPLOAD_STATE_FAILED);
    }
}
