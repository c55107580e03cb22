/* bambu-live-control.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-private.h"

#include <glib/gi18n-lib.h>

#include "bambu-error.h"
#include "bambu-http.h"

#define REFUSAL \
  N_("This printer takes commands only from the vendor’s own programs. Its owner can change that by turning on " \
     "developer mode on the printer.")

/* A command that waits for its answer. */
typedef struct
{
  BambuLiveControls *controls;
  char              *serial;
  GTask             *task;
  GSource           *timeout;
  GSource           *cancelled;  /* NULL where it cannot be */
} Waiting;

struct _BambuLiveControls
{
  GHashTable *waiting;  /* of char * to Waiting */
  guint32     next;     /* the next serial */
};

static void
waiting_free (Waiting *waiting)
{
  g_source_destroy (waiting->timeout);
  g_source_unref (waiting->timeout);

  if (waiting->cancelled != NULL)
    {
      g_source_destroy (waiting->cancelled);
      g_source_unref (waiting->cancelled);
    }

  g_object_unref (waiting->task);
  g_free (waiting->serial);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static Waiting *
controls_steal (BambuLiveControls *self,
                const char        *serial)
{
  gpointer waiting = NULL;

  g_hash_table_steal_extended (self->waiting, serial, NULL, &waiting);

  return waiting;
}

/* Others command the same printers, and all hear all answers: where to begin is drawn. */
BambuLiveControls *
bambu_live_controls_new (void)
{
  BambuLiveControls *self = g_new0 (BambuLiveControls, 1);

  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) waiting_free);
  self->next = g_random_int_range (100000, 1000000000);

  return self;
}

/* Nobody waits any longer: each holds what this belongs to. */
void
bambu_live_controls_free (BambuLiveControls *self)
{
  g_hash_table_unref (self->waiting);
  g_free (self);
}

static void
return_answer (GTask      *task,
               gboolean    done,
               const char *said)
{
  g_autofree char *clean = said != NULL ? bambu_http_clean_text (said) : NULL;

  if (done)
    g_task_return_boolean (task, TRUE);
  else if (said != NULL && strstr (said, "verify failed") != NULL)
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN, _(REFUSAL));
  else if (clean != NULL && *clean != '\0')
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                             _("The printer did not do that: %s"), clean);
  else
    g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                             _("The printer did not do that."));
}

void
bambu_live_controls_answer (BambuLiveControls *self,
                            const char        *serial,
                            gboolean           done,
                            const char        *said)
{
  g_autoptr(Waiting) waiting = controls_steal (self, serial);

  if (waiting != NULL)
    return_answer (waiting->task, done, said);
}

/* Answers come by the connection that the commands went by, or not at all. */
void
bambu_live_controls_abandon (BambuLiveControls *self)
{
  g_autoptr(GList) serials = g_hash_table_get_keys (self->waiting);

  for (GList *iter = serials; iter != NULL; iter = iter->next)
    {
      g_autoptr(Waiting) waiting = controls_steal (self, iter->data);

      if (waiting != NULL)
        g_task_return_new_error (waiting->task, BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                                 _("The connection was lost before the printer answered. Look at the printer to see "
                                   "whether it did what it was told."));
    }
}

static gboolean
timeout_cb (gpointer user_data)
{
  Waiting *data = user_data;
  g_autoptr(Waiting) waiting = controls_steal (data->controls, data->serial);

  g_task_return_new_error (waiting->task, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT,
                           _("The printer did not answer. It may have been turned off, or lost its network."));

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Waiting *data = user_data;
  g_autoptr(Waiting) waiting = controls_steal (data->controls, data->serial);

  g_task_return_error_if_cancelled (waiting->task);

  return G_SOURCE_REMOVE;
}

