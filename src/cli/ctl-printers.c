/* ctl-printers.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-words.h"
#include "ctl-live.h"
#include "ctl-output.h"

static char *live_option;

static const GOptionEntry status_entries[] = {
  { "live", 0, 0, G_OPTION_ARG_STRING, &live_option,
    N_("Ask one printer itself, for all that it tells"), N_("SERIAL-NUMBER") },
  { NULL },
};

static GPtrArray *
get_devices (Ctl          *ctl,
             BambuClient  *client,
             GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_client_get_devices_async (client, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);

  return bambu_client_get_devices_finish (client, result, error);
}

static gboolean
run_devices (Ctl     *ctl,
             char   **arguments,
             GError **error)
{
  const char * const titles[] = { _("Serial number"), _("Name"), _("Model"), _("Nozzle"), _("State"), NULL };
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GPtrArray) devices = NULL;
  g_autoptr(CtlTable) table = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_devices (), error);

  devices = get_devices (ctl, client, error);
  if (devices == NULL)
    return FALSE;

  table = ctl_table_new (titles);
  for (guint i = 0; i < devices->len; i++)
    {
      BambuDevice *device = devices->pdata[i];
      double diameter = bambu_device_get_nozzle_diameter (device);
      g_autofree char *nozzle = diameter > 0 ? g_strdup_printf ("%.1f mm", diameter) : NULL;
      const char * const cells[] = {
        bambu_device_get_id (device),
        bambu_device_get_name (device),
        bambu_device_get_model_name (device),
        nozzle,
        bambu_device_state_get_word (bambu_device_get_state (device)),
      };

      ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There are no printers in this account."));

  return TRUE;
}

/* First who needs a hand, then who is done next, then the others as they come. */
static int
compare_devices (gconstpointer a,
                 gconstpointer b)
{
  BambuDevice *device_a = *(BambuDevice **) a;
  BambuDevice *device_b = *(BambuDevice **) b;
  gboolean attention_a = bambu_device_get_needs_attention (device_a);
  gboolean attention_b = bambu_device_get_needs_attention (device_b);
  guint left_a = (guint) bambu_device_get_time_left (device_a);
  guint left_b = (guint) bambu_device_get_time_left (device_b);

  if (attention_a != attention_b)
    return attention_b - attention_a;

  /* As unsigned numbers, the unknown -1 comes last. */
  return (left_a > left_b) - (left_a < left_b);
}

static void
print_status (BambuDevice *device)
{
  int progress = bambu_device_get_progress (device);
  g_autofree char *percent = bambu_device_get_has_print (device) ? ctl_format_percent (progress) : NULL;
  g_autofree char *left = ctl_format_seconds (bambu_device_get_time_left (device));
  g_autofree char *done = ctl_format_time (bambu_device_get_end_time (device));

  ctl_print_field (_("Name"), bambu_device_get_name (device));
  ctl_print_field (_("State"), bambu_device_state_get_word (bambu_device_get_state (device)));
  ctl_print_field (_("Print"), bambu_device_get_task_name (device));
  ctl_print_field (_("Progress"), percent);
  ctl_print_field (_("Time left"), left);
  ctl_print_field (_("Done at"), done);
}

static gboolean
show_live (Ctl          *ctl,
           BambuClient  *client,
           GError      **error)
{
  /* It is not opened: nothing is kept. */
  g_autoptr(BambuSession) session = bambu_session_new (client, g_get_user_cache_dir ());
  g_autoptr(GBytes) text = NULL;
  BambuDevice *device;
  gboolean reported;

  if (!ctl_refresh_printers (ctl, session, live_option, error))
    return FALSE;

  device = bambu_list_lookup (bambu_session_get_devices (session), live_option);
  if (!bambu_device_get_online (device))
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                           _("The printer is offline: it tells nothing. See that it is on and connected."));
      return FALSE;
    }

  if (ctl->json)
    bambu_live_keep_text (bambu_session_get_live (session));

  if (!ctl_start_live (ctl, session, error))
    return FALSE;

  reported = ctl_await_report (ctl, session, device, ctl->json ? &text : NULL, error);
  if (text != NULL)
    {
      ctl_print_json (text);
    }
  else if (reported)
    {
      print_status (device);
      ctl_print_report (device);
    }
  bambu_live_stop (bambu_session_get_live (session));

  return reported;
}

static gboolean
run_status (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  const char * const titles[] = { _("Name"), _("State"), _("Progress"), _("Time left"), _("Done at"), _("Print"), NULL };
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GPtrArray) devices = NULL;
  g_autoptr(CtlTable) table = NULL;

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (live_option != NULL)
    return show_live (ctl, client, error);

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_prints (), error);

  devices = get_devices (ctl, client, error);
  if (devices == NULL)
    return FALSE;

  g_ptr_array_sort (devices, compare_devices);
  table = ctl_table_new (titles);
  for (guint i = 0; i < devices->len; i++)
    {
      BambuDevice *device = devices->pdata[i];
      gboolean prints = bambu_device_get_has_print (device);
      int progress = bambu_device_get_progress (device);
      g_autofree char *percent = prints ? ctl_format_percent (progress) : NULL;
      g_autofree char *left = ctl_format_seconds (bambu_device_get_time_left (device));
      g_autofree char *done = ctl_format_time (bambu_device_get_end_time (device));
      const char * const cells[] = {
        bambu_device_get_name (device),
        bambu_device_state_get_word (bambu_device_get_state (device)),
        percent,
        left,
        done,
        bambu_device_get_task_name (device),
      };

      ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There are no printers in this account."));

  return TRUE;
}

const CtlCommand ctl_devices_command = {
  .name = "devices",
  .summary = N_("List the printers"),
  .run = run_devices,
};

const CtlCommand ctl_status_command = {
  .name = "status",
  .summary = N_("Show what the printers do, those that need a hand first"),
  .entries = status_entries,
  .run = run_status,
};
