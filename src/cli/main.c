/* main.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>

#include "ctl.h"
#include "ctl-output.h"
#include "platen-locale.h"

enum {
  EXIT_DONE,
  EXIT_FAILED,
  EXIT_USAGE,
  EXIT_SIGNED_OUT,
};

static const CtlCommand * const commands[] = {
  &ctl_login_command,
  &ctl_logout_command,
  &ctl_refresh_token_command,
  &ctl_account_command,
  &ctl_devices_command,
  &ctl_status_command,
  &ctl_watch_command,
  &ctl_rename_command,
  &ctl_firmware_command,
  &ctl_camera_command,
  &ctl_projects_command,
  &ctl_project_command,
  &ctl_profile_command,
  &ctl_download_command,
  &ctl_upload_command,
  &ctl_notification_command,
  &ctl_tasks_command,
  &ctl_task_command,
  &ctl_task_create_command,
  &ctl_presets_command,
  &ctl_preset_command,
  &ctl_preset_create_command,
  &ctl_preset_delete_command,
  &ctl_resources_command,
  &ctl_messages_command,
  &ctl_ticket_command,
};

static gboolean version_option;
static gboolean json_option;
static char *region_option;

static const GOptionEntry version_entries[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &version_option, N_("Print the version and exit"), NULL },
  { NULL },
};

/* These may stand before the command and after it. */
static const GOptionEntry common_entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json_option, N_("Print the cloud’s own answer instead of a table"), NULL },
  { "region", 0, 0, G_OPTION_ARG_STRING, &region_option,
    N_("The account’s region, “global” or “china”"), N_("REGION") },
  { NULL },
};

static char *
dup_usage (const CtlCommand *command)
{
  if (command->arguments == NULL)
    return g_strdup (command->name);

  return g_strconcat (command->name, " ", _(command->arguments), NULL);
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));
  guint width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = dup_usage (commands[i]);

      width = MAX (width, ctl_measure_text (usage));
    }

  g_string_append_c (text, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = dup_usage (commands[i]);

      g_string_append (text, "  ");
      ctl_append_padded (text, usage, width + 2);
      g_string_append_printf (text, "%s\n", _(commands[i]->summary));
    }

  g_string_append_printf (text, "\n%s\n\n%s\n%s\n%s\n",
                          _("“platenctl COMMAND --help” tells more of each."),
                          _("PLATEN_TOKEN in the environment is used in place of the keyring, PLATEN_REGION in place "
                            "of --region."),
                          _("PLATEN_API_URL and PLATEN_WEB_URL replace the region’s hosts."),
                          _("Exits with 0 when done, 1 when it failed, 2 when used wrongly, 3 when nobody is signed in."));

  return g_string_free (text, FALSE);
}

static GOptionContext *
create_main_context (void)
{
  GOptionContext *context = g_option_context_new (_("COMMAND [ARGUMENT…]"));
  g_autofree char *description = describe_commands ();

  g_option_context_set_summary (context, _("Your Bambu Lab account from the shell."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, version_entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_entries, GETTEXT_PACKAGE);
  /* What follows the command is the command's. */
  g_option_context_set_strict_posix (context, TRUE);

  return context;
}

static GOptionContext *
create_command_context (const CtlCommand *command)
{
  g_autofree char *usage = dup_usage (command);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_summary (context, _(command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _(command->description));
  if (command->entries != NULL)
    g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_entries, GETTEXT_PACKAGE);

  return context;
}

static const CtlCommand *
find_command (const char  *name,
              GError     **error)
{
  g_autofree char *clean = NULL;

  if (name == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("No command is given; “platenctl --help” lists them"));
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }

  clean = ctl_clean_text (name);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("There is no command “%s”; “platenctl --help” lists those that there are"), clean);

  return NULL;
}

static gboolean
read_region (Ctl     *ctl,
             GError **error)
{
  const char *name = region_option != NULL ? region_option : g_getenv ("PLATEN_REGION");

  if (name == NULL || *name == '\0')
    return TRUE;

  ctl->has_region = TRUE;
  if (bambu_region_from_string (name, &ctl->region))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is no region: there are global and china"), name);

  return FALSE;
}

/* The first time the command is asked to end, by itself and tidily; the second time it is made to. */
static gboolean
signal_cb (gpointer user_data)
{
  GCancellable *cancellable = user_data;

  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static gboolean
run (int      argc,
     char   **argv,
     GError **error)
{
  g_autoptr(GOptionContext) main_context = create_main_context ();
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Ctl ctl = { .cancellable = cancellable };
  const CtlCommand *command;

  if (!g_option_context_parse (main_context, &argc, &argv, error))
    return FALSE;

  if (version_option)
    {
      g_print ("platenctl %s\n", PACKAGE_VERSION);
      return TRUE;
    }

  command = find_command (argc > 1 ? argv[1] : NULL, error);
  if (command == NULL)
    return FALSE;

  argc--;
  argv++;
  context = create_command_context (command);
  if (!g_option_context_parse (context, &argc, &argv, error) || !read_region (&ctl, error))
    return FALSE;

  if ((guint) argc - 1 < command->n_arguments ||
      (guint) argc - 1 > command->n_arguments + command->n_optional)
    {
      g_autofree char *usage = dup_usage (command);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("It is used as in “platenctl %s”"), usage);
      return FALSE;
    }

  ctl.json = json_option;
  g_unix_signal_add (SIGINT, signal_cb, cancellable);
  g_unix_signal_add (SIGTERM, signal_cb, cancellable);
  g_unix_signal_add (SIGHUP, signal_cb, cancellable);

  return command->run (&ctl, argv + 1, error);
}

static int
get_exit_status (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return EXIT_USAGE;

  if (g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT))
    return EXIT_SIGNED_OUT;

  return EXIT_FAILED;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  platen_locale_init ();

  /* Standard output is for what was asked for, also while G_MESSAGES_DEBUG is set. */
  g_log_writer_default_set_use_stderr (TRUE);

  /* GIO ignores the signal for the sake of its sockets, which do not raise it on Linux. Here it ends the program when
   * whoever reads its output has read enough.
   */
  g_type_class_unref (g_type_class_ref (G_TYPE_SOCKET));
  signal (SIGPIPE, SIG_DFL);

  if (!run (argc, argv, &error))
    {
      g_autofree char *message = ctl_clean_text (error->message);

      g_printerr ("platenctl: %s\n", message);
      return get_exit_status (error);
    }

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("platenctl: %s\n", _("The output could not be written."));
      return EXIT_FAILED;
    }

  return EXIT_DONE;
}
