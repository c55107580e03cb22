/* bambu-making.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-http.h"

#include <glib/gi18n-lib.h>
#include "bambu-json.h"
#include "bambu-making.h"
#include "bambu-page.h"

struct _BambuMaking
{
  BambuMakeFunc   make;
  gpointer        make_data;
  GDestroyNotify  make_data_free;
  GDestroyNotify  result_free;
  GBytes         *body;
  gboolean        html;
  gboolean        may_be_nothing;
};

static void
bambu_making_clear (gpointer data)
{
  BambuMaking *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);

  if (self->make_data_free != NULL)
    self->make_data_free (self->make_data);
}

/* The form of an error under a status of success. */
static gboolean
check_success (JsonNode  *root,
               GError   **error)
{
  JsonObject *object = bambu_json_node_object (root);
  g_autofree char *name = bambu_json_dup_string (object, "error");
  g_autofree char *message = NULL;
  g_autofree char *said = NULL;

  if (name == NULL || *name == '\0' || bambu_json_get_int (object, "code", 1, G_MAXINT32, 0) == 0)
    return TRUE;

  message = bambu_json_dup_string (object, "message");
  said = bambu_http_clean_text (message != NULL && *message != '\0' ? message : name);
  g_propagate_error (error, bambu_http_describe (BAMBU_ERROR_BAD_REQUEST, SOUP_STATUS_OK, -1, said));

  return FALSE;
}

static void
make_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  BambuMaking *self = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = NULL;
  g_autoptr(JsonNode) root = NULL;
  gpointer made;

  if (self->html)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                               _("Instead of the cloud’s answer a web page came back. "
                                 "Does this network ask you to sign in to it first?"));
      return;
    }

  text = bambu_json_repair_utf8 (self->body);

  if (!(root = bambu_page_parse_outline (text, &error)) || !check_success (root, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if ((made = self->make (root, text, self->make_data, &error)))
    g_task_return_pointer (task, made, self->result_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bambu_making_new:
 * @make: makes the result of an answer, in a worker thread
 * @make_data: data for @make
 * @make_data_free: (nullable): frees @make_data, in any thread
 * @result_free: frees what @make returns, in any thread, where nobody takes it
 *
 * Returns: (transfer full): what is to be made of one answer
 */
BambuMaking *
bambu_making_new (BambuMakeFunc  make,
                  gpointer       make_data,
                  GDestroyNotify make_data_free,
                  GDestroyNotify result_free)
{
  BambuMaking *self;

  g_return_val_if_fail (make != NULL, NULL);
  g_return_val_if_fail (result_free != NULL, NULL);

  self = g_atomic_rc_box_new0 (BambuMaking);
  self->make = make;
  self->make_data = make_data;
  self->make_data_free = make_data_free;
  self->result_free = result_free;

  return self;
}

/**
 * bambu_making_allow_nothing:
 * @self: a making
 *
 * Takes an answer without content for an empty object: where something was to be done, the cloud need not say more than
 * that it was. Where something was asked for, it would pass for a list with nothing in it.
 */
void
bambu_making_allow_nothing (BambuMaking *self)
{
  g_return_if_fail (self != NULL);

  self->may_be_nothing = TRUE;
}

/**
 * bambu_making_unref:
 * @self: (transfer full): a making
 *
 * Lets go of @self.
 */
void
bambu_making_unref (BambuMaking *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, bambu_making_clear);
}

/**
 * bambu_making_get_result_free:
 * @self: a making
 *
 * Returns: what frees the result
 */
GDestroyNotify
bambu_making_get_result_free (BambuMaking *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->result_free;
}

/**
 * bambu_making_make_async:
 * @self: a making, not used before
 * @answer: an answer whose status is a success
 * @cancellable: (nullable): a cancellable; cancelled, the callback does not wait for the thread
 * @callback: called with the result
 * @user_data: data for @callback
 *
 * Reads @answer as JSON and makes the result of it, in a worker thread.
 */
void
bambu_making_make_async (BambuMaking         *self,
                         BambuAnswer         *answer,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (self != NULL && self->body == NULL);
  g_return_if_fail (answer != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (self->may_be_nothing && answer->status == SOUP_STATUS_NO_CONTENT)
    self->body = g_bytes_new_static ("{}", strlen ("{}"));
  else
    self->body = g_bytes_ref (answer->body);

  self->html = bambu_http_is_html (answer->headers, answer->body);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_making_make_async);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (self), (GDestroyNotify) bambu_making_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * bambu_making_make_finish:
 * @self: a making
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_making_make_async().
 *
 * Returns: (transfer full): what was made, or %NULL with @error set
 */
gpointer
bambu_making_make_finish (BambuMaking   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
