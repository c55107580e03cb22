/* platen-upload-area.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-upload-area.h"

#include <glib/gi18n.h>

#include "platen-file-dialog.h"
#include "platen-late-bin.h"
#include "platen-upload-row.h"

struct _PlatenUploadArea
{
  AdwBin         parent_instance;

  BambuSession  *session;
  PlatenUploads *uploads;

  /* Of the file chooser. */
  GCancellable  *choosing;

  AdwBin        *content;
  GtkRevealer   *drop_hint;
  GtkListBox    *list;
  GtkWidget     *scroller;
};

enum {
  PROP_0,
  PROP_CONTENT,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenUploadArea, platen_upload_area, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
platen_upload_area_opened_cb (GObject      *object,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr(PlatenUploadArea) self = user_data;
  g_autoptr(GListModel) files = platen_file_dialog_open_finish (result, NULL);

  g_assert (PLATEN_IS_UPLOAD_AREA (self));

  for (guint i = 0; files != NULL && self->session != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      platen_uploads_add (self->uploads, file, GTK_WIDGET (self));
    }
}

static GdkDragAction
platen_upload_area_enter_cb (PlatenUploadArea *self)
{
  g_assert (PLATEN_IS_UPLOAD_AREA (self));

  gtk_revealer_set_reveal_child (self->drop_hint, TRUE);

  return GDK_ACTION_COPY;
}

static void
platen_upload_area_leave_cb (PlatenUploadArea *self)
{
  g_assert (PLATEN_IS_UPLOAD_AREA (self));

  gtk_revealer_set_reveal_child (self->drop_hint, FALSE);
}

static gboolean
platen_upload_area_drop_cb (PlatenUploadArea *self,
                            const GValue     *value)
{
  g_assert (PLATEN_IS_UPLOAD_AREA (self));

  gtk_revealer_set_reveal_child (self->drop_hint, FALSE);

  if (self->session == NULL)
    return FALSE;

  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    {
      platen_uploads_add (self->uploads, g_value_get_object (value), GTK_WIDGET (self));
    }
  else
    {
      g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *iter = files; iter != NULL; iter = iter->next)
        platen_uploads_add (self->uploads, iter->data, GTK_WIDGET (self));
    }

  return TRUE;
}

static GtkWidget *
platen_upload_area_create_upload_cb (gpointer item,
                                     gpointer user_data)
{
  PlatenUploadArea *self = user_data;

  return platen_upload_row_new (self->uploads, item);
}

static void
platen_upload_area_uploads_changed_cb (PlatenUploadArea *self,
                                       guint             position,
                                       guint             removed,
                                       guint             added,
                                       GListModel       *uploads)
{
  g_assert (PLATEN_IS_UPLOAD_AREA (self));

  gtk_widget_set_visible (self->scroller, g_list_model_get_n_items (uploads) > 0);
}

static void
platen_upload_area_show_uploads (PlatenUploadArea *self)
{
  PlatenUploads *uploads = self->session != NULL ? platen_uploads_get (self->session) : NULL;

  g_assert (PLATEN_IS_UPLOAD_AREA (self));

  if (self->uploads != NULL)
    g_signal_handlers_disconnect_by_func (self->uploads, platen_upload_area_uploads_changed_cb, self);

  g_set_object (&self->uploads, uploads);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (uploads), platen_upload_area_create_upload_cb, self, NULL);
  gtk_widget_set_visible (self->scroller, FALSE);

  if (uploads == NULL)
    return;

  g_signal_connect_object (uploads, "items-changed",
                           G_CALLBACK (platen_upload_area_uploads_changed_cb),
                           self, G_CONNECT_SWAPPED);
  platen_upload_area_uploads_changed_cb (self, 0, 0, 0, G_LIST_MODEL (uploads));
}

static void
platen_upload_area_take_drops (PlatenUploadArea *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "enter", G_CALLBACK (platen_upload_area_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (platen_upload_area_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (platen_upload_area_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
platen_upload_area_stop_choosing (PlatenUploadArea *self)
{
  g_cancellable_cancel (self->choosing);
  g_clear_object (&self->choosing);
}

static void
platen_upload_area_dispose (GObject *object)
{
  PlatenUploadArea *self = (PlatenUploadArea *)object;

  platen_upload_area_stop_choosing (self);
  g_clear_object (&self->uploads);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_upload_area_parent_class)->dispose (object);
}

static void
platen_upload_area_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenUploadArea *self = PLATEN_UPLOAD_AREA (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_upload_area_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenUploadArea *self = PLATEN_UPLOAD_AREA (object);

  switch (prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (self->content, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_upload_area_class_init (PlatenUploadAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_upload_area_dispose;
  object_class->get_property = platen_upload_area_get_property;
  object_class->set_property = platen_upload_area_set_property;

  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_LATE_BIN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-upload-area.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadArea, content);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadArea, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadArea, list);
  gtk_widget_class_bind_template_child (widget_class, PlatenUploadArea, scroller);
}

static void
platen_upload_area_init (PlatenUploadArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  platen_upload_area_take_drops (self);
}

/**
 * platen_upload_area_set_session:
 * @self: a #PlatenUploadArea
 * @session: (nullable): whose cloud the files go to
 */
void
platen_upload_area_set_session (PlatenUploadArea *self,
                                BambuSession     *session)
{
  g_return_if_fail (PLATEN_IS_UPLOAD_AREA (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  platen_upload_area_stop_choosing (self);
  platen_upload_area_show_uploads (self);
}

/**
 * platen_upload_area_choose:
 * @self: a #PlatenUploadArea
 *
 * Asks the user for files to upload.
 */
void
platen_upload_area_choose (PlatenUploadArea *self)
{
  g_autoptr(GtkFileFilter) filter = NULL;

  g_return_if_fail (PLATEN_IS_UPLOAD_AREA (self));

  platen_upload_area_stop_choosing (self);
  self->choosing = g_cancellable_new ();

  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("3MF Files"));
  gtk_file_filter_add_suffix (filter, "3mf");
  platen_file_dialog_open_async (GTK_WIDGET (self), _("Upload 3MF Files"), filter, TRUE, self->choosing,
                                 platen_upload_area_opened_cb, g_object_ref (self));
}
