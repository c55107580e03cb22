/* tray-item.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-item.h"

#include "tray-interfaces.h"
#include "tray-watcher.h"

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

#define ITEM_PATH "/StatusNotifierItem"
#define MENU_PATH "/StatusNotifierItem/Menu"

static const char * const item_interfaces[] = {
  "org.kde.StatusNotifierItem",
  "org.freedesktop.StatusNotifierItem",
};

#define N_INTERFACES G_N_ELEMENTS (item_interfaces)

typedef struct
{
  char      *name;
  GPtrArray *pixmaps;
  char      *description;
} Icon;

struct _TrayItem
{
  GObject          parent_instance;

  char            *id;
  TrayCategory     category;
  TrayStatus       status;
  char            *title;
  Icon             icon;
  Icon             attention_icon;
  Icon             overlay_icon;
  char            *icon_theme_path;
  char            *tooltip_title;
  char            *tooltip_body;
  char            *label;
  char            *label_guide;
  char            *activation_token;
  TrayMenu        *menu;

  GDBusConnection *connection;
  TrayWatcher     *watcher;
  guint            registrations[N_INTERFACES];
};

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

static const char *
or_empty (const char *string)
{
  return string != NULL ? string : "";
}

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

static const char *
category_to_string (TrayCategory category)
{
  switch (category)
    {
    case TRAY_CATEGORY_COMMUNICATIONS:
      return "Communications";

    case TRAY_CATEGORY_SYSTEM_SERVICES:
      return "SystemServices";

    case TRAY_CATEGORY_HARDWARE:
      return "Hardware";

    case TRAY_CATEGORY_APPLICATION_STATUS:
    default:
      return "ApplicationStatus";
    }
}

static const char *
status_to_string (TrayStatus status)
{
  switch (status)
    {
    case TRAY_STATUS_PASSIVE:
      return "Passive";

    case TRAY_STATUS_NEEDS_ATTENTION:
      return "NeedsAttention";

    case TRAY_STATUS_ACTIVE:
    default:
      return "Active";
    }
}

static void
icon_set (Icon       *icon,
          const char *name,
          GPtrArray  *pixmaps,
          const char *description)
{
  replace_string (&icon->name, name);
  replace_string (&icon->description, description);

  if (pixmaps != NULL)
    g_ptr_array_ref (pixmaps);

  g_clear_pointer (&icon->pixmaps, g_ptr_array_unref);
  icon->pixmaps = pixmaps;
}

static void
icon_clear (Icon *icon)
{
  g_clear_pointer (&icon->name, g_free);
  g_clear_pointer (&icon->description, g_free);
  g_clear_pointer (&icon->pixmaps, g_ptr_array_unref);
}

static GVariant *
pixmaps_to_variant (GPtrArray *pixmaps)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(iiay)"));

  for (guint i = 0; pixmaps != NULL && i < pixmaps->len; i++)
    {
      TrayPixmap *pixmap = g_ptr_array_index (pixmaps, i);

      g_variant_builder_add (&builder, "(ii@ay)",
                             tray_pixmap_get_width (pixmap),
                             tray_pixmap_get_height (pixmap),
                             g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING,
                                                       tray_pixmap_get_bytes (pixmap),
                                                       TRUE));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
tooltip_to_variant (TrayItem *self)
{
  return g_variant_new ("(s@a(iiay)ss)",
                        "",
                        pixmaps_to_variant (NULL),
                        or_empty (self->tooltip_title),
                        or_empty (self->tooltip_body));
}

static GVariant *
tray_item_get_dbus_property_cb (GDBusConnection  *connection,
                                const char       *sender,
                                const char       *object_path,
                                const char       *interface_name,
                                const char       *name,
                                GError          **error,
                                gpointer          user_data)
{
  TrayItem *self = TRAY_ITEM (user_data);
  const struct {
    const char *name;
    const char *value;
  } strings[] = {
    { "Category", category_to_string (self->category) },
    { "Id", self->id },
    { "Title", self->title },
    { "Status", status_to_string (self->status) },
    { "IconThemePath", self->icon_theme_path },
    { "IconName", self->icon.name },
    { "IconAccessibleDesc", self->icon.description },
    { "OverlayIconName", self->overlay_icon.name },
    { "AttentionIconName", self->attention_icon.name },
    { "AttentionAccessibleDesc", self->attention_icon.description },
    { "AttentionMovieName", NULL },
    { "XAyatanaLabel", self->label },
    { "XAyatanaLabelGuide", self->label_guide },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      if (g_str_equal (name, strings[i].name))
        return g_variant_new_string (or_empty (strings[i].value));
    }

  if (g_str_equal (name, "IconPixmap"))
    return pixmaps_to_variant (self->icon.pixmaps);

  if (g_str_equal (name, "OverlayIconPixmap"))
    return pixmaps_to_variant (self->overlay_icon.pixmaps);

  if (g_str_equal (name, "AttentionIconPixmap"))
    return pixmaps_to_variant (self->attention_icon.pixmaps);

  if (g_str_equal (name, "ToolTip"))
    return tooltip_to_variant (self);

  if (g_str_equal (name, "Menu"))
    return g_variant_new_object_path (MENU_PATH);

  if (g_str_equal (name, "ItemIsMenu"))
    return g_variant_new_boolean (FALSE);

  if (g_str_equal (name, "WindowId"))
    return g_variant_new_int32 (0);

  return g_variant_new_uint32 (0);
}

static void
tray_item_method_call_cb (GDBusConnection       *connection,
                          const char            *sender,
                          const char            *object_path,
                          const char            *interface_name,
                          const char            *method_name,
                          GVariant              *parameters,
                          GDBusMethodInvocation *invocation,
                          gpointer               user_data)
{
  g_autoptr(TrayItem) self = g_object_ref (TRAY_ITEM (user_data));
  const char *text = NULL;
  int x = 0;
  int y = 0;

  if (g_str_equal (method_name, "Activate"))
    {
      g_variant_get (parameters, "(ii)", &x, &y);
      g_signal_emit (self, signals[ACTIVATE], 0, x, y);
    }
  else if (g_str_equal (method_name, "SecondaryActivate"))
    {
      g_variant_get (parameters, "(ii)", &x, &y);
      g_signal_emit (self, signals[SECONDARY_ACTIVATE], 0, x, y);
    }
  else if (g_str_equal (method_name, "XAyatanaSecondaryActivate"))
    {
      g_signal_emit (self, signals[SECONDARY_ACTIVATE], 0, 0, 0);
    }
  else if (g_str_equal (method_name, "Scroll"))
    {
      g_variant_get (parameters, "(i&s)", &x, &text);
      g_signal_emit (self, signals[SCROLL], 0, x, g_ascii_strcasecmp (text, "horizontal") == 0);
    }
  else if (g_str_equal (method_name, "ProvideXdgActivationToken"))
    {
      g_variant_get (parameters, "(&s)", &text);
      replace_string (&self->activation_token, text);
    }

  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* @parameters: (nullable): those of the specification's own signal; consumed when floating */
