/* platen-search-metas.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-search-metas.h"

#include "platen-decode.h"
#include "platen-preset-text.h"
#include "platen-printer-text.h"
#include "platen-project-text.h"

/* In pixels: twice what desktops show. */
#define PICTURE_SIZE 96

/* A desktop asks for what it has room for. */
#define MAX_METAS 50

/* What printers did longer ago than that is no news of what they do. */
#define MAX_AGE (5 * G_TIME_SPAN_MINUTE)

typedef struct
{
  GPtrArray *metas;
  guint      n_pending;
} Metas;

/* What is known of one result. */
typedef struct
{
  char             *result;
  PlatenSearchKind  kind;
  gpointer          item;
  GIcon            *picture; /* NULL: none is kept */
} Meta;

/* The way to a picture. */
typedef struct
{
  GTask *task;
  Meta  *meta; /* of the task */
} Step;

static void
meta_free (Meta *meta)
{
  g_free (meta->result);
  g_object_unref (meta->item);
  g_clear_object (&meta->picture);
  g_free (meta);
}

static void
metas_free (Metas *metas)
{
  g_ptr_array_unref (metas->metas);
  g_free (metas);
}

/* By names that the desktop finds, too, also where the program is in a sandbox. */
static GIcon *
create_symbol (PlatenSearchKind kind)
{
  switch (kind)
    {
    case PLATEN_SEARCH_KIND_PRINTER:
      return g_themed_icon_new (APPLICATION_ID ".printer-symbolic");

    case PLATEN_SEARCH_KIND_PROJECT:
      return g_themed_icon_new (APPLICATION_ID ".project-symbolic");

    case PLATEN_SEARCH_KIND_PRESET:
      return g_themed_icon_new (APPLICATION_ID ".preset-symbolic");

    default:
      g_assert_not_reached ();
    }
}

static char *
dup_name (const Meta *meta)
{
  switch (meta->kind)
    {
    case PLATEN_SEARCH_KIND_PRINTER:
      return platen_printer_dup_title (meta->item);

    case PLATEN_SEARCH_KIND_PROJECT:
      return platen_project_dup_title (meta->item);

    case PLATEN_SEARCH_KIND_PRESET:
      return platen_preset_dup_title (meta->item);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_fresh (BambuList *list)
{
  GDateTime *updated = bambu_list_get_updated (list);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return updated != NULL && g_date_time_difference (now, updated) <= MAX_AGE;
}

static char *
dup_description (BambuSession *session,
                 const Meta   *meta)
{
  switch (meta->kind)
    {
    case PLATEN_SEARCH_KIND_PRINTER:
      if (is_fresh (bambu_session_get_devices (session)))
        return platen_printer_dup_description (meta->item, NULL);

      return g_strdup (bambu_device_get_model_name (meta->item));

    case PLATEN_SEARCH_KIND_PROJECT:
      return platen_project_dup_summary (meta->item);

    case PLATEN_SEARCH_KIND_PRESET:
      return platen_preset_dup_summary (meta->item);

    default:
      g_assert_not_reached ();
    }
}

static void
add_meta (GVariantBuilder *builder,
          BambuSession    *session,
          const Meta      *meta)
{
  g_autoptr(GIcon) symbol = create_symbol (meta->kind);
  g_autoptr(GVariant) icon = g_icon_serialize (meta->picture != NULL ? meta->picture : symbol);
  g_autofree char *name = dup_name (meta);
  g_autofree char *description = dup_description (session, meta);

  g_variant_builder_open (builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (builder, "{sv}", "id", g_variant_new_string (meta->result));
  g_variant_builder_add (builder, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (builder, "{sv}", "icon", icon);

  if (description != NULL && *description != 0)
    g_variant_builder_add (builder, "{sv}", "description", g_variant_new_string (description));

  g_variant_builder_close (builder);
}

/* One thing less to wait for. */
static void
settle (GTask *task)
{
  BambuSession *session = g_task_get_source_object (task);
  Metas *metas = g_task_get_task_data (task);
  GVariantBuilder builder;

  if (--metas->n_pending > 0)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < metas->metas->len; i++)
    add_meta (&builder, session, g_ptr_array_index (metas->metas, i));

  g_task_return_pointer (task, g_variant_ref_sink (g_variant_builder_end (&builder)), (GDestroyNotify)g_variant_unref);
}

static Step *
step_new (GTask *task,
          Meta  *meta)
{
  Metas *metas = g_task_get_task_data (task);
  Step *step = g_new0 (Step, 1);

  step->task = g_object_ref (task);
  step->meta = meta;
  metas->n_pending++;

  return step;
}

static void
step_free (Step *step)
{
  settle (step->task);
  g_object_unref (step->task);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
decoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Step) step = user_data;
  g_autoptr(GdkTexture) texture = platen_decode_finish (result, NULL);
  g_autoptr(GBytes) bytes = NULL;

  if (texture == NULL)
    return;

  bytes = gdk_texture_save_to_png_bytes (texture);
  step->meta->picture = g_bytes_icon_new (bytes);
}

static void
picture_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Step) step = user_data;
  g_autoptr(GBytes) bytes = bambu_pictures_recall_finish (BAMBU_PICTURES (object), result, NULL);

  if (bytes != NULL)
    platen_decode_async (bytes, PICTURE_SIZE, PICTURE_SIZE, NULL, decoded_cb, g_steal_pointer (&step));
}

