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

typedef struct
{
  GtkWidget         *page;
  PlatenGroupedList *rows;
  GBytes          *(*format) (GListModel *tasks);
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->page);
  g_object_unref (export->rows);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
tell (GtkWidget  *page,
      const char *text)
{
  gtk_widget_activate_action (page, "win.toast", "s", text);
}

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

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GtkWidget) page = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    {
      tell (page, _("History exported"));
      return;
    }

  /* Translators: %s is a sentence on what is wrong */
  text = g_strdup_printf (_("The history could not be exported. %s"), error->message);
  tell (page, text);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GFile) file = platen_file_dialog_save_finish (result, NULL);
  g_autoptr(GListModel) tasks = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (file == NULL)
    return;

  tasks = list_tasks (export->rows);
  bytes = export->format (tasks);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                       NULL, written_cb, g_object_ref (export->page));
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
  Export *export;
  gboolean csv;

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (format != NULL);
  g_return_if_fail (PLATEN_IS_GROUPED_LIST (rows));

  csv = g_str_equal (format, "csv");
  export = g_new0 (Export, 1);
  export->page = g_object_ref (page);
  export->rows = g_object_ref (rows);
  export->format = csv ? platen_task_export_csv : platen_task_export_json;
  platen_file_dialog_save_async (page, _("Export History"), csv ? "history.csv" : "history.json",
                                 cancellable, chosen_cb, export);
}
