/* test-signin.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "page-harness.h"
#include "platen-strip.h"

/* All of these drive the sign-in page of the real window against the stand-in cloud. */

static gboolean
is_visible (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

static GtkWidget *
get_strip (AppFixture *app)
{
  return app_fixture_get_signin (app, "strip");
}

static gboolean
is_strip_revealed (gpointer user_data)
{
  return platen_strip_get_revealed (user_data);
}

static void
fill_form (AppFixture *app,
           const char *account,
           const char *password)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");

  app_fixture_await_view (app, "form");
  app_fixture_type (app_fixture_get_child (form, "account_row"), account);
  app_fixture_type (app_fixture_get_child (form, "password_row"), password);
}

static void
enter_form (AppFixture *app,
            const char *account,
            const char *password)
{
  fill_form (app, account, password);
  app_fixture_click (app_fixture_get_child (app_fixture_get_signin (app, "form"), "sign_in_button"));
}

static void
enter_code (AppFixture *app,
            const char *digits)
{
  app_fixture_await_view (app, "code");
  app_fixture_type (app_fixture_get_child (app_fixture_get_signin (app, "code"), "entry"), digits);
}

static void
sign_out (AppFixture *app)
{
  platen_session_manager_sign_out (app->manager);
  app_fixture_await_view (app, "form");
}

static void
check_fields (AppFixture *app,
              gpointer    user_data)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");
  GtkWidget *account_error = app_fixture_get_child (form, "account_error");
  GtkWidget *password_error = app_fixture_get_child (form, "password_error");

  app_fixture_await_view (app, "form");
  g_assert_false (gtk_widget_get_mapped (account_error));

  /* Nothing was entered. */
  app_fixture_click (app_fixture_get_child (form, "sign_in_button"));
  app_fixture_await_true (is_visible, account_error);
  g_assert_true (gtk_widget_get_mapped (password_error));

  /* What is entered is no longer wrong. */
  enter_form (app, "nobody", "secret");
  app_fixture_await_true (is_visible, account_error);
  g_assert_false (gtk_widget_get_mapped (password_error));
  g_assert_true (gtk_widget_has_css_class (app_fixture_get_child (form, "account_row"), "error"));
  fill_form (app, "nobody@platen.example", "secret");
  g_assert_false (gtk_widget_get_mapped (account_error));

  /* A phone number is an account in China alone. */
  enter_form (app, "13800138000", "secret");
  app_fixture_await_true (is_visible, account_error);
}

static void
test_fields (void)
{
  app_fixture_run (FALSE, check_fields, NULL);
}

static void
check_password_and_code (AppFixture *app,
                         gpointer    user_data)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");
  GtkWidget *code = app_fixture_get_signin (app, "code");
  GtkEditable *entry = app_fixture_get_child (code, "entry");
  GtkWidget *error = app_fixture_get_child (code, "error_label");

  enter_form (app, " demo@platen.example ", "wrong");
  app_fixture_await_true (is_visible, app_fixture_get_child (form, "password_error"));
  g_assert_cmpstr (app_fixture_get_view (app), ==, "form");

  enter_form (app, "demo@platen.example", "demo");
  app_fixture_await_view (app, "code");
  g_assert_false (gtk_widget_is_sensitive (app_fixture_get_child (code, "sign_in_button")));
  g_assert_false (gtk_widget_is_sensitive (app_fixture_get_child (code, "again_button")));
  g_assert_nonnull (page_harness_find_text (GTK_WIDGET (app->window),
                                            "It was sent to demo@platen.example. If it does not arrive, "
                                            "look into the spam folder."));

  /* Letters are left out, as are digits beyond the sixth; a code that is wrong makes room for another. */
  enter_code (app, "Code: 12");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "12");
  enter_code (app, "99 99-99 99");
  app_fixture_await_true (is_visible, error);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");

  enter_code (app, "1");
  g_assert_false (gtk_widget_get_mapped (error));
  enter_code (app, "１２３ ４５６");
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  app_fixture_await_view (app, "main");

  /* Nothing that is secret is left behind. */
  g_assert_cmpstr (gtk_editable_get_text (app_fixture_get_child (form, "password_row")), ==, "");
  sign_out (app);
}

static void
test_password_and_code (void)
{
  app_fixture_run (FALSE, check_password_and_code, NULL);
}

static void
check_code_alone (AppFixture *app,
                  gpointer    user_data)
{
  TestCloud *cloud = user_data;
  GtkWidget *form = app_fixture_get_signin (app, "form");
  g_autoptr(GPtrArray) buttons = NULL;

  fill_form (app, "demo@platen.example", "");
  test_cloud_clear_requests (cloud);
  gtk_widget_activate (gtk_widget_get_ancestor (page_harness_find_text (form, "Use a Code Instead"), GTK_TYPE_BUTTON));
  app_fixture_await_view (app, "code");
  g_assert_cmpuint (test_cloud_count_requests (cloud, "POST", "/v1/user-service/user/sendemail/code"), ==, 1);

  /* Back, and again. */
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  app_fixture_await_view (app, "form");
  gtk_widget_activate (gtk_widget_get_ancestor (page_harness_find_text (form, "Use a Code Instead"), GTK_TYPE_BUTTON));
  enter_code (app, "123456");
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  sign_out (app);
}

static void
test_code_alone (gconstpointer cloud)
{
  app_fixture_run (FALSE, check_code_alone, (gpointer) cloud);
}

static void
check_authenticator (AppFixture *app,
                     gpointer    user_data)
{
  GtkWidget *code = app_fixture_get_signin (app, "code");

  enter_form (app, "tfa@platen.example", "demo");
  app_fixture_await_view (app, "code");
  g_assert_nonnull (page_harness_find_text (code, "Authenticator Code"));
  g_assert_false (gtk_widget_get_visible (app_fixture_get_child (code, "again_button")));

  enter_code (app, "000000");
  app_fixture_await_true (is_visible, app_fixture_get_child (code, "error_label"));
  enter_code (app, "123456");
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  sign_out (app);
}

