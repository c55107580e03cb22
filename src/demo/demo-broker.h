/* demo-broker.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A real MQTT broker, Debian's mosquitto, on a port of 127.0.0.1. It ends with the process that started it, in whatever way
 * that ends. A user whose name begins with "u_" hears the printers' reports and may send them requests; every other one
 * may do anything.
 */
typedef struct _DemoBroker DemoBroker;

DemoBroker *demo_broker_new          (void);
void        demo_broker_free         (DemoBroker  *self);
void        demo_broker_set_password (DemoBroker  *self,
                                      const char  *user,
                                      const char  *password);
void        demo_broker_set_tls      (DemoBroker  *self,
                                      const char  *certificate,
                                      const char  *key);
gboolean    demo_broker_start        (DemoBroker  *self,
                                      GError     **error);
void        demo_broker_stop         (DemoBroker  *self);
guint       demo_broker_get_port     (DemoBroker  *self);
char       *demo_broker_dup_url      (DemoBroker  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoBroker, demo_broker_free)

G_END_DECLS
