/* platen-markdown.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLATEN_MARKDOWN_HEADING,
  PLATEN_MARKDOWN_PARAGRAPH,
  PLATEN_MARKDOWN_ITEM,
  PLATEN_MARKDOWN_CODE,
} PlatenMarkdownKind;

/* A heading, a paragraph, an item of a list, or lines of code. */
typedef struct
{
  PlatenMarkdownKind  kind;

  /* 1 for the title; 0 for what is no heading. */
  guint               level;

  /* Where "#anchor" leads to; NULL for what is no heading. */
  char               *anchor;

  /* Pango markup, but for code, which is plain. */
  char               *text;
} PlatenMarkdownBlock;

GPtrArray *platen_markdown_parse      (const char          *text);
char      *platen_markdown_dup_markup (const char          *text);
char      *platen_markdown_dup_anchor (const char          *heading);
void       platen_markdown_block_free (PlatenMarkdownBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlatenMarkdownBlock, platen_markdown_block_free)

G_END_DECLS
