/* bambu-http.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-http.h"

#include <glib/gi18n-lib.h>

#define MAX_TEXT_LENGTH 200

/**
 * bambu_http_is_loopback:
 * @uri: an address
 *
 * Returns: whether @uri is on this machine
 */
gboolean
bambu_http_is_loopback (GUri *uri)
{
  g_autoptr(GInetAddress) address = NULL;
  const char *host;

  g_return_val_if_fail (uri != NULL, FALSE);

  if (!(host = g_uri_get_host (uri)))
    return FALSE;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;

  address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
is_allowed (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;

  return g_str_equal (scheme, "https") ||
         (g_str_equal (scheme, "http") && bambu_http_is_loopback (uri));
}

/**
 * bambu_http_parse_base:
 * @address: what a host is to be reached at
 * @error: return location for an error
 *
 * Reads the address of a host: `https`, or `http` to this machine; it may have a path, but neither a query nor a user.
 *
 * Returns: (transfer full): the address, its path without a slash at the end, or %NULL with @error set to
 *   %BAMBU_ERROR_BAD_REQUEST
 */
GUri *
bambu_http_parse_base (const char  *address,
                       GError     **error)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !is_allowed (uri) ||
      g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    {
      g_set_error (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                   "“%s” cannot be used as the cloud’s address: it has to start with https:// (or http:// on this "
                   "computer) and a host’s name.",
                   address);
      return NULL;
    }

  path = g_strdup (g_uri_get_path (uri));

  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';

  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                      g_uri_get_port (uri), path, NULL, NULL);
}

/**
 * bambu_http_parse_file:
 * @address: where a file is
 * @error: return location for an error
 *
 * Reads the address of a file: `https`, or `http` to this machine.
 *
 * Returns: (transfer full): the address, or %NULL with @error set to %BAMBU_ERROR_BAD_REQUEST
 */
GUri *
bambu_http_parse_file (const char  *address,
                       GError     **error)
{
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !is_allowed (uri))
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_BAD_REQUEST,
                           _("The file’s address cannot be used: it has to start with https:// (or http:// on this "
                             "computer) and a host’s name."));
      return NULL;
    }

  return g_steal_pointer (&uri);
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) != -1)
    return g_uri_get_port (uri);

  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

/**
 * bambu_http_is_same_origin:
 * @a: an address
 * @b: another
 *
 * Returns: whether scheme, host and port of both are the same
 */
gboolean
bambu_http_is_same_origin (GUri *a,
                           GUri *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         get_port (a) == get_port (b);
}

/**
 * bambu_http_is_redirect:
 * @status: an HTTP status
 *
 * Returns: whether the answer is to be found elsewhere
 */
gboolean
bambu_http_is_redirect (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY ||
         status == SOUP_STATUS_FOUND ||
         status == SOUP_STATUS_SEE_OTHER ||
         status == SOUP_STATUS_TEMPORARY_REDIRECT ||
         status == SOUP_STATUS_PERMANENT_REDIRECT;
}

/**
 * bambu_http_follow:
 * @from: what was asked
 * @location: (nullable): where it said to look
 * @error: return location for an error
 *
 * Where a redirect leads. One that would leave encryption is refused, unless both ends are on this machine.
 *
 * Returns: (transfer full): the address, or %NULL with @error set to %BAMBU_ERROR_PROTOCOL
 */
GUri *
bambu_http_follow (GUri        *from,
                   const char  *location,
                   GError     **error)
{
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (from != NULL, NULL);

  if (location != NULL)
    uri = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !is_allowed (uri) ||
      (g_str_equal (g_uri_get_scheme (uri), "http") && !bambu_http_is_loopback (from)))
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                           _("The cloud sent the request on to an address that is not safe to use."));
      return NULL;
    }

  return g_steal_pointer (&uri);
}

/**
 * bambu_http_get_retry_after:
 * @headers: an answer's headers
 * @now: the time
 *
 * Reads `Retry-After`, seconds or a date. A date is compared with the answer's own `Date` where there is one, which is the clock
 * that it was made by.
 *
 * Returns: how many seconds to wait, 0 or more, or -1 where the header is missing or makes no sense
 */
