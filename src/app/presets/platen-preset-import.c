/* platen-preset-import.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-import.h"

#include <glib/gi18n.h>

#include "platen-file-dialog.h"
#include "platen-preset-text.h"

/* A preset on its way from a file to the cloud. */
typedef struct
{
  GtkWidget    *parent;
  BambuSession *session;
  GCancellable *cancellable;
  GFile        *file;
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->parent);
  g_object_unref (import->session);
  g_object_unref (import->cancellable);
  g_clear_object (&import->file);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

/* Whoever has signed out meanwhile does not ask any more. */
static void
tell_failure (Import       *import,
              const GError *error)
{
  g_autofree char *base = g_file_get_basename (import->file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autofree char *toast = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: the name of a file, and why */
  toast = g_strdup_printf (_("“%s” was not imported. %s"), name, error->message);
  gtk_widget_activate_action (import->parent, "win.toast", "s", toast);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = bambu_session_import_preset_finish (BAMBU_SESSION (object), result, &error);
  g_autofree char *title = NULL;
  g_autofree char *toast = NULL;
  BambuPreset *preset;

  if (id == NULL)
    {
      tell_failure (import, error);
      return;
    }

  preset = bambu_list_lookup (bambu_session_get_presets (import->session), id);
  if (preset == NULL)
    {
      gtk_widget_activate_action (import->parent, "win.toast", "s", _("Preset imported"));
      return;
    }

  title = platen_preset_dup_title (preset);
  /* Translators: the name of a preset */
  toast = g_strdup_printf (_("“%s” is imported"), title);
  gtk_widget_activate_action (import->parent, "win.toast-show", "(sss)", toast, "win.open-preset", id);
}

/* A byte more than it may have is enough to see that it is none. */
static gboolean
read_more_cb (const char *contents,
              goffset     size,
              gpointer    user_data)
{
  return size <= BAMBU_PRESET_FILE_BYTES;
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  char *contents = NULL;
  gsize size = 0;

  if (!g_file_load_partial_contents_finish (G_FILE (object), result, &contents, &size, NULL, &error))
    {
      tell_failure (import, error);
      return;
    }

  bytes = g_bytes_new_take (contents, size);
  bambu_session_import_preset_async (import->session, bytes, import->cancellable, imported_cb, import);
  g_steal_pointer (&import);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GListModel) files = platen_file_dialog_open_finish (result, NULL);

  if (files == NULL)
    return;

  import->file = g_list_model_get_item (files, 0);
  g_file_load_partial_contents_async (import->file, import->cancellable, read_more_cb, read_cb, import);
  g_steal_pointer (&import);
}

/**
 * platen_preset_import:
 * @parent: what asks
 * @session: whose presets the new one is to be among
 * @cancellable: closes the file chooser, and ends what follows from it; the preset may have been made all the same
 *
 * Asks for a file that a slicer exported, makes a preset of it, and says how that went.
 */
void
platen_preset_import (GtkWidget    *parent,
                      BambuSession *session,
                      GCancellable *cancellable)
{
  g_autoptr(GtkFileFilter) filter = NULL;
  Import *import;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  import = g_new0 (Import, 1);
  import->parent = g_object_ref (parent);
  import->session = g_object_ref (session);
  import->cancellable = g_object_ref (cancellable);

  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Presets of Slicers (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  platen_file_dialog_open_async (parent, _("Import Preset"), filter, FALSE, cancellable, chosen_cb, import);
}
