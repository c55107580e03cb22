/* app-fixture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

typedef struct
{
  AppFixture  app;
  AppFunc     func;
  gpointer    user_data;
} Run;

typedef struct
{
  AppFixture         *app;
  PlatenSessionState  state;
} StateWait;

typedef struct
{
  AppFixture *app;
  const char *view;
} ViewWait;

static gboolean
run_cb (gpointer user_data)
{
  Run *run = user_data;

  run->app.window = PLATEN_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (run->app.application)));
  g_assert_nonnull (run->app.window);

  run->func (&run->app, run->user_data);

  g_action_group_activate_action (G_ACTION_GROUP (run->app.application), "quit", NULL);

  return G_SOURCE_REMOVE;
}

static void
activate_cb (GApplication *application,
             gpointer      user_data)
{
  /* Opening a file does it again. */
  g_signal_handlers_disconnect_by_func (application, activate_cb, user_data);
  g_idle_add (run_cb, user_data);
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *)user_data == NULL;
}

/**
 * app_fixture_run:
 * @demo: whether to start the demo
 * @func: what is to happen in it
 * @user_data: passed to @func
 *
 * Starts the application, calls @func when its window is there, and quits it. That nothing of it is left then is part
 * of the test.
 */
void
app_fixture_run (gboolean demo,
                 AppFunc  func,
                 gpointer user_data)
{
  Run run = { .func = func, .user_data = user_data };
  gpointer application;
  gpointer manager;

  application = run.app.application = platen_application_new (demo);
  manager = run.app.manager = platen_application_get_manager (run.app.application);
  g_object_add_weak_pointer (application, &application);
  g_object_add_weak_pointer (manager, &manager);

  g_signal_connect_after (run.app.application, "activate", G_CALLBACK (activate_cb), &run);
  g_assert_cmpint (g_application_run (G_APPLICATION (run.app.application), 0, NULL), ==, 0);

  g_object_unref (run.app.application);

  /* What was cancelled may hold on to them until the main loop comes by. */
  g_assert_true (test_wait_until (is_gone, &manager, APP_FIXTURE_TIMEOUT_MS));
  g_assert_true (test_wait_until (is_gone, &application, APP_FIXTURE_TIMEOUT_MS));
}

static gboolean
is_in_state (gpointer user_data)
{
  StateWait *wait = user_data;

  return platen_session_manager_get_state (wait->app->manager) == wait->state;
}

/**
 * app_fixture_await:
 * @app: the application
 * @state: where the sign-in is to stand
 *
 * Waits for it.
 */
void
app_fixture_await (AppFixture         *app,
                   PlatenSessionState  state)
{
  StateWait wait = { app, state };

  app_fixture_await_true (is_in_state, &wait);
}

/**
 * app_fixture_await_true:
 * @func: what is to become true
 * @user_data: passed to @func
 *
 * Waits for it.
 */
void
app_fixture_await_true (TestFunc func,
                        gpointer user_data)
{
  g_assert_true (test_wait_until (func, user_data, APP_FIXTURE_TIMEOUT_MS));
}

/**
 * app_fixture_get_child:
 * @widget: a widget with a template
 * @name: the id of a widget in it
 *
 * Returns: (transfer none): that widget
 */
gpointer
app_fixture_get_child (GtkWidget  *widget,
                       const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return child;
}

static GtkWidget *
get_signin_page (AppFixture *app)
{
  return gtk_stack_get_child_by_name (app_fixture_get_child (GTK_WIDGET (app->window), "stack"), "signin");
}

static gboolean
has_signin_page (gpointer user_data)
{
  return get_signin_page (user_data) != NULL;
}

/**
 * app_fixture_get_signin:
 * @app: the application
 * @part: "form", "code", "token" or "strip"
 *
 * Waits until the application wants somebody to sign in.
 *
 * Returns: (transfer none): a part of the page that one signs in on
 */
GtkWidget *
app_fixture_get_signin (AppFixture *app,
                        const char *part)
{
  app_fixture_await_true (has_signin_page, app);

  return app_fixture_get_child (get_signin_page (app), part);
}

/**
 * app_fixture_get_view:
 * @app: the application
 *
 * Returns: (transfer none): "restoring", "form", "code", "token" or "main": what the window shows
 */
const char *
app_fixture_get_view (AppFixture *app)
{
  GtkStack *stack = app_fixture_get_child (GTK_WIDGET (app->window), "stack");
  const char *view = gtk_stack_get_visible_child_name (stack);

  if (g_str_equal (view, "signin"))
    {
      stack = app_fixture_get_child (gtk_stack_get_visible_child (stack), "stack");
      view = gtk_stack_get_visible_child_name (stack);
    }

  return view;
}

static gboolean
shows_view (gpointer user_data)
{
  ViewWait *wait = user_data;

  return g_str_equal (app_fixture_get_view (wait->app), wait->view);
}

/**
 * app_fixture_await_view:
 * @app: the application
 * @view: as app_fixture_get_view() tells it
 *
 * Waits until the window shows it.
 */
void
app_fixture_await_view (AppFixture *app,
                        const char *view)
{
  ViewWait wait = { app, view };

  app_fixture_await_true (shows_view, &wait);
}

/**
 * app_fixture_click:
 * @button: a button that can be pressed
 *
 * Presses it.
 */
void
app_fixture_click (gpointer button)
{
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));

  g_signal_emit_by_name (button, "clicked");
}

/**
 * app_fixture_type:
 * @editable: an entry, or a row that is one
 * @text: what to enter in place of what is there
 *
 * Enters it the way a paste does.
 */
void
app_fixture_type (gpointer    editable,
                  const char *text)
{
  int position = 0;

  g_assert_true (gtk_widget_get_mapped (editable));
  g_assert_true (gtk_editable_get_editable (editable));

  gtk_editable_delete_text (editable, 0, -1);
  gtk_editable_insert_text (editable, text, -1, &position);
}

/**
 * app_fixture_sign_in:
 * @app: the application, signed out
 *
 * Signs in by the form, with the account of the stand-in cloud.
 */
void
app_fixture_sign_in (AppFixture *app)
{
  GtkWidget *form = app_fixture_get_signin (app, "form");
  GtkWidget *code = app_fixture_get_signin (app, "code");

  app_fixture_await_view (app, "form");
  app_fixture_type (app_fixture_get_child (form, "account_row"), "demo@platen.example");
  app_fixture_type (app_fixture_get_child (form, "password_row"), "demo");
  app_fixture_click (app_fixture_get_child (form, "sign_in_button"));

  app_fixture_await_view (app, "code");
  app_fixture_type (app_fixture_get_child (code, "entry"), "123456");
  app_fixture_await (app, PLATEN_SESSION_STATE_SIGNED_IN);
}
