/* studio.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "platen-window.h"

G_BEGIN_DECLS

/* The program with its windows, and what is needed to take pictures of them. */
typedef struct
{
  PlatenApplication *application;
  PlatenWindow      *window;
  const char        *directory;
  const char        *suffix;
  const char        *style;
  GtkTextDirection   direction;
  int                width;
  int                height;
  int                text;      /* in percent */

  /* What is photographed, and when something in it last moved. */
  GtkWidget         *model;
  gint64             since;

  /* What it shows, and how large it is. */
  GskRenderNode     *node;
  graphene_rect_t    area;
} Studio;

typedef gboolean (*StudioCondition) (Studio *studio);

BambuSession         *studio_get_session  (Studio          *studio);
void                  studio_wait_for     (Studio          *studio,
                                           StudioCondition  condition,
                                           const char      *what);
GtkWidget            *studio_find         (GtkWidget       *widget,
                                           GType            type);
GtkWidget            *studio_await        (Studio          *studio,
                                           GType            type);
void                  studio_press        (Studio          *studio,
                                           const char      *id);
void                  studio_show         (Studio          *studio,
                                           const char      *page);
void                  studio_open         (Studio          *studio,
                                           const char      *action,
                                           gpointer         item);
void                  studio_take         (Studio          *studio,
                                           const char      *name);
GtkWidget            *studio_await_dialog (Studio          *studio);
void                  studio_take_dialog  (Studio          *studio,
                                           const char      *name);
void                  studio_add_fault    (Studio          *studio,
                                           const char      *fault);
void                  studio_clear_faults (Studio          *studio);

G_END_DECLS
