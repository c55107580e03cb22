/* platen-keyring.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-keyring.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#define ATTRIBUTE_APPLICATION "application"
#define ATTRIBUTE_REGION      "region"
#define ATTRIBUTE_UID         "uid"

#define APPLICATION "io.github.platen.Platen"

#define KEY_TOKEN         "token"
#define KEY_REFRESH_TOKEN "refresh-token"
#define KEY_EXPIRES       "expires"

/* gnome-keyring does not find locked items by the schema's name, only by attributes: hence one that is the same in
 * every item.
 */
static const SecretSchema account_schema = {
  .name = APPLICATION ".Account",
  .flags = SECRET_SCHEMA_DONT_MATCH_NAME,
  .attributes = {
    { ATTRIBUTE_APPLICATION, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { ATTRIBUTE_REGION, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { ATTRIBUTE_UID, SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

G_DEFINE_QUARK (platen-keyring-error-quark, platen_keyring_error)

static GError *
new_locked_error (gboolean prompted)
{
  if (prompted)
    return g_error_new_literal (PLATEN_KEYRING_ERROR,
                                PLATEN_KEYRING_ERROR_DISMISSED,
                                _("The keyring was not unlocked."));

  return g_error_new_literal (PLATEN_KEYRING_ERROR,
                              PLATEN_KEYRING_ERROR_LOCKED,
                              _("The keyring is locked."));
}

/* What the keyring said, as the callers of this room are to see it. */
static GError *
take_over_error (GError   *error,
                 gboolean  prompted)
{
  g_autoptr(GError) original = error;

  if (g_error_matches (original, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_steal_pointer (&original);

  if (g_error_matches (original, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    return new_locked_error (prompted);

  g_dbus_error_strip_remote_error (original);

  return g_error_new (PLATEN_KEYRING_ERROR,
                      PLATEN_KEYRING_ERROR_UNAVAILABLE,
                      _("The keyring is not available: %s"),
                      original->message);
}

static char *
format_secret (BambuCredentials *credentials)
{
  GDateTime *expires = bambu_credentials_get_expires (credentials);
  const char *refresh_token = bambu_credentials_get_refresh_token (credentials);
  g_autoptr(GVariant) secret = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, KEY_TOKEN, "s", bambu_credentials_get_token (credentials));
  if (refresh_token != NULL)
    g_variant_dict_insert (&dict, KEY_REFRESH_TOKEN, "s", refresh_token);
  if (expires != NULL)
    g_variant_dict_insert (&dict, KEY_EXPIRES, "x", g_date_time_to_unix (expires));
  secret = g_variant_ref_sink (g_variant_dict_end (&dict));

  return g_variant_print (secret, TRUE);
}

/* NULL where the secret is not one that format_secret() wrote: another program can write any. */
static BambuCredentials *
parse_secret (const char *text)
{
  g_autoptr(GVariant) secret = NULL;
  g_autoptr(GDateTime) expires = NULL;
  const char *token = NULL;
  const char *refresh_token = NULL;
  gint64 seconds;

  secret = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  if (secret == NULL || !g_variant_lookup (secret, KEY_TOKEN, "&s", &token) || *token == '\0')
    return NULL;

  g_variant_lookup (secret, KEY_REFRESH_TOKEN, "&s", &refresh_token);
  if (g_variant_lookup (secret, KEY_EXPIRES, "x", &seconds))
    expires = g_date_time_new_from_unix_utc (seconds);

  return bambu_credentials_new (token, refresh_token, expires);
}

static GHashTable *
account_attributes (BambuRegion  region,
                    const char  *uid)
{
  return secret_attributes_build (&account_schema,
                                  ATTRIBUTE_APPLICATION, APPLICATION,
                                  ATTRIBUTE_REGION, bambu_region_to_string (region),
                                  ATTRIBUTE_UID, uid,
                                  NULL);
}

static gboolean
is_locked (SecretRetrievable *item)
{
  /* In a sandbox the items come from a file of the application's own, which is never locked. */
  return SECRET_IS_ITEM (item) && secret_item_get_locked (SECRET_ITEM (item));
}

static int
compare_modified (gconstpointer a,
                  gconstpointer b)
{
  guint64 modified_a = secret_retrievable_get_modified ((SecretRetrievable *) a);
  guint64 modified_b = secret_retrievable_get_modified ((SecretRetrievable *) b);

  return (modified_a < modified_b) - (modified_a > modified_b);
}

static PlatenStoredAccount *
read_account (SecretRetrievable *item,
              SecretValue       *value)
{
  g_autoptr(GHashTable) attributes = secret_retrievable_get_attributes (item);
  g_autoptr(BambuCredentials) credentials = NULL;
  PlatenStoredAccount *account;
  const char *region_name;
  const char *text;
  const char *uid;
  BambuRegion region;

  if (attributes == NULL)
    return NULL;

  region_name = g_hash_table_lookup (attributes, ATTRIBUTE_REGION);
  if (region_name == NULL || !bambu_region_from_string (region_name, &region))
    return NULL;

  uid = g_hash_table_lookup (attributes, ATTRIBUTE_UID);
  if (uid == NULL || *uid == '\0')
    return NULL;

  text = secret_value_get_text (value);
  credentials = text != NULL ? parse_secret (text) : NULL;
  if (credentials == NULL)
    return NULL;

  account = g_new0 (PlatenStoredAccount, 1);
  account->region = region;
  account->uid = g_strdup (uid);
  account->credentials = g_steal_pointer (&credentials);

  return account;
}

static void
take_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* libsecret's own synchronous calls would leave what they have begun in a context that nobody runs any more. */
static void
await_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

/* The newest account of those that can be read; @locked tells whether there are others. */
static PlatenStoredAccount *
find_account (gboolean       prompt,
              GCancellable  *cancellable,
              gboolean      *locked,
              GError       **error)
{
  g_autoptr(GHashTable) attributes = NULL;
  g_autoptr(GAsyncResult) search = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autolist(SecretRetrievable) items = NULL;

  attributes = secret_attributes_build (&account_schema, ATTRIBUTE_APPLICATION, APPLICATION, NULL);

  /* Cancelling a call that prompts takes gnome-keyring down. */
  secret_password_searchv (&account_schema,
                           attributes,
                           SECRET_SEARCH_ALL | (prompt ? SECRET_SEARCH_UNLOCK : 0),
                           prompt ? NULL : cancellable,
                           take_result_cb,
                           &search);
  await_result (&search);
  items = g_list_sort (secret_password_search_finish (search, &local_error), compare_modified);
  *locked = FALSE;

  for (const GList *iter = items; local_error == NULL && iter != NULL; iter = iter->next)
    {
      g_autoptr(GAsyncResult) retrieval = NULL;
      g_autoptr(SecretValue) value = NULL;
      PlatenStoredAccount *account;

      if (is_locked (iter->data))
        {
          *locked = TRUE;
          continue;
        }

      secret_retrievable_retrieve_secret (iter->data, cancellable, take_result_cb, &retrieval);
      await_result (&retrieval);
      value = secret_retrievable_retrieve_secret_finish (iter->data, retrieval, &local_error);
      account = value != NULL ? read_account (iter->data, value) : NULL;

      if (account != NULL)
        return account;

      g_debug ("Passing over an item in the keyring that cannot be read");
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static PlatenStoredAccount *
look_up (GTask   *task,
         GError **error)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  const gboolean allow_prompt = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr(GError) local_error = NULL;
  PlatenStoredAccount *account;
  gboolean prompted = FALSE;
  gboolean locked;

  account = find_account (FALSE, cancellable, &locked, &local_error);

  /* Who has asked is to outlive the prompt, unless they are gone already. */
  if (account == NULL && local_error == NULL && locked && allow_prompt && g_task_set_return_on_cancel (task, FALSE))
    {
      prompted = TRUE;
      account = find_account (TRUE, cancellable, &locked, &local_error);
    }

  if (local_error != NULL)
    g_propagate_error (error, take_over_error (g_steal_pointer (&local_error), prompted));
  else if (account == NULL && locked)
    g_propagate_error (error, new_locked_error (prompted));

  return account;
}

static void
lookup_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GError) error = NULL;
  PlatenStoredAccount *account;

  g_main_context_push_thread_default (context);
  account = look_up (task, &error);

  /* libsecret keeps its proxy for who asks next, whose signals this thread would have to wait for. */
  secret_service_disconnect ();
  while (g_main_context_iteration (context, FALSE))
    continue;
  g_main_context_pop_thread_default (context);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, account, (GDestroyNotify) platen_stored_account_free);
}

/* One after the other: a keyring that is asked twice at once makes two items, and libsecret stumbles over what goes while it
 * looks. Main thread only.
 */
static GQueue writes = G_QUEUE_INIT;  /* of GTask, the first of which is under way */

typedef struct
{
  GHashTable *attributes;
  char       *label;   /* NULL to delete what is there */
  char       *secret;
} Write;

static void
write_free (Write *write)
{
  g_hash_table_unref (write->attributes);
  g_free (write->label);
  secret_password_free (write->secret);
  g_free (write);
}

static void run_write (GTask *task);

/* @error: (transfer full) (nullable) */
static void
end_write (GTask  *task,
           GError *error)
{
  g_autoptr(GTask) own_task = g_queue_pop_head (&writes);

  g_assert (own_task == task);

  if (!g_queue_is_empty (&writes))
    run_write (g_queue_peek_head (&writes));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
begin_write (GTask *task,
             Write *write)
{
  g_task_set_task_data (task, write, (GDestroyNotify) write_free);
  g_queue_push_tail (&writes, g_object_ref (task));

  if (g_queue_get_length (&writes) == 1)
    run_write (task);
}

static void
store_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  secret_password_store_finish (result, &error);
  if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT) ||
      g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD))
    {
      /* There is still no default keyring: the user was asked to make one, and did not. */
      end_write (task, g_error_new_literal (PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_DISMISSED,
                                            _("No keyring was made.")));
      return;
    }

  end_write (task, error != NULL ? take_over_error (g_steal_pointer (&error), TRUE) : NULL);
}

static void
clear_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  secret_password_clear_finish (result, &error);
  end_write (task, error != NULL ? take_over_error (g_steal_pointer (&error), TRUE) : NULL);
}

static void
clear_unlock_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autolist(SecretRetrievable) items = NULL;
  g_autoptr(GError) error = NULL;
  const Write *write = g_task_get_task_data (task);

  items = secret_password_search_finish (result, &error);
  if (error != NULL)
    {
      end_write (task, take_over_error (g_steal_pointer (&error), TRUE));
      return;
    }

  for (const GList *iter = items; iter != NULL; iter = iter->next)
    {
      if (is_locked (iter->data))
        {
          end_write (task, new_locked_error (TRUE));
          return;
        }
    }

  secret_password_clearv (&account_schema,
                          write->attributes,
                          NULL,
                          clear_cb,
                          g_object_ref (task));
}

static void
run_write (GTask *task)
{
  const Write *write = g_task_get_task_data (task);

  if (write->label != NULL)
    secret_password_storev (&account_schema,
                            write->attributes,
                            SECRET_COLLECTION_DEFAULT,
                            write->label,
                            write->secret,
                            NULL,
                            store_cb,
                            g_object_ref (task));
  else
    /* What is locked would be left alone by secret_password_clearv(). */
    secret_password_searchv (&account_schema,
                             write->attributes,
                             SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK,
                             NULL,
                             clear_unlock_cb,
                             g_object_ref (task));
}

/**
 * platen_stored_account_free:
 * @self: (transfer full): an account as the keyring keeps it
 *
 * Frees an account; its credentials are cleared when nobody else holds them.
 */
void
platen_stored_account_free (PlatenStoredAccount *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->uid);
  g_clear_pointer (&self->credentials, bambu_credentials_unref);
  g_free (self);
}

