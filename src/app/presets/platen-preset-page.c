/* platen-preset-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-cell.h"
#include "platen-grouped-list.h"
#include "platen-grouped-row.h"
#include "platen-page.h"
#include "platen-preset-items.h"
#include "platen-preset-loader.h"
#include "platen-preset-menu.h"
#include "platen-preset-text.h"
#include "platen-setting-info.h"
#include "platen-setting-item.h"
#include "platen-setting-row.h"
#include "platen-state-bin.h"
#include "platen-strip.h"
#include "platen-tab-stop.h"

#define N_PLACEHOLDERS 12

struct _PlatenPresetPage
{
  AdwBin              parent_instance;

  BambuSession       *session;
  BambuPreset        *preset;
  PlatenPresetLoader *loader;

  /* Of PlatenSettingItem, and in groups. */
  GListStore         *items;
  PlatenGroupedList  *rows;
  PlatenSettingItem  *inherits_item;

  AdwStatusPage      *error_page;
  GtkListView        *list;
  PlatenPresetMenu   *menu;
  GtkListView        *placeholder_list;
  GtkWidget          *retry_button;
  GtkSearchBar       *search_bar;
  GtkWidget          *search_button;
  GtkSearchEntry     *search_entry;
  GtkNoSelection     *selection;
  GtkStack           *stack;
  PlatenStateBin     *state_bin;
  PlatenStrip        *strip;
  AdwWindowTitle     *title;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenPresetPage, platen_preset_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static gboolean
platen_preset_page_place (gpointer            object,
                          PlatenGroupedPlace *place,
                          gpointer            user_data)
{
  PlatenSettingItem *item = PLATEN_SETTING_ITEM (object);
  const char *key = platen_setting_item_get_key (item);

  place->group = g_strdup (platen_setting_item_get_group (item));
  place->rank = platen_setting_item_get_rank (item);
  place->text = g_strjoin ("\n",
                           platen_setting_item_get_label (item),
                           platen_setting_item_get_value (item),
                           key,
                           NULL);

  return TRUE;
}

/* The preset's name, which a narrow header bar cuts short, stands above what is known of it. */
static char *
platen_preset_page_describe_group (const char *group,
                                   int         rank,
                                   guint       n_items,
                                   gpointer    user_data)
{
  PlatenPresetPage *self = user_data;

  if (rank != PLATEN_PRESET_ITEMS_FACTS_RANK)
    return NULL;

  switch (bambu_preset_get_kind (self->preset))
    {
    case BAMBU_PRESET_KIND_PRINTER:
      return g_strdup (_("Printer"));

    case BAMBU_PRESET_KIND_FILAMENT:
      return g_strdup (_("Filament"));

    case BAMBU_PRESET_KIND_PROCESS:
    default:
      return g_strdup (_("Process"));
    }
}

static void
platen_preset_page_update_title (PlatenPresetPage *self,
                                 guint             n_changed)
{
  g_autofree char *title = platen_preset_dup_title (self->preset);
  g_autofree char *subtitle = NULL;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  if (n_changed > 0)
    /* Translators: how many settings differ from those of the preset that is inherited */
    subtitle = g_strdup_printf (ngettext ("%u setting changed", "%u settings changed", n_changed), n_changed);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

/* Marks what differs from the preset that is inherited, as far as that is known. */
static void
platen_preset_page_update_inherited (PlatenPresetPage *self)
{
  guint n_changed = 0;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr(PlatenSettingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const char *key = platen_setting_item_get_key (item);
      const char *inherited = key != NULL ? platen_preset_loader_get_inherited (self->loader, key) : NULL;
      g_autofree char *value = NULL;

      if (inherited != NULL && !platen_setting_same_value (inherited, platen_setting_item_get_raw_value (item)))
        {
          value = platen_setting_dup_value (key, inherited);
          n_changed++;
        }

      platen_setting_item_set_inherited (item, value);
    }

  platen_preset_page_update_title (self, n_changed);
}

/* A link where the preset that is inherited is there to be opened. */
static void
platen_preset_page_update_parent (PlatenPresetPage *self)
{
  g_autoptr(BambuPreset) parent = NULL;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  if (self->inherits_item == NULL)
    return;

  parent = platen_preset_loader_dup_parent (self->loader);
  platen_setting_item_set_link (self->inherits_item, parent != NULL ? bambu_preset_get_id (parent) : NULL);
}

static void
platen_preset_page_update_detail (PlatenPresetPage *self)
{
  BambuPresetDetail *detail;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  if (!(detail = platen_preset_loader_get_detail (self->loader)))
    return;

  g_list_store_remove_all (self->items);
  g_clear_object (&self->inherits_item);
  self->inherits_item = platen_preset_items_add_facts (self->items, self->preset, detail);
  platen_preset_items_add_settings (self->items, self->preset, detail);
  platen_preset_page_update_parent (self);
  platen_preset_page_update_inherited (self);
}

static void
platen_preset_page_update_error (PlatenPresetPage *self,
                                 const GError     *error)
{
  g_autofree char *escaped = NULL;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  /* Where the whole list could not be had either, that is said already. */
  platen_strip_set_revealed (self->strip,
                             error != NULL &&
                             platen_preset_loader_get_detail (self->loader) != NULL &&
                             bambu_list_get_error (bambu_session_get_presets (self->session)) == NULL);

  if (error == NULL)
    return;

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, escaped);
  platen_strip_set_title (self->strip, error->message);
}

