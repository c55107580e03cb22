/* platen-project-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-project-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-columns.h"
#include "platen-format.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-plate-details.h"
#include "platen-plate-thumb.h"
#include "platen-profile-details.h"
#include "platen-profile-files.h"
#include "platen-project-detail.h"
#include "platen-project-text.h"
#include "platen-state-bin.h"
#include "platen-strip.h"
#include "platen-viewport.h"

struct _PlatenProjectPage
{
  AdwBin                parent_instance;

  BambuSession         *session;
  BambuProject         *project;
  PlatenProjectDetail  *detail;
  GSignalGroup         *profile_signals;
  GSignalGroup         *plates_signals;
  GSignalGroup         *plate_signals;

  /* The place of the chosen plate, which stays when the plates are told anew. */
  int                   chosen;

  AdwStatusPage        *error_page;
  GtkFlowBox           *filmstrip;
  GtkLabel             *name;
  PlatenPicture        *picture;
  GtkWidget            *pictures_box;
  PlatenPlateDetails   *plate_details;
  PlatenProfileDetails *profile_details;
  PlatenProfileFiles   *profile_files;
  AdwPreferencesGroup  *profiles_group;
  AdwComboRow          *profiles_row;
  GtkStack             *stack;
  PlatenStateBin       *state_bin;
  PlatenStrip          *strip;
  GtkLabel             *summary;
  AdwWindowTitle       *title;
  GtkWidget            *unsliced;

  guint                 name_seen : 1;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenProjectPage, platen_project_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static char *
platen_project_page_get_profile_title_cb (BambuProfile *profile)
{
  return profile != NULL ? platen_profile_dup_title (profile) : NULL;
}

/* Also when the plate was told anew. */
static void
platen_project_page_update_plate (PlatenProjectPage *self)
{
  g_autoptr(BambuPlate) plate = g_signal_group_dup_target (self->plate_signals);
  g_autofree char *title = plate != NULL ? platen_plate_dup_title (plate) : NULL;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  platen_picture_set_label (self->picture, title);
  platen_picture_set_uri (self->picture, plate != NULL ? bambu_plate_get_thumbnail (plate) : NULL);
  platen_plate_details_set_plate (self->plate_details, plate);
}

static void
platen_project_page_plate_changed_cb (PlatenProjectPage *self,
                                      GtkFlowBox        *filmstrip)
{
  g_autoptr(GList) selected = gtk_flow_box_get_selected_children (filmstrip);
  PlatenPlateThumb *thumb;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  if (selected == NULL)
    return;

  thumb = PLATEN_PLATE_THUMB (selected->data);
  self->chosen = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (thumb));
  g_signal_group_set_target (self->plate_signals, platen_plate_thumb_get_plate (thumb));
  platen_project_page_update_plate (self);
}

static void
platen_project_page_expired_cb (PlatenProjectPage *self,
                                PlatenPicture     *picture)
{
  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  platen_project_detail_renew (self->detail);
}

static GtkWidget *
platen_project_page_create_thumb_cb (gpointer item,
                                     gpointer user_data)
{
  PlatenProjectPage *self = user_data;
  GtkWidget *thumb = platen_plate_thumb_new (item);
  PlatenPicture *picture = platen_plate_thumb_get_picture (PLATEN_PLATE_THUMB (thumb));

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  platen_picture_set_pictures (picture, bambu_session_get_pictures (self->session));
  g_signal_connect_object (picture, "expired",
                           G_CALLBACK (platen_project_page_expired_cb),
                           self, G_CONNECT_SWAPPED);

  return thumb;
}

/* Also when the plates were told anew. */
static void
platen_project_page_update_plates (PlatenProjectPage *self)
{
  BambuProfile *profile = adw_combo_row_get_selected_item (self->profiles_row);
  guint n_plates = profile != NULL ? g_list_model_get_n_items (bambu_profile_get_plates (profile)) : 0;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  gtk_widget_set_visible (self->pictures_box, n_plates > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->filmstrip), n_plates > 1);
  gtk_widget_set_visible (self->unsliced, n_plates == 0);
  platen_profile_details_set_profile (self->profile_details, profile);
  platen_profile_files_set_profile (self->profile_files, self->session, self->project, profile);

  if (n_plates > 0)
    {
      int last = n_plates - 1;

      gtk_flow_box_select_child (self->filmstrip,
                                 gtk_flow_box_get_child_at_index (self->filmstrip, MIN (self->chosen, last)));
    }
  else
    {
      g_signal_group_set_target (self->plate_signals, NULL);
    }

  platen_project_page_update_plate (self);
}

