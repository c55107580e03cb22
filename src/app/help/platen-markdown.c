/* platen-markdown.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-markdown.h"

#include <string.h>

#define FENCE "```"

/* As much of Markdown as the guide is written in: headings, paragraphs and lists whose lines are wrapped, fenced code,
 * and within a line `code`, **emphasis** and [links](address).
 */
typedef struct
{
  GPtrArray           *blocks;

  /* What the lines to come may belong to. */
  PlatenMarkdownBlock *open;
  GString             *text;
} Parser;

/**
 * platen_markdown_block_free:
 * @block: (transfer full): a block
 *
 * Frees it.
 */
void
platen_markdown_block_free (PlatenMarkdownBlock *block)
{
  g_free (block->anchor);
  g_free (block->text);
  g_free (block);
}

/* The text between @mark at *@at and the next one; %NULL, and *@at stays, where there is none. */
static char *
take_quoted (const char **at,
             const char  *mark)
{
  const char *start = *at + strlen (mark);
  const char *end;

  if (!g_str_has_prefix (*at, mark) || (end = strstr (start, mark)) == NULL || end == start)
    return NULL;

  *at = end + strlen (mark);

  return g_strndup (start, end - start);
}

/* The parts of "[text](address)" at *@at. */
static char *
take_link (const char **at,
           char       **address)
{
  const char *middle;
  const char *end;
  char *text;

  if (**at != '[' || (middle = strstr (*at, "](")) == NULL || (end = strchr (middle, ')')) == NULL)
    return NULL;

  text = g_strndup (*at + 1, middle - *at - 1);
  *address = g_strndup (middle + 2, end - middle - 2);
  *at = end + 1;

  return text;
}

/**
 * platen_markdown_dup_markup:
 * @text: a paragraph's text
 *
 * Returns: (transfer full): the same as Pango markup
 */
char *
platen_markdown_dup_markup (const char *text)
{
  GString *markup = g_string_new (NULL);
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  while (*at != '\0')
    {
      g_autofree char *address = NULL;
      g_autofree char *part = NULL;
      g_autofree char *escaped = NULL;

      if ((part = take_quoted (&at, "`")))
        {
          escaped = g_markup_printf_escaped ("<tt>%s</tt>", part);
        }
      else if ((part = take_quoted (&at, "**")))
        {
          escaped = g_markup_printf_escaped ("<b>%s</b>", part);
        }
      else if ((part = take_link (&at, &address)))
        {
          escaped = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", address, part);
        }
      else
        {
          gsize length = 1 + strcspn (at + 1, "`*[");

          escaped = g_markup_escape_text (at, length);
          at += length;
        }

      g_string_append (markup, escaped);
    }

  return g_string_free (markup, FALSE);
}

/**
 * platen_markdown_dup_anchor:
 * @heading: a heading's text
 *
 * Returns: (transfer full): what links to it say after the "#", as the usual forges have it
 */
char *
platen_markdown_dup_anchor (const char *heading)
{
  GString *anchor = g_string_new (NULL);

  g_return_val_if_fail (heading != NULL, NULL);

  for (const char *at = heading; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c) || c == '-' || c == '_')
        g_string_append_unichar (anchor, g_unichar_tolower (c));
      else if (c == ' ')
        g_string_append_c (anchor, '-');
    }

  return g_string_free (anchor, FALSE);
}

static void
parser_close (Parser *parser)
{
  PlatenMarkdownBlock *block = g_steal_pointer (&parser->open);

  if (block == NULL)
    return;

  if (block->kind == PLATEN_MARKDOWN_CODE)
    block->text = g_strndup (parser->text->str, parser->text->len);
  else
    block->text = platen_markdown_dup_markup (parser->text->str);

  if (block->kind == PLATEN_MARKDOWN_HEADING)
    block->anchor = platen_markdown_dup_anchor (parser->text->str);

  g_string_truncate (parser->text, 0);
}

static void
parser_open (Parser             *parser,
             PlatenMarkdownKind  kind,
             const char         *line)
{
  parser_close (parser);
  parser->open = g_new0 (PlatenMarkdownBlock, 1);
  parser->open->kind = kind;
  g_ptr_array_add (parser->blocks, parser->open);
  g_string_append (parser->text, line);
}

static void
parser_go_on (Parser     *parser,
              const char *between,
              const char *line)
{
  if (parser->text->len > 0)
    g_string_append (parser->text, between);

  g_string_append (parser->text, line);
}

static gboolean
parser_is_in_code (const Parser *parser)
{
  return parser->open != NULL && parser->open->kind == PLATEN_MARKDOWN_CODE;
}

static void
parser_add_line (Parser     *parser,
                 const char *line)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));
  guint level = strspn (stripped, "#");

  if (g_str_has_prefix (stripped, FENCE))
    {
      if (parser_is_in_code (parser))
        parser_close (parser);
      else
        parser_open (parser, PLATEN_MARKDOWN_CODE, "");
    }
  else if (parser_is_in_code (parser))
    {
      parser_go_on (parser, "\n", line);
    }
  else if (*stripped == '\0')
    {
      parser_close (parser);
    }
  else if (level > 0 && stripped[level] == ' ')
    {
      parser_open (parser, PLATEN_MARKDOWN_HEADING, stripped + level + 1);
      parser->open->level = level;
      parser_close (parser);
    }
  else if (g_str_has_prefix (stripped, "- "))
    {
      parser_open (parser, PLATEN_MARKDOWN_ITEM, stripped + 2);
    }
  else if (parser->open != NULL)
    {
      parser_go_on (parser, " ", stripped);
    }
  else
    {
      parser_open (parser, PLATEN_MARKDOWN_PARAGRAPH, stripped);
    }
}

/**
 * platen_markdown_parse:
 * @text: a document
 *
 * Returns: (transfer full) (element-type PlatenMarkdownBlock): what it consists of, in its order
 */
GPtrArray *
platen_markdown_parse (const char *text)
{
  g_autoptr(GString) scratch = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  Parser parser = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  parser.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) platen_markdown_block_free);
  parser.text = scratch;
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    parser_add_line (&parser, lines[i]);

  parser_close (&parser);

  return parser.blocks;
}
