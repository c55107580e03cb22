/* bambu-task-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-task.h"

G_BEGIN_DECLS

struct _BambuTask
{
  BambuItem       parent_instance;

  char           *title;
  char           *design_title;
  char           *cover;
  GDateTime      *start_time;
  GDateTime      *end_time;
  int             duration;
  int             estimate;
  double          grams;
  double          meters;
  int             plate_index;
  char           *plate_name;
  char           *device_id;
  char           *device_name;
  char           *device_model;
  char           *profile_id;
  char           *model_id;
  char           *design_id;
  char           *mode;
  char           *bed_type;
  gboolean        use_ams;
  gboolean        repeatable;
  GListStore     *filaments;
  BambuTaskState  state;
  GBytes         *json;
};

G_END_DECLS
