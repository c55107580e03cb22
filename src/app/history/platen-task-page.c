/* platen-task-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-task-page.h"

#include <glib/gi18n.h>

#include "bambu-endpoints.h"
#include "bambu-words.h"
#include "platen-back-button.h"
#include "platen-columns.h"
#include "platen-format.h"
#include "platen-page.h"
#include "platen-picture.h"
#include "platen-print-again.h"
#include "platen-printer-text.h"
#include "platen-strip.h"
#include "platen-swatch.h"
#include "platen-task-text.h"
#include "platen-value-row.h"

struct _PlatenTaskPage
{
  AdwBin               parent_instance;

  BambuSession        *session;
  char                *task_id;
  BambuTask           *task;
  GCancellable        *cancellable;
  GtkWidget           *dialog;
  GPtrArray           *filament_rows;

  /* The address of the cover, where the one that was told has expired. */
  char                *cover;
  gboolean             renewed;

  GtkWidget           *again_button;
  AdwPreferencesGroup *detail_group;
  AdwStatusPage       *error_page;
  AdwPreferencesGroup *filaments_group;
  GtkLabel            *name;
  PlatenPicture       *picture;
  AdwActionRow        *printer_row;
  AdwActionRow        *project_row;
  GtkStack            *stack;
  GtkBox              *state;
  GtkImage            *state_icon;
  GtkLabel            *state_word;
  PlatenStrip         *strip;
  AdwWindowTitle      *title;

  PlatenValueRow      *bed_row;
  PlatenValueRow      *design_row;
  PlatenValueRow      *duration_row;
  PlatenValueRow      *ended_row;
  PlatenValueRow      *estimate_row;
  PlatenValueRow      *grams_row;
  PlatenValueRow      *meters_row;
  PlatenValueRow      *mode_row;
  PlatenValueRow      *model_row;
  PlatenValueRow      *plate_row;
  PlatenValueRow      *profile_row;
  PlatenValueRow      *serial_row;
  PlatenValueRow      *started_row;
  PlatenValueRow      *task_row;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenTaskPage, platen_task_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

/* A link where there is something to be opened. The name last: without a target it would not be an action. */
static void
set_link (AdwActionRow *row,
          const char   *action,
          const char   *id)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), id != NULL);

  if (id == NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), NULL);
      return;
    }

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

static BambuDevice *
platen_task_page_get_device (PlatenTaskPage *self)
{
  const char *id = bambu_task_get_device_id (self->task);

  return id != NULL ? bambu_list_lookup (bambu_session_get_devices (self->session), id) : NULL;
}

/* The printer's name of today, or the one that it had. */
static char *
platen_task_page_dup_printer (PlatenTaskPage *self)
{
  BambuDevice *device = platen_task_page_get_device (self);

  return device != NULL ? platen_printer_dup_title (device) : platen_task_dup_printer (self->task);
}

static void
platen_task_page_update_links (PlatenTaskPage *self)
{
  GListModel *projects = G_LIST_MODEL (bambu_session_get_projects (self->session));
  const char *model_id = bambu_task_get_model_id (self->task);
  BambuDevice *device = platen_task_page_get_device (self);
  g_autofree char *printer = platen_task_page_dup_printer (self);
  g_autoptr(BambuProject) found = NULL;

  g_assert (PLATEN_IS_TASK_PAGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (projects) && found == NULL && model_id != NULL; i++)
    {
      g_autoptr(BambuProject) project = g_list_model_get_item (projects, i);

      if (*model_id != 0 && g_strcmp0 (bambu_project_get_model_id (project), model_id) == 0)
        found = g_steal_pointer (&project);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->project_row), found != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->printer_row), printer != NULL);
  adw_action_row_set_subtitle (self->printer_row, printer != NULL ? printer : "");
  set_link (self->printer_row, "win.open-printer", device != NULL ? bambu_device_get_id (device) : NULL);

  if (found != NULL)
    adw_action_row_set_subtitle (self->project_row, bambu_project_get_name (found));

  set_link (self->project_row, "win.open-project", found != NULL ? bambu_project_get_id (found) : NULL);
  gtk_widget_set_visible (self->again_button,
                          device != NULL &&
                          bambu_task_get_repeatable (self->task) &&
                          bambu_task_get_state (self->task) != BAMBU_TASK_STATE_RUNNING);
}

