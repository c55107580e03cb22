/* platen-notices.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notices.h"

#include <glib/gi18n.h>

#include "platen-format.h"

struct _PlatenNotices
{
  GObject               parent_instance;

  PlatenSessionManager *manager;
  AdwToastOverlay      *overlay;

  AdwToast             *notice;
  AdwToast             *expiry;
};

G_DEFINE_FINAL_TYPE (PlatenNotices, platen_notices, G_TYPE_OBJECT)

/* Stays until it is dismissed. What was said before it no longer holds. */
static void
replace_toast (PlatenNotices  *self,
               AdwToast      **present,
               AdwToast       *toast)
{
  if (*present != NULL)
    adw_toast_dismiss (*present);

  g_set_object (present, toast);

  if (toast != NULL)
    {
      adw_toast_set_timeout (toast, 0);
      adw_toast_overlay_add_toast (self->overlay, toast);
    }
}

static void
notice_cb (PlatenNotices *self)
{
  const char *text = platen_session_manager_get_notice (self->manager);
  AdwToast *toast = NULL;

  if (text != NULL && platen_session_manager_get_session (self->manager) != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (text, -1);

      toast = adw_toast_new (markup);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
    }

  replace_toast (self, &self->notice, toast);
}

static void
expires_cb (PlatenNotices *self)
{
  AdwToast *toast = NULL;

  if (platen_session_manager_expires_soon (self->manager))
    {
      g_autofree char *date = platen_format_date (platen_session_manager_get_expires (self->manager));
      /* Translators: a date, as in "3 Nov" */
      g_autofree char *title = g_strdup_printf (_("The cloud ends your sign-in on %s"), date);

      toast = adw_toast_new (title);
      adw_toast_set_button_label (toast, _("Sign In _Again"));
      adw_toast_set_action_name (toast, "win.sign-in");
    }

  replace_toast (self, &self->expiry, toast);
}

static void
platen_notices_dispose (GObject *object)
{
  PlatenNotices *self = PLATEN_NOTICES (object);

  g_clear_object (&self->notice);
  g_clear_object (&self->expiry);
  g_clear_object (&self->overlay);
  g_clear_object (&self->manager);

  G_OBJECT_CLASS (platen_notices_parent_class)->dispose (object);
}

static void
platen_notices_class_init (PlatenNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = platen_notices_dispose;
}

static void
platen_notices_init (PlatenNotices *self)
{
}

/**
 * platen_notices_new:
 * @manager: who is signed in
 * @overlay: where to tell
 *
 * Returns: (transfer full): what tells of the sign-in for as long as it lives
 */
PlatenNotices *
platen_notices_new (PlatenSessionManager *manager,
                    AdwToastOverlay      *overlay)
{
  PlatenNotices *self;

  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);
  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (PLATEN_TYPE_NOTICES, NULL);
  self->manager = g_object_ref (manager);
  self->overlay = g_object_ref (overlay);

  g_signal_connect_object (manager, "notify::notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::expires", G_CALLBACK (expires_cb), self, G_CONNECT_SWAPPED);
  notice_cb (self);
  expires_cb (self);

  return self;
}
