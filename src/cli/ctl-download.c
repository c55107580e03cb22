/* ctl-download.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl.h"
#include "ctl-output.h"

#include <stdio.h>
#include <string.h>

#define MAX_NAME_BYTES 200

static char *output_option;
static int plate_option;
static char *config_option;
static gboolean force_option;

static const GOptionEntry download_entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_option,
    N_("Where to save it, “-” for standard output; otherwise in this folder, under its own name"), N_("FILE") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &force_option, N_("Replace a file that is there already"), NULL },
  { "plate", 0, 0, G_OPTION_ARG_INT, &plate_option, N_("Of a project: the picture of this plate"), N_("N") },
  { "config", 0, 0, G_OPTION_ARG_STRING, &config_option, N_("Of a project: the config of this name"), N_("NAME") },
  { NULL },
};

/* What to fetch, and what it is called in its own words. */
typedef struct
{
  char *address;
  char *name;
} Download;

static void
download_clear (Download *download)
{
  g_clear_pointer (&download->address, g_free);
  g_clear_pointer (&download->name, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Download, download_clear)

/* A name from afar, as the name of a file in this folder: no folder, nothing hidden, nothing that a shell or a terminal
 * trips over.
 */
static char *
make_file_name (const char *name)
{
  g_autofree char *clean = ctl_clean_text (name);
  char *start;
  gsize length;

  g_strdelimit (clean, "/\\", '_');
  start = g_strstrip (clean);
  while (*start == '.' || *start == '-' || *start == '~')
    start++;

  length = strlen (start);
  if (length > MAX_NAME_BYTES)
    {
      start[MAX_NAME_BYTES] = '\0';
      length = g_utf8_find_prev_char (start, start + MAX_NAME_BYTES) - start;
      start[length] = '\0';
    }

  return length > 0 ? g_strdup (start) : g_strdup ("download");
}

static char *
get_last_segment (const char *address)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_NON_DNS | G_URI_FLAGS_ENCODED_PATH, NULL);
  g_autofree char *segment = NULL;
  const char *slash;

  if (uri == NULL)
    return NULL;

  slash = strrchr (g_uri_get_path (uri), '/');
  segment = g_uri_unescape_string (slash != NULL ? slash + 1 : "", NULL);

  return segment != NULL && *segment != '\0' ? g_steal_pointer (&segment) : NULL;
}

static gboolean
find_plate (BambuProject *project,
            guint         wanted,
            Download     *download)
{
  GListModel *profiles = bambu_project_get_profiles (project);
  guint n_profiles = g_list_model_get_n_items (profiles);
  guint number = 0;

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr(BambuProfile) profile = g_list_model_get_item (profiles, i);
      GListModel *plates = bambu_profile_get_plates (profile);
      guint n_plates = g_list_model_get_n_items (plates);

      for (guint j = 0; j < n_plates; j++)
        {
          g_autoptr(BambuPlate) plate = g_list_model_get_item (plates, j);
          const char *address = bambu_plate_get_thumbnail (plate);

          number++;
          if (address != NULL && (wanted == number || wanted == 0))
            {
              download->address = g_strdup (address);
              download->name = g_strdup_printf ("plate_%u.png", number);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static gboolean
find_config (BambuProject *project,
             const char   *name,
             Download     *download)
{
  GListModel *profiles = bambu_project_get_profiles (project);
  guint n_profiles = g_list_model_get_n_items (profiles);

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr(BambuProfile) profile = g_list_model_get_item (profiles, i);
      GListModel *configs = bambu_profile_get_configs (profile);
      guint n_configs = g_list_model_get_n_items (configs);

      for (guint j = 0; j < n_configs; j++)
        {
          g_autoptr(BambuFile) config = g_list_model_get_item (configs, j);

          if (g_strcmp0 (bambu_file_get_name (config), name) == 0 && bambu_file_get_uri (config) != NULL)
            {
              download->address = g_strdup (bambu_file_get_uri (config));
              download->name = g_strdup (name);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static gboolean
find_in_project (Ctl          *ctl,
                 BambuClient  *client,
                 const char   *project_id,
                 Download     *download,
                 GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BambuProject) project = NULL;

  bambu_client_get_project_async (client, project_id, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  project = bambu_client_get_project_finish (client, result, error);
  if (project == NULL)
    return FALSE;

  if (config_option != NULL ? find_config (project, config_option, download)
                            : find_plate (project, (guint) plate_option, download))
    return TRUE;

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND,
                       _("The project has no such file. “platenctl project” lists what it has."));

  return FALSE;
}

/* Never over a file that is there, unless that is asked for; and half a file is worse than none. */
static gboolean
save (GBytes      *bytes,
      const char  *path,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(GError) local_error = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (force_option)
    return g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);

  stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("%s is there already. Choose another name with --output, or replace it with --force."), shown);
      return FALSE;
    }

  if (stream == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return TRUE;

  g_file_delete (file, NULL, NULL);

  return FALSE;
}

static gboolean
run_download (Ctl     *ctl,
              char   **arguments,
              GError **error)
{
  g_auto(Download) download = { NULL, NULL };
  g_autoptr(BambuClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *size = NULL;
  gboolean by_address = strstr (arguments[0], "://") != NULL;

  if (plate_option < 0 || (plate_option > 0 && config_option != NULL) ||
      (by_address && (plate_option > 0 || config_option != NULL)))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Of a project, one plate or one config can be named"));
      return FALSE;
    }

  /* Who has an address needs no account. */
  client = by_address ? ctl_create_client (ctl, error) : ctl_sign_in (ctl, NULL, error);
  if (client == NULL)
    return FALSE;

  if (by_address)
    {
      download.address = g_strdup (arguments[0]);
      download.name = get_last_segment (arguments[0]);
    }
  else if (!find_in_project (ctl, client, arguments[0], &download, error))
    {
      return FALSE;
    }

  bambu_client_download_async (client, download.address, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  bytes = bambu_client_download_finish (client, result, error);
  if (bytes == NULL)
    return FALSE;

  if (g_strcmp0 (output_option, "-") == 0)
    {
      fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
      return TRUE;
    }

  path = output_option != NULL ? g_strdup (output_option) : make_file_name (download.name);
  if (!save (bytes, path, error))
    return FALSE;

  if (!ctl->json)
    {
      shown = g_filename_display_name (path);
      size = g_format_size (g_bytes_get_size (bytes));
      /* Translators: the name of a file and its size */
      g_print (_("Saved as %s (%s).\n"), shown, size);
    }

  return TRUE;
}

const CtlCommand ctl_download_command = {
  .name = "download",
  .arguments = N_("URL-OR-PROJECT-ID"),
  .n_arguments = 1,
  .summary = N_("Save a picture or a config"),
  .description = N_("Of a project, the picture of its first plate is saved unless another is named. The hosts that files "
                    "lie on never get to see the sign-in."),
  .entries = download_entries,
  .run = run_download,
};
