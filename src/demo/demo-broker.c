/* demo-broker.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-broker.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Debian keeps it where only root looks. */
#define USUAL_PLACE "/usr/sbin/mosquitto"

/* Somebody else may take a port between its being found free and its being used. */
#define MAX_TRIES 5

#define FOLDER "platen-broker-"
#define PASSWORDS "passwords"
#define RIGHTS "rights"
#define CONFIGURATION "mosquitto.conf"
#define LOCK "lock"

struct _DemoBroker
{
  char        *directory;    /* NULL before it was started */
  int          lock_fd;      /* locked as long as @directory is in use */
  GHashTable  *passwords;    /* of char * to char * */
  char        *certificate;
  char        *key;
  GSubprocess *process;
  guint        port;         /* the same each time it is started */
};

/**
 * demo_broker_new:
 *
 * Returns: (transfer full): a broker that does not run yet, and that nobody may use
 */
DemoBroker *
demo_broker_new (void)
{
  DemoBroker *self = g_new0 (DemoBroker, 1);

  self->passwords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lock_fd = -1;

  return self;
}

static void
remove_directory (const char *path,
                  int         fd)
{
  unlinkat (fd, PASSWORDS, 0);
  unlinkat (fd, RIGHTS, 0);
  unlinkat (fd, CONFIGURATION, 0);
  unlinkat (fd, LOCK, 0);
  g_rmdir (path);
}

/* Where somebody holds the lock it is in use, and where there is none it is about to be. */
static void
remove_if_stale (const char *path)
{
  const int fd = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  const int lock_fd = fd >= 0 ? openat (fd, LOCK, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;

  if (lock_fd >= 0 && flock (lock_fd, LOCK_EX | LOCK_NB) == 0)
    remove_directory (path, fd);

  if (lock_fd >= 0)
    close (lock_fd);

  if (fd >= 0)
    close (fd);
}

/* Who is killed cannot tidy up: the next one does. */
static void
remove_stale_directories (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

      if (g_str_has_prefix (name, FOLDER))
        remove_if_stale (path);
    }
}

/* The lock gets its name when it is locked: nobody finds it before. */
static gboolean
create_directory (DemoBroker  *self,
                  GError     **error)
{
  g_autofree char *unnamed = NULL;
  g_autofree char *lock = NULL;

  if (!(self->directory = g_dir_make_tmp (FOLDER "XXXXXX", error)))
    return FALSE;

  unnamed = g_build_filename (self->directory, "." LOCK, NULL);
  lock = g_build_filename (self->directory, LOCK, NULL);
  self->lock_fd = open (unnamed, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (self->lock_fd < 0 || flock (self->lock_fd, LOCK_EX | LOCK_NB) != 0 || g_rename (unnamed, lock) != 0)
    g_debug ("Nobody will tidy up %s", self->directory);

  return TRUE;
}

/**
 * demo_broker_free:
 * @self: (transfer full): a broker
 *
 * Stops the broker where it runs, and frees it.
 */
void
demo_broker_free (DemoBroker *self)
{
  g_return_if_fail (self != NULL);

  demo_broker_stop (self);

  if (self->lock_fd >= 0)
    close (self->lock_fd);

  if (self->directory != NULL)
    remove_if_stale (self->directory);

  g_hash_table_unref (self->passwords);
  g_free (self->directory);
  g_free (self->certificate);
  g_free (self->key);
  g_free (self);
}

static gboolean
write_file (DemoBroker  *self,
            const char  *name,
            const char  *contents,
            GError     **error)
{
  g_autofree char *path = g_build_filename (self->directory, name, NULL);

  return g_file_set_contents_full (path, contents, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* As the broker's own tool writes it: SHA-512 over the password and a salt. */
static void
append_password (GString    *contents,
                 const char *user,
                 const char *password)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA512);
  g_autofree char *salt_text = NULL;
  g_autofree char *hash_text = NULL;
  guint32 salt[3] = { g_random_int (), g_random_int (), g_random_int () };
  guint8 hash[64];
  gsize length = sizeof hash;

  g_checksum_update (checksum, (const guchar *) password, -1);
  g_checksum_update (checksum, (const guchar *) salt, sizeof salt);
  g_checksum_get_digest (checksum, hash, &length);
  salt_text = g_base64_encode ((const guchar *) salt, sizeof salt);
  hash_text = g_base64_encode (hash, length);
  g_string_append_printf (contents, "%s:$6$%s$%s\n", user, salt_text, hash_text);
}

static gboolean
write_passwords (DemoBroker  *self,
                 GError     **error)
{
  g_autoptr(GString) passwords = g_string_new (NULL);
  g_autoptr(GString) rights = g_string_new ("pattern read device/+/report\npattern write device/+/request\n");
  GHashTableIter iter;
  gpointer user;
  gpointer password;

  g_hash_table_iter_init (&iter, self->passwords);
  while (g_hash_table_iter_next (&iter, &user, &password))
    {
      append_password (passwords, user, password);
      if (!g_str_has_prefix (user, "u_"))
        g_string_append_printf (rights, "user %s\ntopic readwrite #\n", (const char *) user);
    }

  return write_file (self, PASSWORDS, passwords->str, error) && write_file (self, RIGHTS, rights->str, error);
}

/**
 * demo_broker_set_password:
 * @self: a broker
 * @user: a user
 * @password: (nullable): the password, %NULL to keep the user out
 *
 * Lets a user in from now on. Who is in by another password is thrown out.
 */
void
demo_broker_set_password (DemoBroker *self,
                          const char *user,
                          const char *password)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (user != NULL);

  if (password != NULL)
    g_hash_table_replace (self->passwords, g_strdup (user), g_strdup (password));
  else
    g_hash_table_remove (self->passwords, user);

  if (self->process == NULL)
    return;

  if (write_passwords (self, &error))
    g_subprocess_send_signal (self->process, SIGHUP);
  else
    g_message ("The broker does not get to know a password: %s", error->message);
}

