/* platen-attention-group.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-attention-group.h"

#include <glib/gi18n.h>

#include "bambu-hms.h"
#include "bambu-words.h"
#include "platen-link-row.h"

struct _PlatenAttentionGroup
{
  AdwPreferencesGroup  parent_instance;

  BambuDevice         *device;
  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (PlatenAttentionGroup, platen_attention_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_severity_class (BambuHmsSeverity severity)
{
  switch (severity)
    {
    case BAMBU_HMS_SEVERITY_FATAL:
    case BAMBU_HMS_SEVERITY_SERIOUS:
      return "error";

    case BAMBU_HMS_SEVERITY_COMMON:
      return "warning";

    case BAMBU_HMS_SEVERITY_INFO:
    case BAMBU_HMS_SEVERITY_UNKNOWN:
    default:
      return "dim-label";
    }
}

static void
add_row (PlatenAttentionGroup *self,
         const char           *title,
         const char           *code,
         const char           *style,
         const char           *link)
{
  GtkWidget *row = platen_link_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *isolated = NULL;

  /* Text that runs from right to left would turn the halves of a code round: a mark says which way this one runs. */
  if (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL)
    isolated = g_strconcat ("\u200e", code, NULL);

  gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), isolated != NULL ? isolated : code);
  platen_link_row_set_uri (PLATEN_LINK_ROW (row), link);
  gtk_widget_set_tooltip_text (row, link != NULL ? _("What the manufacturer says about it") : NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
platen_attention_group_update (PlatenAttentionGroup *self)
{
  GListModel *hms = bambu_device_get_hms (self->device);
  const char *error = bambu_device_get_print_error (self->device);

  g_assert (PLATEN_IS_ATTENTION_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);

  if (error != NULL)
    add_row (self, _("Print Error"), error, "error", "https://wiki.bambulab.com/en/hms/home");

  for (guint i = 0; i < g_list_model_get_n_items (hms); i++)
    {
      g_autoptr(BambuHms) entry = g_list_model_get_item (hms, i);
      const BambuHmsSeverity severity = bambu_hms_get_severity (entry);

      add_row (self, bambu_hms_severity_get_word (severity), bambu_hms_get_code (entry),
               get_severity_class (severity), bambu_hms_get_link (entry));
    }

  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
platen_attention_group_dispose (GObject *object)
{
  PlatenAttentionGroup *self = (PlatenAttentionGroup *)object;

  g_clear_object (&self->device);

  G_OBJECT_CLASS (platen_attention_group_parent_class)->dispose (object);
}

static void
platen_attention_group_finalize (GObject *object)
{
  PlatenAttentionGroup *self = (PlatenAttentionGroup *)object;

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (platen_attention_group_parent_class)->finalize (object);
}

static void
platen_attention_group_class_init (PlatenAttentionGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_attention_group_dispose;
  object_class->finalize = platen_attention_group_finalize;
}

static void
platen_attention_group_init (PlatenAttentionGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Attention"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * platen_attention_group_set_device:
 * @self: a #PlatenAttentionGroup
 * @device: whose complaints to show; to be set once
 */
void
platen_attention_group_set_device (PlatenAttentionGroup *self,
                                   BambuDevice          *device)
{
  g_return_if_fail (PLATEN_IS_ATTENTION_GROUP (self));
  g_return_if_fail (BAMBU_IS_DEVICE (device));
  g_return_if_fail (self->device == NULL);

  self->device = g_object_ref (device);
  g_signal_connect_object (device, "notify::print-error",
                           G_CALLBACK (platen_attention_group_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bambu_device_get_hms (device), "items-changed",
                           G_CALLBACK (platen_attention_group_update), self, G_CONNECT_SWAPPED);
  platen_attention_group_update (self);
}
