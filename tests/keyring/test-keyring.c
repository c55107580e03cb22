/* test-keyring.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keyring room against a real gnome-keyring-daemon: each test has a home folder and a session bus of its own, and
 * each thing asked of the keyring is asked by another process, as after a restart.
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/prctl.h>

#define PROMPTER_NAME "org.gnome.keyring.SystemPrompter"
#define PROMPTER_PATH "/org/gnome/keyring/Prompter"

static const char prompter_xml[] =
  "<node>"
  "  <interface name='org.gnome.keyring.internal.Prompter'>"
  "    <method name='BeginPrompting'><arg type='o'/></method>"
  "    <method name='PerformPrompt'><arg type='o'/><arg type='s'/><arg type='a{sv}'/><arg type='s'/></method>"
  "    <method name='StopPrompting'><arg type='o'/></method>"
  "  </interface>"
  "</node>";

typedef struct
{
  char                 *home;
  GSubprocess          *bus;
  GDBusConnection      *connection;
  GSubprocessLauncher  *launcher;
  GSubprocess          *daemon;

  /* The prompter that says no; to those who asked, or, while it holds, later. */
  GDBusNodeInfo        *prompter_info;
  guint                 prompter_object;
  guint                 prompter_name;
  gboolean              prompter_ready;
  gboolean              hold;
  guint                 n_prompts;
  char                 *asker;
  char                 *asker_path;
} Fixture;