static void
recall_picture (GTask      *task,
                Meta       *meta,
                const char *uri)
{
  BambuSession *session = g_task_get_source_object (task);

  if (uri != NULL)
    bambu_pictures_recall_async (bambu_session_get_pictures (session), uri, picture_cb, step_new (task, meta));
}

static void
detail_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Step) step = user_data;

  if (bambu_session_recall_project_finish (BAMBU_SESSION (object), result, NULL))
    recall_picture (step->task, step->meta, bambu_project_get_thumbnail (step->meta->item));
}

static void
look_up (GTask      *task,
         const char *result)
{
  BambuSession *session = g_task_get_source_object (task);
  Metas *metas = g_task_get_task_data (task);
  PlatenSearchKind kind;
  const char *id;
  gpointer item;
  Meta *meta;

  if (!platen_search_parse (result, &kind, &id) || !(item = platen_search_lookup (session, kind, id)))
    return;

  meta = g_new0 (Meta, 1);
  meta->result = g_strdup (result);
  meta->kind = kind;
  meta->item = g_object_ref (item);
  g_ptr_array_add (metas->metas, meta);

  if (kind == PLATEN_SEARCH_KIND_PRINTER)
    recall_picture (task, meta, bambu_device_get_thumbnail (item));
  else if (kind == PLATEN_SEARCH_KIND_PROJECT)
    bambu_session_recall_project_async (session, item, detail_cb, step_new (task, meta));
}

/**
 * platen_search_metas_async:
 * @session: whose things were searched
 * @found: (array zero-terminated=1): what platen_search_find() returned; what is not, or not any longer, is left out
 * @callback: called at the end
 * @user_data: for @callback
 *
 * Puts together what the desktop shows of what was found: "id", "name", "icon" and, where there is more to say,
 * "description". The icon is a picture where one is kept on the disk, else a symbol.
 */
void
platen_search_metas_async (BambuSession        *session,
                           const char * const  *found,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Metas *metas;

  g_return_if_fail (BAMBU_IS_SESSION (session));
  g_return_if_fail (found != NULL);

  metas = g_new0 (Metas, 1);
  metas->metas = g_ptr_array_new_with_free_func ((GDestroyNotify)meta_free);

  /* Not done before all have been looked up. */
  metas->n_pending = 1;

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, platen_search_metas_async);
  g_task_set_task_data (task, metas, (GDestroyNotify)metas_free);

  for (guint i = 0; found[i] != NULL && i < MAX_METAS; i++)
    look_up (task, found[i]);

  settle (task);
}

/**
 * platen_search_metas_finish:
 * @session: whose things were searched
 * @result: what the callback got
 * @error: unused, for there is none
 *
 * Ends platen_search_metas_async().
 *
 * Returns: (transfer full): an array of dictionaries, of the type "aa{sv}"
 */
GVariant *
platen_search_metas_finish (BambuSession  *session,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
