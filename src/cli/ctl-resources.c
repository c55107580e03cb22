/* ctl-resources.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

static char *type_option;
static char *version_option;

static const GOptionEntry resources_entries[] = {
  { "type", 0, 0, G_OPTION_ARG_STRING, &type_option,
    N_("Also what there is of one type, such as slicer/plugins/cloud"), N_("TYPE") },
  { "version", 0, 0, G_OPTION_ARG_STRING, &version_option,
    N_("The version of it to look from, such as 01.01.00.00"), N_("VERSION") },
  { NULL },
};

static gboolean
run_resources (Ctl     *ctl,
               char   **arguments,
               GError **error)
{
  const char * const titles[] = { _("Type"), _("Version"), _("Update"), _("Address"), NULL };
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) resources = NULL;
  g_autoptr(CtlTable) table = NULL;

  if (version_option != NULL && type_option == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“--version” needs “--type”"));
      return FALSE;
    }

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_resources (type_option, version_option), error);

  bambu_client_get_resources_async (client, type_option, version_option, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  resources = bambu_client_get_resources_finish (client, result, error);
  if (resources == NULL)
    return FALSE;

  table = ctl_table_new (titles);
  for (guint i = 0; i < resources->len; i++)
    {
      BambuResource *resource = resources->pdata[i];
      const char * const cells[] = {
        bambu_resource_get_software (resource) ? _("The slicer") : bambu_resource_get_kind (resource),
        bambu_resource_get_version (resource),
        bambu_resource_get_forced (resource) ? _("Required") : NULL,
        bambu_resource_get_uri (resource),
      };

      ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There is nothing to download."));
  for (guint i = 0; i < resources->len; i++)
    ctl_print_text (bambu_resource_get_notes (resources->pdata[i]));

  return TRUE;
}

const CtlCommand ctl_resources_command = {
  .name = "resources",
  .summary = N_("List the newest slicer and what it downloads"),
  .entries = resources_entries,
  .run = run_resources,
};
