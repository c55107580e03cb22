/* ctl-runner.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl-runner.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <termios.h>
#include <unistd.h>

struct _CtlRunner
{
  char        *folder;
  char       **environment;

  GBytes      *output;
  GBytes      *errors;
  gboolean     ended;

  GSubprocess *process;   /* in the terminal */
  int          terminal;
  guint        watch;
  GString     *shown;
  gsize        expected;  /* how much of it was looked at */
};

/**
 * ctl_runner_new:
 * @api_url: where the cloud is
 *
 * Returns: (transfer full): a runner, signed out
 */
CtlRunner *
ctl_runner_new (const char *api_url)
{
  CtlRunner *self = g_new0 (CtlRunner, 1);

  self->folder = g_dir_make_tmp ("platenctl-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->environment = g_get_environ ();
  self->terminal = -1;
  self->shown = g_string_new (NULL);

  ctl_runner_set_env (self, "PLATEN_API_URL", api_url);
  ctl_runner_set_env (self, "PLATEN_WEB_URL", NULL);
  ctl_runner_set_env (self, "PLATEN_TOKEN", NULL);
  ctl_runner_set_env (self, "PLATEN_REGION", NULL);
  ctl_runner_set_env (self, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");

  return self;
}

static void
remove_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
ctl_runner_clear (CtlRunner *self)
{
  g_clear_pointer (&self->output, g_bytes_unref);
  g_clear_pointer (&self->errors, g_bytes_unref);
  g_string_truncate (self->shown, 0);
  self->expected = 0;
  self->ended = FALSE;
}

/**
 * ctl_runner_free:
 * @self: (transfer full): a runner; nothing runs in it
 *
 * Removes its folder and frees it.
 */
void
ctl_runner_free (CtlRunner *self)
{
  g_assert_null (self->process);

  ctl_runner_clear (self);
  remove_files (self->folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_strfreev (self->environment);
  g_string_free (self->shown, TRUE);
  g_free (self);
}

/**
 * ctl_runner_get_folder:
 * @self: a runner
 *
 * Returns: (transfer none): the folder that platenctl is started in
 */
const char *
ctl_runner_get_folder (CtlRunner *self)
{
  return self->folder;
}

/**
 * ctl_runner_set_env:
 * @self: a runner
 * @name: a variable
 * @value: (nullable): its value, or %NULL to unset it
 *
 * Changes the environment of what is run from here on.
 */
void
ctl_runner_set_env (CtlRunner  *self,
                    const char *name,
                    const char *value)
{
  if (value != NULL)
    self->environment = g_environ_setenv (self->environment, name, value, TRUE);
  else
    self->environment = g_environ_unsetenv (self->environment, name);
}

static char **
collect_arguments (const char *argument,
                   va_list     rest)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, g_getenv ("PLATENCTL"));
  for (; argument != NULL; argument = va_arg (rest, const char *))
    g_strv_builder_add (builder, argument);

  return g_strv_builder_end (builder);
}

static void
set_up_child_cb (gpointer user_data)
{
  int terminal = GPOINTER_TO_INT (user_data);

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (terminal < 0)
    return;

  /* Makes it the terminal from which signals are typed. */
  setsid ();
  ioctl (terminal, TIOCSCTTY, 0);
}

static GSubprocess *
spawn (CtlRunner        *self,
       GSubprocessFlags  flags,
       int               terminal,
       char            **arguments)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_environ (launcher, self->environment);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_set_child_setup (launcher, set_up_child_cb, GINT_TO_POINTER (terminal), NULL);
  if (terminal >= 0)
    {
      g_subprocess_launcher_take_stdin_fd (launcher, dup (terminal));
      g_subprocess_launcher_take_stdout_fd (launcher, dup (terminal));
      g_subprocess_launcher_take_stderr_fd (launcher, dup (terminal));
    }
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);

  return process;
}

static void
communicated_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  CtlRunner *self = user_data;
  g_autoptr(GError) error = NULL;

  g_subprocess_communicate_finish (G_SUBPROCESS (object), result, &self->output, &self->errors, &error);
  g_assert_no_error (error);
  self->ended = TRUE;
}

