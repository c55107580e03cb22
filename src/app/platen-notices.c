/* platen-notices.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notices.h"

#include <glib/gi18n.h>

#include "platen-format.h"
#include "platen-strip.h"

struct _PlatenNotices
{
  GtkWidget             parent_instance;

  PlatenStrip          *notice_strip;
  PlatenStrip          *expiry_strip;

  PlatenSessionManager *manager;
};

G_DEFINE_FINAL_TYPE (PlatenNotices, platen_notices, GTK_TYPE_WIDGET)

static void
notice_cb (PlatenNotices *self)
{
  const char *notice = platen_session_manager_get_notice (self->manager);
  const gboolean tell = notice != NULL && platen_session_manager_get_session (self->manager) != NULL;

  /* What slides out still says what it said. */
  if (tell)
    platen_strip_set_title (self->notice_strip, notice);

  platen_strip_set_revealed (self->notice_strip, tell);
}

static void
expires_cb (PlatenNotices *self)
{
  const gboolean soon = platen_session_manager_expires_soon (self->manager);

  if (soon)
    {
      g_autofree char *date = platen_format_date (platen_session_manager_get_expires (self->manager));
      /* Translators: a date, as in "3 Nov" */
      g_autofree char *title = g_strdup_printf (_("The cloud ends your sign-in on %s."), date);

      platen_strip_set_title (self->expiry_strip, title);
    }

  platen_strip_set_revealed (self->expiry_strip, soon);
}

static void
dismiss_cb (PlatenNotices *self)
{
  platen_strip_set_revealed (self->notice_strip, FALSE);
}

static void
sign_in_cb (PlatenNotices *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.sign-in", NULL);
}

static void
platen_notices_dispose (GObject *object)
{
  PlatenNotices *self = PLATEN_NOTICES (object);

  g_clear_object (&self->manager);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLATEN_TYPE_NOTICES);

  G_OBJECT_CLASS (platen_notices_parent_class)->dispose (object);
}

static void
platen_notices_class_init (PlatenNoticesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = platen_notices_dispose;

  g_type_ensure (PLATEN_TYPE_STRIP);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/platen-notices.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenNotices, notice_strip);
  gtk_widget_class_bind_template_child (widget_class, PlatenNotices, expiry_strip);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
}

static void
platen_notices_init (PlatenNotices *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_notices_set_manager:
 * @self: notices of nobody yet
 * @manager: who is signed in
 *
 * Tells from now on what there is to know about the sign-in.
 */
void
platen_notices_set_manager (PlatenNotices        *self,
                            PlatenSessionManager *manager)
{
  g_return_if_fail (PLATEN_IS_NOTICES (self));
  g_return_if_fail (PLATEN_IS_SESSION_MANAGER (manager));
  g_return_if_fail (self->manager == NULL);

  self->manager = g_object_ref (manager);

  g_signal_connect_object (manager, "notify::notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::session", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::expires", G_CALLBACK (expires_cb), self, G_CONNECT_SWAPPED);
  notice_cb (self);
  expires_cb (self);
}
