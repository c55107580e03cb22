/* demo-project.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-project.h"

#include "demo-draw.h"
#include "demo-random.h"

#include <math.h>

#define MAX_COLORS 6

/* Ids of projects are so far apart that those of their profiles fit in between. */
#define PROFILE_ID_OFFSET G_GINT64_CONSTANT (-30189223)

typedef struct
{
  const char *type;
  const char *filament_id;
  double      grams_per_metre;
  double      grams_per_hour;
} Material;

static const Material materials[] = {
  { "PLA", "GFA00", 3.03, 17.0 },
  { "PLA", "GFA01", 3.17, 16.0 },
  { "PLA", "GFL99", 2.98, 15.0 },
  { "PETG", "GFG02", 3.05, 18.0 },
  { "PLA-CF", "GFA50", 2.93, 12.0 },
  { "ABS", "GFB00", 2.53, 14.0 },
  { "ASA", "GFB01", 2.53, 14.0 },
  { "TPU", "GFU01", 2.93, 8.0 },
  { "PETG-CF", "GFG50", 3.01, 13.0 },
  { "PC", "GFC00", 2.89, 13.0 },
};

/* Colours that people put together, each list as far as its first 0. */
static const guint32 schemes[][MAX_COLORS] = {
  { 0x00AE42FF, 0x000000FF, 0xFFFFFFFF },
  { 0xFF6A13FF, 0x545454FF, 0xFFFFFFFF, 0x0A2989FF },
  { 0x0086D6FF, 0xF7E6DEFF, 0x0A2989FF },
  { 0x8E9089FF, 0xC12E1FFF, 0x000000FF },
  { 0xFEC600FF, 0x000000FF, 0x9D432CFF, 0xFFFFFFFF },
  { 0x61C680FF, 0xF7D959FF, 0x6F5034FF, 0xE8AFCFFF },
  { 0xDE4343FF, 0xFFFFFFFF, 0x0078BFFF, 0x000000FF },
  { 0xAE96D4FF, 0xE8AFCFFF, 0xA3D8E1FF, 0xFFFFFFFF, 0xF7D959FF },
  { 0xB15533FF, 0xD3B7A7FF, 0x68724DFF },
  { 0xA6A9AAFF, 0x5E43B7FF, 0x00B1B7FF },
  { 0xE4BD68FF, 0x9D2235FF, 0x000000FF },
  { 0x3F8E43FF, 0x6F5034FF, 0xF7E6DEFF, 0xF99963FF, 0xDE4343FF, 0x000000FF },
  { 0x482960FF, 0xEC008CFF, 0x00B1B7FF, 0xFEC600FF },
  { 0xD1D3D5FF, 0x0A2989FF },
  { 0x545454FF, 0xFF6A13FF },
  { 0xF55A74FF, 0xFFFFFFFF, 0x8E9089FF },
};

/* What owners write behind a thing's name when they make it once more. */
static const char * const suffixes[] = {
  " v2", " (remix)", " – larger", " v3", " x4", " (test)", " – final", " v2 (1)", " for Sam", " – thin walls", " 0.16 mm",
  " (no supports)", " v4", " – spare", " – mirrored", " x10",
};

/* project.content is a Python dictionary in a string, or says nothing in one of three ways. */
static const char * const contents[] = {
  "{'printed_plates': [{'plate': 1}]}",
  "null",
  "{}",
  NULL,
  "{'printed_plates': [{'plate': 1}, {'plate': 2}]}",
};

static char *
make_name (guint        index,
           DemoRandom  *random,
           const char **drawing)
{
  const char * const *names;
  guint n_names;
  guint round;

  names = demo_draw_get_names (&n_names);
  round = index / n_names;
  *drawing = names[index % n_names];

  if (round == 0)
    {
      /* As the slicer names a file that was downloaded. */
      if (demo_random_odds (random, 12))
        return g_strdelimit (g_strdup (*drawing), " ", '_');

      return g_strdup (*drawing);
    }

  if (round <= G_N_ELEMENTS (suffixes))
    return g_strconcat (*drawing, suffixes[(round - 1 + index) % G_N_ELEMENTS (suffixes)], NULL);

  return g_strdup_printf ("%s %u", *drawing, round + 1);
}

