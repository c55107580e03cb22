/* demo-draw-parts.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-draw-bed.h"

G_BEGIN_DECLS

/* Puts the parts of one kind of project on a bed, never twice the same. */
typedef void (*DemoPartsFunc) (DemoBed *bed);

/* Gears, fasteners, mounts and test prints */
void demo_parts_gearbox     (DemoBed *bed);
void demo_parts_gears       (DemoBed *bed);
void demo_parts_spinner     (DemoBed *bed);
void demo_parts_bracket     (DemoBed *bed);
void demo_parts_bolts       (DemoBed *bed);
void demo_parts_hinge       (DemoBed *bed);
void demo_parts_knobs       (DemoBed *bed);
void demo_parts_clamp       (DemoBed *bed);
void demo_parts_drone       (DemoBed *bed);
void demo_parts_case        (DemoBed *bed);
void demo_parts_keycaps     (DemoBed *bed);
void demo_parts_calibration (DemoBed *bed);
void demo_parts_adapter     (DemoBed *bed);

/* Things for the house */
void demo_parts_vase        (DemoBed *bed);
void demo_parts_facet_vase  (DemoBed *bed);
void demo_parts_planter     (DemoBed *bed);
void demo_parts_lamp        (DemoBed *bed);
void demo_parts_lattice     (DemoBed *bed);
void demo_parts_box         (DemoBed *bed);
void demo_parts_bins        (DemoBed *bed);
void demo_parts_honeycomb   (DemoBed *bed);
void demo_parts_hooks       (DemoBed *bed);
void demo_parts_clips       (DemoBed *bed);
void demo_parts_pens        (DemoBed *bed);
void demo_parts_rack        (DemoBed *bed);
void demo_parts_stand       (DemoBed *bed);
void demo_parts_headphones  (DemoBed *bed);
void demo_parts_coasters    (DemoBed *bed);
void demo_parts_spool       (DemoBed *bed);

/* Toys and figures */
void demo_parts_boat        (DemoBed *bed);
void demo_parts_rocket      (DemoBed *bed);
void demo_parts_car         (DemoBed *bed);
void demo_parts_tower       (DemoBed *bed);
void demo_parts_village     (DemoBed *bed);
void demo_parts_dice        (DemoBed *bed);
void demo_parts_chess       (DemoBed *bed);
void demo_parts_puzzle      (DemoBed *bed);
void demo_parts_dragon      (DemoBed *bed);
void demo_parts_octopus     (DemoBed *bed);
void demo_parts_cat         (DemoBed *bed);
void demo_parts_owl         (DemoBed *bed);
void demo_parts_duck        (DemoBed *bed);
void demo_parts_robot       (DemoBed *bed);
void demo_parts_mushrooms   (DemoBed *bed);
void demo_parts_flowers     (DemoBed *bed);
void demo_parts_ornaments   (DemoBed *bed);

/* Letters and flat things */
void demo_parts_tags        (DemoBed *bed);
void demo_parts_sign        (DemoBed *bed);
void demo_parts_cutters     (DemoBed *bed);
void demo_parts_medal       (DemoBed *bed);

G_END_DECLS
