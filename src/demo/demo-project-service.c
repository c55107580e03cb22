/* demo-project-service.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-files.h"
#include "demo-server.h"
#include "demo-services.h"

static void
write_time (DemoJson   *json,
            const char *name,
            gint64      seconds)
{
  g_autofree char *text = demo_format_iot_time (seconds);

  demo_json_add_string (json, name, text);
}

/* iot-service writes the ids of projects, profiles and users as strings. */
static void
write_id (DemoJson   *json,
          const char *name,
          gint64      id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  demo_json_add_string (json, name, text);
}

static void
write_signed (DemoExchange *exchange,
              DemoJson     *json,
              const char   *name,
              const char   *path)
{
  g_autofree char *url = demo_server_sign_url (exchange->server, exchange, "GET", path);

  demo_json_add_string (json, name, url);
}

static void
write_project_head (DemoExchange *exchange,
                    DemoJson     *json,
                    DemoProject  *project,
                    const char   *content)
{
  write_id (json, "project_id", project->id);
  write_id (json, "user_id", exchange->account->uid);
  demo_json_add_string (json, "model_id", project->model_id);
  demo_json_add_string (json, "status", "ACTIVE");
  demo_json_add_string (json, "name", project->name);
  demo_json_add_string (json, "content", content);
  write_time (json, "create_time", project->create_time);
  write_time (json, "update_time", project->update_time);
}

static void
write_plate (DemoExchange *exchange,
             DemoJson     *json,
             DemoProject  *project,
             DemoProfile  *profile,
             DemoPlate    *plate)
{
  g_autofree char *name = g_strdup_printf ("plate_%u.png", plate->index);
  g_autofree char *path = demo_store_plate_path (project, profile, plate);

  demo_json_begin_object (json, NULL);
  demo_json_add_int (json, "index", plate->index);
  demo_json_begin_object (json, "thumbnail");
  demo_json_add_string (json, "name", name);
  demo_json_add_string (json, "dir", "Metadata");
  write_signed (exchange, json, "url", path);
  demo_json_end_object (json);
  demo_json_add_int (json, "prediction", plate->prediction);
  demo_json_add_decimal (json, "weight", plate->grams, 2);
  demo_json_begin_object (json, "gcode");
  demo_json_add_null (json, "name");
  demo_json_add_null (json, "dir");
  demo_json_add_null (json, "url");
  demo_json_end_object (json);

  demo_json_begin_array (json, "filaments");
  for (guint i = 0; i < plate->n_filaments; i++)
    {
      const DemoFilament *filament = &plate->filaments[i];
      g_autofree char *slot = g_strdup_printf ("%u", filament->slot);
      g_autofree char *color = g_strdup_printf ("#%06X", filament->rgba >> 8);
      char metres[G_ASCII_DTOSTR_BUF_SIZE];
      char grams[G_ASCII_DTOSTR_BUF_SIZE];

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "id", slot);
      demo_json_add_string (json, "type", filament->type);
      demo_json_add_string (json, "color", color);
      demo_json_add_string (json, "used_m", g_ascii_formatd (metres, sizeof metres, "%.2f", filament->metres));
      demo_json_add_string (json, "used_g", g_ascii_formatd (grams, sizeof grams, "%.2f", filament->grams));
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
  demo_json_end_object (json);
}

/* One file in a list, told by where it lies; none where there is no path. */
static void
write_file (DemoExchange *exchange,
            DemoJson     *json,
            const char   *list,
            const char   *folder,
            const char   *name,
            const char   *path)
{
  demo_json_begin_array (json, list);
  if (path != NULL)
    {
      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "name", name);
      demo_json_add_string (json, "dir", folder);
      write_signed (exchange, json, "url", path);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
}

