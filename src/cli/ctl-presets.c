/* ctl-presets.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

static char *type_option;

static const GOptionEntry presets_entries[] = {
  { "type", 0, 0, G_OPTION_ARG_STRING, &type_option,
    N_("Only those of one type: print, printer or filament"), N_("TYPE") },
  { NULL },
};

static int
compare_presets (gconstpointer a,
                 gconstpointer b)
{
  BambuPreset *preset_a = *(BambuPreset **) a;
  BambuPreset *preset_b = *(BambuPreset **) b;

  if (bambu_preset_get_own (preset_a) != bambu_preset_get_own (preset_b))
    return bambu_preset_get_own (preset_b) - bambu_preset_get_own (preset_a);

  if (bambu_preset_get_kind (preset_a) != bambu_preset_get_kind (preset_b))
    return (int) bambu_preset_get_kind (preset_a) - (int) bambu_preset_get_kind (preset_b);

  return g_strcmp0 (bambu_preset_get_name (preset_a), bambu_preset_get_name (preset_b));
}

static gboolean
run_presets (Ctl     *ctl,
             char   **arguments,
             GError **error)
{
  const char * const titles[] = { _("Preset ID"), _("Type"), _("By"), _("Version"), _("Name"), NULL };
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) presets = NULL;
  g_autoptr(CtlTable) table = NULL;
  BambuPresetKind kind = BAMBU_PRESET_KIND_PROCESS;

  if (type_option != NULL && !bambu_preset_kind_from_string (type_option, &kind))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is no type of presets: there are print, printer and filament"), type_option);
      return FALSE;
    }

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_presets (), error);

  bambu_client_get_presets_async (client, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  presets = bambu_client_get_presets_finish (client, result, error);
  if (presets == NULL)
    return FALSE;

  g_ptr_array_sort (presets, compare_presets);
  table = ctl_table_new (titles);
  for (guint i = 0; i < presets->len; i++)
    {
      BambuPreset *preset = presets->pdata[i];
      const char * const cells[] = {
        bambu_preset_get_id (preset),
        bambu_preset_kind_to_string (bambu_preset_get_kind (preset)),
        bambu_preset_get_own (preset) ? _("You") : _("Vendor"),
        bambu_preset_get_version (preset),
        bambu_preset_get_name (preset),
      };

      if (type_option == NULL || bambu_preset_get_kind (preset) == kind)
        ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There are no such presets in this account."));

  return TRUE;
}

static gboolean
run_preset (Ctl     *ctl,
            char   **arguments,
            GError **error)
{
  const char * const titles[] = { _("Setting"), _("Value"), NULL };
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuPresetDetail) preset = NULL;
  g_autoptr(CtlTable) table = NULL;
  GListModel *settings;
  guint n_settings;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_preset (arguments[0]), error);

  bambu_client_get_preset_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  preset = bambu_client_get_preset_finish (client, result, error);
  if (preset == NULL)
    return FALSE;

  ctl_print_field (_("Name"), bambu_preset_detail_get_name (preset));
  ctl_print_field (_("Nickname"), bambu_preset_detail_get_nickname (preset));
  ctl_print_field (_("Type"), bambu_preset_kind_to_string (bambu_preset_detail_get_kind (preset)));
  /* Translators: who made a preset */
  ctl_print_field (_("By"), bambu_preset_detail_get_own (preset) ? _("You") : _("Vendor"));
  ctl_print_field (_("Version"), bambu_preset_detail_get_version (preset));
  ctl_print_field (_("Inherits"), bambu_preset_detail_get_inherits (preset));
  ctl_print_field (_("Base ID"), bambu_preset_detail_get_base_id (preset));
  ctl_print_field (_("Filament ID"), bambu_preset_detail_get_filament_id (preset));

  table = ctl_table_new (titles);
  settings = bambu_preset_detail_get_settings (preset);
  n_settings = g_list_model_get_n_items (settings);
  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr(BambuSetting) setting = g_list_model_get_item (settings, i);
      const char * const cells[] = { bambu_setting_get_key (setting), bambu_setting_get_value (setting) };

      ctl_table_add (table, cells);
    }
  g_print ("\n");
  ctl_table_print (table, _("There are no settings."));

  return TRUE;
}

const CtlCommand ctl_presets_command = {
  .name = "presets",
  .summary = N_("List the slicer presets, your own first"),
  .description = N_("With --json all types are printed, as the cloud sends them."),
  .entries = presets_entries,
  .run = run_presets,
};

const CtlCommand ctl_preset_command = {
  .name = "preset",
  .arguments = N_("PRESET-ID"),
  .n_arguments = 1,
  .summary = N_("Show a slicer preset with its settings"),
  .run = run_preset,
};