static GtkWidget *
create_filament_row (BambuTaskFilament *filament)
{
  GtkWidget *row = platen_value_row_new ();
  GtkWidget *swatch = platen_swatch_new ();
  const char *kind = bambu_task_filament_get_kind (filament);
  double grams = bambu_task_filament_get_grams (filament);

  if (bambu_task_filament_get_has_color (filament))
    platen_swatch_set_color (PLATEN_SWATCH (swatch), bambu_task_filament_get_color (filament));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), swatch);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 kind != NULL && *kind != 0 ? kind : _("Unknown filament"));
  platen_value_row_take_value (PLATEN_VALUE_ROW (row), grams >= 0 ? platen_format_grams (grams) : g_strdup ("—"));

  return row;
}

static void
platen_task_page_update_filaments (PlatenTaskPage *self)
{
  GListModel *filaments = bambu_task_get_filaments (self->task);
  const guint n_filaments = g_list_model_get_n_items (filaments);

  g_assert (PLATEN_IS_TASK_PAGE (self));

  for (guint i = 0; i < self->filament_rows->len; i++)
    adw_preferences_group_remove (self->filaments_group, g_ptr_array_index (self->filament_rows, i));

  g_ptr_array_set_size (self->filament_rows, 0);

  for (guint i = 0; i < n_filaments; i++)
    {
      g_autoptr(BambuTaskFilament) filament = g_list_model_get_item (filaments, i);
      GtkWidget *row = create_filament_row (filament);

      adw_preferences_group_add (self->filaments_group, row);
      g_ptr_array_add (self->filament_rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->filaments_group), n_filaments > 0);
}

static void
take_time (PlatenValueRow *row,
           GDateTime      *time)
{
  platen_value_row_take_value (row, time != NULL ? platen_format_date_time (time) : NULL);
}

static void
platen_task_page_update_record (PlatenTaskPage *self)
{
  BambuTask *task = self->task;
  int estimate = bambu_task_get_estimate (task);
  double grams = bambu_task_get_grams (task);
  double meters = bambu_task_get_meters (task);

  g_assert (PLATEN_IS_TASK_PAGE (self));

  take_time (self->started_row, bambu_task_get_start_time (task));
  take_time (self->ended_row, bambu_task_get_end_time (task));
  platen_value_row_take_value (self->duration_row, platen_task_dup_duration (task));
  platen_value_row_take_value (self->estimate_row, estimate > 0 ? platen_format_duration (estimate) : NULL);
  platen_value_row_take_value (self->plate_row, platen_task_dup_plate (task));
  platen_value_row_set_value (self->bed_row, platen_task_get_bed (task));
  platen_value_row_take_value (self->grams_row, grams >= 0 ? platen_format_grams (grams) : NULL);
  platen_value_row_take_value (self->meters_row, meters >= 0 ? platen_format_meters (meters) : NULL);
  platen_value_row_set_value (self->task_row, bambu_task_get_id (task));
  platen_value_row_set_value (self->design_row, bambu_task_get_design_title (task));
  platen_value_row_set_value (self->model_row, bambu_task_get_model_id (task));
  platen_value_row_set_value (self->profile_row, bambu_task_get_profile_id (task));
  platen_value_row_set_value (self->mode_row, bambu_task_get_mode (task));
  platen_value_row_set_value (self->serial_row, bambu_task_get_device_id (task));
}

