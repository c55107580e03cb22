/* platen-restoring-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-restoring-page.h"

#include <glib/gi18n.h>

/* In milliseconds: what takes no longer needs no words. */
#define DELAY 800

struct _PlatenRestoringPage
{
  AdwBin                parent_instance;

  PlatenSessionManager *manager;
  guint                 delay_source;

  GtkRevealer          *revealer;
  AdwStatusPage        *status_page;
  GtkWidget            *skip_button;
};

G_DEFINE_FINAL_TYPE (PlatenRestoringPage, platen_restoring_page, ADW_TYPE_BIN)

static void
skip_cb (PlatenRestoringPage *self)
{
  platen_session_manager_skip_restore (self->manager);
}

static gboolean
delay_cb (gpointer user_data)
{
  PlatenRestoringPage *self = user_data;

  self->delay_source = 0;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);

  return G_SOURCE_REMOVE;
}

static void
platen_restoring_page_map (GtkWidget *widget)
{
  PlatenRestoringPage *self = PLATEN_RESTORING_PAGE (widget);

  self->delay_source = g_timeout_add (DELAY, delay_cb, self);

  GTK_WIDGET_CLASS (platen_restoring_page_parent_class)->map (widget);
}

static void
platen_restoring_page_unmap (GtkWidget *widget)
{
  PlatenRestoringPage *self = PLATEN_RESTORING_PAGE (widget);

  g_clear_handle_id (&self->delay_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);

  GTK_WIDGET_CLASS (platen_restoring_page_parent_class)->unmap (widget);
}

static void
platen_restoring_page_dispose (GObject *object)
{
  PlatenRestoringPage *self = PLATEN_RESTORING_PAGE (object);

  g_clear_handle_id (&self->delay_source, g_source_remove);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_restoring_page_parent_class)->dispose (object);
}

static void
platen_restoring_page_class_init (PlatenRestoringPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_restoring_page_dispose;

  widget_class->map = platen_restoring_page_map;
  widget_class->unmap = platen_restoring_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/signin/platen-restoring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenRestoringPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlatenRestoringPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenRestoringPage, skip_button);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
platen_restoring_page_init (PlatenRestoringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_restoring_page_set_manager:
 * @self: a restoring page
 * @manager: what restores the sign-in
 *
 * Sets what is waited for. Once only.
 */
void
platen_restoring_page_set_manager (PlatenRestoringPage  *self,
                                   PlatenSessionManager *manager)
{
  g_return_if_fail (PLATEN_IS_RESTORING_PAGE (self));
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (manager));
  g_return_if_fail (self->manager == NULL);

  self->manager = g_object_ref (manager);

  if (platen_session_manager_get_demo_cloud (manager) != NULL)
    {
      adw_status_page_set_icon_name (self->status_page, "platen-printer-symbolic");
      adw_status_page_set_title (self->status_page, _("Starting the Demo"));
      gtk_widget_hide (self->skip_button);
    }
  else
    {
      adw_status_page_set_icon_name (self->status_page, "dialog-password-symbolic");
      adw_status_page_set_title (self->status_page, _("Looking for Your Sign-In"));
      adw_status_page_set_description (self->status_page,
                                       _("It is kept in the keyring, which may have to be unlocked."));
    }
}
