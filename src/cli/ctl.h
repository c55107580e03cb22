/* ctl.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu.h>
#include <glib/gi18n.h>
#include <platen-keyring.h>

G_BEGIN_DECLS

/**
 * Ctl:
 * @json: whether the cloud's own text is asked for, rather than a table
 * @region: the region that is asked for; meant only where @has_region
 * @has_region: whether a region is asked for
 * @cancellable: cancelled when the user has had enough
 *
 * One run of platenctl.
 */
typedef struct
{
  gboolean      json;
  BambuRegion   region;
  gboolean      has_region;
  GCancellable *cancellable;
} Ctl;

/**
 * CtlCommand:
 * @name: what is typed
 * @arguments: the arguments' names, for the help
 * @n_arguments: how many there are
 * @n_optional: how many more there may be
 * @summary: what it does, one line
 * @description: (nullable): what else is worth knowing
 * @entries: (nullable): its own options
 * @run: does it; @arguments holds as many as were given, and a %NULL
 *
 * A command. Where @run fails with a #GOptionError it was used wrongly.
 */
typedef struct
{
  const char         *name;
  const char         *arguments;
  guint               n_arguments;
  guint               n_optional;
  const char         *summary;
  const char         *description;
  const GOptionEntry *entries;
  gboolean          (*run) (Ctl     *ctl,
                            char   **arguments,
                            GError **error);
} CtlCommand;

extern const CtlCommand ctl_login_command;
extern const CtlCommand ctl_logout_command;
extern const CtlCommand ctl_refresh_token_command;
extern const CtlCommand ctl_account_command;
extern const CtlCommand ctl_devices_command;
extern const CtlCommand ctl_status_command;
extern const CtlCommand ctl_watch_command;
extern const CtlCommand ctl_rename_command;
extern const CtlCommand ctl_firmware_command;
extern const CtlCommand ctl_camera_command;
extern const CtlCommand ctl_projects_command;
extern const CtlCommand ctl_project_command;
extern const CtlCommand ctl_profile_command;
extern const CtlCommand ctl_download_command;
extern const CtlCommand ctl_upload_command;
extern const CtlCommand ctl_notification_command;
extern const CtlCommand ctl_tasks_command;
extern const CtlCommand ctl_task_command;
extern const CtlCommand ctl_task_create_command;
extern const CtlCommand ctl_presets_command;
extern const CtlCommand ctl_preset_command;
extern const CtlCommand ctl_preset_create_command;
extern const CtlCommand ctl_preset_delete_command;
extern const CtlCommand ctl_resources_command;
extern const CtlCommand ctl_messages_command;
extern const CtlCommand ctl_ticket_command;

void                 ctl_ready_cb        (GObject            *object,
                                          GAsyncResult       *result,
                                          gpointer            user_data);
void                 ctl_wait            (GAsyncResult      **result);
const char          *ctl_get_env_token   (void);
BambuClient         *ctl_create_client   (Ctl                *ctl,
                                          GError            **error);
PlatenStoredAccount *ctl_look_up_account (Ctl                *ctl,
                                          GError            **error);
BambuClient         *ctl_sign_in         (Ctl                *ctl,
                                          GDateTime         **expires,
                                          GError            **error);
BambuAccount        *ctl_keep_sign_in    (Ctl                *ctl,
                                          BambuClient        *client,
                                          BambuCredentials   *credentials,
                                          GError            **error);
GBytes              *ctl_ask             (Ctl                *ctl,
                                          BambuClient        *client,
                                          BambuRequest       *request,
                                          GError            **error);
void                 ctl_print_json      (GBytes             *answer);
gboolean             ctl_print_answer    (Ctl                *ctl,
                                          BambuClient        *client,
                                          BambuRequest       *request,
                                          GError            **error);
GBytes              *ctl_read_object     (Ctl                *ctl,
                                          const char         *path,
                                          GError            **error);
gboolean             ctl_check_count     (const char         *option,
                                          int                 count,
                                          GError            **error);

G_END_DECLS
