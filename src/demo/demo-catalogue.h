/* demo-catalogue.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-project.h"
#include "demo-random.h"

G_BEGIN_DECLS

/* The account's projects: those that the world begins with, made when they are first looked at, and those that
 * clients make.
 */
typedef struct _DemoCatalogue DemoCatalogue;

DemoCatalogue *demo_catalogue_new            (guint64          seed,
                                              guint            n_projects,
                                              guint            n_models,
                                              gint64           began,
                                              gint64           past);
void           demo_catalogue_free           (DemoCatalogue   *self);

guint          demo_catalogue_get_n_projects (DemoCatalogue   *self);
DemoProject   *demo_catalogue_get_project    (DemoCatalogue   *self,
                                              guint            index);
DemoProject   *demo_catalogue_find_project   (DemoCatalogue   *self,
                                              gint64           id);
DemoProject   *demo_catalogue_find_profile   (DemoCatalogue   *self,
                                              gint64           profile_id,
                                              const char      *model_id,
                                              guint           *profile);
DemoProject   *demo_catalogue_find_upload    (DemoCatalogue   *self,
                                              const char      *ticket);
DemoProject   *demo_catalogue_add_project    (DemoCatalogue   *self,
                                              const char      *name,
                                              gint64           now);
DemoProject   *demo_catalogue_pick_plate     (DemoCatalogue   *self,
                                              DemoRandom      *random,
                                              const DemoModel *model,
                                              gint64           before,
                                              gint64           shortest,
                                              gint64           longest,
                                              guint           *profile,
                                              guint           *plate);

G_END_DECLS
