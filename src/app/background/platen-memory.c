/* platen-memory.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "platen-texture-cache.h"

/* In bytes. glibc's own, which it raises for good once something larger has been freed, as the pictures of a frame are:
 * from then on these leave holes among small things, which cannot be given back.
 */
#define LARGE (128 * 1024)

/* Of the heaps that threads make for themselves. Those that read and decode are many, and seldom at work at once. */
#define MAX_HEAPS 2

/* After what the window's end leaves to be done in the main loop. */
static gboolean
trim_cb (gpointer user_data)
{
#ifdef __GLIBC__
  /* Else what a few thousand widgets took stays with the process. */
  malloc_trim (0);
#endif

  return G_SOURCE_REMOVE;
}

/**
 * platen_memory_init:
 *
 * Has what is freed go back to the system early. To be called before there are threads.
 */
void
platen_memory_init (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, LARGE);
  mallopt (M_ARENA_MAX, MAX_HEAPS);
#endif
}

/**
 * platen_memory_release:
 * @session: (nullable): the session whose window has been closed
 *
 * Gives back what only a window needs: the pictures, and what the window itself took.
 */
void
platen_memory_release (BambuSession *session)
{
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (session != NULL)
    platen_texture_cache_clear (platen_texture_cache_get (bambu_session_get_pictures (session)));

  g_timeout_add_seconds (1, trim_cb, NULL);
}