/* Also when the profile was told anew. */
static void
platen_project_page_update_profile (PlatenProjectPage *self)
{
  BambuProfile *profile = adw_combo_row_get_selected_item (self->profiles_row);
  GListModel *plates = profile != NULL ? bambu_profile_get_plates (profile) : NULL;
  g_autoptr(GListModel) shown = g_signal_group_dup_target (self->plates_signals);

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  if (plates != shown)
    {
      gtk_flow_box_bind_model (self->filmstrip, plates, platen_project_page_create_thumb_cb, self, NULL);
      /* After the filmstrip, which then has the thumbs of today. */
      g_signal_group_set_target (self->plates_signals, plates);
    }

  platen_project_page_update_plates (self);
}

static void
platen_project_page_profile_changed_cb (PlatenProjectPage *self,
                                        GParamSpec        *pspec,
                                        AdwComboRow       *row)
{
  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  g_signal_group_set_target (self->profile_signals, adw_combo_row_get_selected_item (row));
  platen_project_page_update_profile (self);
}

static char *
platen_project_page_summarize (BambuProject *project)
{
  GDateTime *created = bambu_project_get_created (project);
  GDateTime *updated = bambu_project_get_updated (project);
  g_autofree char *created_date = created != NULL ? platen_format_date (created) : NULL;
  g_autofree char *updated_date = updated != NULL ? platen_format_date (updated) : NULL;

  if (updated_date == NULL && created_date == NULL)
    return g_strdup ("");

  if (updated_date == NULL || g_strcmp0 (updated_date, created_date) == 0)
    return g_strdup_printf (_("Created %s"), created_date);

  if (created_date == NULL)
    return g_strdup_printf (_("Updated %s"), updated_date);

  return g_strdup_printf (_("Created %s, updated %s"), created_date, updated_date);
}

static void
platen_project_page_update_error (PlatenProjectPage *self,
                                  const GError      *error)
{
  g_autofree char *escaped = NULL;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  /* Where the whole list could not be had either, that is said already. */
  platen_strip_set_revealed (self->strip,
                             error != NULL &&
                             bambu_project_get_has_detail (self->project) &&
                             bambu_list_get_error (bambu_session_get_projects (self->session)) == NULL);

  if (error == NULL)
    return;

  escaped = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, escaped);
  platen_strip_set_title (self->strip, error->message);
}

static gboolean
platen_project_page_is_gone (PlatenProjectPage *self)
{
  BambuList *projects;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  projects = bambu_session_get_projects (self->session);

  return bambu_list_lookup (projects, bambu_project_get_id (self->project)) == NULL;
}

/* The header bar says the name only while the page itself does not. */
static void
platen_project_page_update_title (PlatenProjectPage *self)
{
  gboolean shown = self->name_seen && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  adw_window_title_set_title (self->title, shown ? "" : gtk_label_get_label (self->name));
}

static void
platen_project_page_name_seen_cb (GtkWidget *name,
                                  gboolean   seen)
{
  PlatenProjectPage *self = PLATEN_PROJECT_PAGE (gtk_widget_get_ancestor (name, PLATEN_TYPE_PROJECT_PAGE));

  self->name_seen = seen;
  platen_project_page_update_title (self);
}

static void
platen_project_page_name_mapped_cb (PlatenProjectPage *self,
                                    GtkWidget         *name)
{
  platen_viewport_watch (name, platen_project_page_name_seen_cb);
}

static void
platen_project_page_name_unmapped_cb (PlatenProjectPage *self,
                                      GtkWidget         *name)
{
  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  platen_viewport_unwatch (name);
  self->name_seen = FALSE;
  platen_project_page_update_title (self);
}

static void
platen_project_page_update (PlatenProjectPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;
  const GError *error;

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  name = platen_project_dup_title (self->project);
  summary = platen_project_page_summarize (self->project);
  gtk_label_set_label (self->name, name);
  platen_project_page_update_title (self);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->profiles_group),
                          g_list_model_get_n_items (bambu_project_get_profiles (self->project)) > 1);

  error = platen_project_detail_get_error (self->detail);
  platen_project_page_update_error (self, error);

  if (platen_project_page_is_gone (self))
    gtk_stack_set_visible_child_name (self->stack, "gone");
  else if (bambu_project_get_has_detail (self->project))
    gtk_stack_set_visible_child_name (self->stack, "content");
  else
    gtk_stack_set_visible_child_name (self->stack, error != NULL ? "error" : "loading");
}

/* A plate that is told anew is the same object: what was summed up over all of them is not told to have changed. */
static void
platen_project_page_project_changed_cb (PlatenProjectPage *self,
                                        GParamSpec        *pspec,
                                        BambuProject      *project)
{
  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  platen_project_page_update (self);
  platen_project_page_update_plates (self);
}

static void
platen_project_page_retry_cb (PlatenProjectPage *self)
{
  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  platen_project_detail_retry (self->detail);
}

static void
platen_project_page_refresh (PlatenPage *page)
{
  platen_project_detail_retry (PLATEN_PROJECT_PAGE (page)->detail);
}

