/* bambu-live-place.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-live-private.h"

#include <glib/gi18n-lib.h>

#include "bambu-client-private.h"
#include "bambu-error.h"
#include "bambu-http.h"

#define TLS_PORT 8883
#define PLAIN_PORT 1883

/* Waits double up to this. */
#define MAX_WAIT_MS (2 * 60 * 1000)

/* Without a network it is hardly worth trying. */
#define OFFLINE_WAIT_MS (60 * 1000)

static const char *
get_default_url (BambuClient *client)
{
  const gboolean is_china = bambu_client_get_region (client) == BAMBU_REGION_CHINA;
  const char *api_url = is_china ? "https://api.bambulab.cn" : "https://api.bambulab.com";

  /* A token of a stand-in is none of the vendor's business. */
  if (!g_str_equal (bambu_client_get_api_url (client), api_url))
    return NULL;

  return is_china ? "mqtts://cn.mqtt.bambulab.com" : "mqtts://us.mqtt.bambulab.com";
}

/* The file of whom a client trusts, where that is not whom the system trusts. */
static char *
dup_authorities (BambuClient *client)
{
  GTlsDatabase *database = bambu_client_get_tls_database (client);
  char *path = NULL;

  if (G_IS_TLS_FILE_DATABASE (database))
    g_object_get (database, "anchors", &path, NULL);

  return path;
}

static gboolean
is_usable (GUri *uri)
{
  const char *scheme;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;

  scheme = g_uri_get_scheme (uri);

  return g_str_equal (scheme, "mqtts") || (g_str_equal (scheme, "mqtt") && bambu_http_is_loopback (uri));
}

/**
 * bambu_live_place_read:
 * @place: (out caller-allocates): where the broker is
 * @client: who talks to the same cloud by HTTP
 * @url: (nullable): its address; %NULL for `PLATEN_MQTT_URL` or, where that is unset, the region's own
 * @error: return location for an error
 *
 * Tells where to get live reports from.
 *
 * Returns: whether there are any; if not, @error is set to %BAMBU_ERROR_NOT_FOUND where the cloud has none, or to
 *   %BAMBU_ERROR_BAD_REQUEST where the address is neither `mqtts` nor `mqtt` to this machine
 */
gboolean
bambu_live_place_read (BambuLivePlace  *place,
                       BambuClient     *client,
                       const char      *url,
                       GError         **error)
{
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (place != NULL, FALSE);
  g_return_val_if_fail (BAMBU_IS_CLIENT (client), FALSE);

  if (url == NULL)
    url = g_getenv ("PLATEN_MQTT_URL");

  if (url == NULL || *url == '\0')
    url = get_default_url (client);

  if (url == NULL)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND, _("This cloud has no live reports."));
      return FALSE;
    }

  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  if (!is_usable (uri))
    {
      g_set_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                   _("“%s” cannot be used as the address of live reports: it has to start with mqtts:// (or mqtt:// on "
                     "this computer) and a host’s name."), url);
      return FALSE;
    }

  place->host = g_strdup (g_uri_get_host (uri));
  place->is_tls = g_str_equal (g_uri_get_scheme (uri), "mqtts");
  place->port = place->is_tls ? TLS_PORT : PLAIN_PORT;
  place->authorities = place->is_tls ? dup_authorities (client) : NULL;

  if (g_uri_get_port (uri) > 0)
    place->port = g_uri_get_port (uri);

  return TRUE;
}

/**
 * bambu_live_place_clear:
 * @place: a place
 *
 * Frees what it holds.
 */
void
bambu_live_place_clear (BambuLivePlace *place)
{
  g_return_if_fail (place != NULL);

  g_clear_pointer (&place->host, g_free);
  g_clear_pointer (&place->authorities, g_free);
}

/**
 * bambu_live_place_describe:
 * @place: a place
 * @end: why there is no connection to it
 * @said: (nullable): what else is known of that
 *
 * Returns: (transfer full): the error, with a sentence for a person
 */
GError *
bambu_live_place_describe (const BambuLivePlace *place,
                           BambuLiveEnd          end,
                           const char           *said)
{
  g_return_val_if_fail (place != NULL, NULL);

  switch (end)
    {
    case BAMBU_LIVE_END_REFUSED:
      return g_error_new (BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN,
                          _("The printers’ live reports are refused at %s."), place->host);

    case BAMBU_LIVE_END_UNSAFE:
      return g_error_new (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                          _("The connection to %s is not safe: it cannot prove to be the right host. Check this computer’s "
                            "date and its network."), place->host);

    case BAMBU_LIVE_END_LOST:
    case BAMBU_LIVE_END_RESUMED:
    default:
      if (said == NULL)
        return g_error_new (BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                            _("The connection to the printers’ live reports at %s was lost."), place->host);

      /* Translators: a host, and the reason */
      return g_error_new (BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                          _("The printers’ live reports cannot be reached at %s: %s"), place->host, said);
    }
}

/* What is on this machine takes no network to reach. */
static gboolean
is_offline (const BambuLivePlace *place)
{
  g_autoptr(GUri) uri = g_uri_build (G_URI_FLAGS_NONE, "mqtt", NULL, place->host, -1, "", NULL, NULL);

  return !bambu_http_is_loopback (uri) &&
         !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

/**
 * bambu_live_place_get_wait:
 * @place: a place
 * @wait_ms: what the waits grow from
 * @tries: how often it was tried in vain before
 *
 * Returns: how many milliseconds to wait before the next try: twice as many each time, give or take a quarter so that many
 *   that were thrown out together do not come back together
 */
guint
bambu_live_place_get_wait (const BambuLivePlace *place,
                           guint                 wait_ms,
                           guint                 tries)
{
  guint wait;

  g_return_val_if_fail (place != NULL, 0);

  wait = MIN (wait_ms << MIN (tries, 10), MAX_WAIT_MS);

  if (is_offline (place))
    wait = MAX (wait, OFFLINE_WAIT_MS);

  return wait - wait / 4 + g_random_int_range (0, wait / 2 + 1);
}