static void
name_appeared_cb (GDBusConnection *connection,
                  const char      *name,
                  const char      *owner,
                  gpointer         user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
wait_for (gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

/* None of these outlives the test, also where an assertion fails. */
static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* A bus that can start no service: none but what a test starts is there. */
static void
start_bus (Fixture *fixture)
{
  g_autofree char *config = g_build_filename (fixture->home, "bus.conf", NULL);
  g_autofree char *config_argument = g_strdup_printf ("--config-file=%s", config);
  g_autofree char *address = NULL;
  g_autoptr(GDataInputStream) output = NULL;
  g_autoptr(GError) error = NULL;

  g_file_set_contents (config,
                       "<busconfig>"
                       "  <type>session</type>"
                       "  <listen>unix:tmpdir=/tmp</listen>"
                       "  <policy context='default'>"
                       "    <allow send_destination='*'/><allow receive_sender='*'/><allow own='*'/>"
                       "  </policy>"
                       "</busconfig>",
                       -1, &error);
  g_assert_no_error (error);

  fixture->bus = g_subprocess_launcher_spawn (fixture->launcher, &error,
                                              "dbus-daemon", "--nofork", "--print-address", config_argument,
                                              NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (fixture->bus));
  address = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);

  fixture->connection = g_dbus_connection_new_for_address_sync (address,
                                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                                NULL, NULL, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (fixture->launcher, "DBUS_SESSION_BUS_ADDRESS", address, TRUE);
}

static void
stop_bus (Fixture *fixture)
{
  g_dbus_connection_close_sync (fixture->connection, NULL, NULL);
  g_clear_object (&fixture->connection);
  g_subprocess_send_signal (fixture->bus, SIGTERM);
  g_subprocess_wait (fixture->bus, NULL, NULL);
  g_clear_object (&fixture->bus);
}

/* @password: what to unlock the keyring with, or to make it with; NULL leaves it locked */
static void
start_daemon (Fixture    *fixture,
              const char *password)
{
  g_autoptr(GError) error = NULL;
  gboolean appeared = FALSE;
  guint watch;

  watch = g_bus_watch_name_on_connection (fixture->connection,
                                          "org.freedesktop.secrets",
                                          G_BUS_NAME_WATCHER_FLAGS_NONE,
                                          name_appeared_cb, NULL,
                                          &appeared, NULL);
  fixture->daemon = g_subprocess_launcher_spawn (fixture->launcher, &error,
                                                 "gnome-keyring-daemon", "--foreground", "--components=secrets",
                                                 password != NULL ? "--unlock" : NULL,
                                                 NULL);
  g_assert_no_error (error);
  if (password != NULL)
    {
      GOutputStream *input = g_subprocess_get_stdin_pipe (fixture->daemon);

      g_output_stream_write_all (input, password, strlen (password), NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_output_stream_close (g_subprocess_get_stdin_pipe (fixture->daemon), NULL, NULL);

  wait_for (&appeared);
  g_bus_unwatch_name (watch);
}

static void
stop_daemon (Fixture *fixture)
{
  if (fixture->daemon == NULL)
    return;

  g_subprocess_send_signal (fixture->daemon, SIGTERM);
  g_subprocess_wait (fixture->daemon, NULL, NULL);
  g_clear_object (&fixture->daemon);
}

static void
answer_no (Fixture *fixture)
{
  g_dbus_connection_call (fixture->connection,
                          fixture->asker, fixture->asker_path,
                          "org.gnome.keyring.internal.Prompter.Callback", "PromptReady",
                          g_variant_new ("(sa{sv}s)", "no", NULL, ""),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
prompter_call_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *object_path,
                  const char            *interface_name,
                  const char            *method_name,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->asker);
  g_free (fixture->asker_path);
  fixture->asker = g_strdup (sender);
  g_variant_get_child (parameters, 0, "o", &fixture->asker_path);
  g_dbus_method_invocation_return_value (invocation, NULL);

  if (g_str_equal (method_name, "BeginPrompting"))
    {
      g_dbus_connection_call (connection,
                              fixture->asker, fixture->asker_path,
                              "org.gnome.keyring.internal.Prompter.Callback", "PromptReady",
                              g_variant_new ("(sa{sv}s)", "", NULL, ""),
                              NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
    }
  else if (g_str_equal (method_name, "PerformPrompt"))
    {
      fixture->n_prompts++;
      if (!fixture->hold)
        answer_no (fixture);
    }
}

static void
prompter_acquired_cb (GDBusConnection *connection,
                      const char      *name,
                      gpointer         user_data)
{
  Fixture *fixture = user_data;

  fixture->prompter_ready = TRUE;
}

static void
start_prompter (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = prompter_call_cb };
  g_autoptr(GError) error = NULL;

  fixture->prompter_info = g_dbus_node_info_new_for_xml (prompter_xml, &error);
  g_assert_no_error (error);
  fixture->prompter_object = g_dbus_connection_register_object (fixture->connection,
                                                                PROMPTER_PATH,
                                                                fixture->prompter_info->interfaces[0],
                                                                &vtable,
                                                                fixture, NULL,
                                                                &error);
  g_assert_no_error (error);
  fixture->prompter_name = g_bus_own_name_on_connection (fixture->connection,
                                                         PROMPTER_NAME,
                                                         G_BUS_NAME_OWNER_FLAGS_NONE,
                                                         prompter_acquired_cb, NULL,
                                                         fixture, NULL);
  wait_for (&fixture->prompter_ready);
}

static void
stop_prompter (Fixture *fixture)
{
  if (fixture->prompter_info == NULL)
    return;

  g_bus_unown_name (fixture->prompter_name);
  g_dbus_connection_unregister_object (fixture->connection, fixture->prompter_object);
  g_clear_pointer (&fixture->prompter_info, g_dbus_node_info_unref);
  g_clear_pointer (&fixture->asker, g_free);
  g_clear_pointer (&fixture->asker_path, g_free);
}

typedef struct
{
  char     *output;
  gboolean  ended;
} Answer;

static void
probe_ended_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (object), result, &answer->output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (G_SUBPROCESS (object)));
  answer->ended = TRUE;
}

static GSubprocess *
start_probe (Fixture            *fixture,
             const char * const *arguments)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) argv = NULL;
  g_autoptr(GError) error = NULL;
  GSubprocess *probe;

  g_strv_builder_add (builder, g_getenv ("PLATEN_KEYRING_PROBE"));
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  /* The daemon warns of its own doings; the probe is not to warn of anything. */
  g_subprocess_launcher_setenv (fixture->launcher, "G_DEBUG", "fatal-warnings", TRUE);
  probe = g_subprocess_launcher_spawnv (fixture->launcher, (const char * const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_unsetenv (fixture->launcher, "G_DEBUG");

  return probe;
}

static void
assert_probe (Fixture    *fixture,
              const char *expected,
              const char *verb,
              ...) G_GNUC_NULL_TERMINATED;

static void
assert_probe (Fixture    *fixture,
              const char *expected,
              const char *verb,
              ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr(GSubprocess) probe = NULL;
  Answer answer = { NULL, FALSE };
  va_list rest;

  va_start (rest, verb);
  for (const char *argument = verb; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (rest);
  g_ptr_array_add (arguments, NULL);

  probe = start_probe (fixture, (const char * const *) arguments->pdata);
  g_subprocess_communicate_utf8_async (probe, NULL, NULL, probe_ended_cb, &answer);
  wait_for (&answer.ended);
  g_assert_cmpstr (g_strchomp (answer.output), ==, expected);
  g_free (answer.output);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *run = NULL;
  g_autofree char *share = NULL;
  g_autoptr(GError) error = NULL;

  fixture->home = g_dir_make_tmp ("platen-keyring-XXXXXX", &error);
  g_assert_no_error (error);
  run = g_build_filename (fixture->home, "run", NULL);
  share = g_build_filename (fixture->home, "share", NULL);
  g_assert_cmpint (g_mkdir (run, 0700), ==, 0);

  fixture->launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_subprocess_launcher_setenv (fixture->launcher, "HOME", fixture->home, TRUE);
  g_subprocess_launcher_setenv (fixture->launcher, "XDG_RUNTIME_DIR", run, TRUE);
  g_subprocess_launcher_setenv (fixture->launcher, "XDG_DATA_HOME", share, TRUE);
  g_subprocess_launcher_unsetenv (fixture->launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (fixture->launcher, "G_DEBUG");
  g_subprocess_launcher_set_child_setup (fixture->launcher, die_with_parent, NULL, NULL);

  start_bus (fixture);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  stop_prompter (fixture);
  stop_daemon (fixture);
  stop_bus (fixture);
  g_object_unref (fixture->launcher);
  remove_folder (fixture->home);
  g_free (fixture->home);
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "none", "lookup", NULL);
  assert_probe (fixture, "none", "lookup-prompt", NULL);
}

static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1234567890", "it's a \"token\"", "refresh", "1893456000", NULL);
  assert_probe (fixture, "found china 1234567890 it's a \"token\" refresh 1893456000", "lookup", NULL);

  /* The session ends, another begins. */
  stop_daemon (fixture);
  stop_bus (fixture);
  start_bus (fixture);
  start_daemon (fixture, "secret");
  assert_probe (fixture, "found china 1234567890 it's a \"token\" refresh 1893456000", "lookup", NULL);
}

static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1", "first", "refresh", "1893456000", NULL);
  assert_probe (fixture, "done", "store", "1", "second", NULL);
  assert_probe (fixture, "found china 1 second - 0", "lookup", NULL);

  /* One item: nothing of it is left behind. */
  assert_probe (fixture, "done", "clear", "1", NULL);
  assert_probe (fixture, "none", "lookup", NULL);
}

static void
test_newest (Fixture       *fixture,
             gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1", "first", NULL);
  /* The keyring's clock has whole seconds. */
  g_usleep (1100 * 1000);
  assert_probe (fixture, "done", "store", "2", "second", NULL);
  assert_probe (fixture, "found china 2 second - 0", "lookup", NULL);
  g_usleep (1100 * 1000);
  assert_probe (fixture, "done", "store", "1", "third", NULL);
  assert_probe (fixture, "found china 1 third - 0", "lookup", NULL);

  assert_probe (fixture, "done", "clear", "1", NULL);
  assert_probe (fixture, "found china 2 second - 0", "lookup", NULL);
}

static void
test_cleared (Fixture       *fixture,
              gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "clear", "1", NULL);
  assert_probe (fixture, "done", "store", "1", "token", NULL);
  assert_probe (fixture, "done", "clear", "2", NULL);
  assert_probe (fixture, "found china 1 token - 0", "lookup", NULL);
  assert_probe (fixture, "done", "clear", "1", NULL);
  assert_probe (fixture, "none", "lookup", NULL);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1", "token", NULL);
  stop_daemon (fixture);

  start_prompter (fixture);
  start_daemon (fixture, NULL);
  assert_probe (fixture, "locked", "lookup", NULL);
  g_assert_cmpuint (fixture->n_prompts, ==, 0);

  assert_probe (fixture, "dismissed", "lookup-prompt", NULL);
  g_assert_cmpuint (fixture->n_prompts, ==, 1);
  assert_probe (fixture, "dismissed", "store", "1", "another", NULL);
  g_assert_cmpuint (fixture->n_prompts, ==, 2);
  assert_probe (fixture, "dismissed", "clear", "1", NULL);
  g_assert_cmpuint (fixture->n_prompts, ==, 3);

  /* Nothing of this has touched what is kept. */
  stop_daemon (fixture);
  start_daemon (fixture, "secret");
  assert_probe (fixture, "found china 1 token - 0", "lookup", NULL);
}

