/* platen-tray.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-tray.h"

#include <glib/gi18n.h>
#include <tray.h>

#include "platen-format.h"
#include "platen-printer-text.h"
#include "platen-tray-icon.h"
#include "platen-tray-menu.h"
#include "platen-tray-text.h"

/* What the icon shows: drawn again when that changes. */
typedef struct
{
  int      progress;
  gboolean attention;
  gboolean asleep;
} Look;

struct _PlatenTray
{
  GObject         parent_instance;

  PlatenFleet    *fleet;
  TrayItem       *item;
  PlatenTrayMenu *menu;
  char           *title;
  Look            look;
};

enum
{
  PROP_HOSTED = 1,
  N_PROPS
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenTray, platen_tray, G_TYPE_OBJECT)

static gboolean
needs_attention (GListModel *devices)
{
  for (guint i = 0; i < g_list_model_get_n_items (devices); i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);

      if (bambu_device_get_needs_attention (device))
        return TRUE;
    }

  return FALSE;
}

static void
update_icon (PlatenTray *self,
             const Look *look,
             const char *description)
{
  g_autoptr(GPtrArray) pixmaps = NULL;

  if (memcmp (&self->look, look, sizeof *look) == 0)
    return;

  self->look = *look;
  pixmaps = platen_tray_icon_draw (look->progress, look->attention, look->asleep);

  /* By no name: a host that finds one in its theme does not look at what was drawn. */
  tray_item_set_icon (self->item, NULL, pixmaps, description);
  tray_item_set_attention_icon (self->item, NULL, pixmaps, description);
  tray_item_set_status (self->item, look->attention ? TRAY_STATUS_NEEDS_ATTENTION : TRAY_STATUS_ACTIVE);
}

static void
update_label (PlatenTray *self,
              int         progress)
{
  g_autofree char *label = NULL;
  g_autofree char *guide = platen_format_percent (100);

  if (progress != PLATEN_TRAY_ICON_IDLE)
    label = platen_format_percent (progress);

  tray_item_set_label (self->item, label, guide);
}

/* Why there is nothing to say of printers. */
static const char *
get_excuse (PlatenTray *self)
{
  PlatenSessionManager *manager = platen_fleet_get_manager (self->fleet);

  switch (platen_session_manager_get_state (manager))
    {
    case PLATEN_SESSION_STATE_RESTORING:
      return _("Looking for your sign-in");

    case PLATEN_SESSION_STATE_SIGNED_OUT:
      if (platen_session_manager_get_notice (manager) != NULL)
        return platen_session_manager_get_notice (manager);

      return _("Nobody is signed in");

    case PLATEN_SESSION_STATE_SIGNED_IN:
    default:
      return platen_fleet_get_heard (self->fleet) ? _("There are no printers") : _("The cloud has not answered yet");
    }
}

static void
update_cb (PlatenTray *self)
{
  GListModel *devices = platen_fleet_get_devices (self->fleet);
  g_autoptr(BambuDevice) next = platen_tray_find_next (devices, NULL);
  g_autofree char *summary = NULL;
  g_autofree char *tooltip = NULL;
  Look look;

  if (g_list_model_get_n_items (devices) > 0)
    {
      summary = platen_printers_dup_summary (devices, NULL);
      tooltip = platen_tray_dup_tooltip (devices, NULL);
    }
  else
    {
      summary = g_strdup (self->title);
      tooltip = g_markup_escape_text (get_excuse (self), -1);
    }

  look.progress = next != NULL ? MAX (0, bambu_device_get_progress (next)) : PLATEN_TRAY_ICON_IDLE;
  look.attention = needs_attention (devices);
  look.asleep = platen_session_manager_get_session (platen_fleet_get_manager (self->fleet)) == NULL;

  update_icon (self, &look, summary);
  update_label (self, look.progress);
  tray_item_set_tooltip (self->item, summary, tooltip);
  platen_tray_menu_set_devices (self->menu, devices);
}

static void
activate_cb (PlatenTray *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
hosted_cb (PlatenTray *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOSTED]);
}

