/* demo-server.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-server.h"

#include "demo-services.h"

struct _DemoServer
{
  GObject       parent_instance;

  DemoWorld    *world;
  DemoAccounts *accounts;
  DemoFaults   *faults;
  DemoLive     *live;         /* NULL where there are no live reports */
  DemoLog      *log;
  DemoStore    *store;

  SoupServer   *api_server;
  SoupServer   *store_server;
  guint         port;
  guint         store_port;
  gboolean      is_tls;
};

G_DEFINE_FINAL_TYPE (DemoServer, demo_server, G_TYPE_OBJECT)

static void
demo_server_dispose (GObject *object)
{
  DemoServer *self = DEMO_SERVER (object);

  if (self->api_server != NULL)
    soup_server_disconnect (self->api_server);
  if (self->store_server != NULL)
    soup_server_disconnect (self->store_server);
  g_clear_object (&self->api_server);
  g_clear_object (&self->store_server);

  G_OBJECT_CLASS (demo_server_parent_class)->dispose (object);
}

static void
demo_server_finalize (GObject *object)
{
  DemoServer *self = DEMO_SERVER (object);

  g_clear_pointer (&self->live, demo_live_free);
  g_clear_pointer (&self->store, demo_store_free);
  g_clear_pointer (&self->log, demo_log_free);
  g_clear_pointer (&self->faults, demo_faults_free);
  g_clear_pointer (&self->accounts, demo_accounts_free);
  g_clear_object (&self->world);

  G_OBJECT_CLASS (demo_server_parent_class)->finalize (object);
}

static void
demo_server_class_init (DemoServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = demo_server_dispose;
  object_class->finalize = demo_server_finalize;
}

static void
demo_server_init (DemoServer *self)
{
  self->faults = demo_faults_new ();
  self->log = demo_log_new ();
}

static gboolean
match_path (const char  *pattern,
            const char  *path,
            char       **segment)
{
  const char *star = strchr (pattern, '*');
  gsize head;
  gsize rest;
  gsize length;

  if (star == NULL)
    return g_str_equal (pattern, path);

  head = (gsize) (star - pattern);
  rest = strlen (star + 1);
  length = strlen (path);
  if (length <= head + rest || strncmp (pattern, path, head) != 0 || !g_str_has_suffix (path, star + 1))
    return FALSE;

  *segment = g_strndup (path + head, length - head - rest);
  if (strchr (*segment, '/') == NULL)
    return TRUE;

  g_clear_pointer (segment, g_free);

  return FALSE;
}

static DemoAccount *
find_account (DemoServer   *self,
              DemoExchange *exchange)
{
  const char *authorization = demo_exchange_get_header (exchange, "Authorization");

  if (authorization == NULL || g_ascii_strncasecmp (authorization, "Bearer ", strlen ("Bearer ")) != 0)
    return NULL;

  return demo_accounts_find_by_token (self->accounts, authorization + strlen ("Bearer "));
}

/* Who asks has nothing to say, and who says something says it in JSON. Whether it is the right thing is the handler's to
 * judge.
 */
static gboolean
is_body_right (const DemoRoute *route,
               DemoExchange    *exchange,
               gsize            size)
{
  return size == 0 || (exchange->body != NULL && !g_str_equal (route->method, "GET"));
}

static void
follow_route (DemoServer      *self,
              DemoExchange    *exchange,
              const DemoRoute *route)
{
  g_autoptr(GBytes) body = NULL;

  exchange->account = find_account (self, exchange);
  if (exchange->account == NULL && (route->flags & DEMO_ROUTE_OPEN) == 0)
    {
      demo_exchange_respond_error (exchange, SOUP_STATUS_UNAUTHORIZED, 4, "Please login.");
      return;
    }

  body = soup_message_body_flatten (soup_server_message_get_request_body (exchange->message));
  exchange->body = demo_json_parse (body);
  if (is_body_right (route, exchange, g_bytes_get_size (body)))
    route->handler (exchange);
  else if (g_str_has_prefix (exchange->path, "/v1/iot-service/"))
    demo_exchange_fail_iot (exchange, SOUP_STATUS_BAD_REQUEST, 1, "Invalid input parameters", "Bad request");
  else
    demo_exchange_respond_error (exchange, SOUP_STATUS_BAD_REQUEST, 3, "Invalid parameter.");
}

static void
dispatch (DemoServer   *self,
          DemoExchange *exchange)
{
  const char *method = demo_exchange_get_method (exchange);
  gboolean is_known = FALSE;

  for (guint i = 0; i < demo_n_services; i++)
    {
      guint n_routes;
      const DemoRoute *routes = demo_services[i] (&n_routes);

      for (guint j = 0; j < n_routes; j++)
        {
          g_clear_pointer (&exchange->segment, g_free);
          if (!match_path (routes[j].path, exchange->path, &exchange->segment))
            continue;

          is_known = TRUE;
          if (g_str_equal (routes[j].method, method) ||
              (g_str_equal (method, "HEAD") && g_str_equal (routes[j].method, "GET")))
            {
              follow_route (self, exchange, &routes[j]);
              return;
            }
        }
    }

  demo_exchange_fail (exchange, is_known ? SOUP_STATUS_METHOD_NOT_ALLOWED : SOUP_STATUS_NOT_FOUND);
}

