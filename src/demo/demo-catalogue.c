/* demo-catalogue.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-catalogue.h"

#define DAY 86400

/* Ids fall into steps, newer things having higher ones, so that a project is found from its id alone: what the world
 * begins with lies below the first, what clients make above it.
 */
#define FIRST_ID G_GINT64_CONSTANT (666266555)
#define ID_STEP 4099

/* How many plates somebody thinks of who looks for one to print. */
#define MAX_CHOICES 48

struct _DemoCatalogue
{
  guint64    seed;
  guint      n_listed;
  guint      n_models;
  gint64     today;    /* when the newest was made at the latest */
  gint64     room;     /* seconds from one to the next */
  GPtrArray *projects; /* of DemoProject, %NULL for those that nobody has looked at, the newest first */
  GPtrArray *uploads;  /* of DemoProject, the oldest first */
};

static void
free_project (gpointer data)
{
  if (data != NULL)
    demo_project_free (data);
}

/**
 * demo_catalogue_new:
 * @seed: the world's seed
 * @n_projects: how many projects the account lists
 * @n_models: for how many kinds of printers it slices
 * @began: when the world began, in seconds since the epoch
 * @past: how far back the projects reach, in seconds
 *
 * Returns: (transfer full): a catalogue
 */
DemoCatalogue *
demo_catalogue_new (guint64 seed,
                    guint   n_projects,
                    guint   n_models,
                    gint64  began,
                    gint64  past)
{
  DemoCatalogue *self = g_new0 (DemoCatalogue, 1);

  self->seed = seed;
  self->n_listed = n_projects;
  self->n_models = n_models;
  self->today = began / DAY * DAY;
  self->projects = g_ptr_array_new_with_free_func (free_project);
  self->uploads = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_project_free);

  /* Something is printed also where there are no projects to be listed. */
  g_ptr_array_set_size (self->projects, (int) MAX (n_projects, 1));
  self->room = past / self->projects->len;

  return self;
}

/**
 * demo_catalogue_free:
 * @self: (transfer full): a catalogue
 *
 * Frees a catalogue with its projects.
 */
void
demo_catalogue_free (DemoCatalogue *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->uploads);
  g_ptr_array_unref (self->projects);
  g_free (self);
}

static DemoProject *
ensure_project (DemoCatalogue *self,
                guint          index)
{
  DemoProject *project = g_ptr_array_index (self->projects, index);

  if (project == NULL)
    {
      DemoRandom random;
      gint64 age;
      gint64 id;

      demo_random_init (&random, self->seed, "catalogue", index);
      age = index * self->room + (gint64) ((double) self->room * (0.05 + 0.9 * demo_random_unit (&random)));
      id = FIRST_ID - (gint64) index * ID_STEP - 1 - demo_random_below (&random, ID_STEP - 9);
      project = demo_project_new (self->seed, self->n_models, index, id, self->today - age);
      self->projects->pdata[index] = project;
    }

  return project;
}

/**
 * demo_catalogue_get_n_projects:
 * @self: a catalogue
 *
 * Returns: how many projects the account lists
 */
guint
demo_catalogue_get_n_projects (DemoCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->uploads->len + self->n_listed;
}

/**
 * demo_catalogue_get_project:
 * @self: a catalogue
 * @index: which project, the newest being 0
 *
 * Returns: (transfer none): the project
 */
DemoProject *
demo_catalogue_get_project (DemoCatalogue *self,
                            guint          index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < demo_catalogue_get_n_projects (self), NULL);

  if (index < self->uploads->len)
    return g_ptr_array_index (self->uploads, self->uploads->len - 1 - index);

  return ensure_project (self, index - self->uploads->len);
}

static DemoProject *
find_near (DemoCatalogue *self,
           gint64         id)
{
  gint64 index;

  if (id >= FIRST_ID)
    {
      index = (id - FIRST_ID) / ID_STEP;
      return index < self->uploads->len ? g_ptr_array_index (self->uploads, index) : NULL;
    }

  index = (FIRST_ID - 1 - id) / ID_STEP;

  return index >= 0 && index < self->projects->len ? ensure_project (self, (guint) index) : NULL;
}

/**
 * demo_catalogue_find_project:
 * @self: a catalogue
 * @id: a project's id
 *
 * Returns: (transfer none) (nullable): the project of that id
 */
DemoProject *
demo_catalogue_find_project (DemoCatalogue *self,
                             gint64         id)
{
  DemoProject *project;

  g_return_val_if_fail (self != NULL, NULL);

  project = find_near (self, id);

  return project != NULL && project->id == id ? project : NULL;
}

