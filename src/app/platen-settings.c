/* platen-settings.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

/* Where they stand in a file. */
#define ROOT_PATH "/io/github/platen/Platen/"

/**
 * platen_settings_create:
 * @path: (nullable): the file that they are kept in, or %NULL for where the desktop keeps them
 *
 * Uninstalled and without GSETTINGS_SCHEMA_DIR there is no schema: nothing is remembered then.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema is not installed
 */
GSettings *
platen_settings_create (const char *path)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettingsBackend) backend = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  if (schema == NULL)
    {
      g_debug ("No schema, no settings");
      return NULL;
    }

  if (path != NULL)
    backend = g_keyfile_settings_backend_new (path, ROOT_PATH, "Platen");

  return g_settings_new_full (schema, backend, NULL);
}

static gboolean
get_color_scheme (GValue   *value,
                  GVariant *variant,
                  gpointer  user_data)
{
  const char *style = g_variant_get_string (variant, NULL);

  if (g_str_equal (style, "light"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (style, "dark"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    g_value_set_enum (value, ADW_COLOR_SCHEME_DEFAULT);

  return TRUE;
}

/**
 * platen_settings_bind_style:
 * @settings: the settings
 * @style_manager: what is light or dark
 *
 * Has @style_manager follow the user's choice.
 */
void
platen_settings_bind_style (GSettings       *settings,
                            AdwStyleManager *style_manager)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (ADW_IS_STYLE_MANAGER (style_manager));

  g_settings_bind_with_mapping (settings, "style",
                                style_manager, "color-scheme",
                                G_SETTINGS_BIND_GET,
                                get_color_scheme, NULL,
                                NULL, NULL);
}