static void
fill_plate (DemoPlate     *plate,
            DemoRandom    *random,
            const guint32 *colors,
            guint          n_colors,
            const Material *material)
{
  double total = 0;
  double hours;
  double *shares;

  plate->seed = (guint32) demo_random_next (random);
  plate->n_filaments = 1 + demo_random_below (random, n_colors);
  plate->filaments = g_new0 (DemoFilament, plate->n_filaments);

  /* From twenty minutes to most of a day, short ones more often; each change of colour takes its time. */
  hours = 0.35 + 10 * pow (demo_random_unit (random), 2.2);
  hours *= 1 + 0.25 * (plate->n_filaments - 1);
  plate->prediction = (gint64) (hours * 3600) + demo_random_below (random, 60);

  shares = g_newa (double, plate->n_filaments);
  for (guint i = 0; i < plate->n_filaments; i++)
    {
      shares[i] = (i == 0 ? 1.2 : 0.15) + demo_random_unit (random) * 0.8;
      total += shares[i];
    }

  for (guint i = 0; i < plate->n_filaments; i++)
    {
      DemoFilament *filament = &plate->filaments[i];
      double grams = hours * material->grams_per_hour * (0.75 + demo_random_unit (random) * 0.4) * shares[i] / total;

      filament->slot = i + 1;
      filament->type = material->type;
      filament->filament_id = material->filament_id;
      filament->rgba = colors[i];
      filament->grams = MAX (round (grams * 100) / 100, 0.05);
      filament->metres = MAX (round (filament->grams / material->grams_per_metre * 100) / 100, 0.01);
      plate->grams += filament->grams;
    }
}

static void
fill_profile (DemoProfile     *profile,
              DemoRandom      *random,
              const DemoModel *model,
              gint64           create_time)
{
  const guint32 *scheme = schemes[demo_random_below (random, G_N_ELEMENTS (schemes))];
  const Material *material;
  guint n_colors = 0;

  while (n_colors < MAX_COLORS && scheme[n_colors] != 0)
    n_colors++;

  /* Most things are PLA, and what is not is seldom printed in several colours. */
  material = &materials[demo_random_odds (random, 65) ? demo_random_below (random, 3)
                                                      : demo_random_below (random, G_N_ELEMENTS (materials))];
  if (!g_str_equal (material->type, "PLA"))
    n_colors = MIN (n_colors, 2);

  profile->model = model;
  profile->nozzle = demo_random_odds (random, 85) ? 0.4 : demo_random_odds (random, 50) ? 0.6 : 0.2;
  profile->create_time = create_time + demo_random_range (random, 0, 4);
  profile->update_time = profile->create_time + demo_random_range (random, 3, 12);

  profile->n_plates = demo_random_odds (random, 45) ? 1 : 2 + demo_random_below (random, 5);
  profile->plates = g_new0 (DemoPlate, profile->n_plates);
  for (guint i = 0; i < profile->n_plates; i++)
    {
      profile->plates[i].index = i + 1;
      fill_plate (&profile->plates[i], random, scheme, n_colors, material);
    }
}

static DemoProject *
project_new (gint64  id,
             char   *model_id,
             char   *name,
             gint64  create_time,
             guint   n_profiles)
{
  DemoProject *self = g_new0 (DemoProject, 1);

  self->id = id;
  self->model_id = model_id;
  self->name = name;
  self->create_time = create_time;
  self->update_time = create_time;
  self->n_profiles = n_profiles;
  self->profiles = g_new0 (DemoProfile, n_profiles);
  for (guint i = 0; i < n_profiles; i++)
    self->profiles[i].id = demo_project_get_first_profile_id (id) + i;

  return self;
}

/**
 * demo_project_get_first_profile_id:
 * @id: a project's id
 *
 * Returns: the id of its first profile; those of the others follow
 */
gint64
demo_project_get_first_profile_id (gint64 id)
{
  return id + PROFILE_ID_OFFSET;
}

/**
 * demo_project_new:
 * @seed: the world's seed
 * @n_models: for how many kinds of printers the account slices
 * @index: which project, from 0
 * @id: its id
 * @create_time: when it was made, in seconds since the epoch
 *
 * Makes one of the projects that the world begins with.
 *
 * Returns: (transfer full): a project with its profiles and plates
 */
