/* demo-services.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-services.h"

const DemoService demo_services[] = {
  demo_sign_in_get_routes,
  demo_user_service_get_routes,
  demo_device_service_get_routes,
  demo_project_service_get_routes,
  demo_slicer_service_get_routes,
  demo_control_get_routes,
};

const guint demo_n_services = G_N_ELEMENTS (demo_services);
