/* platen-search-filter.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-search-filter.h"

#include "platen-fold.h"

struct _PlatenSearchFilter
{
  GtkFilter       parent_instance;

  GtkExpression  *expression;
  char           *search;

  /* What is searched for, folded; NULL where everything matches. */
  char          **words;
};

enum {
  PROP_0,
  PROP_EXPRESSION,
  PROP_SEARCH,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenSearchFilter, platen_search_filter, GTK_TYPE_FILTER)

static GParamSpec *properties[N_PROPS];

static gboolean
platen_search_filter_match (GtkFilter *filter,
                            gpointer   item)
{
  PlatenSearchFilter *self = PLATEN_SEARCH_FILTER (filter);
  g_auto(GValue) value = G_VALUE_INIT;
  g_autofree char *folded = NULL;
  const char *text;

  if (self->words == NULL)
    return TRUE;

  if (self->expression == NULL ||
      !gtk_expression_evaluate (self->expression, item, &value) ||
      !(text = g_value_get_string (&value)))
    return FALSE;

  folded = platen_fold (text);

  return platen_fold_match (folded, (const char * const *)self->words);
}

static GtkFilterMatch
platen_search_filter_get_strictness (GtkFilter *filter)
{
  PlatenSearchFilter *self = PLATEN_SEARCH_FILTER (filter);

  return self->words != NULL ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_ALL;
}

static void
platen_search_filter_dispose (GObject *object)
{
  PlatenSearchFilter *self = (PlatenSearchFilter *)object;

  g_clear_pointer (&self->expression, gtk_expression_unref);

  G_OBJECT_CLASS (platen_search_filter_parent_class)->dispose (object);
}

static void
platen_search_filter_finalize (GObject *object)
{
  PlatenSearchFilter *self = (PlatenSearchFilter *)object;

  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (platen_search_filter_parent_class)->finalize (object);
}

static void
platen_search_filter_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PlatenSearchFilter *self = PLATEN_SEARCH_FILTER (object);

  switch (prop_id)
    {
    case PROP_EXPRESSION:
      gtk_value_set_expression (value, self->expression);
      break;

    case PROP_SEARCH:
      g_value_set_string (value, platen_search_filter_get_search (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_search_filter_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PlatenSearchFilter *self = PLATEN_SEARCH_FILTER (object);

  switch (prop_id)
    {
    case PROP_EXPRESSION:
      self->expression = gtk_value_dup_expression (value);
      break;

    case PROP_SEARCH:
      platen_search_filter_set_search (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_search_filter_class_init (PlatenSearchFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  object_class->dispose = platen_search_filter_dispose;
  object_class->finalize = platen_search_filter_finalize;
  object_class->get_property = platen_search_filter_get_property;
  object_class->set_property = platen_search_filter_set_property;

  filter_class->get_strictness = platen_search_filter_get_strictness;
  filter_class->match = platen_search_filter_match;

  properties[PROP_EXPRESSION] =
    gtk_param_spec_expression ("expression", NULL, NULL,
                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_search_filter_init (PlatenSearchFilter *self)
{
}

/**
 * platen_search_filter_new:
 * @expression: (nullable) (transfer full): gives the text of an item
 *
 * Returns: (transfer full): a filter that lets everything through
 */
PlatenSearchFilter *
platen_search_filter_new (GtkExpression *expression)
{
  PlatenSearchFilter *self;

  g_return_val_if_fail (expression == NULL || GTK_IS_EXPRESSION (expression), NULL);

  self = g_object_new (PLATEN_TYPE_SEARCH_FILTER, "expression", expression, NULL);
  g_clear_pointer (&expression, gtk_expression_unref);

  return self;
}

/**
 * platen_search_filter_get_search:
 * @self: a #PlatenSearchFilter
 *
 * Returns: (nullable): what is searched for, as it was typed
 */
const char *
platen_search_filter_get_search (PlatenSearchFilter *self)
{
  g_return_val_if_fail (PLATEN_IS_SEARCH_FILTER (self), NULL);

  return self->search;
}

/**
 * platen_search_filter_set_search:
 * @self: a #PlatenSearchFilter
 * @search: (nullable): the words to search for
 */
void
platen_search_filter_set_search (PlatenSearchFilter *self,
                                 const char         *search)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;
  g_autofree char *old = NULL;

  g_return_if_fail (PLATEN_IS_SEARCH_FILTER (self));

  if (g_strcmp0 (self->search, search) == 0)
    return;

  old = g_steal_pointer (&self->search);
  self->search = g_strdup (search);
  g_clear_pointer (&self->words, g_strfreev);
  self->words = platen_fold_words (search);

  /* Typing on only narrows what was found, deleting only widens it. */
  if (self->words == NULL || (old != NULL && g_str_has_prefix (old, search)))
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  else if (old == NULL || g_str_has_prefix (search, old))
    change = GTK_FILTER_CHANGE_MORE_STRICT;

  gtk_filter_changed (GTK_FILTER (self), change);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}
