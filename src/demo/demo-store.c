/* demo-store.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-store.h"

#include "demo-files.h"
#include "demo-partial.h"
#include "demo-pictures.h"

#define LIFETIME (30 * 60) /* of an address, in seconds */
#define MAX_AGE "public, max-age=2592000"
#define ACCESS_KEY "PLATENDEMOSTORE00001"

/* Drawn as large as the slicer and the community's pages draw them. */
#define PLATE_SIZE 512
#define COVER_WIDTH 800
#define COVER_HEIGHT 600
#define AVATAR_SIZE 256

#define UPGRADE_SIZE (256 * 1024)

struct _DemoStore
{
  DemoWorld    *world;
  DemoPictures *pictures;
  GHashTable   *uploads; /* of char * to GBytes */
  char         *secret;
};

/* Who waits for a picture. */
typedef struct
{
  DemoStore    *store;
  DemoExchange *exchange;
} Waiting;

/**
 * demo_store_new:
 * @world: what the pictures show; must outlive the store
 *
 * Returns: (transfer full): a store
 */
DemoStore *
demo_store_new (DemoWorld *world)
{
  DemoStore *self = g_new0 (DemoStore, 1);

  self->world = world;
  self->pictures = demo_pictures_new ();
  self->uploads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->secret = g_strdup_printf ("%" G_GUINT64_FORMAT, demo_world_get_seed (world));

  return self;
}

/**
 * demo_store_free:
 * @self: (transfer full): a store
 *
 * Frees a store with what was put there.
 */
void
demo_store_free (DemoStore *self)
{
  g_return_if_fail (self != NULL);

  demo_pictures_free (self->pictures);
  g_hash_table_unref (self->uploads);
  g_free (self->secret);
  g_free (self);
}

/**
 * demo_store_plate_path:
 * @project: a project
 * @profile: a profile of it
 * @plate: a plate of that profile
 *
 * Returns: (transfer full): where the plate's thumbnail is
 */
char *
demo_store_plate_path (DemoProject *project,
                       DemoProfile *profile,
                       DemoPlate   *plate)
{
  return g_strdup_printf ("/model/%s/%" G_GINT64_FORMAT "/Metadata/plate_%u.png",
                          project->model_id, profile->id, plate->index);
}

/**
 * demo_store_cover_path:
 * @project: a project
 * @profile: a profile of it
 * @plate: a plate of that profile
 *
 * Returns: (transfer full): where the cover of the plate's prints is
 */
char *
demo_store_cover_path (DemoProject *project,
                       DemoProfile *profile,
                       DemoPlate   *plate)
{
  return g_strdup_printf ("/cover/%s/%" G_GINT64_FORMAT "/plate_%u.png", project->model_id, profile->id, plate->index);
}

/**
 * demo_store_config_path:
 * @project: a project
 * @profile: a profile of it
 * @name: one of demo_files_get_configs()
 *
 * Returns: (transfer full): where that file is
 */
char *
demo_store_config_path (DemoProject *project,
                        DemoProfile *profile,
                        const char  *name)
{
  return g_strdup_printf ("/model/%s/%" G_GINT64_FORMAT "/Metadata/%s", project->model_id, profile->id, name);
}

/**
 * demo_store_file_path:
 * @project: a project
 * @profile: a profile of it
 *
 * Returns: (transfer full): where the profile's 3MF is
 */
char *
demo_store_file_path (DemoProject *project,
                      DemoProfile *profile)
{
  g_autofree char *name = NULL;

  if (project->upload_path != NULL)
    return g_strdup (project->upload_path);

  name = demo_files_get_name (project);

  return g_strdup_printf ("/model/%s/%" G_GINT64_FORMAT "/%s", project->model_id, profile->id, name);
}

/**
 * demo_store_get_upload:
 * @self: a store
 * @path: where a client was to put its file
 *
 * Returns: (transfer none) (nullable): the file, if it has come
 */
GBytes *
demo_store_get_upload (DemoStore  *self,
                       const char *path)
{
  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  return g_hash_table_lookup (self->uploads, path);
}

static char *
make_signature (DemoStore  *self,
                const char *method,
                const char *path,
                const char *expires)
{
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) self->secret, strlen (self->secret));
  guint8 digest[20];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) method, -1);
  g_hmac_update (hmac, (const guchar *) "\n\n\n", -1);
  g_hmac_update (hmac, (const guchar *) expires, -1);
  g_hmac_update (hmac, (const guchar *) path, -1);
  g_hmac_get_digest (hmac, digest, &length);

  return g_base64_encode (digest, length);
}

