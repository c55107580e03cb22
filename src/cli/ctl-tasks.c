/* ctl-tasks.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-words.h"
#include "ctl.h"
#include "ctl-output.h"

static char *device_option;
static char *after_option;
static int limit_option;

static const GOptionEntry tasks_entries[] = {
  { "device", 0, 0, G_OPTION_ARG_STRING, &device_option, N_("Only those of one printer"), N_("SERIAL-NUMBER") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit_option, N_("At most so many"), N_("N") },
  { "after", 0, 0, G_OPTION_ARG_STRING, &after_option, N_("Only those older than this one"), N_("TASK-ID") },
  { NULL },
};

/* How long it took or, while it prints, is thought to take. */
static char *
describe_duration (BambuTask *task)
{
  int duration = bambu_task_get_duration (task);

  return ctl_format_seconds (duration >= 0 ? duration : bambu_task_get_estimate (task));
}

static gboolean
run_tasks (Ctl     *ctl,
           char   **arguments,
           GError **error)
{
  const char * const titles[] = {
    _("Task ID"), _("Started"), _("State"), _("Time"), _("Weight"), _("Printer"), _("Title"), NULL
  };
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(CtlTable) table = NULL;

  if (!ctl_check_count ("--limit", limit_option, error))
    return FALSE;

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_tasks (device_option, after_option, (guint) limit_option), error);

  bambu_client_get_tasks_async (client, device_option, after_option, (guint) limit_option,
                                ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  tasks = bambu_client_get_tasks_finish (client, result, NULL, error);
  if (tasks == NULL)
    return FALSE;

  table = ctl_table_new (titles);
  for (guint i = 0; i < tasks->len; i++)
    {
      BambuTask *task = tasks->pdata[i];
      const char *printer = bambu_task_get_device_name (task);
      g_autofree char *start = ctl_format_time (bambu_task_get_start_time (task));
      g_autofree char *time = describe_duration (task);
      g_autofree char *grams = ctl_format_number (bambu_task_get_grams (task), "g");
      const char * const cells[] = {
        bambu_task_get_id (task),
        start,
        bambu_task_state_get_word (bambu_task_get_state (task)),
        time,
        grams,
        printer != NULL && *printer != '\0' ? printer : bambu_task_get_device_id (task),
        bambu_task_get_title (task),
      };

      ctl_table_add (table, cells);
    }
  ctl_table_print (table, _("There are no such prints in this account."));

  return TRUE;
}

static void
print_filaments (GListModel *filaments)
{
  const char * const titles[] = { _("Filament"), _("Color"), _("Weight"), _("AMS"), _("Slot"), NULL };
  g_autoptr(CtlTable) table = ctl_table_new (titles);
  guint n_filaments = g_list_model_get_n_items (filaments);

  if (n_filaments == 0)
    return;

  for (guint i = 0; i < n_filaments; i++)
    {
      g_autoptr(BambuTaskFilament) filament = g_list_model_get_item (filaments, i);
      gboolean has_color = bambu_task_filament_get_has_color (filament);
      int ams = bambu_task_filament_get_ams (filament);
      int slot = bambu_task_filament_get_slot (filament);
      g_autofree char *color = has_color ? g_strdup_printf ("#%06X", bambu_task_filament_get_color (filament) >> 8) : NULL;
      g_autofree char *grams = ctl_format_number (bambu_task_filament_get_grams (filament), "g");
      g_autofree char *unit = ams >= 0 ? g_strdup_printf ("%d", ams + 1) : NULL;
      g_autofree char *place = slot >= 0 ? g_strdup_printf ("%d", slot + 1) : NULL;
      const char * const cells[] = { bambu_task_filament_get_kind (filament), color, grams, unit, place };

      ctl_table_add (table, cells);
    }

  g_print ("\n");
  ctl_table_print (table, "");
}

