/* platen-download.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-download.h"

#include "bambu-error.h"
#include "bambu-transfer.h"

struct _PlatenDownload
{
  GObject              parent_instance;

  PlatenCloudFile     *file;
  BambuTransfer       *transfer;
  PlatenDownloadState  state;
  char                *message;

  /* Of the run under way, otherwise NULL. */
  GCancellable        *cancellable;
  gboolean             renewed;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenDownload, platen_download, G_TYPE_OBJECT)

static G_DEFINE_QUARK (platen-downloads, downloads)

static void platen_download_run (PlatenDownload *self);

static void
platen_download_set_state (PlatenDownload      *self,
                           PlatenDownloadState  state,
                           const char          *message)
{
  g_assert (PLATEN_IS_DOWNLOAD (self));

  self->state = state;
  g_free (self->message);
  self->message = g_strdup (message);

  if (state != PLATEN_DOWNLOAD_STATE_RUNNING)
    g_clear_object (&self->cancellable);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_download_end (PlatenDownload *self,
                     const GError   *error)
{
  if (error == NULL)
    platen_download_set_state (self, PLATEN_DOWNLOAD_STATE_DONE, NULL);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    platen_download_set_state (self, PLATEN_DOWNLOAD_STATE_STOPPED, NULL);
  else
    platen_download_set_state (self, PLATEN_DOWNLOAD_STATE_FAILED, error->message);
}

static void
platen_download_renewed_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(PlatenDownload) self = user_data;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_DOWNLOAD (self));

  if (platen_cloud_file_renew_finish (self->file, result, &error))
    {
      bambu_transfer_set_address (self->transfer, platen_cloud_file_get_uri (self->file));
      platen_download_run (self);
    }
  else
    {
      platen_download_end (self, error);
    }
}

static gboolean
is_expired (const GError *error)
{
  return g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND);
}

static void
platen_download_ran_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(PlatenDownload) self = user_data;
  g_autoptr(GError) error = NULL;

  g_assert (PLATEN_IS_DOWNLOAD (self));

  if (bambu_transfer_run_finish (self->transfer, result, &error) || self->renewed || !is_expired (error))
    {
      platen_download_end (self, error);
      return;
    }

  self->renewed = TRUE;
  platen_cloud_file_renew_async (self->file, self->cancellable, platen_download_renewed_cb, g_object_ref (self));
}

static void
platen_download_run (PlatenDownload *self)
{
  g_assert (PLATEN_IS_DOWNLOAD (self));

  /* The file chooser has asked whether a file that is there may be replaced. */
  bambu_transfer_run_async (self->transfer, TRUE, self->cancellable, platen_download_ran_cb, g_object_ref (self));
}