/* Text is easier to compare with its end marked. */
static GBytes *
terminate (GBytes *bytes)
{
  g_autoptr(GByteArray) array = g_bytes_unref_to_array (bytes);

  g_byte_array_append (array, (const guint8 *) "", 1);

  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/**
 * ctl_runner_run:
 * @self: a runner
 * @input: (nullable): what its standard input holds
 * @argument: its first argument
 * @...: the others, then %NULL
 *
 * Runs platenctl to its end.
 *
 * Returns: its exit status
 */
static int
run (CtlRunner   *self,
     const char  *input,
     char       **arguments)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (input, input != NULL ? strlen (input) : 0);

  ctl_runner_clear (self);
  process = spawn (self,
                   G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                   -1, arguments);
  g_subprocess_communicate_async (process, bytes, NULL, communicated_cb, self);
  while (!self->ended)
    g_main_context_iteration (NULL, TRUE);

  self->output = terminate (self->output);
  self->errors = terminate (self->errors);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

int
ctl_runner_run (CtlRunner  *self,
                const char *input,
                const char *argument,
                ...)
{
  g_auto(GStrv) arguments = NULL;
  va_list rest;

  va_start (rest, argument);
  arguments = collect_arguments (argument, rest);
  va_end (rest);

  return run (self, input, arguments);
}

int
ctl_runner_run_line (CtlRunner  *self,
                     const char *line)
{
  g_autofree char *whole = g_strdup_printf ("platenctl %s", line);
  g_auto(GStrv) arguments = NULL;
  g_autoptr(GError) error = NULL;

  g_shell_parse_argv (whole, NULL, &arguments, &error);
  g_assert_no_error (error);
  g_free (arguments[0]);
  arguments[0] = g_strdup (g_getenv ("PLATENCTL"));

  return run (self, NULL, arguments);
}

/**
 * ctl_runner_get_bytes:
 * @self: a runner
 *
 * Returns: (transfer full): what it wrote to standard output
 */
GBytes *
ctl_runner_get_bytes (CtlRunner *self)
{
  return g_bytes_new_from_bytes (self->output, 0, g_bytes_get_size (self->output) - 1);
}

/**
 * ctl_runner_get_output:
 * @self: a runner
 *
 * Returns: (transfer none): what it wrote to standard output, as text
 */
const char *
ctl_runner_get_output (CtlRunner *self)
{
  return g_bytes_get_data (self->output, NULL);
}

/**
 * ctl_runner_get_errors:
 * @self: a runner
 *
 * Returns: (transfer none): what it wrote to standard error
 */
const char *
ctl_runner_get_errors (CtlRunner *self)
{
  return g_bytes_get_data (self->errors, NULL);
}

/* Ends a turn of the main loop. */
static gboolean
readable_cb (int           fd,
             GIOCondition  condition,
             gpointer      user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * ctl_runner_has_terminal:
 *
 * Returns: whether there are terminals here, which a chroot may lack; where not, the test is marked as skipped
 */
guint
ctl_runner_count_lines (CtlRunner *self)
{
  guint n_lines = 0;

  for (const char *p = ctl_runner_get_output (self); *p != '\0'; p++)
    n_lines += *p == '\n';

  return n_lines;
}

char *
ctl_runner_dup_first_id (CtlRunner *self)
{
  g_auto(GStrv) lines = g_strsplit (ctl_runner_get_output (self), "\n", 3);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);

  return g_strndup (lines[1], strcspn (lines[1], " "));
}

gboolean
ctl_runner_has_terminal (void)
{
  int master;
  int slave;

  if (openpty (&master, &slave, NULL, NULL, NULL) != 0)
    {
      g_test_skip ("There are no pseudo-terminals here");
      return FALSE;
    }

  close (slave);
  close (master);

  return TRUE;
}

/**
 * ctl_runner_start:
 * @self: a runner
 * @argument: the first argument
 * @...: the others, then %NULL
 *
 * Starts platenctl in a terminal.
 */
void
ctl_runner_start (CtlRunner  *self,
                  const char *argument,
                  ...)
{
  g_auto(GStrv) arguments = NULL;
  va_list rest;
  int slave;

  g_assert_null (self->process);

  ctl_runner_clear (self);

  va_start (rest, argument);
  arguments = collect_arguments (argument, rest);
  va_end (rest);

  g_assert_cmpint (openpty (&self->terminal, &slave, NULL, NULL, NULL), ==, 0);
  fcntl (self->terminal, F_SETFD, FD_CLOEXEC);
  g_unix_set_fd_nonblocking (self->terminal, TRUE, NULL);
  self->process = spawn (self, G_SUBPROCESS_FLAGS_NONE, slave, arguments);
  self->watch = g_unix_fd_add (self->terminal, G_IO_IN | G_IO_HUP, readable_cb, NULL);
  close (slave);
}

/* FALSE once the other side has closed it */
static gboolean
read_terminal (CtlRunner *self)
{
  char buffer[4096];
  gssize n;

  g_main_context_iteration (NULL, TRUE);

  n = read (self->terminal, buffer, sizeof buffer);
  if (n > 0)
    g_string_append_len (self->shown, buffer, n);

  return n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
}

/**
 * ctl_runner_expect:
 * @self: a runner
 * @text: what has to be shown
 *
 * Waits until platenctl shows @text, after what was expected before.
 */
void
ctl_runner_expect (CtlRunner  *self,
                   const char *text)
{
  const char *found;

  while ((found = strstr (self->shown->str + self->expected, text)) == NULL)
    {
      if (!read_terminal (self))
        g_error ("platenctl ended before it said “%s”; it said: %s", text, self->shown->str);
    }

  self->expected = found + strlen (text) - self->shown->str;
}

/**
 * ctl_runner_type:
 * @self: a runner
 * @keys: what to type, with its line breaks
 *
 * Types in the terminal.
 */
void
ctl_runner_type (CtlRunner  *self,
                 const char *keys)
{
  g_assert_cmpint (write (self->terminal, keys, strlen (keys)), ==, (gssize) strlen (keys));
}

/**
 * ctl_runner_echoes:
 * @self: a runner
 *
 * Returns: whether the terminal shows what is typed
 */
gboolean
ctl_runner_echoes (CtlRunner *self)
{
  struct termios attributes;

  g_assert_cmpint (tcgetattr (self->terminal, &attributes), ==, 0);

  return (attributes.c_lflag & ECHO) != 0;
}

/**
 * ctl_runner_end:
 * @self: a runner
 *
 * Waits until platenctl has ended, then closes the terminal.
 *
 * Returns: its exit status
 */
int
ctl_runner_end (CtlRunner *self)
{
  int status;

  while (read_terminal (self))
    ;

  g_subprocess_wait (self->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_exited (self->process));
  status = g_subprocess_get_exit_status (self->process);
  g_clear_object (&self->process);
  g_clear_handle_id (&self->watch, g_source_remove);
  close (self->terminal);
  self->terminal = -1;

  return status;
}

/**
 * ctl_runner_get_terminal:
 * @self: a runner
 *
 * Returns: (transfer none): all that the terminal has shown
 */
const char *
ctl_runner_get_terminal (CtlRunner *self)
{
  return self->shown->str;
}
