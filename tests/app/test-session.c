/* test-session.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"
#include "platen-state-bin.h"
#include "platen-strip.h"

/* What becomes of a sign-in from one start of the program to the next, with the keyring that the test's session
 * has: unlocked, locked, or none.
 */

#define KEYRING      "/org/freedesktop/secrets/collection/login"
#define REFRESH_PATH "/v1/user-service/user/refreshtoken"
#define LOGIN_PATH   "/v1/user-service/user/login"
#define DEVICES_PATH "/v1/iot-service/api/user/bind"

static BambuSession *
get_session (AppFixture *app)
{
  return platen_session_manager_get_session (app->manager);
}

static gboolean
has_notice (gpointer user_data)
{
  return platen_session_manager_get_notice (user_data) != NULL;
}

static gboolean
is_in_keyring (gpointer user_data)
{
  return platen_session_manager_get_storage (user_data) == PLATEN_SESSION_STORAGE_KEYRING;
}

static gboolean
has_name (gpointer user_data)
{
  return bambu_account_get_name (bambu_session_get_account (user_data)) != NULL;
}

static gboolean
is_loaded (gpointer user_data)
{
  return bambu_list_get_updated (user_data) != NULL &&
         bambu_list_get_error (user_data) == NULL &&
         !bambu_list_get_loading (user_data);
}

static gboolean
has_failed (gpointer user_data)
{
  return bambu_list_get_error (user_data) != NULL;
}

static gboolean
is_strip_revealed (gpointer user_data)
{
  return platen_strip_get_revealed (user_data);
}

static gboolean
is_strip_hidden (gpointer user_data)
{
  return !platen_strip_get_revealed (user_data);
}

typedef struct
{
  GtkWidget  *root;
  const char *text;
} TextWait;

static gboolean
says (gpointer user_data)
{
  TextWait *wait = user_data;

  return page_harness_find_text (wait->root, wait->text) != NULL;
}

static void
await_text (AppFixture *app,
            const char *text)
{
  TextWait wait = { GTK_WIDGET (app->window), text };

  app_fixture_await_true (says, &wait);
}

static GtkWidget *
get_notice (AppFixture *app,
            const char *name)
{
  return app_fixture_get_child (app_fixture_get_child (GTK_WIDGET (app->window), "notices"), name);
}

static gboolean
has_keyboard_in_grid (gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (user_data);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_GRID_VIEW) != NULL;
}

static char *
get_cache_dir (void)
{
  return g_build_filename (g_get_user_cache_dir (), "platen", NULL);
}

static gboolean
is_cache_empty (gpointer user_data)
{
  g_autofree char *path = get_cache_dir ();
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);

  return dir == NULL || g_dir_read_name (dir) == NULL;
}

static void
sign_in (AppFixture *app,
         gpointer    user_data)
{
  app_fixture_sign_in (app);
  app_fixture_await_true (is_in_keyring, app->manager);
  app_fixture_await_true (is_loaded, bambu_session_get_devices (get_session (app)));
  app_fixture_await_true (is_loaded, bambu_session_get_projects (get_session (app)));
  app_fixture_await_true (has_name, get_session (app));
}

/* With the token that the cloud knows also when it is started again, for @seconds. */
static void
sign_in_for (AppFixture *app,
             TestCloud  *cloud,
             guint       seconds)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");
  g_autofree char *fault = NULL;

  fault = g_strdup_printf ("{\"path\": \"" LOGIN_PATH "\", \"status\": 200, \"times\": 1,"
                           " \"body\": \"{\\\"accessToken\\\": \\\"" TEST_CLOUD_TOKEN "\\\","
                           " \\\"refreshToken\\\": \\\"refresh\\\","
                           " \\\"expiresIn\\\": %u}\"}",
                           seconds);
  test_cloud_fault (cloud, fault);
  app_fixture_await_view (app, "form");
  app_fixture_type (app_fixture_get_child (form, "account_row"), "demo@platen.example");
  app_fixture_type (app_fixture_get_child (form, "password_row"), "demo");
  app_fixture_click (app_fixture_get_child (form, "sign_in_button"));
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
}

