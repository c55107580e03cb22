/* platen-search-provider.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-search-provider.h"

#include "platen-search-find.h"
#include "platen-search-metas.h"
#include "platen-shell-search.h"

typedef struct _Query Query;

/* @session: NULL where nobody is signed in. Takes the query. */
typedef void (*AnswerFunc) (Query        *query,
                            BambuSession *session);

/* What was asked. The program does not end before it is answered. */
struct _Query
{
  GApplication               *application;
  PlatenShellSearchProvider2 *skeleton;
  GDBusMethodInvocation      *invocation;
  PlatenOpener               *opener;
  AnswerFunc                  answer;
  char                      **terms;     /* NULL: does not matter */
  char                      **found;     /* NULL: does not matter */
  guint32                     timestamp;
};

struct _PlatenSearchProvider
{
  GObject                     parent_instance;

  GApplication               *application; /* not owned: it owns this */
  PlatenSessionManager       *manager;
  PlatenOpener               *opener;
  PlatenShellSearchProvider2 *skeleton;

  /* What was asked before it is known who is signed in. */
  GQueue                      queries;
};

G_DEFINE_FINAL_TYPE (PlatenSearchProvider, platen_search_provider, G_TYPE_OBJECT)

static const char * const nothing[] = { NULL };

static Query *
query_new (PlatenSearchProvider  *self,
           GDBusMethodInvocation *invocation,
           AnswerFunc             answer)
{
  Query *query = g_new0 (Query, 1);

  query->application = g_object_ref (self->application);
  query->skeleton = g_object_ref (self->skeleton);
  query->invocation = invocation;
  query->opener = g_object_ref (self->opener);
  query->answer = answer;
  g_application_hold (query->application);

  return query;
}

static void
query_free (Query *query)
{
  g_application_release (query->application);
  g_object_unref (query->application);
  g_object_unref (query->skeleton);
  g_object_unref (query->opener);
  g_strfreev (query->terms);
  g_strfreev (query->found);
  g_free (query);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Query, query_free)

static void
answer_initial (Query        *query,
                BambuSession *session)
{
  g_autoptr(Query) owned = query;
  g_auto(GStrv) found = NULL;

  if (session != NULL)
    found = platen_search_find (session, (const char * const *)query->terms);

  platen_shell_search_provider2_complete_get_initial_result_set (query->skeleton, query->invocation,
                                                                 found != NULL ? (const char * const *)found : nothing);
}

static void
answer_subsearch (Query        *query,
                  BambuSession *session)
{
  g_autoptr(Query) owned = query;
  g_auto(GStrv) found = NULL;

  if (session != NULL)
    found = platen_search_narrow (session, (const char * const *)query->found, (const char * const *)query->terms);

  platen_shell_search_provider2_complete_get_subsearch_result_set (query->skeleton, query->invocation,
                                                                   found != NULL ? (const char * const *)found : nothing);
}

static void
metas_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Query) query = user_data;
  g_autoptr(GVariant) metas = platen_search_metas_finish (BAMBU_SESSION (object), result, NULL);

  platen_shell_search_provider2_complete_get_result_metas (query->skeleton, query->invocation, metas);
}

static void
answer_metas (Query        *query,
              BambuSession *session)
{
  g_autoptr(Query) owned = query;

  if (session != NULL)
    platen_search_metas_async (session, (const char * const *)query->found, metas_cb, g_steal_pointer (&owned));
  else
    platen_shell_search_provider2_complete_get_result_metas (query->skeleton, query->invocation,
                                                             g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0));
}

/* The page of what is found first. */
static const char *
find_page (BambuSession       *session,
           const char * const *terms)
{
  g_auto(GStrv) found = session != NULL ? platen_search_find (session, terms) : NULL;
  PlatenSearchKind kind = PLATEN_SEARCH_KIND_PRINTER;
  const char *id;

  if (found != NULL && found[0] != NULL)
    platen_search_parse (found[0], &kind, &id);

  return platen_search_get_page (kind);
}

static void
answer_launch (Query        *query,
               BambuSession *session)
{
  g_autoptr(Query) owned = query;
  const char *page = find_page (session, (const char * const *)query->terms);
  g_autofree char *text = platen_search_join ((const char * const *)query->terms);

  platen_opener_raise (query->opener, query->timestamp);
  platen_opener_open (query->opener, "win.find", g_variant_new ("(ss)", page, text != NULL ? text : ""));
  platen_shell_search_provider2_complete_launch_search (query->skeleton, query->invocation);
}

static void
platen_search_provider_answer (PlatenSearchProvider *self)
{
  BambuSession *session = platen_session_manager_get_session (self->manager);
  Query *query;

  if (platen_session_manager_get_state (self->manager) == PLATEN_SESSION_STATE_RESTORING)
    return;

  while ((query = g_queue_pop_head (&self->queries)))
    query->answer (query, session);
}

static void
platen_search_provider_ask (PlatenSearchProvider *self,
                            Query                *query)
{
  g_queue_push_tail (&self->queries, query);
  platen_session_manager_ensure_restore (self->manager);
  platen_search_provider_answer (self);
}

