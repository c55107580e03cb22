/* demo-model.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-model.h"

/* In the order in which a world is given printers; the newer ones say their marketing name twice. */
static const DemoModel models[] = {
  { "BL-P001", "X1 Carbon", "Bambu Lab X1 Carbon", "X1C", "X1 Carbon", "00M00A", "CoreXY", "01.09.00.00", "01.10.00.00", 256, 250 },
  { "C12", "P1S", "Bambu Lab P1S", "P1S", "P1S", "01P00A", "CoreXY", "01.08.02.00", NULL, 256, 250 },
  { "O1D", "H2D", "Bambu Lab H2D", "H2D", "H2D", "09400A", "CoreXY", "01.02.01.00", "01.03.00.00", 325, 320 },
  { "N1", "A1 mini", "Bambu Lab A1 mini", "A1M", "A1 mini", "0300CA", "I3", "01.05.00.00", NULL, 180, 180 },
  { "N2S", "A1", "Bambu Lab A1", "A1", "A1", "03919A", "I3", "01.04.00.00", "01.05.00.00", 256, 256 },
  { "P2S", "P2S", "Bambu Lab P2S", "P2S", "P2S", "22E00A", "CoreXY", "01.00.01.00", NULL, 256, 256 },
  { "C11", "P1P", "Bambu Lab P1P", "P1P", "P1P", "01S00C", "CoreXY", "01.08.02.00", NULL, 256, 250 },
  { "C13", "X1E", "Bambu Lab X1E", "X1E", "X1E", "03W09C", "CoreXY", "01.02.00.00", NULL, 256, 250 },
  { "BL-P002", "X1", "Bambu Lab X1", "X1", "X1", "00W00A", "CoreXY", "01.09.00.00", "01.10.00.00", 256, 250 },
};

/**
 * demo_model_get_all:
 * @n_models: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_models): every kind of printer
 */
const DemoModel *
demo_model_get_all (guint *n_models)
{
  g_return_val_if_fail (n_models != NULL, NULL);

  *n_models = G_N_ELEMENTS (models);

  return models;
}
