/* demo-zip.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-zip.h"

#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_DIRECTORY 0x06054b50
#define VERSION 20

/* 1 January 2026, so that the same contents make the same archive. */
#define DATE ((2026 - 1980) << 9 | 1 << 5 | 1)

struct _DemoZip
{
  GByteArray *archive;
  GByteArray *directory;
  guint       n_members;
};

static guint32
crc32 (const char *data,
       gsize       length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guchar) data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }

  return ~crc;
}

static void
put_16 (GByteArray *array,
        guint       value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
put_32 (GByteArray *array,
        guint32     value)
{
  put_16 (array, value & 0xffff);
  put_16 (array, value >> 16);
}

/* What the two headers of a member have in common. */
static void
put_member (GByteArray *array,
            const char *name,
            guint32     crc,
            gsize       length)
{
  put_16 (array, VERSION);
  put_16 (array, 0x800); /* names are UTF-8 */
  put_16 (array, 0);     /* stored */
  put_16 (array, 0);
  put_16 (array, DATE);
  put_32 (array, crc);
  put_32 (array, (guint32) length);
  put_32 (array, (guint32) length);
  put_16 (array, (guint) strlen (name));
  put_16 (array, 0);
}

/**
 * demo_zip_new:
 *
 * Returns: (transfer full): an empty archive
 */
DemoZip *
demo_zip_new (void)
{
  DemoZip *self = g_new0 (DemoZip, 1);

  self->archive = g_byte_array_new ();
  self->directory = g_byte_array_new ();

  return self;
}

/**
 * demo_zip_add:
 * @self: an archive
 * @name: the member's path
 * @data: (array length=length): its contents
 * @length: their length
 *
 * Adds a member.
 */
void
demo_zip_add (DemoZip    *self,
              const char *name,
              const char *data,
              gsize       length)
{
  guint32 offset;
  guint32 crc;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL && data != NULL);

  offset = self->archive->len;
  crc = crc32 (data, length);

  put_32 (self->archive, LOCAL_HEADER);
  put_member (self->archive, name, crc, length);
  g_byte_array_append (self->archive, (const guint8 *) name, (guint) strlen (name));
  g_byte_array_append (self->archive, (const guint8 *) data, (guint) length);

  put_32 (self->directory, CENTRAL_HEADER);
  put_16 (self->directory, VERSION);
  put_member (self->directory, name, crc, length);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_32 (self->directory, 0);
  put_32 (self->directory, offset);
  g_byte_array_append (self->directory, (const guint8 *) name, (guint) strlen (name));

  self->n_members++;
}

/**
 * demo_zip_free_to_bytes:
 * @self: (transfer full): an archive
 *
 * Returns: (transfer full): the archive
 */
GBytes *
demo_zip_free_to_bytes (DemoZip *self)
{
  guint32 offset;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL, NULL);

  offset = self->archive->len;
  g_byte_array_append (self->archive, self->directory->data, self->directory->len);
  put_32 (self->archive, END_OF_DIRECTORY);
  put_16 (self->archive, 0);
  put_16 (self->archive, 0);
  put_16 (self->archive, self->n_members);
  put_16 (self->archive, self->n_members);
  put_32 (self->archive, self->directory->len);
  put_32 (self->archive, offset);
  put_16 (self->archive, 0);

  bytes = g_byte_array_free_to_bytes (self->archive);
  g_byte_array_unref (self->directory);
  g_free (self);

  return bytes;
}
