/* platen-file-dialog.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-file-dialog.h"

#include <glib/gi18n.h>

/* A file that is to be written where the user says. */
typedef struct
{
  GtkWidget *parent;
  GBytes    *bytes;
  char      *done;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->parent);
  g_bytes_unref (export->bytes);
  g_free (export->done);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
response_cb (GtkFileChooserNative *chooser,
             int                   response,
             gpointer              user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

  g_signal_handlers_disconnect_by_func (chooser, response_cb, task);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));

  if (files != NULL && g_list_model_get_n_items (files) > 0)
    g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
}

static void
cancelled_cb (GCancellable         *cancellable,
              GtkFileChooserNative *chooser)
{
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_CANCEL);
}

static GtkFileChooserNative *
create_chooser (GtkWidget            *parent,
                const char           *title,
                GtkFileChooserAction  action,
                const char           *accept)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                         action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return chooser;
}

/* Takes @task and @chooser. */
static void
show_chooser (GtkFileChooserNative *chooser,
              GTask                *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_task_return_error_if_cancelled (task))
    {
      gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
      g_object_unref (chooser);
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);

  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), chooser, 0);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * platen_file_dialog_save_async:
 * @parent: what asks
 * @title: of the dialog
 * @name: what the file is called unless the user wants it otherwise; only ever a name, not a path
 * @cancellable: (nullable): closes the dialog
 * @callback: called when it has been answered
 * @user_data: for @callback
 *
 * Asks where to write a file.
 */
void
platen_file_dialog_save_async (GtkWidget           *parent,
                               const char          *title,
                               const char          *name,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GtkFileChooserNative *chooser;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (name != NULL && strchr (name, '/') == NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_file_dialog_save_async);
  chooser = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (chooser, task);
}

/**
 * platen_file_dialog_save_finish:
 * @result: what the callback got
 * @error: where to say why not; %G_IO_ERROR_CANCELLED
 *
 * Ends platen_file_dialog_save_async().
 *
 * Returns: (transfer full) (nullable): the file, which may be replaced where it is there
 */
GFile *
platen_file_dialog_save_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr(GListModel) files = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  files = g_task_propagate_pointer (G_TASK (result), error);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}

/**
 * platen_file_dialog_open_async:
 * @parent: what asks
 * @title: of the dialog
 * @filter: which files to show
 * @several: whether the user may choose more than one
 * @cancellable: (nullable): closes the dialog
 * @callback: called when it has been answered
 * @user_data: for @callback
 *
 * Asks for files to read.
 */
void
platen_file_dialog_open_async (GtkWidget           *parent,
                               const char          *title,
                               GtkFileFilter       *filter,
                               gboolean             several,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GtkFileChooserNative *chooser;
  GTask *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (GTK_IS_FILE_FILTER (filter));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_file_dialog_open_async);
  chooser = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), several);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  show_chooser (chooser, task);
}

/**
 * platen_file_dialog_open_finish:
 * @result: what the callback got
 * @error: where to say why not; %G_IO_ERROR_CANCELLED
 *
 * Ends platen_file_dialog_open_async().
 *
 * Returns: (transfer full) (nullable): the files, of #GFile; at least one
 */
GListModel *
platen_file_dialog_open_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    text = g_strdup (export->done);
  else
    /* Translators: %s is a sentence on what is wrong */
    text = g_strdup_printf (_("The file could not be written. %s"), error->message);

  gtk_widget_activate_action (export->parent, "win.toast", "s", text);
}

static void
export_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GFile) file = platen_file_dialog_save_finish (result, NULL);
  GBytes *bytes = export->bytes;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE,
                                         NULL, written_cb, g_steal_pointer (&export));
}

/**
 * platen_file_dialog_export:
 * @parent: what asks
 * @title: of the dialog
 * @name: what the file is called unless the user wants it otherwise; only ever a name, not a path
 * @bytes: what is to be in the file
 * @done: what to say in a toast when it is written
 * @cancellable: (nullable): closes the dialog
 *
 * Asks where to write a file, writes it, and says how that went.
 */
void
platen_file_dialog_export (GtkWidget    *parent,
                           const char   *title,
                           const char   *name,
                           GBytes       *bytes,
                           const char   *done,
                           GCancellable *cancellable)
{
  Export *export;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (done != NULL);

  export = g_new (Export, 1);
  export->parent = g_object_ref (parent);
  export->bytes = g_bytes_ref (bytes);
  export->done = g_strdup (done);
  platen_file_dialog_save_async (parent, title, name, cancellable, export_cb, export);
}
