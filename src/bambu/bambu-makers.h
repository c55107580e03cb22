/* bambu-makers.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-types-private.h"

G_BEGIN_DECLS

/* How each answer of the cloud becomes objects: a BambuMakeFunc each, for answers from the network and for those kept on
 * disk alike.
 */
gpointer   bambu_makers_account      (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_node         (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_prints       (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_projects     (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_project      (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_profile      (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_presets      (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_preset       (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_tasks        (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_task         (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_messages     (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_ticket       (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_credentials  (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_resources    (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_firmware     (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_camera_ticket (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_id           (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_done         (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
gpointer   bambu_makers_notification (JsonNode   *root,
                                      GBytes     *text,
                                      gpointer    make_data,
                                      GError    **error);
GPtrArray *bambu_makers_join_devices (JsonNode   *bind,
                                      JsonNode   *prints,
                                      GDateTime  *heard);

G_END_DECLS
