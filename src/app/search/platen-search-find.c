/* platen-search-find.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-search-find.h"

#include <string.h>

#include "platen-fold.h"
#include "platen-preset-text.h"
#include "platen-printer-text.h"

/* Nobody types more than that, in bytes. */
#define MAX_LENGTH 1000

typedef struct
{
  const char *name;
  const char *page;
  const char *action;
} KindInfo;

static const KindInfo kinds[] = {
  [PLATEN_SEARCH_KIND_PRINTER] = { "printer", "printers", "win.open-printer" },
  [PLATEN_SEARCH_KIND_PROJECT] = { "project", "projects", "win.open-project" },
  [PLATEN_SEARCH_KIND_PRESET] = { "preset", "presets", "win.open-preset" },
};

static BambuList *
get_list (BambuSession     *session,
          PlatenSearchKind  kind)
{
  switch (kind)
    {
    case PLATEN_SEARCH_KIND_PRINTER:
      return bambu_session_get_devices (session);

    case PLATEN_SEARCH_KIND_PROJECT:
      return bambu_session_get_projects (session);

    case PLATEN_SEARCH_KIND_PRESET:
      return bambu_session_get_presets (session);

    default:
      g_assert_not_reached ();
    }
}

/* What the page of its kind finds it by. */
static char *
dup_text (gpointer         item,
          PlatenSearchKind kind)
{
  switch (kind)
    {
    case PLATEN_SEARCH_KIND_PRINTER:
      return platen_printer_dup_text (item);

    case PLATEN_SEARCH_KIND_PROJECT:
      return g_strdup (bambu_project_get_name (item));

    case PLATEN_SEARCH_KIND_PRESET:
      return platen_preset_dup_text (item);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
matches (gpointer             item,
         PlatenSearchKind     kind,
         const char * const  *words)
{
  g_autofree char *text = dup_text (item, kind);
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;

  folded = platen_fold (text);

  return platen_fold_match (folded, words);
}

static char **
fold_terms (const char * const *terms)
{
  g_autofree char *text = platen_search_join (terms);

  return platen_fold_words (text);
}

/* Presets in two rounds: there are thousands of the vendor's, and one's own come first. */
static gboolean
is_of_round (gpointer          item,
             PlatenSearchKind  kind,
             guint             round)
{
  return kind != PLATEN_SEARCH_KIND_PRESET || bambu_preset_get_own (item) == (round == 0);
}

static void
find_kind (BambuSession       *session,
           PlatenSearchKind    kind,
           const char * const *words,
           GStrvBuilder       *builder)
{
  GListModel *list = G_LIST_MODEL (get_list (session, kind));
  const guint n_items = g_list_model_get_n_items (list);
  const guint n_rounds = kind == PLATEN_SEARCH_KIND_PRESET ? 2 : 1;
  guint n_found = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      for (guint i = 0; i < n_items && n_found < PLATEN_SEARCH_MAX_FOUND; i++)
        {
          g_autoptr(BambuItem) item = g_list_model_get_item (list, i);
          g_autofree char *result = NULL;

          if (!is_of_round (item, kind, round) || !matches (item, kind, words))
            continue;

          result = g_strconcat (kinds[kind].name, ":", bambu_item_get_id (item), NULL);
          g_strv_builder_add (builder, result);
          n_found++;
        }
    }
}

/**
 * platen_search_find:
 * @session: whose things are searched, as far as they are known
 * @terms: (array zero-terminated=1): words that all have to be there, whatever their case and accents
 *
 * Returns: (transfer full) (array zero-terminated=1): what is found, the printers first; nothing without @terms
 */
char **
platen_search_find (BambuSession       *session,
                    const char * const *terms)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  builder = g_strv_builder_new ();
  words = fold_terms (terms);

  for (guint kind = 0; words != NULL && kind < G_N_ELEMENTS (kinds); kind++)
    find_kind (session, kind, (const char * const *)words, builder);

  return g_strv_builder_end (builder);
}

/**
 * platen_search_narrow:
 * @session: whose things are searched, as far as they are known
 * @found: (array zero-terminated=1): what platen_search_find() returned for fewer words, or shorter ones
 * @terms: (array zero-terminated=1): words that all have to be there
 *
 * Returns: (transfer full) (array zero-terminated=1): what of @found is found by @terms, too
 */
char **
platen_search_narrow (BambuSession       *session,
                      const char * const *found,
                      const char * const *terms)
{
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  /* There may be more of a kind than were told: what was left out then may be what is meant now. */
  if (g_strv_length ((char **)found) >= PLATEN_SEARCH_MAX_FOUND)
    return platen_search_find (session, terms);

  builder = g_strv_builder_new ();
  words = fold_terms (terms);

  for (guint i = 0; words != NULL && found[i] != NULL; i++)
    {
      PlatenSearchKind kind;
      const char *id;
      gpointer item;

      if (platen_search_parse (found[i], &kind, &id) &&
          (item = platen_search_lookup (session, kind, id)) != NULL &&
          matches (item, kind, (const char * const *)words))
        g_strv_builder_add (builder, found[i]);
    }

  return g_strv_builder_end (builder);
}

/**
 * platen_search_parse:
 * @result: what somebody says was found
 * @kind: (out): of which kind it is
 * @id: (out): which one of these, in @result; there may be none of that id
 *
 * Returns: whether @result is of a kind that there is
 */
gboolean
platen_search_parse (const char        *result,
                     PlatenSearchKind  *kind,
                     const char       **id)
{
  const char *colon;

  g_return_val_if_fail (result != NULL, FALSE);
  g_return_val_if_fail (kind != NULL && id != NULL, FALSE);

  colon = strchr (result, ':');

  for (guint i = 0; colon != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (strlen (kinds[i].name) != (gsize)(colon - result) || !g_str_has_prefix (result, kinds[i].name))
        continue;

      *kind = i;
      *id = colon + 1;
      return TRUE;
    }

  return FALSE;
}

/**
 * platen_search_lookup:
 * @session: whose things are searched
 * @kind: of which kind it is
 * @id: which one of these
 *
 * Returns: (transfer none) (nullable): a #BambuItem; %NULL where there is none, or none any longer
 */
gpointer
platen_search_lookup (BambuSession     *session,
                      PlatenSearchKind  kind,
                      const char       *id)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return bambu_list_lookup (get_list (session, kind), id);
}

/**
 * platen_search_get_page:
 * @kind: a kind of things
 *
 * Returns: the page of the window that lists them
 */
const char *
platen_search_get_page (PlatenSearchKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].page;
}

/**
 * platen_search_get_action:
 * @kind: a kind of things
 *
 * Returns: the action of the window that opens one by its id
 */
const char *
platen_search_get_action (PlatenSearchKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].action;
}

/**
 * platen_search_join:
 * @terms: (array zero-terminated=1): what was typed, word by word
 *
 * Returns: (transfer full) (nullable): what was typed; %NULL where it is more than anybody types
 */
char *
platen_search_join (const char * const *terms)
{
  gsize length = 0;

  g_return_val_if_fail (terms != NULL, NULL);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      length += strlen (terms[i]) + 1;

      if (length > MAX_LENGTH)
        return NULL;
    }

  return g_strjoinv (" ", (char **)terms);
}
