/* demo-project.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-model.h"

G_BEGIN_DECLS

typedef struct
{
  guint       slot;        /* of the slicer's list, from 1 */
  const char *type;        /* "PLA" */
  const char *filament_id; /* "GFA00" */
  guint32     rgba;
  double      grams;
  double      metres;
} DemoFilament;

typedef struct
{
  guint         index;      /* from 1 */
  guint32       seed;       /* of its picture */
  gint64        prediction; /* seconds */
  double        grams;
  DemoFilament *filaments;
  guint         n_filaments;
} DemoPlate;

typedef struct
{
  gint64           id;
  char            *name;
  const DemoModel *model;
  double           nozzle; /* mm */
  gint64           create_time;
  gint64           update_time;
  DemoPlate       *plates;
  guint            n_plates;
} DemoProfile;

/* How far the cloud is with the file of a project that a client made. */
typedef enum
{
  DEMO_UPLOAD_NONE,     /* there never was one to wait for */
  DEMO_UPLOAD_AWAITED,
  DEMO_UPLOAD_ANNOUNCED, /* the client says that it is there */
  DEMO_UPLOAD_READ,     /* the cloud is reading it */
  DEMO_UPLOAD_DONE,
} DemoUpload;

/* What a client makes has no plates before its file has been read. */
typedef struct
{
  gint64       id;
  char        *model_id;
  char        *name;
  const char  *drawing;     /* the name that its pictures are drawn for */
  const char  *content;     /* (nullable) as the cloud has it */
  DemoUpload   upload;
  char        *upload_ticket; /* (nullable) */
  char        *upload_path; /* (nullable) where in the store the client puts its file */
  gint64       create_time; /* seconds since the epoch, in the world */
  gint64       update_time;
  DemoProfile *profiles;
  guint        n_profiles;
} DemoProject;

DemoProject *demo_project_new                  (guint64      seed,
                                                guint        n_models,
                                                guint        index,
                                                gint64       id,
                                                gint64       create_time);
DemoProject *demo_project_new_uploaded         (guint64      seed,
                                                guint        serial,
                                                gint64       id,
                                                const char  *name,
                                                gint64       create_time);
void         demo_project_set_uploaded         (DemoProject *self,
                                                guint64      seed,
                                                gint64       update_time);
void         demo_project_free                 (DemoProject *self);

gint64       demo_project_get_first_profile_id (gint64       id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoProject, demo_project_free)

G_END_DECLS
