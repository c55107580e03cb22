/* tray-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-item-private.h"

/**
 * TrayItem:
 *
 * A StatusNotifierItem, in the freedesktop and the KDE flavour with the extensions of KDE (activation tokens) and
 * Ayatana (a label): an icon with a tooltip and a menu in the tray of whatever desktop has one.
 *
 * There is one item a connection, at the path `/StatusNotifierItem`: some hosts look nowhere else.
 *
 * Signals:
 *
 * - "activate" (int x, int y): the primary click
 * - "secondary-activate" (int x, int y): the middle click
 * - "scroll" (int delta, gboolean horizontal)
 *
 * What the specification calls ContextMenu is left to the host, which has the menu.
 */

enum
{
  PROP_0,
  PROP_HOSTED,
  N_PROPS
};

enum
{
  ACTIVATE,
  SECONDARY_ACTIVATE,
  SCROLL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrayItem, tray_item, G_TYPE_OBJECT)

static gboolean
replace_string (char       **string,
                const char  *value)
{
  if (g_strcmp0 (*string, value) == 0)
    return FALSE;

  g_free (*string);
  *string = g_strdup (value);

  return TRUE;
}

static void
icon_set (TrayItemIcon *icon,
          const char   *name,
          GPtrArray    *pixmaps,
          const char   *description)
{
  replace_string (&icon->name, name);
  replace_string (&icon->description, description);

  if (pixmaps != NULL)
    g_ptr_array_ref (pixmaps);

  g_clear_pointer (&icon->pixmaps, g_ptr_array_unref);
  icon->pixmaps = pixmaps;
}

static void
icon_clear (TrayItemIcon *icon)
{
  g_clear_pointer (&icon->name, g_free);
  g_clear_pointer (&icon->description, g_free);
  g_clear_pointer (&icon->pixmaps, g_ptr_array_unref);
}

static void
tray_item_hosted_cb (TrayItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOSTED]);
}

static void
tray_item_dispose (GObject *object)
{
  TrayItem *self = (TrayItem *)object;

  tray_item_unexport (self);
  g_clear_object (&self->menu);

  G_OBJECT_CLASS (tray_item_parent_class)->dispose (object);
}

static void
tray_item_finalize (GObject *object)
{
  TrayItem *self = (TrayItem *)object;

  icon_clear (&self->icon);
  icon_clear (&self->attention_icon);
  icon_clear (&self->overlay_icon);
  g_free (self->id);
  g_free (self->title);
  g_free (self->icon_theme_path);
  g_free (self->tooltip_title);
  g_free (self->tooltip_body);
  g_free (self->label);
  g_free (self->label_guide);
  g_free (self->activation_token);

  G_OBJECT_CLASS (tray_item_parent_class)->finalize (object);
}

