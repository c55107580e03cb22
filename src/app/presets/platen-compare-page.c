/* platen-compare-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-compare-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-compare-item.h"
#include "platen-compare-row.h"
#include "platen-grouped-list.h"
#include "platen-grouped-row.h"
#include "platen-page.h"
#include "platen-preset-loader.h"
#include "platen-preset-text.h"
#include "platen-setting-info.h"
#include "platen-tab-stop.h"

/* What differs comes before all groups. */
#define DIFFERENT_RANK -1

struct _PlatenComparePage
{
  AdwBin              parent_instance;

  BambuSession       *session;
  BambuPreset        *preset;
  PlatenPresetLoader *first;
  PlatenPresetLoader *second;

  /* Of BambuPreset: what there is to choose from. */
  GPtrArray          *others;
  GListStore         *items;
  PlatenGroupedList  *rows;

  GtkDropDown        *chooser;
  AdwStatusPage      *error_page;
  GtkListView        *list;
  GtkLabel           *name;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkNoSelection     *selection;
  GtkStack           *stack;
  AdwWindowTitle     *title;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenComparePage, platen_compare_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static gboolean
platen_compare_page_place (gpointer            object,
                           PlatenGroupedPlace *place,
                           gpointer            user_data)
{
  PlatenCompareItem *item = PLATEN_COMPARE_ITEM (object);
  g_autofree char *label_key = g_utf8_collate_key (platen_compare_item_get_label (item), -1);

  if (platen_compare_item_get_differs (item))
    {
      place->group = g_strdup (_("Different"));
      place->rank = DIFFERENT_RANK;
      place->key = g_strdup_printf ("%02d %s", platen_compare_item_get_rank (item), label_key);
    }
  else
    {
      place->group = g_strdup (platen_compare_item_get_group (item));
      place->rank = platen_compare_item_get_rank (item);
      place->key = g_steal_pointer (&label_key);
    }

  place->text = g_strjoin ("\n",
                           platen_compare_item_get_label (item),
                           platen_compare_item_get_key (item),
                           platen_compare_item_get_first (item),
                           platen_compare_item_get_second (item),
                           NULL);

  return TRUE;
}

static char *
platen_compare_page_describe_group (const char *group,
                                    int         rank,
                                    guint       n_items,
                                    gpointer    user_data)
{
  return rank == DIFFERENT_RANK ? g_strdup_printf ("%u", n_items) : NULL;
}

static const GError *
platen_compare_page_get_error (PlatenComparePage *self)
{
  const GError *error = platen_preset_loader_get_error (self->first);

  return error != NULL ? error : platen_preset_loader_get_error (self->second);
}

static void
platen_compare_page_update (PlatenComparePage *self)
{
  const GError *error = NULL;
  const char *child;

  g_assert (PLATEN_IS_COMPARE_PAGE (self));

  if (self->second == NULL)
    child = "choose";
  else if (platen_preset_loader_get_detail (self->first) != NULL && platen_preset_loader_get_detail (self->second) != NULL)
    child = platen_grouped_list_get_n_found (self->rows) > 0 ? "content" : "nothing";
  else
    child = (error = platen_compare_page_get_error (self)) != NULL ? "error" : "loading";

  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->error_page, escaped);
    }

  gtk_stack_set_visible_child_name (self->stack, child);
}

static void
platen_compare_page_update_title (PlatenComparePage *self,
                                  guint              n_different)
{
  g_autofree char *subtitle = NULL;

  subtitle = g_strdup_printf (ngettext ("%u setting differs", "%u settings differ", n_different), n_different);
  adw_window_title_set_subtitle (self->title, self->second != NULL ? subtitle : "");
}