gint64
bambu_http_get_retry_after (SoupMessageHeaders *headers,
                            GDateTime          *now)
{
  g_autoptr(GDateTime) then = NULL;
  g_autoptr(GDateTime) sent = NULL;
  const char *value;
  const char *date;
  guint64 seconds;
  gint64 microseconds;

  g_return_val_if_fail (headers != NULL, -1);
  g_return_val_if_fail (now != NULL, -1);

  if (!(value = soup_message_headers_get_one (headers, "Retry-After")))
    return -1;

  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &seconds, NULL))
    return (gint64) seconds;

  if (!(then = soup_date_time_new_from_http_string (value)))
    return -1;

  if ((date = soup_message_headers_get_one (headers, "Date")))
    sent = soup_date_time_new_from_http_string (date);

  microseconds = g_date_time_difference (then, sent != NULL ? sent : now);

  return microseconds <= 0 ? 0 : (microseconds + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

/**
 * bambu_http_is_token:
 * @token: (nullable): what a user gave as a token
 *
 * Returns: whether @token can go into a header
 */
gboolean
bambu_http_is_token (const char *token)
{
  if (token == NULL || *token == '\0')
    return FALSE;

  for (const char *p = token; *p != '\0'; p++)
    {
      if (!g_ascii_isgraph (*p))
        return FALSE;
    }

  return TRUE;
}

/* The first byte that says something, or NUL. */
static char
get_first (GBytes *body)
{
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  gsize i = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;

  return i < length ? text[i] : '\0';
}

static gboolean
is_json_text (GBytes *body)
{
  char first = get_first (body);

  return first == '{' || first == '[';
}

/**
 * bambu_http_is_html:
 * @headers: an answer's headers
 * @body: its body
 *
 * Returns: whether the answer is a page for a browser
 */
gboolean
bambu_http_is_html (SoupMessageHeaders *headers,
                    GBytes             *body)
{
  const char *type;

  g_return_val_if_fail (headers != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  if (is_json_text (body))
    return FALSE;

  type = soup_message_headers_get_content_type (headers, NULL);

  if (type != NULL &&
      (g_ascii_strcasecmp (type, "text/html") == 0 || g_ascii_strcasecmp (type, "application/xhtml+xml") == 0))
    return TRUE;

  return get_first (body) == '<';
}

/**
 * bambu_http_is_edge:
 * @status: an answer's status
 * @headers: its headers
 * @body: its body
 *
 * Tells answers of the cloud's edge, which guards it, from those of the cloud itself.
 *
 * Returns: whether the edge refuses this network
 */
gboolean
bambu_http_is_edge (guint               status,
                    SoupMessageHeaders *headers,
                    GBytes             *body)
{
  const char *text;
  gsize length;

  g_return_val_if_fail (headers != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  if (soup_message_headers_get_one (headers, "cf-mitigated"))
    return status == SOUP_STATUS_FORBIDDEN || !is_json_text (body);

  /* The edge puts this on all that passes through it, also on the cloud's own errors. */
  if (status == SOUP_STATUS_SERVICE_UNAVAILABLE && soup_message_headers_get_one (headers, "cf-ray"))
    return !is_json_text (body);

  if (!bambu_http_is_html (headers, body))
    return FALSE;

  if (status == 429)
    return TRUE;

  text = g_bytes_get_data (body, &length);
  length = MIN (length, BAMBU_HTTP_PEEK_BYTES);

  return g_strstr_len (text, length, "Just a moment...") != NULL ||
         g_strstr_len (text, length, "challenges.cloudflare.com") != NULL;
}

/**
 * bambu_http_clean_text:
 * @text: (nullable): what the cloud says, valid UTF-8
 *
 * Makes one line of at most 200 characters of it, without control and formatting characters.
 *
 * Returns: (transfer full) (nullable): the line, or %NULL where nothing is left
 */
char *
bambu_http_clean_text (const char *text)
{
  g_autoptr(GString) line = g_string_new (NULL);
  guint length = 0;
  gboolean space = FALSE;

  if (text == NULL)
    return NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (g_unichar_isspace (c) || type == G_UNICODE_CONTROL)
        {
          space = line->len > 0;
          continue;
        }

      if (type == G_UNICODE_FORMAT || type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE)
        continue;

      if (length >= MAX_TEXT_LENGTH)
        {
          g_string_append (line, "…");
          break;
        }

      if (space)
        {
          g_string_append_c (line, ' ');
          length++;
        }

      g_string_append_unichar (line, c);
      length++;
      space = FALSE;
    }

  if (line->len == 0)
    return NULL;

  return g_strndup (line->str, line->len);
}

/**
 * bambu_http_map_status:
 * @status: an HTTP status that is not a success
 *
 * Returns: the #BambuError that it means where nothing else is known
 */
int
bambu_http_map_status (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_FORBIDDEN:
    case 451:
      return BAMBU_ERROR_FORBIDDEN;

    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return BAMBU_ERROR_NOT_FOUND;

    case SOUP_STATUS_REQUEST_TIMEOUT:
      return BAMBU_ERROR_TIMED_OUT;

    case 429:
      return BAMBU_ERROR_RATE_LIMITED;

    /* Which 401 is a sign-out is for the caller to find out; by itself it is none. */
    case SOUP_STATUS_UNAUTHORIZED:
      return BAMBU_ERROR_SERVER;

    default:
      if (status >= 500 && status <= 599)
        return BAMBU_ERROR_SERVER;

      return status >= 400 && status <= 499 ? BAMBU_ERROR_BAD_REQUEST : BAMBU_ERROR_PROTOCOL;
    }
}

static char *
describe_code (int    code,
               guint  status,
               gint64 retry_after)
{
  const int seconds = (int) MIN (retry_after, G_MAXINT);

  switch (code)
    {
    case BAMBU_ERROR_SIGNED_OUT:
      return g_strdup (_("The sign-in is no longer valid. Sign in again."));

    case BAMBU_ERROR_WRONG_CODE:
      return g_strdup (_("This code is not the right one. Check it and try again."));

    case BAMBU_ERROR_EXPIRED_CODE:
      return g_strdup (_("This code has expired. Ask for a new one."));

    case BAMBU_ERROR_WRONG_PASSWORD:
      return g_strdup (_("The account or the password is wrong."));

    case BAMBU_ERROR_BLOCKED:
      return g_strdup (_("The cloud is refusing this network for now. Try again later, or from another network."));

    case BAMBU_ERROR_RATE_LIMITED:
      if (retry_after > 0)
        /* Translators: a number of seconds */
        return g_strdup_printf (_("The cloud has had too many requests. Try again in %d s."), seconds);
      return g_strdup (_("The cloud has had too many requests. Try again in a few minutes."));

    case BAMBU_ERROR_FORBIDDEN:
      return g_strdup (_("The cloud does not allow this to your account."));

    case BAMBU_ERROR_NOT_FOUND:
      return g_strdup (_("The cloud has no such thing, or no longer."));

    case BAMBU_ERROR_BAD_REQUEST:
      return g_strdup_printf (_("The cloud did not accept the request (status %u)."), status);

    case BAMBU_ERROR_SERVER:
      if (retry_after > 0)
        /* Translators: a status of HTTP, and a number of seconds */
        return g_strdup_printf (_("The cloud has a problem (status %u). Try again in %d s."), status, seconds);
      return g_strdup_printf (_("The cloud has a problem (status %u). Try again later."), status);

    case BAMBU_ERROR_TIMED_OUT:
      return g_strdup (_("The cloud did not answer in time. Try again."));

    default:
      return g_strdup_printf (_("The cloud’s answer makes no sense (status %u)."), status);
    }
}

/**
 * bambu_http_describe:
 * @code: a #BambuError
 * @status: the HTTP status that it came with
 * @retry_after: how many seconds the cloud asked to wait, or -1
 * @said: (nullable): what the cloud says, cleaned
 *
 * Puts a refusal into sentences for a person, followed by the cloud's own words.
 *
 * Returns: (transfer full): the error
 */
GError *
bambu_http_describe (int         code,
                     guint       status,
                     gint64      retry_after,
                     const char *said)
{
  g_autofree char *sentence = describe_code (code, status, retry_after);

  if (said == NULL)
    return g_error_new_literal (BAMBU_ERROR, code, sentence);

  /* Translators: a sentence on what is wrong, and the cloud's own words on it */
  return g_error_new (BAMBU_ERROR, code, _("%s The cloud says: “%s”"), sentence, said);
}

static const char *
describe_certificate (GTlsCertificateFlags problems)
{
  if (problems & G_TLS_CERTIFICATE_EXPIRED)
    return _("Its certificate has expired.");

  if (problems & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _("Its certificate is not valid yet.");

  if (problems & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("Its certificate is for another name.");

  if (problems & G_TLS_CERTIFICATE_REVOKED)
    return _("Its certificate was revoked.");

  if (problems & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("Its certificate was not issued by anyone that this computer trusts.");

  return _("Its certificate is not valid.");
}

/**
 * bambu_http_describe_io:
 * @error: what went wrong between this machine and the host
 * @host: the host's name
 * @problems: what is wrong with the host's certificate
 *
 * Puts a failure of the network into a sentence for a person. A host that cannot prove to be the right one is
 * %BAMBU_ERROR_PROTOCOL, as is one that does not speak HTTP; all else is %BAMBU_ERROR_OFFLINE.
 *
 * Returns: (transfer full): the error
 */
GError *
bambu_http_describe_io (const GError         *error,
                        const char           *host,
                        GTlsCertificateFlags  problems)
{
  g_autoptr(GError) plain = NULL;

  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (host != NULL, NULL);

  if (problems != 0 || g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return g_error_new (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                        /* Translators: a host, and a sentence on its certificate */
                        _("The connection to %s is not safe. %s Check this computer’s date and its network."),
                        host, describe_certificate (problems));

  if (error->domain == G_TLS_ERROR && !g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return g_error_new (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                        _("No safe connection to %s could be made: %s"), host, error->message);

  if (g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
      g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return g_error_new (BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                        _("The answer of %s cannot be read: %s"), host, error->message);

  /* In a sandbox it is a portal that knows the way. */
  plain = g_error_copy (error);
  g_dbus_error_strip_remote_error (plain);

  return g_error_new (BAMBU_ERROR, BAMBU_ERROR_OFFLINE,
                      _("The cloud cannot be reached at %s: %s"), host, plain->message);
}