static void
serve (DemoServer   *self,
       DemoExchange *exchange)
{
  if (exchange->is_store)
    demo_store_handle (self->store, exchange);
  else
    dispatch (self, exchange);
}

static void
answer (DemoServer   *self,
        DemoExchange *exchange)
{
  if (exchange->fault != NULL && demo_fault_answers (exchange->fault))
    demo_fault_answer (exchange->fault, exchange);
  else
    serve (self, exchange);

  demo_exchange_release (exchange);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  DemoExchange *exchange = user_data;

  exchange->delay_id = 0;
  answer (exchange->server, exchange);

  return G_SOURCE_REMOVE;
}

static void
finished_cb (SoupServerMessage *message,
             gpointer           user_data)
{
  demo_exchange_end (user_data);
}

static void
unref_exchange (gpointer  data,
                GClosure *closure)
{
  demo_exchange_unref (data);
}

static void
log_request (DemoServer   *self,
             DemoExchange *exchange)
{
  DemoLogEntry *entry = g_new0 (DemoLogEntry, 1);

  entry->method = g_strdup (demo_exchange_get_method (exchange));
  entry->path = g_strdup (exchange->path);
  entry->query = g_strdup (g_uri_get_query (soup_server_message_get_uri (exchange->message)));
  entry->user_agent = g_strdup (demo_exchange_get_header (exchange, "User-Agent"));
  entry->has_token = demo_exchange_get_header (exchange, "Authorization") != NULL;
  entry->is_store = exchange->is_store;
  exchange->serial = demo_log_add (self->log, entry);
}

static void
handle (DemoServer        *self,
        SoupServerMessage *message,
        GHashTable        *query,
        gboolean           is_store)
{
  g_autoptr(DemoExchange) exchange = demo_exchange_new (self, message, query);

  exchange->is_store = is_store;
  g_signal_connect_data (message, "finished", G_CALLBACK (finished_cb), demo_exchange_ref (exchange), unref_exchange, 0);
  demo_exchange_hold (exchange);

  /* Nothing ever goes wrong with the controls, and nobody wants to read about them. */
  if (!is_store && g_str_has_prefix (exchange->path, "/_demo/"))
    {
      exchange->serial = G_MAXUINT64;
      dispatch (self, exchange);
      demo_exchange_release (exchange);
      demo_exchange_return (exchange);
      return;
    }

  log_request (self, exchange);
  exchange->fault = demo_faults_take (self->faults, demo_exchange_get_method (exchange), exchange->path,
                                      g_uri_get_query (soup_server_message_get_uri (message)));
  if (exchange->fault != NULL && exchange->fault->delay_ms > 0)
    exchange->delay_id = g_timeout_add (exchange->fault->delay_ms, delay_over_cb, exchange);
  else
    answer (self, exchange);

  demo_exchange_return (exchange);
}

static void
api_cb (SoupServer        *server,
        SoupServerMessage *message,
        const char        *path,
        GHashTable        *query,
        gpointer           user_data)
{
  handle (DEMO_SERVER (user_data), message, query, FALSE);
}

static void
store_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  handle (DEMO_SERVER (user_data), message, query, TRUE);
}

static SoupServer *
new_soup_server (DemoServer         *self,
                 GTlsCertificate    *certificate,
                 SoupServerCallback  callback)
{
  SoupServer *server = soup_server_new ("tls-certificate", certificate, "raw-paths", TRUE, NULL);

  soup_server_add_handler (server, NULL, callback, self, NULL);

  return server;
}

/**
 * demo_server_new:
 * @world: what the cloud knows
 * @token: (nullable): a token that is accepted from the start
 * @certificate: (nullable): what the server shows to its clients; without one it speaks plain HTTP
 *
 * Returns: (transfer full): a cloud that does not listen yet
 */
DemoServer *
demo_server_new (DemoWorld       *world,
                 const char      *token,
                 GTlsCertificate *certificate)
{
  DemoServer *self;

  g_return_val_if_fail (DEMO_IS_WORLD (world), NULL);
  g_return_val_if_fail (certificate == NULL || G_IS_TLS_CERTIFICATE (certificate), NULL);

  self = g_object_new (DEMO_TYPE_SERVER, NULL);
  self->world = g_object_ref (world);
  self->is_tls = certificate != NULL;
  self->accounts = demo_accounts_new (world, token);
  self->store = demo_store_new (world);
  self->api_server = new_soup_server (self, certificate, api_cb);
  self->store_server = new_soup_server (self, certificate, store_cb);

  return self;
}