static void
test_authenticator (void)
{
  app_fixture_run (FALSE, check_authenticator, NULL);
}

static void
check_phone (AppFixture *app,
             gpointer    user_data)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");

  app_fixture_await_view (app, "form");
  adw_combo_row_set_selected (app_fixture_get_child (form, "region_row"), 1);
  enter_form (app, "13800138000", "demo");
  app_fixture_await_view (app, "code");
  g_assert_nonnull (page_harness_find_text (GTK_WIDGET (app->window), "It was sent to 13800138000."));
  enter_code (app, "123456");
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  g_assert_cmpint (bambu_client_get_region (bambu_session_get_client (platen_session_manager_get_session (app->manager))),
                   ==,
                   BAMBU_REGION_CHINA);
  sign_out (app);
}

static void
test_phone (void)
{
  app_fixture_run (FALSE, check_phone, NULL);
}

static void
check_token (AppFixture *app,
             gpointer    user_data)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");
  GtkWidget *token = app_fixture_get_signin (app, "token");
  GtkWidget *error = app_fixture_get_child (token, "token_error");
  gpointer row = app_fixture_get_child (token, "token_row");
  gpointer button = app_fixture_get_child (token, "sign_in_button");

  app_fixture_await_view (app, "form");
  gtk_widget_activate (gtk_widget_get_ancestor (page_harness_find_text (form, "Paste a Token"), GTK_TYPE_BUTTON));
  app_fixture_await_view (app, "token");

  app_fixture_click (button);
  app_fixture_await_true (is_visible, error);
  app_fixture_type (row, "with a blank");
  g_assert_false (gtk_widget_get_mapped (error));
  app_fixture_click (button);
  app_fixture_await_true (is_visible, error);

  app_fixture_type (row, "of-nobody");
  app_fixture_click (button);
  app_fixture_await_true (is_visible, error);

  app_fixture_type (row, " " TEST_CLOUD_TOKEN "\n");
  app_fixture_click (button);
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
  sign_out (app);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
}

static void
test_token (void)
{
  app_fixture_run (FALSE, check_token, NULL);
}

static void
check_stop (AppFixture *app,
            gpointer    user_data)
{
  TestCloud *cloud = user_data;
  GtkWidget *form = app_fixture_get_signin (app, "form");

  test_cloud_fault (cloud, "{\"path\": \"/v1/user-service/user/login\", \"delay_ms\": 60000, \"times\": 1}");
  enter_form (app, "demo@platen.example", "demo");
  g_assert_false (gtk_widget_is_sensitive (app_fixture_get_child (form, "sign_in_button")));
  g_assert_false (gtk_editable_get_editable (app_fixture_get_child (form, "password_row")));

  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  g_assert_true (gtk_widget_is_sensitive (app_fixture_get_child (form, "sign_in_button")));
  g_assert_cmpstr (app_fixture_get_view (app), ==, "form");
  g_assert_cmpstr (gtk_editable_get_text (app_fixture_get_child (form, "password_row")), ==, "demo");
  test_cloud_clear_faults (cloud);
}

static void
test_stop (gconstpointer cloud)
{
  app_fixture_run (FALSE, check_stop, (gpointer) cloud);
}

static void
check_trouble (AppFixture *app,
               gpointer    user_data)
{
  TestCloud *cloud = user_data;
  GtkWidget *strip = get_strip (app);

  /* The edge refuses: no word of a wrong password. */
  test_cloud_fault (cloud,
                    "{\"path\": \"/v1/user-service/user/login\", \"status\": 403, \"times\": 1,"
                    " \"headers\": {\"cf-mitigated\": \"challenge\", \"Content-Type\": \"text/html\"},"
                    " \"body\": \"<html>Just a moment...</html>\"}");
  enter_form (app, "demo@platen.example", "demo");
  app_fixture_await_true (is_strip_revealed, strip);
  g_assert_false (gtk_widget_get_mapped (app_fixture_get_child (app_fixture_get_signin (app, "form"),
                                                                "password_error")));

  /* The same again, without entering anything. */
  g_signal_emit_by_name (strip, "button-clicked");
  app_fixture_await_view (app, "code");
  g_assert_false (platen_strip_get_revealed (PLATEN_STRIP (strip)));

  test_cloud_stop (cloud);
  enter_code (app, "123456");
  app_fixture_await_true (is_strip_revealed, strip);
  g_assert_cmpstr (app_fixture_get_view (app), ==, "code");
  test_cloud_start (cloud);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  app_fixture_sign_in (app);
  sign_out (app);
}

static void
test_trouble (gconstpointer cloud)
{
  app_fixture_run (FALSE, check_trouble, (gpointer) cloud);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(TestCloud) cloud = NULL;

  page_harness_init (&argc, &argv);
  cloud = test_cloud_new (NULL);
  g_setenv ("PLATEN_API_URL", test_cloud_get_url (cloud), TRUE);

  g_test_add_func ("/app/signin/fields", test_fields);
  g_test_add_func ("/app/signin/password-and-code", test_password_and_code);
  g_test_add_data_func ("/app/signin/code-alone", cloud, test_code_alone);
  g_test_add_func ("/app/signin/authenticator", test_authenticator);
  g_test_add_func ("/app/signin/phone", test_phone);
  g_test_add_func ("/app/signin/token", test_token);
  g_test_add_data_func ("/app/signin/stop", cloud, test_stop);
  g_test_add_data_func ("/app/signin/trouble", cloud, test_trouble);

  return g_test_run ();
}
