/* test-list.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-json.h"
#include "bambu-list-private.h"
#include "bambu-types-private.h"

/* A list that is told what items-changed says, and nothing else: it must hold the same. */
typedef struct
{
  BambuList *list;
  GPtrArray *mirror;
  guint      n_signals;
  guint      n_removed;
  guint      n_added;
} Mirror;

/* Stands for the cloud: each fetch waits until it is answered. */
#define TEST_TYPE_OWNER (test_owner_get_type ())
G_DECLARE_FINAL_TYPE (TestOwner, test_owner, TEST, OWNER, GObject)

struct _TestOwner
{
  GObject  parent_instance;
  GTask   *pending;
  guint    n_fetches;
};

G_DEFINE_FINAL_TYPE (TestOwner, test_owner, G_TYPE_OBJECT)

static void
test_owner_class_init (TestOwnerClass *klass)
{
}

static void
test_owner_init (TestOwner *self)
{
}

static void
test_owner_fetch (gpointer             owner,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  TestOwner *self = owner;

  self->n_fetches++;
  g_set_object (&self->pending, NULL);
  self->pending = g_task_new (self, cancellable, callback, user_data);
}

static void
test_owner_fetch_alone (gpointer             owner,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  TestOwner *self = owner;

  self->n_fetches++;
  self->pending = g_task_new (NULL, cancellable, callback, user_data);
}

static GPtrArray *
test_owner_fetch_finish (gpointer       owner,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_owner_answer (TestOwner *self,
                   GPtrArray *items)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->pending);

  g_assert_nonnull (task);
  g_task_return_pointer (task, items, (GDestroyNotify)g_ptr_array_unref);
}

static BambuPreset *
new_item (int         id,
          const char *name)
{
  g_autofree char *text = g_strdup_printf ("{\"setting_id\": \"%d\", \"name\": \"%s\"}", id, name);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(JsonNode) root = bambu_json_parse (bytes, NULL);
  BambuPreset *preset = bambu_preset_new_from_json (bambu_json_node_object (root),
                                                    BAMBU_PRESET_KIND_PROCESS, FALSE);

  g_assert_nonnull (preset);

  return preset;
}

static GPtrArray *
new_items (const int  *ids,
           guint       n_ids,
           const char *name)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (items, new_item (ids[i], name));

  return items;
}

static void
mirror_changed_cb (GListModel *model,
                   guint       position,
                   guint       removed,
                   guint       added,
                   Mirror     *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->mirror->len);

  if (removed > 0)
    g_ptr_array_remove_range (mirror->mirror, position, removed);

  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->mirror, position + i, g_list_model_get_item (model, position + i));

  /* At every signal the model is what the signals so far make of it. */
  g_assert_cmpuint (mirror->mirror->len, ==, g_list_model_get_n_items (model));
  mirror->n_signals++;
  mirror->n_removed += removed;
  mirror->n_added += added;
}

static void
mirror_init (Mirror *mirror)
{
  mirror->list = bambu_list_new (BAMBU_TYPE_PRESET);
  mirror->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  mirror->n_signals = mirror->n_removed = mirror->n_added = 0;
  g_signal_connect (mirror->list, "items-changed", G_CALLBACK (mirror_changed_cb), mirror);
}

static void
mirror_clear (Mirror *mirror)
{
  g_clear_object (&mirror->list);
  g_clear_pointer (&mirror->mirror, g_ptr_array_unref);
}

static void
mirror_merge (Mirror    *mirror,
              const int *ids,
              guint      n_ids)
{
  g_autoptr(GPtrArray) items = new_items (ids, n_ids, "name");

  mirror->n_signals = mirror->n_removed = mirror->n_added = 0;
  bambu_list_merge (mirror->list, items);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mirror->list)), ==, n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr(BambuPreset) item = g_list_model_get_item (G_LIST_MODEL (mirror->list), i);
      g_autofree char *id = g_strdup_printf ("%d", ids[i]);

      g_assert_cmpstr (bambu_preset_get_id (item), ==, id);
      g_assert_true (g_ptr_array_index (mirror->mirror, i) == item);
      g_assert_true (bambu_list_lookup (mirror->list, id) == item);
    }
}

