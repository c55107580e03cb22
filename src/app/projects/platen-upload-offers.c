/* platen-upload-offers.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-upload-offers.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "platen-uploads.h"

struct _PlatenUploadOffers
{
  GObject               parent_instance;

  /* It belongs to the application. */
  GtkApplication       *application;
  PlatenSessionManager *manager;

  /* Of GFile. */
  GPtrArray            *files;
  GtkWindow            *dialog;
};

G_DEFINE_FINAL_TYPE (PlatenUploadOffers, platen_upload_offers, G_TYPE_OBJECT)

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

static char *
platen_upload_offers_describe (PlatenUploadOffers *self)
{
  g_autofree char *name = dup_name (self->files->pdata[0]);

  if (self->files->len == 1)
    /* Translators: the name of a file */
    return g_strdup_printf (_("“%s” will become a project in your Bambu Lab account."), name);

  return g_strdup_printf (ngettext ("%u file will become a project in your Bambu Lab account.",
                                    "%u files will become projects in your Bambu Lab account.",
                                    self->files->len),
                          self->files->len);
}

static void
platen_upload_offers_response_cb (PlatenUploadOffers *self,
                                  const char         *response,
                                  AdwMessageDialog   *dialog)
{
  g_autoptr(GPtrArray) files = g_steal_pointer (&self->files);
  GtkWidget *window = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  BambuSession *session = platen_session_manager_get_session (self->manager);

  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_weak_pointer (&self->dialog);

  if (!g_str_equal (response, "upload") || session == NULL || window == NULL)
    return;

  gtk_widget_activate_action (window, "win.page", "s", "projects");

  for (guint i = 0; i < files->len; i++)
    platen_uploads_add (platen_uploads_get (session), files->pdata[i], window);
}

static void
platen_upload_offers_ask (PlatenUploadOffers *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  g_assert (PLATEN_IS_UPLOAD_OFFERS (self));

  if (self->files->len == 0 || window == NULL || platen_session_manager_get_session (self->manager) == NULL)
    return;

  body = platen_upload_offers_describe (self);

  /* Another file has come while the question was asked. */
  if (self->dialog != NULL)
    {
      adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self->dialog), body);
      return;
    }

  dialog = adw_message_dialog_new (window, _("Upload to the Cloud?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "upload", _("_Upload"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "upload", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "upload");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  g_signal_connect_object (dialog, "response",
                           G_CALLBACK (platen_upload_offers_response_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
platen_upload_offers_dispose (GObject *object)
{
  PlatenUploadOffers *self = (PlatenUploadOffers *)object;

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_upload_offers_parent_class)->dispose (object);
}

static void
platen_upload_offers_finalize (GObject *object)
{
  PlatenUploadOffers *self = (PlatenUploadOffers *)object;

  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_upload_offers_parent_class)->finalize (object);
}

static void
platen_upload_offers_class_init (PlatenUploadOffersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_upload_offers_dispose;
  object_class->finalize = platen_upload_offers_finalize;
}

static void
platen_upload_offers_init (PlatenUploadOffers *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * platen_upload_offers_new:
 * @application: what it belongs to, and whose windows ask
 * @manager: who is signed in
 *
 * Returns: (transfer full): nothing to ask about yet
 */
PlatenUploadOffers *
platen_upload_offers_new (GtkApplication       *application,
                          PlatenSessionManager *manager)
{
  PlatenUploadOffers *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  self = g_object_new (PLATEN_TYPE_UPLOAD_OFFERS, NULL);
  self->application = application;
  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "notify::session",
                           G_CALLBACK (platen_upload_offers_ask),
                           self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_upload_offers_add:
 * @self: a #PlatenUploadOffers
 * @files: (array length=n_files): files
 * @n_files: how many
 *
 * Asks whether to upload @files: now, or once somebody is signed in.
 */
void
platen_upload_offers_add (PlatenUploadOffers  *self,
                          GFile              **files,
                          int                  n_files)
{
  g_return_if_fail (PLATEN_IS_UPLOAD_OFFERS (self));
  g_return_if_fail (files != NULL || n_files == 0);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));

  platen_upload_offers_ask (self);
}
