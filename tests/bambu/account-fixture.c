/* account-fixture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "account-fixture.h"
#include "sessions.h"

static void
account_begin (AccountFixture *self,
               TestCloud      *cloud)
{
  static const BambuLimits limits = { .connect_ms = 20000, .answer_ms = 20000, .max_bytes = BAMBU_EXCHANGE_MAX_BYTES };
  g_autoptr(GError) error = NULL;

  self->cloud = cloud;
  self->client = bambu_client_new (BAMBU_REGION_GLOBAL, test_cloud_get_url (self->cloud), NULL, &error);
  g_assert_no_error (error);
  bambu_client_set_limits (self->client, &limits, 1);
  bambu_client_set_token (self->client, TEST_CLOUD_TOKEN);
  self->cache_dir = g_dir_make_tmp ("platen-session-XXXXXX", &error);
  g_assert_no_error (error);
  self->session = bambu_session_new (self->client, self->cache_dir);
}

void
account_set_up (AccountFixture *self,
                gconstpointer   data)
{
  account_begin (self, test_cloud_new (data));
}

void
account_set_up_live (AccountFixture *self,
                     gconstpointer   data)
{
  account_begin (self, test_cloud_new_live (data));
}

void
account_tear_down (AccountFixture *self,
                   gconstpointer   data)
{
  test_end_session (self->session);
  g_object_unref (self->client);
  test_remove_tree (self->cache_dir);
  g_free (self->cache_dir);
  test_cloud_free (self->cloud);
}

void
account_open (AccountFixture *self,
              const char     *uid)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (test_open (self->session, uid, &error));
  g_assert_no_error (error);
}

char *
account_restart (AccountFixture *self)
{
  char *uid = g_strdup (bambu_account_get_uid (bambu_session_get_account (self->session)));

  test_end_session (self->session);
  self->session = bambu_session_new (self->client, self->cache_dir);
  account_open (self, uid);

  return uid;
}

guint
test_list_count (BambuList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

gpointer
test_list_get (gpointer model,
               guint    position)
{
  gpointer item = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_nonnull (item);

  /* Its list holds it. */
  g_object_unref (item);

  return item;
}
