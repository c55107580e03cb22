/* bambu-progress.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-progress.h"

#define INTERVAL_MS 60

struct _BambuProgress
{
  GMutex                mutex;
  GMainContext         *context;
  GWeakRef              owner;
  BambuProgressChanged  changed;
  guint64               done;
  guint64               total;
  gboolean              announced;   /* that it has changed will be told soon */
};

static void
bambu_progress_clear (gpointer data)
{
  BambuProgress *self = data;

  g_mutex_clear (&self->mutex);
  g_weak_ref_clear (&self->owner);
  g_main_context_unref (self->context);
}

static gboolean
bambu_progress_tell_cb (gpointer user_data)
{
  BambuProgress *self = user_data;
  g_autoptr(GObject) owner = g_weak_ref_get (&self->owner);

  g_mutex_lock (&self->mutex);
  self->announced = FALSE;
  g_mutex_unlock (&self->mutex);

  if (owner != NULL)
    self->changed (owner);

  return G_SOURCE_REMOVE;
}

/**
 * bambu_progress_new:
 * @owner: whose progress it is; not kept alive
 * @changed: called when it has changed
 *
 * Returns: (transfer full): a progress at its beginning
 */
BambuProgress *
bambu_progress_new (GObject              *owner,
                    BambuProgressChanged  changed)
{
  BambuProgress *self;

  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);
  g_return_val_if_fail (changed != NULL, NULL);

  self = g_atomic_rc_box_new0 (BambuProgress);
  g_mutex_init (&self->mutex);
  g_weak_ref_init (&self->owner, owner);
  self->context = g_main_context_ref_thread_default ();
  self->changed = changed;

  return self;
}

BambuProgress *
bambu_progress_ref (BambuProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bambu_progress_unref (BambuProgress *self)
{
  g_atomic_rc_box_release_full (self, bambu_progress_clear);
}

/**
 * bambu_progress_set:
 * @self: a progress
 * @done: how much is done
 * @total: how much there is; 0 where that is not known
 *
 * Sets how far it is, and has it told soon. From any thread.
 */
void
bambu_progress_set (BambuProgress *self,
                    guint64        done,
                    guint64        total)
{
  gboolean announce;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->done = done;
  self->total = total;
  announce = !self->announced;
  self->announced = TRUE;
  g_mutex_unlock (&self->mutex);

  if (announce)
    {
      g_autoptr(GSource) source = g_timeout_source_new (INTERVAL_MS);

      g_source_set_callback (source, bambu_progress_tell_cb, bambu_progress_ref (self),
                             (GDestroyNotify)bambu_progress_unref);
      g_source_attach (source, self->context);
    }
}

guint64
bambu_progress_get_done (BambuProgress *self)
{
  guint64 done;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  done = self->done;
  g_mutex_unlock (&self->mutex);

  return done;
}

guint64
bambu_progress_get_total (BambuProgress *self)
{
  guint64 total;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  total = self->total;
  g_mutex_unlock (&self->mutex);

  return total;
}
