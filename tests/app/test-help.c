/* test-help.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"
#include "platen-help-window.h"
#include "platen-markdown.h"

#define GUIDES_PATH "/io/github/platen/Platen/help/"

static void
assert_block (GPtrArray          *blocks,
              guint               position,
              PlatenMarkdownKind  kind,
              guint               level,
              const char         *text)
{
  const PlatenMarkdownBlock *block;

  g_assert_cmpuint (position, <, blocks->len);
  block = g_ptr_array_index (blocks, position);
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->level, ==, level);
  g_assert_cmpstr (block->text, ==, text);
  g_assert_true ((block->anchor != NULL) == (kind == PLATEN_MARKDOWN_HEADING));
}

static void
test_blocks (void)
{
  g_autoptr(GPtrArray) blocks = platen_markdown_parse ("# Title\n"
                                                       "A paragraph\n"
                                                       "of two lines.\n"
                                                       "\n"
                                                       "Another: #1 - no list.\n"
                                                       "- an item\n"
                                                       "  that goes on\n"
                                                       "- a second\n"
                                                       "\n"
                                                       "```sh\n"
                                                       "first # <line>\n"
                                                       "\n"
                                                       "- third\n"
                                                       "```\n"
                                                       "## Last & least");

  g_assert_cmpuint (blocks->len, ==, 7);
  assert_block (blocks, 0, PLATEN_MARKDOWN_HEADING, 1, "Title");
  assert_block (blocks, 1, PLATEN_MARKDOWN_PARAGRAPH, 0, "A paragraph of two lines.");
  assert_block (blocks, 2, PLATEN_MARKDOWN_PARAGRAPH, 0, "Another: #1 - no list.");
  assert_block (blocks, 3, PLATEN_MARKDOWN_ITEM, 0, "an item that goes on");
  assert_block (blocks, 4, PLATEN_MARKDOWN_ITEM, 0, "a second");
  assert_block (blocks, 5, PLATEN_MARKDOWN_CODE, 0, "first # <line>\n\n- third");
  assert_block (blocks, 6, PLATEN_MARKDOWN_HEADING, 2, "Last &amp; least");
  g_assert_cmpstr (((PlatenMarkdownBlock *) blocks->pdata[6])->anchor, ==, "last--least");
}

static void
assert_markup (const char *text,
               const char *expected)
{
  g_autofree char *markup = platen_markdown_dup_markup (text);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_markup (void)
{
  assert_markup ("", "");
  assert_markup ("plain <b>", "plain &lt;b&gt;");
  assert_markup ("`a<b` and **c & d**", "<tt>a&lt;b</tt> and <b>c &amp; d</b>");
  assert_markup ("see [there](https://example.org/?a=1&b=2).",
                 "see <a href=\"https://example.org/?a=1&amp;b=2\">there</a>.");

  /* What does not end stands for itself. */
  assert_markup ("a * b ** c", "a * b ** c");
  assert_markup ("`open", "`open");
  assert_markup ("[open] (no) [link](", "[open] (no) [link](");
}

static void
assert_address (const char *address,
                GHashTable *anchors)
{
  if (*address == '#' && g_hash_table_contains (anchors, address + 1))
    return;

  if (!g_str_has_prefix (address, "https://"))
    g_error ("The guide has a link that leads nowhere: %s", address);
}

/* Nothing of the Markdown is left over, and all of its links lead somewhere. */
static void
assert_block_is_sound (const PlatenMarkdownBlock *block,
                       GHashTable                *anchors)
{
  const char *at = block->text;

  if (block->kind == PLATEN_MARKDOWN_CODE)
    return;

  g_assert_null (strstr (at, "**"));
  g_assert_null (strstr (at, "`"));
  g_assert_null (strstr (at, "]("));

  while ((at = strstr (at, "<a href=\"")))
    {
      const char *start = at + strlen ("<a href=\"");
      g_autofree char *address = g_strndup (start, strcspn (start, "\""));

      assert_address (address, anchors);
      at = start;
    }
}

static GPtrArray *
parse_guide (const char *name)
{
  g_autofree char *path = g_strconcat (GUIDES_PATH, name, NULL);
  g_autoptr(GBytes) text = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (text);

  return platen_markdown_parse (g_bytes_get_data (text, NULL));
}