static void
controls_wait (BambuLiveControls *self,
               const char        *serial,
               GTask             *task,
               guint              limit_ms)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->controls = self;
  waiting->serial = g_strdup (serial);
  waiting->task = g_object_ref (task);
  waiting->timeout = g_timeout_source_new (limit_ms);
  g_source_set_callback (waiting->timeout, timeout_cb, waiting, NULL);
  g_source_attach (waiting->timeout, g_task_get_context (task));

  if (cancellable != NULL)
    {
      waiting->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (waiting->cancelled, G_SOURCE_FUNC (cancelled_cb), waiting, NULL);
      g_source_attach (waiting->cancelled, g_task_get_context (task));
    }

  g_hash_table_insert (self->waiting, waiting->serial, waiting);
}

static char *
create_command (BambuCommand  command,
                int           value,
                const char   *serial)
{
  static const char * const names[] = { "pause", "resume", "stop" };

  switch (command)
    {
    case BAMBU_COMMAND_PAUSE:
    case BAMBU_COMMAND_RESUME:
    case BAMBU_COMMAND_STOP:
      return g_strdup_printf ("{\"print\": {\"sequence_id\": \"%s\", \"command\": \"%s\", \"param\": \"\"}}",
                              serial, names[command]);

    case BAMBU_COMMAND_SPEED:
      return g_strdup_printf ("{\"print\": {\"sequence_id\": \"%s\", \"command\": \"print_speed\", \"param\": \"%d\"}}",
                              serial, CLAMP (value, 1, 4));

    case BAMBU_COMMAND_LIGHT:
      return g_strdup_printf ("{\"system\": {\"sequence_id\": \"%s\", \"command\": \"ledctrl\", "
                              "\"led_node\": \"chamber_light\", \"led_mode\": \"%s\", \"led_on_time\": 500, "
                              "\"led_off_time\": 500, \"loop_times\": 1, \"interval_time\": 1000}}",
                              serial, value != 0 ? "on" : "off");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * bambu_live_control_async:
 * @self: a #BambuLive
 * @device: a printer
 * @command: what it shall do
 * @value: for %BAMBU_COMMAND_SPEED the level from 1 to 4, for %BAMBU_COMMAND_LIGHT whether it shall be on
 * @cancellable: (nullable): ends the wait at once; the command may have been sent by then
 * @callback: called when the printer has answered
 * @user_data: for @callback
 *
 * Tells a printer what to do, where it takes commands that are not signed by the vendor.
 */
void
bambu_live_control_async (BambuLive           *self,
                          BambuDevice         *device,
                          BambuCommand         command,
                          int                  value,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  BambuLiveControls *controls;
  g_autoptr(GTask) task = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (BAMBU_IS_LIVE (self));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_live_control_async);
  controls = bambu_live_get_controls (self);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (bambu_device_get_control (device) == BAMBU_CONTROL_REFUSED)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN, _(REFUSAL));
      return;
    }

  if (bambu_live_get_state (self) != BAMBU_LIVE_STATE_CONNECTED ||
      bambu_device_get_control (device) == BAMBU_CONTROL_UNKNOWN)
    {
      g_task_return_new_error (task, BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                               _("There is no connection to the printer. Try again in a moment."));
      return;
    }

  serial = g_strdup_printf ("%u", controls->next++);
  text = create_command (command, value, serial);
  controls_wait (controls, serial, task, bambu_live_get_answer_ms (self));
  bambu_live_link_send (bambu_live_get_link (self), bambu_device_get_id (device), serial, text);
}

/**
 * bambu_live_control_finish:
 * @self: a #BambuLive
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_live_control_async().
 *
 * Returns: whether the printer did it; if not, @error is set to %BAMBU_ERROR_FORBIDDEN where it takes no commands from
 *   programs such as this, %BAMBU_ERROR_BAD_REQUEST where it cannot do that now, %BAMBU_ERROR_OFFLINE,
 *   %BAMBU_ERROR_TIMED_OUT or %G_IO_ERROR_CANCELLED
 */
gboolean
bambu_live_control_finish (BambuLive     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_LIVE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
