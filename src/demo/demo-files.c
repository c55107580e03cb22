/* demo-files.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-files.h"

#include "demo-json.h"
#include "demo-zip.h"

static const char * const configs[] = { "project_settings.config", "model_settings.config", "slice_info.config", NULL };

/**
 * demo_files_get_configs:
 *
 * Returns: (transfer none): the names of the files that each profile has in the folder "Metadata"
 */
const char * const *
demo_files_get_configs (void)
{
  return configs;
}

/**
 * demo_files_get_name:
 * @project: a project
 *
 * Returns: (transfer full): what the project's file is called
 */
char *
demo_files_get_name (DemoProject *project)
{
  char *name;

  g_return_val_if_fail (project != NULL, NULL);

  if (g_str_has_suffix (project->name, ".3mf"))
    return g_strdup (project->name);

  name = g_strconcat (project->name, ".3mf", NULL);
  g_strdelimit (name, " /", '_');

  return name;
}

static void
add_strings (DemoJson    *json,
             const char  *name,
             DemoPlate   *plate,
             gboolean     colors)
{
  demo_json_begin_array (json, name);
  for (guint i = 0; i < plate->n_filaments; i++)
    {
      g_autofree char *color = g_strdup_printf ("#%06X", plate->filaments[i].rgba >> 8);

      demo_json_add_string (json, NULL, colors ? color : plate->filaments[i].type);
    }
  demo_json_end_array (json);
}

static GBytes *
make_project_settings (DemoProject *project,
                       DemoProfile *profile)
{
  g_autofree char *printer = g_strdup_printf ("%s %.1f nozzle", profile->model->preset, profile->nozzle);
  g_autofree char *nozzle = g_strdup_printf ("%.1f", profile->nozzle);
  DemoJson *json = demo_json_new ();

  demo_json_begin_object (json, NULL);
  demo_json_add_string (json, "from", "project");
  demo_json_add_string (json, "name", "project_settings");
  demo_json_add_string (json, "version", "02.00.00.13");
  demo_json_add_string (json, "printer_model", profile->model->preset);
  demo_json_add_string (json, "printer_settings_id", printer);
  demo_json_add_string (json, "curr_bed_type", "Textured PEI Plate");
  demo_json_begin_array (json, "nozzle_diameter");
  demo_json_add_string (json, NULL, nozzle);
  demo_json_end_array (json);
  add_strings (json, "filament_type", &profile->plates[0], FALSE);
  add_strings (json, "filament_colour", &profile->plates[0], TRUE);
  demo_json_add_string (json, "layer_height", "0.2");
  demo_json_add_string (json, "sparse_infill_density", "15%");
  demo_json_add_string (json, "wall_loops", "2");
  demo_json_end_object (json);

  return demo_json_free_to_bytes (json);
}

static GBytes *
make_model_settings (DemoProject *project,
                     DemoProfile *profile)
{
  g_autofree char *name = g_markup_escape_text (project->name, -1);
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config>\n");

  g_string_append_printf (text, "  <object id=\"1\">\n    <metadata key=\"name\" value=\"%s\"/>\n  </object>\n", name);
  for (guint i = 0; i < profile->n_plates; i++)
    {
      g_string_append_printf (text,
                              "  <plate>\n"
                              "    <metadata key=\"plater_id\" value=\"%u\"/>\n"
                              "    <metadata key=\"locked\" value=\"false\"/>\n"
                              "    <metadata key=\"thumbnail_file\" value=\"Metadata/plate_%u.png\"/>\n"
                              "  </plate>\n",
                              i + 1, i + 1);
    }
  g_string_append (text, "</config>\n");

  return g_string_free_to_bytes (text);
}

static GBytes *
make_slice_info (DemoProfile *profile)
{
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<config>\n"
                                "  <header>\n"
                                "    <header_item key=\"X-BBL-Client-Type\" value=\"slicer\"/>\n"
                                "  </header>\n");

  for (guint i = 0; i < profile->n_plates; i++)
    {
      const DemoPlate *plate = &profile->plates[i];
      char weight[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (weight, sizeof weight, "%.2f", plate->grams);
      g_string_append_printf (text,
                              "  <plate>\n"
                              "    <metadata key=\"index\" value=\"%u\"/>\n"
                              "    <metadata key=\"printer_model_id\" value=\"%s\"/>\n"
                              "    <metadata key=\"prediction\" value=\"%" G_GINT64_FORMAT "\"/>\n"
                              "    <metadata key=\"weight\" value=\"%s\"/>\n",
                              plate->index, profile->model->code, plate->prediction, weight);
      for (guint j = 0; j < plate->n_filaments; j++)
        {
          const DemoFilament *filament = &plate->filaments[j];
          char metres[G_ASCII_DTOSTR_BUF_SIZE];
          char grams[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (metres, sizeof metres, "%.2f", filament->metres);
          g_ascii_formatd (grams, sizeof grams, "%.2f", filament->grams);
          g_string_append_printf (text,
                                  "    <filament id=\"%u\" type=\"%s\" color=\"#%06X\" used_m=\"%s\" used_g=\"%s\" />\n",
                                  filament->slot, filament->type, filament->rgba >> 8, metres, grams);
        }
      g_string_append (text, "  </plate>\n");
    }
  g_string_append (text, "</config>\n");

  return g_string_free_to_bytes (text);
}

static GBytes *
make_guide (DemoProject *project,
            DemoProfile *profile)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "How to put “%s” together\n\n", project->name);
  for (guint i = 0; i < profile->n_plates; i++)
    g_string_append_printf (text, "%u. Print plate %u, let it cool, and take off the supports.\n", i + 1, i + 1);
  g_string_append_printf (text, "%u. Press the parts together. No glue is needed.\n", profile->n_plates + 1);

  return g_string_free_to_bytes (text);
}

