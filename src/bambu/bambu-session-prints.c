/* bambu-session-prints.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-session.h"

#include "bambu-endpoints.h"
#include "bambu-list-private.h"

/* How long the rest of what is known of a printer may be left alone. */
#define DEVICES_AGE (60 * G_TIME_SPAN_MINUTE)

typedef struct
{
  GTask  *task;
  gint64  asked;
} Prints;

static void
prints_free (Prints *prints)
{
  g_object_unref (prints->task);
  g_free (prints);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Prints, prints_free)

static void
bambu_session_devices_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (bambu_list_refresh_finish (BAMBU_LIST (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bambu_session_refresh_devices (GTask *task)
{
  BambuSession *self = g_task_get_source_object (task);

  bambu_list_refresh_async (bambu_session_get_devices (self), g_task_get_cancellable (task),
                            bambu_session_devices_cb, g_object_ref (task));
}

static gboolean
was_fetched_lately (BambuList *list)
{
  const gint64 fetched = bambu_list_get_fetched (list);

  return fetched != 0 && g_get_monotonic_time () - fetched < DEVICES_AGE;
}

static gboolean
knows_all (BambuList *list,
           GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      if (bambu_list_lookup (list, bambu_item_get_id (g_ptr_array_index (items, i))) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
bambu_session_prints_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr(Prints) prints = user_data;
  g_autoptr(GPtrArray) newer = NULL;
  g_autoptr(GError) error = NULL;
  BambuSession *self = g_task_get_source_object (prints->task);
  BambuList *list = bambu_session_get_devices (self);

  if (!(newer = bambu_client_get_prints_finish (BAMBU_CLIENT (object), result, &error)))
    {
      g_task_return_error (prints->task, g_steal_pointer (&error));
      return;
    }

  if (!knows_all (list, newer))
    {
      bambu_session_refresh_devices (prints->task);
      return;
    }

  /* What was asked for later has come first: it is newer. */
  if (prints->asked >= bambu_list_get_asked (list))
    {
      for (guint i = 0; i < newer->len; i++)
        {
          BambuItem *item = g_ptr_array_index (newer, i);

          bambu_item_merge (bambu_list_lookup (list, bambu_item_get_id (item)), item);
        }

      bambu_list_set_heard (list, prints->asked);
    }

  g_task_return_boolean (prints->task, TRUE);
}

/**
 * bambu_session_refresh_prints_async:
 * @self: a #BambuSession
 * @cancellable: (nullable): ends the call at once
 * @callback: called when the printers are up to date, or not
 * @user_data: for @callback
 *
 * Asks what all printers do, in one request: `GET user/print?force=true`. It refreshes the list of printers altogether where that
 * is under way already, has not been done within an hour, or the answer tells of printers that are not in the list.
 */
void
bambu_session_refresh_prints_async (BambuSession        *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  BambuList *list;
  Prints *prints;

  g_return_if_fail (BAMBU_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_session_refresh_prints_async);
  list = bambu_session_get_devices (self);

  if (bambu_list_get_loading (list) || !was_fetched_lately (list))
    {
      bambu_session_refresh_devices (task);
      return;
    }

  prints = g_new0 (Prints, 1);
  prints->task = g_steal_pointer (&task);
  prints->asked = g_get_monotonic_time ();
  bambu_client_get_prints_async (bambu_session_get_client (self), cancellable, bambu_session_prints_cb, prints);
}

/**
 * bambu_session_refresh_prints_finish:
 * @self: a #BambuSession
 * @result: what the callback got
 * @error: where to say why not; #BambuError or %G_IO_ERROR_CANCELLED
 *
 * Ends bambu_session_refresh_prints_async().
 *
 * Returns: whether what the printers do is up to date
 */
gboolean
bambu_session_refresh_prints_finish (BambuSession  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
