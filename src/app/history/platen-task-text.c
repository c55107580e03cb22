/* platen-task-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-task-text.h"

#include <glib/gi18n.h>

#include "platen-day.h"
#include "platen-format.h"

/**
 * platen_task_state_get_class:
 * @state: what became of a print
 *
 * Returns: (transfer none): the style class that colours it
 */
const char *
platen_task_state_get_class (BambuTaskState state)
{
  switch (state)
    {
    case BAMBU_TASK_STATE_RUNNING:
      return "accent";

    case BAMBU_TASK_STATE_FINISHED:
      return "success";

    case BAMBU_TASK_STATE_STOPPED:
      return "error";

    case BAMBU_TASK_STATE_CREATED:
    case BAMBU_TASK_STATE_UNKNOWN:
    default:
      return "dim-label";
    }
}

/**
 * platen_task_state_get_icon:
 * @state: what became of a print
 *
 * Returns: (transfer none): the name of a symbolic icon for it
 */
const char *
platen_task_state_get_icon (BambuTaskState state)
{
  switch (state)
    {
    case BAMBU_TASK_STATE_CREATED:
      return "content-loading-symbolic";

    case BAMBU_TASK_STATE_RUNNING:
      return "media-playback-start-symbolic";

    case BAMBU_TASK_STATE_FINISHED:
      return "object-select-symbolic";

    case BAMBU_TASK_STATE_STOPPED:
      return "process-stop-symbolic";

    case BAMBU_TASK_STATE_UNKNOWN:
    default:
      return "dialog-question-symbolic";
    }
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == 0;
}

/**
 * platen_task_dup_title:
 * @task: a print
 *
 * Returns: (transfer full): what it is called
 */
char *
platen_task_dup_title (BambuTask *task)
{
  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  if (!is_blank (bambu_task_get_title (task)))
    return g_strdup (bambu_task_get_title (task));

  if (!is_blank (bambu_task_get_design_title (task)))
    return g_strdup (bambu_task_get_design_title (task));

  return g_strdup (_("Unnamed print"));
}

/**
 * platen_task_dup_printer:
 * @task: a print
 *
 * Returns: (transfer full) (nullable): what its printer is called
 */
char *
platen_task_dup_printer (BambuTask *task)
{
  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  if (!is_blank (bambu_task_get_device_name (task)))
    return g_strdup (bambu_task_get_device_name (task));

  if (!is_blank (bambu_task_get_device_model (task)))
    return g_strdup (bambu_task_get_device_model (task));

  return is_blank (bambu_task_get_device_id (task)) ? NULL : g_strdup (bambu_task_get_device_id (task));
}

/**
 * platen_task_dup_plate:
 * @task: a print
 *
 * Returns: (transfer full) (nullable): which plate it is of
 */
char *
platen_task_dup_plate (BambuTask *task)
{
  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  if (!is_blank (bambu_task_get_plate_name (task)))
    return g_strdup (bambu_task_get_plate_name (task));

  if (bambu_task_get_plate_index (task) > 0)
    /* Translators: one of several plates of a project, by its number */
    return g_strdup_printf (_("Plate %d"), bambu_task_get_plate_index (task));

  return NULL;
}

/**
 * platen_task_get_bed:
 * @task: a print
 *
 * Returns: (transfer none) (nullable): what it is printed on, as slicers call it, or as the cloud does where that is not
 *   known
 */
const char *
platen_task_get_bed (BambuTask *task)
{
  static const struct {
    const char *type;
    const char *name;
  } beds[] = {
    { "cool_plate", N_("Cool Plate") },
    { "eng_plate", N_("Engineering Plate") },
    { "hot_plate", N_("High Temperature Plate") },
    { "supertack_plate", N_("Cool Plate SuperTack") },
    { "textured_plate", N_("Textured PEI Plate") },
  };
  const char *type;

  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  type = bambu_task_get_bed_type (task);

  for (guint i = 0; i < G_N_ELEMENTS (beds); i++)
    {
      if (g_strcmp0 (type, beds[i].type) == 0)
        return _(beds[i].name);
    }

  return type;
}

/**
 * platen_task_dup_summary:
 * @task: a print
 *
 * Returns: (transfer full): where and what, as in "Workshop X1C · Plate 2"
 */
char *
platen_task_dup_summary (BambuTask *task)
{
  g_autofree char *printer = NULL;
  g_autofree char *plate = NULL;

  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  printer = platen_task_dup_printer (task);
  plate = platen_task_dup_plate (task);

  if (printer == NULL || plate == NULL)
    return g_strdup (printer != NULL ? printer : plate != NULL ? plate : "");

  /* Translators: a printer and one of several plates, as in "Workshop X1C · Plate 2" */
  return g_strdup_printf (_("%s · %s"), printer, plate);
}

/**
 * platen_task_dup_duration:
 * @task: a print
 *
 * Returns: (transfer full) (nullable): how long it took, or %NULL before it has ended
 */
char *
platen_task_dup_duration (BambuTask *task)
{
  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  return bambu_task_get_duration (task) >= 0 ? platen_format_duration (bambu_task_get_duration (task)) : NULL;
}

/**
 * platen_task_dup_estimate:
 * @task: a print
 *
 * Returns: (transfer full) (nullable): how long it was to take, or %NULL where that is not known or what it took
 */
char *
platen_task_dup_estimate (BambuTask *task)
{
  g_autofree char *duration = NULL;
  g_autofree char *estimate = NULL;

  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);

  if (bambu_task_get_estimate (task) <= 0)
    return NULL;

  duration = platen_task_dup_duration (task);
  estimate = platen_format_duration (bambu_task_get_estimate (task));

  return g_strcmp0 (duration, estimate) != 0 ? g_steal_pointer (&estimate) : NULL;
}

/**
 * platen_task_dup_day:
 * @task: a print
 * @day: (out): the day, counted; the last of all where it has not begun
 *
 * Returns: (transfer full): the day on which it began, as in "Monday, 3 November"
 */
char *
platen_task_dup_day (BambuTask *task,
                     int       *day)
{
  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  if (bambu_task_get_start_time (task) != NULL)
    return platen_day_dup_title (bambu_task_get_start_time (task), day);

  *day = G_MAXINT;

  return g_strdup (_("Not Started"));
}
