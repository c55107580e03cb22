/* platen-projects-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-projects-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-blanks.h"
#include "platen-cell.h"
#include "platen-late-bin.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-project-card.h"
#include "platen-search-list.h"
#include "platen-state-bin.h"
#include "platen-tab-stop.h"
#include "platen-upload-area.h"

#define N_PLACEHOLDERS 24

/* A card of the least width, with the space around it; and the space around all of them. */
#define COLUMN_WIDTH 192
#define GRID_PADDING 24

struct _PlatenProjectsPage
{
  AdwBin              parent_instance;

  BambuSession       *session;
  char               *sort;

  guint               columns_source;

  /* The session's list, sorted, and what of that is found. */
  GtkSortListModel   *sorted;
  PlatenSearchList   *found;

  GtkGridView        *grid;
  GtkGridView        *placeholder_grid;
  GtkScrolledWindow  *scroller;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkNoSelection     *selection;
  GtkStack           *stack;
  PlatenStateBin     *state_bin;
  AdwWindowTitle     *title;
  PlatenUploadArea   *upload_area;
};

enum {
  PROP_0,
  PROP_SESSION,
  PROP_SORT,
  N_PROPS
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenProjectsPage, platen_projects_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static GParamSpec *properties[N_PROPS];

static void
platen_projects_page_update_title (PlatenProjectsPage *self,
                                   guint               n_found,
                                   guint               n_projects)
{
  g_autofree char *subtitle = NULL;

  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  if (n_projects == 0)
    subtitle = g_strdup ("");
  else if (n_found == n_projects)
    subtitle = g_strdup_printf (ngettext ("%'u project", "%'u projects", n_projects), n_projects);
  else
    /* Translators: how many projects were found, and how many there are */
    subtitle = g_strdup_printf (_("%'u of %'u"), n_found, n_projects);

  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
platen_projects_page_update (PlatenProjectsPage *self)
{
  guint n_found;
  guint n_projects;

  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  n_found = platen_search_list_get_n_found (self->found);
  n_projects = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "grid" : "nothing");
  platen_projects_page_update_title (self, n_found, n_projects);
}

/* Where there is no room for two cards of the width that they have by rights, they are smaller: one in a row looks lost.
 * A grid of fewer cards than it has columns at least measures itself wrong.
 */
static void
platen_projects_page_items_changed_cb (PlatenProjectsPage *self)
{
  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  gtk_grid_view_set_min_columns (self->grid, CLAMP (g_list_model_get_n_items (G_LIST_MODEL (self->selection)), 1, 2));
}

static void
platen_projects_page_search_changed_cb (PlatenProjectsPage *self,
                                        GtkSearchEntry     *entry)
{
  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  platen_search_list_set_search (self->found, gtk_editable_get_text (GTK_EDITABLE (entry)));
  platen_cells_scroll_up (GTK_WIDGET (self->grid));
}

static void
platen_projects_page_clear_search_cb (PlatenProjectsPage *self,
                                      GtkButton          *button)
{
  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
platen_projects_page_activate_cb (PlatenProjectsPage *self,
                                  guint               position,
                                  GtkGridView        *grid)
{
  g_autoptr(BambuProject) project = NULL;

  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  if ((project = g_list_model_get_item (G_LIST_MODEL (self->selection), position)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "s", bambu_project_get_id (project));
}

static void
platen_projects_page_setup_cb (PlatenProjectsPage *self,
                               GtkListItem        *item)
{
  GtkWidget *card = platen_project_card_new ();

  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  g_object_bind_property (self, "session", card, "session", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, card);
}

static void
platen_projects_page_bind_cb (PlatenProjectsPage *self,
                              GtkListItem        *item)
{
  platen_project_card_set_project (PLATEN_PROJECT_CARD (gtk_list_item_get_child (item)),
                                   gtk_list_item_get_item (item));
}

static void
platen_projects_page_unbind_cb (PlatenProjectsPage *self,
                                GtkListItem        *item)
{
  platen_project_card_set_project (PLATEN_PROJECT_CARD (gtk_list_item_get_child (item)), NULL);
}

static const char *
platen_projects_page_get_text_cb (gpointer item)
{
  return bambu_project_get_name (item);
}

static void
platen_projects_page_set_sort (PlatenProjectsPage *self,
                               const char         *sort)
{
  g_autoptr(GtkSorter) sorter = NULL;

  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  if (g_strcmp0 (self->sort, sort) == 0)
    return;

  g_free (self->sort);
  self->sort = g_strdup (sort);

  /* The session's list is newest first by itself. */
  if (g_strcmp0 (sort, "name") == 0)
    sorter = GTK_SORTER (gtk_string_sorter_new (gtk_property_expression_new (BAMBU_TYPE_PROJECT, NULL, "name")));

  gtk_sort_list_model_set_sorter (self->sorted, sorter);
  platen_cells_scroll_up (GTK_WIDGET (self->grid));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static void
platen_projects_page_upload_action (GtkWidget  *widget,
                                    const char *name,
                                    GVariant   *parameter)
{
  platen_upload_area_choose (PLATEN_PROJECTS_PAGE (widget)->upload_area);
}

static void
platen_projects_page_toggle_search (PlatenPage *page)
{
  PlatenProjectsPage *self = PLATEN_PROJECTS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

static void
platen_projects_page_search (PlatenPage *page,
                             const char *text)
{
  PlatenProjectsPage *self = PLATEN_PROJECTS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

static gboolean
platen_projects_page_focus (PlatenPage *page)
{
  return platen_state_bin_focus (PLATEN_PROJECTS_PAGE (page)->state_bin);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->toggle_search = platen_projects_page_toggle_search;
  iface->search = platen_projects_page_search;
  iface->focus = platen_projects_page_focus;
}

static guint
platen_projects_page_count_columns (PlatenProjectsPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  int width = (int)gtk_adjustment_get_page_size (adjustment) - GRID_PADDING;

  return MAX (2, width / COLUMN_WIDTH);
}

static gboolean
platen_projects_page_columns_cb (gpointer user_data)
{
  PlatenProjectsPage *self = user_data;

  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  self->columns_source = 0;
  gtk_grid_view_set_max_columns (self->grid, platen_projects_page_count_columns (self));

  return G_SOURCE_REMOVE;
}

/* A grid makes thirty rows of cells of as many columns as it may have, whether or not there is room for them. It hears
 * of another number only once it is laid out, as that is what this is told from.
 */
static void
platen_projects_page_width_changed_cb (PlatenProjectsPage *self,
                                       GParamSpec         *pspec,
                                       GtkAdjustment      *adjustment)
{
  g_assert (PLATEN_IS_PROJECTS_PAGE (self));

  if (self->columns_source == 0 &&
      gtk_grid_view_get_max_columns (self->grid) != platen_projects_page_count_columns (self))
    self->columns_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, platen_projects_page_columns_cb, self, NULL);
}

static void
platen_projects_page_dispose (GObject *object)
{
  PlatenProjectsPage *self = (PlatenProjectsPage *)object;

  g_clear_handle_id (&self->columns_source, g_source_remove);
  g_clear_object (&self->found);
  g_clear_object (&self->sorted);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_projects_page_parent_class)->dispose (object);
}

static void
platen_projects_page_finalize (GObject *object)
{
  PlatenProjectsPage *self = (PlatenProjectsPage *)object;

  g_clear_pointer (&self->sort, g_free);

  G_OBJECT_CLASS (platen_projects_page_parent_class)->finalize (object);
}

static void
platen_projects_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PlatenProjectsPage *self = PLATEN_PROJECTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_SORT:
      g_value_set_string (value, self->sort);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_projects_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PlatenProjectsPage *self = PLATEN_PROJECTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      platen_projects_page_set_session (self, g_value_get_object (value));
      break;

    case PROP_SORT:
      platen_projects_page_set_sort (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_projects_page_class_init (PlatenProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_projects_page_dispose;
  object_class->finalize = platen_projects_page_finalize;
  object_class->get_property = platen_projects_page_get_property;
  object_class->set_property = platen_projects_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SORT] =
    g_param_spec_string ("sort", NULL, NULL,
                         "newest",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_LATE_BIN);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);
  g_type_ensure (PLATEN_TYPE_TAB_STOP);
  g_type_ensure (PLATEN_TYPE_UPLOAD_AREA);

  gtk_widget_class_install_action (widget_class, "projects.upload", NULL, platen_projects_page_upload_action);
  gtk_widget_class_install_property_action (widget_class, "projects.sort", "sort");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, grid);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, placeholder_grid);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, state_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectsPage, upload_area);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_projects_page_unbind_cb);
}