/**
 * platen_keyring_lookup_async:
 * @allow_prompt: whether the user may be asked to unlock the keyring
 * @cancellable: (nullable): cancels the search; while a prompt is on the screen it has to wait
 * @callback: called when the account is known
 * @user_data: passed to @callback
 *
 * Looks for the signed-in account; of several the one stored last. An item that cannot be read for damage
 * counts as none.
 */
void
platen_keyring_lookup_async (gboolean             allow_prompt,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, platen_keyring_lookup_async);
  g_task_set_task_data (task, GINT_TO_POINTER (allow_prompt), NULL);

  /* GLib would start the thread even so. */
  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_set_return_on_cancel (task, TRUE);

  /* It takes several questions and answers, which are not to wait for the main loop while the program starts. */
  g_task_run_in_thread (task, lookup_thread);
}

/**
 * platen_keyring_lookup_finish:
 * @result: what the callback was given
 * @error: where to say why the keyring could not be asked
 *
 * Ends platen_keyring_lookup_async(). Errors: those of #PlatenKeyringError, and %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the account, or %NULL where there is none, or with @error set
 */
PlatenStoredAccount *
platen_keyring_lookup_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, platen_keyring_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * platen_keyring_store_async:
 * @region: the cloud that the account lives in
 * @uid: its number there
 * @name: (nullable): its user's name, by which keyring managers show the item
 * @credentials: what it signs in with
 * @callback: called when the account is stored
 * @user_data: passed to @callback
 *
 * Keeps an account in the user's default keyring, in place of what was kept of the same account. A locked keyring
 * asks to be unlocked, a user without any keyring is asked to make one.
 */
