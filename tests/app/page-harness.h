/* page-harness.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bambu-session.h"
#include "test-cloud.h"

G_BEGIN_DECLS

/* A page of the application in a window of its own, with a session that is signed in to a stand-in cloud. */
typedef struct
{
  TestCloud    *cloud;
  BambuSession *session;
  char         *folder;
  GtkWidget    *window;

  /* What win.open-printer, win.open-message and the like were last asked for. */
  char         *opened;

  /* What was last said in a toast. */
  char         *toast;

  /* The id of what the last toast that speaks of something offers to show. */
  char         *offered;
} PageHarness;

#define PAGE_HARNESS_TIMEOUT_MS 60000

void         page_harness_init      (int                *argc,
                                     char             ***argv);
PageHarness *page_harness_new       (const char * const *cloud_args);
PageHarness *page_harness_new_live  (const char * const *cloud_args);
void         page_harness_free      (PageHarness        *self);
void         page_harness_reopen    (PageHarness        *self);
void         page_harness_refresh   (PageHarness        *self,
                                     BambuList          *list);
void         page_harness_show      (PageHarness        *self,
                                     GtkWidget          *page,
                                     int                 width,
                                     int                 height);
void         page_harness_hide      (PageHarness        *self);
void         page_harness_draw      (PageHarness        *self);
void         page_harness_answer    (TestCloud          *cloud,
                                     const char         *path,
                                     const char         *body);

GtkWidget   *page_harness_find        (GtkWidget          *root,
                                       GType               type);
GtkWidget   *page_harness_find_text   (GtkWidget          *root,
                                       const char         *text);
GtkWidget   *page_harness_find_button (GtkWidget          *root,
                                       const char         *name);
void         page_harness_await_text  (GtkWidget          *root,
                                       const char         *text);
void         page_harness_await_gone  (GtkWidget          *root,
                                       const char         *text);
void         page_harness_click       (GtkWidget          *root,
                                       const char         *name);
char        *page_harness_choose      (GFile              *folder,
                                       const char         *name);
GPtrArray   *page_harness_collect     (GtkWidget          *root,
                                       GType               type);
void         page_harness_await_requests (PageHarness      *self,
                                          const char       *method,
                                          const char       *path,
                                          guint             n_requests);

void         page_harness_remove_folder (const char       *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PageHarness, page_harness_free)

G_END_DECLS
