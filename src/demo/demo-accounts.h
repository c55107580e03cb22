/* demo-accounts.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "demo-world.h"

G_BEGIN_DECLS

/* Who may sign in, the codes that were sent to them, and the tokens that came of it. */
typedef struct _DemoAccounts DemoAccounts;

/* How an account signs in with its password. */
typedef enum
{
  DEMO_SIGN_IN_PASSWORD, /* that is all it takes */
  DEMO_SIGN_IN_CODE,     /* a code is sent */
  DEMO_SIGN_IN_TFA,      /* the authenticator shows a code */
} DemoSignIn;

typedef struct
{
  char       *account; /* e-mail address or phone number */
  char       *name;
  char       *handle;
  gint64      uid;
  DemoSignIn  sign_in;
  gint64      code_expires; /* 0 where no code was sent */
} DemoAccount;

typedef enum
{
  DEMO_CODE_RIGHT,
  DEMO_CODE_WRONG,
  DEMO_CODE_EXPIRED,
} DemoCodeCheck;

/* Gets to know the newest token of each account. */
typedef void (*DemoTokenFunc) (DemoAccount *account,
                               const char  *token,
                               gpointer     user_data);

#define DEMO_TOKEN_LIFETIME 7776000 /* seconds */

DemoAccounts *demo_accounts_new            (DemoWorld    *world,
                                            const char   *token);
void          demo_accounts_free           (DemoAccounts *self);
DemoAccount  *demo_accounts_check_password (DemoAccounts *self,
                                            const char   *account,
                                            const char   *password);
void          demo_accounts_send_code      (DemoAccounts *self,
                                            const char   *account);
DemoCodeCheck demo_accounts_check_code     (DemoAccounts *self,
                                            const char   *account,
                                            const char   *code,
                                            DemoAccount **signed_in);
char         *demo_accounts_begin_tfa      (DemoAccounts *self,
                                            DemoAccount  *account);
DemoCodeCheck demo_accounts_check_tfa      (DemoAccounts *self,
                                            const char   *key,
                                            const char   *code,
                                            DemoAccount **signed_in);
char         *demo_accounts_issue_token    (DemoAccounts *self,
                                            DemoAccount  *account);
DemoAccount  *demo_accounts_find_by_token  (DemoAccounts *self,
                                            const char   *token);
void          demo_accounts_set_token_func (DemoAccounts *self,
                                            DemoTokenFunc func,
                                            gpointer      user_data);

G_END_DECLS