static gboolean
get_initial_result_set_cb (PlatenSearchProvider  *self,
                           GDBusMethodInvocation *invocation,
                           const char * const    *terms)
{
  Query *query = query_new (self, invocation, answer_initial);

  query->terms = g_strdupv ((char **)terms);
  platen_search_provider_ask (self, query);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
get_subsearch_result_set_cb (PlatenSearchProvider  *self,
                             GDBusMethodInvocation *invocation,
                             const char * const    *previous_results,
                             const char * const    *terms)
{
  Query *query = query_new (self, invocation, answer_subsearch);

  query->found = g_strdupv ((char **)previous_results);
  query->terms = g_strdupv ((char **)terms);
  platen_search_provider_ask (self, query);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
get_result_metas_cb (PlatenSearchProvider  *self,
                     GDBusMethodInvocation *invocation,
                     const char * const    *identifiers)
{
  Query *query = query_new (self, invocation, answer_metas);

  query->found = g_strdupv ((char **)identifiers);
  platen_search_provider_ask (self, query);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* What is not there any longer leads to the page that it was on. */
static gboolean
activate_result_cb (PlatenSearchProvider  *self,
                    GDBusMethodInvocation *invocation,
                    const char            *identifier,
                    const char * const    *terms,
                    guint                  timestamp)
{
  PlatenSearchKind kind;
  const char *id;

  if (platen_search_parse (identifier, &kind, &id))
    {
      platen_opener_raise (self->opener, timestamp);
      platen_opener_open (self->opener, platen_search_get_action (kind), g_variant_new_string (id));
    }

  platen_shell_search_provider2_complete_activate_result (self->skeleton, invocation);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
launch_search_cb (PlatenSearchProvider  *self,
                  GDBusMethodInvocation *invocation,
                  const char * const    *terms,
                  guint                  timestamp)
{
  Query *query = query_new (self, invocation, answer_launch);

  query->terms = g_strdupv ((char **)terms);
  query->timestamp = timestamp;
  platen_search_provider_ask (self, query);

  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
platen_search_provider_dispose (GObject *object)
{
  PlatenSearchProvider *self = PLATEN_SEARCH_PROVIDER (object);

  platen_search_provider_unexport (self);
  g_clear_object (&self->opener);
  g_clear_object (&self->manager);
  g_clear_object (&self->skeleton);

  G_OBJECT_CLASS (platen_search_provider_parent_class)->dispose (object);
}

static void
platen_search_provider_class_init (PlatenSearchProviderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_search_provider_dispose;
}

static void
platen_search_provider_init (PlatenSearchProvider *self)
{
  g_queue_init (&self->queries);
  self->skeleton = platen_shell_search_provider2_skeleton_new ();

  g_signal_connect_object (self->skeleton, "handle-get-initial-result-set",
                           G_CALLBACK (get_initial_result_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-subsearch-result-set",
                           G_CALLBACK (get_subsearch_result_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-get-result-metas",
                           G_CALLBACK (get_result_metas_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-activate-result",
                           G_CALLBACK (activate_result_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skeleton, "handle-launch-search",
                           G_CALLBACK (launch_search_cb), self, G_CONNECT_SWAPPED);
}

/**
 * platen_search_provider_new:
 * @application: the application, which outlives what is made here
 * @manager: who is signed in
 * @opener: what opens things in the window
 *
 * Returns: (transfer full): what answers the desktop's search, once it is exported
 */
PlatenSearchProvider *
platen_search_provider_new (GApplication         *application,
                            PlatenSessionManager *manager,
                            PlatenOpener         *opener)
{
  PlatenSearchProvider *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (PLATEN_IS_SESSION_MANAGER (manager), NULL);
  g_return_val_if_fail (PLATEN_IS_OPENER (opener), NULL);

  self = g_object_new (PLATEN_TYPE_SEARCH_PROVIDER, NULL);
  self->application = application;
  self->manager = g_object_ref (manager);
  self->opener = g_object_ref (opener);
  g_signal_connect_object (manager, "notify::state",
                           G_CALLBACK (platen_search_provider_answer), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * platen_search_provider_export:
 * @self: a #PlatenSearchProvider
 * @connection: the session bus
 * @object_path: the application's object
 * @error: where to say why not
 *
 * Begins to answer, at an object below the application's.
 *
 * Returns: whether it does
 */
gboolean
platen_search_provider_export (PlatenSearchProvider  *self,
                               GDBusConnection       *connection,
                               const char            *object_path,
                               GError               **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (PLATEN_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), FALSE);
  g_return_val_if_fail (object_path != NULL, FALSE);

  path = g_strconcat (object_path, "/SearchProvider", NULL);

  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection, path, error);
}

/**
 * platen_search_provider_unexport:
 * @self: a #PlatenSearchProvider
 *
 * Ends it. Whoever waits for an answer is told so.
 */
void
platen_search_provider_unexport (PlatenSearchProvider *self)
{
  Query *query;

  g_return_if_fail (PLATEN_IS_SEARCH_PROVIDER (self));

  if (g_dbus_interface_skeleton_get_object_path (G_DBUS_INTERFACE_SKELETON (self->skeleton)) == NULL)
    return;

  while ((query = g_queue_pop_head (&self->queries)))
    {
      g_dbus_method_invocation_return_error_literal (query->invocation, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                     "The program ends");
      query_free (query);
    }

  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
