/* test-first-frame.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A program of its own: what one test loads stays for those after it. */

#include "page-harness.h"

#include "platen-printers-page.h"

/* Some icon themes have nothing else. */
static gboolean
theme_has_pictures (void)
{
  g_autoptr(GtkIconPaintable) icon = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *name = NULL;

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                     "open-menu-symbolic", NULL, 16, 1, GTK_TEXT_DIR_LTR, 0);
  file = gtk_icon_paintable_get_file (icon);
  name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL && g_str_has_suffix (name, ".png");
}

/* Of the first page that people see nothing needs what reads SVG: it takes more memory than all of the page. */
static void
test_no_svg (void)
{
  PageHarness *harness;
  GtkWidget *page;
  g_autofree char *maps = NULL;
  g_autoptr(GError) error = NULL;

  if (!theme_has_pictures ())
    {
      g_test_skip ("the icon theme has its small icons as drawings only");
      return;
    }

  harness = page_harness_new (NULL);
  page = platen_printers_page_new ();
  platen_printers_page_set_session (PLATEN_PRINTERS_PAGE (page), harness->session);
  page_harness_refresh (harness, bambu_session_get_devices (harness->session));
  page_harness_show (harness, page, 1000, 700);
  page_harness_await_text (page, "Workshop X1C");
  page_harness_draw (harness);

  g_file_get_contents ("/proc/self/maps", &maps, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (maps, "libgtk-4"));
  g_assert_null (strstr (maps, "librsvg"));

  page_harness_free (harness);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/first-frame/no-svg", test_no_svg);

  return g_test_run ();
}
