/* bambu-account.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-fields.h"
#include "bambu-json.h"
#include "bambu-types-private.h"

struct _BambuAccount
{
  GObject parent_instance;

  char   *uid;
  char   *name;
  char   *handle;
  char   *avatar;
  char   *bio;
  char   *background;
  char   **links;
};

static const BambuField fields[] =
{
  { "uid", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuAccount, uid), "uid" },
  { "name", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuAccount, name), "name" },
  { "handle", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuAccount, handle), "handle" },
  { "avatar", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuAccount, avatar), "avatar" },
  { "bio", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuAccount, bio), "bio" },
  { "background", BAMBU_FIELD_STRING, G_STRUCT_OFFSET (BambuAccount, background), "backgroundUrl" },
};

#define N_FIELDS G_N_ELEMENTS (fields)

G_DEFINE_FINAL_TYPE (BambuAccount, bambu_account, G_TYPE_OBJECT)

static GParamSpec *links_pspec;

static gboolean
links_equal (char **a,
             char **b)
{
  return a == b ||
         (a != NULL && b != NULL &&
          g_strv_equal ((const char * const *)a, (const char * const *)b));
}

static void
bambu_account_finalize (GObject *object)
{
  BambuAccount *self = (BambuAccount *)object;

  g_clear_pointer (&self->links, g_strfreev);
  bambu_fields_clear (object, fields, N_FIELDS);

  G_OBJECT_CLASS (bambu_account_parent_class)->finalize (object);
}

static void
bambu_account_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (pspec == links_pspec)
    g_value_set_boxed (value, BAMBU_ACCOUNT (object)->links);
  else
    bambu_fields_get_property (object, fields, N_FIELDS, prop_id, value, pspec);
}

static void
bambu_account_class_init (BambuAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bambu_account_finalize;
  object_class->get_property = bambu_account_get_property;

  bambu_fields_install (object_class, fields, N_FIELDS);

  links_pspec = g_param_spec_boxed ("links", NULL, NULL,
                                    G_TYPE_STRV,
                                    (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, N_FIELDS + 1, links_pspec);
}

static void
bambu_account_init (BambuAccount *self)
{
}

/* The answer of my/preference. NULL where it does not say whose it is. */
BambuAccount *
bambu_account_new_from_json (JsonObject *json)
{
  g_autoptr(BambuAccount) self = g_object_new (BAMBU_TYPE_ACCOUNT, NULL);

  bambu_fields_read (self, fields, N_FIELDS, json);
  self->links = bambu_json_dup_strv (json, "links");

  return self->uid != NULL && *self->uid != '\0' ? g_steal_pointer (&self) : NULL;
}

gboolean
bambu_account_merge (BambuAccount *self,
                     BambuAccount *newer)
{
  gboolean changed = bambu_fields_merge (self, newer, fields, N_FIELDS);

  if (links_equal (self->links, newer->links))
    return changed;

  g_strfreev (self->links);
  self->links = g_strdupv (newer->links);
  g_object_notify_by_pspec (G_OBJECT (self), links_pspec);

  return TRUE;
}

/**
 * bambu_account_get_links:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): the addresses its owner shows, unchecked; %NULL-terminated
 */
const char * const *
bambu_account_get_links (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return (const char * const *)self->links;
}

/**
 * bambu_account_get_uid:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): the account's number
 */
const char *
bambu_account_get_uid (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return self->uid;
}

/**
 * bambu_account_get_name:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): what its owner is called
 */
const char *
bambu_account_get_name (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return self->name;
}

/**
 * bambu_account_get_handle:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): the name it goes by on the vendor's sites
 */
const char *
bambu_account_get_handle (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return self->handle;
}

/**
 * bambu_account_get_avatar:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): the address of its picture
 */
const char *
bambu_account_get_avatar (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return self->avatar;
}

/**
 * bambu_account_get_bio:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): what its owner says of themselves
 */
const char *
bambu_account_get_bio (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return self->bio;
}

/**
 * bambu_account_get_background:
 * @self: a #BambuAccount
 *
 * Returns: (transfer none) (nullable): the address of the picture behind its page
 */
const char *
bambu_account_get_background (BambuAccount *self)
{
  g_return_val_if_fail (BAMBU_IS_ACCOUNT (self), NULL);

  return self->background;
}
