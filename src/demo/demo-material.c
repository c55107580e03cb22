/* demo-material.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-material.h"

/* The common ones first: a small world has only these. */
static const DemoMaterial materials[] = {
  { "GFA00", "Bambu Lab", "Bambu PLA Basic", "PLA", 190, 230, 55, 21, 126 },
  { "GFL99", "Generic", "Generic PLA", "PLA", 190, 240, 55, 12, 124 },
  { "GFA01", "Bambu Lab", "Bambu PLA Matte", "PLA", 190, 230, 55, 22, 132 },
  { "GFG99", "Generic", "Generic PETG", "PETG", 220, 260, 70, 12, 127 },
  { "GFG02", "Bambu Lab", "Bambu PETG HF", "PETG", 230, 260, 70, 24, 128 },
  { "GFB00", "Bambu Lab", "Bambu ABS", "ABS", 240, 280, 90, 16, 105 },
  { "GFB98", "Generic", "Generic ASA", "ASA", 240, 280, 90, 16, 104 },
  { "GFC99", "Generic", "Generic PC", "PC", 260, 290, 110, 16, 119 },
  { "GFU01", "Bambu Lab", "Bambu TPU 95A", "TPU", 200, 250, 35, 3, 122 },
  { "GFA05", "Bambu Lab", "Bambu PLA Silk", "PLA", 210, 240, 55, 12, 132 },
  { "GFA06", "Bambu Lab", "Bambu PLA Silk+", "PLA", 210, 240, 55, 16, 132 },
  { "GFA50", "Bambu Lab", "Bambu PLA-CF", "PLA-CF", 210, 240, 55, 15, 122 },
  { "GFB99", "Generic", "Generic ABS", "ABS", 240, 280, 90, 16, 105 },
  { "GFB01", "Bambu Lab", "Bambu ASA", "ASA", 240, 280, 90, 18, 105 },
  { "GFG00", "Bambu Lab", "Bambu PETG Basic", "PETG", 240, 270, 70, 13, 125 },
  { "GFG01", "Bambu Lab", "Bambu PETG Translucent", "PETG", 240, 270, 70, 13, 125 },
  { "GFG50", "Bambu Lab", "Bambu PETG-CF", "PETG-CF", 240, 270, 70, 12, 125 },
  { "GFS02", "Bambu Lab", "Bambu Support For PLA", "PLA-S", 190, 220, 45, 6, 130 },
  { "GFS00", "Bambu Lab", "Bambu Support W", "PLA-S", 190, 220, 45, 6, 130 },
  { "GFL00", "Polymaker", "PolyLite PLA", "PLA", 190, 230, 55, 15, 117 },
  { "GFL01", "Polymaker", "PolyTerra PLA", "PLA", 190, 230, 55, 18, 131 },
  { "GFL03", "eSUN", "eSUN PLA+", "PLA", 205, 225, 60, 12, 124 },
  { "GFL04", "Overture", "Overture PLA", "PLA", 190, 230, 55, 12, 124 },
  { "GFL05", "Overture", "Overture Matte PLA", "PLA", 190, 230, 55, 12, 124 },
  { "GFC00", "Bambu Lab", "Bambu PC", "PC", 260, 280, 110, 16, 120 },
  { "GFU99", "Generic", "Generic TPU", "TPU", 200, 250, 35, 3, 124 },
  { "GFN03", "Bambu Lab", "Bambu PA-CF", "PA-CF", 260, 300, 100, 8, 109 },
  { "GFN04", "Bambu Lab", "Bambu PAHT-CF", "PA-CF", 260, 300, 100, 8, 106 },
  { "GFA07", "Bambu Lab", "Bambu PLA Marble", "PLA", 190, 230, 55, 12, 122 },
  { "GFA08", "Bambu Lab", "Bambu PLA Sparkle", "PLA", 190, 230, 55, 12, 122 },
  { "GFA02", "Bambu Lab", "Bambu PLA Metal", "PLA", 190, 230, 55, 21, 125 },
  { "GFA09", "Bambu Lab", "Bambu PLA Tough", "PLA", 190, 230, 55, 21, 126 },
  { "GFA11", "Bambu Lab", "Bambu PLA Aero", "PLA-AERO", 220, 260, 55, 6, 121 },
  { "GFA12", "Bambu Lab", "Bambu PLA Glow", "PLA", 190, 230, 55, 18, 125 },
  { "GFA13", "Bambu Lab", "Bambu PLA Dynamic", "PLA", 190, 230, 55, 18, 124 },
  { "GFA15", "Bambu Lab", "Bambu PLA Galaxy", "PLA", 190, 230, 55, 21, 126 },
  { "GFA16", "Bambu Lab", "Bambu PLA Wood", "PLA", 190, 230, 55, 18, 121 },
  { "GFU02", "Bambu Lab", "Bambu TPU for AMS", "TPU-AMS", 220, 240, 35, 18, 122 },
  { "GFU00", "Bambu Lab", "Bambu TPU 95A HF", "TPU", 220, 240, 35, 12, 122 },
  { "GFB02", "Bambu Lab", "Bambu ASA-Aero", "ASA-Aero", 240, 280, 90, 7, 99 },
  { "GFB50", "Bambu Lab", "Bambu ABS-GF", "ABS-GF", 240, 280, 90, 14, 108 },
  { "GFB51", "Bambu Lab", "Bambu ASA-CF", "ASA-CF", 250, 280, 90, 14, 102 },
  { "GFL95", "Generic", "Generic PLA High Speed", "PLA", 190, 240, 55, 18, 124 },
  { "GFL96", "Generic", "Generic PLA Silk", "PLA", 190, 240, 55, 8, 124 },
  { "GFL98", "Generic", "Generic PLA-CF", "PLA-CF", 190, 240, 55, 15, 124 },
  { "GFG96", "Generic", "Generic PETG HF", "PETG", 220, 260, 70, 18, 127 },
  { "GFG97", "Generic", "Generic PCTG", "PCTG", 230, 270, 70, 12, 123 },
  { "GFG98", "Generic", "Generic PETG-CF", "PETG-CF", 240, 270, 70, 12, 127 },
  { "GFN99", "Generic", "Generic PA", "PA", 260, 300, 100, 12, 115 },
  { "GFN98", "Generic", "Generic PA-CF", "PA-CF", 260, 300, 100, 8, 115 },
  { "GFS99", "Generic", "Generic PVA", "PVA", 190, 250, 55, 6, 127 },
  { "GFG60", "Polymaker", "PolyLite PETG", "PETG", 220, 260, 70, 12, 125 },
  { "GFB60", "Polymaker", "PolyLite ABS", "ABS", 240, 280, 90, 12, 112 },
  { "GFB61", "Polymaker", "PolyLite ASA", "ASA", 240, 280, 90, 12, 113 },
  { "GFSNL03", "SUNLU", "SUNLU PLA+", "PLA", 205, 240, 55, 16, 123 },
  { "GFSNL04", "SUNLU", "SUNLU PLA+ 2.0", "PLA", 205, 240, 55, 18, 123 },
  { "GFSNL02", "SUNLU", "SUNLU PLA Matte", "PLA", 205, 240, 55, 16, 132 },
  { "GFSNL05", "SUNLU", "SUNLU Silk PLA+", "PLA", 205, 240, 55, 12, 125 },
  { "GFSNL06", "SUNLU", "SUNLU PLA Marble", "PLA", 205, 240, 55, 12, 125 },
  { "GFSNL08", "SUNLU", "SUNLU PETG", "PETG", 220, 260, 70, 12, 127 },
  { "GFPM001", "Polymaker", "Panchroma PLA", "PLA", 190, 230, 55, 15, 121 },
  { "GFPM002", "Polymaker", "Panchroma PLA Satin", "PLA", 190, 230, 55, 15, 121 },
  { "GFL06", "Polymaker", "Fiberon PETG-ESD", "PETG", 250, 290, 70, 10, 124 },
  { "GFL50", "Polymaker", "Fiberon PA6-CF", "PA-CF", 280, 300, 50, 8, 118 },
  { "GFL51", "Polymaker", "Fiberon PA6-GF", "PA-GF", 280, 300, 50, 8, 120 },
  { "GFL53", "Polymaker", "Fiberon PA612-CF", "PA-CF", 270, 300, 50, 8, 104 },
  { "GFL55", "Polymaker", "Fiberon PET-CF", "PET-CF", 270, 300, 70, 8, 134 },
  { "GFS01", "Bambu Lab", "Bambu Support G", "PA-S", 260, 300, 100, 6, 124 },
  { "GFS03", "Bambu Lab", "Bambu Support For PA/PET", "PA-S", 260, 300, 100, 6, 122 },
  { "GFS05", "Bambu Lab", "Bambu Support For PLA/PETG", "PLA-S", 190, 230, 55, 6, 130 },
  { "GFS06", "Bambu Lab", "Bambu Support for ABS", "ABS-S", 240, 280, 90, 6, 116 },
  { "GFS04", "Bambu Lab", "Bambu PVA", "PVA", 220, 250, 55, 6, 122 },
  { "GFC01", "Bambu Lab", "Bambu PC FR", "PC", 260, 280, 110, 14, 125 },
  { "GFN05", "Bambu Lab", "Bambu PA6-CF", "PA-CF", 260, 300, 100, 8, 109 },
  { "GFN06", "Bambu Lab", "Bambu PPA-CF", "PPA-CF", 280, 300, 100, 8, 120 },
  { "GFN08", "Bambu Lab", "Bambu PA6-GF", "PA-GF", 260, 300, 100, 8, 115 },
  { "GFT01", "Bambu Lab", "Bambu PET-CF", "PET-CF", 260, 290, 80, 8, 129 },
  { "GFT02", "Bambu Lab", "Bambu PPS-CF", "PPS-CF", 310, 340, 110, 8, 126 },
  { "GFU03", "Bambu Lab", "Bambu TPU 90A", "TPU", 220, 240, 35, 3, 120 },
  { "GFU04", "Bambu Lab", "Bambu TPU 85A", "TPU", 220, 240, 35, 3, 118 },
  { "GFU98", "Generic", "Generic TPU for AMS", "TPU-AMS", 220, 240, 35, 12, 122 },
  { "GFP96", "Generic", "Generic PP-CF", "PP-CF", 210, 250, 90, 8, 96 },
  { "GFP97", "Generic", "Generic PP", "PP", 210, 250, 90, 12, 93 },
  { "GFP99", "Generic", "Generic PE", "PE", 175, 220, 60, 6, 95 },
  { "GFR98", "Generic", "Generic PHA", "PHA", 190, 250, 45, 8, 125 },
  { "GFR99", "Generic", "Generic EVA", "EVA", 175, 220, 45, 6, 93 },
  { "GFS97", "Generic", "Generic BVOH", "BVOH", 190, 240, 55, 6, 113 },
  { "GFS98", "Generic", "Generic HIPS", "HIPS", 220, 270, 90, 8, 106 },
  { "GFN97", "Generic", "Generic PPA-CF", "PPA-CF", 280, 300, 100, 8, 112 },
  { "GFT97", "Generic", "Generic PPS", "PPS", 310, 340, 110, 8, 136 },
};

/**
 * demo_material_get_all:
 * @n_materials: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_materials): every filament that there are presets for
 */
const DemoMaterial *
demo_material_get_all (guint *n_materials)
{
  g_return_val_if_fail (n_materials != NULL, NULL);

  *n_materials = G_N_ELEMENTS (materials);

  return materials;
}
