/* ctl-projects.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

static char *model_option;

static const GOptionEntry profile_entries[] = {
  { "model", 0, 0, G_OPTION_ARG_STRING, &model_option, N_("The model that the profile is of"), N_("MODEL-ID") },
  { NULL },
};

/* "PLA #00AE42 12.60 g, …" */
static char *
describe_filaments (BambuPlate *plate)
{
  GListModel *filaments = bambu_plate_get_filaments (plate);
  guint n_filaments = g_list_model_get_n_items (filaments);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_filaments; i++)
    {
      g_autoptr(BambuFilament) filament = g_list_model_get_item (filaments, i);
      g_autofree char *grams = ctl_format_number (bambu_filament_get_grams (filament), "g");
      const char *kind = bambu_filament_get_kind (filament);

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, kind != NULL ? kind : _("Unknown"));
      if (bambu_filament_get_has_color (filament))
        g_string_append_printf (text, " #%06X", bambu_filament_get_color (filament) >> 8);
      if (grams != NULL)
        g_string_append_printf (text, " %s", grams);
    }

  return g_string_free (text, FALSE);
}

static void
add_plates (CtlTable     *table,
            BambuProfile *profile,
            guint        *number)
{
  GListModel *plates = bambu_profile_get_plates (profile);
  guint n_plates = g_list_model_get_n_items (plates);

  for (guint i = 0; i < n_plates; i++)
    {
      g_autoptr(BambuPlate) plate = g_list_model_get_item (plates, i);
      g_autofree char *counted = g_strdup_printf ("%u", ++*number);
      g_autofree char *time = ctl_format_seconds (bambu_plate_get_prediction (plate));
      g_autofree char *grams = ctl_format_number (bambu_plate_get_grams (plate), "g");
      g_autofree char *filaments = describe_filaments (plate);
      const char * const cells[] = { counted, bambu_plate_get_name (plate), time, grams, filaments };

      ctl_table_add (table, cells);
    }
}

static void
add_configs (CtlTable     *table,
             BambuProfile *profile)
{
  GListModel *configs = bambu_profile_get_configs (profile);
  guint n_configs = g_list_model_get_n_items (configs);

  for (guint i = 0; i < n_configs; i++)
    {
      g_autoptr(BambuFile) config = g_list_model_get_item (configs, i);
      const char * const cells[] = { bambu_file_get_name (config), bambu_profile_get_name (profile) };

      ctl_table_add (table, cells);
    }
}

/* @profiles: of BambuProfile. Plates are counted through all of them, which is how `download --plate` names them. */
static void
print_plates_and_configs (GListModel *profiles)
{
  const char * const plate_titles[] = { _("Plate"), _("Name"), _("Time"), _("Weight"), _("Filaments"), NULL };
  const char * const config_titles[] = { _("Config"), _("Profile"), NULL };
  g_autoptr(CtlTable) plates = ctl_table_new (plate_titles);
  g_autoptr(CtlTable) configs = ctl_table_new (config_titles);
  guint n_profiles = g_list_model_get_n_items (profiles);
  guint number = 0;

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr(BambuProfile) profile = g_list_model_get_item (profiles, i);

      add_plates (plates, profile, &number);
      add_configs (configs, profile);
    }

  g_print ("\n");
  ctl_table_print (plates, _("There are no plates."));
  g_print ("\n");
  ctl_table_print (configs, _("There are no configs."));
}

static void
print_printer (BambuProfile *profile)
{
  double diameter = bambu_profile_get_nozzle_diameter (profile);
  const char *model_name = bambu_profile_get_model_name (profile);
  g_autofree char *printer = NULL;

  if (model_name != NULL && diameter > 0)
    /* Translators: a printer's model and the diameter of its nozzle */
    printer = g_strdup_printf (_("%s, %.1f mm nozzle"), model_name, diameter);

  ctl_print_field (_("Printer"), printer != NULL ? printer : model_name);
}

