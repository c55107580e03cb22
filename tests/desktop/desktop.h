/* desktop.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Generous: the machine may have much else to do. */
#define DESKTOP_TIMEOUT_MS 120000

typedef struct
{
  int x;
  int y;
  int width;
  int height;
} DesktopBox;

/* The desktop that the test runs in, with a panel that it starts and ends, as somebody in front of it sees it: who listens
 * in on the notifications, and has a mouse.
 */
typedef struct
{
  GDBusConnection *connection;
  GDBusConnection *monitor;
  GAsyncQueue     *heard;       /* from the monitor's thread: a title and a body, or neither where one was taken back */
  GPtrArray       *told;        /* of all notifications that any program has sent, likewise */
  guint            n_withdrawn; /* how many were taken back */
  GSubprocess     *panel;
} Desktop;

Desktop    *desktop_new                 (void);
void        desktop_free                (Desktop    *self);

void        desktop_start_panel         (Desktop    *self);
void        desktop_kill_panel          (Desktop    *self);

guint       desktop_count_notifications (Desktop    *self,
                                         const char *title);
char       *desktop_dup_body            (Desktop    *self,
                                         const char *title);
guint       desktop_count_withdrawn     (Desktop    *self);
guint       desktop_count_displayed     (Desktop    *self);

gboolean    desktop_has_item            (Desktop    *self);
char       *desktop_dup_tooltip         (Desktop    *self);
char       *desktop_dup_menu            (Desktop    *self);

void        desktop_click               (Desktop    *self,
                                         int         x,
                                         int         y,
                                         int         button);
void        desktop_press               (Desktop    *self,
                                         const char *key);
GArray     *desktop_list_windows        (Desktop    *self);

GSubprocess *desktop_spawn              (const char * const *argv);

G_END_DECLS
