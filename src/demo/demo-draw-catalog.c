/* demo-draw-catalog.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-draw-catalog.h"

#include <string.h>

/* Words in lower case, long ones may be only the beginnings; the first kind that has one in the name is meant. */
typedef struct
{
  DemoPartsFunc  draw;
  const char    *words[8];
} Kind;

static const Kind kinds[] = {
  { demo_parts_gearbox, { "gearbox", "gear box", "planetary", "reducer" } },
  { demo_parts_gears, { "gear", "cog", "sprocket", "clockwork" } },
  { demo_parts_spinner, { "spinner", "fidget" } },
  { demo_parts_headphones, { "headphone", "headset" } },
  { demo_parts_spool, { "spool", "roller", "filament" } },
  { demo_parts_keycaps, { "keycap", "keyboard", "macro pad", "macropad" } },
  { demo_parts_cutters, { "cookie", "cutter", "biscuit" } },
  { demo_parts_case, { "case", "enclosure", "raspberry", "esp32", "nas" } },
  { demo_parts_drone, { "drone", "quad", "propeller" } },
  { demo_parts_chess, { "chess", "pawn" } },
  { demo_parts_dice, { "dice", "d20" } },
  { demo_parts_puzzle, { "puzzle", "block", "tetro" } },
  { demo_parts_dragon, { "dragon", "lizard", "articulated" } },
  { demo_parts_octopus, { "octopus", "squid", "kraken" } },
  { demo_parts_owl, { "owl", "bird" } },
  { demo_parts_duck, { "duck", "bath toy" } },
  { demo_parts_robot, { "robot", "android", "bot" } },
  { demo_parts_cat, { "cat", "kitten" } },
  { demo_parts_boat, { "boat", "ship", "tug", "harbour" } },
  { demo_parts_rocket, { "rocket", "space" } },
  { demo_parts_car, { "racer", "car", "coupe", "vehicle" } },
  { demo_parts_lattice, { "lantern", "lattice", "tealight", "woven" } },
  { demo_parts_lamp, { "lamp", "shade", "light" } },
  { demo_parts_facet_vase, { "low poly vase", "facet", "low-poly" } },
  { demo_parts_vase, { "vase", "spiral" } },
  { demo_parts_tags, { "tag", "label", "keychain", "luggage" } },
  { demo_parts_planter, { "planter", "pot", "plant", "succulent" } },
  { demo_parts_calibration, { "calibration", "cube", "temp", "test" } },
  { demo_parts_tower, { "castle", "tower", "fort" } },
  { demo_parts_village, { "village", "house", "cottage", "diorama" } },
  { demo_parts_mushrooms, { "mushroom", "toadstool" } },
  { demo_parts_flowers, { "flower", "rose", "lotus", "dahlia" } },
  { demo_parts_ornaments, { "ornament", "bauble", "snowflake", "christmas" } },
  { demo_parts_sign, { "sign", "letter", "name plate" } },
  { demo_parts_medal, { "medal", "badge", "coin", "token" } },
  { demo_parts_coasters, { "coaster", "trivet" } },
  { demo_parts_honeycomb, { "honeycomb", "hex wall", "hsw", "panel" } },
  { demo_parts_clips, { "clip", "cable" } },
  { demo_parts_hooks, { "hook", "peg", "coat" } },
  { demo_parts_pens, { "pen", "brush", "pencil" } },
  { demo_parts_rack, { "rack", "bit holder", "screwdriver", "tool" } },
  { demo_parts_bins, { "bin", "gridfinity", "drawer", "organizer", "organiser", "tray" } },
  { demo_parts_stand, { "phone", "tablet", "stand", "dock" } },
  { demo_parts_bolts, { "bolt", "nut", "screw", "thread" } },
  { demo_parts_hinge, { "hinge" } },
  { demo_parts_knobs, { "knob", "dial", "thumb" } },
  { demo_parts_clamp, { "clamp", "mount", "holder", "vise" } },
  { demo_parts_bracket, { "bracket", "shelf", "corner", "support" } },
  { demo_parts_adapter, { "adapter", "funnel", "hose", "nozzle" } },
  { demo_parts_box, { "box", "jar", "container", "lid" } },
};

