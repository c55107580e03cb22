/* platen-temperature-graph.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "platen-temperature-log.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_TEMPERATURE_GRAPH (platen_temperature_graph_get_type ())

/* The temperatures of a printer in the last hour as curves, with a scale. */
G_DECLARE_FINAL_TYPE (PlatenTemperatureGraph, platen_temperature_graph, PLATEN, TEMPERATURE_GRAPH, GtkWidget)

GtkWidget *platen_temperature_graph_new       (void);
void       platen_temperature_graph_set_log   (PlatenTemperatureGraph *self,
                                               PlatenTemperatureLog   *log);
void       platen_temperature_graph_get_color (PlatenTemperature       temperature,
                                               GdkRGBA                *color);

G_END_DECLS
