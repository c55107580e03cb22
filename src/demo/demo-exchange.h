/* demo-exchange.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "demo-accounts.h"
#include "demo-json.h"
#include "demo-world.h"

G_BEGIN_DECLS

typedef struct _DemoFault DemoFault;
typedef struct _DemoServer DemoServer;

/* A request and the answer to it. Reference counted: it may be answered later than its client waits. */
typedef struct
{
  DemoServer        *server;
  SoupServerMessage *message;
  char              *path;
  char              *segment; /* (nullable): what stands in the path where its route has a "*" */
  GHashTable        *query;   /* (nullable): of char * to char * */
  JsonObject        *body;    /* (nullable): where that is a JSON object */
  DemoAccount       *account; /* (nullable): who is signed in */
  gboolean           is_store;
  gboolean           is_raw;  /* the answer goes out as it is, not compressed */
  gboolean           is_over; /* the client has its answer, or has gone */
  DemoFault         *fault;   /* (nullable): what goes wrong */
  guint              n_holds; /* what the answer still waits for */
  gboolean           is_paused;
  guint              delay_id;
  guint64            serial;  /* in the log */
} DemoExchange;

typedef void (*DemoHandler) (DemoExchange *exchange);

typedef enum
{
  DEMO_ROUTE_SIGNED_IN = 0,
  DEMO_ROUTE_OPEN = 1 << 0, /* asks for no token */
} DemoRouteFlags;

/* A path has one segment "*" at most. */
typedef struct
{
  const char     *method;
  const char     *path;
  DemoHandler     handler;
  DemoRouteFlags  flags;
} DemoRoute;

DemoExchange *demo_exchange_new           (DemoServer        *server,
                                           SoupServerMessage *message,
                                           GHashTable        *query);
DemoExchange *demo_exchange_ref           (DemoExchange      *self);
void          demo_exchange_unref         (DemoExchange      *self);
void          demo_exchange_hold          (DemoExchange      *self);
void          demo_exchange_release       (DemoExchange      *self);
void          demo_exchange_return        (DemoExchange      *self);
void          demo_exchange_end           (DemoExchange      *self);

DemoWorld    *demo_exchange_get_world     (DemoExchange      *self);
const char   *demo_exchange_get_method    (DemoExchange      *self);
const char   *demo_exchange_get_query     (DemoExchange      *self,
                                           const char        *name);
gint64        demo_exchange_get_number    (DemoExchange      *self,
                                           const char        *name,
                                           gint64             fallback);
const char   *demo_exchange_get_header    (DemoExchange      *self,
                                           const char        *name);
void          demo_exchange_set_header    (DemoExchange      *self,
                                           const char        *name,
                                           const char        *value);
void          demo_exchange_add_header    (DemoExchange      *self,
                                           const char        *name,
                                           const char        *value);

void          demo_exchange_respond       (DemoExchange      *self,
                                           guint              status,
                                           const char        *content_type,
                                           GBytes            *body);
void          demo_exchange_respond_json  (DemoExchange      *self,
                                           guint              status,
                                           DemoJson          *json);
void          demo_exchange_respond_error (DemoExchange      *self,
                                           guint              status,
                                           int                code,
                                           const char        *error);

void          demo_exchange_fail          (DemoExchange      *self,
                                           guint              status);

/* Answers of iot-service, which begin and fail in a way of their own. */
DemoJson     *demo_exchange_begin_iot     (DemoExchange      *self);
void          demo_exchange_end_iot       (DemoExchange      *self,
                                           DemoJson          *json);
void          demo_exchange_fail_iot      (DemoExchange      *self,
                                           guint              status,
                                           int                code,
                                           const char        *message,
                                           const char        *error);
void          demo_exchange_miss_field    (DemoExchange      *self,
                                           const char        *field);

char         *demo_format_iso_time        (gint64             seconds);
char         *demo_format_iot_time        (gint64             seconds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoExchange, demo_exchange_unref)

G_END_DECLS
