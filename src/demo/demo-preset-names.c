/* demo-preset-names.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-preset-names.h"

/* A process preset's quality: what its layers are called with a given nozzle. */
typedef struct
{
  guint       nozzle; /* hundredths of a millimetre */
  guint       layer;
  const char *quality;
} Quality;

static const Quality qualities[] = {
  { 40, 8, "Extra Fine" }, { 40, 12, "Fine" }, { 40, 16, "Optimal" }, { 40, 20, "Standard" }, { 40, 24, "Draft" },
  { 40, 28, "Extra Draft" }, { 40, 20, "Strength" }, { 40, 8, "High Quality" }, { 40, 12, "High Quality" },
  { 40, 16, "High Quality" },
  { 20, 6, "Fine" }, { 20, 6, "High Quality" }, { 20, 8, "Extra Fine" }, { 20, 8, "High Quality" },
  { 20, 10, "Standard" }, { 20, 10, "High Quality" }, { 20, 12, "Draft" }, { 20, 14, "Extra Draft" },
  { 60, 18, "Fine" }, { 60, 24, "Optimal" }, { 60, 30, "Standard" }, { 60, 30, "Strength" }, { 60, 36, "Draft" },
  { 60, 42, "Extra Draft" },
  { 80, 24, "Fine" }, { 80, 32, "Optimal" }, { 80, 40, "Standard" }, { 80, 48, "Draft" }, { 80, 56, "Extra Draft" },
};

static const guint nozzles[] = { 40, 20, 60, 80 };

/* The slicer has presets for other makers' printers too; a large world is filled up with these. */
static const char * const other_printers[] = {
  "Creality K1", "Creality K1 Max", "Creality K1C", "Creality Ender-3 V3 KE", "Creality Ender-3 V3 SE",
  "Creality Ender-3 V2", "Creality Ender-3 S1", "Creality Ender-5 Plus", "Creality CR-10 Max", "Creality CR-6 SE",
  "Prusa MK3S", "Prusa MK4", "Prusa MINI", "Prusa XL", "Voron 0.1", "Voron 2.4 250", "Voron 2.4 300", "Voron 2.4 350",
  "Voron Trident 250", "Voron Trident 300", "Voron Trident 350", "Voron Switchwire 250", "Anycubic Kobra",
  "Anycubic Kobra 2", "Anycubic Kobra 2 Max", "Anycubic Kobra 2 Plus", "Anycubic Vyper", "Anycubic Chiron",
  "AnkerMake M5", "AnkerMake M5C", "Elegoo Neptune 4", "Elegoo Neptune 4 Pro", "Elegoo Neptune 4 Plus",
  "Elegoo Neptune 4 Max", "Elegoo Neptune 3 Pro", "QIDI X-Max 3", "QIDI X-Plus 3", "QIDI X-Smart 3", "Sovol SV06",
  "Sovol SV07",
};

typedef struct
{
  DemoPresetType  type;
  const char     *name;
  const char     *base_id;
  const char     *inherits;
  const char     *filament_id; /* only a filament's */
} OwnPreset;

/* What the account's owner keeps, a dozen in all. */
static const OwnPreset own_presets[] = {
  { DEMO_PRESET_PRINT, "# 0.20mm Standard – quiet night", "GP004", "0.20mm Standard @BBL X1C", NULL },
  { DEMO_PRESET_PRINT, "0.16mm Figurines, tree supports", "GP003", "0.16mm Optimal @BBL X1C", NULL },
  { DEMO_PRESET_PRINT, "0.28mm Vase", "GP006", "0.28mm Extra Draft @BBL X1C", NULL },
  { DEMO_PRESET_PRINT, "0.20mm Brackets, 6 walls", "GP007", "0.20mm Strength @BBL X1C", NULL },
  { DEMO_PRESET_PRINT, "0.12mm Lithophane", "GP002", "0.12mm Fine @BBL X1C", NULL },
  { DEMO_PRESET_PRINTER, "Workshop X1C, hardened 0.4", "GM001", "Bambu Lab X1 Carbon 0.4 nozzle", NULL },
  { DEMO_PRESET_PRINTER, "Attic P1S with exhaust", "GM002", "Bambu Lab P1S 0.4 nozzle", NULL },
  { DEMO_PRESET_FILAMENT, "Fillamentum PLA Extrafill @Bambu Lab X1 Carbon 0.4 nozzle", "GFSL99", "Generic PLA", "Pc628b24" },
  { DEMO_PRESET_FILAMENT, "Prusament PETG Jet Black", "GFSG99", "Generic PETG", "P4d1e09a" },
  { DEMO_PRESET_FILAMENT, "eSUN PLA+ cold white (tuned)", "GFSL03", "eSUN PLA+ @BBL X1C", "P8f03b7c" },
  { DEMO_PRESET_FILAMENT, "NinjaFlex 85A", "GFSU99", "Generic TPU", "Pa2b6190" },
  { DEMO_PRESET_FILAMENT, "Recycled PLA, third run", "GFSL99", "Generic PLA", "P5e77d21" },
};