static void
platen_download_progress_cb (PlatenDownload *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_download_finalize (GObject *object)
{
  PlatenDownload *self = (PlatenDownload *)object;

  g_clear_object (&self->cancellable);
  g_clear_object (&self->transfer);
  g_clear_object (&self->file);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (platen_download_parent_class)->finalize (object);
}

static void
platen_download_class_init (PlatenDownloadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = platen_download_finalize;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_download_init (PlatenDownload *self)
{
}

/**
 * platen_download_new:
 * @file: a file in the cloud
 * @target: what it is to become; replaced where it is there
 *
 * Returns: (transfer full): a download that has not begun
 */
PlatenDownload *
platen_download_new (PlatenCloudFile *file,
                     GFile           *target)
{
  PlatenDownload *self;

  g_return_val_if_fail (PLATEN_IS_CLOUD_FILE (file), NULL);
  g_return_val_if_fail (G_IS_FILE (target), NULL);

  self = g_object_new (PLATEN_TYPE_DOWNLOAD, NULL);
  self->file = g_object_ref (file);
  self->transfer = bambu_transfer_new (platen_cloud_file_get_client (file),
                                       platen_cloud_file_get_uri (file),
                                       target,
                                       platen_cloud_file_get_md5 (file));
  g_signal_connect_object (self->transfer, "notify::received",
                           G_CALLBACK (platen_download_progress_cb),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_download_get_target:
 * @self: a download
 *
 * Returns: (transfer none): what the file is to become
 */
GFile *
platen_download_get_target (PlatenDownload *self)
{
  g_return_val_if_fail (PLATEN_IS_DOWNLOAD (self), NULL);

  return bambu_transfer_get_file (self->transfer);
}

/**
 * platen_download_get_state:
 * @self: a download
 *
 * Returns: how it stands
 */
PlatenDownloadState
platen_download_get_state (PlatenDownload *self)
{
  g_return_val_if_fail (PLATEN_IS_DOWNLOAD (self), PLATEN_DOWNLOAD_STATE_STOPPED);

  return self->state;
}

/**
 * platen_download_get_message:
 * @self: a download
 *
 * Returns: (nullable): why it failed, for people
 */
const char *
platen_download_get_message (PlatenDownload *self)
{
  g_return_val_if_fail (PLATEN_IS_DOWNLOAD (self), NULL);

  return self->message;
}

/**
 * platen_download_get_received:
 * @self: a download
 *
 * Returns: how many bytes have come
 */
guint64
platen_download_get_received (PlatenDownload *self)
{
  g_return_val_if_fail (PLATEN_IS_DOWNLOAD (self), 0);

  return bambu_transfer_get_received (self->transfer);
}

/**
 * platen_download_get_total:
 * @self: a download
 *
 * Returns: how many bytes there are; 0 where that is not known
 */
guint64
platen_download_get_total (PlatenDownload *self)
{
  g_return_val_if_fail (PLATEN_IS_DOWNLOAD (self), 0);

  return bambu_transfer_get_total (self->transfer);
}

/**
 * platen_download_start:
 * @self: a download
 *
 * Begins, or goes on where it was. Where the address has expired another is asked for.
 */
void
platen_download_start (PlatenDownload *self)
{
  g_return_if_fail (PLATEN_IS_DOWNLOAD (self));

  if (self->state == PLATEN_DOWNLOAD_STATE_RUNNING)
    return;

  self->renewed = FALSE;
  self->cancellable = g_cancellable_new ();
  platen_download_set_state (self, PLATEN_DOWNLOAD_STATE_RUNNING, NULL);
  platen_download_run (self);
}

/**
 * platen_download_stop:
 * @self: a download
 *
 * Stops at once, where it runs.
 */
void
platen_download_stop (PlatenDownload *self)
{
  g_return_if_fail (PLATEN_IS_DOWNLOAD (self));

  g_cancellable_cancel (self->cancellable);
}

static void
drop (gpointer data)
{
  g_autoptr(PlatenDownload) download = data;

  platen_download_stop (download);
}

static GHashTable *
get_downloads (BambuSession *session)
{
  GHashTable *downloads = g_object_get_qdata (G_OBJECT (session), downloads_quark ());

  if (downloads == NULL)
    {
      downloads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, drop);
      g_object_set_qdata_full (G_OBJECT (session), downloads_quark (), downloads,
                               (GDestroyNotify)g_hash_table_unref);
    }

  return downloads;
}

/**
 * platen_downloads_lookup:
 * @session: a session
 * @key: of a file
 *
 * Returns: (transfer none) (nullable): the download of that file, where there is one
 */
PlatenDownload *
platen_downloads_lookup (BambuSession *session,
                         const char   *key)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (get_downloads (session), key);
}

/**
 * platen_downloads_set:
 * @session: a session
 * @key: of a file
 * @download: (nullable): its download; %NULL forgets it, and what of it is unfinished
 *
 * Remembers a download, in place of the one before.
 */
void
platen_downloads_set (BambuSession   *session,
                      const char     *key,
                      PlatenDownload *download)
{
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (key != NULL);
  g_return_if_fail (download == NULL || PLATEN_IS_DOWNLOAD (download));

  if (download != NULL)
    g_hash_table_replace (get_downloads (session), g_strdup (key), g_object_ref (download));
  else
    g_hash_table_remove (get_downloads (session), key);
}