/**
 * demo_store_sign:
 * @self: a store
 * @method: "GET" or "PUT"
 * @path: where something is, or will be
 *
 * Lets a client have what is at @path, or put something there, for half an hour.
 *
 * Returns: (transfer full): @path with what has to be behind it in an address
 */
char *
demo_store_sign (DemoStore  *self,
                 const char *method,
                 const char *path)
{
  g_autofree char *expires = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *escaped_path = NULL;
  g_autofree char *escaped_signature = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (method != NULL && path != NULL, NULL);

  expires = g_strdup_printf ("%" G_GINT64_FORMAT, demo_world_get_service_time (self->world) + LIFETIME);
  signature = make_signature (self, method, path, expires);
  escaped_path = g_uri_escape_string (path, "/", FALSE);
  escaped_signature = g_uri_escape_string (signature, NULL, FALSE);

  return g_strdup_printf ("%s?AWSAccessKeyId=" ACCESS_KEY "&Expires=%s&Signature=%s",
                          escaped_path, expires, escaped_signature);
}

static void
fail (DemoExchange *exchange,
      guint         status,
      const char   *code,
      const char   *message)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *text = NULL;
  g_autoptr(GBytes) body = NULL;

  text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<Error><Code>%s</Code><Message>%s</Message><RequestId>%.8s</RequestId><HostId>%s</HostId></Error>",
                          code, message, id, id);
  body = g_bytes_new_take (g_steal_pointer (&text), strlen (text));
  demo_exchange_respond (exchange, status, "application/xml", body);
}

static gboolean
has_unexpected_header (DemoExchange *exchange)
{
  static const char * const expected[] = {
    "accept", "accept-encoding", "accept-language", "cache-control", "connection", "content-length", "dnt", "expect",
    "host", "http2-settings", "if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since",
    "keep-alive", "pragma", "priority", "range", "te", "transfer-encoding", "upgrade", "upgrade-insecure-requests",
    "user-agent", NULL
  };
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (exchange->message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      if (!g_strv_contains (expected, lower) && !g_str_has_prefix (lower, "sec-"))
        return TRUE;
    }

  return FALSE;
}

/* Avatars and what the vendor gives everybody need no signature. */
static gboolean
is_public (const char *path)
{
  return g_str_has_prefix (path, "/avatar/") || g_str_has_prefix (path, "/background/") ||
         g_str_has_prefix (path, "/upgrade/");
}