void
platen_keyring_store_async (BambuRegion          region,
                            const char          *uid,
                            const char          *name,
                            BambuCredentials    *credentials,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Write *write;

  g_return_if_fail (uid != NULL && *uid != '\0');
  g_return_if_fail (credentials != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_keyring_store_async);

  write = g_new0 (Write, 1);
  write->attributes = account_attributes (region, uid);
  write->label = g_strdup_printf ("Platen: %s", name != NULL && *name != '\0' ? name : uid);
  write->secret = format_secret (credentials);
  begin_write (task, write);
}

/**
 * platen_keyring_store_finish:
 * @result: what the callback was given
 * @error: where to say why nothing was stored
 *
 * Ends platen_keyring_store_async(). Errors: %PLATEN_KEYRING_ERROR_DISMISSED and %PLATEN_KEYRING_ERROR_UNAVAILABLE.
 *
 * Returns: whether the account is stored
 */
gboolean
platen_keyring_store_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, platen_keyring_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * platen_keyring_clear_async:
 * @region: the cloud that the account lives in
 * @uid: its number there
 * @callback: called when the account is gone
 * @user_data: passed to @callback
 *
 * Deletes what the keyring keeps of an account. A locked keyring asks to be unlocked.
 */
void
platen_keyring_clear_async (BambuRegion          region,
                            const char          *uid,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Write *write;

  g_return_if_fail (uid != NULL && *uid != '\0');

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_keyring_clear_async);

  write = g_new0 (Write, 1);
  write->attributes = account_attributes (region, uid);
  begin_write (task, write);
}

/**
 * platen_keyring_clear_finish:
 * @result: what the callback was given
 * @error: where to say why the account is still there
 *
 * Ends platen_keyring_clear_async(). Errors: %PLATEN_KEYRING_ERROR_DISMISSED and %PLATEN_KEYRING_ERROR_UNAVAILABLE.
 *
 * Returns: %TRUE when nothing is stored of the account, also where nothing was before
 */
gboolean
platen_keyring_clear_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, platen_keyring_clear_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
