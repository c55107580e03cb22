/* ctl-preset-edit.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

static gboolean
run_preset_create (Ctl     *ctl,
                   char   **arguments,
                   GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) preset = ctl_read_object (ctl, arguments[0], error);
  g_autofree char *id = NULL;
  g_autofree char *clean = NULL;

  if (preset == NULL)
    return FALSE;

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_create_preset (preset), error);

  bambu_client_create_preset_async (client, preset, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  id = bambu_client_create_preset_finish (client, result, error);
  if (id == NULL)
    return FALSE;

  clean = ctl_clean_text (id);
  if (*clean != '\0')
    g_print (_("The preset was created as %s.\n"), clean);
  else
    g_print (_("The preset was created.\n"));

  return TRUE;
}

static gboolean
run_preset_delete (Ctl     *ctl,
                   char   **arguments,
                   GError **error)
{
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_delete_preset (arguments[0]), error);

  bambu_client_delete_preset_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  if (!bambu_client_delete_preset_finish (client, result, error))
    return FALSE;

  g_print (_("The preset was deleted.\n"));

  return TRUE;
}

const CtlCommand ctl_preset_create_command = {
  .name = "preset-create",
  .arguments = N_("FILE"),
  .n_arguments = 1,
  .summary = N_("Create a slicer preset of your own"),
  .description = N_("The file, or standard input where it is “-”, holds a JSON object with type, name, version, base_id "
                    "and setting, as in what “platenctl --json preset” prints."),
  .run = run_preset_create,
};

const CtlCommand ctl_preset_delete_command = {
  .name = "preset-delete",
  .arguments = N_("PRESET-ID"),
  .n_arguments = 1,
  .summary = N_("Delete a slicer preset of your own"),
  .run = run_preset_delete,
};