static void
platen_task_page_update (PlatenTaskPage *self)
{
  BambuTaskState state = bambu_task_get_state (self->task);
  g_autofree char *title = platen_task_dup_title (self->task);

  g_assert (PLATEN_IS_TASK_PAGE (self));

  adw_window_title_set_title (self->title, title);
  gtk_label_set_label (self->name, title);
  platen_picture_set_label (self->picture, title);
  platen_picture_set_uri (self->picture, self->cover != NULL ? self->cover : bambu_task_get_cover (self->task));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state),
                              (const char *[]) { "state", platen_task_state_get_class (state), NULL });
  gtk_image_set_from_icon_name (self->state_icon, platen_task_state_get_icon (state));
  gtk_label_set_label (self->state_word, bambu_task_state_get_word (state));
  platen_task_page_update_record (self);
  platen_task_page_update_filaments (self);
  platen_task_page_update_links (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

/* What stands around every answer is not about the print. */
static gboolean
is_about_print (const char *key)
{
  static const char * const others[] = { "message", "code", "error", NULL };

  return !g_strv_contains (others, key);
}

static void
platen_task_page_show_detail (PlatenTaskPage  *self,
                              BambuTaskDetail *detail)
{
  GListModel *values = bambu_task_detail_get_values (detail);

  g_assert (PLATEN_IS_TASK_PAGE (self));

  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr(BambuSetting) value = g_list_model_get_item (values, i);
      GtkWidget *row;

      if (!is_about_print (bambu_setting_get_key (value)))
        continue;

      row = platen_value_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bambu_setting_get_key (value));
      platen_value_row_set_value (PLATEN_VALUE_ROW (row), bambu_setting_get_value (value));
      adw_preferences_group_add (self->detail_group, row);
      gtk_widget_set_visible (GTK_WIDGET (self->detail_group), TRUE);
    }
}

/* What the cloud tells beyond my/tasks, which it forbids as a rule: then there is nothing to say of it. */
static void
platen_task_page_detail_cb (GObject      *object,
                            GAsyncResult *result,
                            gpointer      user_data)
{
  g_autoptr(PlatenTaskPage) self = user_data;
  g_autoptr(BambuTaskDetail) detail = bambu_client_get_task_finish (BAMBU_CLIENT (object), result, NULL);

  if (detail != NULL)
    platen_task_page_show_detail (self, detail);
}

static void
platen_task_page_renewed_cb (GObject      *object,
                             GAsyncResult *result,
                             gpointer      user_data)
{
  g_autoptr(PlatenTaskPage) self = user_data;
  g_autoptr(BambuTask) task = bambu_session_find_task_finish (BAMBU_SESSION (object), result, NULL);

  if (task == NULL)
    return;

  g_free (self->cover);
  self->cover = g_strdup (bambu_task_get_cover (task));
  platen_picture_set_uri (self->picture, self->cover);
}

/* Addresses of covers are signed for a while. Asked for once: a picture may be refused for other reasons. */
static void
platen_task_page_expired_cb (PlatenTaskPage *self)
{
  g_assert (PLATEN_IS_TASK_PAGE (self));

  if (self->renewed || self->task == NULL)
    return;

  self->renewed = TRUE;
  bambu_session_find_task_async (self->session, self->task_id, bambu_task_get_device_id (self->task),
                                 self->cancellable, platen_task_page_renewed_cb, g_object_ref (self));
}