static void
test_moves_little (void)
{
  static const int start[] = { 1, 2, 3, 4, 5, 6 };
  static const int first_to_last[] = { 2, 3, 4, 5, 6, 1 };
  static const int last_to_first[] = { 1, 2, 3, 4, 5, 6 };
  static const int two_gone[] = { 1, 4, 5, 6 };
  static const int two_new[] = { 1, 8, 9, 4, 5, 6 };
  Mirror mirror;

  mirror_init (&mirror);
  mirror_merge (&mirror, start, G_N_ELEMENTS (start));
  g_assert_cmpuint (mirror.n_signals, ==, 1);

  mirror_merge (&mirror, start, G_N_ELEMENTS (start));
  g_assert_cmpuint (mirror.n_signals, ==, 0);

  mirror_merge (&mirror, first_to_last, G_N_ELEMENTS (first_to_last));
  g_assert_cmpuint (mirror.n_removed, ==, 1);
  g_assert_cmpuint (mirror.n_added, ==, 1);

  mirror_merge (&mirror, last_to_first, G_N_ELEMENTS (last_to_first));
  g_assert_cmpuint (mirror.n_removed, ==, 1);
  g_assert_cmpuint (mirror.n_added, ==, 1);

  mirror_merge (&mirror, two_gone, G_N_ELEMENTS (two_gone));
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_removed, ==, 2);

  mirror_merge (&mirror, two_new, G_N_ELEMENTS (two_new));
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_added, ==, 2);

  mirror_merge (&mirror, NULL, 0);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  mirror_clear (&mirror);
}

/* The most ids that both have in the same order, found the plain way. */
static guint
count_in_order (const int *before,
                guint      n_before,
                const int *after,
                guint      n_after)
{
  g_autofree guint *best = g_new0 (guint, (n_before + 1) * (n_after + 1));

  for (guint i = 1; i <= n_before; i++)
    {
      for (guint j = 1; j <= n_after; j++)
        {
          guint *here = &best[i * (n_after + 1) + j];

          *here = MAX (here[-1], here[-(int)(n_after + 1)]);

          if (before[i - 1] == after[j - 1])
            *here = best[(i - 1) * (n_after + 1) + j - 1] + 1;
        }
    }

  return best[n_before * (n_after + 1) + n_after];
}

static void
test_random_changes (void)
{
  int before[24];
  guint n_before = 0;
  Mirror mirror;

  mirror_init (&mirror);

  for (guint round = 0; round < 2000; round++)
    {
      int ids[24];
      guint n_ids = 0;

      /* A random pick in a random order. */
      for (int id = 0; id < (int)G_N_ELEMENTS (ids); id++)
        {
          guint place;

          if (g_test_rand_int_range (0, 3) == 0)
            continue;

          place = g_test_rand_int_range (0, n_ids + 1);

          if (g_test_rand_int_range (0, 2) == 0)
            place = n_ids;

          memmove (ids + place + 1, ids + place, (n_ids - place) * sizeof *ids);
          ids[place] = id;
          n_ids++;
        }

      mirror_merge (&mirror, ids, n_ids);

      /* No more goes and comes than has to. */
      g_assert_cmpuint (mirror.n_removed, ==, n_before - count_in_order (before, n_before, ids, n_ids));
      g_assert_cmpuint (mirror.n_added, ==, n_ids + mirror.n_removed - n_before);
      memcpy (before, ids, n_ids * sizeof *ids);
      n_before = n_ids;
    }

  mirror_clear (&mirror);
}

/* As many as a long-time user has, turned around and shuffled. */
static void
test_five_thousand (void)
{
  const guint n = 5000;
  g_autofree int *ids = g_new (int, n);
  gint64 started;
  Mirror mirror;

  mirror_init (&mirror);

  for (guint i = 0; i < n; i++)
    ids[i] = i;

  mirror_merge (&mirror, ids, n);
  g_assert_cmpuint (mirror.n_signals, ==, 1);

  ids[17] = n + 1;
  ids[n / 2] = n + 2;
  mirror_merge (&mirror, ids, n);
  g_assert_cmpuint (mirror.n_signals, ==, 4);
  g_assert_cmpuint (mirror.n_removed, ==, 2);

  started = g_get_monotonic_time ();

  for (guint i = 0; i < n / 2; i++)
    {
      const int other = ids[i];

      ids[i] = ids[n - 1 - i];
      ids[n - 1 - i] = other;
    }

  mirror_merge (&mirror, ids, n);

  for (guint i = n - 1; i > 0; i--)
    {
      const guint j = g_test_rand_int_range (0, i + 1);
      const int other = ids[i];

      ids[i] = ids[j];
      ids[j] = other;
    }

  mirror_merge (&mirror, ids, n);

  /* Far from what it takes, also under a sanitizer, and far from what going through all for each would. */
  g_assert_cmpint (g_get_monotonic_time () - started, <, 20 * G_USEC_PER_SEC);
  mirror_clear (&mirror);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 GString    *seen)
{
  g_string_append_printf (seen, "%s;", g_param_spec_get_name (pspec));
}

