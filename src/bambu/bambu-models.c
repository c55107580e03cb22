/* bambu-models.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-models.h"

static const struct {
  const char *code;
  const char *name;
  const char *family;
} models[] = {
  { "BL-P001", "X1 Carbon", "x1" },
  { "BL-P002", "X1", "x1" },
  { "C13", "X1E", "x1" },
  { "C11", "P1P", "p1" },
  { "C12", "P1S", "p1" },
  { "N1", "A1 mini", "a1-mini" },
  { "N2S", "A1", "a1" },
  { "O1D", "H2D", "h2" },
};

/* Newer models are told by the name alone: what it begins with, the longest first. */
static const struct {
  const char *prefix;
  const char *family;
} families[] = {
  { "A1 mini", "a1-mini" },
  { "P2S", "p2s" },
  { "X2D", "x2d" },
  { "A1", "a1" },
  { "H2", "h2" },
  { "P1", "p1" },
  { "X1", "x1" },
};

/**
 * bambu_models_get_name:
 * @code: (nullable): the cloud's `dev_model_name`
 * @product_name: (nullable): the cloud's `dev_product_name`
 *
 * Names a printer's model. Newer models report their marketing name in both.
 *
 * Returns: (nullable): the name of the code where it is known, else @product_name, else @code
 */
const char *
bambu_models_get_name (const char *code,
                       const char *product_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      if (g_strcmp0 (code, models[i].code) == 0)
        return models[i].name;
    }

  return product_name != NULL && product_name[0] != '\0' ? product_name : code;
}

/**
 * bambu_models_get_family:
 * @code: (nullable): the cloud's `dev_model_name`
 * @name: (nullable): the model's name
 *
 * Tells which of the vendor's pages are about a printer.
 *
 * Returns: (transfer none) (nullable): the family as it stands in their addresses, or %NULL where it is not known
 */
const char *
bambu_models_get_family (const char *code,
                         const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      if (g_strcmp0 (code, models[i].code) == 0)
        return models[i].family;
    }

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (families); i++)
    {
      if (g_ascii_strncasecmp (name, families[i].prefix, strlen (families[i].prefix)) == 0)
        return families[i].family;
    }

  return NULL;
}

/**
 * bambu_models_has_door:
 * @family: (nullable): a family of printers
 *
 * Returns: whether these printers notice whether their door is open; others always report it closed
 */
gboolean
bambu_models_has_door (const char *family)
{
  static const char * const with_door[] = { "x1", "x2d", "h2", "p2s", NULL };

  return family != NULL && g_strv_contains (with_door, family);
}