static void
platen_compare_page_compare (PlatenComparePage *self)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) first = platen_preset_loader_dup_values (self->first);
  g_autoptr(GHashTable) second = self->second != NULL ? platen_preset_loader_dup_values (self->second) : NULL;
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_different = 0;
  GHashTableIter iter;
  gpointer key;

  g_assert (PLATEN_IS_COMPARE_PAGE (self));

  for (g_hash_table_iter_init (&iter, first); second != NULL && g_hash_table_iter_next (&iter, &key, NULL);)
    g_hash_table_add (keys, key);

  if (second != NULL)
    {
      for (g_hash_table_iter_init (&iter, second); g_hash_table_iter_next (&iter, &key, NULL);)
        g_hash_table_add (keys, key);
    }

  for (g_hash_table_iter_init (&iter, keys); g_hash_table_iter_next (&iter, &key, NULL);)
    {
      PlatenCompareItem *item;

      if (platen_setting_is_hidden (key))
        continue;

      item = platen_compare_item_new (bambu_preset_get_kind (self->preset), key,
                                      g_hash_table_lookup (first, key), g_hash_table_lookup (second, key));
      n_different += platen_compare_item_get_differs (item);
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  platen_compare_page_update_title (self, n_different);
  platen_compare_page_update (self);
}

/* At first with what it inherits, where that is in the list. */
static void
platen_compare_page_loaded_cb (PlatenComparePage *self)
{
  g_autoptr(BambuPreset) parent = platen_preset_loader_dup_parent (self->first);
  guint position;

  g_assert (PLATEN_IS_COMPARE_PAGE (self));

  if (parent != NULL && self->second == NULL && g_ptr_array_find (self->others, parent, &position))
    gtk_drop_down_set_selected (self->chooser, position);

  platen_compare_page_compare (self);
}

static void
platen_compare_page_watch (PlatenComparePage  *self,
                           PlatenPresetLoader *loader,
                           GCallback           loaded_cb)
{
  g_signal_connect_object (loader, "notify::detail", loaded_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (loader, "notify::loading",
                           G_CALLBACK (platen_compare_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (loader, "inherited",
                           G_CALLBACK (platen_compare_page_compare),
                           self, G_CONNECT_SWAPPED);
  platen_preset_loader_load (loader);
}

static void
platen_compare_page_selected_cb (PlatenComparePage *self)
{
  guint position = gtk_drop_down_get_selected (self->chooser);

  g_assert (PLATEN_IS_COMPARE_PAGE (self));

  if (self->others == NULL || position >= self->others->len)
    return;

  g_clear_object (&self->second);
  self->second = platen_preset_loader_new (self->session, g_ptr_array_index (self->others, position));
  platen_compare_page_watch (self, self->second, G_CALLBACK (platen_compare_page_compare));
  platen_compare_page_compare (self);
}

static void
platen_compare_page_retry_cb (PlatenComparePage *self)
{
  g_assert (PLATEN_IS_COMPARE_PAGE (self));

  platen_preset_loader_load (self->first);

  if (self->second != NULL)
    platen_preset_loader_load (self->second);
}

static void
platen_compare_page_setup_cb (PlatenComparePage *self,
                              GtkListItem       *item)
{
  gtk_list_item_set_child (item, platen_grouped_row_new (platen_compare_row_new ()));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
platen_compare_page_bind_cb (PlatenComparePage *self,
                             GtkListItem       *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));
  PlatenGroupedItem *grouped = gtk_list_item_get_item (item);

  platen_grouped_row_set_item (row, grouped);
  platen_compare_row_set_item (PLATEN_COMPARE_ROW (platen_grouped_row_get_child (row)),
                               platen_grouped_item_get_item (grouped));
}

static void
platen_compare_page_unbind_cb (PlatenComparePage *self,
                               GtkListItem       *item)
{
  platen_grouped_row_set_item (PLATEN_GROUPED_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
platen_compare_page_search_changed_cb (PlatenComparePage *self,
                                       GtkSearchEntry    *entry)
{
  g_assert (PLATEN_IS_COMPARE_PAGE (self));

  platen_grouped_list_set_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (entry)));
  platen_compare_page_update (self);
}

static void
platen_compare_page_toggle_search (PlatenPage *page)
{
  PlatenComparePage *self = PLATEN_COMPARE_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

static void
platen_compare_page_refresh (PlatenPage *page)
{
  platen_compare_page_retry_cb (PLATEN_COMPARE_PAGE (page));
}

static gboolean
platen_compare_page_focus (PlatenPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLATEN_COMPARE_PAGE (page)->chooser));
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->toggle_search = platen_compare_page_toggle_search;
  iface->refresh = platen_compare_page_refresh;
  iface->focus = platen_compare_page_focus;
}

static void
platen_compare_page_dispose (GObject *object)
{
  PlatenComparePage *self = (PlatenComparePage *)object;

  if (self->rows != NULL)
    platen_grouped_list_set_model (self->rows, NULL);

  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->rows);
  g_clear_object (&self->items);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_object (&self->preset);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_compare_page_parent_class)->dispose (object);
}