static void
test_keeps_objects (void)
{
  static const int ids[] = { 1, 2 };
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  g_autoptr(GPtrArray) first = new_items (ids, 2, "before");
  g_autoptr(GPtrArray) same = new_items (ids, 2, "before");
  g_autoptr(GPtrArray) renamed = new_items (ids, 2, "after");
  g_autoptr(GString) seen = g_string_new (NULL);
  BambuPreset *item;

  bambu_list_merge (list, first);
  item = bambu_list_lookup (list, "1");
  g_signal_connect (item, "notify", G_CALLBACK (count_notify_cb), seen);

  bambu_list_merge (list, same);
  g_assert_cmpstr (seen->str, ==, "");

  bambu_list_merge (list, renamed);
  g_assert_cmpstr (seen->str, ==, "name;");
  g_assert_true (bambu_list_lookup (list, "1") == item);
  g_assert_cmpstr (bambu_preset_get_name (item), ==, "after");
}

static void
test_an_id_counts_once (void)
{
  static const int ids[] = { 7, 7, 8, 7 };
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  g_autoptr(GPtrArray) items = new_items (ids, 4, "name");

  bambu_list_merge (list, items);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_null (bambu_list_lookup (list, NULL));
  g_assert_null (bambu_list_lookup (list, "9"));
}

typedef struct
{
  guint   n_done;
  guint   n_good;
  GError *error;
} Outcome;

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Outcome *outcome = user_data;

  g_clear_error (&outcome->error);
  outcome->n_good += bambu_list_refresh_finish (BAMBU_LIST (object), result, &outcome->error);
  outcome->n_done++;
}