/* What is to be put together comes with a guide, a list of parts and a picture; most comes with nothing. */
static void
write_auxiliaries (DemoExchange *exchange,
                   DemoJson     *json,
                   DemoProject  *project,
                   DemoProfile  *profile)
{
  g_autofree char *picture = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *guide = NULL;

  if (profile->n_plates > 1)
    {
      picture = demo_store_cover_path (project, profile, &profile->plates[0]);
      parts = demo_store_config_path (project, profile, DEMO_FILES_PARTS);
      guide = demo_store_config_path (project, profile, DEMO_FILES_GUIDE);
    }

  write_file (exchange, json, "auxiliary_pictures", "Auxiliaries/Model Pictures", "finished.png", picture);
  write_file (exchange, json, "auxiliary_bom", "Auxiliaries/Bill of Materials", DEMO_FILES_PARTS, parts);
  write_file (exchange, json, "auxiliary_guide", "Auxiliaries/Assembly Guide", DEMO_FILES_GUIDE, guide);
  write_file (exchange, json, "auxiliary_other", NULL, NULL, NULL);
}

static void
write_configs (DemoExchange *exchange,
               DemoJson     *json,
               DemoProject  *project,
               DemoProfile  *profile)
{
  const char * const *configs = demo_files_get_configs ();

  demo_json_begin_array (json, "configs");
  for (guint i = 0; profile->n_plates > 0 && configs[i] != NULL; i++)
    {
      g_autofree char *path = demo_store_config_path (project, profile, configs[i]);

      demo_json_begin_object (json, NULL);
      demo_json_add_string (json, "name", configs[i]);
      demo_json_add_string (json, "dir", "Metadata");
      write_signed (exchange, json, "url", path);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
}

/* Every filament of the profile once. */
static void
write_materials (DemoJson    *json,
                 DemoProfile *profile)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  demo_json_begin_array (json, "materials");
  for (guint i = 0; i < profile->n_plates; i++)
    {
      for (guint j = 0; j < profile->plates[i].n_filaments; j++)
        {
          const DemoFilament *filament = &profile->plates[i].filaments[j];
          g_autofree char *color = g_strdup_printf ("%06X", filament->rgba >> 8);

          if (!g_hash_table_add (seen, g_strconcat (color, filament->type, NULL)))
            continue;

          demo_json_begin_object (json, NULL);
          demo_json_add_string (json, "color", color);
          demo_json_add_string (json, "material", filament->type);
          demo_json_end_object (json);
        }
    }
  demo_json_end_array (json);
}

static void
write_context (DemoExchange *exchange,
               DemoJson     *json,
               DemoProject  *project,
               DemoProfile  *profile)
{
  demo_json_begin_object (json, "context");
  demo_json_begin_object (json, "compatibility");
  demo_json_add_string (json, "dev_model_name", profile->model->code);
  demo_json_add_string (json, "dev_product_name", profile->model->product);
  demo_json_add_decimal (json, "nozzle_diameter", profile->nozzle, 1);
  demo_json_end_object (json);
  demo_json_add_null (json, "pictures");
  write_configs (exchange, json, project, profile);

  demo_json_begin_array (json, "plates");
  for (guint i = 0; i < profile->n_plates; i++)
    write_plate (exchange, json, project, profile, &profile->plates[i]);
  demo_json_end_array (json);

  write_materials (json, profile);
  write_auxiliaries (exchange, json, project, profile);
  demo_json_end_object (json);
}

static void
write_profile (DemoExchange *exchange,
               DemoJson     *json,
               DemoProject  *project,
               DemoProfile  *profile,
               const char   *content)
{
  write_id (json, "profile_id", profile->id);
  demo_json_add_string (json, "model_id", project->model_id);
  demo_json_add_string (json, "status", "ACTIVE");
  demo_json_add_string (json, "name", profile->name);
  demo_json_add_string (json, "content", content);
  write_time (json, "create_time", profile->create_time);
  write_time (json, "update_time", profile->update_time);
  write_context (exchange, json, project, profile);
}