static void
tray_item_emit (TrayItem   *self,
                const char *signal_name,
                GVariant   *parameters)
{
  g_autoptr(GVariant) owned = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;

  for (guint i = 0; i < N_INTERFACES; i++)
    {
      if (self->registrations[i] != 0)
        g_dbus_connection_emit_signal (self->connection,
                                       NULL,
                                       ITEM_PATH,
                                       item_interfaces[i],
                                       signal_name,
                                       owned,
                                       NULL);
    }
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
  tray_item_emit (self, "NewStatus", g_variant_new ("(s)", status_to_string (status)));
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
    tray_item_emit (self, "NewIconThemePath", g_variant_new ("(s)", or_empty (path)));
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
                    g_variant_new ("(ss)", or_empty (label), or_empty (guide)));
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
  static const GDBusInterfaceVTable vtable = {
    .method_call = tray_item_method_call_cb,
    .get_property = tray_item_get_dbus_property_cb,
  };

  g_return_val_if_fail (TRAY_IS_ITEM (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  self->connection = g_object_ref (connection);

  for (guint i = 0; i < N_INTERFACES; i++)
    {
      self->registrations[i] = g_dbus_connection_register_object (connection,
                                                                  ITEM_PATH,
                                                                  tray_interfaces_lookup (item_interfaces[i]),
                                                                  &vtable,
                                                                  self,
                                                                  NULL,
                                                                  error);

      if (self->registrations[i] == 0)
        {
          tray_item_unexport (self);
          return FALSE;
        }
    }

  if (!tray_menu_export (self->menu, connection, MENU_PATH, error))
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

  for (guint i = 0; i < N_INTERFACES; i++)
    {
      if (self->registrations[i] != 0)
        g_dbus_connection_unregister_object (self->connection, self->registrations[i]);

      self->registrations[i] = 0;
    }

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