static void
sign_in_for_long (AppFixture *app,
                  gpointer    user_data)
{
  sign_in_for (app, user_data, 90 * 86400);
  app_fixture_await_true (is_in_keyring, app->manager);
  app_fixture_await_true (is_loaded, bambu_session_get_devices (get_session (app)));
  app_fixture_await_true (is_loaded, bambu_session_get_projects (get_session (app)));
  app_fixture_await_true (has_name, get_session (app));
}

static void
be_signed_in (AppFixture *app,
              gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  app_fixture_await_view (app, "main");
  g_assert_true (is_in_keyring (app->manager));
  g_assert_null (platen_session_manager_get_notice (app->manager));
  g_assert_nonnull (platen_session_manager_get_expires (app->manager));
  app_fixture_await_true (has_name, get_session (app));
  await_text (app, "Ada Lovelace");
}

static void
be_signed_in_and_leave (AppFixture *app,
                        gpointer    user_data)
{
  be_signed_in (app, NULL);
  platen_session_manager_sign_out (app->manager);
  app_fixture_await_view (app, "form");
  app_fixture_await_true (is_cache_empty, NULL);
}

static void
be_signed_out (AppFixture *app,
               gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  app_fixture_await_view (app, "form");
  g_assert_null (platen_session_manager_get_notice (app->manager));
}

static void
test_kept (gconstpointer cloud)
{
  app_fixture_run (FALSE, sign_in, NULL);
  g_assert_false (is_cache_empty (NULL));
  app_fixture_run (FALSE, be_signed_in, NULL);
  app_fixture_run (FALSE, be_signed_in_and_leave, NULL);
  app_fixture_run (FALSE, be_signed_out, NULL);
}

static void
be_refused (AppFixture *app,
            gpointer    user_data)
{
  TestCloud *cloud = user_data;
  GtkWidget *strip;

  app_fixture_sign_in (app);
  app_fixture_await_true (is_in_keyring, app->manager);
  app_fixture_await_true (is_loaded, bambu_session_get_devices (get_session (app)));

  test_cloud_fault (cloud,
                    "{\"path\": \"" DEVICES_PATH "\", \"status\": 401, \"times\": 1,"
                    " \"body\": \"{\\\"code\\\": 4, \\\"error\\\": \\\"Please login.\\\"}\"}");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.refresh", NULL);
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  app_fixture_await_view (app, "form");

  strip = app_fixture_get_signin (app, "strip");
  g_assert_true (platen_strip_get_revealed (PLATEN_STRIP (strip)));
  g_assert_false (platen_session_manager_can_retry (app->manager));
}

static void
test_refused (gconstpointer cloud)
{
  app_fixture_run (FALSE, be_refused, (gpointer) cloud);
  app_fixture_run (FALSE, be_signed_out, NULL);
}

static void
be_offline_and_back (AppFixture *app,
                     gpointer    user_data)
{
  TestCloud *cloud = user_data;
  GtkWidget *bin;
  GtkWidget *strip;

  /* What was known last is there, and marked as such. */
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bambu_session_get_devices (get_session (app)))), >, 0);
  await_text (app, "Ada Lovelace");
  app_fixture_await_true (has_failed, bambu_session_get_devices (get_session (app)));
  bin = page_harness_find (GTK_WIDGET (app->window), PLATEN_TYPE_STATE_BIN);
  strip = app_fixture_get_child (bin, "strip");
  app_fixture_await_true (is_strip_revealed, strip);
  g_assert_nonnull (strstr (platen_strip_get_title (PLATEN_STRIP (strip)), "The cloud cannot be reached."));

  test_cloud_start (cloud);
  g_signal_emit_by_name (strip, "button-clicked");
  app_fixture_await_true (is_strip_hidden, strip);

  platen_session_manager_sign_out (app->manager);
  app_fixture_await_true (is_cache_empty, NULL);
}

static void
test_offline (gconstpointer cloud)
{
  app_fixture_run (FALSE, sign_in_for_long, (gpointer) cloud);
  test_cloud_stop ((TestCloud *) cloud);
  app_fixture_run (FALSE, be_offline_and_back, (gpointer) cloud);
}

