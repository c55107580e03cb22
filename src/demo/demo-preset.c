/* demo-preset.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-preset.h"

#include "demo-preset-names.h"
#include "demo-random.h"

#define DAY 86400

struct _DemoPresets
{
  guint64     seed;
  guint       n_presets;
  gint64      began;
  GPtrArray  *presets; /* of DemoPreset, %NULL before somebody asks */
  GHashTable *by_id;   /* of char * to DemoPreset, both owned by @presets */
  guint       n_made;
};

static const char * const type_names[] = { "print", "printer", "filament" };

/* What the ids of the user's own presets begin with. */
static const char * const own_prefixes[] = { "PPUS", "PMUS", "PFUS" };

/**
 * demo_preset_type_to_string:
 * @type: a kind of preset
 *
 * Returns: (transfer none): what the cloud calls it
 */
const char *
demo_preset_type_to_string (DemoPresetType type)
{
  g_return_val_if_fail (type < DEMO_N_PRESET_TYPES, NULL);

  return type_names[type];
}

/**
 * demo_preset_type_from_string:
 * @string: (nullable): what a client calls a kind of preset
 * @type: (out): which kind that is
 *
 * Returns: whether there is such a kind
 */
gboolean
demo_preset_type_from_string (const char     *string,
                              DemoPresetType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < DEMO_N_PRESET_TYPES; i++)
    {
      if (g_strcmp0 (string, type_names[i]) == 0)
        {
          *type = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * demo_preset_new:
 * @type: what it is for
 * @is_public: whether it is the vendor's
 *
 * Returns: (transfer full): a preset without a name
 */
DemoPreset *
demo_preset_new (DemoPresetType type,
                 gboolean       is_public)
{
  DemoPreset *self = g_new0 (DemoPreset, 1);

  self->type = type;
  self->is_public = is_public;

  return self;
}

/**
 * demo_preset_free:
 * @self: (transfer full): a preset
 *
 * Frees a preset.
 */
void
demo_preset_free (DemoPreset *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->setting_id);
  g_free (self->name);
  g_free (self->version);
  g_free (self->base_id);
  g_free (self->inherits);
  g_free (self->filament_id);
  g_free (self->printer);
  g_clear_pointer (&self->setting, json_node_unref);
  g_free (self);
}

/**
 * demo_presets_new:
 * @seed: the world's seed
 * @n_presets: how many there are at first
 * @began: when the world began, in seconds since the epoch
 *
 * Returns: (transfer full): the account's presets, with the vendor's
 */
DemoPresets *
demo_presets_new (guint64 seed,
                  guint   n_presets,
                  gint64  began)
{
  DemoPresets *self = g_new0 (DemoPresets, 1);

  self->seed = seed;
  self->n_presets = n_presets;
  self->began = began;

  return self;
}

/**
 * demo_presets_free:
 * @self: (transfer full): presets
 *
 * Frees all presets.
 */
void
demo_presets_free (DemoPresets *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->presets, g_ptr_array_unref);
  g_free (self);
}

static void
ensure_presets (DemoPresets *self)
{
  if (self->presets != NULL)
    return;

  self->presets = g_ptr_array_new_with_free_func ((GDestroyNotify) demo_preset_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  demo_preset_names_fill (self->presets, self->seed, self->n_presets);

  for (guint i = 0; i < self->presets->len; i++)
    {
      DemoPreset *preset = g_ptr_array_index (self->presets, i);
      DemoRandom random;

      demo_random_init (&random, self->seed, "preset", i);
      if (preset->setting_id == NULL)
        preset->setting_id = demo_presets_make_id (self, preset->type);
      preset->update_time = self->began / DAY * DAY - demo_random_range (&random, DAY, (preset->is_public ? 500 : 90) * DAY);
      g_hash_table_insert (self->by_id, preset->setting_id, preset);
    }
}

/**
 * demo_presets_get_all:
 * @self: presets
 *
 * Returns: (transfer none) (element-type DemoPreset): all presets; only demo_presets_add() and demo_presets_remove()
 *   may change them
 */
GPtrArray *
demo_presets_get_all (DemoPresets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  ensure_presets (self);

  return self->presets;
}

/**
 * demo_presets_find:
 * @self: presets
 * @setting_id: an id
 *
 * Returns: (transfer none) (nullable): the preset of that id
 */
DemoPreset *
demo_presets_find (DemoPresets *self,
                   const char  *setting_id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (setting_id != NULL, NULL);

  ensure_presets (self);

  return g_hash_table_lookup (self->by_id, setting_id);
}

/**
 * demo_presets_count_own:
 * @self: presets
 * @type: a kind of preset
 *
 * Returns: how many presets of that kind are the user's own
 */
guint
demo_presets_count_own (DemoPresets    *self,
                        DemoPresetType  type)
{
  guint n_own = 0;

  g_return_val_if_fail (self != NULL, 0);

  ensure_presets (self);
  for (guint i = 0; i < self->presets->len; i++)
    {
      DemoPreset *preset = g_ptr_array_index (self->presets, i);

      n_own += preset->type == type && !preset->is_public ? 1 : 0;
    }

  return n_own;
}

/**
 * demo_presets_make_id:
 * @self: presets
 * @type: a kind of preset
 *
 * Returns: (transfer full): an id for another preset of the user's own
 */
char *
demo_presets_make_id (DemoPresets    *self,
                      DemoPresetType  type)
{
  g_autofree char *hex = NULL;
  DemoRandom random;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (type < DEMO_N_PRESET_TYPES, NULL);

  demo_random_init (&random, self->seed, "own", self->n_made++);
  hex = demo_random_hex (&random, 14);

  return g_strconcat (own_prefixes[type], hex, NULL);
}

/**
 * demo_presets_add:
 * @self: presets
 * @preset: (transfer full): one more, with an id of its own
 *
 * Adds a preset.
 */
void
demo_presets_add (DemoPresets *self,
                  DemoPreset  *preset)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (preset != NULL && preset->setting_id != NULL);

  ensure_presets (self);
  g_hash_table_insert (self->by_id, preset->setting_id, preset);
  g_ptr_array_add (self->presets, preset);
}

/**
 * demo_presets_remove:
 * @self: presets
 * @preset: one of them
 *
 * Removes and frees a preset.
 */
void
demo_presets_remove (DemoPresets *self,
                     DemoPreset  *preset)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (preset != NULL);

  g_hash_table_remove (self->by_id, preset->setting_id);
  g_ptr_array_remove (self->presets, preset);
}
