/* platen-preset-loader.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preset-loader.h"

/* Presets inherit over two or three steps; one that inherits itself would do so forever. */
#define MAX_ANCESTORS 8

struct _PlatenPresetLoader
{
  GObject            parent_instance;

  BambuSession      *session;
  BambuPreset       *preset;
  BambuPresetDetail *detail;
  GError            *error;
  GCancellable      *cancellable;

  /* Of the nearest ancestor that has one, each setting's value by its key. */
  GHashTable        *inherited;
  guint              n_ancestors;
  gboolean           loading;
};

enum {
  PROP_0,
  PROP_DETAIL,
  PROP_ERROR,
  PROP_LOADING,
  N_PROPS
};

enum {
  INHERITED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PlatenPresetLoader, platen_preset_loader, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void platen_preset_loader_load_ancestor (PlatenPresetLoader *self,
                                                BambuPresetDetail  *child);

/* A name that is not among the presets may be one of the slicer's own; then the preset that the child was made from is
 * the next best.
 */
static BambuPreset *
platen_preset_loader_dup_parent_of (PlatenPresetLoader *self,
                                    BambuPresetDetail  *child)
{
  BambuList *presets = bambu_session_get_presets (self->session);
  const char *name = bambu_preset_detail_get_inherits (child);
  const char *base_id = bambu_preset_detail_get_base_id (child);
  BambuPreset *base;

  g_assert (PLATEN_IS_PRESET_LOADER (self));

  for (guint i = 0; name != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (presets)); i++)
    {
      g_autoptr(BambuPreset) preset = g_list_model_get_item (G_LIST_MODEL (presets), i);

      if (preset != self->preset &&
          bambu_preset_get_kind (preset) == bambu_preset_get_kind (self->preset) &&
          g_strcmp0 (bambu_preset_get_name (preset), name) == 0)
        return g_steal_pointer (&preset);
    }

  if (base_id == NULL || *base_id == 0)
    return NULL;

  base = bambu_list_lookup (presets, base_id);

  return base != NULL && base != self->preset ? g_object_ref (base) : NULL;
}

static void
platen_preset_loader_inherit (PlatenPresetLoader *self,
                              BambuPresetDetail  *ancestor)
{
  GListModel *settings = bambu_preset_detail_get_settings (ancestor);

  g_assert (PLATEN_IS_PRESET_LOADER (self));

  for (guint i = 0; i < g_list_model_get_n_items (settings); i++)
    {
      g_autoptr(BambuSetting) setting = g_list_model_get_item (settings, i);
      const char *key = bambu_setting_get_key (setting);
      const char *value = bambu_setting_get_value (setting);

      if (key != NULL && !g_hash_table_contains (self->inherited, key))
        g_hash_table_insert (self->inherited, g_strdup (key), g_strdup (value != NULL ? value : ""));
    }

  g_signal_emit (self, signals[INHERITED], 0);
}

/* What cannot be had of an ancestor is not marked as changed: nothing to bother anybody with. */
static void
platen_preset_loader_ancestor_cb (GObject      *object,
                                  GAsyncResult *result,
                                  gpointer      user_data)
{
  PlatenPresetLoader *self;
  g_autoptr(BambuPresetDetail) ancestor = NULL;
  g_autoptr(GError) error = NULL;

  ancestor = bambu_session_load_preset_finish (BAMBU_SESSION (object), result, &error);

  if (ancestor == NULL)
    {
      g_debug ("A preset that is inherited could not be loaded: %s", error->message);
      return;
    }

  /* It cancels when it goes. */
  self = PLATEN_PRESET_LOADER (user_data);
  platen_preset_loader_inherit (self, ancestor);
  platen_preset_loader_load_ancestor (self, ancestor);
}

static void
platen_preset_loader_load_ancestor (PlatenPresetLoader *self,
                                    BambuPresetDetail  *child)
{
  g_autoptr(BambuPreset) parent = NULL;

  g_assert (PLATEN_IS_PRESET_LOADER (self));

  if (self->n_ancestors++ == MAX_ANCESTORS)
    return;

  if ((parent = platen_preset_loader_dup_parent_of (self, child)))
    bambu_session_load_preset_async (self->session, parent, self->cancellable,
                                     platen_preset_loader_ancestor_cb, self);
}