static guint
get_port (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  guint port = uris != NULL ? (guint) g_uri_get_port (uris->data) : 0;

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return port;
}

/**
 * demo_server_listen:
 * @self: a #DemoServer
 * @port: where to listen, 0 for wherever there is room
 * @error: where to say why it is not possible
 *
 * Listens on the loopback interface. Pictures and files have a port of their own, the next one if it is free, so that
 * a cloud that is started again is found where it was.
 *
 * Returns: whether the cloud listens
 */
gboolean
demo_server_listen (DemoServer  *self,
                    guint        port,
                    GError     **error)
{
  SoupServerListenOptions options = SOUP_SERVER_LISTEN_IPV4_ONLY;

  g_return_val_if_fail (DEMO_IS_SERVER (self), FALSE);

  if (self->is_tls)
    options |= SOUP_SERVER_LISTEN_HTTPS;

  if (!soup_server_listen_local (self->api_server, port, options, error))
    return FALSE;

  self->port = get_port (self->api_server);
  if ((self->port == G_MAXUINT16 ||
       !soup_server_listen_local (self->store_server, self->port + 1, options, NULL)) &&
      !soup_server_listen_local (self->store_server, 0, options, error))
    return FALSE;

  self->store_port = get_port (self->store_server);

  return TRUE;
}

/**
 * demo_server_start_live:
 * @self: a #DemoServer
 * @error: where to say why there are none
 *
 * Lets the printers report by MQTT, too.
 *
 * Returns: whether they do
 */
gboolean
demo_server_start_live (DemoServer  *self,
                        GError     **error)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), FALSE);
  g_return_val_if_fail (self->live == NULL, FALSE);

  self->live = demo_live_new (self->world, self->accounts);
  if (demo_live_start (self->live, error))
    return TRUE;

  g_clear_pointer (&self->live, demo_live_free);

  return FALSE;
}

/**
 * demo_server_dup_url:
 * @self: a #DemoServer that listens
 *
 * Returns: (transfer full): where the API is, without a slash at the end
 */
char *
demo_server_dup_url (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return g_strdup_printf ("%s://127.0.0.1:%u", self->is_tls ? "https" : "http", self->port);
}

/**
 * demo_server_make_url:
 * @self: a #DemoServer that listens
 * @exchange: who wants to know
 * @path: where something is in the store, with its query
 *
 * Returns: (transfer full): its address, at the host by whose name the client knows the server
 */
char *
demo_server_make_url (DemoServer   *self,
                      DemoExchange *exchange,
                      const char   *path)
{
  const char *host;

  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);
  g_return_val_if_fail (exchange != NULL && path != NULL, NULL);

  host = g_uri_get_host (soup_server_message_get_uri (exchange->message));
  if (g_strcmp0 (host, "localhost") != 0)
    host = "127.0.0.1";

  return g_strdup_printf ("%s://%s:%u%s", self->is_tls ? "https" : "http", host, self->store_port, path);
}

/**
 * demo_server_sign_url:
 * @self: a #DemoServer that listens
 * @exchange: who wants to know
 * @method: "GET" or "PUT"
 * @path: where something is, or will be, in the store
 *
 * Returns: (transfer full): an address that is good for half an hour
 */
char *
demo_server_sign_url (DemoServer   *self,
                      DemoExchange *exchange,
                      const char   *method,
                      const char   *path)
{
  g_autofree char *signed_path = NULL;

  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  signed_path = demo_store_sign (self->store, method, path);

  return demo_server_make_url (self, exchange, signed_path);
}

/**
 * demo_server_get_world:
 * @self: a #DemoServer
 *
 * Returns: (transfer none): what the cloud knows
 */
DemoWorld *
demo_server_get_world (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return self->world;
}

/**
 * demo_server_get_accounts:
 * @self: a #DemoServer
 *
 * Returns: (transfer none): who may sign in
 */
DemoAccounts *
demo_server_get_accounts (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return self->accounts;
}

/**
 * demo_server_get_faults:
 * @self: a #DemoServer
 *
 * Returns: (transfer none): what goes wrong
 */
DemoFaults *
demo_server_get_faults (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return self->faults;
}

/**
 * demo_server_get_live:
 * @self: a #DemoServer
 *
 * Returns: (transfer none) (nullable): what the printers report by MQTT; %NULL where they do not
 */
DemoLive *
demo_server_get_live (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return self->live;
}

/**
 * demo_server_get_log:
 * @self: a #DemoServer
 *
 * Returns: (transfer none): what was asked for
 */
DemoLog *
demo_server_get_log (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return self->log;
}

/**
 * demo_server_get_store:
 * @self: a #DemoServer
 *
 * Returns: (transfer none): where pictures and files are
 */
DemoStore *
demo_server_get_store (DemoServer *self)
{
  g_return_val_if_fail (DEMO_IS_SERVER (self), NULL);

  return self->store;
}