static gboolean
platen_project_page_focus (PlatenPage *page)
{
  return gtk_widget_child_focus (GTK_WIDGET (PLATEN_PROJECT_PAGE (page)->filmstrip), GTK_DIR_TAB_FORWARD);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->refresh = platen_project_page_refresh;
  iface->focus = platen_project_page_focus;
}

static void
platen_project_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_project_page_parent_class)->map (widget);

  platen_project_detail_set_active (PLATEN_PROJECT_PAGE (widget)->detail, TRUE);
}

static void
platen_project_page_unmap (GtkWidget *widget)
{
  platen_project_detail_set_active (PLATEN_PROJECT_PAGE (widget)->detail, FALSE);

  GTK_WIDGET_CLASS (platen_project_page_parent_class)->unmap (widget);
}

static void
platen_project_page_dispose (GObject *object)
{
  PlatenProjectPage *self = (PlatenProjectPage *)object;

  g_clear_object (&self->detail);
  g_clear_object (&self->plate_signals);
  g_clear_object (&self->plates_signals);
  g_clear_object (&self->profile_signals);
  g_clear_object (&self->project);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_project_page_parent_class)->dispose (object);
}

static void
platen_project_page_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, filmstrip);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, picture);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, pictures_box);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, plate_details);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, profile_details);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, profile_files);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, profiles_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, profiles_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, state_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, summary);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectPage, unsliced);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_expired_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_get_profile_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_name_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_name_unmapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_plate_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_profile_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_page_retry_cb);
}

static void
platen_project_page_class_init (PlatenProjectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_project_page_dispose;

  widget_class->map = platen_project_page_map;
  widget_class->unmap = platen_project_page_unmap;

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_COLUMNS);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_PLATE_DETAILS);
  g_type_ensure (PLATEN_TYPE_PROFILE_DETAILS);
  g_type_ensure (PLATEN_TYPE_PROFILE_FILES);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);
  g_type_ensure (PLATEN_TYPE_STRIP);

  platen_project_page_bind_template (widget_class);
}

static void
platen_project_page_init (PlatenProjectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->detail = platen_project_detail_new ();
  self->plate_signals = g_signal_group_new (BAMBU_TYPE_PLATE);
  g_signal_group_connect_object (self->plate_signals, "notify",
                                 G_CALLBACK (platen_project_page_update_plate),
                                 self, G_CONNECT_SWAPPED);
  self->plates_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->plates_signals, "items-changed",
                                 G_CALLBACK (platen_project_page_update_plates),
                                 self, G_CONNECT_SWAPPED);
  self->profile_signals = g_signal_group_new (BAMBU_TYPE_PROFILE);
  g_signal_group_connect_object (self->profile_signals, "notify",
                                 G_CALLBACK (platen_project_page_update_profile),
                                 self, G_CONNECT_SWAPPED);
}

/* To be called once, by the constructor. */
static void
platen_project_page_show (PlatenProjectPage *self,
                          BambuSession      *session,
                          BambuProject      *project)
{
  BambuList *projects = bambu_session_get_projects (session);

  g_assert (PLATEN_IS_PROJECT_PAGE (self));

  self->session = g_object_ref (session);
  self->project = g_object_ref (project);

  platen_state_bin_set_list (self->state_bin, projects);
  platen_picture_set_pictures (self->picture, bambu_session_get_pictures (session));
  platen_project_detail_set_session (self->detail, session);
  platen_project_detail_set_project (self->detail, project);
  adw_combo_row_set_model (self->profiles_row, bambu_project_get_profiles (project));
  platen_project_page_profile_changed_cb (self, NULL, self->profiles_row);

  g_signal_connect_object (projects, "items-changed",
                           G_CALLBACK (platen_project_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (projects, "notify::error",
                           G_CALLBACK (platen_project_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "notify",
                           G_CALLBACK (platen_project_page_project_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_project_get_profiles (project), "items-changed",
                           G_CALLBACK (platen_project_page_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "notify::error",
                           G_CALLBACK (platen_project_page_update),
                           self, G_CONNECT_SWAPPED);

  platen_project_page_update (self);
}

/**
 * platen_project_page_new:
 * @session: the session that it belongs to
 * @project: the project to show
 *
 * Returns: (transfer floating): a page for @project
 */
GtkWidget *
platen_project_page_new (BambuSession *session,
                         BambuProject *project)
{
  PlatenProjectPage *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_PROJECT (project), NULL);

  self = g_object_new (PLATEN_TYPE_PROJECT_PAGE, NULL);
  platen_project_page_show (self, session, project);

  return GTK_WIDGET (self);
}

/**
 * platen_project_page_get_project:
 * @self: a #PlatenProjectPage
 *
 * Returns: (transfer none): the project that is shown
 */
BambuProject *
platen_project_page_get_project (PlatenProjectPage *self)
{
  g_return_val_if_fail (PLATEN_IS_PROJECT_PAGE (self), NULL);

  return self->project;
}