/* As people name their projects: with care, with a version, with underscores, not at all. */
static const char * const names[] = {
  "Planetary gear box", "Spiral vase", "Gridfinity bins 3x2", "Articulated dragon",
  "Honeycomb wall starter set", "Workshop hooks",
  "Tug boat", "Phone stand, foldable", "Raspberry Pi 5 case", "Self-watering planter", "Owl on a stump",
  "Chess set, travel size",
  "Desk sign Studio", "cable_clips_v4", "Shelf brackets 40 mm", "Pleated lamp shade", "Moon rocket",
  "Castle for Emma",
  "Screwdriver rack", "Keycaps R3", "Print-in-place hinge", "Octopus family", "Cookie cutters winter",
  "Coasters, inlaid",
  "Low poly vase trio", "Pen holder cluster", "Quad frame 5 inch", "Spool rollers for dry box",
  "Luggage tags", "Tetro blocks",
  "Fidget spinner", "Robot trio", "Jewellery box with lid", "Temp tower PETG", "Vacuum hose adapter",
  "Mushroom night set",
  "Little racer", "Headphone stand", "Pipe clamp 32 mm", "Dice and dice tray", "Christmas village",
  "Rubber duck parade",
  "M12 bolt trainer", "Lotus flowers", "Oven knob replacement", "Woven lantern", "Medals for sports day",
  "Sitting cats",
  "Clockwork train gears", "Baubles and snowflakes", "Succulent pots", "Drawer organiser, kitchen",
  "Squid bath toys", "Harbour ships",
  "ESP32 enclosure rev C", "Coat rail with pegs", "Trivet set", "Bird figures", "Bit holder stepped", "Dahlia brooch",
  "Tealight lattice", "Camera mount arm", "Corner braces", "Calibration cubes", "Funnel, wide", "Model cottage",
  "Headset dock", "Flexi lizard", "Letters for the shelf", "Badge blanks", "Toadstools for the garden",
  "reducer_1to4_final",
  "Bearing spinner, four lobes", "Garden plant labels", "NAS drive tray", "Keyboard set, sculpted", "Kraken",
  "Car for the marble run",
  "Space freighter", "Dice tower fort", "Pawns, spare set", "Macro pad caps", "Facet bowl", "Twisted vase tall",
  "Desk lamp foot", "Tool wall panel", "Charger cable clips", "Thumb screws M5", "Tablet stand",
  "Container, stackable",
  "Kitten and mother", "Coupe 1964, set of three", "Flower brooch", "Star ornaments", "Luggage name plate",
  "Trolley tokens",
  "Biscuit cutter hearts", "Propeller guards", "Filament guide rollers", "Brush cups, cluster",
  "Bench vise soft jaws", "Window hinge spare",
};

/* Whether a word of @name begins with @word. A short one has to be all of it, but for the plural: a card is no car. */
static gboolean
has_word (const char *name,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *found = strstr (name, word); found != NULL; found = strstr (found + 1, word))
    {
      const char *end = found + length;

      if (found > name && g_ascii_isalpha (found[-1]))
        continue;

      if (length > 4 || !g_ascii_isalpha (end[*end == 's' ? 1 : 0]))
        return TRUE;
    }

  return FALSE;
}

/**
 * demo_catalog_find:
 * @name: a project's name
 *
 * Finds out what a project's name says its parts are.
 *
 * Returns: (nullable): what draws them, %NULL where the name does not tell
 */
DemoPartsFunc
demo_catalog_find (const char *name)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  lower = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; kinds[i].words[j] != NULL; j++)
        {
          if (has_word (lower, kinds[i].words[j]))
            return kinds[i].draw;
        }
    }

  return NULL;
}

/**
 * demo_catalog_pick:
 * @seed: decides
 *
 * Returns: what draws one kind of parts
 */
DemoPartsFunc
demo_catalog_pick (guint32 seed)
{
  return kinds[seed % G_N_ELEMENTS (kinds)].draw;
}

/**
 * demo_catalog_get_names:
 * @n_names: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_names): project names that tell what their parts are
 */
const char * const *
demo_catalog_get_names (guint *n_names)
{
  g_return_val_if_fail (n_names != NULL, NULL);

  *n_names = G_N_ELEMENTS (names);

  return names;
}