/**
 * demo_catalogue_find_profile:
 * @self: a catalogue
 * @profile_id: a profile's id
 * @model_id: (nullable): the model that it has to belong to
 * @profile: (out): which profile of the project, from 0
 *
 * Returns: (transfer none) (nullable): the project that has the profile
 */
DemoProject *
demo_catalogue_find_profile (DemoCatalogue *self,
                             gint64         profile_id,
                             const char    *model_id,
                             guint         *profile)
{
  DemoProject *project;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);

  project = find_near (self, profile_id - demo_project_get_first_profile_id (0));
  if (project == NULL || g_strcmp0 (project->model_id, model_id) != 0)
    return NULL;

  for (*profile = 0; *profile < project->n_profiles; (*profile)++)
    {
      if (project->profiles[*profile].id == profile_id)
        return project;
    }

  return NULL;
}

/**
 * demo_catalogue_find_upload:
 * @self: a catalogue
 * @ticket: (nullable): what a client was given with its new project
 *
 * Returns: (transfer none) (nullable): the project that @ticket was given for
 */
DemoProject *
demo_catalogue_find_upload (DemoCatalogue *self,
                            const char    *ticket)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->uploads->len; i++)
    {
      DemoProject *project = g_ptr_array_index (self->uploads, i);

      if (g_strcmp0 (project->upload_ticket, ticket) == 0)
        return project;
    }

  return NULL;
}

/**
 * demo_catalogue_add_project:
 * @self: a catalogue
 * @name: what it is called
 * @now: when it is made, in seconds since the epoch
 *
 * Makes a project as a client does, before its file arrives.
 *
 * Returns: (transfer none): the project
 */
DemoProject *
demo_catalogue_add_project (DemoCatalogue *self,
                            const char    *name,
                            gint64         now)
{
  guint serial;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  serial = self->uploads->len;
  g_ptr_array_add (self->uploads,
                   demo_project_new_uploaded (self->seed, serial, FIRST_ID + (gint64) serial * ID_STEP, name, now));

  return g_ptr_array_index (self->uploads, serial);
}

/* What a plate is rated that was sliced for the printer and takes as long as it should. */
#define BEST_RATING 5

/* How well a plate suits: above all it is to be for the printer, then not to take too long. */
static guint
rate (const DemoProfile *profile,
      const DemoPlate   *plate,
      const DemoModel   *model,
      gint64             shortest,
      gint64             longest)
{
  guint rating = profile->model == model ? 3 : 0;

  if (plate->prediction <= longest)
    rating += plate->prediction >= shortest ? 2 : 1;

  return rating;
}

/**
 * demo_catalogue_pick_plate:
 * @self: a catalogue
 * @random: where the choice comes from
 * @model: what it is to be printed on
 * @before: when the project must have been there, in seconds since the epoch
 * @shortest: how long the print should take at least, in seconds
 * @longest: how long it may take, in seconds
 * @profile: (out): which profile of the project, from 0
 * @plate: (out): which plate of that profile, from 0
 *
 * Chooses what somebody prints: what suits best of a number of plates.
 *
 * Returns: (transfer none): the project
 */
DemoProject *
demo_catalogue_pick_plate (DemoCatalogue   *self,
                           DemoRandom      *random,
                           const DemoModel *model,
                           gint64           before,
                           gint64           shortest,
                           gint64           longest,
                           guint           *profile,
                           guint           *plate)
{
  DemoProject *best = NULL;
  guint best_rating = 0;
  gint64 newest;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (random != NULL && profile != NULL && plate != NULL, NULL);

  newest = before >= self->today ? 0 : (self->today - before) / MAX (self->room, 1) + 1;
  newest = MIN (newest, self->projects->len - 1);

  for (guint i = 0; i < MAX_CHOICES && best_rating < BEST_RATING; i++)
    {
      guint choice = (guint) newest + demo_random_below (random, self->projects->len - (guint) newest);
      DemoProject *project = ensure_project (self, choice);
      guint which = demo_random_below (random, project->n_profiles);
      guint index = demo_random_below (random, project->profiles[which].n_plates);
      guint rating = rate (&project->profiles[which], &project->profiles[which].plates[index], model, shortest, longest);

      if (best == NULL || rating > best_rating)
        {
          best = project;
          best_rating = rating;
          *profile = which;
          *plate = index;
        }
    }

  return best;
}