static void
test_no_prompter (Fixture       *fixture,
                  gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1", "token", NULL);
  stop_daemon (fixture);

  start_daemon (fixture, NULL);
  assert_probe (fixture, "dismissed", "lookup-prompt", NULL);
  assert_probe (fixture, "dismissed", "store", "1", "another", NULL);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *contents)
{
  g_autofree char *folder = g_build_filename (fixture->home, "share", "keyrings", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

/* A keyring without a password is locked until it is asked for, and then opens by itself. */
static void
test_unlocked (Fixture       *fixture,
               gconstpointer  data)
{
  write_file (fixture, "plain.keyring", "[keyring]\ndisplay-name=plain\nctime=0\nmtime=0\n");
  write_file (fixture, "default", "plain");

  start_daemon (fixture, NULL);
  assert_probe (fixture, "done", "store", "1", "token", "refresh", "1893456000", NULL);
  stop_daemon (fixture);

  start_daemon (fixture, NULL);
  assert_probe (fixture, "locked", "lookup", NULL);
  assert_probe (fixture, "found china 1 token refresh 1893456000", "lookup-prompt", NULL);
  assert_probe (fixture, "found china 1 token refresh 1893456000", "lookup", NULL);
  stop_daemon (fixture);

  start_daemon (fixture, NULL);
  assert_probe (fixture, "done", "clear", "1", NULL);
  assert_probe (fixture, "none", "lookup", NULL);
}

/* The user has no keyring yet, and does not care to make one. */
static void
test_no_keyring_made (Fixture       *fixture,
                      gconstpointer  data)
{
  start_prompter (fixture);
  start_daemon (fixture, NULL);
  assert_probe (fixture, "none", "lookup-prompt", NULL);
  g_assert_cmpuint (fixture->n_prompts, ==, 0);
  assert_probe (fixture, "dismissed", "store", "1", "token", NULL);
  g_assert_cmpuint (fixture->n_prompts, ==, 1);
}

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  assert_probe (fixture, "unavailable", "lookup", NULL);
  assert_probe (fixture, "unavailable", "lookup-prompt", NULL);
  assert_probe (fixture, "unavailable", "store", "1", "token", NULL);
  assert_probe (fixture, "unavailable", "clear", "1", NULL);

  /* Nor is there any bus. */
  g_subprocess_launcher_setenv (fixture->launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  assert_probe (fixture, "unavailable", "lookup", NULL);
  assert_probe (fixture, "unavailable", "store", "1", "token", NULL);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const secrets[] = {
    "",
    "{",
    "[]",
    "{'token': <''>}",
    "{'token': <7>}",
    "{'refresh-token': <'token'>}",
    "{'token': 'token'}",
    "{\"token\": \"token\"}",
    "((((((((((((((((((((((((((((((((",
  };

  start_daemon (fixture, "secret");
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      assert_probe (fixture, "done", "store-raw", "1", secrets[i], NULL);
      assert_probe (fixture, "none", "lookup", NULL);
    }

  /* What is not needed to sign in may be as it likes. */
  assert_probe (fixture, "done", "store-raw", "1", "{'token': <'token'>, 'expires': <'never'>, 'more': <@mas nothing>}", NULL);
  assert_probe (fixture, "found china 1 token - 0", "lookup", NULL);
  assert_probe (fixture, "done", "store-raw", "1", "{'token': <'token'>, 'expires': <int64 9223372036854775807>}", NULL);
  assert_probe (fixture, "found china 1 token - 0", "lookup", NULL);

  /* A damaged item does not hide a sound one. */
  assert_probe (fixture, "done", "store", "2", "sound", NULL);
  assert_probe (fixture, "done", "store-raw", "1", "damaged", NULL);
  assert_probe (fixture, "found china 2 sound - 0", "lookup", NULL);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1", "token", NULL);
  assert_probe (fixture, "cancelled", "lookup-cancel", NULL);
  assert_probe (fixture, "found china 1 token - 0", "lookup", NULL);
}

/* Who signs out while a renewed sign-in is on its way to the keyring does not leave it there. */
static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GString) all_done = g_string_new ("done");

  for (guint i = 1; i < 20; i++)
    g_string_append (all_done, "\ndone");

  start_daemon (fixture, "secret");
  assert_probe (fixture, all_done->str, "at-once", "1", NULL);
  assert_probe (fixture, "none", "lookup", NULL);
}

