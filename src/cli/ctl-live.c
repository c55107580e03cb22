/* ctl-live.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl-live.h"
#include "bambu-words.h"
#include "ctl-output.h"

/* A printer answers within a second or two, unless it is busy with something else. */
#define WAIT_SECONDS 20

/* The units of one spool are counted from here. */
#define FIRST_HT 128

typedef struct
{
  BambuLive   *live;
  BambuDevice *device;
  gboolean     timed_out;
} Waiting;

/**
 * ctl_refresh_printers:
 * @ctl: the run
 * @session: a session
 * @device_id: (nullable): a printer that there has to be
 * @error: where to say why not
 *
 * Asks what printers there are. What is wrong with the network or the sign-in is better said at the start than never.
 *
 * Returns: whether the session's list is filled
 */
gboolean
ctl_refresh_printers (Ctl           *ctl,
                      BambuSession  *session,
                      const char    *device_id,
                      GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_refresh_prints_async (session, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);

  if (!bambu_session_refresh_prints_finish (session, result, error))
    return FALSE;

  if (device_id == NULL || bambu_list_lookup (bambu_session_get_devices (session), device_id) != NULL)
    return TRUE;

  g_set_error (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND,
               _("There is no printer “%s” in this account."), device_id);

  return FALSE;
}

/**
 * ctl_start_live:
 * @ctl: the run
 * @session: a session
 * @error: where to say why not; %BAMBU_ERROR_NOT_FOUND where there are none
 *
 * Starts the printers' own reports. Whose they are is asked for first.
 *
 * Returns: whether they are on their way
 */
gboolean
ctl_start_live (Ctl           *ctl,
                BambuSession  *session,
                GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bambu_session_refresh_account_async (session, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);

  if (!bambu_session_refresh_account_finish (session, result, error))
    return FALSE;

  return bambu_live_start (bambu_session_get_live (session),
                           bambu_account_get_uid (bambu_session_get_account (session)),
                           NULL, error);
}

static gboolean
timed_out_cb (gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->timed_out = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_main_context_wakeup (NULL);
}

/* The first reports of some printers are but what changed; the bed's temperature is in each that has everything. */
static gboolean
has_reported (BambuDevice *device)
{
  return bambu_device_get_live (device) && bambu_device_get_bed_temperature (device) >= 0;
}

static gboolean
has_text (const Waiting  *waiting,
          GBytes        **text)
{
  *text = bambu_device_get_live (waiting->device) ? bambu_live_dup_text (waiting->live, waiting->device) : NULL;

  return *text != NULL;
}

static gboolean
check_live (Ctl            *ctl,
            const Waiting  *waiting,
            GError        **error)
{
  BambuLiveState state = bambu_live_get_state (waiting->live);

  if (g_cancellable_set_error_if_cancelled (ctl->cancellable, error))
    return FALSE;

  if (state == BAMBU_LIVE_STATE_SIGNED_OUT)
    g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_SIGNED_OUT,
                         _("The cloud no longer accepts the sign-in. Sign in with “platenctl login”."));
  else if (state == BAMBU_LIVE_STATE_WAITING && bambu_live_get_error (waiting->live) != NULL)
    g_propagate_error (error, g_error_copy (bambu_live_get_error (waiting->live)));
  else if (waiting->timed_out)
    g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT,
                         _("The printer does not report what it does. Try again."));
  else
    return TRUE;

  return FALSE;
}

/**
 * ctl_await_report:
 * @ctl: the run
 * @session: a session whose live reports have been started
 * @device: a printer of it
 * @text: (out) (optional) (transfer full): what it said, where live reports are to be kept as they come
 * @error: where to say why nothing comes
 *
 * Waits until the printer has told everything.
 *
 * Returns: whether it has
 */
gboolean
ctl_await_report (Ctl           *ctl,
                  BambuSession  *session,
                  BambuDevice   *device,
                  GBytes       **text,
                  GError       **error)
{
  Waiting waiting = { .live = bambu_session_get_live (session), .device = device };
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, timed_out_cb, &waiting);
  gulong handler = g_cancellable_connect (ctl->cancellable, G_CALLBACK (cancelled_cb), NULL, NULL);
  gboolean goes_on = TRUE;

  while (goes_on && !(text != NULL ? has_text (&waiting, text) : has_reported (device)))
    {
      goes_on = check_live (ctl, &waiting, error);
      if (goes_on)
        g_main_context_iteration (NULL, TRUE);
    }

  g_cancellable_disconnect (ctl->cancellable, handler);
  g_source_remove (timeout);

  return goes_on;
}

/* "220 / 250 °C": what it is, and what it is to be. */
static char *
format_temperature (double now,
                    double target)
{
  if (now < 0)
    return NULL;

  /* Translators: how warm something is, and how warm it shall be */
  return target > 0 ? g_strdup_printf (_("%.0f / %.0f °C"), now, target) : g_strdup_printf (_("%.0f °C"), now);
}

static const char *
get_speed_name (int level)
{
  const char * const names[] = { _("Silent"), _("Standard"), _("Sport"), _("Ludicrous") };

  return level >= 1 && level <= (int) G_N_ELEMENTS (names) ? names[level - 1] : NULL;
}

