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
} models[] = {
  { "BL-P001", "X1 Carbon" },
  { "BL-P002", "X1" },
  { "C13", "X1E" },
  { "C11", "P1P" },
  { "C12", "P1S" },
  { "N1", "A1 mini" },
  { "N2S", "A1" },
  { "O1D", "H2D" },
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
