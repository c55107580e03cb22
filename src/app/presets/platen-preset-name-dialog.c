/* platen-preset-name-dialog.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-name-dialog.h"

#include <glib/gi18n.h>

#include "platen-preset-text.h"

/* What the slicers do not let a preset be called. */
#define REFUSED "<>[]:/\\|?*\""

struct _PlatenPresetNameDialog
{
  AdwMessageDialog  parent_instance;

  BambuSession     *session;
  BambuPresetKind   kind;

  GtkEntry         *entry;
  GtkLabel         *problem;
};

G_DEFINE_FINAL_TYPE (PlatenPresetNameDialog, platen_preset_name_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
platen_preset_name_dialog_is_taken (PlatenPresetNameDialog *self,
                                    const char             *name)
{
  GListModel *presets = G_LIST_MODEL (bambu_session_get_presets (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (presets); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (presets, i);

      if (bambu_preset_get_kind (preset) == self->kind && g_strcmp0 (bambu_preset_get_name (preset), name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
platen_preset_name_dialog_changed_cb (PlatenPresetNameDialog *self)
{
  g_autofree char *name = platen_preset_name_dialog_dup_name (self);
  const char *problem = NULL;

  g_assert (PLATEN_IS_PRESET_NAME_DIALOG (self));

  /* While it is being made. */
  if (self->session == NULL)
    return;

  if (strpbrk (name, REFUSED) != NULL)
    /* Translators: the characters that a name cannot have follow */
    problem = _("Slicers take no name with any of < > [ ] : / \\ | ? * \"");
  else if (platen_preset_name_dialog_is_taken (self, name))
    problem = _("There is a preset of this name.");

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "duplicate", *name != 0 && problem == NULL);
}

static void
platen_preset_name_dialog_dispose (GObject *object)
{
  PlatenPresetNameDialog *self = (PlatenPresetNameDialog *)object;

  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_preset_name_dialog_parent_class)->dispose (object);
}

static void
platen_preset_name_dialog_class_init (PlatenPresetNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = platen_preset_name_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-preset-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetNameDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetNameDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_name_dialog_changed_cb);
}

static void
platen_preset_name_dialog_init (PlatenPresetNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_preset_name_dialog_new:
 * @parent: what it stands above
 * @session: the session that @preset belongs to
 * @preset: what is to be copied
 *
 * Returns: (transfer none): a dialog that is not shown yet
 */
GtkWidget *
platen_preset_name_dialog_new (GtkWindow    *parent,
                               BambuSession *session,
                               BambuPreset  *preset)
{
  PlatenPresetNameDialog *self;
  g_autofree char *name = NULL;
  g_autofree char *quota = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  self = g_object_new (PLATEN_TYPE_PRESET_NAME_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->kind = bambu_preset_get_kind (preset);

  name = platen_preset_dup_copied (preset);
  quota = platen_preset_dup_quota (G_LIST_MODEL (bambu_session_get_presets (session)), self->kind);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), quota != NULL ? quota : "");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  platen_preset_name_dialog_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return GTK_WIDGET (self);
}

/**
 * platen_preset_name_dialog_dup_name:
 * @self: a #PlatenPresetNameDialog
 *
 * Returns: (transfer full): what the copy is to be called
 */
char *
platen_preset_name_dialog_dup_name (PlatenPresetNameDialog *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_NAME_DIALOG (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}
