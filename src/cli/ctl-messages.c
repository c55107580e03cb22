/* ctl-messages.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-words.h"
#include "ctl.h"
#include "ctl-output.h"

static int type_option;
static char *after_option;
static int limit_option;

static const GOptionEntry messages_entries[] = {
  { "type", 0, 0, G_OPTION_ARG_INT, &type_option,
    N_("Only those of one type: 1 system, 2 comments, 3 likes, 4 follows, 5 prints, 6 tasks"), N_("N") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit_option, N_("At most so many"), N_("N") },
  { "after", 0, 0, G_OPTION_ARG_STRING, &after_option, N_("Only those older than this one"), N_("MESSAGE-ID") },
  { NULL },
};

static const char *
describe_kind (BambuMessageKind kind)
{
  switch (kind)
    {
    case BAMBU_MESSAGE_KIND_SYSTEM:
      return C_("message", "System");

    case BAMBU_MESSAGE_KIND_COMMENT:
      return C_("message", "Comment");

    case BAMBU_MESSAGE_KIND_LIKE:
      return C_("message", "Like");

    case BAMBU_MESSAGE_KIND_FOLLOW:
      return C_("message", "Follow");

    case BAMBU_MESSAGE_KIND_PRINT:
      return C_("message", "Print");

    case BAMBU_MESSAGE_KIND_TASK:
      return C_("message", "Task");

    case BAMBU_MESSAGE_KIND_UNKNOWN:
    default:
      return C_("message", "Other");
    }
}

static char *
describe_message (BambuMessage *message)
{
  const char *title = bambu_message_get_task_title (message);
  const char *text = bambu_message_get_text (message);
  const char *design = bambu_message_get_design_title (message);

  if (bambu_message_get_has_task (message))
    /* Translators: what became of a print, and the print */
    return g_strdup_printf (_("%s: %s"), bambu_task_state_get_word (bambu_message_get_task_state (message)),
                            title != NULL ? title : bambu_message_get_task_id (message));

  if (text != NULL && design != NULL)
    /* Translators: a design, and what is said of it */
    return g_strdup_printf (_("%s: %s"), design, text);

  return g_strdup (text != NULL ? text : design);
}

static gboolean
run_messages (Ctl     *ctl,
              char   **arguments,
              GError **error)
{
  const char * const titles[] = { _("Message ID"), _("Received"), _("Type"), _("From"), _("Message"), NULL };
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) messages = NULL;
  g_autoptr(CtlTable) table = NULL;

  if (!ctl_check_count ("--type", type_option, error) || !ctl_check_count ("--limit", limit_option, error))
    return FALSE;

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client,
                             bambu_request_messages ((guint) type_option, after_option, (guint) limit_option), error);

  bambu_client_get_messages_async (client, (BambuMessageKind) type_option, after_option, (guint) limit_option,
                                   ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  messages = bambu_client_get_messages_finish (client, result, error);
  if (messages == NULL)
    return FALSE;

  table = ctl_table_new (titles);
  for (guint i = 0; i < messages->len; i++)
    {
      BambuMessage *message = messages->pdata[i];
      g_autofree char *created = ctl_format_time (bambu_message_get_created (message));
      g_autofree char *text = describe_message (message);
      const char * const cells[] = {
        bambu_message_get_id (message),
        created,
        describe_kind (bambu_message_get_kind (message)),
        bambu_message_get_sender_name (message),
        text,
      };

      ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There are no such messages in this account."));

  return TRUE;
}

static gboolean
run_ticket (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuTicket) ticket = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_ticket (arguments[0]), error);

  bambu_client_get_ticket_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  ticket = bambu_client_get_ticket_finish (client, result, error);
  if (ticket == NULL)
    return FALSE;

  ctl_print_settings (bambu_ticket_get_values (ticket));

  return TRUE;
}

const CtlCommand ctl_messages_command = {
  .name = "messages",
  .summary = N_("List the account’s messages, the newest first"),
  .entries = messages_entries,
  .run = run_messages,
};

const CtlCommand ctl_ticket_command = {
  .name = "ticket",
  .arguments = N_("TICKET-NUMBER"),
  .n_arguments = 1,
  .summary = N_("Show a ticket of the vendor’s support"),
  .run = run_ticket,
};
