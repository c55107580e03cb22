/* keyring-probe.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks one thing of src/keyring in a process of its own, and prints the answer in one line:
 *
 *   keyring-probe store UID TOKEN [REFRESH-TOKEN EXPIRES]
 *   keyring-probe store-raw UID SECRET     past src/keyring, as another program would
 *   keyring-probe clear UID
 *   keyring-probe at-once UID              stores and clears in turns, none of which waits for the one before
 *   keyring-probe lookup
 *   keyring-probe lookup-prompt
 *   keyring-probe lookup-cancel            cancels at once
 *   keyring-probe lookup-prompt-cancel     cancels when standard input ends
 */

#include <gio/gunixinputstream.h>
#include <libsecret/secret.h>
#include <unistd.h>

#include "platen-keyring.h"

static GMainLoop *loop;
static guint n_writes;

static void
print_error (const GError *error)
{
  if (error == NULL)
    g_print ("done\n");
  else if (g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_LOCKED))
    g_print ("locked\n");
  else if (g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_DISMISSED))
    g_print ("dismissed\n");
  else if (g_error_matches (error, PLATEN_KEYRING_ERROR, PLATEN_KEYRING_ERROR_UNAVAILABLE))
    g_print ("unavailable\n");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_print ("cancelled\n");
  else
    g_print ("%s: %s\n", g_quark_to_string (error->domain), error->message);
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  platen_keyring_store_finish (result, &error);
  print_error (error);

  if (--n_writes == 0)
    g_main_loop_quit (loop);
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  platen_keyring_clear_finish (result, &error);
  print_error (error);

  if (--n_writes == 0)
    g_main_loop_quit (loop);
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlatenStoredAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  account = platen_keyring_lookup_finish (result, &error);
  if (error != NULL)
    {
      print_error (error);
    }
  else if (account == NULL)
    {
      g_print ("none\n");
    }
  else
    {
      const char *refresh_token = bambu_credentials_get_refresh_token (account->credentials);
      GDateTime *expires = bambu_credentials_get_expires (account->credentials);

      g_print ("found %s %s %s %s %" G_GINT64_FORMAT "\n",
               bambu_region_to_string (account->region),
               account->uid,
               bambu_credentials_get_token (account->credentials),
               refresh_token != NULL ? refresh_token : "-",
               expires != NULL ? g_date_time_to_unix (expires) : 0);
    }

  g_main_loop_quit (loop);
}

static void
store (const char *uid,
       const char *token,
       const char *refresh_token,
       const char *expires)
{
  g_autoptr(GDateTime) expiry = NULL;
  g_autoptr(BambuCredentials) credentials = NULL;

  if (expires != NULL)
    expiry = g_date_time_new_from_unix_utc (g_ascii_strtoll (expires, NULL, 10));
  credentials = bambu_credentials_new (token, refresh_token, expiry);
  n_writes++;
  platen_keyring_store_async (BAMBU_REGION_CHINA, uid, "Ada", credentials, stored_cb, NULL);
}

static void
clear (const char *uid)
{
  n_writes++;
  platen_keyring_clear_async (BAMBU_REGION_CHINA, uid, cleared_cb, NULL);
}

static void
store_raw (const char *uid,
           const char *secret)
{
  static const SecretSchema schema = {
    .name = "io.github.platen.Platen.Account",
    .attributes = { { "application", 0 }, { "region", 0 }, { "uid", 0 }, { NULL, 0 } },
  };
  g_autoptr(GError) error = NULL;

  secret_password_store_sync (&schema, NULL, "raw", secret, NULL, &error,
                              "application", "io.github.platen.Platen",
                              "region", "china",
                              "uid", uid,
                              NULL);
  g_assert_no_error (error);
  g_print ("done\n");
}

static void
input_ended_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GCancellable) cancellable = user_data;

  g_cancellable_cancel (cancellable);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const char *verb;

  g_assert_cmpint (argc, >, 1);
  verb = argv[1];
  loop = g_main_loop_new (NULL, FALSE);

  if (g_str_equal (verb, "store-raw"))
    {
      store_raw (argv[2], argv[3]);
      g_main_loop_unref (loop);
      return 0;
    }

  if (g_str_equal (verb, "store"))
    store (argv[2], argv[3], argc > 4 ? argv[4] : NULL, argc > 5 ? argv[5] : NULL);
  else if (g_str_equal (verb, "clear"))
    clear (argv[2]);
  else if (g_str_equal (verb, "at-once"))
    for (guint i = 0; i < 5; i++)
      {
        store (argv[2], "token", NULL, NULL);
        store (argv[2], "newer", NULL, NULL);
        clear (argv[2]);
        clear (argv[2]);
      }
  else
    platen_keyring_lookup_async (strstr (verb, "prompt") != NULL, cancellable, looked_up_cb, NULL);

  if (g_str_equal (verb, "lookup-cancel"))
    {
      g_cancellable_cancel (cancellable);
    }
  else if (g_str_equal (verb, "lookup-prompt-cancel"))
    {
      g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      static char byte;

      g_input_stream_read_async (input, &byte, 1, 0, NULL, input_ended_cb, g_object_ref (cancellable));
    }

  g_main_loop_run (loop);
  g_main_loop_unref (loop);
  secret_service_disconnect ();

  return 0;
}
