/* platen-project-card.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"

G_BEGIN_DECLS

#define PLATEN_TYPE_PROJECT_CARD (platen_project_card_get_type ())

/* A project in a grid: its first picture, its name, how many plates and when. Asks for the project's detail only while
 * it is seen.
 *
 * Properties:
 *   "session"  BambuSession
 *   "project"  BambuProject
 */
G_DECLARE_FINAL_TYPE (PlatenProjectCard, platen_project_card, PLATEN, PROJECT_CARD, AdwBin)

GtkWidget    *platen_project_card_new         (void);
void          platen_project_card_set_session (PlatenProjectCard *self,
                                               BambuSession      *session);
BambuProject *platen_project_card_get_project (PlatenProjectCard *self);
void          platen_project_card_set_project (PlatenProjectCard *self,
                                               BambuProject      *project);

G_END_DECLS
