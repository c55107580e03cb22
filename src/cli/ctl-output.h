/* ctl-output.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <bambu.h>

G_BEGIN_DECLS

/* CtlTable: rows of text in columns that line up. What is printed is clean: a name in the cloud cannot drive the
 * terminal.
 */
typedef struct _CtlTable CtlTable;

CtlTable *ctl_table_new      (const char * const *titles);
void      ctl_table_free     (CtlTable           *self);
void      ctl_table_add      (CtlTable           *self,
                              const char * const *cells);
void      ctl_table_print    (CtlTable           *self,
                              const char         *placeholder);

void      ctl_print_field    (const char         *name,
                              const char         *value);
void      ctl_print_text     (const char         *text);
void      ctl_print_settings (GListModel         *settings);

char     *ctl_clean_text     (const char         *text);
guint     ctl_measure_text   (const char         *text);
void      ctl_append_padded  (GString            *line,
                              const char         *text,
                              guint               width);
char     *ctl_format_time    (GDateTime          *time);
char     *ctl_format_seconds (int                 seconds);
char     *ctl_format_percent (int                 percent);
char     *ctl_format_number  (double              number,
                              const char         *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlTable, ctl_table_free)

G_END_DECLS