static void
projects_cb (DemoExchange *exchange)
{
  DemoCatalogue *catalogue = demo_world_get_catalogue (demo_exchange_get_world (exchange));
  DemoJson *json = demo_exchange_begin_iot (exchange);

  demo_json_begin_array (json, "projects");
  for (guint i = 0; i < demo_catalogue_get_n_projects (catalogue); i++)
    {
      DemoProject *project = demo_catalogue_get_project (catalogue, i);

      demo_json_begin_object (json, NULL);
      write_project_head (exchange, json, project, project->content);
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
  demo_exchange_end_iot (exchange, json);
}

static DemoProject *
find_project (DemoExchange *exchange)
{
  guint64 id;
  DemoProject *project = NULL;

  if (g_ascii_string_to_unsigned (exchange->segment, 10, 0, G_MAXINT64, &id, NULL))
    project = demo_catalogue_find_project (demo_world_get_catalogue (demo_exchange_get_world (exchange)), (gint64) id);

  if (project == NULL)
    demo_exchange_fail_iot (exchange, SOUP_STATUS_NOT_FOUND, 404, "project not found", "Resource not found");

  return project;
}

static void
project_cb (DemoExchange *exchange)
{
  DemoProject *project = find_project (exchange);
  DemoJson *json;

  if (project == NULL)
    return;

  json = demo_exchange_begin_iot (exchange);
  write_project_head (exchange, json, project, NULL);
  demo_json_begin_array (json, "profiles");
  for (guint i = 0; i < project->n_profiles; i++)
    {
      demo_json_begin_object (json, NULL);
      write_profile (exchange, json, project, &project->profiles[i], "{}");
      demo_json_end_object (json);
    }
  demo_json_end_array (json);
  demo_json_add_null (json, "download_url");
  demo_json_add_null (json, "download_md5");
  demo_json_add_null (json, "keystore_xml");
  demo_json_add_null (json, "upload_url");
  demo_json_add_null (json, "upload_ticket");
  demo_exchange_end_iot (exchange, json);
}

static GBytes *
dup_file (DemoExchange *exchange,
          DemoProject  *project,
          DemoProfile  *profile)
{
  GBytes *upload;

  if (project->upload_path == NULL)
    return demo_files_make_3mf (project, profile);

  upload = demo_store_get_upload (demo_server_get_store (exchange->server), project->upload_path);

  return upload != NULL && profile->n_plates > 0 ? g_bytes_ref (upload) : NULL;
}

static void
profile_cb (DemoExchange *exchange)
{
  DemoCatalogue *catalogue = demo_world_get_catalogue (demo_exchange_get_world (exchange));
  const char *model_id = demo_exchange_get_query (exchange, "model_id");
  g_autoptr(GBytes) file = NULL;
  DemoProject *project = NULL;
  DemoProfile *profile;
  DemoJson *json;
  guint64 id;
  guint index;

  if (model_id == NULL)
    {
      demo_exchange_miss_field (exchange, "model_id");
      return;
    }

  if (g_ascii_string_to_unsigned (exchange->segment, 10, 0, G_MAXINT64, &id, NULL))
    project = demo_catalogue_find_profile (catalogue, (gint64) id, model_id, &index);

  if (project == NULL)
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_NOT_FOUND, 404, "profile not found", "Resource not found");
      return;
    }

  profile = &project->profiles[index];
  file = dup_file (exchange, project, profile);
  json = demo_exchange_begin_iot (exchange);
  write_profile (exchange, json, project, profile, NULL);

  if (file != NULL)
    {
      g_autofree char *name = demo_files_get_name (project);
      g_autofree char *path = demo_store_file_path (project, profile);
      g_autofree char *md5 = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, file);

      demo_json_add_string (json, "filename", name);
      write_signed (exchange, json, "url", path);
      demo_json_add_string (json, "md5", md5);
    }
  else
    {
      demo_json_add_null (json, "filename");
      demo_json_add_null (json, "url");
      demo_json_add_null (json, "md5");
    }

  demo_json_add_null (json, "keystore_xml");
  demo_exchange_end_iot (exchange, json);
}

static void
create_project_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  const char *name = demo_json_get_string (exchange->body, "name", NULL);
  g_autofree char *file = NULL;
  g_autofree char *url = NULL;
  DemoProject *project;
  DemoJson *json;

  if (name == NULL || *name == '\0')
    {
      demo_exchange_miss_field (exchange, "name");
      return;
    }

  project = demo_catalogue_add_project (demo_world_get_catalogue (world), name, demo_world_get_time (world));
  file = demo_files_get_name (project);
  project->upload_path = g_strdup_printf ("/upload/%s/%s", project->upload_ticket, file);

  url = demo_server_sign_url (exchange->server, exchange, "PUT", project->upload_path);
  json = demo_exchange_begin_iot (exchange);
  write_id (json, "project_id", project->id);
  demo_json_add_string (json, "model_id", project->model_id);
  write_id (json, "profile_id", project->profiles[0].id);
  demo_json_add_string (json, "upload_url", url);
  demo_json_add_string (json, "upload_ticket", project->upload_ticket);
  demo_exchange_end_iot (exchange, json);
}