static gboolean
run_projects (Ctl     *ctl,
              char   **arguments,
              GError **error)
{
  const char * const titles[] = { _("Project ID"), _("Changed"), _("Status"), _("Name"), NULL };
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) projects = NULL;
  g_autoptr(CtlTable) table = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_projects (), error);

  bambu_client_get_projects_async (client, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  projects = bambu_client_get_projects_finish (client, result, error);
  if (projects == NULL)
    return FALSE;

  table = ctl_table_new (titles);
  for (guint i = 0; i < projects->len; i++)
    {
      BambuProject *project = projects->pdata[i];
      g_autofree char *updated = ctl_format_time (bambu_project_get_updated (project));
      const char * const cells[] = {
        bambu_project_get_id (project),
        updated,
        bambu_project_get_status (project),
        bambu_project_get_name (project),
      };

      ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There are no projects in this account."));

  return TRUE;
}

static gboolean
run_project (Ctl     *ctl,
             char   **arguments,
             GError **error)
{
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuProject) project = NULL;
  g_autofree char *created = NULL;
  g_autofree char *updated = NULL;
  GListModel *profiles;
  guint n_profiles;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_project (arguments[0]), error);

  bambu_client_get_project_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  project = bambu_client_get_project_finish (client, result, error);
  if (project == NULL)
    return FALSE;

  created = ctl_format_time (bambu_project_get_created (project));
  updated = ctl_format_time (bambu_project_get_updated (project));
  ctl_print_field (_("Name"), bambu_project_get_name (project));
  ctl_print_field (_("Project ID"), bambu_project_get_id (project));
  ctl_print_field (_("Model ID"), bambu_project_get_model_id (project));
  ctl_print_field (_("Status"), bambu_project_get_status (project));
  ctl_print_field (_("Created"), created);
  ctl_print_field (_("Changed"), updated);

  profiles = bambu_project_get_profiles (project);
  n_profiles = g_list_model_get_n_items (profiles);
  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr(BambuProfile) profile = g_list_model_get_item (profiles, i);

      ctl_print_field (_("Profile ID"), bambu_profile_get_id (profile));
      print_printer (profile);
    }
  print_plates_and_configs (profiles);

  return TRUE;
}

static gboolean
run_profile (Ctl     *ctl,
             char   **arguments,
             GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuProfile) profile = NULL;
  g_autoptr(GListStore) profiles = NULL;
  g_autofree char *created = NULL;
  g_autofree char *updated = NULL;

  if (model_option == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("“profile” needs “--model” with the ID of its model; “platenctl project” tells it"));
      return FALSE;
    }

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_profile (arguments[0], model_option), error);

  bambu_client_get_profile_async (client, arguments[0], model_option, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  profile = bambu_client_get_profile_finish (client, result, error);
  if (profile == NULL)
    return FALSE;

  created = ctl_format_time (bambu_profile_get_created (profile));
  updated = ctl_format_time (bambu_profile_get_updated (profile));
  ctl_print_field (_("Name"), bambu_profile_get_name (profile));
  ctl_print_field (_("Profile ID"), bambu_profile_get_id (profile));
  ctl_print_field (_("Model ID"), bambu_profile_get_model_id (profile));
  ctl_print_field (_("Status"), bambu_profile_get_status (profile));
  ctl_print_field (_("Created"), created);
  ctl_print_field (_("Changed"), updated);
  print_printer (profile);
  ctl_print_field (_("File"), bambu_profile_get_file_name (profile));

  profiles = g_list_store_new (BAMBU_TYPE_PROFILE);
  g_list_store_append (profiles, profile);
  print_plates_and_configs (G_LIST_MODEL (profiles));

  return TRUE;
}

const CtlCommand ctl_projects_command = {
  .name = "projects",
  .summary = N_("List the projects"),
  .run = run_projects,
};

const CtlCommand ctl_project_command = {
  .name = "project",
  .arguments = N_("PROJECT-ID"),
  .n_arguments = 1,
  .summary = N_("Show a project with its plates and configs"),
  .run = run_project,
};

const CtlCommand ctl_profile_command = {
  .name = "profile",
  .arguments = N_("PROFILE-ID"),
  .n_arguments = 1,
  .summary = N_("Show one profile of a project"),
  .entries = profile_entries,
  .run = run_profile,
};
