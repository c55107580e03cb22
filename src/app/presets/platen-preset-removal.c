/* platen-preset-removal.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-removal.h"

#include <glib/gi18n.h>

#include "platen-preset-text.h"

/* The page that asked goes with the preset: whatever there is to say is said by the window. Counted. */
typedef struct
{
  BambuSession *session;
  BambuPreset  *preset;
  GWeakRef      window;
} Removal;

static void
removal_clear (gpointer data)
{
  Removal *removal = data;

  g_weak_ref_clear (&removal->window);
  g_object_unref (removal->preset);
  g_object_unref (removal->session);
}

static void
removal_unref (Removal *removal)
{
  g_rc_box_release_full (removal, removal_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_unref)

static void
removal_unref_cb (gpointer  data,
                  GClosure *closure)
{
  removal_unref (data);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Removal) removal = user_data;
  g_autoptr(GtkWidget) window = g_weak_ref_get (&removal->window);
  g_autoptr(GError) error = NULL;
  g_autofree char *title = platen_preset_dup_title (removal->preset);
  g_autofree char *toast = NULL;

  if (bambu_session_remove_preset_finish (BAMBU_SESSION (object), result, &error))
    /* Translators: the name of a preset */
    toast = g_strdup_printf (_("“%s” is removed"), title);
  else
    /* Translators: the name of a preset, and why */
    toast = g_strdup_printf (_("“%s” was not removed. %s"), title, error->message);

  if (window != NULL)
    gtk_widget_activate_action (window, "win.toast", "s", toast);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Removal *removal = user_data;
  g_autoptr(GtkWidget) window = g_weak_ref_get (&removal->window);

  if (!g_str_equal (response, "remove"))
    return;

  /* First: the page says that its preset is gone as soon as it is. */
  if (window != NULL)
    gtk_widget_activate_action (window, "win.back", NULL);

  bambu_session_remove_preset_async (removal->session, removal->preset, NULL, removed_cb, g_rc_box_acquire (removal));
}

/**
 * platen_preset_removal_ask:
 * @window: what to ask in
 * @session: the session that @preset belongs to
 * @preset: one of the user's own
 *
 * Asks whether to remove @preset. If so, goes back by one page and removes it, and says how that went.
 *
 * Returns: (transfer none): the question
 */
GtkWidget *
platen_preset_removal_ask (GtkWindow    *window,
                           BambuSession *session,
                           BambuPreset  *preset)
{
  g_autofree char *title = NULL;
  g_autofree char *quota = NULL;
  g_autofree char *body = NULL;
  Removal *removal;
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  removal = g_rc_box_new0 (Removal);
  removal->session = g_object_ref (session);
  removal->preset = g_object_ref (preset);
  g_weak_ref_init (&removal->window, window);

  title = platen_preset_dup_title (preset);
  quota = platen_preset_dup_quota (G_LIST_MODEL (bambu_session_get_presets (session)), bambu_preset_get_kind (preset));
  /* Translators: the name of a preset */
  body = g_strdup_printf (_("“%s” goes from the cloud and from your slicers, and does not come back."), title);

  if (quota != NULL)
    {
      g_autofree char *first = g_steal_pointer (&body);

      body = g_strconcat (first, "\n\n", quota, NULL);
    }

  dialog = adw_message_dialog_new (window, _("Remove Preset?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "remove", _("_Remove"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), removal, removal_unref_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
