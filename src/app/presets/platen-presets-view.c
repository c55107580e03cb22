/* platen-presets-view.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-presets-view.h"

#include <glib/gi18n.h>

#include "platen-cell.h"
#include "platen-grouped-list.h"
#include "platen-grouped-row.h"
#include "platen-late-bin.h"
#include "platen-preset-row.h"
#include "platen-preset-text.h"
#include "platen-tab-stop.h"

struct _PlatenPresetsView
{
  AdwBin             parent_instance;

  BambuPresetKind    kind;
  PlatenGroupedList *rows;
  gboolean           searching;

  GtkListView       *list;
  AdwStatusPage     *nothing_page;
  GtkNoSelection    *selection;
  GtkStack          *stack;
};

enum {
  PROP_0,
  PROP_HINT,
  PROP_KIND,
  PROP_N_FOUND,
  N_PROPS
};

enum {
  CLEAR_SEARCH,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PlatenPresetsView, platen_presets_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
platen_presets_view_place (gpointer            item,
                           PlatenGroupedPlace *place,
                           gpointer            user_data)
{
  PlatenPresetsView *self = user_data;
  BambuPreset *preset = BAMBU_PRESET (item);
  const char *name = bambu_preset_get_name (preset);
  PlatenPresetRank rank;

  if (bambu_preset_get_kind (preset) != self->kind)
    return FALSE;

  place->group = platen_preset_dup_group (preset, &rank);
  place->rank = rank;
  place->key = name != NULL ? g_utf8_collate_key_for_filename (name, -1) : NULL;
  place->text = platen_preset_dup_text (preset);

  return TRUE;
}

static char *
platen_presets_view_describe_group (const char *group,
                                    int         rank,
                                    guint       n_items,
                                    gpointer    user_data)
{
  PlatenPresetsView *self = user_data;

  if (rank != PLATEN_PRESET_RANK_OWN)
    return NULL;

  if (self->kind == BAMBU_PRESET_KIND_PROCESS)
    /* Translators: how many presets of one's own there are, of as many as there may be */
    return g_strdup_printf (_("%u of %u used"), n_items, PLATEN_PRESET_PROCESS_LIMIT);

  return g_strdup_printf ("%u", n_items);
}

static void
platen_presets_view_update (PlatenPresetsView *self)
{
  g_assert (PLATEN_IS_PRESETS_VIEW (self));

  if (platen_presets_view_get_n_found (self) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, self->searching ? "nothing" : "none");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
}

static void
platen_presets_view_setup_cb (PlatenPresetsView *self,
                              GtkListItem       *item)
{
  g_assert (PLATEN_IS_PRESETS_VIEW (self));

  gtk_list_item_set_child (item, platen_grouped_row_new (platen_preset_row_new ()));
}

static void
platen_presets_view_bind_cb (PlatenPresetsView *self,
                             GtkListItem       *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));
  PlatenGroupedItem *grouped = gtk_list_item_get_item (item);
  BambuPreset *preset = platen_grouped_item_get_item (grouped);

  g_assert (PLATEN_IS_PRESETS_VIEW (self));

  platen_grouped_row_set_item (row, grouped);
  platen_preset_row_set_preset (PLATEN_PRESET_ROW (platen_grouped_row_get_child (row)), preset);
  gtk_list_item_set_activatable (item, preset != NULL);
}

static void
platen_presets_view_unbind_cb (PlatenPresetsView *self,
                               GtkListItem       *item)
{
  PlatenGroupedRow *row = PLATEN_GROUPED_ROW (gtk_list_item_get_child (item));

  platen_grouped_row_set_item (row, NULL);
  platen_preset_row_set_preset (PLATEN_PRESET_ROW (platen_grouped_row_get_child (row)), NULL);
}

static void
platen_presets_view_activate_cb (PlatenPresetsView *self,
                                 guint              position,
                                 GtkListView       *list)
{
  g_autoptr(PlatenGroupedItem) item = NULL;
  BambuPreset *preset;

  g_assert (PLATEN_IS_PRESETS_VIEW (self));

  item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item != NULL && (preset = platen_grouped_item_get_item (item)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-preset", "s", bambu_preset_get_id (preset));
}

static void
platen_presets_view_clear_search_cb (PlatenPresetsView *self,
                                     GtkButton         *button)
{
  g_assert (PLATEN_IS_PRESETS_VIEW (self));

  g_signal_emit (self, signals[CLEAR_SEARCH], 0);
}

/* A list view makes hundreds of rows at once: not before it is seen. */
static void
platen_presets_view_map (GtkWidget *widget)
{
  PlatenPresetsView *self = PLATEN_PRESETS_VIEW (widget);

  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->rows));

  GTK_WIDGET_CLASS (platen_presets_view_parent_class)->map (widget);
}