static GBytes *
make_parts (DemoProfile *profile)
{
  GString *text = g_string_new ("part,count\n");

  g_string_append_printf (text, "M3x8 screw,%u\nball bearing 608,%u\n", profile->n_plates * 4, profile->n_plates);

  return g_string_free_to_bytes (text);
}

/**
 * demo_files_make_config:
 * @project: a project
 * @profile: a profile of it, with plates
 * @name: one of demo_files_get_configs(), %DEMO_FILES_GUIDE or %DEMO_FILES_PARTS
 *
 * Returns: (transfer full) (nullable): that file, %NULL where there is none of that name
 */
GBytes *
demo_files_make_config (DemoProject *project,
                        DemoProfile *profile,
                        const char  *name)
{
  g_return_val_if_fail (project != NULL && profile != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (profile->n_plates == 0)
    return NULL;

  if (g_str_equal (name, configs[0]))
    return make_project_settings (project, profile);

  if (g_str_equal (name, configs[1]))
    return make_model_settings (project, profile);

  if (g_str_equal (name, configs[2]))
    return make_slice_info (profile);

  if (g_str_equal (name, DEMO_FILES_GUIDE))
    return make_guide (project, profile);

  return g_str_equal (name, DEMO_FILES_PARTS) ? make_parts (profile) : NULL;
}

/* A plain box as high as the print takes long: what the file holds matters less than that it opens. */
static char *
make_model (DemoProject *project,
            DemoProfile *profile)
{
  static const guint triangles[][3] = {
    { 0, 2, 1 }, { 0, 3, 2 }, { 4, 5, 6 }, { 4, 6, 7 }, { 0, 1, 5 }, { 0, 5, 4 },
    { 1, 2, 6 }, { 1, 6, 5 }, { 2, 3, 7 }, { 2, 7, 6 }, { 3, 0, 4 }, { 3, 4, 7 },
  };
  g_autofree char *title = g_markup_escape_text (project->name, -1);
  guint height = 10 + (guint) (profile->plates[0].prediction / 600);
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<model unit=\"millimeter\" xml:lang=\"en-US\" "
                                "xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n");

  g_string_append_printf (text, " <metadata name=\"Title\">%s</metadata>\n", title);
  g_string_append (text, " <resources>\n  <object id=\"1\" type=\"model\">\n   <mesh>\n    <vertices>\n");
  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "     <vertex x=\"%u\" y=\"%u\" z=\"%u\"/>\n",
                            (i + 1) / 2 % 2 * 40, i / 2 % 2 * 40, i / 4 * height);
  g_string_append (text, "    </vertices>\n    <triangles>\n");
  for (guint i = 0; i < G_N_ELEMENTS (triangles); i++)
    g_string_append_printf (text, "     <triangle v1=\"%u\" v2=\"%u\" v3=\"%u\"/>\n",
                            triangles[i][0], triangles[i][1], triangles[i][2]);
  g_string_append (text, "    </triangles>\n   </mesh>\n  </object>\n </resources>\n"
                         " <build>\n  <item objectid=\"1\"/>\n </build>\n</model>\n");

  return g_string_free (text, FALSE);
}

/**
 * demo_files_make_3mf:
 * @project: a project
 * @profile: a profile of it, with plates
 *
 * Makes the project's file: an archive that 3MF readers open. The same profile has the same file each time.
 *
 * Returns: (transfer full) (nullable): the file, %NULL where the profile has no plates
 */
GBytes *
demo_files_make_3mf (DemoProject *project,
                     DemoProfile *profile)
{
  static const char content_types[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
    " <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
    " <Default Extension=\"model\" ContentType=\"application/vnd.ms-package.3dmanufacturing-3dmodel+xml\"/>\n"
    " <Default Extension=\"config\" ContentType=\"text/xml\"/>\n"
    "</Types>\n";
  static const char relations[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
    " <Relationship Target=\"/3D/3dmodel.model\" Id=\"rel-1\" "
    "Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/>\n"
    "</Relationships>\n";
  g_autofree char *model = NULL;
  DemoZip *zip;

  g_return_val_if_fail (project != NULL && profile != NULL, NULL);

  if (profile->n_plates == 0)
    return NULL;

  model = make_model (project, profile);
  zip = demo_zip_new ();
  demo_zip_add (zip, "[Content_Types].xml", content_types, sizeof content_types - 1);
  demo_zip_add (zip, "_rels/.rels", relations, sizeof relations - 1);
  demo_zip_add (zip, "3D/3dmodel.model", model, strlen (model));
  for (guint i = 0; configs[i] != NULL; i++)
    {
      g_autoptr(GBytes) config = demo_files_make_config (project, profile, configs[i]);
      g_autofree char *name = g_strconcat ("Metadata/", configs[i], NULL);

      demo_zip_add (zip, name, g_bytes_get_data (config, NULL), g_bytes_get_size (config));
    }

  return demo_zip_free_to_bytes (zip);
}
