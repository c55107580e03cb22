/* platen-history-export.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-history-export.h"

#include <glib/gi18n.h>

#include "bambu-task.h"
#include "platen-file-dialog.h"
#include "platen-task-export.h"

static GListModel *
list_tasks (PlatenGroupedList *rows)
{
  GListStore *tasks = g_list_store_new (BAMBU_TYPE_TASK);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr(PlatenGroupedItem) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      if (platen_grouped_item_get_item (row) != NULL)
        g_list_store_append (tasks, platen_grouped_item_get_item (row));
    }

  return G_LIST_MODEL (tasks);
}

/**
 * platen_history_export:
 * @page: the page that the prints are on
 * @format: "csv" or "json"
 * @rows: the rows of the page, whose items are #BambuTask
 * @cancellable: (nullable): closes the file chooser
 *
 * Asks where to write the prints to that @rows shows, writes them, and tells in a toast how that went.
 */
void
platen_history_export (GtkWidget         *page,
                       const char        *format,
                       PlatenGroupedList *rows,
                       GCancellable      *cancellable)
{
  g_autoptr(GListModel) tasks = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean csv;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (format != NULL);
  g_return_if_fail (PLATEN_IS_GROUPED_LIST (rows));

  csv = g_str_equal (format, "csv");
  tasks = list_tasks (rows);
  bytes = csv ? platen_task_export_csv (tasks) : platen_task_export_json (tasks);
  platen_file_dialog_export (page, _("Export History"), csv ? "history.csv" : "history.json", bytes,
                             _("History exported"), cancellable);
}