static DemoProject *
find_upload (DemoExchange *exchange,
             const char   *ticket)
{
  DemoProject *project;

  if (ticket == NULL)
    {
      demo_exchange_miss_field (exchange, "ticket");
      return NULL;
    }

  project = demo_catalogue_find_upload (demo_world_get_catalogue (demo_exchange_get_world (exchange)), ticket);
  if (project == NULL)
    demo_exchange_fail_iot (exchange, SOUP_STATUS_NOT_FOUND, 404, "ticket not found", "Resource not found");

  return project;
}

static void
put_notification_cb (DemoExchange *exchange)
{
  JsonObject *upload = demo_json_get_object (exchange->body, "upload");
  DemoStore *store = demo_server_get_store (exchange->server);
  DemoProject *project;

  if (upload == NULL)
    {
      demo_exchange_miss_field (exchange, "upload");
      return;
    }

  project = find_upload (exchange, demo_json_get_string (upload, "ticket", NULL));
  if (project == NULL)
    return;

  if (demo_store_get_upload (store, project->upload_path) == NULL)
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_BAD_REQUEST, 1, "file not uploaded", "Bad request");
      return;
    }

  if (project->upload == DEMO_UPLOAD_AWAITED)
    project->upload = DEMO_UPLOAD_ANNOUNCED;

  demo_exchange_end_iot (exchange, demo_exchange_begin_iot (exchange));
}

/* The cloud takes a while over a file: who asks for the first time hears that it is at work. */
static void
get_notification_cb (DemoExchange *exchange)
{
  DemoWorld *world = demo_exchange_get_world (exchange);
  const char *action = demo_exchange_get_query (exchange, "action");
  DemoProject *project;
  DemoJson *json;

  if (action == NULL)
    {
      demo_exchange_miss_field (exchange, "action");
      return;
    }

  if (!g_str_equal (action, "upload") && !g_str_equal (action, "import_mesh"))
    {
      demo_exchange_fail_iot (exchange, SOUP_STATUS_UNPROCESSABLE_ENTITY, 1, "Invalid input parameters", "Bad request");
      return;
    }

  project = find_upload (exchange, demo_exchange_get_query (exchange, "ticket"));
  if (project == NULL)
    return;

  if (project->upload == DEMO_UPLOAD_READ)
    demo_project_set_uploaded (project, demo_world_get_seed (world), demo_world_get_time (world));
  else if (project->upload == DEMO_UPLOAD_ANNOUNCED)
    project->upload = DEMO_UPLOAD_READ;

  json = demo_json_new ();
  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "message", project->upload == DEMO_UPLOAD_DONE ? "success" : "running");
  demo_json_add_null (json, "code");
  demo_json_add_null (json, "error");
  demo_exchange_end_iot (exchange, json);
}

/**
 * demo_project_service_get_routes:
 * @n_routes: (out): how many there are
 *
 * Projects, their profiles, and how they are uploaded.
 *
 * Returns: (transfer none) (array length=n_routes): the routes
 */
const DemoRoute *
demo_project_service_get_routes (guint *n_routes)
{
  static const DemoRoute routes[] = {
    { "GET", "/v1/iot-service/api/user/project", projects_cb },
    { "POST", "/v1/iot-service/api/user/project", create_project_cb },
    { "GET", "/v1/iot-service/api/user/project/*", project_cb },
    { "GET", "/v1/iot-service/api/user/profile/*", profile_cb },
    { "GET", "/v1/iot-service/api/user/notification", get_notification_cb },
    { "PUT", "/v1/iot-service/api/user/notification", put_notification_cb },
  };

  *n_routes = G_N_ELEMENTS (routes);

  return routes;
}
