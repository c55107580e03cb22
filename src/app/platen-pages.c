/* platen-pages.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-pages.h"

#include <glib/gi18n.h>

#include "platen-account-page.h"
#include "platen-history-page.h"
#include "platen-messages-page.h"
#include "platen-presets-page.h"
#include "platen-printers-page.h"
#include "platen-projects-page.h"

static GtkWidget *
create_sorted (GType         type,
               BambuSession *session,
               GSettings    *settings,
               const char   *sort_key)
{
  GtkWidget *page = g_object_new (type, "session", session, NULL);

  if (settings != NULL)
    g_settings_bind (settings, sort_key, page, "sort", G_SETTINGS_BIND_DEFAULT);

  return page;
}

/**
 * platen_pages_get_title:
 * @name: (nullable): a name
 *
 * Returns: (nullable): what the page of the window that is called so says about itself; %NULL where none is
 */
const char *
platen_pages_get_title (const char *name)
{
  static const char * const titles[][2] = {
    { "printers", N_("Printers") },
    { "projects", N_("Projects") },
    { "history", N_("History") },
    { "presets", N_("Presets") },
    { "messages", N_("Messages") },
    { "account", N_("Account") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_strcmp0 (titles[i][0], name) == 0)
        return _(titles[i][1]);
    }

  return NULL;
}

/**
 * platen_pages_create:
 * @name: the name of a page that has a title
 * @manager: who is signed in
 * @marks: which messages are unread
 * @settings: (nullable): what is remembered
 *
 * Returns: (transfer floating): a page of the window, as it begins
 */
GtkWidget *
platen_pages_create (const char           *name,
                     PlatenSessionManager *manager,
                     PlatenMessageMarks   *marks,
                     GSettings            *settings)
{
  BambuSession *session;

  g_return_val_if_fail (platen_pages_get_title (name) != NULL, NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);

  session = platen_session_manager_get_session (manager);

  if (g_str_equal (name, "printers"))
    return create_sorted (PLATEN_TYPE_PRINTERS_PAGE, session, settings, "printers-sort");

  if (g_str_equal (name, "projects"))
    return create_sorted (PLATEN_TYPE_PROJECTS_PAGE, session, settings, "projects-sort");

  if (g_str_equal (name, "history"))
    return g_object_new (PLATEN_TYPE_HISTORY_PAGE, "session", session, NULL);

  if (g_str_equal (name, "presets"))
    return g_object_new (PLATEN_TYPE_PRESETS_PAGE, "session", session, NULL);

  if (g_str_equal (name, "messages"))
    return platen_messages_page_new (session, marks);

  return g_object_new (PLATEN_TYPE_ACCOUNT_PAGE, "manager", manager, NULL);
}
