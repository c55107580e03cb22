/* platen-history-filter.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-history-filter.h"

#include <glib/gi18n.h>

#include "bambu-words.h"
#include "platen-printer-text.h"
#include "platen-task-text.h"

/**
 * platen_history_filter_dup_text:
 * @session: (nullable): whose prints these are
 * @device_id: the serial number of the one printer whose prints are shown; empty: of all
 * @state: the one state that is shown; %BAMBU_TASK_STATE_UNKNOWN: all
 *
 * Returns: (transfer full) (nullable): which prints are shown, or %NULL where all are
 */
char *
platen_history_filter_dup_text (BambuSession   *session,
                                const char     *device_id,
                                BambuTaskState  state)
{
  const char *word = bambu_task_state_get_word (state);
  g_autofree char *printer = NULL;

  g_return_val_if_fail (session == NULL || BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (device_id != NULL, NULL);

  if (*device_id != 0 && session != NULL)
    {
      BambuDevice *device = bambu_list_lookup (bambu_session_get_devices (session), device_id);

      printer = device != NULL ? platen_printer_dup_title (device) : g_strdup (device_id);
    }

  if (printer == NULL && state == BAMBU_TASK_STATE_UNKNOWN)
    return NULL;

  if (printer != NULL && state != BAMBU_TASK_STATE_UNKNOWN)
    /* Translators: which prints are shown: a printer, and what became of them */
    return g_strdup_printf (_("Only %s · %s"), printer, word);

  /* Translators: which prints are shown: those of a printer, or those of which one thing became */
  return g_strdup_printf (_("Only %s"), printer != NULL ? printer : word);
}

/* In a menu an underscore marks a letter of the keyboard's. */
static char *
dup_label (BambuDevice *device)
{
  g_autofree char *title = platen_printer_dup_title (device);
  GString *label = g_string_new (title);

  g_string_replace (label, "_", "__", 0);

  return g_string_free (label, FALSE);
}

/**
 * platen_history_filter_fill_menu:
 * @menu: the menu's section of printers
 * @devices: of #BambuDevice
 *
 * Offers each printer by its name, and all of them.
 */
void
platen_history_filter_fill_menu (GMenu     *menu,
                                 BambuList *devices)
{
  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (BAMBU_IS_LIST (devices));

  g_menu_remove_all (menu);
  g_menu_append (menu, _("All Printers"), "history.device::");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (devices)); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (G_LIST_MODEL (devices), i);
      g_autofree char *label = dup_label (device);
      g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", label);
      g_menu_item_set_action_and_target (item, "history.device", "s", bambu_device_get_id (device));
      g_menu_append_item (menu, item);
    }
}
