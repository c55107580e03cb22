/* states.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages.h"

#include "platen-signin-code.h"
#include "platen-signin-form.h"
#include "platen-signin-page.h"
#include "platen-strip.h"

static const struct {
  const char *page;
  const char *path;
  const char *nothing;
} sources[] = {
  { "printers", "/v1/iot-service/api/user/bind", "{\\\"devices\\\": []}" },
  { NULL, "/v1/iot-service/api/user/print", "{\\\"devices\\\": []}" },
  { "projects", "/v1/iot-service/api/user/project", "{\\\"projects\\\": []}" },
  { "history", "/v1/user-service/my/tasks", "{\\\"total\\\": 0, \\\"hits\\\": []}" },
  { "presets", "/v1/iot-service/api/slicer/setting", "{\\\"print\\\": {\\\"public\\\": [], \\\"private\\\": []}}" },
  { "messages", "/v1/user-service/my/messages", "{\\\"hits\\\": []}" },
};

static PlatenSessionManager *
get_manager (Studio *studio)
{
  return platen_application_get_manager (studio->application);
}

static gboolean
is_signed_in (Studio *studio)
{
  return platen_session_manager_get_state (get_manager (studio)) == PLATEN_SESSION_STATE_SIGNED_IN;
}

static gboolean
is_signed_out (Studio *studio)
{
  return platen_session_manager_get_state (get_manager (studio)) == PLATEN_SESSION_STATE_SIGNED_OUT;
}

static void
sign_out (Studio *studio)
{
  platen_session_manager_sign_out (get_manager (studio));
  studio_wait_for (studio, is_signed_out, "The way out");
}

static void
sign_in (Studio *studio)
{
  platen_session_manager_restore (get_manager (studio), FALSE);
  studio_wait_for (studio, is_signed_in, "The way in");
}

static gboolean
has_strip (Studio *studio)
{
  GtkWidget *strip = studio_find (platen_window_get_visible_page (studio->window), PLATEN_TYPE_STRIP);

  return strip != NULL && platen_strip_get_revealed (PLATEN_STRIP (strip));
}

/* What was known is shown while the cloud cannot be had. */
static void
take_old (Studio *studio)
{
  platen_window_push (studio->window, "printers", NULL);
  studio_add_fault (studio, "{\"path\": \"/v1/*\", \"status\": 503, \"body\": \"\"}");
  platen_window_refresh (studio->window);
  studio_wait_for (studio, has_strip, "Word of a cloud that cannot be had");
  studio_take (studio, "printers-old");
  studio_clear_faults (studio);
}

/* All pages at their first loading, while the cloud answers as @format says: of a path, and the text of nothing. */
static void
take_pages (Studio     *studio,
            const char *answer,
            const char *suffix)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *body = g_strdup_printf (", \"status\": 200, \"body\": \"%s\"}", sources[i].nothing);
      g_autofree char *fault = g_strconcat ("{\"path\": \"", sources[i].path, "\"", answer != NULL ? answer : body, NULL);

      studio_add_fault (studio, fault);
    }

  sign_in (studio);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *name = NULL;

      if (sources[i].page == NULL)
        continue;

      name = g_strconcat (sources[i].page, "-", suffix, NULL);
      studio_show (studio, sources[i].page);
      studio_take (studio, name);
    }

  studio_clear_faults (studio);
  sign_out (studio);
}

static gboolean
has_code (Studio *studio)
{
  return studio_find (GTK_WIDGET (studio->window), PLATEN_TYPE_SIGNIN_CODE) != NULL;
}

static void
enter_password (Studio     *studio,
                const char *password)
{
  GtkWidget *form = studio_await (studio, PLATEN_TYPE_SIGNIN_FORM);
  GtkWidget *account = studio_find (form, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (account), "demo@platen.example");
  gtk_editable_set_text (GTK_EDITABLE (studio_find (form, ADW_TYPE_PASSWORD_ENTRY_ROW)), password);
  studio_press (studio, "sign_in_button");
}

static void
take_sign_in (Studio *studio)
{
  GtkWidget *code;

  studio_take (studio, "sign-in");
  enter_password (studio, "a wrong one");
  studio_take (studio, "sign-in-wrong");
  enter_password (studio, "demo");
  studio_wait_for (studio, has_code, "The question for a code");
  studio_take (studio, "sign-in-code");
  code = studio_await (studio, PLATEN_TYPE_SIGNIN_CODE);
  gtk_editable_set_text (GTK_EDITABLE (studio_find (code, GTK_TYPE_ENTRY)), "000000");
  studio_take (studio, "sign-in-code-wrong");
  platen_window_go_back (studio->window);
  g_signal_emit_by_name (studio_await (studio, PLATEN_TYPE_SIGNIN_FORM), "use-token");
  studio_take (studio, "sign-in-token");
  platen_window_go_back (studio->window);
}

/**
 * states_take:
 * @studio: a studio where somebody is signed in
 *
 * Takes a picture of what the pages show when all is not well, and of the sign-in. In the end nobody is signed in.
 */
void
states_take (Studio *studio)
{
  take_old (studio);
  sign_out (studio);
  take_sign_in (studio);
  take_pages (studio, ", \"delay_ms\": 600000}", "loading");
  take_pages (studio, ", \"status\": 403, \"body\": \"{}\"}", "refused");
  take_pages (studio, NULL, "nothing");
}