static char *
make_suffix (const char *tag,
             const char *at,
             guint       nozzle)
{
  if (nozzle == 40)
    return tag != NULL ? g_strconcat (at, tag, NULL) : g_strdup ("");

  return g_strdup_printf ("%s%s%s0.%u nozzle", at, tag != NULL ? tag : "", tag != NULL ? " " : "", nozzle / 10);
}

/* The printer that a preset is for: one of the vendor's own first, then others. */
static void
set_printer (DemoPreset *preset,
             guint       index)
{
  const DemoModel *models;
  guint n_models;

  models = demo_model_get_all (&n_models);
  if (index < n_models)
    preset->model = &models[index];

  preset->printer = g_strdup (index < n_models ? models[index].preset
                                               : other_printers[(index - n_models) % G_N_ELEMENTS (other_printers)]);
}

static char *
make_printer_suffix (DemoPreset *preset)
{
  if (preset->model != NULL)
    return make_suffix (preset->model->tag, " @BBL ", preset->nozzle);

  return make_suffix (preset->printer, " @", preset->nozzle);
}

/* First every printer with its usual nozzle, then with the others, so that a small world knows all printers. */
static gboolean
make_process (DemoPreset *preset,
              guint       index)
{
  const guint n_usual = 10;
  guint n_models;
  guint n_printers;
  guint n_others = G_N_ELEMENTS (qualities) - n_usual;
  const Quality *quality;
  g_autofree char *suffix = NULL;

  demo_model_get_all (&n_models);
  n_printers = n_models + G_N_ELEMENTS (other_printers);

  if (index < n_models * n_usual)
    {
      quality = &qualities[index % n_usual];
      set_printer (preset, index / n_usual);
    }
  else if ((index -= n_models * n_usual) < n_models * n_others)
    {
      quality = &qualities[n_usual + index % n_others];
      set_printer (preset, index / n_others);
    }
  else
    {
      index -= n_models * n_others;
      quality = &qualities[index % G_N_ELEMENTS (qualities)];
      if (index / G_N_ELEMENTS (qualities) + n_models >= n_printers)
        return FALSE;

      set_printer (preset, n_models + index / G_N_ELEMENTS (qualities));
    }

  preset->nozzle = quality->nozzle;
  preset->layer = quality->layer;
  suffix = make_printer_suffix (preset);
  preset->name = g_strdup_printf ("0.%02umm %s%s", quality->layer, quality->quality, suffix);

  return TRUE;
}

static gboolean
make_printer (DemoPreset *preset,
              guint       index)
{
  guint n_models;

  demo_model_get_all (&n_models);
  if (index < n_models)
    {
      preset->nozzle = 40;
      set_printer (preset, index);
    }
  else if ((index -= n_models) < n_models * 3)
    {
      preset->nozzle = nozzles[1 + index % 3];
      set_printer (preset, index / 3);
    }
  else
    {
      index -= n_models * 3;
      if (index / 4 >= G_N_ELEMENTS (other_printers))
        return FALSE;

      preset->nozzle = nozzles[index % 4];
      set_printer (preset, n_models + index / 4);
    }

  preset->name = g_strdup_printf ("%s 0.%u nozzle", preset->printer, preset->nozzle / 10);

  return TRUE;
}

