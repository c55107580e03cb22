/* picture-shop.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture-shop.h"

struct _PictureShop
{
  SoupServer *server;
  char       *url;
  GHashTable *held;     /* SoupServerMessage to its path */
  GPtrArray  *asked;
  guint       most;
  gboolean    closed;
  guint       status;
  gsize       size;
};

GBytes *
picture_shop_create (const char *path,
                     gsize       size)
{
  char *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = path[i % strlen (path)];

  return g_bytes_new_take (data, size);
}

static void
answer (SoupServerMessage *message,
        const char        *path,
        guint              status,
        gsize              size)
{
  g_autoptr(GBytes) bytes = picture_shop_create (path, size);

  soup_server_message_set_status (message, status, NULL);
  soup_message_headers_append (soup_server_message_get_response_headers (message), "Content-Type", "image/png");

  if (size > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static void
check_header_cb (const char *name,
                 const char *value,
                 gpointer    user_data)
{
  static const char * const harmless[] = {
    "Accept", "Accept-Encoding", "Accept-Language", "Connection", "Host", "User-Agent", NULL,
  };

  if (!g_strv_contains (harmless, name))
    g_error ("A picture was asked for with %s", name);
}

static void
finished_cb (SoupServerMessage *message,
             PictureShop       *self)
{
  g_hash_table_remove (self->held, message);
}

/* The server does not listen while it holds an answer back: that who asked has hung up shows at the socket only. */
static guint
count_held (PictureShop *self)
{
  GHashTableIter iter;
  gpointer message;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->held);

  while (g_hash_table_iter_next (&iter, &message, NULL))
    {
      GSocket *socket = soup_server_message_get_socket (message);

      n += socket != NULL && g_socket_condition_check (socket, G_IO_IN | G_IO_HUP) == 0;
    }

  return n;
}

static void
server_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  PictureShop *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  const char *query_text = g_uri_get_query (uri);

  soup_message_headers_foreach (soup_server_message_get_request_headers (message), check_header_cb, NULL);
  g_ptr_array_add (self->asked, g_strdup_printf ("%s%s%s", path,
                                                 query_text != NULL ? "?" : "",
                                                 query_text != NULL ? query_text : ""));

  if (!self->closed)
    {
      answer (message, path, self->status, self->size);
      return;
    }

  g_hash_table_insert (self->held, g_object_ref (message), g_strdup (path));
  self->most = MAX (self->most, count_held (self));
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), self);
  soup_server_message_pause (message);
}

PictureShop *
picture_shop_new (void)
{
  PictureShop *self = g_new0 (PictureShop, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->server = soup_server_new (NULL, NULL);
  self->held = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->closed = TRUE;
  soup_server_add_handler (self->server, NULL, server_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);

  return self;
}

void
picture_shop_free (PictureShop *self)
{
  GHashTableIter iter;
  gpointer message;

  g_hash_table_iter_init (&iter, self->held);

  while (g_hash_table_iter_next (&iter, &message, NULL))
    g_signal_handlers_disconnect_by_data (message, self);

  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_hash_table_unref (self->held);
  g_ptr_array_unref (self->asked);
  g_free (self->url);
  g_free (self);
}

const char *
picture_shop_get_url (PictureShop *self)
{
  return self->url;
}

void
picture_shop_open (PictureShop *self,
                   guint        status,
                   gsize        size)
{
  self->closed = FALSE;
  self->status = status;
  self->size = size;
}

void
picture_shop_answer (PictureShop *self,
                     const char  *path,
                     guint        status,
                     gsize        size)
{
  GHashTableIter iter;
  gpointer message;
  gpointer held_path;

  g_hash_table_iter_init (&iter, self->held);

  while (g_hash_table_iter_next (&iter, &message, &held_path))
    {
      g_autoptr(SoupServerMessage) found = NULL;

      if (!g_str_equal (held_path, path))
        continue;

      found = g_object_ref (message);
      answer (found, path, status, size);
      g_hash_table_iter_remove (&iter);
      soup_server_message_unpause (found);

      return;
    }

  g_error ("Nobody has asked for %s", path);
}

static gboolean
look_again_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
picture_shop_wait (PictureShop *self,
                   guint        n)
{
  const guint source = g_timeout_add (2, look_again_cb, NULL);

  while (count_held (self) != n)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (source);
}

guint
picture_shop_get_n_asked (PictureShop *self)
{
  return self->asked->len;
}

guint
picture_shop_get_most (PictureShop *self)
{
  return self->most;
}

const char *
picture_shop_get_asked (PictureShop *self,
                        guint        index)
{
  g_assert_cmpuint (index, <, self->asked->len);

  return g_ptr_array_index (self->asked, index);
}
