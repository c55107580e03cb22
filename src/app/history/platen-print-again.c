/* platen-print-again.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-print-again.h"

#include <glib/gi18n.h>

#include "platen-format.h"
#include "platen-task-text.h"

/* As in "PLA, PETG". */
static char *
dup_filaments (BambuTask *task)
{
  GListModel *filaments = bambu_task_get_filaments (task);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) kinds = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (filaments); i++)
    {
      g_autoptr(BambuTaskFilament) filament = g_list_model_get_item (filaments, i);
      const char *kind = bambu_task_filament_get_kind (filament);

      if (kind != NULL && *kind != 0)
        g_strv_builder_add (builder, kind);
    }

  kinds = g_strv_builder_end (builder);

  return g_strjoinv (_(", "), kinds);
}

static void
add_line (GString    *body,
          const char *name,
          const char *value)
{
  if (value == NULL || *value == 0)
    return;

  g_string_append_c (body, '\n');
  /* Translators: what is said of a print, and its value, as in "Plate: Plate 2" */
  g_string_append_printf (body, _("%s: %s"), name, value);
}

/**
 * platen_print_again_dialog_new:
 * @parent: what it stands above
 * @task: what is to be printed again
 * @printer: what the printer is called that is to print it
 *
 * Says what would be sent to which printer, and asks. The response "print" is to do it.
 *
 * Returns: (transfer none): a dialog
 */
GtkWidget *
platen_print_again_dialog_new (GtkWindow  *parent,
                               BambuTask  *task,
                               const char *printer)
{
  g_autofree char *title = NULL;
  g_autofree char *plate = NULL;
  g_autofree char *time = NULL;
  g_autofree char *grams = NULL;
  g_autofree char *filaments = NULL;
  GString *body;
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BAMBU_IS_TASK (task), NULL);
  g_return_val_if_fail (printer != NULL, NULL);

  title = platen_task_dup_title (task);
  plate = platen_task_dup_plate (task);
  filaments = dup_filaments (task);

  if (bambu_task_get_estimate (task) > 0)
    time = platen_format_duration (bambu_task_get_estimate (task));

  if (bambu_task_get_grams (task) >= 0)
    grams = platen_format_grams (bambu_task_get_grams (task));

  body = g_string_new (NULL);
  g_string_append_printf (body, _("“%s” will be sent to %s."), title, printer);
  g_string_append_c (body, '\n');
  add_line (body, _("Plate"), plate);
  add_line (body, _("Time"), time);
  add_line (body, _("Weight"), grams);
  add_line (body, _("Filaments"), filaments);
  g_string_append_printf (body, "\n\n%s", _("Make sure that its plate is empty and the filaments are loaded."));

  dialog = adw_message_dialog_new (parent, _("Print Again?"), body->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "print", _("_Print"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "print", ADW_RESPONSE_SUGGESTED);
  g_string_free (body, TRUE);

  return dialog;
}
