/* platen-tray-menu.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-tray-menu.h"

#include <glib/gi18n.h>

#include "bambu-device.h"
#include "platen-format.h"
#include "platen-tray-text.h"

/* More do not fit on a screen; the window has them all. */
#define MAX_PRINTERS 16

struct _PlatenTrayMenu
{
  GObject  parent_instance;

  GMenu   *root;
  GMenu   *printers;
  GMenu   *mute;
};

G_DEFINE_FINAL_TYPE (PlatenTrayMenu, platen_tray_menu, G_TYPE_OBJECT)

/* An underscore in a name is no mnemonic. */
static char *
escape_mnemonics (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuItem *
create_line (BambuDevice *device)
{
  g_autofree char *line = platen_tray_dup_line (device, NULL);
  g_autofree char *label = escape_mnemonics (line);
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "app.open-printer", "s", bambu_device_get_id (device));

  return item;
}

static GMenuItem *
create_rest (guint n_rest)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%u More Printer…", "%u More Printers…", n_rest), n_rest);

  return g_menu_item_new (label, "app.show");
}

/* What says and does the same stays the same item: hosts have the menu open while it changes. */
static void
put_item (PlatenTrayMenu *self,
          guint           position,
          GMenuItem      *item)
{
  g_autoptr(GVariant) label = g_menu_item_get_attribute_value (item, G_MENU_ATTRIBUTE_LABEL, NULL);
  g_autoptr(GVariant) target = g_menu_item_get_attribute_value (item, G_MENU_ATTRIBUTE_TARGET, NULL);
  GMenuModel *model = G_MENU_MODEL (self->printers);

  if ((int)position < g_menu_model_get_n_items (model))
    {
      g_autoptr(GVariant) present_label = NULL;
      g_autoptr(GVariant) present_target = NULL;

      present_label = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_LABEL, NULL);
      present_target = g_menu_model_get_item_attribute_value (model, position, G_MENU_ATTRIBUTE_TARGET, NULL);

      if (g_variant_equal (label, present_label) &&
          (target == present_target ||
           (target != NULL && present_target != NULL && g_variant_equal (target, present_target))))
        return;

      g_menu_remove (self->printers, position);
    }

  g_menu_insert_item (self->printers, position, item);
}

static void
fill_mute (PlatenTrayMenu *self,
           GDateTime      *until)
{
  g_menu_remove_all (self->mute);

  if (until != NULL)
    {
      g_autofree char *moment = platen_format_moment (until, NULL);
      /* Translators: a time, as in "Unmute (Muted Until 18:40)" */
      g_autofree char *label = g_strdup_printf (_("_Unmute (Muted Until %s)"), moment);

      g_menu_append (self->mute, label, "app.unmute");
    }
  else
    {
      g_autoptr(GMenu) submenu = g_menu_new ();

      g_menu_append (submenu, _("For an _Hour"), "app.mute::hour");
      g_menu_append (submenu, _("Until _Tomorrow"), "app.mute::tomorrow");
      g_menu_append_submenu (self->mute, _("_Mute"), G_MENU_MODEL (submenu));
    }
}

static void
platen_tray_menu_dispose (GObject *object)
{
  PlatenTrayMenu *self = PLATEN_TRAY_MENU (object);

  g_clear_object (&self->root);
  g_clear_object (&self->printers);
  g_clear_object (&self->mute);

  G_OBJECT_CLASS (platen_tray_menu_parent_class)->dispose (object);
}

static void
platen_tray_menu_class_init (PlatenTrayMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = platen_tray_menu_dispose;
}

static void
platen_tray_menu_init (PlatenTrayMenu *self)
{
  g_autoptr(GMenu) show = g_menu_new ();
  g_autoptr(GMenu) quit = g_menu_new ();

  self->root = g_menu_new ();
  self->printers = g_menu_new ();
  self->mute = g_menu_new ();

  g_menu_append (show, _("_Show Platen"), "app.show");
  g_menu_append (quit, _("_Quit"), "app.quit");
  fill_mute (self, NULL);

  g_menu_append_section (self->root, NULL, G_MENU_MODEL (self->printers));
  g_menu_append_section (self->root, NULL, G_MENU_MODEL (show));
  g_menu_append_section (self->root, NULL, G_MENU_MODEL (self->mute));
  g_menu_append_section (self->root, NULL, G_MENU_MODEL (quit));
}

/**
 * platen_tray_menu_new:
 *
 * Returns: (transfer full): a menu without printers
 */
PlatenTrayMenu *
platen_tray_menu_new (void)
{
  return g_object_new (PLATEN_TYPE_TRAY_MENU, NULL);
}

/**
 * platen_tray_menu_get_model:
 * @self: a menu
 *
 * Returns: (transfer none): what it holds, which follows what is told
 */
GMenuModel *
platen_tray_menu_get_model (PlatenTrayMenu *self)
{
  g_return_val_if_fail (PLATEN_IS_TRAY_MENU (self), NULL);

  return G_MENU_MODEL (self->root);
}

/**
 * platen_tray_menu_set_devices:
 * @self: a menu
 * @devices: (nullable) (element-type BambuDevice): all printers, in the order of their lines
 *
 * Brings the lines of the printers up to date.
 */
void
platen_tray_menu_set_devices (PlatenTrayMenu *self,
                              GListModel     *devices)
{
  guint n_devices;
  guint n_lines;

  g_return_if_fail (PLATEN_IS_TRAY_MENU (self));
  g_return_if_fail (devices == NULL || G_IS_LIST_MODEL (devices));

  n_devices = devices != NULL ? g_list_model_get_n_items (devices) : 0;
  n_lines = MIN (n_devices, MAX_PRINTERS);

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr(BambuDevice) device = g_list_model_get_item (devices, i);
      g_autoptr(GMenuItem) item = create_line (device);

      put_item (self, i, item);
    }

  if (n_devices > n_lines)
    {
      g_autoptr(GMenuItem) item = create_rest (n_devices - n_lines);

      put_item (self, n_lines++, item);
    }

  while (g_menu_model_get_n_items (G_MENU_MODEL (self->printers)) > (int)n_lines)
    g_menu_remove (self->printers, n_lines);
}

/**
 * platen_tray_menu_set_muted_until:
 * @self: a menu
 * @until: (nullable): when notifications come again, or %NULL where they are not muted
 *
 * Has the menu offer to mute notifications, or to end that.
 */
void
platen_tray_menu_set_muted_until (PlatenTrayMenu *self,
                                  GDateTime      *until)
{
  g_return_if_fail (PLATEN_IS_TRAY_MENU (self));

  fill_mute (self, until);
}
