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
#include <unistd.h>

/* How often a connection that breaks off is made again, to go on from where it broke. */
#define MAX_TRIES 4

static char *output_option;
static int plate_option;
static char *config_option;
static gboolean model_option;
static gboolean force_option;

static const GOptionEntry download_entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_option,
    N_("Where to save it, “-” for standard output; otherwise in this folder, under its own name"), N_("FILE") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &force_option, N_("Replace a file that is there already"), NULL },
  { "plate", 0, 0, G_OPTION_ARG_INT, &plate_option, N_("Of a project: the picture of this plate"), N_("N") },
  { "config", 0, 0, G_OPTION_ARG_STRING, &config_option, N_("Of a project: the config of this name"), N_("NAME") },
  { "3mf", 0, 0, G_OPTION_ARG_NONE, &model_option, N_("Of a project: its 3MF file, where the cloud has it"), NULL },
  { NULL },
};

/* What to fetch, what it is called in its own words, and what it has to be. */
typedef struct
{
  char *address;
  char *name;
  char *md5;       /* nullable: not known */
} Download;

static void
download_clear (Download *download)
{
  g_clear_pointer (&download->address, g_free);
  g_clear_pointer (&download->name, g_free);
  g_clear_pointer (&download->md5, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Download, download_clear)

/* A name from afar, as the name of a file in this folder that no command takes for an option. */
static char *
make_file_name (const char *name)
{
  g_autofree char *clean = bambu_transfer_clean_name (name);
  const char *start = clean + strspn (clean, "-~");

  return *start != '\0' ? g_strdup (start) : g_strdup ("download");
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

static void
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
              return;
            }
        }
    }
}

static void
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
              return;
            }
        }
    }
}

/* The file is that of a profile, the first that has one. */
static gboolean
find_model (Ctl           *ctl,
            BambuClient   *client,
            BambuProject  *project,
            Download      *download,
            GError       **error)
{
  GListModel *profiles = bambu_project_get_profiles (project);
  guint n_profiles = g_list_model_get_n_items (profiles);

  for (guint i = 0; i < n_profiles && download->address == NULL; i++)
    {
      g_autoptr(BambuProfile) profile = g_list_model_get_item (profiles, i);
      g_autoptr(BambuProfile) detail = NULL;
      g_autoptr(GAsyncResult) result = NULL;

      if (bambu_profile_get_id (profile) == NULL || bambu_profile_get_model_id (profile) == NULL)
        continue;

      bambu_client_get_profile_async (client, bambu_profile_get_id (profile), bambu_profile_get_model_id (profile),
                                      ctl->cancellable, ctl_ready_cb, &result);
      ctl_wait (&result);
      detail = bambu_client_get_profile_finish (client, result, error);
      if (detail == NULL)
        return FALSE;

      download->address = g_strdup (bambu_profile_get_uri (detail));
      download->name = g_strdup (bambu_profile_get_file_name (detail));
      download->md5 = g_strdup (bambu_profile_get_md5 (detail));
    }

  return TRUE;
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

  if (config_option != NULL)
    find_config (project, config_option, download);
  else if (!model_option)
    find_plate (project, (guint) plate_option, download);
  else if (!find_model (ctl, client, project, download, error))
    return FALSE;

  if (download->address != NULL)
    return TRUE;

  g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_NOT_FOUND,
                       _("The project has no such file. “platenctl project” lists what it has."));

  return FALSE;
}

/* For whoever watches: a script gets the end alone. */
static void
received_cb (BambuTransfer *transfer)
{
  g_autofree char *received = g_format_size (bambu_transfer_get_received (transfer));
  g_autofree char *total = g_format_size (bambu_transfer_get_total (transfer));

  g_autofree char *text = NULL;

  if (bambu_transfer_get_total (transfer) > 0)
    /* Translators: how much of a file has come, as in “1.2 MB of 5 MB” */
    text = g_strdup_printf (_("%s of %s"), received, total);

  /* Back to the start of the line, and the rest of it cleared. */
  g_printerr ("\r%s\033[K", text != NULL ? text : received);
}

