/* bambu-client.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-call.h"
#include "bambu-client-private.h"
#include "bambu-http.h"
#include "bambu-request-private.h"
#include "bambu-secret.h"

/* What the waits between tries grow from. */
#define WAIT_MS 500

struct _BambuClient
{
  GObject       parent_instance;

  BambuRegion   region;
  GUri         *api_uri;
  GUri         *web_uri;
  char         *api_url;
  char         *token;
  GTlsDatabase *tls_database;
  SoupSession  *session;
  BambuLimits   limits;
  guint         wait_ms;
};

G_DEFINE_FINAL_TYPE (BambuClient, bambu_client, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (BambuRegion, bambu_region,
                    G_DEFINE_ENUM_VALUE (BAMBU_REGION_GLOBAL, "global"),
                    G_DEFINE_ENUM_VALUE (BAMBU_REGION_CHINA, "china"))

enum {
  SIGNED_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_default_url (BambuRegion region,
                 BambuHost   host)
{
  if (region == BAMBU_REGION_CHINA)
    return host == BAMBU_HOST_API ? "https://api.bambulab.cn" : "https://bambulab.cn";

  return host == BAMBU_HOST_API ? "https://api.bambulab.com" : "https://bambulab.com";
}

static GUri *
bambu_client_build_uri (BambuClient  *self,
                        BambuRequest *request)
{
  g_autofree char *path = NULL;
  GUri *base;

  if (bambu_request_get_host (request) == BAMBU_HOST_FILE)
    return g_uri_ref (bambu_request_get_uri (request));

  base = bambu_request_get_host (request) == BAMBU_HOST_API ? self->api_uri : self->web_uri;
  path = g_strconcat (g_uri_get_path (base), bambu_request_get_path (request), NULL);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (base), NULL, g_uri_get_host (base),
                      g_uri_get_port (base), path, bambu_request_get_query (request), NULL);
}

static void
bambu_client_finalize (GObject *object)
{
  BambuClient *self = (BambuClient *) object;

  g_clear_pointer (&self->api_uri, g_uri_unref);
  g_clear_pointer (&self->web_uri, g_uri_unref);
  g_clear_pointer (&self->api_url, g_free);
  g_clear_pointer (&self->token, bambu_secret_free);
  g_clear_object (&self->tls_database);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (bambu_client_parent_class)->finalize (object);
}

static void
bambu_client_class_init (BambuClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_client_finalize;

  /**
   * BambuClient::signed-out:
   * @self: a client
   *
   * The cloud refused the present token: it is expired or revoked. The token is kept until its owner clears it.
   */
  signals[SIGNED_OUT] =
    g_signal_new ("signed-out",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
bambu_client_init (BambuClient *self)
{
  self->limits = bambu_limits_default;
  self->wait_ms = WAIT_MS;
  bambu_client_reconnect (self);

  /* Also after the computer has slept. */
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed", G_CALLBACK (bambu_client_reconnect),
                           self, G_CONNECT_SWAPPED);
}

/**
 * bambu_region_to_string:
 * @region: a region
 *
 * Returns: (transfer none): the region's name, for settings and folders: `global` or `china`
 */
const char *
bambu_region_to_string (BambuRegion region)
{
  return region == BAMBU_REGION_CHINA ? "china" : "global";
}

/**
 * bambu_region_from_string:
 * @string: (nullable): a region's name
 * @region: (out): the region; untouched where there is no such name
 *
 * Returns: whether there is a region of that name
 */
gboolean
bambu_region_from_string (const char  *string,
                          BambuRegion *region)
{
  g_return_val_if_fail (region != NULL, FALSE);

  if (g_strcmp0 (string, "global") == 0)
    *region = BAMBU_REGION_GLOBAL;
  else if (g_strcmp0 (string, "china") == 0)
    *region = BAMBU_REGION_CHINA;
  else
    return FALSE;

  return TRUE;
}

static const char *
get_override (const char *url,
              const char *variable)
{
  if (url == NULL)
    url = g_getenv (variable);

  return url != NULL && *url != '\0' ? url : NULL;
}

/**
 * bambu_client_new:
 * @region: which of the clouds
 * @api_url: (nullable): where its API is, or %NULL for `PLATEN_API_URL` or the region's own
 * @web_url: (nullable): where its web origin is, or %NULL for `PLATEN_WEB_URL` or, where the API is not at the region's own
 *   host, the same as that, or the region's own
 * @error: return location for an error
 *
 * Makes a client, which nobody is signed in to. Use it in the thread that made it.
 *
 * Returns: (transfer full): the client, or %NULL with @error set to %BAMBU_ERROR_BAD_REQUEST where an address is
 *   neither `https` nor `http` to this machine
 */
BambuClient *
bambu_client_new (BambuRegion   region,
                  const char   *api_url,
                  const char   *web_url,
                  GError      **error)
{
  g_autoptr(BambuClient) self = NULL;

  api_url = get_override (api_url, "PLATEN_API_URL");
  web_url = get_override (web_url, "PLATEN_WEB_URL");

  /* Who stands in for the API stands in for all of the cloud, rather than have codes of its users sent to the vendor. */
  if (web_url == NULL)
    web_url = api_url != NULL ? api_url : get_default_url (region, BAMBU_HOST_WEB);

  if (api_url == NULL)
    api_url = get_default_url (region, BAMBU_HOST_API);

  self = g_object_new (BAMBU_TYPE_CLIENT, NULL);
  self->region = region;

  if (!(self->api_uri = bambu_http_parse_base (api_url, error)) ||
      !(self->web_uri = bambu_http_parse_base (web_url, error)))
    return NULL;

  self->api_url = g_uri_to_string (self->api_uri);

  if (g_str_has_suffix (self->api_url, "/"))
    self->api_url[strlen (self->api_url) - 1] = '\0';

  return g_steal_pointer (&self);
}

/**
 * bambu_client_get_region:
 * @self: a client
 *
 * Returns: which of the clouds @self talks to
 */
BambuRegion
bambu_client_get_region (BambuClient *self)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), BAMBU_REGION_GLOBAL);

  return self->region;
}

