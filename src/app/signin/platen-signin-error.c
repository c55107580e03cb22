/* platen-signin-error.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-signin-error.h"

/**
 * platen_signin_show_error:
 * @field: an entry, or a row that is one
 * @label: the label under it, hidden with its parent row while all is well
 * @message: (nullable): what is wrong with what was entered; %NULL: nothing
 *
 * Says under a field what is wrong with it, also to those who do not see that.
 */
void
platen_signin_show_error (GtkWidget  *field,
                          GtkLabel   *label,
                          const char *message)
{
  GtkWidget *row;
  GtkWidget *text;

  g_return_if_fail (GTK_IS_EDITABLE (field));
  g_return_if_fail (GTK_IS_LABEL (label));

  row = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_BOX_ROW);
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field)));
  if (row == NULL)
    row = GTK_WIDGET (label);

  gtk_label_set_label (label, message != NULL ? message : "");
  gtk_widget_set_visible (row, message != NULL);

  if (message != NULL)
    {
      gtk_widget_add_css_class (field, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (text),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (text),
                                      GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL,
                                      -1);
      gtk_widget_grab_focus (field);
    }
  else
    {
      gtk_widget_remove_css_class (field, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
    }
}
