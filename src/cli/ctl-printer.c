/* ctl-printer.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

static gboolean
run_rename (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *name = g_strstrip (g_strdup (arguments[1]));
  g_autofree char *clean = NULL;

  if (*name == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("A printer needs a name"));
      return FALSE;
    }

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_rename_device (arguments[0], name), error);

  bambu_client_rename_device_async (client, arguments[0], name, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  if (!bambu_client_rename_device_finish (client, result, error))
    return FALSE;

  clean = ctl_clean_text (name);
  g_print (_("The printer is now called %s.\n"), clean);

  return TRUE;
}

static const char *
describe_update (BambuFirmware *firmware)
{
  if (bambu_firmware_get_update (firmware))
    return bambu_firmware_get_forced (firmware) ? C_("update", "Waits, and the printer insists on it")
                                             : C_("update", "Waits");

  return bambu_firmware_get_version (firmware) != NULL ? C_("update", "None") : NULL;
}

static void
print_units (GListModel *units)
{
  const char * const titles[] = { _("Unit"), _("Serial number"), _("Installed"), _("Newest"), _("Update"), NULL };
  g_autoptr(CtlTable) table = ctl_table_new (titles);
  guint n_units = g_list_model_get_n_items (units);

  if (n_units == 0)
    return;

  for (guint i = 0; i < n_units; i++)
    {
      g_autoptr(BambuFirmware) unit = g_list_model_get_item (units, i);
      const char *name = bambu_firmware_get_name (unit);
      g_autofree char *number = name == NULL ? g_strdup_printf ("AMS %u", i + 1) : NULL;
      const char * const cells[] = {
        name != NULL ? name : number,
        bambu_firmware_get_device_id (unit),
        bambu_firmware_get_version (unit),
        bambu_firmware_get_newest (unit),
        describe_update (unit),
      };

      ctl_table_add (table, cells);
    }

  g_print ("\n");
  ctl_table_print (table, "");
}

static gboolean
run_firmware (Ctl     *ctl,
              char   **arguments,
              GError **error)
{
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuFirmware) firmware = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_firmware (arguments[0]), error);

  bambu_client_get_firmware_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  firmware = bambu_client_get_firmware_finish (client, result, error);
  if (firmware == NULL)
    return FALSE;

  ctl_print_field (_("Serial number"), bambu_firmware_get_device_id (firmware));
  ctl_print_field (_("Installed"), bambu_firmware_get_version (firmware));
  ctl_print_field (_("Newest"), bambu_firmware_get_newest (firmware));
  ctl_print_field (_("Update"), describe_update (firmware));
  ctl_print_field (_("Address"), bambu_firmware_get_uri (firmware));
  print_units (bambu_firmware_get_units (firmware));
  ctl_print_text (bambu_firmware_get_notes (firmware));

  return TRUE;
}

static gboolean
run_camera (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuCameraTicket) ticket = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_camera_ticket (arguments[0]), error);

  bambu_client_get_camera_ticket_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  ticket = bambu_client_get_camera_ticket_finish (client, result, error);
  if (ticket == NULL)
    return FALSE;

  ctl_print_field (_("Code"), bambu_camera_ticket_get_code (ticket));
  ctl_print_field (_("Password"), bambu_camera_ticket_get_password (ticket));
  ctl_print_field (_("Key"), bambu_camera_ticket_get_key (ticket));

  return TRUE;
}

const CtlCommand ctl_rename_command = {
  .name = "rename",
  .arguments = N_("SERIAL-NUMBER NAME"),
  .n_arguments = 2,
  .summary = N_("Call a printer something else"),
  .run = run_rename,
};

const CtlCommand ctl_firmware_command = {
  .name = "firmware",
  .arguments = N_("SERIAL-NUMBER"),
  .n_arguments = 1,
  .summary = N_("Show a printer’s firmware, and whether an update waits"),
  .run = run_firmware,
};

const CtlCommand ctl_camera_command = {
  .name = "camera",
  .arguments = N_("SERIAL-NUMBER"),
  .n_arguments = 1,
  .summary = N_("Get a ticket that opens a printer’s camera"),
  .description = N_("The ticket is secret: whoever has it can watch."),
  .run = run_camera,
};