static void
platen_presets_view_dispose (GObject *object)
{
  PlatenPresetsView *self = (PlatenPresetsView *)object;

  /* It asks us where presets belong. */
  if (self->rows != NULL)
    platen_grouped_list_set_model (self->rows, NULL);

  g_clear_object (&self->rows);

  G_OBJECT_CLASS (platen_presets_view_parent_class)->dispose (object);
}

static void
platen_presets_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenPresetsView *self = PLATEN_PRESETS_VIEW (object);

  switch (prop_id)
    {
    case PROP_HINT:
      g_value_set_string (value, adw_status_page_get_description (self->nothing_page));
      break;

    case PROP_KIND:
      g_value_set_enum (value, platen_presets_view_get_kind (self));
      break;

    case PROP_N_FOUND:
      g_value_set_uint (value, platen_presets_view_get_n_found (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_presets_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenPresetsView *self = PLATEN_PRESETS_VIEW (object);

  switch (prop_id)
    {
    case PROP_HINT:
      platen_presets_view_set_hint (self, g_value_get_string (value));
      break;

    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_presets_view_class_init (PlatenPresetsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_presets_view_dispose;
  object_class->get_property = platen_presets_view_get_property;
  object_class->set_property = platen_presets_view_set_property;

  widget_class->map = platen_presets_view_map;

  properties[PROP_HINT] =
    g_param_spec_string ("hint", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL,
                       BAMBU_TYPE_PRESET_KIND, BAMBU_PRESET_KIND_PROCESS,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_N_FOUND] =
    g_param_spec_uint ("n-found", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CLEAR_SEARCH] =
    g_signal_new ("clear-search",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (PLATEN_TYPE_LATE_BIN);
  g_type_ensure (PLATEN_TYPE_TAB_STOP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-presets-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsView, list);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsView, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsView, stack);
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_view_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_view_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_view_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_view_unbind_cb);
}

static void
platen_presets_view_init (PlatenPresetsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = platen_grouped_list_new (platen_presets_view_place, platen_presets_view_describe_group, self, NULL);
  g_signal_connect_object (self->rows, "notify::n-found",
                           G_CALLBACK (platen_presets_view_update),
                           self, G_CONNECT_SWAPPED);
}

/**
 * platen_presets_view_get_kind:
 * @self: a #PlatenPresetsView
 *
 * Returns: which presets it shows
 */
BambuPresetKind
platen_presets_view_get_kind (PlatenPresetsView *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESETS_VIEW (self), BAMBU_PRESET_KIND_PROCESS);

  return self->kind;
}

/**
 * platen_presets_view_get_n_found:
 * @self: a #PlatenPresetsView
 *
 * Returns: how many presets the search lets through
 */
guint
platen_presets_view_get_n_found (PlatenPresetsView *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESETS_VIEW (self), 0);

  return self->rows != NULL ? platen_grouped_list_get_n_found (self->rows) : 0;
}

/**
 * platen_presets_view_set_model:
 * @self: a #PlatenPresetsView
 * @presets: (nullable): presets of all kinds
 */
void
platen_presets_view_set_model (PlatenPresetsView *self,
                               GListModel        *presets)
{
  g_return_if_fail (PLATEN_IS_PRESETS_VIEW (self));
  g_return_if_fail (presets == NULL || G_IS_LIST_MODEL (presets));

  platen_grouped_list_set_model (self->rows, presets);
}

/**
 * platen_presets_view_set_search:
 * @self: a #PlatenPresetsView
 * @search: (nullable): the words to search for
 */
void
platen_presets_view_set_search (PlatenPresetsView *self,
                                const char        *search)
{
  g_return_if_fail (PLATEN_IS_PRESETS_VIEW (self));

  self->searching = search != NULL && *search != 0;
  platen_grouped_list_set_search (self->rows, search);
  platen_presets_view_update (self);

  platen_cells_scroll_up (GTK_WIDGET (self->list));
}

/**
 * platen_presets_view_set_hint:
 * @self: a #PlatenPresetsView
 * @hint: (nullable): what to say where nothing is found
 */
void
platen_presets_view_set_hint (PlatenPresetsView *self,
                              const char        *hint)
{
  g_return_if_fail (PLATEN_IS_PRESETS_VIEW (self));

  adw_status_page_set_description (self->nothing_page, hint);
}