static void
platen_tray_dispose (GObject *object)
{
  PlatenTray *self = PLATEN_TRAY (object);

  if (self->item != NULL)
    tray_item_unexport (self->item);

  g_clear_object (&self->item);
  g_clear_object (&self->menu);
  g_clear_object (&self->fleet);

  G_OBJECT_CLASS (platen_tray_parent_class)->dispose (object);
}

static void
platen_tray_finalize (GObject *object)
{
  PlatenTray *self = PLATEN_TRAY (object);

  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (platen_tray_parent_class)->finalize (object);
}

static void
platen_tray_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlatenTray *self = PLATEN_TRAY (object);

  switch (prop_id)
    {
    case PROP_HOSTED:
      g_value_set_boolean (value, platen_tray_get_hosted (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_tray_class_init (PlatenTrayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_tray_dispose;
  object_class->finalize = platen_tray_finalize;
  object_class->get_property = platen_tray_get_property;

  properties[PROP_HOSTED] =
    g_param_spec_boolean ("hosted", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE] =
    g_signal_new ("activate",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_tray_init (PlatenTray *self)
{
  self->menu = platen_tray_menu_new ();

  /* Like nothing that there is to show. */
  self->look.progress = G_MININT;
}

/**
 * platen_tray_new:
 * @id: the application's id
 * @title: the application's name
 * @fleet: the printers
 * @actions: the application's actions, which the menu names
 *
 * Returns: (transfer full): an icon that is in no tray yet
 */
PlatenTray *
platen_tray_new (const char   *id,
                 const char   *title,
                 PlatenFleet  *fleet,
                 GActionGroup *actions)
{
  PlatenTray *self;
  TrayMenu *menu;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (PLATEN_IS_FLEET (fleet), NULL);
  g_return_val_if_fail (G_IS_ACTION_GROUP (actions), NULL);

  self = g_object_new (PLATEN_TYPE_TRAY, NULL);
  self->fleet = g_object_ref (fleet);
  self->title = g_strdup (title);
  self->item = tray_item_new (id, TRAY_CATEGORY_APPLICATION_STATUS);
  tray_item_set_title (self->item, title);

  menu = tray_item_get_menu (self->item);
  tray_menu_insert_action_group (menu, "app", actions);
  tray_menu_set_model (menu, platen_tray_menu_get_model (self->menu));

  g_signal_connect_object (self->item, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->item, "notify::hosted", G_CALLBACK (hosted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (fleet, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return self;
}

/**
 * platen_tray_export:
 * @self: an icon that is in no tray
 * @connection: the session bus
 * @error: where to say why not
 *
 * Puts it into every tray that is there or comes later. Errors: those of tray_item_export().
 *
 * Returns: whether trays can find it
 */
gboolean
platen_tray_export (PlatenTray       *self,
                    GDBusConnection  *connection,
                    GError          **error)
{
  g_return_val_if_fail (PLATEN_IS_TRAY (self), FALSE);

  return tray_item_export (self->item, connection, error);
}

/**
 * platen_tray_unexport:
 * @self: an icon
 *
 * Takes it out of the tray, as far as trays let one.
 */
void
platen_tray_unexport (PlatenTray *self)
{
  g_return_if_fail (PLATEN_IS_TRAY (self));

  tray_item_unexport (self->item);
}

/**
 * platen_tray_get_hosted:
 * @self: an icon
 *
 * Returns: whether there is a tray that shows it
 */
gboolean
platen_tray_get_hosted (PlatenTray *self)
{
  g_return_val_if_fail (PLATEN_IS_TRAY (self), FALSE);

  return tray_item_get_hosted (self->item);
}

/**
 * platen_tray_take_activation_token:
 * @self: an icon
 *
 * Returns: (transfer full) (nullable): what lets a window be raised because of the last click
 */
char *
platen_tray_take_activation_token (PlatenTray *self)
{
  g_return_val_if_fail (PLATEN_IS_TRAY (self), NULL);

  return tray_item_take_activation_token (self->item);
}

/**
 * platen_tray_set_muted_until:
 * @self: an icon
 * @until: (nullable): when notifications come again, or %NULL where they are not muted
 *
 * Has the menu say so.
 */
void
platen_tray_set_muted_until (PlatenTray *self,
                             GDateTime  *until)
{
  g_return_if_fail (PLATEN_IS_TRAY (self));

  platen_tray_menu_set_muted_until (self->menu, until);
}
