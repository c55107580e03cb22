/* platen-close-dialog.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-close-dialog.h"

#include <glib/gi18n.h>

/**
 * platen_close_dialog_new:
 * @parent: the window that is to be closed
 *
 * Makes the dialog that says what closing the window does where there is no tray, and lets the user choose.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
platen_close_dialog_new (GtkWindow *parent)
{
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  dialog = adw_message_dialog_new (parent,
                                   _("Keep Platen Running?"),
                                   _("There is no tray on this desktop, so closing the window quits Platen, and nothing "
                                     "tells you how your prints end. It can go on in the background instead; start it "
                                     "again to see its window. Preferences let you change this at any time."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "quit", _("_Quit"),
                                    "keep", _("_Keep Running"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  return dialog;
}
