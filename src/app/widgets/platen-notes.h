/* platen-notes.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_NOTES (platen_notes_get_type ())

/* Release notes as the cloud writes them: headings with "#", or in 【】 or [], lists with numbers or bullets, paragraphs. What
 * is none of these is shown as it is; nothing is taken for markup.
 *
 * Properties:
 *   "text"  string  the notes; NULL shows nothing
 */
G_DECLARE_FINAL_TYPE (PlatenNotes, platen_notes, PLATEN, NOTES, GtkWidget)

typedef enum
{
  PLATEN_NOTE_TITLE,
  PLATEN_NOTE_HEADING,
  PLATEN_NOTE_ITEM,
  PLATEN_NOTE_TEXT,
} PlatenNoteKind;

GtkWidget      *platen_notes_new        (void);
void            platen_notes_set_text   (PlatenNotes     *self,
                                         const char      *text);
PlatenNoteKind  platen_notes_parse_line (const char      *line,
                                         char           **marker,
                                         char           **text);

G_END_DECLS
