/* ctl-upload.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

#include <unistd.h>

static char *name_option;
static char *action_option;
static char *ticket_option;

static const GOptionEntry upload_entries[] = {
  { "name", 0, 0, G_OPTION_ARG_STRING, &name_option, N_("What to call the project; otherwise as the file"), N_("NAME") },
  { NULL },
};

static const GOptionEntry notification_entries[] = {
  { "action", 0, 0, G_OPTION_ARG_STRING, &action_option, N_("“upload” or “import_mesh”"), N_("ACTION") },
  { "ticket", 0, 0, G_OPTION_ARG_STRING, &ticket_option, N_("The ticket that it is about"), N_("TICKET") },
  { NULL },
};

static const char *
describe_step (BambuUploadStep step)
{
  switch (step)
    {
    case BAMBU_UPLOAD_STEP_CREATE:
      return _("Creating the project");

    case BAMBU_UPLOAD_STEP_SEND:
      return _("Sending the file");

    case BAMBU_UPLOAD_STEP_ANNOUNCE:
    case BAMBU_UPLOAD_STEP_WAIT:
      return _("Waiting for the cloud to read it");

    case BAMBU_UPLOAD_STEP_NONE:
    case BAMBU_UPLOAD_STEP_CHECK:
    case BAMBU_UPLOAD_STEP_DONE:
    default:
      return NULL;
    }
}

/* For whoever watches: a script gets the end alone. */
static void
step_cb (BambuUpload *upload)
{
  const char *step = describe_step (bambu_upload_get_step (upload));

  if (step != NULL)
    g_printerr ("%s…\n", step);
}

static gboolean
run_upload (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(BambuUpload) upload = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (arguments[0]);
  g_autofree char *clean = NULL;
  g_autofree char *id = NULL;

  if (name_option != NULL && *g_strstrip (name_option) == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("A project needs a name"));
      return FALSE;
    }

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  upload = bambu_upload_new (client, file, name_option);
  if (isatty (STDERR_FILENO))
    g_signal_connect (upload, "notify::step", G_CALLBACK (step_cb), NULL);

  bambu_upload_run_async (upload, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  if (!bambu_upload_run_finish (upload, result, error))
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_project (bambu_upload_get_project_id (upload)), error);

  clean = ctl_clean_text (bambu_upload_get_name (upload));
  id = ctl_clean_text (bambu_upload_get_project_id (upload));
  /* Translators: a project’s name and its ID */
  g_print (_("Uploaded %s as project %s.\n"), clean, id);

  return TRUE;
}

static gboolean
run_notification (Ctl     *ctl,
                  char   **arguments,
                  GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  gboolean done;

  if (action_option == NULL || ticket_option == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("“notification” needs “--action” and “--ticket”"));
      return FALSE;
    }

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_notification (action_option, ticket_option), error);

  bambu_client_get_notification_async (client, action_option, ticket_option, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  if (!bambu_client_get_notification_finish (client, result, &done, error))
    return FALSE;

  g_print ("%s\n", done ? _("The cloud is done with it.") : _("The cloud is still at work on it."));

  return TRUE;
}

const CtlCommand ctl_upload_command = {
  .name = "upload",
  .arguments = N_("FILE"),
  .n_arguments = 1,
  .summary = N_("Make a project of a 3MF file"),
  .description = N_("It ends when the cloud has read the file. With --json the new project is printed, as the cloud tells it."),
  .entries = upload_entries,
  .run = run_upload,
};

const CtlCommand ctl_notification_command = {
  .name = "notification",
  .summary = N_("Ask how far the cloud is with something that was sent"),
  .entries = notification_entries,
  .run = run_notification,
};