static guint
count_renewals (TestCloud *cloud)
{
  return test_cloud_count_requests (cloud, "POST", REFRESH_PATH);
}

static gboolean
has_tried_to_renew (gpointer user_data)
{
  return count_renewals (user_data) > 0;
}

static gboolean
lasts_long (gpointer user_data)
{
  return !platen_session_manager_expires_soon (user_data);
}

static void
be_renewed (AppFixture *app,
            gpointer    user_data)
{
  test_cloud_fault (user_data,
                    "{\"path\": \"" REFRESH_PATH "\", \"status\": 200, \"times\": 1,"
                    " \"body\": \"{\\\"accessToken\\\": \\\"" TEST_CLOUD_TOKEN "\\\", \\\"expiresIn\\\": 7776000}\"}");
  sign_in_for (app, user_data, 86400);
  app_fixture_await_true (lasts_long, app->manager);
  app_fixture_await_true (is_in_keyring, app->manager);
  app_fixture_await_view (app, "main");
}

static void
be_renewed_still (AppFixture *app,
                  gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  g_assert_true (lasts_long (app->manager));
  g_assert_false (is_strip_revealed (get_notice (app, "expiry_strip")));
  platen_session_manager_sign_out (app->manager);
}

static void
test_renewed_by_cloud (gconstpointer cloud)
{
  guint before = count_renewals ((TestCloud *) cloud);

  app_fixture_run (FALSE, be_renewed, (gpointer) cloud);
  app_fixture_run (FALSE, be_renewed_still, (gpointer) cloud);
  g_assert_cmpuint (count_renewals ((TestCloud *) cloud), ==, before + 1);
}

static gboolean
lasts_long_with_network (gpointer user_data)
{
  g_signal_emit_by_name (g_network_monitor_get_default (), "network-changed", TRUE);

  return lasts_long (user_data);
}

/* The cloud could not be asked: that is no answer. */
static void
be_renewed_later (AppFixture *app,
                  gpointer    user_data)
{
  guint before = count_renewals (user_data);

  test_cloud_fault (user_data,
                    "{\"path\": \"" REFRESH_PATH "\", \"status\": 200, \"body\": \"{}\", \"drop_after\": 0, \"times\": 1}");
  test_cloud_fault (user_data, "{\"path\": \"" REFRESH_PATH "\", \"status\": 503, \"times\": 1}");
  test_cloud_fault (user_data,
                    "{\"path\": \"" REFRESH_PATH "\", \"status\": 200, \"times\": 1,"
                    " \"body\": \"{\\\"accessToken\\\": \\\"" TEST_CLOUD_TOKEN "\\\", \\\"expiresIn\\\": 7776000}\"}");
  sign_in_for (app, user_data, 86400);
  app_fixture_await_true (lasts_long_with_network, app->manager);
  g_assert_cmpuint (count_renewals (user_data), ==, before + 3);
  app_fixture_await_true (is_in_keyring, app->manager);
  platen_session_manager_sign_out (app->manager);
}

static void
test_renewed_later (gconstpointer cloud)
{
  app_fixture_run (FALSE, be_renewed_later, (gpointer) cloud);
}

static void
be_asked_to_renew (AppFixture *app,
                   gpointer    user_data)
{
  BambuSession *session;

  sign_in_for (app, user_data, 86400);
  app_fixture_await_view (app, "main");
  g_assert_true (platen_session_manager_expires_soon (app->manager));
  app_fixture_await_true (is_strip_revealed, get_notice (app, "expiry_strip"));

  /* The cloud refuses to renew it, which ends nothing before its time. */
  app_fixture_await_true (has_tried_to_renew, user_data);
  app_fixture_await_true (is_loaded, bambu_session_get_devices (get_session (app)));
  g_assert_cmpint (platen_session_manager_get_state (app->manager), ==, PLATEN_SESSION_STATE_SIGNED_IN);

  /* Not now. */
  g_signal_emit_by_name (get_notice (app, "expiry_strip"), "button-clicked");
  app_fixture_await_view (app, "form");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  app_fixture_await_view (app, "main");

  session = g_object_ref (get_session (app));
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.sign-in", NULL);
  app_fixture_sign_in (app);
  app_fixture_await_view (app, "main");
  g_assert_true (get_session (app) != session);
  g_assert_false (platen_session_manager_expires_soon (app->manager));
  g_assert_false (is_strip_revealed (get_notice (app, "expiry_strip")));
  g_object_unref (session);

  app_fixture_await_true (is_in_keyring, app->manager);
  platen_session_manager_sign_out (app->manager);
}