/* Nobody has the keyboard while the settings come for the first time. */
static void
platen_preset_page_focus_content (PlatenPresetPage *self)
{
  g_assert (PLATEN_IS_PRESET_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    platen_page_focus (PLATEN_PAGE (self));
}

static void
platen_preset_page_update (PlatenPresetPage *self)
{
  const GError *error = platen_preset_loader_get_error (self->loader);
  gboolean loading = platen_preset_loader_get_loading (self->loader);
  gboolean has_detail = platen_preset_loader_get_detail (self->loader) != NULL;
  const char *child;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  if (bambu_list_lookup (bambu_session_get_presets (self->session), bambu_preset_get_id (self->preset)) == NULL)
    child = "gone";
  else if (!has_detail)
    child = error != NULL ? "error" : "loading";
  else
    child = platen_grouped_list_get_n_found (self->rows) > 0 ? "content" : "nothing";

  gtk_stack_set_visible_child_name (self->stack, child);
  platen_preset_page_focus_content (self);
  gtk_widget_set_sensitive (self->search_button, has_detail);
  gtk_widget_set_sensitive (self->retry_button, !loading);
  platen_strip_set_busy (self->strip, loading);
  platen_preset_page_update_error (self, error);
}

static void
platen_preset_page_list_changed_cb (PlatenPresetPage *self)
{
  g_assert (PLATEN_IS_PRESET_PAGE (self));

  platen_preset_page_update_parent (self);
  platen_preset_page_update (self);
}

static void
platen_preset_page_retry_cb (PlatenPresetPage *self)
{
  g_assert (PLATEN_IS_PRESET_PAGE (self));

  platen_preset_loader_load (self->loader);
}

static void
platen_preset_page_setup_cb (PlatenPresetPage *self,
                             GtkListItem      *item)
{
  g_assert (PLATEN_IS_PRESET_PAGE (self));

  gtk_list_item_set_child (item, platen_grouped_row_new (platen_setting_row_new ()));
}

static void
platen_preset_page_update_activatable (GtkListItem       *item,
                                       GParamSpec        *pspec,
                                       PlatenSettingItem *setting)
{
  gtk_list_item_set_activatable (item,
                                 platen_setting_item_get_link (setting) != NULL ||
                                 platen_setting_item_get_n_lines (setting) > 1);
}

static void
platen_preset_page_bind_cb (PlatenPresetPage *self,
                            GtkListItem      *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));
  PlatenGroupedItem *grouped = gtk_list_item_get_item (item);
  PlatenSettingItem *setting = platen_grouped_item_get_item (grouped);

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  platen_grouped_row_set_item (row, grouped);
  platen_setting_row_set_item (PLATEN_SETTING_ROW (platen_grouped_row_get_child (row)), setting);
  gtk_list_item_set_activatable (item, FALSE);

  if (setting == NULL)
    return;

  g_signal_connect_object (setting, "notify::link",
                           G_CALLBACK (platen_preset_page_update_activatable),
                           item, G_CONNECT_SWAPPED);
  platen_preset_page_update_activatable (item, NULL, setting);
}

static void
platen_preset_page_unbind_cb (PlatenPresetPage *self,
                              GtkListItem      *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));
  PlatenSettingItem *setting = platen_grouped_item_get_item (gtk_list_item_get_item (item));

  if (setting != NULL)
    g_signal_handlers_disconnect_by_func (setting, platen_preset_page_update_activatable, item);

  platen_grouped_row_set_item (row, NULL);
  platen_setting_row_set_item (PLATEN_SETTING_ROW (platen_grouped_row_get_child (row)), NULL);
}

static void
platen_preset_page_activate_cb (PlatenPresetPage *self,
                                guint             position,
                                GtkListView      *list)
{
  g_autoptr(PlatenGroupedItem) grouped = NULL;
  PlatenSettingItem *item;
  const char *link;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  grouped = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (grouped == NULL || !(item = platen_grouped_item_get_item (grouped)))
    return;

  if ((link = platen_setting_item_get_link (item)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-preset", "s", link);
  else if (platen_setting_item_get_n_lines (item) > 1)
    platen_setting_item_set_expanded (item, !platen_setting_item_get_expanded (item));
}

static void
platen_preset_page_search_changed_cb (PlatenPresetPage *self,
                                      GtkSearchEntry   *entry)
{
  g_assert (PLATEN_IS_PRESET_PAGE (self));

  platen_grouped_list_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (entry)));

  platen_cells_scroll_up (GTK_WIDGET (self->list));
}

