/* tray-item-bus.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tray-item-private.h"

#include "tray-interfaces.h"

/* What hosts see and call of an item. */

#define ITEM_PATH "/StatusNotifierItem"

static const char * const item_interfaces[TRAY_ITEM_N_INTERFACES] = {
  "org.kde.StatusNotifierItem",
  "org.freedesktop.StatusNotifierItem",
};

static const char *
or_empty (const char *string)
{
  return string != NULL ? string : "";
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

/* As the protocol calls it. */
const char *
tray_item_status_to_string (TrayStatus status)
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
    { "Status", tray_item_status_to_string (self->status) },
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
    return g_variant_new_object_path (TRAY_ITEM_MENU_PATH);

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
      g_signal_emit_by_name (self, "activate", x, y);
    }
  else if (g_str_equal (method_name, "SecondaryActivate"))
    {
      g_variant_get (parameters, "(ii)", &x, &y);
      g_signal_emit_by_name (self, "secondary-activate", x, y);
    }
  else if (g_str_equal (method_name, "XAyatanaSecondaryActivate"))
    {
      g_signal_emit_by_name (self, "secondary-activate", 0, 0);
    }
  else if (g_str_equal (method_name, "Scroll"))
    {
      g_variant_get (parameters, "(i&s)", &x, &text);
      g_signal_emit_by_name (self, "scroll", x, g_ascii_strcasecmp (text, "horizontal") == 0);
    }
  else if (g_str_equal (method_name, "ProvideXdgActivationToken"))
    {
      g_variant_get (parameters, "(&s)", &text);
      g_free (self->activation_token);
      self->activation_token = g_strdup (text);
    }

  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* @parameters: (nullable): those of the specification's own signal; consumed when floating */
void
tray_item_emit (TrayItem   *self,
                const char *signal_name,
                GVariant   *parameters)
{
  g_autoptr(GVariant) owned = parameters != NULL ? g_variant_ref_sink (parameters) : NULL;

  for (guint i = 0; i < TRAY_ITEM_N_INTERFACES; i++)
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

gboolean
tray_item_register (TrayItem  *self,
                    GError   **error)
{
  static const GDBusInterfaceVTable vtable = {
    .method_call = tray_item_method_call_cb,
    .get_property = tray_item_get_dbus_property_cb,
  };

  g_assert (TRAY_IS_ITEM (self));

  for (guint i = 0; i < TRAY_ITEM_N_INTERFACES; i++)
    {
      self->registrations[i] = g_dbus_connection_register_object (self->connection,
                                                                  ITEM_PATH,
                                                                  tray_interfaces_lookup (item_interfaces[i]),
                                                                  &vtable,
                                                                  self,
                                                                  NULL,
                                                                  error);

      if (self->registrations[i] == 0)
        return FALSE;
    }

  return TRUE;
}

void
tray_item_unregister (TrayItem *self)
{
  g_assert (TRAY_IS_ITEM (self));

  for (guint i = 0; i < TRAY_ITEM_N_INTERFACES; i++)
    {
      if (self->registrations[i] != 0)
        g_dbus_connection_unregister_object (self->connection, self->registrations[i]);

      self->registrations[i] = 0;
    }
}