static void
platen_task_page_show_task (PlatenTaskPage *self,
                            BambuTask      *task)
{
  g_assert (PLATEN_IS_TASK_PAGE (self));

  self->task = g_object_ref (task);
  g_signal_connect_object (task, "notify", G_CALLBACK (platen_task_page_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_session_get_devices (self->session), "items-changed",
                           G_CALLBACK (platen_task_page_update_links), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_session_get_projects (self->session), "items-changed",
                           G_CALLBACK (platen_task_page_update_links), self, G_CONNECT_SWAPPED);
  platen_task_page_update (self);
  bambu_client_get_task_async (bambu_session_get_client (self->session), self->task_id, self->cancellable,
                               platen_task_page_detail_cb, g_object_ref (self));
}

static void
platen_task_page_found_cb (GObject      *object,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr(PlatenTaskPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuTask) task = bambu_session_find_task_finish (BAMBU_SESSION (object), result, &error);
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (task != NULL)
    {
      platen_task_page_show_task (self, task);
      return;
    }

  message = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
platen_task_page_find (PlatenTaskPage *self)
{
  g_assert (PLATEN_IS_TASK_PAGE (self));

  gtk_stack_set_visible_child_name (self->stack, "loading");
  bambu_session_find_task_async (self->session, self->task_id, NULL, self->cancellable,
                                 platen_task_page_found_cb, g_object_ref (self));
}

static void
platen_task_page_sent_cb (GObject      *object,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr(PlatenTaskPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = bambu_client_create_task_finish (BAMBU_CLIENT (object), result, &error);
  g_autofree char *printer = NULL;
  g_autofree char *toast = NULL;

  gtk_widget_set_sensitive (self->again_button, TRUE);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  platen_strip_set_revealed (self->strip, error != NULL);

  if (error != NULL)
    {
      platen_strip_set_title (self->strip, error->message);
      return;
    }

  printer = platen_task_page_dup_printer (self);
  toast = g_strdup_printf (_("Sent to %s"), printer);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
}

static void
platen_task_page_response_cb (PlatenTaskPage *self,
                              const char     *response)
{
  g_autoptr(GBytes) order = NULL;

  g_assert (PLATEN_IS_TASK_PAGE (self));

  self->dialog = NULL;

  if (!g_str_equal (response, "print"))
    return;

  if (!(order = bambu_task_create_order (self->task, bambu_task_get_device_id (self->task))))
    return;

  gtk_widget_set_sensitive (self->again_button, FALSE);
  bambu_client_create_task_async (bambu_session_get_client (self->session), order, self->cancellable,
                                  platen_task_page_sent_cb, g_object_ref (self));
}

static void
platen_task_page_again_cb (PlatenTaskPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *printer = platen_task_page_dup_printer (self);

  g_assert (PLATEN_IS_TASK_PAGE (self));

  if (self->dialog != NULL || !GTK_IS_WINDOW (root))
    return;

  platen_strip_set_revealed (self->strip, FALSE);
  self->dialog = platen_print_again_dialog_new (GTK_WINDOW (root), self->task, printer);
  g_signal_connect_object (self->dialog, "response",
                           G_CALLBACK (platen_task_page_response_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
page_iface_init (PlatenPageInterface *iface)
{
}

static void
platen_task_page_dispose (GObject *object)
{
  PlatenTaskPage *self = (PlatenTaskPage *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->filament_rows, g_ptr_array_unref);
  g_clear_pointer (&self->cover, g_free);
  g_clear_pointer (&self->task_id, g_free);
  g_clear_object (&self->task);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_task_page_parent_class)->dispose (object);
}

/* What is under way waits with a reference: it ends with the page, which is gone once it has no root. */
static void
platen_task_page_unroot (GtkWidget *widget)
{
  PlatenTaskPage *self = PLATEN_TASK_PAGE (widget);

  g_cancellable_cancel (self->cancellable);

  GTK_WIDGET_CLASS (platen_task_page_parent_class)->unroot (widget);
}

static void
platen_task_page_class_init (PlatenTaskPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_task_page_dispose;

  widget_class->unroot = platen_task_page_unroot;

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_COLUMNS);
  g_type_ensure (PLATEN_TYPE_PICTURE);
  g_type_ensure (PLATEN_TYPE_STRIP);
  g_type_ensure (PLATEN_TYPE_VALUE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/history/platen-task-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, detail_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, filaments_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, picture);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, printer_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, project_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, state);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, state_word);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, strip);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, title);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, bed_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, design_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, duration_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, ended_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, estimate_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, grams_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, meters_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, mode_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, model_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, plate_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, profile_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, serial_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, started_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskPage, task_row);
  gtk_widget_class_bind_template_callback (widget_class, platen_task_page_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_task_page_expired_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_task_page_find);
}

static void
platen_task_page_init (PlatenTaskPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->filament_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_task_page_new:
 * @session: the session that it belongs to
 * @task_id: the id of the print to show
 * @task: (nullable): the print, or %NULL to look for it in the cloud
 *
 * Returns: (transfer floating): a page for the print
 */
GtkWidget *
platen_task_page_new (BambuSession *session,
                      const char   *task_id,
                      BambuTask    *task)
{
  PlatenTaskPage *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (task_id != NULL, NULL);
  g_return_val_if_fail (task == NULL || BAMBU_IS_TASK (task), NULL);

  self = g_object_new (PLATEN_TYPE_TASK_PAGE, NULL);
  self->session = g_object_ref (session);
  self->task_id = g_strdup (task_id);
  platen_picture_set_pictures (self->picture, bambu_session_get_pictures (session));

  if (task != NULL)
    platen_task_page_show_task (self, task);
  else
    platen_task_page_find (self);

  return GTK_WIDGET (self);
}

/**
 * platen_task_page_get_task:
 * @self: a #PlatenTaskPage
 *
 * Returns: (transfer none) (nullable): the print, or %NULL while it has not been found
 */
BambuTask *
platen_task_page_get_task (PlatenTaskPage *self)
{
  g_return_val_if_fail (PLATEN_IS_TASK_PAGE (self), NULL);

  return self->task;
}
