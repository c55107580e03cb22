/* bambu-session-calls.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session-private.h"

#include <glib/gi18n-lib.h>

#include "bambu-endpoints-private.h"
#include "bambu-error.h"
#include "bambu-feed-private.h"
#include "bambu-makers.h"
#include "bambu-page.h"

/* How far back a print is looked for. */
#define FIND_PAGE 100
#define FIND_MAX_PAGES 10

#define FIRMWARE_AGE G_TIME_SPAN_DAY

typedef struct
{
  char  *task_id;
  char  *device_id;
  char  *after;
  guint  n_pages;
} Find;

typedef struct
{
  BambuDevice *device;
  char        *name;
} Rename;

typedef struct
{
  BambuDevice *device;
  BambuCache  *cache;   /* nullable */
  char        *name;    /* of what is kept */
} FirmwareCheck;

static void bambu_session_find_page (GTask *task);

static void
find_free (Find *find)
{
  g_free (find->task_id);
  g_free (find->device_id);
  g_free (find->after);
  g_free (find);
}

static void
rename_free (Rename *rename)
{
  g_object_unref (rename->device);
  g_free (rename->name);
  g_free (rename);
}

static void
firmware_check_free (FirmwareCheck *check)
{
  g_object_unref (check->device);
  g_clear_object (&check->cache);
  g_free (check->name);
  g_free (check);
}

/**
 * bambu_session_create_tasks:
 * @self: a #BambuSession
 * @device_id: (nullable): a printer's serial number, or %NULL for all
 *
 * Makes a feed of the account's prints. It is empty until it is refreshed, but for what was kept on disk.
 *
 * Returns: (transfer full): a feed of #BambuTask, newest first
 */
BambuFeed *
bambu_session_create_tasks (BambuSession *self,
                            const char   *device_id)
{
  BambuFeed *feed;
  BambuCache *cache;

  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);

  feed = bambu_feed_new (bambu_session_get_client (self), BAMBU_TYPE_TASK, device_id,
                         bambu_request_tasks, bambu_makers_tasks);

  if ((cache = bambu_session_get_cache (self)))
    {
      g_autofree char *name = device_id != NULL ? bambu_cache_name_for_id ("tasks", device_id) : g_strdup ("tasks");

      bambu_feed_set_cache (feed, cache, name);
    }

  return feed;
}

static void
bambu_session_found_page_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuPage) page = NULL;
  g_autoptr(GError) error = NULL;
  Find *find = g_task_get_task_data (task);

  if (!(page = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < page->items->len; i++)
    {
      BambuTask *found = g_ptr_array_index (page->items, i);

      if (g_strcmp0 (bambu_task_get_id (found), find->task_id) == 0)
        {
          g_task_return_pointer (task, g_object_ref (found), g_object_unref);
          return;
        }
    }

  if (page->last == NULL || ++find->n_pages == FIND_MAX_PAGES)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND,
                               _("This print is not among the last thousand."));
      return;
    }

  g_free (find->after);
  find->after = g_steal_pointer (&page->last);
  bambu_session_find_page (task);
}

static void
bambu_session_find_page (GTask *task)
{
  BambuSession *self = g_task_get_source_object (task);
  Find *find = g_task_get_task_data (task);
  g_autoptr(BambuRequest) request = bambu_request_tasks (find->device_id, find->after, FIND_PAGE);

  bambu_client_call_async (bambu_session_get_client (self), request,
                           bambu_makers_tasks, NULL, NULL, (GDestroyNotify)bambu_page_free,
                           g_task_get_cancellable (task), bambu_session_found_page_cb, g_object_ref (task));
}

/**
 * bambu_session_find_task_async:
 * @self: a #BambuSession
 * @task_id: a print's id
 * @device_id: (nullable): the serial number of its printer, where that is known, which makes the search shorter
 * @cancellable: (nullable): ends the search at once
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Looks for a print page after page: `GET my/tasks`. There is no way to ask for one by its id.
 */
void
bambu_session_find_task_async (BambuSession        *self,
                               const char          *task_id,
                               const char          *device_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Find *find;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (task_id != NULL);

  find = g_new0 (Find, 1);
  find->task_id = g_strdup (task_id);
  find->device_id = g_strdup (device_id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_find_task_async);
  g_task_set_task_data (task, find, (GDestroyNotify)find_free);
  bambu_session_find_page (task);
}

/**
 * bambu_session_find_task_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; %BAMBU_ERROR_NOT_FOUND where it is not among the newest thousand, another #BambuError or
 *   %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_find_task_async().
 *
 * Returns: (transfer full) (nullable): the print
 */
