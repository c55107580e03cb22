/* ctl-runner.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CtlRunner: runs platenctl as a user would, through a pipe or in a terminal of its own, while the test's main loop goes
 * on. It starts with an empty folder to be in, and with no session bus.
 */
typedef struct _CtlRunner CtlRunner;

CtlRunner  *ctl_runner_new          (const char *api_url);
void        ctl_runner_free         (CtlRunner  *self);
const char *ctl_runner_get_folder   (CtlRunner  *self);
void        ctl_runner_set_env      (CtlRunner  *self,
                                     const char *name,
                                     const char *value); /* NULL unsets */

/* To its end, by pipes. Afterwards its exit status is returned; its output and its errors stay until the next one. */
int         ctl_runner_run          (CtlRunner  *self,
                                     const char *input,
                                     const char *argument,
                                     ...) G_GNUC_NULL_TERMINATED;
/* The same with all arguments in one text, quoted as for a shell. */
int         ctl_runner_run_line     (CtlRunner  *self,
                                     const char *line);
GBytes     *ctl_runner_get_bytes    (CtlRunner  *self);
const char *ctl_runner_get_output   (CtlRunner  *self);
const char *ctl_runner_get_errors   (CtlRunner  *self);
guint       ctl_runner_count_lines  (CtlRunner  *self);

/* Of a table that was put out: the first word below the titles. */
char       *ctl_runner_dup_first_id (CtlRunner  *self);

/* In a terminal, step by step. */
gboolean    ctl_runner_has_terminal (void);
void        ctl_runner_start        (CtlRunner  *self,
                                     const char *argument,
                                     ...) G_GNUC_NULL_TERMINATED;
void        ctl_runner_expect       (CtlRunner  *self,
                                     const char *text);
void        ctl_runner_type         (CtlRunner  *self,
                                     const char *keys);
gboolean    ctl_runner_echoes       (CtlRunner  *self);
int         ctl_runner_end          (CtlRunner  *self);
const char *ctl_runner_get_terminal (CtlRunner  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlRunner, ctl_runner_free)

G_END_DECLS
