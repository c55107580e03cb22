/* bambu-exchange-setup.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "bambu-exchange-private.h"
#include "bambu-proxies.h"

const BambuLimits bambu_limits_default = {
  .connect_ms = 10 * 1000,
  .answer_ms = 30 * 1000,
  .max_bytes = BAMBU_EXCHANGE_MAX_BYTES,
};

/**
 * bambu_exchange_create_session:
 *
 * A session as exchanges need it: it says who we are, takes compressed answers and HTTP/2, keeps no cookies and
 * answers no one who asks for a password. This machine is reached without a proxy.
 *
 * Returns: (transfer full): a new session
 */
SoupSession *
bambu_exchange_create_session (void)
{
  g_autoptr(GProxyResolver) proxies = bambu_proxies_new (NULL);
  SoupSession *session = soup_session_new_with_options ("user-agent", PACKAGE_NAME "/" PACKAGE_VERSION " (+" PACKAGE_URL ")",
                                                        "proxy-resolver", proxies,
                                                        "max-conns", 24,
                                                        "max-conns-per-host", 8,
                                                        NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);

  return session;
}

/**
 * bambu_exchange_new:
 * @session: from bambu_exchange_create_session()
 * @method: an HTTP method
 * @uri: where to
 * @limits: what it may cost
 *
 * Returns: (transfer full): an exchange to be sent once
 */
BambuExchange *
bambu_exchange_new (SoupSession       *session,
                    const char        *method,
                    GUri              *uri,
                    const BambuLimits *limits)
{
  BambuExchange *self;

  g_return_val_if_fail (SOUP_IS_SESSION (session), NULL);
  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  self = g_object_new (BAMBU_TYPE_EXCHANGE, NULL);
  self->session = g_object_ref (session);
  self->method = g_strdup (method);
  self->uri = g_uri_ref (uri);
  self->limits = *limits;

  return self;
}

/**
 * bambu_exchange_add_header:
 * @self: an exchange
 * @name: a header's name
 * @value: its value, without line breaks
 *
 * Adds a header that is sent wherever the request is sent on to.
 */
void
bambu_exchange_add_header (BambuExchange *self,
                           const char    *name,
                           const char    *value)
{
  g_return_if_fail (BAMBU_IS_EXCHANGE (self));
  g_return_if_fail (self->message == NULL);

  soup_message_headers_append (self->headers, name, value);
}

/**
 * bambu_exchange_add_private_header:
 * @self: an exchange
 * @name: a header's name
 * @value: its value, without line breaks
 *
 * Adds a header that no other origin gets to see.
 */
void
bambu_exchange_add_private_header (BambuExchange *self,
                                   const char    *name,
                                   const char    *value)
{
  g_return_if_fail (BAMBU_IS_EXCHANGE (self));
  g_return_if_fail (self->message == NULL);

  soup_message_headers_append (self->private_headers, name, value);
}

/**
 * bambu_exchange_set_body:
 * @self: an exchange
 * @content_type: what @body is
 * @body: what to send
 *
 * Sets what is sent. No other origin gets to see it.
 */
void
bambu_exchange_set_body (BambuExchange *self,
                         const char    *content_type,
                         GBytes        *body)
{
  g_return_if_fail (BAMBU_IS_EXCHANGE (self));
  g_return_if_fail (self->message == NULL);
  g_return_if_fail (content_type != NULL);
  g_return_if_fail (body != NULL);

  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->content_type = g_strdup (content_type);
  self->body = g_bytes_ref (body);
}