static void
platen_preset_loader_set_error (PlatenPresetLoader *self,
                                const GError       *error)
{
  g_assert (PLATEN_IS_PRESET_LOADER (self));

  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
platen_preset_loader_loaded_cb (GObject      *object,
                                GAsyncResult *result,
                                gpointer      user_data)
{
  g_autoptr(PlatenPresetLoader) self = NULL;
  g_autoptr(BambuPresetDetail) detail = NULL;
  g_autoptr(GError) error = NULL;

  detail = bambu_session_load_preset_finish (BAMBU_SESSION (object), result, &error);

  /* It cancels when it goes. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = g_object_ref (PLATEN_PRESET_LOADER (user_data));
  self->loading = FALSE;
  platen_preset_loader_set_error (self, error);

  if (detail != NULL)
    {
      g_set_object (&self->detail, detail);
      g_hash_table_remove_all (self->inherited);
      self->n_ancestors = 0;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
      platen_preset_loader_load_ancestor (self, detail);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
platen_preset_loader_dispose (GObject *object)
{
  PlatenPresetLoader *self = (PlatenPresetLoader *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->detail);
  g_clear_object (&self->preset);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_preset_loader_parent_class)->dispose (object);
}

static void
platen_preset_loader_finalize (GObject *object)
{
  PlatenPresetLoader *self = (PlatenPresetLoader *)object;

  g_clear_error (&self->error);
  g_clear_pointer (&self->inherited, g_hash_table_unref);

  G_OBJECT_CLASS (platen_preset_loader_parent_class)->finalize (object);
}

static void
platen_preset_loader_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PlatenPresetLoader *self = PLATEN_PRESET_LOADER (object);

  switch (prop_id)
    {
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_preset_loader_class_init (PlatenPresetLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_preset_loader_dispose;
  object_class->finalize = platen_preset_loader_finalize;
  object_class->get_property = platen_preset_loader_get_property;

  properties[PROP_DETAIL] =
    g_param_spec_object ("detail", NULL, NULL,
                         BAMBU_TYPE_PRESET_DETAIL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[INHERITED] =
    g_signal_new ("inherited",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_preset_loader_init (PlatenPresetLoader *self)
{
  self->inherited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * platen_preset_loader_new:
 * @session: the session that the preset belongs to
 * @preset: a preset
 *
 * Returns: (transfer full): a loader that has not loaded anything yet
 */
PlatenPresetLoader *
platen_preset_loader_new (BambuSession *session,
                          BambuPreset  *preset)
{
  PlatenPresetLoader *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (BAMBU_IS_PRESET (preset), NULL);

  self = g_object_new (PLATEN_TYPE_PRESET_LOADER, NULL);
  self->session = g_object_ref (session);
  self->preset = g_object_ref (preset);

  return self;
}

/**
 * platen_preset_loader_load:
 * @self: a #PlatenPresetLoader
 *
 * Asks the cloud, also where it was asked before.
 */
void
platen_preset_loader_load (PlatenPresetLoader *self)
{
  g_return_if_fail (PLATEN_IS_PRESET_LOADER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  self->cancellable = g_cancellable_new ();
  self->loading = TRUE;
  bambu_session_load_preset_async (self->session, self->preset, self->cancellable,
                                   platen_preset_loader_loaded_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * platen_preset_loader_get_detail:
 * @self: a #PlatenPresetLoader
 *
 * Returns: (transfer none) (nullable): everything about the preset
 */
BambuPresetDetail *
platen_preset_loader_get_detail (PlatenPresetLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_LOADER (self), NULL);

  return self->detail;
}

/**
 * platen_preset_loader_get_error:
 * @self: a #PlatenPresetLoader
 *
 * Returns: (transfer none) (nullable): why the last try failed
 */
const GError *
platen_preset_loader_get_error (PlatenPresetLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_LOADER (self), NULL);

  return self->error;
}

/**
 * platen_preset_loader_get_loading:
 * @self: a #PlatenPresetLoader
 *
 * Returns: whether the cloud is being asked about the preset
 */
gboolean
platen_preset_loader_get_loading (PlatenPresetLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_LOADER (self), FALSE);

  return self->loading;
}

/**
 * platen_preset_loader_dup_parent:
 * @self: a #PlatenPresetLoader
 *
 * Returns: (transfer full) (nullable): the preset that this one inherits, if it is among those of the account
 */
BambuPreset *
platen_preset_loader_dup_parent (PlatenPresetLoader *self)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_LOADER (self), NULL);

  return self->detail != NULL ? platen_preset_loader_dup_parent_of (self, self->detail) : NULL;
}

/**
 * platen_preset_loader_get_inherited:
 * @self: a #PlatenPresetLoader
 * @key: the key of a setting
 *
 * Returns: (nullable): the value that the preset would inherit, as far as it is known yet
 */
const char *
platen_preset_loader_get_inherited (PlatenPresetLoader *self,
                                    const char         *key)
{
  g_return_val_if_fail (PLATEN_IS_PRESET_LOADER (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->inherited, key);
}

/**
 * platen_preset_loader_dup_values:
 * @self: a #PlatenPresetLoader
 *
 * Returns: (transfer container) (element-type utf8 utf8): each setting's value by its key, its own or what it inherits, as
 *   far as that is known yet
 */
GHashTable *
platen_preset_loader_dup_values (PlatenPresetLoader *self)
{
  GHashTable *values;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_return_val_if_fail (PLATEN_IS_PRESET_LOADER (self), NULL);

  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, self->inherited);

  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (values, g_strdup (key), g_strdup (value));

  if (self->detail != NULL)
    {
      GListModel *settings = bambu_preset_detail_get_settings (self->detail);

      for (guint i = 0; i < g_list_model_get_n_items (settings); i++)
        {
          g_autoptr(BambuSetting) setting = g_list_model_get_item (settings, i);
          const char *own = bambu_setting_get_value (setting);

          if (bambu_setting_get_key (setting) != NULL)
            g_hash_table_insert (values, g_strdup (bambu_setting_get_key (setting)), g_strdup (own != NULL ? own : ""));
        }
    }

  return values;
}