static void
platen_projects_page_init (PlatenProjectsPage *self)
{
  g_autoptr(GtkSelectionModel) blanks = platen_blanks_new (N_PLACEHOLDERS);

  self->sort = g_strdup ("newest");

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_grid_view_set_model (self->placeholder_grid, blanks);

  self->sorted = gtk_sort_list_model_new (NULL, NULL);
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  self->found = platen_search_list_new (G_LIST_MODEL (self->sorted), platen_projects_page_get_text_cb);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->found));

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (platen_projects_page_width_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed",
                           G_CALLBACK (platen_projects_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify::n-found",
                           G_CALLBACK (platen_projects_page_update),
                           self, G_CONNECT_SWAPPED);
}

/**
 * platen_projects_page_new:
 *
 * Returns: (transfer floating): a page of no account yet
 */
GtkWidget *
platen_projects_page_new (void)
{
  return g_object_new (PLATEN_TYPE_PROJECTS_PAGE, NULL);
}

/**
 * platen_projects_page_set_session:
 * @self: a #PlatenProjectsPage
 * @session: (nullable): whose projects to show
 */
void
platen_projects_page_set_session (PlatenProjectsPage *self,
                                  BambuSession       *session)
{
  BambuList *projects;

  g_return_if_fail (PLATEN_IS_PROJECTS_PAGE (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  projects = session != NULL ? bambu_session_get_projects (session) : NULL;
  platen_state_bin_set_list (self->state_bin, projects);
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (projects));

  platen_upload_area_set_session (self->upload_area, session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.upload", session != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
