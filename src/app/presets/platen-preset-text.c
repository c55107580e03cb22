/* platen-preset-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "platen-format.h"

/* The short names of printers in the vendor's presets, where they differ from those on the printers. */
static const struct {
  const char *code;
  const char *name;
} printers[] = {
  { "X1C", "X1 Carbon" },
  { "A1M", "A1 mini" },
};

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == 0;
}

/* "X1C 0.2 nozzle" → "X1C": all nozzles of a printer go together. */
static char *
strip_nozzle (const char *name)
{
  static const char suffix[] = " nozzle";
  g_autofree char *bare = g_strdup (name);
  char *space;

  if (!g_str_has_suffix (bare, suffix))
    return g_steal_pointer (&bare);

  bare[strlen (bare) - strlen (suffix)] = 0;
  space = strrchr (bare, ' ');

  if (space == NULL || !g_ascii_isdigit (space[1]))
    return g_strdup (name);

  *space = 0;

  return g_steal_pointer (&bare);
}

/* "0.20mm Standard @BBL X1C" is for the X1 Carbon. */
static char *
dup_printer_of_process (const char *name)
{
  g_autofree char *printer = NULL;
  const char *at;
  const char *code;

  if (!(at = strrchr (name, '@')) || at[1] == 0)
    return NULL;

  at++;
  at += strspn (at, " ");
  printer = strip_nozzle (at);

  if (!g_str_has_prefix (printer, "BBL "))
    return g_steal_pointer (&printer);

  code = printer + strlen ("BBL ");

  for (guint i = 0; i < G_N_ELEMENTS (printers); i++)
    {
      if (g_str_equal (code, printers[i].code))
        code = printers[i].name;
    }

  return g_strconcat ("Bambu Lab ", code, NULL);
}

/* Where the cloud does not tell whose a filament is, the name starts with it. */
static char *
dup_vendor_of_filament (BambuPreset *preset)
{
  const char *vendor = bambu_preset_get_filament_vendor (preset);
  const char *name = bambu_preset_get_name (preset);
  const char *space;

  if (!is_blank (vendor))
    return g_strdup (vendor);

  if (is_blank (name) || !(space = strchr (name, ' ')) || space == name)
    return NULL;

  if (g_str_has_prefix (name, "Bambu "))
    return g_strdup ("Bambu Lab");

  return g_strndup (name, space - name);
}

/**
 * platen_preset_dup_group:
 * @preset: a preset
 * @rank: (out): where its group stands among others
 *
 * Returns: (transfer full): what it is shown under: the user's own together, the vendor's process presets and printers
 *   by the printer, and filaments by who makes them
 */
char *
platen_preset_dup_group (BambuPreset      *preset,
                         PlatenPresetRank *rank)
{
  char *group = NULL;
  const char *name;

  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);
  g_return_val_if_fail (rank != NULL, NULL);

  if (bambu_preset_get_own (preset))
    {
      *rank = PLATEN_PRESET_RANK_OWN;

      /* Translators: presets that the user has made, as against those of the vendor */
      return g_strdup (_("Yours"));
    }

  name = bambu_preset_get_name (preset);

  switch (bambu_preset_get_kind (preset))
    {
    case BAMBU_PRESET_KIND_PROCESS:
      group = is_blank (name) ? NULL : dup_printer_of_process (name);
      break;

    case BAMBU_PRESET_KIND_PRINTER:
      group = is_blank (name) ? NULL : strip_nozzle (name);
      break;

    case BAMBU_PRESET_KIND_FILAMENT:
      group = dup_vendor_of_filament (preset);
      break;

    default:
      break;
    }

  *rank = group != NULL ? PLATEN_PRESET_RANK_VENDOR : PLATEN_PRESET_RANK_OTHER;

  return group != NULL ? group : g_strdup (_("Others"));
}

/**
 * platen_preset_dup_title:
 * @preset: a preset
 *
 * Returns: (transfer full): what to call it
 */
char *
platen_preset_dup_title (BambuPreset *preset)
{
  const char *name;

  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  name = bambu_preset_get_name (preset);

  return g_strdup (is_blank (name) ? _("Unnamed preset") : name);
}

static char *
join (const char         *separator,
      const char * const *texts,
      guint               n_texts)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < n_texts; i++)
    {
      if (!is_blank (texts[i]))
        g_strv_builder_add (builder, texts[i]);
    }

  parts = g_strv_builder_end (builder);

  return g_strjoinv (separator, parts);
}

/**
 * platen_preset_dup_summary:
 * @preset: a preset
 *
 * Returns: (transfer full): what else a row says of it; may be empty
 */
char *
platen_preset_dup_summary (BambuPreset *preset)
{
  g_autofree char *updated = NULL;
  const char *texts[5];

  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  if (bambu_preset_get_own (preset) && bambu_preset_get_updated (preset) != NULL)
    updated = platen_format_date (bambu_preset_get_updated (preset));

  texts[0] = bambu_preset_get_nickname (preset);
  texts[1] = bambu_preset_get_filament_type (preset);
  texts[2] = bambu_preset_get_filament_support (preset) ? _("for supports") : NULL;
  texts[3] = bambu_preset_get_version (preset);
  texts[4] = updated;

  return join (" · ", texts, G_N_ELEMENTS (texts));
}

/**
 * platen_preset_dup_text:
 * @preset: a preset
 *
 * Returns: (transfer full): what it is found by
 */
char *
platen_preset_dup_text (BambuPreset *preset)
{
  const char *texts[6];

  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  texts[0] = bambu_preset_get_name (preset);
  texts[1] = bambu_preset_get_nickname (preset);
  texts[2] = bambu_preset_get_filament_type (preset);
  texts[3] = bambu_preset_get_filament_vendor (preset);
  texts[4] = bambu_preset_get_id (preset);
  texts[5] = bambu_preset_get_filament_id (preset);

  return join ("\n", texts, G_N_ELEMENTS (texts));
}

/**
 * platen_preset_dup_quota:
 * @presets: all presets of the account
 * @kind: what the presets in question describe
 *
 * Returns: (transfer full) (nullable): how many presets of the user's own there are, of as many as there may be; %NULL
 *   where that is not known
 */
char *
platen_preset_dup_quota (GListModel      *presets,
                         BambuPresetKind  kind)
{
  guint n_own = 0;

  g_return_val_if_fail (G_IS_LIST_MODEL (presets), NULL);

  if (kind != BAMBU_PRESET_KIND_PROCESS)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (presets); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (presets, i);

      if (bambu_preset_get_own (preset) && bambu_preset_get_kind (preset) == kind)
        n_own++;
    }

  /* Translators: how many presets there are, of as many as there may be: "100 of 100" */
  return g_strdup_printf (_("%u of %u process presets of your own are used."), n_own, PLATEN_PRESET_PROCESS_LIMIT);
}

/**
 * platen_preset_dup_copied:
 * @preset: a preset
 *
 * Returns: (transfer full): what a copy of it might be called
 */
char *
platen_preset_dup_copied (BambuPreset *preset)
{
  g_autofree char *title = platen_preset_dup_title (preset);

  /* Translators: the name of a copy of something */
  return g_strdup_printf (_("%s (Copy)"), title);
}
