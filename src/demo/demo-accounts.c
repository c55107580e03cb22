/* demo-accounts.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-accounts.h"

#define PASSWORD "demo"
#define CODE "123456"
#define CODE_LIFETIME (10 * 60)
#define FIRST_UID G_GINT64_CONSTANT (1804289383)

typedef struct
{
  DemoAccount *account;
  gint64       expires; /* seconds since the epoch, G_MAXINT64 for never */
} Grant;

struct _DemoAccounts
{
  DemoWorld  *world;
  GPtrArray  *accounts; /* of DemoAccount */
  GHashTable *tokens;   /* of char * to Grant */
  GHashTable *tfa_keys; /* of char * to DemoAccount, not owned */

  DemoTokenFunc token_func; /* (nullable) */
  gpointer      token_data;
};

typedef struct
{
  const char *account;
  const char *name;
  const char *handle;
  DemoSignIn  sign_in;
} Known;

/* The first is whose printers these are; all see the same world. */
static const Known known[] = {
  { "demo@platen.example", "Ada Lovelace", "ada.makes", DEMO_SIGN_IN_CODE },
  { "tfa@platen.example", "Charles Babbage", "engine.no.2", DEMO_SIGN_IN_TFA },
  { "direct@platen.example", "Mary Somerville", "mary_s", DEMO_SIGN_IN_PASSWORD },
  { "13800138000", "Wang Zhenyi", "zhenyi", DEMO_SIGN_IN_CODE },
};

static void
account_free (gpointer data)
{
  DemoAccount *account = data;

  g_free (account->account);
  g_free (account->name);
  g_free (account->handle);
  g_free (account);
}

static DemoAccount *
add_account (DemoAccounts *self,
             gint64        uid,
             const char   *name,
             DemoSignIn    sign_in)
{
  DemoAccount *account = g_new0 (DemoAccount, 1);

  account->account = g_strdup (name);
  account->uid = uid;
  account->sign_in = sign_in;
  g_ptr_array_add (self->accounts, account);

  return account;
}

static void
add_token (DemoAccounts *self,
           const char   *token,
           DemoAccount  *account,
           gint64        expires)
{
  Grant *grant = g_new0 (Grant, 1);

  grant->account = account;
  grant->expires = expires;
  g_hash_table_insert (self->tokens, g_strdup (token), grant);
  if (self->token_func != NULL)
    self->token_func (account, token, self->token_data);
}

/**
 * demo_accounts_new:
 * @world: whose clock decides what has expired; must outlive the accounts
 * @token: (nullable): a token that is accepted from the start and never expires
 *
 * Returns: (transfer full): the accounts of the world
 */
DemoAccounts *
demo_accounts_new (DemoWorld  *world,
                   const char *token)
{
  DemoAccounts *self = g_new0 (DemoAccounts, 1);

  self->world = world;
  self->accounts = g_ptr_array_new_with_free_func (account_free);
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tfa_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      DemoAccount *account = add_account (self, FIRST_UID + i, known[i].account, known[i].sign_in);

      account->name = g_strdup (known[i].name);
      account->handle = g_strdup (known[i].handle);
    }

  if (token != NULL)
    add_token (self, token, g_ptr_array_index (self->accounts, 0), G_MAXINT64);

  return self;
}

/**
 * demo_accounts_free:
 * @self: (transfer full): the accounts
 *
 * Frees all accounts and forgets all tokens.
 */
void
demo_accounts_free (DemoAccounts *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->tfa_keys);
  g_hash_table_unref (self->tokens);
  g_ptr_array_unref (self->accounts);
  g_free (self);
}

static DemoAccount *
find_account (DemoAccounts *self,
              const char   *name)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      DemoAccount *account = g_ptr_array_index (self->accounts, i);

      if (g_ascii_strcasecmp (account->account, name) == 0)
        return account;
    }

  return NULL;
}

/**
 * demo_accounts_check_password:
 * @self: the accounts
 * @account: an e-mail address or phone number
 * @password: its password
 *
 * Returns: (transfer none) (nullable): the account, if that is its password
 */
DemoAccount *
demo_accounts_check_password (DemoAccounts *self,
                              const char   *account,
                              const char   *password)
{
  DemoAccount *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (account != NULL && password != NULL, NULL);

  found = find_account (self, account);

  return found != NULL && g_str_equal (password, PASSWORD) ? found : NULL;
}

/**
 * demo_accounts_send_code:
 * @self: the accounts
 * @account: an e-mail address or phone number; who has no account gets one
 *
 * Sends a code to the account: it is always the same one, and good for ten minutes.
 */
void
demo_accounts_send_code (DemoAccounts *self,
                         const char   *account)
{
  DemoAccount *found;

  g_return_if_fail (self != NULL);
  g_return_if_fail (account != NULL);

  found = find_account (self, account);
  if (found == NULL)
    {
      found = add_account (self, FIRST_UID + self->accounts->len, account, DEMO_SIGN_IN_CODE);
      found->name = g_strdup_printf ("user_%" G_GINT64_FORMAT, found->uid);
      found->handle = g_strdup (found->name);
    }

  found->code_expires = demo_world_get_service_time (self->world) + CODE_LIFETIME;
}