/**
 * bambu_client_get_api_url:
 * @self: a client
 *
 * Returns: (transfer none): where the API is, without a slash at the end
 */
const char *
bambu_client_get_api_url (BambuClient *self)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return self->api_url;
}

/**
 * bambu_client_get_token:
 * @self: a client
 *
 * Returns: (transfer none) (nullable): the access token, or %NULL where nobody is signed in
 */
const char *
bambu_client_get_token (BambuClient *self)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return self->token;
}

/**
 * bambu_client_set_token:
 * @self: a client
 * @token: (nullable): an access token, or %NULL for none
 *
 * Signs in or out. It goes to the API's host and to nobody else. Calls that are under way go on with the token that they
 * began with.
 */
void
bambu_client_set_token (BambuClient *self,
                        const char  *token)
{
  char *copy;

  g_return_if_fail (BAMBU_IS_CLIENT (self));

  copy = token != NULL ? g_strstrip (g_strdup (token)) : NULL;
  g_clear_pointer (&self->token, bambu_secret_free);
  self->token = copy;
}

/**
 * bambu_client_set_tls_database:
 * @self: a client
 * @database: (nullable): whom to trust, or %NULL for whom the system trusts
 *
 * Sets which certificates prove that a host is the right one.
 */
void
bambu_client_set_tls_database (BambuClient  *self,
                               GTlsDatabase *database)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (database == NULL || G_IS_TLS_DATABASE (database));

  g_set_object (&self->tls_database, database);
  bambu_client_reconnect (self);
}

/**
 * bambu_client_get_tls_database:
 * @self: a client
 *
 * Returns: (transfer none) (nullable): whom to trust, or %NULL for whom the system trusts
 */
GTlsDatabase *
bambu_client_get_tls_database (BambuClient *self)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);

  return self->tls_database;
}

/**
 * bambu_client_reconnect:
 * @self: a client
 *
 * Makes a new connection for whatever is sent from now on; what is under way stays with the present ones. A connection that
 * died unnoticed, as when the network changed, would otherwise swallow one request after the other.
 */
void
bambu_client_reconnect (BambuClient *self)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  g_clear_object (&self->session);
  self->session = bambu_exchange_create_session ();

  if (self->tls_database != NULL)
    soup_session_set_tls_database (self->session, self->tls_database);
}

/**
 * bambu_client_set_limits:
 * @self: a client
 * @limits: what one exchange may cost
 * @wait_ms: what the waits between tries grow from, in milliseconds
 *
 * Sets what is waited for, and how long.
 */
void
bambu_client_set_limits (BambuClient       *self,
                         const BambuLimits *limits,
                         guint              wait_ms)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
  self->wait_ms = wait_ms;
}

/**
 * bambu_client_get_wait:
 * @self: a client
 * @tries: how often it was tried, 1 or more
 *
 * Returns: how many milliseconds to wait before the next try: twice as many each time, give or take a quarter so that
 *   many clients that failed together do not come back together
 */
guint
bambu_client_get_wait (BambuClient *self,
                       guint        tries)
{
  guint wait;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), 0);
  g_return_val_if_fail (tries > 0, 0);

  wait = self->wait_ms << MIN (tries - 1, 8);

  return wait - wait / 4 + g_random_int_range (0, wait / 2 + 1);
}

/**
 * bambu_client_report_signed_out:
 * @self: a client
 * @token: the token that the cloud refused
 *
 * Tells that @token is no longer valid, unless another has taken its place.
 */