static void
platen_preset_page_clear_search_cb (PlatenPresetPage *self,
                                    GtkButton        *button)
{
  g_assert (PLATEN_IS_PRESET_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
platen_preset_page_toggle_search (PlatenPage *page)
{
  PlatenPresetPage *self = PLATEN_PRESET_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

static void
platen_preset_page_refresh (PlatenPage *page)
{
  platen_preset_loader_load (PLATEN_PRESET_PAGE (page)->loader);
}

static gboolean
platen_preset_page_focus (PlatenPage *page)
{
  return platen_state_bin_focus (PLATEN_PRESET_PAGE (page)->state_bin);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->toggle_search = platen_preset_page_toggle_search;
  iface->refresh = platen_preset_page_refresh;
  iface->focus = platen_preset_page_focus;
}

static void
platen_preset_page_dispose (GObject *object)
{
  PlatenPresetPage *self = (PlatenPresetPage *)object;

  /* It asks us what groups are. */
  if (self->rows != NULL)
    platen_grouped_list_set_model (self->rows, NULL);

  g_clear_object (&self->loader);
  g_clear_object (&self->inherits_item);
  g_clear_object (&self->rows);
  g_clear_object (&self->items);
  g_clear_object (&self->preset);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_preset_page_parent_class)->dispose (object);
}

static void
platen_preset_page_class_init (PlatenPresetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_preset_page_dispose;

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_PRESET_MENU);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);
  g_type_ensure (PLATEN_TYPE_STRIP);
  g_type_ensure (PLATEN_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-preset-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, menu);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, placeholder_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, state_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetPage, title);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_preset_page_unbind_cb);
}

/* Blank rows in the shape of those to come. */
static void
platen_preset_page_fill_placeholder (PlatenPresetPage *self)
{
  g_autoptr(GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) blanks = NULL;

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  for (guint i = 0; i < N_PLACEHOLDERS; i++)
    gtk_string_list_append (strings, "");

  blanks = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&strings)));
  gtk_list_view_set_model (self->placeholder_list, GTK_SELECTION_MODEL (blanks));
}

static void
platen_preset_page_init (PlatenPresetPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  platen_preset_page_fill_placeholder (self);

  self->items = g_list_store_new (PLATEN_TYPE_SETTING_ITEM);
  self->rows = platen_grouped_list_new (platen_preset_page_place, platen_preset_page_describe_group, self, NULL);
  platen_grouped_list_set_model (self->rows, G_LIST_MODEL (self->items));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
}

/* To be called once, by the constructor. */
static void
platen_preset_page_show (PlatenPresetPage *self,
                         BambuSession     *session,
                         BambuPreset      *preset)
{
  BambuList *presets = bambu_session_get_presets (session);

  g_assert (PLATEN_IS_PRESET_PAGE (self));

  self->session = g_object_ref (session);
  self->preset = g_object_ref (preset);
  self->loader = platen_preset_loader_new (session, preset);

  platen_preset_menu_set_preset (self->menu, session, preset, self->loader);
  platen_state_bin_set_list (self->state_bin, presets);

  g_signal_connect_object (presets, "items-changed",
                           G_CALLBACK (platen_preset_page_list_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presets, "notify::error",
                           G_CALLBACK (platen_preset_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preset, "notify",
                           G_CALLBACK (platen_preset_page_retry_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "notify::detail",
                           G_CALLBACK (platen_preset_page_update_detail),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "notify::loading",
                           G_CALLBACK (platen_preset_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "inherited",
                           G_CALLBACK (platen_preset_page_update_inherited),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::n-found",
                           G_CALLBACK (platen_preset_page_update),
                           self, G_CONNECT_SWAPPED);

  platen_preset_page_update_title (self, 0);
  platen_preset_loader_load (self->loader);
}

/**
 * platen_preset_page_new:
 * @session: the session that it belongs to
 * @preset: the preset to show
 *
 * Returns: (transfer floating): a page for @preset
 */
GtkWidget *
platen_preset_page_new (BambuSession *session,
                        BambuPreset  *preset)
{
  PlatenPresetPage *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  self = g_object_new (PLATEN_TYPE_PRESET_PAGE, NULL);
  platen_preset_page_show (self, session, preset);

  return GTK_WIDGET (self);
}

/**
 * platen_preset_page_get_preset:
 * @self: a #PlatenPresetPage
 *
 * Returns: (transfer none): the preset that is shown
 */
BambuPreset *
platen_preset_page_get_preset (PlatenPresetPage *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_PAGE (self), NULL);

  return self->preset;
}
