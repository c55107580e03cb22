/* platen-demo-cloud.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-demo-cloud.h"

#include <glib/gi18n.h>

#define PROGRAM   "platen-demo-cloud"
#define LISTENING "listening on "
#define LIVE      "mqtt on "

struct _PlatenDemoCloud
{
  GObject           parent_instance;

  GSubprocess      *process;
  GDataInputStream *output;
  char             *url;
  char             *mqtt_url;
};

G_DEFINE_FINAL_TYPE (PlatenDemoCloud, platen_demo_cloud, G_TYPE_OBJECT)

/* In a build tree it lies elsewhere than when installed. */
static char *
find_program (void)
{
  const char *program = g_getenv ("PLATEN_DEMO_CLOUD");

  if (program != NULL && *program != '\0')
    return g_strdup (program);

  return g_build_filename (BINDIR, PROGRAM, NULL);
}

/* A second line comes together with the first, or not at all. */
static void
read_mqtt_url (PlatenDemoCloud *self)
{
  g_autofree char *line = NULL;

  g_clear_pointer (&self->mqtt_url, g_free);

  if (g_buffered_input_stream_get_available (G_BUFFERED_INPUT_STREAM (self->output)) == 0)
    return;

  line = g_data_input_stream_read_line (self->output, NULL, NULL, NULL);
  if (line != NULL && g_str_has_prefix (line, LIVE))
    self->mqtt_url = g_strdup (line + strlen (LIVE));
}

static void
read_line_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlatenDemoCloud *self = g_task_get_source_object (task);
  g_autofree char *line = NULL;
  GError *error = NULL;

  line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (object), result, NULL, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
    }
  else if (line == NULL || !g_str_has_prefix (line, LISTENING))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _("The demo's cloud did not start."));
    }
  else
    {
      g_free (self->url);
      self->url = g_strdup (line + strlen (LISTENING));
      read_mqtt_url (self);
      g_task_return_boolean (task, TRUE);
    }
}

static void
platen_demo_cloud_finalize (GObject *object)
{
  PlatenDemoCloud *self = PLATEN_DEMO_CLOUD (object);

  /* Closes its standard input, which ends it. */
  g_clear_object (&self->output);
  g_clear_object (&self->process);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->mqtt_url, g_free);

  G_OBJECT_CLASS (platen_demo_cloud_parent_class)->finalize (object);
}

static void
platen_demo_cloud_class_init (PlatenDemoCloudClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = platen_demo_cloud_finalize;
}

static void
platen_demo_cloud_init (PlatenDemoCloud *self)
{
}

/**
 * platen_demo_cloud_new:
 *
 * Returns: (transfer full): a stand-in cloud that does not run yet
 */
PlatenDemoCloud *
platen_demo_cloud_new (void)
{
  return g_object_new (PLATEN_TYPE_DEMO_CLOUD, NULL);
}

/**
 * platen_demo_cloud_start_async:
 * @self: a demo cloud
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it can be talked to
 * @user_data: passed to @callback
 *
 * Starts the stand-in cloud on a free port of this machine, unless it runs already.
 */
void
platen_demo_cloud_start_async (PlatenDemoCloud     *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *program = NULL;
  GError *error = NULL;

  g_return_if_fail (PLATEN_IS_DEMO_CLOUD (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_demo_cloud_start_async);

  if (self->url != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_clear_object (&self->output);
  g_clear_object (&self->process);

  /* The pipe is how it notices that we are gone, however that came about. */
  program = find_program ();
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error,
                                    program, "--port", "0", "--until-eof", NULL);
  if (self->process == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  g_data_input_stream_read_line_async (self->output,
                                       G_PRIORITY_DEFAULT,
                                       cancellable,
                                       read_line_cb,
                                       g_object_ref (task));
}

/**
 * platen_demo_cloud_start_finish:
 * @self: a demo cloud
 * @result: the result
 * @error: where to say why it does not run
 *
 * Errors: those of spawning a program, and %G_IO_ERROR_FAILED where it ended at once.
 *
 * Returns: whether it runs
 */
gboolean
platen_demo_cloud_start_finish (PlatenDemoCloud  *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (PLATEN_IS_DEMO_CLOUD (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * platen_demo_cloud_get_url:
 * @self: a demo cloud
 *
 * Returns: (transfer none) (nullable): its address, once it runs
 */
const char *
platen_demo_cloud_get_url (PlatenDemoCloud *self)
{
  g_return_val_if_fail (PLATEN_IS_DEMO_CLOUD (self), NULL);

  return self->url;
}

/**
 * platen_demo_cloud_get_mqtt_url:
 * @self: a demo cloud
 *
 * Returns: (transfer none) (nullable): where its printers report to, once it runs; %NULL where they do not
 */
const char *
platen_demo_cloud_get_mqtt_url (PlatenDemoCloud *self)
{
  g_return_val_if_fail (PLATEN_IS_DEMO_CLOUD (self), NULL);

  return self->mqtt_url;
}
