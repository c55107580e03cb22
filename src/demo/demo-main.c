/* demo-main.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#include "demo-server.h"
#include "demo-world.h"

typedef struct
{
  int        port;
  int        printers;
  int        projects;
  int        tasks;
  int        presets;
  int        messages;
  gint64     seed;
  double     speed;
  char      *token;
  char      *certificate;
  char      *key;
  gboolean   no_live;
  gboolean   until_eof;
  gboolean   version;
} Options;

/* GOption has no options with two arguments: a key file follows as the next word. */
static gboolean
take_tls (int        *argc,
          char     ***argv,
          Options    *options,
          GError    **error)
{
  for (int i = 1; i < *argc; i++)
    {
      if (!g_str_equal ((*argv)[i], "--tls"))
        continue;

      if (i + 2 >= *argc)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               "--tls needs two files: a certificate and its key");
          return FALSE;
        }

      options->certificate = g_strdup ((*argv)[i + 1]);
      options->key = g_strdup ((*argv)[i + 2]);
      memmove (&(*argv)[i], &(*argv)[i + 3], sizeof (char *) * (gsize) (*argc - i - 3 + 1));
      *argc -= 3;
      return TRUE;
    }

  return TRUE;
}

static gboolean
check_number (const char  *name,
              double       value,
              double       least,
              double       most,
              GError     **error)
{
  if (value >= least && value <= most)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--%s goes from %g to %g", name, least, most);

  return FALSE;
}

static gboolean
check_options (const Options  *options,
               GError        **error)
{
  return check_number ("port", options->port, 0, G_MAXUINT16, error) &&
         check_number ("speed", options->speed, 0.001, 1e6, error) &&
         check_number ("printers", options->printers, 0, 10000, error) &&
         check_number ("projects", options->projects, 0, 100000, error) &&
         check_number ("tasks", options->tasks, 0, 1000000, error) &&
         check_number ("presets", options->presets, 0, 100000, error) &&
         check_number ("messages", options->messages, 0, 1000000, error);
}

