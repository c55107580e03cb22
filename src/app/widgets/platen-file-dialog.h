/* platen-file-dialog.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The system's file chooser, as one call. Fails with G_IO_ERROR_CANCELLED where nothing was chosen. */
void        platen_file_dialog_save_async  (GtkWidget            *parent,
                                            const char           *title,
                                            const char           *name,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GFile      *platen_file_dialog_save_finish (GAsyncResult         *result,
                                            GError              **error);
void        platen_file_dialog_open_async  (GtkWidget            *parent,
                                            const char           *title,
                                            GtkFileFilter        *filter,
                                            gboolean              several,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GListModel *platen_file_dialog_open_finish (GAsyncResult         *result,
                                            GError              **error);
void        platen_file_dialog_export      (GtkWidget            *parent,
                                            const char           *title,
                                            const char           *name,
                                            GBytes               *bytes,
                                            const char           *done,
                                            GCancellable         *cancellable);

G_END_DECLS