DemoProject *
demo_project_new (guint64 seed,
                  guint   n_models,
                  guint   index,
                  gint64  id,
                  gint64  create_time)
{
  DemoProject *self;
  DemoRandom random;
  const DemoModel *models;
  g_autofree char *hex = NULL;
  const char *drawing;
  guint n_known;
  char *name;

  models = demo_model_get_all (&n_known);
  n_models = CLAMP (n_models, 1, n_known);

  demo_random_init (&random, seed, "project", index);
  hex = demo_random_hex (&random, 14);
  name = make_name (index, &random, &drawing);

  self = project_new (id, g_strconcat ("US", hex, NULL), name, create_time, demo_random_odds (&random, 90) ? 1 : 2);
  self->drawing = drawing;
  self->content = contents[demo_random_below (&random, G_N_ELEMENTS (contents))];
  self->update_time = create_time + demo_random_range (&random, 6, 14);

  for (guint i = 0; i < self->n_profiles; i++)
    {
      fill_profile (&self->profiles[i], &random, &models[demo_random_below (&random, n_models)], create_time);
      self->profiles[i].name = g_strdup (i == 0 ? self->name : "0.20mm layer, 2 walls, 15% infill");
    }

  return self;
}

/**
 * demo_project_new_uploaded:
 * @seed: the world's seed
 * @serial: how many were made before
 * @id: its id
 * @name: what the client calls it
 * @create_time: when it was made, in seconds since the epoch
 *
 * Makes a project as a client does: it has a profile but no plates before demo_project_set_uploaded().
 *
 * Returns: (transfer full): a project
 */
DemoProject *
demo_project_new_uploaded (guint64     seed,
                           guint       serial,
                           gint64      id,
                           const char *name,
                           gint64      create_time)
{
  DemoProject *self;
  DemoRandom random;
  g_autofree char *hex = NULL;
  const char * const *names;
  guint n_names;

  g_return_val_if_fail (name != NULL, NULL);

  demo_random_init (&random, seed, "upload", serial);
  hex = demo_random_hex (&random, 14);
  names = demo_draw_get_names (&n_names);

  self = project_new (id, g_strconcat ("US", hex, NULL), g_strdup (name), create_time, 1);
  self->drawing = names[demo_random_below (&random, n_names)];
  self->upload = DEMO_UPLOAD_AWAITED;
  self->upload_ticket = demo_random_hex (&random, 32);
  self->profiles[0].name = g_strdup (name);
  self->profiles[0].model = demo_model_get_all (&n_names);
  self->profiles[0].nozzle = 0.4;
  self->profiles[0].create_time = create_time;
  self->profiles[0].update_time = create_time;

  return self;
}

/**
 * demo_project_set_uploaded:
 * @self: a project that a client made
 * @seed: the world's seed
 * @update_time: when its file arrived, in seconds since the epoch
 *
 * Gives the project the plates that the cloud finds in an uploaded file.
 */
void
demo_project_set_uploaded (DemoProject *self,
                           guint64      seed,
                           gint64       update_time)
{
  DemoRandom random;

  g_return_if_fail (self != NULL);

  g_return_if_fail (self->upload == DEMO_UPLOAD_READ);

  self->upload = DEMO_UPLOAD_DONE;
  demo_random_init (&random, seed, "plates", (guint64) self->id);
  fill_profile (&self->profiles[0], &random, self->profiles[0].model, self->create_time);
  self->profiles[0].update_time = update_time;
  self->update_time = update_time;
}

/**
 * demo_project_free:
 * @self: (transfer full): a project
 *
 * Frees a project with its profiles and plates.
 */
void
demo_project_free (DemoProject *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_profiles; i++)
    {
      for (guint j = 0; j < self->profiles[i].n_plates; j++)
        g_free (self->profiles[i].plates[j].filaments);
      g_free (self->profiles[i].plates);
      g_free (self->profiles[i].name);
    }

  g_free (self->profiles);
  g_free (self->model_id);
  g_free (self->name);
  g_free (self->upload_ticket);
  g_free (self->upload_path);
  g_free (self);
}