static void
tray_item_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TrayItem *self = TRAY_ITEM (object);

  switch (prop_id)
    {
    case PROP_HOSTED:
      g_value_set_boolean (value, tray_item_get_hosted (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tray_item_class_init (TrayItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tray_item_dispose;
  object_class->finalize = tray_item_finalize;
  object_class->get_property = tray_item_get_property;

  properties[PROP_HOSTED] =
    g_param_spec_boolean ("hosted", NULL, NULL,
                          FALSE,
                          (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE] =
    g_signal_new ("activate",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  signals[SECONDARY_ACTIVATE] =
    g_signal_new ("secondary-activate",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  signals[SCROLL] =
    g_signal_new ("scroll",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
tray_item_init (TrayItem *self)
{
  self->menu = tray_menu_new ();
  self->status = TRAY_STATUS_ACTIVE;
}

/**
 * tray_item_new:
 * @id: a name for the item that stays the same from run to run, such as the application's id
 * @category: what the item is about
 *
 * Makes an item that is on no bus yet.
 *
 * Returns: (transfer full): a new #TrayItem
 */
TrayItem *
tray_item_new (const char   *id,
               TrayCategory  category)
{
  TrayItem *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TRAY_TYPE_ITEM, NULL);
  self->id = g_strdup (id);
  self->category = category;

  return self;
}

/**
 * tray_item_set_title:
 * @self: a #TrayItem
 * @title: (nullable): what the item is called, such as the application's name
 *
 * Names the item for hosts that list their items.
 */
void
tray_item_set_title (TrayItem   *self,
                     const char *title)
{
  g_return_if_fail (TRAY_IS_ITEM (self));

  if (replace_string (&self->title, title))
    tray_item_emit (self, "NewTitle", NULL);
}

/**
 * tray_item_set_status:
 * @self: a #TrayItem
 * @status: how much it matters now
 *
 * Says whether the item is worth a look.
 */
void
tray_item_set_status (TrayItem   *self,
                      TrayStatus  status)
{
  g_return_if_fail (TRAY_IS_ITEM (self));

  if (self->status == status)
    return;

  self->status = status;
  tray_item_emit (self, "NewStatus", g_variant_new ("(s)", tray_item_status_to_string (status)));
}

/**
 * tray_item_set_icon:
 * @self: a #TrayItem
 * @icon_name: (nullable): a name in the icon theme; hosts prefer it to @pixmaps, so leave it out where a
 *   drawn icon is to be seen
 * @pixmaps: (nullable) (element-type TrayPixmap): the same icon in several sizes
 * @description: (nullable): the icon in words, for those who cannot see it
 *
 * Sets the icon.
 */
void
tray_item_set_icon (TrayItem   *self,
                    const char *icon_name,
                    GPtrArray  *pixmaps,
                    const char *description)
{
  g_return_if_fail (TRAY_IS_ITEM (self));

  icon_set (&self->icon, icon_name, pixmaps, description);
  tray_item_emit (self, "NewIcon", NULL);
}

/**
 * tray_item_set_attention_icon:
 * @self: a #TrayItem
 * @icon_name: (nullable): a name in the icon theme
 * @pixmaps: (nullable) (element-type TrayPixmap): the same icon in several sizes
 * @description: (nullable): the icon in words
 *
 * Sets the icon that is shown instead while the status is %TRAY_STATUS_NEEDS_ATTENTION.
 */
void
tray_item_set_attention_icon (TrayItem   *self,
                              const char *icon_name,
                              GPtrArray  *pixmaps,
                              const char *description)
{
  g_return_if_fail (TRAY_IS_ITEM (self));

  icon_set (&self->attention_icon, icon_name, pixmaps, description);
  tray_item_emit (self, "NewAttentionIcon", NULL);
}

/**
 * tray_item_set_overlay_icon:
 * @self: a #TrayItem
 * @icon_name: (nullable): a name in the icon theme
 * @pixmaps: (nullable) (element-type TrayPixmap): the same icon in several sizes
 *
 * Sets what is laid over the icon; few hosts draw it.
 */
void
tray_item_set_overlay_icon (TrayItem   *self,
                            const char *icon_name,
                            GPtrArray  *pixmaps)
{
  g_return_if_fail (TRAY_IS_ITEM (self));

  icon_set (&self->overlay_icon, icon_name, pixmaps, NULL);
  tray_item_emit (self, "NewOverlayIcon", NULL);
}

/**
 * tray_item_set_icon_theme_path:
 * @self: a #TrayItem
 * @path: (nullable): a folder in which the icons' names are looked for as well
 *
 * Names a folder of icons that are not installed.
 */
void
tray_item_set_icon_theme_path (TrayItem   *self,
                               const char *path)
{
  g_return_if_fail (TRAY_IS_ITEM (self));

  if (replace_string (&self->icon_theme_path, path))
    tray_item_emit (self, "NewIconThemePath", g_variant_new ("(s)", path != NULL ? path : ""));
}

/**
 * tray_item_set_tooltip:
 * @self: a #TrayItem
 * @title: (nullable): its first line, plain text
 * @body: (nullable): the rest; hosts may take it for markup, so it must be escaped
 *
 * Sets what is shown while the pointer rests on the icon.
 */
void
tray_item_set_tooltip (TrayItem   *self,
                       const char *title,
                       const char *body)
{
  gboolean changed;

  g_return_if_fail (TRAY_IS_ITEM (self));

  changed = replace_string (&self->tooltip_title, title);
  changed |= replace_string (&self->tooltip_body, body);

  if (changed)
    tray_item_emit (self, "NewToolTip", NULL);
}

/**
 * tray_item_set_label:
 * @self: a #TrayItem
 * @label: (nullable): a few letters beside the icon, which some hosts show
 * @guide: (nullable): the longest label to be expected, by which the host may reserve room
 *
 * Sets the text beside the icon.
 */
void
tray_item_set_label (TrayItem   *self,
                     const char *label,
                     const char *guide)
{
  gboolean changed;

  g_return_if_fail (TRAY_IS_ITEM (self));

  changed = replace_string (&self->label, label);
  changed |= replace_string (&self->label_guide, guide);

  if (changed)
    tray_item_emit (self, "XAyatanaNewLabel",
                    g_variant_new ("(ss)", label != NULL ? label : "", guide != NULL ? guide : ""));
}

/**
 * tray_item_get_menu:
 * @self: a #TrayItem
 *
 * Gives the item's menu, to be filled.
 *
 * Returns: (transfer none): the menu
 */
TrayMenu *
tray_item_get_menu (TrayItem *self)
{
  g_return_val_if_fail (TRAY_IS_ITEM (self), NULL);

  return self->menu;
}

/**
 * tray_item_export:
 * @self: a #TrayItem that is not exported
 * @connection: the session bus
 * @error: where to say why not
 *
 * Puts the item on the bus and offers it to every tray that is there or comes later.
 *
 * Returns: whether it is there; fails with %G_IO_ERROR_EXISTS where the connection has an item already
 */
gboolean
tray_item_export (TrayItem         *self,
                  GDBusConnection  *connection,
                  GError          **error)
{
  g_return_val_if_fail (TRAY_IS_ITEM (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  self->connection = g_object_ref (connection);

  if (!tray_item_register (self, error) || !tray_menu_export (self->menu, connection, TRAY_ITEM_MENU_PATH, error))
    {
      tray_item_unexport (self);
      return FALSE;
    }

  self->watcher = tray_watcher_new (connection);
  g_signal_connect_object (self->watcher, "notify::hosted",
                           G_CALLBACK (tray_item_hosted_cb), self,
                           G_CONNECT_SWAPPED);

  return TRUE;
}

/**
 * tray_item_unexport:
 * @self: a #TrayItem
 *
 * Takes the item off the bus, where it is on one. Watchers have no call for that: they forget an item
 * when its connection goes, and its icon stays until then in hosts that do not look.
 */
void
tray_item_unexport (TrayItem *self)
{
  gboolean was_hosted;

  g_return_if_fail (TRAY_IS_ITEM (self));

  if (self->connection == NULL)
    return;

  was_hosted = tray_item_get_hosted (self);

  if (self->watcher != NULL)
    g_object_run_dispose (G_OBJECT (self->watcher));

  g_clear_object (&self->watcher);
  tray_menu_unexport (self->menu);

  tray_item_unregister (self);
  g_clear_object (&self->connection);

  if (was_hosted)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOSTED]);
}

/**
 * tray_item_get_hosted:
 * @self: a #TrayItem
 *
 * Tells whether there is a tray that has the item, which is when it can be seen. Changes are notified.
 *
 * Returns: whether the item is in a tray
 */
gboolean
tray_item_get_hosted (TrayItem *self)
{
  g_return_val_if_fail (TRAY_IS_ITEM (self), FALSE);

  return self->watcher != NULL && tray_watcher_get_hosted (self->watcher);
}

/**
 * tray_item_take_activation_token:
 * @self: a #TrayItem
 *
 * Takes the token that the host gave along with the click, which lets a window be raised on Wayland. It is for
 * one use.
 *
 * Returns: (transfer full) (nullable): the token, or %NULL where none was given
 */
char *
tray_item_take_activation_token (TrayItem *self)
{
  g_return_val_if_fail (TRAY_IS_ITEM (self), NULL);

  return g_steal_pointer (&self->activation_token);
}