static void
test_renewed (gconstpointer cloud)
{
  app_fixture_run (FALSE, be_asked_to_renew, (gpointer) cloud);
}

/* What the cloud answers with reads as a renewal, and is none. */
static void
be_answered_nonsense (AppFixture *app,
                      gpointer    user_data)
{
  static const char * const answers[] = {
    "\"status\": 200, \"body\": \"\"",
    "\"status\": 200, \"body\": \"{\\\"accessToken\\\": [1], \\\"expiresIn\\\": null}\"",
    "\"status\": 503, \"body\": \"<html>%s</html>\"",
    "\"drop_after\": 0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *fault = g_strdup_printf ("{\"path\": \"" REFRESH_PATH "\", %s}", answers[i]);
      guint before = count_renewals (user_data);

      test_cloud_fault (user_data, fault);
      sign_in_for (app, user_data, 86400);
      app_fixture_await_true (is_in_keyring, app->manager);
      app_fixture_await_true (has_tried_to_renew, user_data);
      app_fixture_await_true (is_loaded, bambu_session_get_devices (get_session (app)));
      g_assert_cmpuint (count_renewals (user_data), >, before);
      g_assert_cmpint (platen_session_manager_get_state (app->manager), ==, PLATEN_SESSION_STATE_SIGNED_IN);
      g_assert_true (is_strip_revealed (get_notice (app, "expiry_strip")));
      platen_session_manager_sign_out (app->manager);
      test_cloud_clear_faults (user_data);
    }
}

static void
test_renewal_nonsense (gconstpointer cloud)
{
  app_fixture_run (FALSE, be_answered_nonsense, (gpointer) cloud);
}

/* The printers come only when the page has been there for a while. */
static void
be_given_the_keyboard (AppFixture *app,
                       gpointer    user_data)
{
  test_cloud_fault (user_data, "{\"path\": \"" DEVICES_PATH "\", \"delay_ms\": 3000, \"times\": 1}");
  app_fixture_sign_in (app);
  app_fixture_await_view (app, "main");
  g_assert_null (gtk_root_get_focus (GTK_ROOT (app->window)));
  app_fixture_await_true (has_keyboard_in_grid, app->window);
  platen_session_manager_sign_out (app->manager);

  /* And when they are there at once. */
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  app_fixture_sign_in (app);
  app_fixture_await_view (app, "main");
  app_fixture_await_true (has_keyboard_in_grid, app->window);
  platen_session_manager_sign_out (app->manager);
}

static void
test_keyboard (gconstpointer cloud)
{
  app_fixture_run (FALSE, be_given_the_keyboard, (gpointer) cloud);
}

static void
be_signed_in_by_environment (AppFixture *app,
                             gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  g_assert_cmpint (platen_session_manager_get_storage (app->manager), ==, PLATEN_SESSION_STORAGE_ENVIRONMENT);
}

static void
test_environment (gconstpointer cloud)
{
  g_setenv ("PLATEN_TOKEN", TEST_CLOUD_TOKEN, TRUE);
  app_fixture_run (FALSE, be_signed_in_by_environment, NULL);
  g_unsetenv ("PLATEN_TOKEN");
  app_fixture_run (FALSE, be_signed_out, NULL);
}

static GVariant *
call_keyring (const char *interface,
              const char *method,
              GVariant   *parameters)
{
  g_autoptr(GDBusConnection) bus = NULL;
  g_autoptr(GError) error = NULL;
  GVariant *result;

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  result = g_dbus_connection_call_sync (bus,
                                        "org.freedesktop.secrets",
                                        "/org/freedesktop/secrets",
                                        interface,
                                        method,
                                        parameters,
                                        NULL,
                                        G_DBUS_CALL_FLAGS_NONE,
                                        -1, NULL,
                                        &error);
  g_assert_no_error (error);

  return result;
}