BambuTask *
bambu_session_find_task_finish (BambuSession  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
bambu_session_renamed_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Rename *rename = g_task_get_task_data (task);
  const gboolean renamed = bambu_client_rename_device_finish (BAMBU_CLIENT (object), result, &error);

  bambu_device_end_rename (rename->device, rename->name, renamed);

  if (renamed)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bambu_session_rename_device_async:
 * @self: a #BambuSession
 * @device: a printer of the session's list
 * @name: what to call it
 * @cancellable: (nullable): ends the call at once, and takes the name back
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Calls a printer something else: `PATCH user/device/info`. It has the new name at once, and the old one again where the
 * cloud refuses.
 */
void
bambu_session_rename_device_async (BambuSession        *self,
                                   BambuDevice         *device,
                                   const char          *name,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Rename *rename;
  GTask *task;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (name != NULL);

  rename = g_new0 (Rename, 1);
  rename->device = g_object_ref (device);
  rename->name = g_strstrip (g_strdup (name));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_rename_device_async);
  g_task_set_task_data (task, rename, (GDestroyNotify)rename_free);

  if (*rename->name == '\0')
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST, _("A printer needs a name."));
      g_object_unref (task);
      return;
    }

  bambu_device_begin_rename (device, rename->name);
  bambu_client_rename_device_async (bambu_session_get_client (self), bambu_device_get_id (device), rename->name,
                                    cancellable, bambu_session_renamed_cb, task);
}

/**
 * bambu_session_rename_device_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_rename_device_async().
 *
 * Returns: whether the cloud took the name
 */
gboolean
bambu_session_rename_device_finish (BambuSession  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
is_recent (GDateTime *heard)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return heard != NULL && g_date_time_difference (now, heard) < FIRMWARE_AGE;
}

static void
bambu_session_firmware_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(BambuFirmware) firmware = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GError) error = NULL;
  FirmwareCheck *check = g_task_get_task_data (task);

  if (!(firmware = bambu_client_call_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  bambu_device_set_firmware (check->device, firmware, now);
  g_task_return_boolean (task, TRUE);
}

static void
bambu_session_fetch_firmware (GTask *task)
{
  BambuSession *self = g_task_get_source_object (task);
  FirmwareCheck *check = g_task_get_task_data (task);
  g_autoptr(BambuRequest) request = bambu_request_firmware (bambu_device_get_id (check->device));

  bambu_endpoints_call_and_keep (bambu_session_get_client (self), request, bambu_makers_firmware,
                                 g_object_unref, check->cache, check->name,
                                 g_task_get_cancellable (task), bambu_session_firmware_cb, g_object_ref (task));
}

/* What an earlier run of the program asked for counts, too. */
static void
bambu_session_kept_firmware_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GDateTime) saved = NULL;
  g_autoptr(BambuFirmware) kept = bambu_cache_make_finish (BAMBU_CACHE (object), result, &saved);
  FirmwareCheck *check = g_task_get_task_data (task);

  if (kept != NULL && bambu_device_get_firmware (check->device) == NULL)
    bambu_device_set_firmware (check->device, kept, saved);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (is_recent (bambu_device_get_firmware_heard (check->device)))
    g_task_return_boolean (task, TRUE);
  else
    bambu_session_fetch_firmware (task);
}

/**
 * bambu_session_check_firmware_async:
 * @self: a #BambuSession
 * @device: a printer of the session's list
 * @force: whether to ask the cloud even where it was asked within a day
 * @cancellable: (nullable): ends the call at once
 * @callback: called when the printer has its firmware
 * @user_data: for @callback
 *
 * Fills what a printer tells of its firmware: `GET user/device/version`. That takes one request for each printer, hence
 * at most once a day, also across runs of the program.
 */
void
bambu_session_check_firmware_async (BambuSession        *self,
                                    BambuDevice         *device,
                                    gboolean             force,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  FirmwareCheck *check;
  BambuCache *cache;

  g_return_if_fail (BAMBU_IS_SESSION (self));
  g_return_if_fail (BAMBU_IS_DEVICE (device));

  cache = bambu_session_get_cache (self);
  check = g_new0 (FirmwareCheck, 1);
  check->device = g_object_ref (device);
  check->cache = cache != NULL ? g_object_ref (cache) : NULL;
  check->name = bambu_cache_name_for_id ("firmware", bambu_device_get_id (device));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_check_firmware_async);
  g_task_set_task_data (task, check, (GDestroyNotify)firmware_check_free);

  if (!force && is_recent (bambu_device_get_firmware_heard (device)))
    g_task_return_boolean (task, TRUE);
  else if (!force && cache != NULL && bambu_device_get_firmware (device) == NULL)
    bambu_cache_make_async (cache, check->name, bambu_makers_firmware, g_object_unref,
                            bambu_session_kept_firmware_cb, g_object_ref (task));
  else
    bambu_session_fetch_firmware (task);
}

/**
 * bambu_session_check_firmware_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_check_firmware_async().
 *
 * Returns: whether the printer's firmware is known
 */
gboolean
bambu_session_check_firmware_finish (BambuSession  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
