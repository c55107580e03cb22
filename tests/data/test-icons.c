/* test-icons.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include <adwaita.h>
#include <string.h>

#define RESOURCES "/io/github/platen/Platen"

static GtkIconTheme *
get_theme (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_add_resource_path (theme, RESOURCES "/icons");

  return theme;
}

static char **
list_icons (const char *folder)
{
  g_autofree char *path = g_strconcat (RESOURCES "/icons/", folder, "/", NULL);
  g_autoptr(GError) error = NULL;
  char **icons = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  return icons;
}

/* The program finds its icons where they are, also when it is not installed. */
static void
test_found (void)
{
  static const char * const folders[] = { "scalable/apps", "symbolic/apps", "scalable/actions" };
  GtkIconTheme *theme = get_theme ();

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_auto(GStrv) icons = list_icons (folders[i]);

      for (guint j = 0; icons[j] != NULL; j++)
        {
          g_autofree char *name = g_strndup (icons[j], strlen (icons[j]) - strlen (".svg"));

          if (!gtk_icon_theme_has_icon (theme, name))
            g_error ("%s is not found", name);
        }
    }

  g_assert_true (gtk_icon_theme_has_icon (theme, APPLICATION_ID));
  g_assert_true (gtk_icon_theme_has_icon (theme, APPLICATION_ID "-symbolic"));
}

/* The theme puts the text's colour in the place of fills and leaves strokes alone. */
static void
test_symbolic (void)
{
  g_auto(GStrv) icons = list_icons ("scalable/actions");

  for (guint i = 0; icons[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCES "/icons/scalable/actions/", icons[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (icons[i], "-symbolic.svg"));
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "stroke"));
    }
}

static void
check_picture (GtkIconTheme *theme,
               const char   *name,
               int           size)
{
  g_autoptr(GtkIconPaintable) icon = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *uri = NULL;

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, size, 1, GTK_TEXT_DIR_LTR, 0);
  file = gtk_icon_paintable_get_file (icon);
  uri = g_file_get_uri (file);

  if (!g_str_has_prefix (uri, "resource:") || !g_str_has_suffix (uri, ".png"))
    g_error ("%s of %d pixels is %s", name, size, uri);
}

/* In the sizes that the program starts with they are there as pictures. */
static void
test_pictures (void)
{
  GtkIconTheme *theme = get_theme ();
  g_auto(GStrv) icons = list_icons ("scalable/actions");

  check_picture (theme, APPLICATION_ID, 48);

  if (!g_resources_get_info (RESOURCES "/icons/16x16/actions/platen-printer-symbolic.symbolic.png",
                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    {
      g_test_skip ("GTK's tool that makes them was not there for the build");
      return;
    }

  for (guint i = 0; icons[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (icons[i], strlen (icons[i]) - strlen (".svg"));

      check_picture (theme, name, 16);
      check_picture (theme, name, 24);
    }
}

static GdkPixbuf *
load_icon (const char *path)
{
  g_autofree char *resource = g_strconcat (RESOURCES "/icons/", path, NULL);
  g_autoptr(GError) error = NULL;
  GdkPixbuf *icon = gdk_pixbuf_new_from_resource_at_scale (resource, 48, 48, TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (gdk_pixbuf_get_has_alpha (icon));

  return icon;
}

/* The window's icon for panels that take no other was made from the one that it is to show. */
static void
test_current (void)
{
  g_autoptr(GdkPixbuf) drawing = load_icon ("scalable/apps/" APPLICATION_ID ".svg");
  g_autoptr(GdkPixbuf) picture = load_icon ("48x48/apps/" APPLICATION_ID ".png");
  const guint8 *a = gdk_pixbuf_read_pixels (drawing);
  const guint8 *b = gdk_pixbuf_read_pixels (picture);
  guint64 sum = 0;

  g_assert_cmpuint (gdk_pixbuf_get_byte_length (drawing), ==, gdk_pixbuf_get_byte_length (picture));

  for (gsize i = 0; i < gdk_pixbuf_get_byte_length (drawing); i++)
    sum += ABS (a[i] - b[i]);

  /* Those that draw differ in the smoothing of edges. */
  g_assert_cmpuint (sum / gdk_pixbuf_get_byte_length (drawing), <, 3);
}

static void
check_template (GtkIconTheme *theme,
                const char   *path)
{
  g_autoptr(GRegex) regex = g_regex_new ("<property name=\"icon-name\">([^<]+)<", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);

  g_regex_match_full (regex, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      if (!gtk_icon_theme_has_icon (theme, name))
        g_error ("%s asks for %s, which is not found", path, name);
    }
}

static void
check_folder (GtkIconTheme *theme,
              const char   *folder)
{
  g_auto(GStrv) children = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, children[i], NULL);

      if (g_str_has_suffix (path, "/"))
        check_folder (theme, path);
      else if (g_str_has_suffix (path, ".ui"))
        check_template (theme, path);
    }
}

/* Every icon that a template names is in the theme of the oldest system served, or ours. */
static void
test_templates (void)
{
  check_folder (get_theme (), RESOURCES "/");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/data/icons/found", test_found);
  g_test_add_func ("/data/icons/symbolic", test_symbolic);
  g_test_add_func ("/data/icons/pictures", test_pictures);
  g_test_add_func ("/data/icons/current", test_current);
  g_test_add_func ("/data/icons/templates", test_templates);

  return g_test_run ();
}
