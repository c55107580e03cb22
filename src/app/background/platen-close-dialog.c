/* platen-close-dialog.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-close-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  PlatenCloseFunc func;
  gpointer        user_data;
} Question;

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  PlatenCloseAnswer answer = PLATEN_CLOSE_ANSWER_STAY_OPEN;

  if (g_str_equal (response, "quit"))
    answer = PLATEN_CLOSE_ANSWER_QUIT;
  else if (g_str_equal (response, "keep"))
    answer = PLATEN_CLOSE_ANSWER_KEEP_RUNNING;

  question->func (answer, question->user_data);
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

/**
 * platen_close_dialog_show:
 * @parent: the window that is to be closed
 * @func: called with the answer, once
 * @user_data: passed to @func
 *
 * Says what closing the window does where there is no tray, and lets the user choose.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
platen_close_dialog_show (GtkWindow       *parent,
                          PlatenCloseFunc  func,
                          gpointer         user_data)
{
  GtkWidget *dialog;
  Question *question;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  question = g_new0 (Question, 1);
  question->func = func;
  question->user_data = user_data;

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
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}
