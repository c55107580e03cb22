/* platen-notes.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-notes.h"

#include <string.h>

/* More is nothing that anyone reads in a window, and would be costly to lay out. */
#define MAX_LINES 400
#define MAX_LINE_CHARS 1000

struct _PlatenNotes
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  char      *text;
};

enum
{
  PROP_TEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenNotes, platen_notes, GTK_TYPE_WIDGET)

static char *
dup_stripped (const char *text,
              gsize       length)
{
  return g_strstrip (g_strndup (text, length));
}

/* The inside of 【…】 or […], where that is all there is. */
static char *
dup_bracketed (const char *text)
{
  static const char * const brackets[][2] = { { "【", "】" }, { "[", "]" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      const char *inside;
      const char *end;

      if (!g_str_has_prefix (text, brackets[i][0]))
        continue;

      inside = text + strlen (brackets[i][0]);
      end = strstr (inside, brackets[i][1]);

      if (end != NULL && end > inside && g_strcmp0 (end, brackets[i][1]) == 0)
        return dup_stripped (inside, end - inside);
    }

  return NULL;
}

/* How many bytes "12. ", "3) ", "4、" or "- " take at the start; 0 for none. */
static gsize
measure_marker (const char *text)
{
  const char *at = text;

  if (strchr ("-*+", *at) != NULL && *at != '\0' && g_ascii_isspace (at[1]))
    return 1;

  if (g_str_has_prefix (at, "•"))
    return strlen ("•");

  while (g_ascii_isdigit (*at))
    at++;

  if (at == text || at - text > 3)
    return 0;

  if (g_str_has_prefix (at, "、"))
    return at - text + strlen ("、");

  if ((*at == '.' || *at == ')') && !g_ascii_isdigit (at[1]))
    return at - text + 1;

  return 0;
}

/* Emphasis says little in a list of changes; its asterisks say nothing. */
static char *
dup_without_emphasis (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "**", -1);

  return g_strjoinv (NULL, parts);
}

/**
 * platen_notes_parse_line:
 * @line: a line of release notes, not empty
 * @marker: (out) (transfer full) (nullable): what stands before an item: "3." or "•"; %NULL for anything else
 * @text: (out) (transfer full): what the line says
 *
 * Returns: what kind of line it is
 */
PlatenNoteKind
platen_notes_parse_line (const char  *line,
                         char       **marker,
                         char       **text)
{
  g_autofree char *plain = NULL;
  const char *at;
  gsize length;
  guint level = 0;

  g_return_val_if_fail (line != NULL, PLATEN_NOTE_TEXT);
  g_return_val_if_fail (marker != NULL && text != NULL, PLATEN_NOTE_TEXT);

  plain = g_strstrip (dup_without_emphasis (line));
  *marker = NULL;

  for (at = plain; *at == '#'; at++)
    level++;

  if (level > 0 && (g_ascii_isspace (*at) || g_str_has_prefix (at, "【")))
    {
      g_autofree char *heading = dup_stripped (at, strlen (at));

      if (!(*text = dup_bracketed (heading)))
        *text = g_steal_pointer (&heading);

      return level <= 2 ? PLATEN_NOTE_TITLE : PLATEN_NOTE_HEADING;
    }

  if ((*text = dup_bracketed (plain)))
    return PLATEN_NOTE_HEADING;

  if ((length = measure_marker (plain)) > 0 && plain[length] != '\0')
    {
      *marker = g_ascii_isdigit (*plain) ? g_strndup (plain, length) : g_strdup ("•");
      *text = dup_stripped (plain + length, strlen (plain + length));

      return PLATEN_NOTE_ITEM;
    }

  *text = g_steal_pointer (&plain);

  return PLATEN_NOTE_TEXT;
}

static GtkWidget *
create_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "xalign", 0.0f,
                       "hexpand", TRUE,
                       NULL);
}

static GtkWidget *
create_item (const char *marker,
             const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", marker,
                                   "valign", GTK_ALIGN_START,
                                   "width-chars", 3,
                                   "xalign", 1.0f,
                                   NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_label (text));

  return box;
}

static void
platen_notes_add_line (PlatenNotes *self,
                       const char  *line)
{
  g_autofree char *marker = NULL;
  g_autofree char *text = NULL;
  PlatenNoteKind kind = platen_notes_parse_line (line, &marker, &text);
  GtkWidget *child;

  g_assert (PLATEN_IS_NOTES (self));

  child = kind == PLATEN_NOTE_ITEM ? create_item (marker, text) : create_label (text);

  if (kind == PLATEN_NOTE_TITLE || kind == PLATEN_NOTE_HEADING)
    {
      gtk_widget_add_css_class (child, kind == PLATEN_NOTE_TITLE ? "heading" : "caption-heading");

      if (gtk_widget_get_first_child (self->box) != NULL)
        gtk_widget_set_margin_top (child, 6);
    }

  gtk_box_append (GTK_BOX (self->box), child);
}

static void
platen_notes_fill (PlatenNotes *self)
{
  g_auto(GStrv) lines = NULL;
  GtkWidget *child;
  guint n_lines = 0;

  g_assert (PLATEN_IS_NOTES (self));

  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);

  lines = g_strsplit (self->text != NULL ? self->text : "", "\n", MAX_LINES + 1);

  for (guint i = 0; lines[i] != NULL && n_lines < MAX_LINES; i++)
    {
      g_autofree char *line = g_utf8_substring (lines[i], 0, MIN (g_utf8_strlen (lines[i], -1), MAX_LINE_CHARS));

      if (*g_strstrip (line) == '\0')
        continue;

      platen_notes_add_line (self, line);
      n_lines++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n_lines > 0);
}

static void
platen_notes_dispose (GObject *object)
{
  PlatenNotes *self = (PlatenNotes *) object;

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (platen_notes_parent_class)->dispose (object);
}

static void
platen_notes_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlatenNotes *self = PLATEN_NOTES (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_notes_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  PlatenNotes *self = PLATEN_NOTES (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      platen_notes_set_text (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_notes_class_init (PlatenNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_notes_dispose;
  object_class->get_property = platen_notes_get_property;
  object_class->set_property = platen_notes_set_property;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "platen-notes");
}

static void
platen_notes_init (PlatenNotes *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * platen_notes_new:
 *
 * Returns: (transfer floating): empty notes
 */
GtkWidget *
platen_notes_new (void)
{
  return g_object_new (PLATEN_TYPE_NOTES, NULL);
}

/**
 * platen_notes_set_text:
 * @self: a #PlatenNotes
 * @text: (nullable): release notes in UTF-8, as the cloud has them
 *
 * Shows @text; nothing of it that is longer than a window can sensibly show.
 */
void
platen_notes_set_text (PlatenNotes *self,
                       const char  *text)
{
  g_return_if_fail (PLATEN_IS_NOTES (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  platen_notes_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
