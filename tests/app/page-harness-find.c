/* page-harness-find.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page-harness.h"

static void
page_harness_collect_below (GtkWidget *widget,
                            GType      type,
                            GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    page_harness_collect_below (child, type, found);
}

/**
 * page_harness_collect:
 * @root: where to look
 * @type: a type of widget
 *
 * Returns: (transfer full) (element-type GtkWidget): the mapped widgets of @type
 */
GPtrArray *
page_harness_collect (GtkWidget *root,
                      GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  page_harness_collect_below (root, type, found);

  return found;
}

/**
 * page_harness_find:
 * @root: where to look
 * @type: a type of widget
 *
 * Returns: (transfer none) (nullable): the first mapped widget of @type
 */
GtkWidget *
page_harness_find (GtkWidget *root,
                   GType      type)
{
  g_autoptr(GPtrArray) found = page_harness_collect (root, type);

  return found->len > 0 ? found->pdata[0] : NULL;
}

/**
 * page_harness_find_text:
 * @root: where to look
 * @text: a text
 *
 * Returns: (transfer none) (nullable): the first mapped label that says @text
 */
GtkWidget *
page_harness_find_text (GtkWidget  *root,
                        const char *text)
{
  g_autoptr(GPtrArray) labels = page_harness_collect (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
        return labels->pdata[i];
    }

  return NULL;
}

typedef struct
{
  GtkWidget  *root;
  const char *text;
  GtkWidget  *found;
} Search;

static gboolean
page_harness_has_text (gpointer user_data)
{
  Search *search = user_data;

  return page_harness_find_text (search->root, search->text) != NULL;
}

/**
 * page_harness_await_text:
 * @root: where to look
 * @text: what a label is to say
 *
 * Waits until @text is shown.
 */
void
page_harness_await_text (GtkWidget  *root,
                         const char *text)
{
  Search search = { root, text, NULL };

  if (!test_wait_until (page_harness_has_text, &search, PAGE_HARNESS_TIMEOUT_MS))
    g_error ("“%s” is not shown", text);
}

static gboolean
page_harness_has_no_text (gpointer user_data)
{
  return !page_harness_has_text (user_data);
}

/**
 * page_harness_await_gone:
 * @root: where to look
 * @text: what no label is to say
 *
 * Waits until @text is not shown.
 */
void
page_harness_await_gone (GtkWidget  *root,
                         const char *text)
{
  Search search = { root, text, NULL };

  if (!test_wait_until (page_harness_has_no_text, &search, PAGE_HARNESS_TIMEOUT_MS))
    g_error ("“%s” is still shown", text);
}

/**
 * page_harness_find_button:
 * @root: where to look
 * @name: what it says, or its tooltip does
 *
 * Returns: (transfer none) (nullable): the first mapped button of that name
 */
GtkWidget *
page_harness_find_button (GtkWidget  *root,
                          const char *name)
{
  g_autoptr(GPtrArray) buttons = page_harness_collect (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons->pdata[i]), name) == 0 ||
          page_harness_find_text (buttons->pdata[i], name) != NULL)
        return buttons->pdata[i];
    }

  return NULL;
}

static gboolean
page_harness_has_button (gpointer user_data)
{
  Search *search = user_data;

  search->found = page_harness_find_button (search->root, search->text);

  return search->found != NULL && gtk_widget_is_sensitive (search->found);
}

/**
 * page_harness_click:
 * @root: where to look
 * @name: of a button: what it says, or its tooltip does
 *
 * Presses the first button of that name, once it is there.
 */
void
page_harness_click (GtkWidget  *root,
                    const char *name)
{
  Search search = { root, name, NULL };

  if (!test_wait_until (page_harness_has_button, &search, PAGE_HARNESS_TIMEOUT_MS))
    g_error ("There is no button “%s”", name);

  g_signal_emit_by_name (search.found, "clicked");
}
