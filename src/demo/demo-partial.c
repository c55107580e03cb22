/* demo-partial.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-partial.h"

typedef enum
{
  WANTS_ALL,
  WANTS_PART,
  WANTS_NOTHING_THERE,
} Wants;

static Wants
read_range (DemoExchange *exchange,
            goffset       size,
            SoupRange    *range)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (exchange->message);
  SoupMessageHeaders *response = soup_server_message_get_response_headers (exchange->message);
  const char *condition = soup_message_headers_get_one (request, "If-Range");
  SoupRange *ranges;
  int n_ranges;

  if (condition != NULL && g_strcmp0 (condition, soup_message_headers_get_one (response, "ETag")) != 0)
    return WANTS_ALL;

  if (!soup_message_headers_get_ranges (request, size, &ranges, &n_ranges))
    return WANTS_ALL;

  *range = ranges[0];
  soup_message_headers_free_ranges (request, ranges);

  /* The object stores send everything to who wants more than one part. */
  if (n_ranges != 1)
    return WANTS_ALL;

  range->end = MIN (range->end, size - 1);

  return range->start >= 0 && range->start <= range->end ? WANTS_PART : WANTS_NOTHING_THERE;
}

/**
 * demo_partial_respond:
 * @exchange: an exchange whose answer has its ETag already
 * @content_type: what @all is
 * @all: the whole of what was asked for
 *
 * Answers with @all, or with the part that the request wants.
 *
 * Returns: whether there is such a part; where there is none, nothing was answered
 */
gboolean
demo_partial_respond (DemoExchange *exchange,
                      const char   *content_type,
                      GBytes       *all)
{
  goffset size;
  g_autoptr(GBytes) part = NULL;
  SoupRange range;
  Wants wants;

  g_return_val_if_fail (exchange != NULL, FALSE);
  g_return_val_if_fail (all != NULL, FALSE);

  size = (goffset) g_bytes_get_size (all);
  wants = read_range (exchange, size, &range);

  /* What libsoup would make of the header by itself does not heed If-Range. */
  soup_message_headers_remove (soup_server_message_get_request_headers (exchange->message), "Range");

  switch (wants)
    {
    case WANTS_PART:
      part = g_bytes_new_from_bytes (all, (gsize) range.start, (gsize) (range.end - range.start + 1));
      soup_message_headers_set_content_range (soup_server_message_get_response_headers (exchange->message),
                                              range.start, range.end, size);
      demo_exchange_respond (exchange, SOUP_STATUS_PARTIAL_CONTENT, content_type, part);
      return TRUE;

    case WANTS_ALL:
      demo_exchange_respond (exchange, SOUP_STATUS_OK, content_type, all);
      return TRUE;

    case WANTS_NOTHING_THERE:
    default:
      return FALSE;
    }
}