void
bambu_client_report_signed_out (BambuClient *self,
                                const char  *token)
{
  g_return_if_fail (BAMBU_IS_CLIENT (self));

  if (g_strcmp0 (self->token, token) == 0)
    g_signal_emit (self, signals[SIGNED_OUT], 0);
}

/**
 * bambu_client_create_exchange:
 * @self: a client
 * @request: what to ask
 * @token: (nullable): the token to send along
 *
 * Builds what goes over the wire. The one place where the token is put into a request.
 *
 * Returns: (transfer full): an exchange to be sent
 */
BambuExchange *
bambu_client_create_exchange (BambuClient  *self,
                              BambuRequest *request,
                              const char   *token)
{
  g_autoptr(BambuExchange) exchange = NULL;
  g_autoptr(GUri) uri = NULL;
  const char *name;
  const char *value;
  guint position = 0;

  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  uri = bambu_client_build_uri (self, request);
  exchange = bambu_exchange_new (self->session, bambu_request_get_method (request), uri, &self->limits);

  /* A signed address of a file may not stand any further header. */
  if (bambu_request_get_host (request) != BAMBU_HOST_FILE)
    bambu_exchange_add_header (exchange, "Accept", "application/json");

  while (bambu_request_next_header (request, &position, &name, &value))
    bambu_exchange_add_private_header (exchange, name, value);

  if (token != NULL && bambu_request_is_authorised (request))
    {
      char *authorization = g_strconcat ("Bearer ", token, NULL);

      bambu_exchange_add_private_header (exchange, "Authorization", authorization);
      bambu_secret_free (authorization);
    }

  if (bambu_request_get_body (request) != NULL)
    bambu_exchange_set_body (exchange, "application/json", bambu_request_get_body (request));

  return g_steal_pointer (&exchange);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BambuMaking *making = g_task_get_task_data (task);
  gpointer made = bambu_making_make_finish (making, result, &error);

  if (made != NULL)
    g_task_return_pointer (task, made, bambu_making_get_result_free (making));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BambuAnswer) answer = bambu_call_finish (BAMBU_CLIENT (object), result, &error);

  if (answer != NULL)
    bambu_making_make_async (g_task_get_task_data (task), answer, g_task_get_cancellable (task),
                             made_cb, g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * bambu_client_call_async:
 * @self: a client
 * @request: what to ask
 * @make: makes the result of the answer, in a worker thread
 * @make_data: data for @make
 * @make_data_free: (nullable): frees @make_data, in any thread
 * @result_free: frees what @make returns, in any thread, where nobody takes it
 * @cancellable: (nullable): a cancellable
 * @callback: called with the result
 * @user_data: data for @callback
 *
 * The one way that every endpoint goes: sends @request, reads the answer as JSON and lets @make turn it into a result.
 */
void
bambu_client_call_async (BambuClient         *self,
                         BambuRequest        *request,
                         BambuMakeFunc        make,
                         gpointer             make_data,
                         GDestroyNotify       make_data_free,
                         GDestroyNotify       result_free,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  BambuMaking *making;

  g_return_if_fail (BAMBU_IS_CLIENT (self));
  g_return_if_fail (request != NULL);
  g_return_if_fail (make != NULL);
  g_return_if_fail (result_free != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bambu_client_call_async);
  making = bambu_making_new (make, make_data, make_data_free, result_free);
  g_task_set_task_data (task, making, (GDestroyNotify) bambu_making_unref);

  if (!g_str_equal (bambu_request_get_method (request), "GET"))
    bambu_making_allow_nothing (making);

  bambu_call_async (self, request, cancellable, called_cb, g_object_ref (task));
}

/**
 * bambu_client_call_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_client_call_async().
 *
 * Returns: (transfer full): what was made, or %NULL with @error set to a #BambuError or %G_IO_ERROR_CANCELLED
 */
gpointer
bambu_client_call_finish (BambuClient   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
make_text (JsonNode  *root,
           GBytes    *text,
           gpointer   make_data,
           GError   **error)
{
  return g_bytes_ref (text);
}

/**
 * bambu_client_send_async:
 * @self: a client
 * @request: what to ask
 * @cancellable: (nullable): a cancellable
 * @callback: called with the answer
 * @user_data: data for @callback
 *
 * Asks the cloud for its own text.
 */
void
bambu_client_send_async (BambuClient         *self,
                         BambuRequest        *request,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  bambu_client_call_async (self, request, make_text, NULL, NULL, (GDestroyNotify) g_bytes_unref,
                           cancellable, callback, user_data);
}

/**
 * bambu_client_send_finish:
 * @self: a client
 * @result: what the callback got
 * @error: return location for an error
 *
 * Ends bambu_client_send_async().
 *
 * Returns: (transfer full): valid JSON as it came, but for repaired UTF-8, or %NULL with @error set to a #BambuError or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
bambu_client_send_finish (BambuClient   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return bambu_client_call_finish (self, result, error);
}
