/* demo-model.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A kind of printer. */
typedef struct
{
  const char *code;     /* dev_model_name */
  const char *product;  /* dev_product_name */
  const char *preset;   /* what the slicer's printer presets call it */
  const char *tag;      /* what stands after @BBL in the names of presets */
  const char *task;     /* deviceModel */
  const char *serial;   /* how its serial numbers begin */
  const char *structure;
  const char *firmware; /* what it runs */
  const char *update;   /* what it could run, NULL where it is up to date */
  guint       bed;      /* mm, both ways */
  guint       height;   /* mm */
} DemoModel;

const DemoModel *demo_model_get_all (guint *n_models);

G_END_DECLS