static void
wait_for (Outcome *outcome,
          guint    n_done)
{
  while (outcome->n_done < n_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_refreshes_share (void)
{
  static const int ids[] = { 1, 2, 3 };
  g_autoptr(TestOwner) owner = g_object_new (TEST_TYPE_OWNER, NULL);
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  Outcome outcome = { 0 };

  bambu_list_set_source (list, owner, test_owner_fetch, test_owner_fetch_finish);
  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  g_assert_cmpuint (owner->n_fetches, ==, 1);
  g_assert_true (bambu_list_get_loading (list));
  g_assert_null (bambu_list_get_updated (list));

  test_owner_answer (owner, new_items (ids, 3, "name"));
  wait_for (&outcome, 2);
  g_assert_cmpuint (outcome.n_good, ==, 2);
  g_assert_false (bambu_list_get_loading (list));
  g_assert_nonnull (bambu_list_get_updated (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
}

static void
test_cancelling_one_waiter (void)
{
  static const int ids[] = { 1 };
  g_autoptr(TestOwner) owner = g_object_new (TEST_TYPE_OWNER, NULL);
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Outcome leaves = { 0 };
  Outcome stays = { 0 };

  bambu_list_set_source (list, owner, test_owner_fetch, test_owner_fetch_finish);
  bambu_list_refresh_async (list, cancellable, refreshed_cb, &leaves);
  bambu_list_refresh_async (list, NULL, refreshed_cb, &stays);

  g_cancellable_cancel (cancellable);
  wait_for (&leaves, 1);
  g_assert_error (leaves.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stays.n_done, ==, 0);
  g_assert_false (g_cancellable_is_cancelled (g_task_get_cancellable (owner->pending)));

  test_owner_answer (owner, new_items (ids, 1, "name"));
  wait_for (&stays, 1);
  g_assert_cmpuint (stays.n_good, ==, 1);
  g_clear_error (&leaves.error);
}

static void
test_cancelling_all_waiters (void)
{
  static const int ids[] = { 1 };
  g_autoptr(TestOwner) owner = g_object_new (TEST_TYPE_OWNER, NULL);
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) first = NULL;
  Outcome outcome = { 0 };

  bambu_list_set_source (list, owner, test_owner_fetch, test_owner_fetch_finish);
  bambu_list_refresh_async (list, cancellable, refreshed_cb, &outcome);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome, 1);
  first = g_steal_pointer (&owner->pending);
  g_assert_true (g_cancellable_is_cancelled (g_task_get_cancellable (first)));

  /* A new refresh does not wait for what is on its way out, and is not mistaken for it. */
  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  g_assert_cmpuint (owner->n_fetches, ==, 2);
  g_task_return_error_if_cancelled (first);

  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_true (bambu_list_get_loading (list));
  g_assert_null (bambu_list_get_error (list));
  test_owner_answer (owner, new_items (ids, 1, "name"));
  wait_for (&outcome, 2);
  g_assert_cmpuint (outcome.n_good, ==, 1);
}

static void
test_errors_are_kept_and_cleared (void)
{
  static const int ids[] = { 1 };
  g_autoptr(TestOwner) owner = g_object_new (TEST_TYPE_OWNER, NULL);
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  g_autoptr(GTask) task = NULL;
  Outcome outcome = { 0 };

  bambu_list_set_source (list, owner, test_owner_fetch, test_owner_fetch_finish);
  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  task = g_steal_pointer (&owner->pending);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "Busy");
  wait_for (&outcome, 1);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_error (bambu_list_get_error (list), G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_null (bambu_list_get_updated (list));

  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  test_owner_answer (owner, new_items (ids, 1, "name"));
  wait_for (&outcome, 2);
  g_assert_null (bambu_list_get_error (list));
}

static void
test_owner_gone (void)
{
  TestOwner *owner = g_object_new (TEST_TYPE_OWNER, NULL);
  g_autoptr(BambuList) list = bambu_list_new (BAMBU_TYPE_PRESET);
  Outcome outcome = { 0 };

  bambu_list_set_source (list, owner, test_owner_fetch, test_owner_fetch_finish);
  g_object_unref (owner);
  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  wait_for (&outcome, 1);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&outcome.error);
}

static void
test_owner_goes_while_asked (void)
{
  static const int ids[] = { 1 };
  TestOwner *owner = g_object_new (TEST_TYPE_OWNER, NULL);
  BambuList *list = bambu_list_new (BAMBU_TYPE_PRESET);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = NULL;
  Outcome outcome = { 0 };

  /* Not the owner's own task, which would keep it. */
  bambu_list_set_source (list, owner, test_owner_fetch_alone, test_owner_fetch_finish);
  bambu_list_refresh_async (list, NULL, refreshed_cb, &outcome);
  task = g_steal_pointer (&owner->pending);
  g_assert_finalize_object (owner);

  g_task_return_pointer (task, new_items (ids, 1, "name"), (GDestroyNotify)g_ptr_array_unref);
  wait_for (&outcome, 1);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_false (bambu_list_get_loading (list));
  g_assert_null (bambu_list_get_error (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_clear_error (&outcome.error);
  g_clear_object (&task);
  g_assert_finalize_object (list);

  /* One that is cancelled already asks nothing. */
  owner = g_object_new (TEST_TYPE_OWNER, NULL);
  list = bambu_list_new (BAMBU_TYPE_PRESET);
  bambu_list_set_source (list, owner, test_owner_fetch_alone, test_owner_fetch_finish);
  g_cancellable_cancel (cancellable);
  bambu_list_refresh_async (list, cancellable, refreshed_cb, &outcome);
  wait_for (&outcome, 2);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (owner->n_fetches, ==, 0);
  g_clear_error (&outcome.error);
  g_assert_finalize_object (list);
  g_assert_finalize_object (owner);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/list/moves-little", test_moves_little);
  g_test_add_func ("/bambu/list/random-changes", test_random_changes);
  g_test_add_func ("/bambu/list/five-thousand", test_five_thousand);
  g_test_add_func ("/bambu/list/keeps-objects", test_keeps_objects);
  g_test_add_func ("/bambu/list/an-id-counts-once", test_an_id_counts_once);
  g_test_add_func ("/bambu/list/refreshes-share", test_refreshes_share);
  g_test_add_func ("/bambu/list/cancelling-one-waiter", test_cancelling_one_waiter);
  g_test_add_func ("/bambu/list/cancelling-all-waiters", test_cancelling_all_waiters);
  g_test_add_func ("/bambu/list/errors-are-kept-and-cleared", test_errors_are_kept_and_cleared);
  g_test_add_func ("/bambu/list/owner-gone", test_owner_gone);
  g_test_add_func ("/bambu/list/owner-goes-while-asked", test_owner_goes_while_asked);

  return g_test_run ();
}
