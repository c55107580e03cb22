/* bambu-words.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-words.h"

#include <glib/gi18n-lib.h>

/**
 * bambu_device_state_get_word:
 * @state: what a printer does
 *
 * Returns: (transfer none): a word for it, in the user's language
 */
const char *
bambu_device_state_get_word (BambuDeviceState state)
{
  switch (state)
    {
    case BAMBU_DEVICE_STATE_IDLE:
      return _("Idle");

    case BAMBU_DEVICE_STATE_PREPARING:
      return _("Preparing");

    case BAMBU_DEVICE_STATE_PRINTING:
      return _("Printing");

    case BAMBU_DEVICE_STATE_PAUSED:
      return _("Paused");

    case BAMBU_DEVICE_STATE_FINISHED:
      return _("Finished");

    case BAMBU_DEVICE_STATE_FAILED:
      return _("Failed");

    case BAMBU_DEVICE_STATE_OFFLINE:
      return _("Offline");

    case BAMBU_DEVICE_STATE_UNKNOWN:
    default:
      return _("Unknown");
    }
}

/**
 * bambu_task_state_get_word:
 * @state: what became of a print
 *
 * Returns: (transfer none): a word for it, in the user's language
 */
const char *
bambu_task_state_get_word (BambuTaskState state)
{
  switch (state)
    {
    case BAMBU_TASK_STATE_CREATED:
      return _("Waiting");

    case BAMBU_TASK_STATE_RUNNING:
      return _("Printing");

    case BAMBU_TASK_STATE_FINISHED:
      return _("Finished");

    case BAMBU_TASK_STATE_STOPPED:
      /* Translators: a print that failed or was aborted; it is not known which */
      return _("Stopped");

    case BAMBU_TASK_STATE_UNKNOWN:
    default:
      return _("Unknown");
    }
}

/**
 * bambu_hms_severity_get_word:
 * @severity: how bad it is
 *
 * Returns: (transfer none): a word for it, in the user's language
 */
const char *
bambu_hms_severity_get_word (BambuHmsSeverity severity)
{
  switch (severity)
    {
    case BAMBU_HMS_SEVERITY_FATAL:
      return C_("severity", "Fatal");

    case BAMBU_HMS_SEVERITY_SERIOUS:
      return C_("severity", "Serious");

    case BAMBU_HMS_SEVERITY_COMMON:
      return C_("severity", "Common");

    case BAMBU_HMS_SEVERITY_INFO:
      return C_("severity", "Information");

    case BAMBU_HMS_SEVERITY_UNKNOWN:
    default:
      return C_("severity", "Message");
    }
}