static void
print_temperatures (BambuDevice *device)
{
  GListModel *nozzles = bambu_device_get_nozzles (device);
  guint n_nozzles = g_list_model_get_n_items (nozzles);
  g_autofree char *bed = format_temperature (bambu_device_get_bed_temperature (device),
                                             bambu_device_get_bed_target (device));
  g_autofree char *chamber = format_temperature (bambu_device_get_chamber_temperature (device),
                                                 bambu_device_get_chamber_target (device));

  for (guint i = 0; i < n_nozzles; i++)
    {
      g_autoptr(BambuNozzle) nozzle = g_list_model_get_item (nozzles, i);
      g_autofree char *temperature = format_temperature (bambu_nozzle_get_temperature (nozzle),
                                                         bambu_nozzle_get_target (nozzle));

      if (n_nozzles == 1)
        ctl_print_field (_("Nozzle"), temperature);
      else
        ctl_print_field (i == 0 ? _("Right nozzle") : _("Left nozzle"), temperature);
    }

  ctl_print_field (_("Bed"), bed);
  ctl_print_field (_("Chamber"), chamber);
}

static void
print_machine (BambuDevice *device)
{
  int light = bambu_device_get_chamber_light (device);
  int signal = bambu_device_get_wifi_signal (device);
  g_autofree char *part_fan = ctl_format_percent (bambu_device_get_part_fan (device));
  g_autofree char *aux_fan = ctl_format_percent (bambu_device_get_aux_fan (device));
  g_autofree char *chamber_fan = ctl_format_percent (bambu_device_get_chamber_fan (device));
  g_autofree char *wifi = signal < 0 ? g_strdup_printf (_("%d dBm"), signal) : NULL;

  ctl_print_field (_("Part fan"), part_fan);
  ctl_print_field (_("Auxiliary fan"), aux_fan);
  ctl_print_field (_("Chamber fan"), chamber_fan);
  ctl_print_field (_("Speed"), get_speed_name (bambu_device_get_speed_level (device)));
  ctl_print_field (C_("lamp", "Light"), light < 0 ? NULL : light > 0 ? _("On") : _("Off"));
  ctl_print_field (_("Wi-Fi"), wifi);
  ctl_print_field (_("Error"), bambu_device_get_print_error (device));
}

static void
add_trays (CtlTable   *table,
           const char *unit,
           GListModel *trays)
{
  guint n_trays = g_list_model_get_n_items (trays);

  for (guint i = 0; i < n_trays; i++)
    {
      g_autoptr(BambuTray) tray = g_list_model_get_item (trays, i);
      const char *name = bambu_tray_get_name (tray);
      gboolean has_color = bambu_tray_get_filled (tray) && bambu_tray_get_has_color (tray);
      g_autofree char *slot = g_strdup_printf ("%u", i + 1);
      g_autofree char *color = has_color ? g_strdup_printf ("#%06X", bambu_tray_get_color (tray) >> 8) : NULL;
      g_autofree char *left = ctl_format_percent (bambu_tray_get_remaining (tray));
      const char * const cells[] = {
        unit,
        slot,
        !bambu_tray_get_filled (tray) ? _("Empty") : name != NULL && *name != '\0' ? name : bambu_tray_get_kind (tray),
        color,
        left,
        bambu_tray_get_in_use (tray) ? _("In use") : NULL,
      };

      ctl_table_add (table, cells);
    }
}

static void
print_spools (BambuDevice *device)
{
  const char * const titles[] = { _("Unit"), _("Slot"), _("Filament"), _("Color"), _("Remaining"), _("State"), NULL };
  g_autoptr(CtlTable) table = ctl_table_new (titles);
  GListModel *units = bambu_device_get_ams (device);
  GListModel *spools = bambu_device_get_external_spools (device);
  guint n_units = g_list_model_get_n_items (units);

  if (n_units == 0 && g_list_model_get_n_items (spools) == 0)
    return;

  for (guint i = 0; i < n_units; i++)
    {
      g_autoptr(BambuAms) unit = g_list_model_get_item (units, i);
      int number = bambu_ams_get_number (unit);
      g_autofree char *name = number < FIRST_HT ? g_strdup_printf ("AMS %d", number + 1)
                                                : g_strdup_printf ("AMS HT %d", number - FIRST_HT + 1);

      add_trays (table, name, bambu_ams_get_trays (unit));
    }
  add_trays (table, C_("spool", "External"), spools);

  g_print ("\n");
  ctl_table_print (table, "");
}

static void
print_attention (GListModel *hms)
{
  const char * const titles[] = { _("Attention"), _("Severity"), _("What it means"), NULL };
  g_autoptr(CtlTable) table = ctl_table_new (titles);
  guint n_hms = g_list_model_get_n_items (hms);

  if (n_hms == 0)
    return;

  for (guint i = 0; i < n_hms; i++)
    {
      g_autoptr(BambuHms) item = g_list_model_get_item (hms, i);
      const char * const cells[] = {
        bambu_hms_get_code (item),
        bambu_hms_severity_get_word (bambu_hms_get_severity (item)),
        bambu_hms_get_link (item),
      };

      ctl_table_add (table, cells);
    }

  g_print ("\n");
  ctl_table_print (table, "");
}

/**
 * ctl_print_report:
 * @device: a printer that has reported
 *
 * Prints what only the printer itself tells.
 */
void
ctl_print_report (BambuDevice *device)
{
  int layer = bambu_device_get_layer (device);
  int total = bambu_device_get_total_layers (device);
  g_autofree char *layers = NULL;

  if (layer >= 0 && total > 0)
    /* Translators: how many layers are printed, of how many */
    layers = g_strdup_printf (_("%d of %d"), layer, total);

  ctl_print_field (_("Layer"), layers);
  print_temperatures (device);
  print_machine (device);
  print_spools (device);
  print_attention (bambu_device_get_hms (device));
}