static gboolean
run_transfer (Ctl            *ctl,
              BambuTransfer  *transfer,
              GError        **error)
{
  for (guint tries = 1;; tries++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) local_error = NULL;

      bambu_transfer_run_async (transfer, force_option, ctl->cancellable, ctl_ready_cb, &result);
      ctl_wait (&result);
      if (bambu_transfer_run_finish (transfer, result, &local_error))
        return TRUE;

      if (tries < MAX_TRIES && bambu_transfer_get_received (transfer) > 0 &&
          g_error_matches (local_error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE))
        continue;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
}

/* Never over a file that is there, unless that is asked for; and half a file is worse than none. */
static gboolean
save (Ctl             *ctl,
      BambuClient     *client,
      const Download  *download,
      GError         **error)
{
  g_autofree char *path = output_option != NULL ? g_strdup (output_option) : make_file_name (download->name);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *size = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BambuTransfer) transfer = bambu_transfer_new (client, download->address, file, download->md5);
  g_autoptr(GError) local_error = NULL;
  gboolean watched = isatty (STDERR_FILENO) && !ctl->json;
  gboolean saved;

  if (watched)
    g_signal_connect (transfer, "notify::received", G_CALLBACK (received_cb), NULL);
  saved = run_transfer (ctl, transfer, &local_error);
  if (watched && bambu_transfer_get_received (transfer) > 0)
    g_printerr ("\r\033[K");

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("%s is there already. Choose another name with --output, or replace it with --force."), shown);
      return FALSE;
    }

  if (!saved)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  size = g_format_size (bambu_transfer_get_received (transfer));
  if (!ctl->json)
    /* Translators: the name of a file and its size */
    g_print (_("Saved as %s (%s).\n"), shown, size);

  return TRUE;
}

/* Without a file there is nothing to go on with, and nothing to check but what came. */
static gboolean
print (Ctl             *ctl,
       BambuClient     *client,
       const Download  *download,
       GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *md5 = NULL;

  bambu_client_download_async (client, download->address, ctl->cancellable, ctl_ready_cb, &result);
  ctl_wait (&result);
  bytes = bambu_client_download_finish (client, result, error);
  if (bytes == NULL)
    return FALSE;

  md5 = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
  if (download->md5 != NULL && strlen (download->md5) == strlen (md5) && g_ascii_strcasecmp (download->md5, md5) != 0)
    {
      g_set_error_literal (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL,
                           _("What came is not what the cloud promised: its MD5 differs. Try again."));
      return FALSE;
    }

  fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);

  return TRUE;
}

static gboolean
run_download (Ctl     *ctl,
              char   **arguments,
              GError **error)
{
  g_auto(Download) download = { NULL, NULL, NULL };
  g_autoptr(BambuClient) client = NULL;
  gboolean by_address = strstr (arguments[0], "://") != NULL;
  int n_named = (plate_option > 0) + (config_option != NULL) + model_option;

  if (plate_option < 0 || n_named > 1 || (by_address && n_named > 0))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Of a project, one plate or one config can be named, or its 3MF file"));
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

  if (g_strcmp0 (output_option, "-") == 0)
    return print (ctl, client, &download, error);

  return save (ctl, client, &download, error);
}

const CtlCommand ctl_download_command = {
  .name = "download",
  .arguments = N_("URL-OR-PROJECT-ID"),
  .n_arguments = 1,
  .summary = N_("Save a picture, a config or the 3MF file of a project"),
  .description = N_("Of a project, the picture of its first plate is saved unless something else is named. A 3MF file is "
                    "checked against its MD5. The hosts that files lie on never get to see the sign-in."),
  .entries = download_entries,
  .run = run_download,
};
