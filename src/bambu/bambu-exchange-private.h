/* bambu-exchange-private.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-exchange.h"

G_BEGIN_DECLS

struct _BambuExchange
{
  GObject             parent_instance;

  SoupSession        *session;
  char               *method;
  GUri               *uri;
  SoupMessageHeaders *headers;
  SoupMessageHeaders *private_headers;
  char               *content_type;
  GBytes             *body;
  BambuLimits         limits;

  GTask              *task;           /* NULL before it is sent and once it has ended */
  GCancellable       *io;
  GSource            *cancel_source;
  GSource            *answer_source;
  GSource            *connect_source;
  SoupMessage        *message;
  GInputStream       *stream;
  GByteArray         *received;
  GStrvBuilder       *cookies;
  guint               redirects;
  guint               repeats;
  guint               started : 1;    /* the request is being written, or has been */
  guint               trusted : 1;    /* still with the first origin */
};

G_END_DECLS