/* Cancelling leaves a prompt that is shown alone: its answer is waited for, and the daemon survives. */
static void
test_prompt_not_cancelled (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char * const arguments[] = { "lookup-prompt-cancel", NULL };
  g_autoptr(GSubprocess) probe = NULL;
  Answer answer = { NULL, FALSE };

  start_daemon (fixture, "secret");
  assert_probe (fixture, "done", "store", "1", "token", NULL);
  stop_daemon (fixture);

  start_prompter (fixture);
  start_daemon (fixture, NULL);
  fixture->hold = TRUE;
  probe = start_probe (fixture, arguments);
  while (fixture->n_prompts == 0)
    g_main_context_iteration (NULL, TRUE);

  /* Its standard input ends here, upon which it cancels. */
  g_subprocess_communicate_utf8_async (probe, NULL, NULL, probe_ended_cb, &answer);
  fixture->hold = FALSE;
  assert_probe (fixture, "locked", "lookup", NULL);
  g_assert_false (answer.ended);

  answer_no (fixture);
  wait_for (&answer.ended);
  g_assert_cmpstr (g_strchomp (answer.output), ==, "cancelled");
  g_free (answer.output);

  assert_probe (fixture, "dismissed", "store", "1", "another", NULL);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/keyring/none", test_none);
  ADD ("/keyring/kept", test_kept);
  ADD ("/keyring/replaced", test_replaced);
  ADD ("/keyring/newest", test_newest);
  ADD ("/keyring/cleared", test_cleared);
  ADD ("/keyring/at-once", test_at_once);
  ADD ("/keyring/locked", test_locked);
  ADD ("/keyring/no-prompter", test_no_prompter);
  ADD ("/keyring/unlocked", test_unlocked);
  ADD ("/keyring/no-keyring-made", test_no_keyring_made);
  ADD ("/keyring/absent", test_absent);
  ADD ("/keyring/damaged", test_damaged);
  ADD ("/keyring/cancelled", test_cancelled);
  ADD ("/keyring/prompt-not-cancelled", test_prompt_not_cancelled);

  return g_test_run ();
}