/* The X1 was first: its filament presets are those without a number, and the generic ones do not name it. */
static void
make_filament (DemoPreset *preset,
               guint       index)
{
  const DemoMaterial *materials;
  const guint n_usual = 6;
  g_autofree char *suffix = NULL;
  guint n_materials;
  guint n_models;
  guint machine;
  guint round = 0;

  demo_model_get_all (&n_models);
  materials = demo_material_get_all (&n_materials);

  if (index < n_materials * n_usual)
    {
      preset->material = &materials[index / n_usual];
      machine = index % n_usual;
      preset->nozzle = 40;
    }
  else
    {
      index -= n_materials * n_usual;
      preset->material = &materials[index % n_materials];
      round = index / n_materials;
      machine = round / 3 % (n_models + G_N_ELEMENTS (other_printers));
      preset->nozzle = nozzles[1 + round % 3];
    }

  set_printer (preset, machine);
  preset->filament_id = g_strdup (preset->material->filament_id);
  preset->setting_id = machine == 0 && preset->nozzle == 40
                         ? g_strdup_printf ("GFS%s", preset->filament_id + 2)
                         : g_strdup_printf ("GFS%s_%02u", preset->filament_id + 2,
                                            preset->nozzle == 40 ? machine - 1 : n_usual - 1 + round);

  if (machine == 0 && g_str_equal (preset->material->vendor, "Generic"))
    suffix = make_suffix (NULL, " @", preset->nozzle);
  else
    suffix = make_printer_suffix (preset);
  preset->name = g_strconcat (preset->material->name, suffix, NULL);
}

static void
fill_public (GPtrArray *presets,
             guint      n_presets)
{
  guint n_wanted[DEMO_N_PRESET_TYPES];
  guint n_left = n_presets;

  n_wanted[DEMO_PRESET_PRINT] = n_presets * 32 / 100;
  n_wanted[DEMO_PRESET_PRINTER] = n_presets * 7 / 100;

  for (guint i = 0; i < n_wanted[DEMO_PRESET_PRINT] + n_wanted[DEMO_PRESET_PRINTER]; i++)
    {
      gboolean is_process = i < n_wanted[DEMO_PRESET_PRINT];
      guint index = is_process ? i : i - n_wanted[DEMO_PRESET_PRINT];
      g_autoptr(DemoPreset) preset = demo_preset_new (is_process ? DEMO_PRESET_PRINT : DEMO_PRESET_PRINTER, TRUE);

      if (!(is_process ? make_process (preset, index) : make_printer (preset, index)))
        continue;

      preset->setting_id = g_strdup_printf (is_process ? "GP%03u" : "GM%03u", index + 1);
      g_ptr_array_add (presets, g_steal_pointer (&preset));
      n_left--;
    }

  for (guint i = 0; i < n_left; i++)
    {
      g_autoptr(DemoPreset) preset = demo_preset_new (DEMO_PRESET_FILAMENT, TRUE);

      make_filament (preset, i);
      g_ptr_array_add (presets, g_steal_pointer (&preset));
    }
}

static const DemoMaterial *
find_material (const char *base_id)
{
  const DemoMaterial *materials;
  guint n_materials;

  materials = demo_material_get_all (&n_materials);
  for (guint i = 0; i < n_materials; i++)
    {
      if (g_str_has_prefix (base_id, "GFS") && g_str_equal (base_id + 3, materials[i].filament_id + 2))
        return &materials[i];
    }

  return NULL;
}

/**
 * demo_preset_names_fill:
 * @presets: (element-type DemoPreset): where to add the presets
 * @seed: the world's seed
 * @n_presets: how many, in all
 *
 * Makes the presets that the world begins with, the vendor's first. Those of the user's own come without an id.
 */
void
demo_preset_names_fill (GPtrArray *presets,
                        guint64    seed,
                        guint      n_presets)
{
  guint n_own;

  g_return_if_fail (presets != NULL);

  n_own = MIN (G_N_ELEMENTS (own_presets), n_presets / 3);
  fill_public (presets, n_presets - n_own);

  for (guint i = 0; i < presets->len; i++)
    {
      DemoPreset *preset = g_ptr_array_index (presets, i);

      preset->version = g_strdup_printf ("02.%02" G_GUINT64_FORMAT ".00.%02u", seed % 4, i % 7 + 13);
    }

  for (guint i = 0; i < n_own; i++)
    {
      const OwnPreset *own = &own_presets[i * G_N_ELEMENTS (own_presets) / n_own];
      DemoPreset *preset = demo_preset_new (own->type, FALSE);

      preset->name = g_strdup (own->name);
      preset->version = g_strdup ("2.0.0.13");
      preset->base_id = g_strdup (own->base_id);
      preset->inherits = g_strdup (own->inherits);
      preset->filament_id = g_strdup (own->filament_id);
      if (own->type == DEMO_PRESET_FILAMENT)
        preset->material = find_material (own->base_id);
      g_ptr_array_add (presets, preset);
    }
}
