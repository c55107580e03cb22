/* platen-demo-cloud.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLATEN_TYPE_DEMO_CLOUD (platen_demo_cloud_get_type ())

/* The stand-in cloud, as a child process. It goes when this object goes, and also when this program is killed. */
G_DECLARE_FINAL_TYPE (PlatenDemoCloud, platen_demo_cloud, PLATEN, DEMO_CLOUD, GObject)

PlatenDemoCloud *platen_demo_cloud_new          (void);
void             platen_demo_cloud_start_async  (PlatenDemoCloud      *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean         platen_demo_cloud_start_finish (PlatenDemoCloud      *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
const char      *platen_demo_cloud_get_url      (PlatenDemoCloud      *self);
const char      *platen_demo_cloud_get_mqtt_url (PlatenDemoCloud      *self);

G_END_DECLS
