/* demo-services.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-exchange.h"

G_BEGIN_DECLS

/* A service is a list of routes. */
typedef const DemoRoute *(*DemoService) (guint *n_routes);

extern const DemoService demo_services[];
extern const guint       demo_n_services;

const DemoRoute *demo_sign_in_get_routes         (guint *n_routes);
const DemoRoute *demo_user_service_get_routes    (guint *n_routes);
const DemoRoute *demo_device_service_get_routes  (guint *n_routes);
const DemoRoute *demo_project_service_get_routes (guint *n_routes);
const DemoRoute *demo_slicer_service_get_routes  (guint *n_routes);
const DemoRoute *demo_control_get_routes         (guint *n_routes);

G_END_DECLS
