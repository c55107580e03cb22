/* bambu-inflate.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "bambu-error.h"
#include "bambu-inflate.h"

#define STEP_BYTES (64 * 1024)

/*
 * The body of an answer as it comes: plain, or made plain (RFC 9110, section 8.4.1). Stands in for libsoup's
 * SoupContentDecoder: libsoup 3.6.5 takes a request out of its queue twice when it is cancelled before its headers have
 * come, and each time gives back a reference to every feature of the session. A session without features has none to lose.
 */
struct _BambuInflate
{
  GByteArray *body;
  GConverter *converter;   /* NULL where the body is plain */
  guint       started : 1;
  guint       finished : 1;
};

/**
 * bambu_inflate_new:
 * @encoding: (nullable): the Content-Encoding of the answer; one of %BAMBU_INFLATE_ACCEPTED, or %NULL or "identity" for none
 * @error: return location for an error
 *
 * Returns: (transfer full): an empty body, or %NULL with %BAMBU_ERROR_PROTOCOL where nobody asked for such an encoding
 */
BambuInflate *
bambu_inflate_new (const char  *encoding,
                   GError     **error)
{
  g_autoptr(GConverter) converter = NULL;
  BambuInflate *self;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "identity") == 0)
    ;
  else if (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0)
    converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  else if (g_ascii_strcasecmp (encoding, "deflate") == 0)
    converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  else
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                           "The cloud’s answer is packed in a way that was not asked for.");
      return NULL;
    }

  self = g_new0 (BambuInflate, 1);
  self->body = g_byte_array_new ();
  self->converter = g_steal_pointer (&converter);

  return self;
}

/**
 * bambu_inflate_free:
 * @self: (transfer full): a body
 *
 * Frees a body that has not ended.
 */
void
bambu_inflate_free (BambuInflate *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->body, g_byte_array_unref);
  g_clear_object (&self->converter);
  g_free (self);
}

static gboolean
bambu_inflate_append (BambuInflate  *self,
                      const guint8  *data,
                      gsize          size,
                      gsize          max_bytes,
                      GError       **error)
{
  if (size > max_bytes - self->body->len)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL, "The cloud’s answer is too large to be right.");
      return FALSE;
    }

  g_byte_array_append (self->body, data, size);

  return TRUE;
}

static gboolean
bambu_inflate_convert (BambuInflate  *self,
                       const guint8  *data,
                       gsize          size,
                       gsize          max_bytes,
                       GError       **error)
{
  guint8 *plain = g_alloca (STEP_BYTES);

  /* What follows the end of the packed data is nothing that anyone meant to be read. */
  while (size > 0 && !self->finished)
    {
      g_autoptr(GError) local_error = NULL;
      gsize n_read = 0;
      gsize n_written = 0;
      GConverterResult result = g_converter_convert (self->converter, data, size, plain, STEP_BYTES, G_CONVERTER_NO_FLAGS,
                                                     &n_read, &n_written, &local_error);

      if (result == G_CONVERTER_ERROR)
        {
          if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
            return TRUE;

          g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL, "The cloud’s answer cannot be unpacked.");
          return FALSE;
        }

      if (!bambu_inflate_append (self, plain, n_written, max_bytes, error))
        return FALSE;

      data += n_read;
      size -= n_read;
      self->finished = result == G_CONVERTER_FINISHED;
    }

  return TRUE;
}

/**
 * bambu_inflate_take:
 * @self: a body
 * @bytes: the next bytes of it, as they were sent
 * @max_bytes: how large the body may become, in bytes
 * @error: return location for an error
 *
 * Returns: %FALSE with %BAMBU_ERROR_PROTOCOL where @bytes are no continuation of what came before, or make the body too large
 */
gboolean
bambu_inflate_take (BambuInflate  *self,
                    GBytes        *bytes,
                    gsize          max_bytes,
                    GError       **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_return_val_if_fail (self != NULL, FALSE);

  self->started = self->started || size > 0;

  if (self->converter == NULL)
    return bambu_inflate_append (self, data, size, max_bytes, error);

  return bambu_inflate_convert (self, data, size, max_bytes, error);
}

/**
 * bambu_inflate_end:
 * @self: a body
 * @error: return location for an error
 *
 * All has come.
 *
 * Returns: (transfer full): the plain body, or %NULL with %G_IO_ERROR_PARTIAL_INPUT where the packed data breaks off
 */
GBytes *
bambu_inflate_end (BambuInflate  *self,
                   GError       **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* The answer to HEAD, and one of status 204 or 304, may name an encoding and have no body. */
  if (self->converter != NULL && self->started && !self->finished)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "The packed data breaks off");
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
}