/**
 * demo_broker_set_tls:
 * @self: a broker that does not run
 * @certificate: (nullable): a PEM file, %NULL for plain MQTT
 * @key: (nullable): the PEM file of its key
 *
 * Says how the broker proves who it is.
 */
void
demo_broker_set_tls (DemoBroker *self,
                     const char *certificate,
                     const char *key)
{
  g_return_if_fail (self != NULL && self->process == NULL);
  g_return_if_fail ((certificate == NULL) == (key == NULL));

  g_free (self->certificate);
  g_free (self->key);
  self->certificate = g_strdup (certificate);
  self->key = g_strdup (key);
}

static guint
find_free_port (void)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();

  return g_socket_listener_add_any_inet_port (listener, NULL, NULL);
}

/* It would otherwise go on as another user, and a process that changes its user outlives who started it. */
static gboolean
write_configuration (DemoBroker  *self,
                     GError     **error)
{
  g_autoptr(GString) contents = g_string_new (NULL);

  g_string_append_printf (contents,
                          "listener %u 127.0.0.1\n"
                          "allow_anonymous false\n"
                          "password_file %s/" PASSWORDS "\n"
                          "acl_file %s/" RIGHTS "\n"
                          "persistence false\n"
                          "log_dest stderr\n"
                          "log_timestamp false\n"
                          "log_type error\n"
                          "log_type information\n"
                          "max_queued_messages 100000\n"
                          "user %s\n",
                          self->port, self->directory, self->directory, g_get_user_name ());
  if (self->certificate != NULL)
    g_string_append_printf (contents, "certfile %s\nkeyfile %s\n", self->certificate, self->key);

  return write_file (self, CONFIGURATION, contents->str, error);
}

/* Between fork and exec: nothing but system calls. */
static void
die_with_parent_cb (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  if (getppid () != (pid_t) GPOINTER_TO_INT (user_data))
    _exit (1);
}

static char *
find_program (void)
{
  const char *program = g_getenv ("PLATEN_DEMO_BROKER");
  char *found;

  if (program != NULL && *program != '\0')
    return g_strdup (program);

  found = g_find_program_in_path ("mosquitto");

  return found != NULL ? found : g_strdup (USUAL_PLACE);
}

/* What it says at the start is all that is read: it says little else, and that fits into the pipe. */
static gboolean
wait_until_it_runs (GSubprocess *process)
{
  g_autoptr(GDataInputStream) output = NULL;

  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (output), FALSE);

  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);

      if (line == NULL)
        return FALSE;

      g_debug ("Broker: %s", line);
      if (g_str_has_suffix (line, " running"))
        return TRUE;
    }
}

static gboolean
try_to_start (DemoBroker  *self,
              GError     **error)
{
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autofree char *configuration = g_build_filename (self->directory, CONFIGURATION, NULL);
  g_autofree char *program = find_program ();

  if (!write_configuration (self, error))
    return FALSE;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent_cb, GINT_TO_POINTER ((int) getpid ()), NULL);
  process = g_subprocess_launcher_spawn (launcher, error, program, "-c", configuration, NULL);
  if (process == NULL)
    return FALSE;

  if (wait_until_it_runs (process))
    {
      self->process = g_steal_pointer (&process);
      return TRUE;
    }

  g_subprocess_wait (process, NULL, NULL);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "It ended at once");

  return FALSE;
}

/**
 * demo_broker_start:
 * @self: a broker that does not run
 * @error: where to say why it does not start
 *
 * Starts the broker: at the port that it had, or at any. Blocks until it can be connected to.
 *
 * Returns: whether it runs
 */
gboolean
demo_broker_start (DemoBroker  *self,
                   GError     **error)
{
  const gboolean has_port = self->port != 0;

  g_return_val_if_fail (self != NULL && self->process == NULL, FALSE);

  if (self->directory == NULL)
    {
      remove_stale_directories ();

      if (!create_directory (self, error))
        return FALSE;
    }

  if (!write_passwords (self, error))
    return FALSE;

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_clear_error (error);
      if (!has_port)
        self->port = find_free_port ();
      if (try_to_start (self, error))
        return TRUE;
      if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_FAILED))
        break;
    }

  if (!has_port)
    self->port = 0;

  return FALSE;
}

/**
 * demo_broker_stop:
 * @self: a broker
 *
 * Ends the broker where it runs, as a crash would, and waits until it has.
 */
void
demo_broker_stop (DemoBroker *self)
{
  g_return_if_fail (self != NULL);

  if (self->process == NULL)
    return;

  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

/**
 * demo_broker_get_port:
 * @self: a broker
 *
 * Returns: the port it listens on; 0 before it was started
 */
guint
demo_broker_get_port (DemoBroker *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->port;
}

/**
 * demo_broker_dup_url:
 * @self: a broker that was started
 *
 * Returns: (transfer full): where it is
 */
char *
demo_broker_dup_url (DemoBroker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup_printf ("%s://127.0.0.1:%u", self->certificate != NULL ? "mqtts" : "mqtt", self->port);
}