/**
 * demo_accounts_check_code:
 * @self: the accounts
 * @account: an e-mail address or phone number
 * @code: the code that was sent there
 * @signed_in: (out) (optional) (transfer none): the account, where the code is right
 *
 * A right code is good only once.
 *
 * Returns: whether the code is right
 */
DemoCodeCheck
demo_accounts_check_code (DemoAccounts  *self,
                          const char    *account,
                          const char    *code,
                          DemoAccount  **signed_in)
{
  DemoAccount *found;

  g_return_val_if_fail (self != NULL, DEMO_CODE_WRONG);
  g_return_val_if_fail (account != NULL && code != NULL && signed_in != NULL, DEMO_CODE_WRONG);

  found = find_account (self, account);
  if (found == NULL || found->code_expires <= demo_world_get_service_time (self->world))
    return DEMO_CODE_EXPIRED;

  if (!g_str_equal (code, CODE))
    return DEMO_CODE_WRONG;

  found->code_expires = 0;
  *signed_in = found;

  return DEMO_CODE_RIGHT;
}

/**
 * demo_accounts_begin_tfa:
 * @self: the accounts
 * @account: one of them, whose password was right
 *
 * Returns: (transfer full): what has to come back with the authenticator's code
 */
char *
demo_accounts_begin_tfa (DemoAccounts *self,
                         DemoAccount  *account)
{
  char *key;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (account != NULL, NULL);

  key = g_uuid_string_random ();
  g_hash_table_insert (self->tfa_keys, g_strdup (key), account);

  return key;
}

/**
 * demo_accounts_check_tfa:
 * @self: the accounts
 * @key: what demo_accounts_begin_tfa() said
 * @code: the authenticator's code
 * @signed_in: (out) (transfer none): the account, where the code is right
 *
 * Returns: whether the code is right; an unknown key has expired
 */
DemoCodeCheck
demo_accounts_check_tfa (DemoAccounts  *self,
                         const char    *key,
                         const char    *code,
                         DemoAccount  **signed_in)
{
  DemoAccount *found;

  g_return_val_if_fail (self != NULL, DEMO_CODE_WRONG);
  g_return_val_if_fail (key != NULL && code != NULL && signed_in != NULL, DEMO_CODE_WRONG);

  found = g_hash_table_lookup (self->tfa_keys, key);
  if (found == NULL)
    return DEMO_CODE_EXPIRED;

  if (!g_str_equal (code, CODE))
    return DEMO_CODE_WRONG;

  g_hash_table_remove (self->tfa_keys, key);
  *signed_in = found;

  return DEMO_CODE_RIGHT;
}

/**
 * demo_accounts_issue_token:
 * @self: the accounts
 * @account: one of them
 *
 * Signs the account in.
 *
 * Returns: (transfer full): a token that is good for %DEMO_TOKEN_LIFETIME
 */
char *
demo_accounts_issue_token (DemoAccounts *self,
                           DemoAccount  *account)
{
  g_autofree char *token = NULL;
  guchar bytes[96];

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (account != NULL, NULL);

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guchar) g_random_int_range (0, 256);

  token = g_base64_encode (bytes, sizeof bytes);
  g_strdelimit (token, "+", '-');
  g_strdelimit (token, "/", '_');
  add_token (self, token, account, demo_world_get_service_time (self->world) + DEMO_TOKEN_LIFETIME);

  return g_steal_pointer (&token);
}

/**
 * demo_accounts_find_by_token:
 * @self: the accounts
 * @token: a token
 *
 * Returns: (transfer none) (nullable): the account that @token signs in, unless it has expired
 */
DemoAccount *
demo_accounts_find_by_token (DemoAccounts *self,
                             const char   *token)
{
  Grant *grant;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (token != NULL, NULL);

  grant = g_hash_table_lookup (self->tokens, token);

  return grant != NULL && grant->expires > demo_world_get_service_time (self->world) ? grant->account : NULL;
}

/**
 * demo_accounts_set_token_func:
 * @self: the accounts
 * @func: (nullable): who gets to know which tokens there are, those that there are already at once
 * @user_data: passed to @func
 *
 * Sets who tells the broker, which knows one password of each account: its newest token.
 */
void
demo_accounts_set_token_func (DemoAccounts  *self,
                              DemoTokenFunc  func,
                              gpointer       user_data)
{
  GHashTableIter iter;
  gpointer token;
  gpointer grant;

  g_return_if_fail (self != NULL);

  self->token_func = func;
  self->token_data = user_data;
  if (func == NULL)
    return;

  g_hash_table_iter_init (&iter, self->tokens);
  while (g_hash_table_iter_next (&iter, &token, &grant))
    func (((Grant *) grant)->account, token, user_data);
}