static void
print_task (BambuTask *task)
{
  int index = bambu_task_get_plate_index (task);
  g_autofree char *start = ctl_format_time (bambu_task_get_start_time (task));
  g_autofree char *end = ctl_format_time (bambu_task_get_end_time (task));
  g_autofree char *duration = ctl_format_seconds (bambu_task_get_duration (task));
  g_autofree char *estimate = ctl_format_seconds (bambu_task_get_estimate (task));
  g_autofree char *grams = ctl_format_number (bambu_task_get_grams (task), "g");
  g_autofree char *meters = ctl_format_number (bambu_task_get_meters (task), "m");
  g_autofree char *plate = index > 0 ? g_strdup_printf ("%d", index) : NULL;

  ctl_print_field (_("Title"), bambu_task_get_title (task));
  ctl_print_field (_("Task ID"), bambu_task_get_id (task));
  ctl_print_field (_("State"), bambu_task_state_get_word (bambu_task_get_state (task)));
  ctl_print_field (_("Started"), start);
  ctl_print_field (_("Ended"), end);
  ctl_print_field (_("Took"), duration);
  ctl_print_field (_("Estimate"), estimate);
  ctl_print_field (_("Weight"), grams);
  ctl_print_field (_("Length"), meters);
  ctl_print_field (_("Plate"), plate);
  ctl_print_field (_("Plate type"), bambu_task_get_bed_type (task));
  ctl_print_field (_("Printer"), bambu_task_get_device_name (task));
  ctl_print_field (_("Serial number"), bambu_task_get_device_id (task));
  ctl_print_field (_("Design"), bambu_task_get_design_title (task));
  ctl_print_field (_("Model ID"), bambu_task_get_model_id (task));
  ctl_print_field (_("Profile ID"), bambu_task_get_profile_id (task));
  print_filaments (bambu_task_get_filaments (task));
}

/* The detail is forbidden even to whom it belongs: then what the list of prints knows. */
static gboolean
print_listed_task (Ctl          *ctl,
                   BambuClient  *client,
                   const char   *task_id,
                   GError      **error)
{
  g_autoptr(BambuSession) session = bambu_session_new (client, g_get_user_cache_dir ());
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuTask) task = NULL;

  bambu_session_find_task_async (session, task_id, NULL, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  task = bambu_session_find_task_finish (session, result, error);
  if (task == NULL)
    return FALSE;

  print_task (task);

  return TRUE;
}

static gboolean
run_task (Ctl     *ctl,
          char   **arguments,
          GError **error)
{
  g_autoptr(BambuClient) client = ctl_sign_in (ctl, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuTaskDetail) task = NULL;
  g_autoptr(GError) refusal = NULL;

  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_task (arguments[0]), error);

  bambu_client_get_task_async (client, arguments[0], ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  task = bambu_client_get_task_finish (client, result, &refusal);
  if (g_error_matches (refusal, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN))
    return print_listed_task (ctl, client, arguments[0], error);

  if (task == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  ctl_print_settings (bambu_task_detail_get_values (task));

  return TRUE;
}

static gboolean
run_task_create (Ctl     *ctl,
                 char   **arguments,
                 GError **error)
{
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) task = ctl_read_object (ctl, arguments[0], error);
  g_autofree char *id = NULL;
  g_autofree char *clean = NULL;

  if (task == NULL)
    return FALSE;

  client = ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (ctl->json)
    return ctl_print_answer (ctl, client, bambu_request_create_task (task), error);

  bambu_client_create_task_async (client, task, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  id = bambu_client_create_task_finish (client, result, error);
  if (id == NULL)
    return FALSE;

  clean = ctl_clean_text (id);
  if (*clean != '\0')
    g_print (_("The print was ordered as task %s.\n"), clean);
  else
    g_print (_("The print was ordered.\n"));

  return TRUE;
}

const CtlCommand ctl_tasks_command = {
  .name = "tasks",
  .summary = N_("List prints, the newest first"),
  .entries = tasks_entries,
  .run = run_tasks,
};

const CtlCommand ctl_task_command = {
  .name = "task",
  .arguments = N_("TASK-ID"),
  .n_arguments = 1,
  .summary = N_("Show a print"),
  .description = N_("The cloud is known to refuse the detail. Without --json what the list of prints tells is shown "
                    "then, where the print is among the newest thousand."),
  .run = run_task,
};

const CtlCommand ctl_task_create_command = {
  .name = "task-create",
  .arguments = N_("FILE"),
  .n_arguments = 1,
  .summary = N_("Start a print"),
  .description = N_("The file, or standard input where it is “-”, holds a task as a JSON object, as in what “platenctl "
                    "--json tasks” prints. The printer may begin at once."),
  .run = run_task_create,
};