static void
lock_keyring (void)
{
  const char * const collections[] = { KEYRING, NULL };

  g_variant_unref (call_keyring ("org.freedesktop.Secret.Service", "Lock", g_variant_new ("(^ao)", collections)));
}

/* As another program has the user do it: the password is that of tests/with-session, with its line break. */
static void
unlock_keyring (void)
{
  g_autoptr(GVariant) session = NULL;
  g_autoptr(GVariant) result = NULL;
  const char *path;

  session = call_keyring ("org.freedesktop.Secret.Service", "OpenSession",
                          g_variant_new ("(sv)", "plain", g_variant_new_string ("")));
  g_variant_get (session, "(v&o)", NULL, &path);
  result = call_keyring ("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword",
                         g_variant_new ("(o(o@ay@ays))", KEYRING, path,
                                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, NULL, 0, 1),
                                        g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, "secret\n", 7, 1),
                                        "text/plain"));
}

static void
be_locked_out (AppFixture *app,
               gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  app_fixture_await_view (app, "form");
  g_assert_nonnull (platen_session_manager_get_notice (app->manager));
  g_assert_true (platen_session_manager_can_retry (app->manager));
  unlock_keyring ();
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  app_fixture_await_view (app, "main");
  platen_session_manager_sign_out (app->manager);
}

/* Whoever unlocks it. */
static void
test_locked_between (gconstpointer cloud)
{
  app_fixture_run (FALSE, sign_in, NULL);
  lock_keyring ();
  app_fixture_run (FALSE, be_locked_out, NULL);
}

static void
be_signed_in_for_now (AppFixture *app,
                      gpointer    user_data)
{
  app_fixture_sign_in (app);
  app_fixture_await_view (app, "main");
  app_fixture_await_true (has_notice, app->manager);
  g_assert_cmpint (platen_session_manager_get_storage (app->manager), ==, PLATEN_SESSION_STORAGE_RUN);
  g_assert_true (is_strip_revealed (get_notice (app, "notice_strip")));
  await_text (app, platen_session_manager_get_notice (app->manager));
  g_signal_emit_by_name (get_notice (app, "notice_strip"), "button-clicked");
  g_assert_false (is_strip_revealed (get_notice (app, "notice_strip")));
}

static void
be_signed_out_anyhow (AppFixture *app,
                      gpointer    user_data)
{
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_OUT);
  app_fixture_await_view (app, "form");
}

static void
test_not_kept (gconstpointer cloud)
{
  app_fixture_run (FALSE, be_signed_in_for_now, NULL);
  app_fixture_run (FALSE, be_signed_out_anyhow, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(TestCloud) cloud = NULL;

  page_harness_init (&argc, &argv);
  cloud = test_cloud_new (NULL);
  g_setenv ("PLATEN_API_URL", test_cloud_get_url (cloud), TRUE);

  if (argc > 1 && g_str_equal (argv[1], "not-kept"))
    {
      g_test_add_data_func ("/app/session/not-kept", cloud, test_not_kept);
      return g_test_run ();
    }

  g_test_add_data_func ("/app/session/kept", cloud, test_kept);
  g_test_add_data_func ("/app/session/refused", cloud, test_refused);
  g_test_add_data_func ("/app/session/offline", cloud, test_offline);
  g_test_add_data_func ("/app/session/renewed", cloud, test_renewed);
  g_test_add_data_func ("/app/session/renewed-by-cloud", cloud, test_renewed_by_cloud);
  g_test_add_data_func ("/app/session/renewed-later", cloud, test_renewed_later);
  g_test_add_data_func ("/app/session/renewal-nonsense", cloud, test_renewal_nonsense);
  g_test_add_data_func ("/app/session/keyboard", cloud, test_keyboard);
  g_test_add_data_func ("/app/session/environment", cloud, test_environment);
  g_test_add_data_func ("/app/session/locked-between", cloud, test_locked_between);

  return g_test_run ();
}