static void
assert_guide_is_sound (const char *name)
{
  g_autoptr(GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) blocks = parse_guide (name);
  const PlatenMarkdownBlock *title;

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlatenMarkdownBlock *block = g_ptr_array_index (blocks, i);

      if (block->anchor != NULL)
        g_assert_true (g_hash_table_add (anchors, block->anchor));
    }

  for (guint i = 0; i < blocks->len; i++)
    assert_block_is_sound (g_ptr_array_index (blocks, i), anchors);

  title = g_ptr_array_index (blocks, 0);
  g_assert_cmpuint (title->level, ==, 1);
  g_assert_cmpuint (g_hash_table_size (anchors), >, 5);
}

/* Whoever changes the guide finds out which translations of it are to follow. */
static void
assert_guide_is_as_long (const char *name,
                         GPtrArray  *original)
{
  g_autoptr(GPtrArray) blocks = parse_guide (name);

  g_test_message ("%s", name);
  g_assert_cmpuint (blocks->len, ==, original->len);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlatenMarkdownBlock *block = g_ptr_array_index (blocks, i);
      const PlatenMarkdownBlock *other = g_ptr_array_index (original, i);

      g_assert_cmpint (block->kind, ==, other->kind);
      g_assert_cmpuint (block->level, ==, other->level);

      if (block->kind == PLATEN_MARKDOWN_CODE)
        g_assert_cmpstr (block->text, ==, other->text);
    }
}

static void
test_guides (void)
{
  g_auto(GStrv) names = g_resources_enumerate_children (GUIDES_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GPtrArray) original = parse_guide ("guide.md");

  g_assert_nonnull (names);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_str_has_suffix (names[i], ".md"))
        continue;

      assert_guide_is_sound (names[i]);
      assert_guide_is_as_long (names[i], original);
    }
}

static PlatenHelpWindow *
find_help (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  PlatenHelpWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (!PLATEN_IS_HELP_WINDOW (window))
        continue;

      g_assert_null (found);
      found = PLATEN_HELP_WINDOW (window);
    }

  return found;
}

static double
get_offset (PlatenHelpWindow *help)
{
  GtkWidget *scroller = page_harness_find (GTK_WIDGET (help), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* Before it is laid out, there is nothing to scroll. */
static gboolean
has_scrolled (gpointer user_data)
{
  PlatenHelpWindow *help = user_data;

  g_assert_true (platen_guide_go_to (platen_help_window_get_guide (help), "privacy"));

  return get_offset (help) > 0;
}

static gboolean
is_gone (gpointer user_data)
{
  return find_help () == NULL;
}

/* Also for who is not signed in yet. */
static void
check_window (AppFixture *app,
              gpointer    user_data)
{
  GActionGroup *actions = G_ACTION_GROUP (app->application);
  g_auto(GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (app->application), "app.help");
  PlatenHelpWindow *help;

  g_assert_cmpstr (accels[0], ==, "F1");
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  g_assert_null (find_help ());
  g_action_group_activate_action (actions, "help", NULL);
  help = find_help ();
  g_assert_nonnull (help);
  g_assert_nonnull (page_harness_find_text (GTK_WIDGET (help), "Signing in"));
  app_fixture_await_true (has_scrolled, help);
  g_assert_false (platen_guide_go_to (platen_help_window_get_guide (help), "no-such-heading"));

  /* Once is enough. */
  g_action_group_activate_action (actions, "help", NULL);
  g_assert_true (find_help () == help);

  /* What asks for the program's window gets that, and not the guide. */
  g_assert_true (gtk_application_get_active_window (GTK_APPLICATION (app->application)) == GTK_WINDOW (app->window));

  gtk_window_close (GTK_WINDOW (help));
  app_fixture_await_true (is_gone, NULL);

  /* It goes with the program. */
  g_action_group_activate_action (actions, "help", NULL);
  g_assert_nonnull (find_help ());
}

static void
test_window (void)
{
  app_fixture_run (FALSE, check_window, NULL);
  g_assert_null (find_help ());
}

int
main (int   argc,
      char *argv[])
{
  page_harness_init (&argc, &argv);

  g_test_add_func ("/help/blocks", test_blocks);
  g_test_add_func ("/help/markup", test_markup);
  g_test_add_func ("/help/guides", test_guides);
  g_test_add_func ("/help/window", test_window);

  return g_test_run ();
}
