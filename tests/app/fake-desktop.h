/* fake-desktop.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FakeNotification:
 * @id: the daemon's number for it
 * @title: its summary
 * @body: its body
 * @picture: (nullable): the file that is shown with it
 * @urgency: 0 low, 1 normal, 2 critical
 * @action: (nullable): what a click on it asks for
 * @withdrawn: whether the program took it back
 *
 * A notification as a desktop gets it.
 */
typedef struct
{
  guint     id;
  char     *title;
  char     *body;
  char     *picture;
  guint     urgency;
  char     *action;
  gboolean  withdrawn;
} FakeNotification;

/* What a desktop has on the session bus: a notification daemon, and on request a tray and the Background portal. It has a
 * connection of its own, but runs in this thread: nothing here may block.
 */
typedef struct
{
  GDBusConnection *connection;
  guint            tray;
  char            *item;          /* who registered with the tray */

  GPtrArray       *notifications; /* of FakeNotification, the oldest first */
  guint            n_sent;

  gboolean         allow;         /* what the portal answers */
  gboolean         autostart;     /* what it was asked for last */
  guint            n_requests;
} FakeDesktop;

FakeDesktop      *fake_desktop_new              (void);
void              fake_desktop_free             (FakeDesktop *self);
void              fake_desktop_add_tray         (FakeDesktop *self);
void              fake_desktop_remove_tray      (FakeDesktop *self);
void              fake_desktop_add_portal       (FakeDesktop *self);

FakeNotification *fake_desktop_find             (FakeDesktop *self,
                                                 const char  *title);
void              fake_desktop_dismiss_all      (FakeDesktop *self);
void              fake_desktop_clear            (FakeDesktop *self);
void              fake_desktop_click            (FakeDesktop *self,
                                                 guint        id);

GVariant         *fake_desktop_get              (FakeDesktop *self,
                                                 const char  *property);
void              fake_desktop_call             (FakeDesktop *self,
                                                 const char  *method,
                                                 GVariant    *parameters);
char             *fake_desktop_dup_menu         (FakeDesktop *self);
int               fake_desktop_find_item        (FakeDesktop *self,
                                                 const char  *label);
void              fake_desktop_click_item       (FakeDesktop *self,
                                                 int          id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeDesktop, fake_desktop_free)

G_END_DECLS
