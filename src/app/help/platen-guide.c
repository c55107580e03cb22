/* platen-guide.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-guide.h"

#include "platen-markdown.h"

struct _PlatenGuide
{
  GtkWidget          parent_instance;

  /* Headings by their anchors; they belong to the box. */
  GHashTable        *headings;

  GtkScrolledWindow *scroller;
  GtkBox            *box;
};

G_DEFINE_FINAL_TYPE (PlatenGuide, platen_guide, GTK_TYPE_WIDGET)

/* Anything but a place in the guide is opened as usual. */
static gboolean
activate_link_cb (PlatenGuide *self,
                  const char  *address)
{
  if (*address != '#')
    return GDK_EVENT_PROPAGATE;

  platen_guide_go_to (self, address + 1);

  return GDK_EVENT_STOP;
}

static GtkWidget *
create_label (PlatenGuide *self,
              const char  *markup)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", markup,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "hexpand", TRUE,
                                   "xalign", 0.0f,
                                   NULL);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self, G_CONNECT_SWAPPED);

  return label;
}

static GtkWidget *
create_heading (PlatenGuide               *self,
                const PlatenMarkdownBlock *block)
{
  static const char * const classes[] = { "title-1", "title-2", "heading" };
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", block->text,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) block->level, -1);
  gtk_widget_add_css_class (label, classes[MIN (block->level, G_N_ELEMENTS (classes)) - 1]);

  if (block->level > 1)
    gtk_widget_set_margin_top (label, 18);

  g_hash_table_insert (self->headings, g_strdup (block->anchor), label);

  return label;
}

static GtkWidget *
create_item (PlatenGuide               *self,
             const PlatenMarkdownBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", "•",
                                    "valign", GTK_ALIGN_START,
                                    "width-chars", 2,
                                    NULL);

  gtk_widget_add_css_class (bullet, "dim-label");
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), create_label (self, block->text));

  return box;
}

/* To be copied into a terminal. */
static GtkWidget *
create_code (const PlatenMarkdownBlock *block)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", block->text,
                                   "selectable", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_widget_add_css_class (label, "card");
  gtk_widget_add_css_class (label, "code");
  gtk_widget_add_css_class (label, "monospace");

  return label;
}

static GtkWidget *
create_block (PlatenGuide               *self,
              const PlatenMarkdownBlock *block)
{
  switch (block->kind)
    {
    case PLATEN_MARKDOWN_HEADING:
      return create_heading (self, block);

    case PLATEN_MARKDOWN_ITEM:
      return create_item (self, block);

    case PLATEN_MARKDOWN_CODE:
      return create_code (block);

    case PLATEN_MARKDOWN_PARAGRAPH:
    default:
      return create_label (self, block->text);
    }
}

static void
platen_guide_dispose (GObject *object)
{
  PlatenGuide *self = PLATEN_GUIDE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&self->headings, g_hash_table_unref);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_guide_parent_class)->dispose (object);
}

static void
platen_guide_class_init (PlatenGuideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_guide_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "platen-guide");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/help/platen-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenGuide, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlatenGuide, box);
}

static void
platen_guide_init (PlatenGuide *self)
{
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_guide_set_text:
 * @self: a guide that is still empty
 * @text: the document, in Markdown
 *
 * Shows it.
 */
void
platen_guide_set_text (PlatenGuide *self,
                       const char  *text)
{
  g_autoptr(GPtrArray) blocks = NULL;

  g_return_if_fail (PLATEN_IS_GUIDE (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (g_hash_table_size (self->headings) == 0);

  blocks = platen_markdown_parse (text);

  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (self->box, create_block (self, g_ptr_array_index (blocks, i)));
}

/**
 * platen_guide_go_to:
 * @self: a guide
 * @anchor: what a heading is called in links to it, without the "#"
 *
 * Scrolls to that heading.
 *
 * Returns: %FALSE where there is none
 */
gboolean
platen_guide_go_to (PlatenGuide *self,
                    const char  *anchor)
{
  GtkWidget *heading;
  graphene_rect_t bounds;

  g_return_val_if_fail (PLATEN_IS_GUIDE (self), FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  heading = g_hash_table_lookup (self->headings, anchor);

  if (heading == NULL || !gtk_widget_compute_bounds (heading, GTK_WIDGET (self->box), &bounds))
    return FALSE;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y);

  return TRUE;
}
