/* platen-project-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-project-text.h"

#include <glib/gi18n.h>

#include "platen-format.h"

/**
 * platen_project_dup_title:
 * @project: a project
 *
 * Returns: (transfer full): what to call it
 */
char *
platen_project_dup_title (BambuProject *project)
{
  const char *name;

  g_return_val_if_fail (BAMBU_IS_PROJECT (project), NULL);

  name = bambu_project_get_name (project);

  return g_strdup (name != NULL && *name != 0 ? name : _("Unnamed project"));
}

/**
 * platen_project_dup_summary:
 * @project: a project
 *
 * Returns: (transfer full): how many plates it has, once that is known, and from when it is; may be empty
 */
char *
platen_project_dup_summary (BambuProject *project)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  guint n_plates;
  GDateTime *updated;

  g_return_val_if_fail (BAMBU_IS_PROJECT (project), NULL);

  n_plates = bambu_project_get_n_plates (project);
  updated = bambu_project_get_updated (project);

  if (n_plates > 0)
    {
      g_autofree char *plates = g_strdup_printf (ngettext ("%u plate", "%u plates", n_plates), n_plates);

      g_strv_builder_add (builder, plates);
    }

  if (updated != NULL)
    {
      g_autofree char *date = platen_format_date (updated);

      g_strv_builder_add (builder, date);
    }

  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}
