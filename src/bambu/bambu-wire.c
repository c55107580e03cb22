/* bambu-wire.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-wire.h"

#include <glib/gi18n-lib.h>

#include "bambu-exchange.h"
#include "bambu-http.h"

#define MAX_REDIRECTS 5

/* Seconds without a byte. A file may take as long as it likes. */
#define IDLE_TIMEOUT 30

/**
 * bambu_wire_create_session:
 * @database: (nullable): whom to trust, or %NULL for whom the system trusts
 *
 * Makes a session for the calling thread, whose default main context must be the thread's own. What it receives is as it is
 * on the wire: a part of something compressed could not be continued.
 *
 * Returns: (transfer full): a session
 */
SoupSession *
bambu_wire_create_session (GTlsDatabase *database)
{
  SoupSession *session = bambu_exchange_create_session ();

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_set_timeout (session, IDLE_TIMEOUT);

  if (database != NULL)
    soup_session_set_tls_database (session, database);

  return session;
}

static void
fail (SoupMessage   *message,
      const GError  *io_error,
      GError       **error)
{
  g_propagate_error (error, bambu_http_describe_io (io_error, g_uri_get_host (soup_message_get_uri (message)),
                                                    soup_message_get_tls_peer_certificate_errors (message)));
}

static void
refuse (SoupMessage  *message,
        GError      **error)
{
  const guint status = soup_message_get_status (message);

  g_propagate_error (error, bambu_http_describe (bambu_http_map_status (status), status, -1, NULL));
}

/* @last: the last byte that is wanted, or %G_MAXUINT64 for all that there are */
static SoupMessage *
create_get (GUri       *uri,
            guint64     offset,
            guint64     last,
            const char *validator)
{
  SoupMessage *message = soup_message_new_from_uri ("GET", uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);

  if (last < G_MAXUINT64)
    {
      soup_message_headers_set_range (headers, offset, last);
    }
  else if (offset > 0)
    {
      soup_message_headers_set_range (headers, offset, -1);
      soup_message_headers_append (headers, "If-Range", validator);
    }

  return message;
}

static GInputStream *
get (SoupSession   *session,
     GUri          *uri,
     guint64        offset,
     guint64        last,
     const char    *validator,
     SoupMessage  **message,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GUri) at = g_uri_ref (uri);

  for (guint i = 0; i <= MAX_REDIRECTS; i++)
    {
      g_autoptr(SoupMessage) asked = create_get (at, offset, last, validator);
      g_autoptr(GError) io_error = NULL;
      g_autoptr(GInputStream) stream = soup_session_send (session, asked, cancellable, &io_error);
      const guint status = soup_message_get_status (asked);

      if (stream == NULL)
        {
          fail (asked, io_error, error);
          return NULL;
        }

      if (SOUP_STATUS_IS_SUCCESSFUL (status) || status == SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE)
        {
          *message = g_steal_pointer (&asked);
          return g_steal_pointer (&stream);
        }

      if (!bambu_http_is_redirect (status))
        {
          refuse (asked, error);
          return NULL;
        }

      g_clear_pointer (&at, g_uri_unref);
      at = bambu_http_follow (soup_message_get_uri (asked),
                              soup_message_headers_get_one (soup_message_get_response_headers (asked), "Location"),
                              error);

      if (at == NULL)
        return NULL;
    }

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                       _("The cloud keeps sending the request on to other addresses."));

  return NULL;
}

/**
 * bambu_wire_get:
 * @session: from bambu_wire_create_session()
 * @uri: where the file is
 * @offset: how much of it is there already
 * @validator: (nullable): the ETag or date of what is there; needed where @offset is not 0
 * @message: (out) (transfer full) (nullable): the message that was answered
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Asks for a file or, where it has not changed, the rest of it.
 *
 * Returns: (transfer full) (nullable): what comes, or %NULL with @error set to a #BambuError or %G_IO_ERROR_CANCELLED. The
 *   status is a success, or 416
 */
GInputStream *
bambu_wire_get (SoupSession   *session,
                GUri          *uri,
                guint64        offset,
                const char    *validator,
                SoupMessage  **message,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (offset == 0 || validator != NULL, NULL);

  return get (session, uri, offset, G_MAXUINT64, validator, message, cancellable, error);
}

/**
 * bambu_wire_measure:
 * @session: from bambu_wire_create_session()
 * @uri: where a file is
 * @size: (out): how many bytes it has; 0 where the server does not tell
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Asks how large a file is, by its first byte: an address is signed for GET alone.
 *
 * Returns: whether the file is there; otherwise @error is a #BambuError or %G_IO_ERROR_CANCELLED
 */
gboolean
bambu_wire_measure (SoupSession   *session,
                    GUri          *uri,
                    guint64       *size,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GInputStream) stream = get (session, uri, 0, 0, NULL, &message, cancellable, error);
  SoupMessageHeaders *headers;
  goffset first;
  goffset last;
  goffset length;

  if (stream == NULL)
    return FALSE;

  headers = soup_message_get_response_headers (message);

  if (soup_message_get_status (message) == SOUP_STATUS_OK)
    *size = MAX (soup_message_headers_get_content_length (headers), 0);
  else if (soup_message_headers_get_content_range (headers, &first, &last, &length))
    *size = MAX (length, 0);
  else
    *size = 0;

  /* Where all of the file is coming nonetheless, closing the stream would wait for it. */
  soup_session_abort (session);

  return TRUE;
}

/**
 * bambu_wire_put:
 * @session: from bambu_wire_create_session()
 * @message: a message to where the file goes
 * @body: the file
 * @length: how many bytes it has
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Sends a file, without any header that its address may not have been signed for.
 *
 * Returns: whether it has arrived
 */
gboolean
bambu_wire_put (SoupSession   *session,
                SoupMessage   *message,
                GInputStream  *body,
                gsize          length,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) io_error = NULL;

  g_return_val_if_fail (SOUP_IS_MESSAGE (message), FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (body), FALSE);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  soup_message_set_request_body (message, NULL, body, length);

  if (!(stream = soup_session_send (session, message, cancellable, &io_error)))
    {
      fail (message, io_error, error);
      return FALSE;
    }

  if (!SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    {
      refuse (message, error);
      return FALSE;
    }

  return TRUE;
}