static gboolean
check_access (DemoStore    *self,
              DemoExchange *exchange)
{
  const char *expires = demo_exchange_get_query (exchange, "Expires");
  const char *signature = demo_exchange_get_query (exchange, "Signature");
  const char *method = demo_exchange_get_method (exchange);
  g_autofree char *right = NULL;

  if (demo_exchange_get_header (exchange, "Authorization") != NULL)
    {
      fail (exchange, SOUP_STATUS_FORBIDDEN, "AccessDenied",
            "Only one auth mechanism allowed; only the Signature query string parameter should be specified");
      return FALSE;
    }

  if (has_unexpected_header (exchange))
    {
      fail (exchange, SOUP_STATUS_FORBIDDEN, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.");
      return FALSE;
    }

  if (is_public (exchange->path))
    return TRUE;

  if (expires == NULL || signature == NULL)
    {
      fail (exchange, SOUP_STATUS_FORBIDDEN, "AccessDenied", "Access Denied");
      return FALSE;
    }

  right = make_signature (self, g_str_equal (method, "HEAD") ? "GET" : method, exchange->path, expires);
  if (!g_str_equal (signature, right))
    {
      fail (exchange, SOUP_STATUS_FORBIDDEN, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.");
      return FALSE;
    }

  if (g_ascii_strtoll (expires, NULL, 10) <= demo_world_get_service_time (self->world))
    {
      fail (exchange, SOUP_STATUS_FORBIDDEN, "AccessDenied", "Request has expired");
      return FALSE;
    }

  return TRUE;
}

static void
respond (DemoExchange *exchange,
         const char   *content_type,
         GBytes       *bytes)
{
  if (!demo_partial_respond (exchange, content_type, bytes))
    fail (exchange, SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE, "InvalidRange", "The requested range is not satisfiable");
}

static gboolean
answer_unchanged (DemoExchange *exchange,
                  const char   *etag)
{
  const char *known = demo_exchange_get_header (exchange, "If-None-Match");

  if (known == NULL || (strstr (known, etag) == NULL && !g_str_equal (known, "*")))
    return FALSE;

  demo_exchange_respond (exchange, SOUP_STATUS_NOT_MODIFIED, NULL, NULL);

  return TRUE;
}

/* Says what clients need for keeping what they get. */
static gboolean
set_caching (DemoStore    *self,
             DemoExchange *exchange,
             gint64        modified)
{
  g_autofree char *key = g_strconcat (self->secret, exchange->path, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_MD5, key, -1);
  g_autofree char *etag = g_strdup_printf ("\"%s\"", digest);
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (modified);
  g_autofree char *date = soup_date_time_to_string (time, SOUP_DATE_HTTP);

  demo_exchange_set_header (exchange, "ETag", etag);
  demo_exchange_set_header (exchange, "Last-Modified", date);
  demo_exchange_set_header (exchange, "Cache-Control", MAX_AGE);
  demo_exchange_set_header (exchange, "Accept-Ranges", "bytes");

  return answer_unchanged (exchange, etag);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr(GBytes) bytes = demo_pictures_draw_finish (waiting->store->pictures, result);

  respond (waiting->exchange, "image/png", bytes);
  demo_exchange_release (waiting->exchange);
  demo_exchange_unref (waiting->exchange);
}

static void
answer_picture (DemoStore    *self,
                DemoExchange *exchange,
                DemoPicture  *picture)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->store = self;
  waiting->exchange = demo_exchange_ref (exchange);
  demo_exchange_hold (exchange);
  demo_pictures_draw_async (self->pictures, exchange->path, picture, drawn_cb, waiting);
}

static void
answer_person (DemoStore    *self,
               DemoExchange *exchange,
               const char   *file)
{
  gboolean is_avatar = g_str_has_prefix (exchange->path, "/avatar/");
  g_autoptr(DemoPicture) picture = NULL;
  char *name;

  /* An avatar shows initials: its address says whose. */
  name = g_strndup (file, strcspn (file, "."));
  picture = demo_picture_new (g_str_hash (name), name, AVATAR_SIZE, AVATAR_SIZE);
  g_strdelimit (picture->name, "_", ' ');
  g_free (name);

  if (!is_avatar)
    {
      picture->backdrop = DEMO_BACKDROP_STUDIO;
      picture->width = 2 * COVER_WIDTH;
      picture->height = COVER_HEIGHT;
      picture->n_colors = 1;
      picture->rgba = g_new (guint32, 1);
      picture->rgba[0] = 0x00AE42FF;
    }

  if (!set_caching (self, exchange, 1700000000))
    answer_picture (self, exchange, g_steal_pointer (&picture));
}

static void
answer_plate (DemoStore    *self,
              DemoExchange *exchange,
              DemoProject  *project,
              DemoProfile  *profile,
              const char   *file)
{
  gboolean is_cover = g_str_has_prefix (exchange->path, "/cover/");
  guint index = (guint) g_ascii_strtoull (file + strlen ("plate_"), NULL, 10);
  DemoPicture *picture;
  DemoPlate *plate;

  if (index < 1 || index > profile->n_plates)
    {
      fail (exchange, SOUP_STATUS_NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
      return;
    }

  if (set_caching (self, exchange, profile->update_time))
    return;

  plate = &profile->plates[index - 1];
  picture = demo_picture_new (plate->seed, project->drawing, is_cover ? COVER_WIDTH : PLATE_SIZE,
                              is_cover ? COVER_HEIGHT : PLATE_SIZE);
  picture->backdrop = is_cover ? DEMO_BACKDROP_STUDIO : DEMO_BACKDROP_PLATE;
  picture->n_colors = plate->n_filaments;
  picture->rgba = g_new (guint32, plate->n_filaments);
  for (guint i = 0; i < plate->n_filaments; i++)
    picture->rgba[i] = plate->filaments[i].rgba;

  answer_picture (self, exchange, picture);
}

static void
answer_model (DemoStore          *self,
              DemoExchange       *exchange,
              const char * const *segments)
{
  DemoCatalogue *catalogue = demo_world_get_catalogue (self->world);
  g_autoptr(GBytes) bytes = NULL;
  DemoProject *project;
  const char *file;
  guint profile;

  project = demo_catalogue_find_profile (catalogue, g_ascii_strtoll (segments[2], NULL, 10), segments[1], &profile);
  file = g_str_equal (segments[3], "Metadata") && segments[4] != NULL ? segments[4] : segments[3];

  if (project != NULL && g_str_has_prefix (file, "plate_"))
    {
      answer_plate (self, exchange, project, &project->profiles[profile], file);
      return;
    }

  if (project != NULL)
    {
      bytes = g_str_has_suffix (file, ".3mf") ? demo_files_make_3mf (project, &project->profiles[profile])
                                              : demo_files_make_config (project, &project->profiles[profile], file);
    }

  if (bytes == NULL)
    fail (exchange, SOUP_STATUS_NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
  else if (!set_caching (self, exchange, project->profiles[profile].update_time))
    respond (exchange, "application/octet-stream", bytes);
}

/* Firmware, programs and plug-ins: nobody runs them, so any bytes will do as long as they stay the same. */
static void
answer_upgrade (DemoStore    *self,
                DemoExchange *exchange)
{
  g_autoptr(GBytes) bytes = NULL;
  DemoRandom random;
  guint64 *words;

  words = g_new (guint64, UPGRADE_SIZE / sizeof (guint64));
  demo_random_init (&random, 0, exchange->path, 0);
  for (gsize i = 0; i < UPGRADE_SIZE / sizeof (guint64); i++)
    words[i] = demo_random_next (&random);
  bytes = g_bytes_new_take (words, UPGRADE_SIZE);

  if (!set_caching (self, exchange, 1700000000))
    respond (exchange, "application/octet-stream", bytes);
}

static void
answer_upload (DemoStore    *self,
               DemoExchange *exchange)
{
  GBytes *bytes;

  if (g_str_equal (demo_exchange_get_method (exchange), "PUT"))
    {
      SoupMessageBody *body = soup_server_message_get_request_body (exchange->message);
      g_autofree char *digest = NULL;
      g_autofree char *etag = NULL;

      bytes = soup_message_body_flatten (body);
      digest = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
      etag = g_strdup_printf ("\"%s\"", digest);
      g_hash_table_replace (self->uploads, g_strdup (exchange->path), bytes);
      demo_exchange_set_header (exchange, "ETag", etag);
      demo_exchange_respond (exchange, SOUP_STATUS_OK, NULL, NULL);
      return;
    }

  bytes = g_hash_table_lookup (self->uploads, exchange->path);
  if (bytes == NULL)
    fail (exchange, SOUP_STATUS_NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
  else if (!set_caching (self, exchange, demo_world_get_service_time (self->world)))
    respond (exchange, "application/octet-stream", bytes);
}

/**
 * demo_store_handle:
 * @self: a store
 * @exchange: a request
 *
 * Answers a request at the store's address.
 */
void
demo_store_handle (DemoStore    *self,
                   DemoExchange *exchange)
{
  const char *method;
  g_auto(GStrv) segments = NULL;
  guint n_segments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (exchange != NULL);

  method = demo_exchange_get_method (exchange);
  segments = g_strsplit (exchange->path + strspn (exchange->path, "/"), "/", 0);
  n_segments = g_strv_length (segments);
  exchange->is_raw = TRUE;
  demo_exchange_set_header (exchange, "Server", "PlatenDemoStore");

  if (!check_access (self, exchange))
    return;

  if (n_segments >= 3 && g_str_equal (segments[0], "upload") &&
      (g_str_equal (method, "PUT") || g_str_equal (method, "GET") || g_str_equal (method, "HEAD")))
    answer_upload (self, exchange);
  else if (!g_str_equal (method, "GET") && !g_str_equal (method, "HEAD"))
    fail (exchange, SOUP_STATUS_METHOD_NOT_ALLOWED, "MethodNotAllowed",
          "The specified method is not allowed against this resource.");
  else if (n_segments >= 4 && (g_str_equal (segments[0], "model") || g_str_equal (segments[0], "cover")))
    answer_model (self, exchange, (const char * const *) segments);
  else if (n_segments == 2 && (g_str_equal (segments[0], "avatar") || g_str_equal (segments[0], "background")))
    answer_person (self, exchange, segments[1]);
  else if (n_segments >= 2 && g_str_equal (segments[0], "upgrade"))
    answer_upgrade (self, exchange);
  else
    fail (exchange, SOUP_STATUS_NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
}