static gboolean
parse_options (int        *argc,
               char     ***argv,
               Options    *options,
               GError    **error)
{
  const GOptionEntry entries[] = {
    { "port", 'p', 0, G_OPTION_ARG_INT, &options->port, "Listen on this port of 127.0.0.1 (default: any)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "Make this world rather than another", "N" },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &options->speed, "Let the world run this much faster", "X" },
    { "token", 0, 0, G_OPTION_ARG_STRING, &options->token, "Accept this token, too (default: demo)", "T" },
    { "printers", 0, 0, G_OPTION_ARG_INT, &options->printers, "How many printers there are", "N" },
    { "projects", 0, 0, G_OPTION_ARG_INT, &options->projects, "How many projects there are", "N" },
    { "tasks", 0, 0, G_OPTION_ARG_INT, &options->tasks, "How many prints there were", "N" },
    { "presets", 0, 0, G_OPTION_ARG_INT, &options->presets, "How many presets there are", "N" },
    { "messages", 0, 0, G_OPTION_ARG_INT, &options->messages, "How many messages there are", "N" },
    { "no-live", 0, 0, G_OPTION_ARG_NONE, &options->no_live, "Offer no live reports", NULL },
    { "until-eof", 0, 0, G_OPTION_ARG_NONE, &options->until_eof, "End when standard input ends", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Print the version and exit", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("– a stand-in for the printers’ cloud");

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (context, "It also takes “--tls CERT KEY”: speak HTTPS, with HTTP/2, by these PEM files.");
  g_option_context_set_description (context,
                                    "Accounts, all with the password “demo” and the code “123456”:\n"
                                    "  demo@platen.example    is sent a code\n"
                                    "  tfa@platen.example     has an authenticator\n"
                                    "  direct@platen.example  needs nothing else\n"
                                    "  13800138000            is sent a code by SMS\n"
                                    "\n"
                                    "Controls, all in JSON:\n"
                                    "  POST, GET, DELETE /_demo/faults    what goes wrong\n"
                                    "  POST /_demo/printers/DEV           {\"event\": \"start\"}; finish, fail, pause, resume,\n"
                                    "                                     cancel, offline, online, hms; a pause may\n"
                                    "                                     have a \"stage\", as reports number them\n"
                                    "  GET /_demo/printers                how they are, and how often each was\n"
                                    "                                     asked for a whole report\n"
                                    "  POST /_demo/clock                  {\"advance\": seconds}\n"
                                    "  GET, DELETE /_demo/requests        what was asked for\n");

  if (!take_tls (argc, argv, options, error) || !g_option_context_parse (context, argc, argv, error))
    return FALSE;

  if (*argc > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, "Unknown argument “%s”", (*argv)[1]);
      return FALSE;
    }

  return check_options (options, error);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static void
input_skipped_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GMainLoop *loop = user_data;

  if (g_input_stream_skip_finish (G_INPUT_STREAM (object), result, NULL) > 0)
    g_input_stream_skip_async (G_INPUT_STREAM (object), 4096, G_PRIORITY_DEFAULT, NULL, input_skipped_cb, loop);
  else
    g_main_loop_quit (loop);
}

/* Both lines at once: who has read the first knows whether there is a second. */
static void
print_addresses (const Options *options,
                 DemoServer    *server)
{
  g_autofree char *url = demo_server_dup_url (server);
  g_autofree char *mqtt_url = NULL;
  g_autoptr(GError) error = NULL;

  if (!options->no_live && !demo_server_start_live (server, &error))
    g_message ("There are no live reports, as there is no MQTT broker: %s", error->message);

  if (demo_server_get_live (server) == NULL)
    {
      g_print ("listening on %s\n", url);
      return;
    }

  mqtt_url = demo_live_dup_url (demo_server_get_live (server));
  g_print ("listening on %s\nmqtt on %s\n", url, mqtt_url);
}

static gboolean
run (const Options  *options,
     GError        **error)
{
  const DemoWorldOptions world_options = {
    .seed = (guint64) options->seed,
    .speed = options->speed,
    .n_printers = (guint) options->printers,
    .n_projects = (guint) options->projects,
    .n_tasks = (guint) options->tasks,
    .n_presets = (guint) options->presets,
    .n_messages = (guint) options->messages,
  };
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GTlsCertificate) certificate = NULL;
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(DemoServer) server = NULL;
  g_autoptr(DemoWorld) world = NULL;

  if (options->certificate != NULL)
    {
      certificate = g_tls_certificate_new_from_files (options->certificate, options->key, error);
      if (certificate == NULL)
        return FALSE;
    }

  world = demo_world_new (&world_options);
  server = demo_server_new (world, options->token != NULL ? options->token : "demo", certificate);
  if (!demo_server_listen (server, (guint) options->port, error))
    return FALSE;

  /* Who has read where it listens may end it. */
  g_unix_signal_add (SIGINT, quit_cb, loop);
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  print_addresses (options, server);

  if (options->until_eof)
    {
      input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      g_input_stream_skip_async (input, 4096, G_PRIORITY_DEFAULT, NULL, input_skipped_cb, loop);
    }

  g_main_loop_run (loop);

  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  Options options = {
    .seed = 1,
    .speed = 1,
    .printers = 6,
    .projects = 40,
    .tasks = 300,
    .presets = 520,
    .messages = 80,
  };
  int status = EXIT_SUCCESS;

  /* Names of files and what is told to people. Numbers stay as they are on the wire. */
  setlocale (LC_CTYPE, "");

  /* Whoever started it reads where it listens from standard output, however much is to be logged. */
  g_log_writer_default_set_use_stderr (TRUE);

  /* Read when the first server is made: without it libsoup's servers do not speak HTTP/2. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);

  if (!parse_options (&argc, &argv, &options, &error))
    {
      g_printerr ("platen-demo-cloud: %s\n", error->message);
      status = 2;
    }
  else if (options.version)
    {
      g_print ("platen-demo-cloud %s\n", PACKAGE_VERSION);
    }
  else if (!run (&options, &error))
    {
      g_printerr ("platen-demo-cloud: %s\n", error->message);
      status = EXIT_FAILURE;
    }

  g_free (options.token);
  g_free (options.certificate);
  g_free (options.key);

  return status;
}
