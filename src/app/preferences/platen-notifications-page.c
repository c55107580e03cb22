/* platen-notifications-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notifications-page.h"

#include <watch.h>

#include "platen-notification-rules.h"
#include "platen-printer-text.h"
#include "platen-time-row.h"

struct _PlatenNotificationsPage
{
  AdwPreferencesPage   parent_instance;

  GtkSwitch           *all_switch;
  AdwPreferencesGroup *events_group;
  GtkSwitch           *finished_switch;
  GtkSwitch           *failed_switch;
  GtkSwitch           *cancelled_switch;
  GtkSwitch           *paused_switch;
  GtkSwitch           *attention_switch;
  GtkSwitch           *resumed_switch;
  GtkSwitch           *started_switch;
  GtkSwitch           *offline_switch;
  GtkSwitch           *online_switch;
  AdwPreferencesGroup *reminder_group;
  AdwExpanderRow      *reminder_row;
  GtkSpinButton       *reminder_spin;
  AdwPreferencesGroup *quiet_group;
  AdwExpanderRow      *quiet_row;
  PlatenTimeRow       *from_row;
  PlatenTimeRow       *until_row;
  GtkSwitch           *failures_switch;
  AdwPreferencesGroup *printers_group;

  GSettings           *settings;
  GPtrArray           *printer_rows;
};

G_DEFINE_FINAL_TYPE (PlatenNotificationsPage, platen_notifications_page, ADW_TYPE_PREFERENCES_PAGE)

static void
printer_switch_cb (PlatenNotificationsPage *self,
                   GParamSpec              *pspec,
                   GtkSwitch               *widget)
{
  platen_notification_rules_set_silent (self->settings,
                                        g_object_get_data (G_OBJECT (widget), "device-id"),
                                        !gtk_switch_get_active (widget));
}

static GtkWidget *
create_printer_row (PlatenNotificationsPage *self,
                    BambuDevice             *device)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();
  const char *id = bambu_device_get_id (device);
  g_autofree char *title = platen_printer_dup_title (device);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (widget), !platen_notification_rules_is_silent (self->settings, id));
  g_object_set_data_full (G_OBJECT (widget), "device-id", g_strdup (id), g_free);
  g_signal_connect_object (widget, "notify::active", G_CALLBACK (printer_switch_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);

  return row;
}

static void
fill_printers_cb (PlatenNotificationsPage *self,
                  guint                    position,
                  guint                    removed,
                  guint                    added,
                  GListModel              *devices)
{
  const guint n_devices = g_list_model_get_n_items (devices);

  for (guint i = 0; i < self->printer_rows->len; i++)
    adw_preferences_group_remove (self->printers_group, g_ptr_array_index (self->printer_rows, i));

  g_ptr_array_set_size (self->printer_rows, 0);

  for (guint i = 0; i < n_devices; i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);
      GtkWidget *row = create_printer_row (self, device);

      adw_preferences_group_add (self->printers_group, row);
      g_ptr_array_add (self->printer_rows, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->printers_group), n_devices > 0);
}

static void
bind (PlatenNotificationsPage *self,
      const char              *key,
      gpointer                 object,
      const char              *property)
{
  g_settings_bind (self->settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}

static void
bind_event (PlatenNotificationsPage *self,
            WatchEventKind           kind,
            GtkSwitch               *widget)
{
  bind (self, platen_notification_rules_get_key (kind), widget, "active");
}

/* What none of this matters to while there are no notifications at all. */
static void
bind_sensitive (PlatenNotificationsPage *self)
{
  AdwPreferencesGroup * const groups[] = {
    self->events_group,
    self->reminder_group,
    self->quiet_group,
    self->printers_group,
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_object_bind_property (self->all_switch, "active", groups[i], "sensitive", G_BINDING_SYNC_CREATE);
}

static void
platen_notifications_page_dispose (GObject *object)
{
  PlatenNotificationsPage *self = PLATEN_NOTIFICATIONS_PAGE (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (platen_notifications_page_parent_class)->dispose (object);
}

static void
platen_notifications_page_finalize (GObject *object)
{
  PlatenNotificationsPage *self = PLATEN_NOTIFICATIONS_PAGE (object);

  g_clear_pointer (&self->printer_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_notifications_page_parent_class)->finalize (object);
}

static void
platen_notifications_page_class_init (PlatenNotificationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_notifications_page_dispose;
  object_class->finalize = platen_notifications_page_finalize;

  g_type_ensure (PLATEN_TYPE_TIME_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/preferences/platen-notifications-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, all_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, events_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, finished_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, failed_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, cancelled_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, paused_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, attention_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, resumed_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, started_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, offline_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, online_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, reminder_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, reminder_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, reminder_spin);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, quiet_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, quiet_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, from_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, until_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, failures_switch);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotificationsPage, printers_group);
}

static void
platen_notifications_page_init (PlatenNotificationsPage *self)
{
  self->printer_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_notifications_page_set_up:
 * @self: a page of preferences
 * @settings: what it changes
 * @devices: (element-type BambuDevice): the printers
 *
 * Shows how things are. Once only.
 */
void
platen_notifications_page_set_up (PlatenNotificationsPage *self,
                                  GSettings               *settings,
                                  GListModel              *devices)
{
  g_return_if_fail (PLATEN_IS_NOTIFICATIONS_PAGE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (G_IS_LIST_MODEL (devices));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  bind (self, "notifications", self->all_switch, "active");
  bind_event (self, WATCH_EVENT_FINISHED, self->finished_switch);
  bind_event (self, WATCH_EVENT_FAILED, self->failed_switch);
  bind_event (self, WATCH_EVENT_CANCELLED, self->cancelled_switch);
  bind_event (self, WATCH_EVENT_PAUSED, self->paused_switch);
  bind_event (self, WATCH_EVENT_ATTENTION, self->attention_switch);
  bind_event (self, WATCH_EVENT_RESUMED, self->resumed_switch);
  bind_event (self, WATCH_EVENT_STARTED, self->started_switch);
  bind_event (self, WATCH_EVENT_OFFLINE, self->offline_switch);
  bind_event (self, WATCH_EVENT_ONLINE, self->online_switch);
  bind (self, "reminder", self->reminder_row, "enable-expansion");
  bind (self, "reminder-minutes", self->reminder_spin, "value");
  bind (self, "quiet-hours", self->quiet_row, "enable-expansion");
  bind (self, "quiet-from", self->from_row, "minutes");
  bind (self, "quiet-until", self->until_row, "minutes");
  bind (self, "quiet-failures", self->failures_switch, "active");
  bind_sensitive (self);

  g_signal_connect_object (devices, "items-changed", G_CALLBACK (fill_printers_cb), self, G_CONNECT_SWAPPED);
  fill_printers_cb (self, 0, 0, 0, devices);
}