static void
platen_compare_page_class_init (PlatenComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = platen_compare_page_dispose;

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, list);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenComparePage, title);
  gtk_widget_class_bind_template_callback (widget_class, platen_compare_page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_compare_page_retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_compare_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_compare_page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_compare_page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_compare_page_unbind_cb);
}

static void
platen_compare_page_init (PlatenComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->items = g_list_store_new (PLATEN_TYPE_COMPARE_ITEM);
  self->rows = platen_grouped_list_new (platen_compare_page_place, platen_compare_page_describe_group, self, NULL);
  platen_grouped_list_set_model (self->rows, G_LIST_MODEL (self->items));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  g_signal_connect_object (self->rows, "notify::n-found",
                           G_CALLBACK (platen_compare_page_update),
                           self, G_CONNECT_SWAPPED);
}

/* The user's own first, by name. */
static int
compare_presets (gconstpointer a,
                 gconstpointer b)
{
  BambuPreset *preset_a = *(BambuPreset * const *)a;
  BambuPreset *preset_b = *(BambuPreset * const *)b;
  g_autofree char *title_a = platen_preset_dup_title (preset_a);
  g_autofree char *title_b = platen_preset_dup_title (preset_b);

  if (bambu_preset_get_own (preset_a) != bambu_preset_get_own (preset_b))
    return bambu_preset_get_own (preset_a) ? -1 : 1;

  return g_utf8_collate (title_a, title_b);
}

static void
platen_compare_page_fill_chooser (PlatenComparePage *self)
{
  GListModel *presets = G_LIST_MODEL (bambu_session_get_presets (self->session));
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (presets); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (presets, i);

      if (preset != self->preset && bambu_preset_get_kind (preset) == bambu_preset_get_kind (self->preset))
        g_ptr_array_add (self->others, g_steal_pointer (&preset));
    }

  g_ptr_array_sort (self->others, compare_presets);

  for (guint i = 0; i < self->others->len; i++)
    gtk_string_list_take (titles, platen_preset_dup_title (g_ptr_array_index (self->others, i)));

  g_signal_handlers_block_by_func (self->chooser, platen_compare_page_selected_cb, self);
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->chooser, GTK_INVALID_LIST_POSITION);
  g_signal_handlers_unblock_by_func (self->chooser, platen_compare_page_selected_cb, self);
}

/**
 * platen_compare_page_new:
 * @session: the session that it belongs to
 * @preset: the preset to compare with others
 *
 * Returns: (transfer floating): a page that compares @preset with what it inherits, or with what the user chooses
 */
GtkWidget *
platen_compare_page_new (BambuSession *session,
                         BambuPreset  *preset)
{
  PlatenComparePage *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  self = g_object_new (PLATEN_TYPE_COMPARE_PAGE, NULL);
  self->session = g_object_ref (session);
  self->preset = g_object_ref (preset);
  self->first = platen_preset_loader_new (session, preset);
  title = platen_preset_dup_title (preset);
  gtk_label_set_label (self->name, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), title);
  platen_compare_page_fill_chooser (self);
  platen_compare_page_watch (self, self->first, G_CALLBACK (platen_compare_page_loaded_cb));

  return GTK_WIDGET (self);
}
