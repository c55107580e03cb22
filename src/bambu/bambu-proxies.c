/* bambu-proxies.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-proxies.h"

#include "bambu-http.h"

struct _BambuProxies
{
  GObject         parent_instance;

  GProxyResolver *others; /* NULL: the system's */
};

static void proxy_resolver_iface_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BambuProxies, bambu_proxies, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, proxy_resolver_iface_init))

static const char * const direct[] = { "direct://", NULL };

static gboolean
is_here (const char *address)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && bambu_http_is_loopback (uri);
}

/* The system's may have to be loaded and to talk to the desktop, which is for when it is needed. */
static GProxyResolver *
get_others (BambuProxies *self)
{
  return self->others != NULL ? self->others : g_proxy_resolver_get_default ();
}

static gboolean
bambu_proxies_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
bambu_proxies_lookup (GProxyResolver  *resolver,
                      const char      *uri,
                      GCancellable    *cancellable,
                      GError         **error)
{
  BambuProxies *self = BAMBU_PROXIES (resolver);

  if (is_here (uri))
    return g_strdupv ((char **)direct);

  return g_proxy_resolver_lookup (get_others (self), uri, cancellable, error);
}

static void
lookup_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  char **proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (object), result, &error);

  if (proxies != NULL)
    g_task_return_pointer (task, proxies, (GDestroyNotify)g_strfreev);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
bambu_proxies_lookup_async (GProxyResolver      *resolver,
                            const char          *uri,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  BambuProxies *self = BAMBU_PROXIES (resolver);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, bambu_proxies_lookup_async);

  if (is_here (uri))
    g_task_return_pointer (task, g_strdupv ((char **)direct), (GDestroyNotify)g_strfreev);
  else
    g_proxy_resolver_lookup_async (get_others (self), uri, cancellable, lookup_cb, g_steal_pointer (&task));
}

static char **
bambu_proxies_lookup_finish (GProxyResolver  *resolver,
                             GAsyncResult    *result,
                             GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
bambu_proxies_dispose (GObject *object)
{
  BambuProxies *self = BAMBU_PROXIES (object);

  g_clear_object (&self->others);

  G_OBJECT_CLASS (bambu_proxies_parent_class)->dispose (object);
}

static void
proxy_resolver_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = bambu_proxies_is_supported;
  iface->lookup = bambu_proxies_lookup;
  iface->lookup_async = bambu_proxies_lookup_async;
  iface->lookup_finish = bambu_proxies_lookup_finish;
}

static void
bambu_proxies_class_init (BambuProxiesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bambu_proxies_dispose;
}

static void
bambu_proxies_init (BambuProxies *self)
{
}

/**
 * bambu_proxies_new:
 * @others: (nullable): who knows the way to other machines; %NULL for g_proxy_resolver_get_default()
 *
 * Leads to this machine without any proxy, whatever is set for others: a proxy elsewhere has no way back to it, and
 * a sandbox without a network does not answer when it is asked for one.
 *
 * Returns: (transfer full): a proxy resolver
 */
GProxyResolver *
bambu_proxies_new (GProxyResolver *others)
{
  BambuProxies *self;

  g_return_val_if_fail (others == NULL || G_IS_PROXY_RESOLVER (others), NULL);

  self = g_object_new (BAMBU_TYPE_PROXIES, NULL);
  g_set_object (&self->others, others);

  return G_PROXY_RESOLVER (self);
}
