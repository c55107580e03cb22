/* platen-preset-menu.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-menu.h"

#include <glib/gi18n.h>

#include "platen-file-dialog.h"
#include "platen-preset-name-dialog.h"
#include "platen-preset-removal.h"
#include "platen-preset-text.h"

#include "bambu-transfer.h"

struct _PlatenPresetMenu
{
  AdwBin              parent_instance;

  BambuSession       *session;
  BambuPreset        *preset;
  PlatenPresetLoader *loader;
  gboolean            busy;

  GCancellable       *choosing;
  GtkWidget          *dialog;
};

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenPresetMenu, platen_preset_menu, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
platen_preset_menu_update (PlatenPresetMenu *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *id = bambu_preset_get_id (self->preset);
  const gboolean there = bambu_list_lookup (bambu_session_get_presets (self->session), id) != NULL;
  const gboolean loaded = platen_preset_loader_get_detail (self->loader) != NULL;

  gtk_widget_action_set_enabled (widget, "preset.compare", there && loaded);
  gtk_widget_action_set_enabled (widget, "preset.duplicate", there && !self->busy);
  gtk_widget_action_set_enabled (widget, "preset.export", loaded);
  gtk_widget_action_set_enabled (widget, "preset.remove", there && !self->busy && bambu_preset_get_own (self->preset));
}

static void
platen_preset_menu_set_busy (PlatenPresetMenu *self,
                             gboolean          busy)
{
  self->busy = busy;
  platen_preset_menu_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
platen_preset_menu_compare_action (GtkWidget  *widget,
                                   const char *name,
                                   GVariant   *parameter)
{
  PlatenPresetMenu *self = PLATEN_PRESET_MENU (widget);

  gtk_widget_activate_action (widget, "win.compare-preset", "s", bambu_preset_get_id (self->preset));
}

/* Whoever has gone elsewhere meanwhile is not taken back, and hears of it all the same. */
static void
platen_preset_menu_duplicated_cb (GObject      *object,
                                  GAsyncResult *result,
                                  gpointer      user_data)
{
  g_autoptr(PlatenPresetMenu) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = bambu_session_duplicate_preset_finish (BAMBU_SESSION (object), result, &error);

  if (self->preset == NULL)
    return;

  platen_preset_menu_set_busy (self, FALSE);

  if (id == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-preset", "s", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Preset duplicated"));
}

static void
platen_preset_menu_duplicate_cb (PlatenPresetMenu *self,
                                 const char       *response,
                                 GtkWidget        *dialog)
{
  g_autofree char *name = platen_preset_name_dialog_dup_name (PLATEN_PRESET_NAME_DIALOG (dialog));

  g_assert (PLATEN_IS_PRESET_MENU (self));

  if (!g_str_equal (response, "duplicate") || self->preset == NULL)
    return;

  platen_preset_menu_set_busy (self, TRUE);
  bambu_session_duplicate_preset_async (self->session, self->preset, name, NULL,
                                        platen_preset_menu_duplicated_cb, g_object_ref (self));
}

static void
platen_preset_menu_duplicate_action (GtkWidget  *widget,
                                     const char *name,
                                     GVariant   *parameter)
{
  PlatenPresetMenu *self = PLATEN_PRESET_MENU (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->dialog != NULL || !GTK_IS_WINDOW (root))
    return;

  g_set_weak_pointer (&self->dialog, platen_preset_name_dialog_new (GTK_WINDOW (root), self->session, self->preset));
  g_signal_connect_object (self->dialog, "response",
                           G_CALLBACK (platen_preset_menu_duplicate_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

/* The slicers refuse what is called as one of the vendor's. */
static void
platen_preset_menu_export_action (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  PlatenPresetMenu *self = PLATEN_PRESET_MENU (widget);
  g_autofree char *title = NULL;
  g_autofree char *with_suffix = NULL;
  g_autofree char *file_name = NULL;
  g_autoptr(GBytes) file = NULL;

  title = bambu_preset_get_own (self->preset) ? platen_preset_dup_title (self->preset)
                                              : platen_preset_dup_copied (self->preset);
  file = bambu_preset_detail_create_file (platen_preset_loader_get_detail (self->loader), title);

  if (file == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", _("The cloud told no settings of this preset"));
      return;
    }

  with_suffix = g_strconcat (title, ".json", NULL);
  file_name = bambu_transfer_clean_name (with_suffix);
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  self->choosing = g_cancellable_new ();
  platen_file_dialog_export (widget, _("Export Preset"), file_name, file, _("Preset exported"), self->choosing);
}

static void
platen_preset_menu_remove_action (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  PlatenPresetMenu *self = PLATEN_PRESET_MENU (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->dialog == NULL && GTK_IS_WINDOW (root))
    g_set_weak_pointer (&self->dialog, platen_preset_removal_ask (GTK_WINDOW (root), self->session, self->preset));
}

static void
platen_preset_menu_dispose (GObject *object)
{
  PlatenPresetMenu *self = (PlatenPresetMenu *)object;

  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->loader);
  g_clear_object (&self->preset);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_preset_menu_parent_class)->dispose (object);
}

static void
platen_preset_menu_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenPresetMenu *self = PLATEN_PRESET_MENU (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_preset_menu_class_init (PlatenPresetMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_preset_menu_dispose;
  object_class->get_property = platen_preset_menu_get_property;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "preset.compare", NULL, platen_preset_menu_compare_action);
  gtk_widget_class_install_action (widget_class, "preset.duplicate", NULL, platen_preset_menu_duplicate_action);
  gtk_widget_class_install_action (widget_class, "preset.export", NULL, platen_preset_menu_export_action);
  gtk_widget_class_install_action (widget_class, "preset.remove", NULL, platen_preset_menu_remove_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-preset-menu.ui");
}

static void
platen_preset_menu_init (PlatenPresetMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_preset_menu_new:
 *
 * Returns: (transfer floating): a menu for no preset yet
 */
GtkWidget *
platen_preset_menu_new (void)
{
  return g_object_new (PLATEN_TYPE_PRESET_MENU, NULL);
}

/**
 * platen_preset_menu_set_preset:
 * @self: a #PlatenPresetMenu
 * @session: the session that @preset belongs to
 * @preset: the preset to do something with
 * @loader: what loads its settings
 *
 * To be called once.
 */
void
platen_preset_menu_set_preset (PlatenPresetMenu   *self,
                               BambuSession       *session,
                               BambuPreset        *preset,
                               PlatenPresetLoader *loader)
{
  g_return_if_fail (PLATEN_IS_PRESET_MENU (self));
  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (BAMBU_IS_PRESET (preset));
  g_return_if_fail (PLATEN_IS_PRESET_LOADER (loader));
  g_return_if_fail (self->preset == NULL);

  self->session = g_object_ref (session);
  self->preset = g_object_ref (preset);
  self->loader = g_object_ref (loader);
  g_signal_connect_object (bambu_session_get_presets (session), "items-changed",
                           G_CALLBACK (platen_preset_menu_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (loader, "notify::detail",
                           G_CALLBACK (platen_preset_menu_update),
                           self, G_CONNECT_SWAPPED);
  platen_preset_menu_update (self);
}
