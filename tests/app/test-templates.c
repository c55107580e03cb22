/* test-templates.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"

/* Makes one of every type that has a template, whichever there are: a misspelt id, type or handler shows when the
 * template is used, and not before.
 */

#define RESOURCE_PATH "/io/github/platen/Platen"

static void
collect (const char *path,
         GPtrArray  *found)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) children = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  for (guint i = 0; children[i] != NULL; i++)
    {
      g_autofree char *child = g_strconcat (path, "/", children[i], NULL);

      if (g_str_has_suffix (child, "/"))
        {
          child[strlen (child) - 1] = '\0';
          collect (child, found);
        }
      else if (g_str_has_suffix (child, ".ui"))
        {
          g_ptr_array_add (found, g_steal_pointer (&child));
        }
    }
}

/* NULL: there is no template of ours in it. */
static char *
get_class (const char *path)
{
  g_autoptr(GRegex) regex = g_regex_new ("<template class=\"(Platen\\w+)\"", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* By its name alone, as a template that refers to it finds it. */
static GType
get_type (const char *name)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new ();

  return gtk_builder_get_type_from_name (builder, name);
}

/* What a type cannot do without. */
static GObject *
create (AppFixture *app,
        GType       type)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (type);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamSpec *child = g_object_class_find_property (object_class, "child");
  GParamSpec *manager = g_object_class_find_property (object_class, "manager");

  if (manager != NULL)
    return g_object_new (type, "manager", app->manager, NULL);

  if (child != NULL && (child->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
    return g_object_new (type, "child", gtk_label_new (NULL), NULL);

  return g_object_new (type, NULL);
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
check_template (AppFixture *app,
                GType       type)
{
  gpointer object = create (app, type);
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);

  if (GTK_IS_WINDOW (object))
    {
      gtk_window_destroy (object);
    }
  else
    {
      GtkWidget *window = gtk_window_new ();

      gtk_window_set_child (GTK_WINDOW (window), object);
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  app_fixture_await_true (is_gone, &weak);
}

static void
check_templates (AppFixture *app,
                 gpointer    user_data)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint n_checked = 0;

  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  collect (RESOURCE_PATH, paths);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *name = get_class (paths->pdata[i]);
      GType type;

      if (name == NULL)
        continue;

      g_test_message ("%s", name);
      type = get_type (name);
      g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
      check_template (app, type);
      n_checked++;
    }

  g_assert_cmpuint (n_checked, >, 20);
}

static void
test_templates (void)
{
  app_fixture_run (TRUE, check_templates, NULL);
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/app/templates", test_templates);

  return g_test_run ();
}
