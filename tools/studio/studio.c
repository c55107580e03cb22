/* studio.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "studio.h"

#include <libsoup/soup.h>

#include "platen-picture.h"

/* A window is ready when nothing in it has moved for so long. */
#define QUIET_MS 300
#define PATIENCE_SECONDS 60

/* What of a window's pictures there is and what is awaited. */
typedef struct
{
  GtkWidget *window;
  guint      n_widgets;
  guint      n_loaded;
  guint      n_awaited;
} Census;

static gboolean
wake_up_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
is_within (GtkWidget *widget,
           GtkWidget *container)
{
  graphene_rect_t bounds;
  graphene_rect_t area;

  graphene_rect_init (&area, 0, 0, gtk_widget_get_width (container), gtk_widget_get_height (container));

  return gtk_widget_compute_bounds (widget, container, &bounds) && graphene_rect_intersection (&bounds, &area, NULL);
}

static gboolean
is_in_window (GtkWidget *widget,
              GtkWidget *window)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_widget_get_mapped (widget) &&
         is_within (widget, window) &&
         (scroller == NULL || is_within (widget, scroller));
}

static void
take_census (GtkWidget *widget,
             Census    *census)
{
  if (!gtk_widget_get_child_visible (widget) || !is_in_window (widget, census->window))
    return;

  census->n_widgets++;

  if (PLATEN_IS_PICTURE (widget))
    {
      if (platen_picture_get_loaded (PLATEN_PICTURE (widget)))
        census->n_loaded++;
      else if (platen_picture_get_uri (PLATEN_PICTURE (widget)) != NULL)
        census->n_awaited++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_census (child, census);
}

static gboolean
is_quiet (Studio *studio)
{
  static Census before;
  Census now = { studio->model, 0, 0, 0 };

  take_census (studio->model, &now);

  if (now.n_awaited > 0 ||
      now.n_widgets != before.n_widgets ||
      now.n_loaded != before.n_loaded)
    {
      before = now;
      studio->since = g_get_monotonic_time ();
    }

  return g_get_monotonic_time () - studio->since > QUIET_MS * 1000;
}

/* A window that has just changed its size, or has another to draw, has nothing to show for a moment. */
static gboolean
is_drawn (Studio *studio)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (studio->model);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  graphene_rect_init (&studio->area, 0, 0, width, height);
  g_clear_pointer (&studio->node, gsk_render_node_unref);
  studio->node = gtk_snapshot_free_to_node (snapshot);

  return studio->node != NULL;
}

/* The program's windows but the main one. */
static gboolean
has_dialog (Studio *studio)
{
  GListModel *windows = gtk_window_get_toplevels ();

  studio->model = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != GTK_WIDGET (studio->window) && gtk_widget_get_mapped (window))
        studio->model = window;
    }

  return studio->model != NULL;
}

static gboolean
has_no_dialog (Studio *studio)
{
  return !has_dialog (studio);
}

/* As desktops show it, and not as a screen without any does. */
static void
give_shadow (GtkWidget *window)
{
  gtk_widget_remove_css_class (window, "solid-csd");
  gtk_widget_add_css_class (window, "csd");
}

static void
take_picture (Studio     *studio,
              GtkWidget  *model,
              const char *name)
{
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *file_name = g_strconcat (name, studio->suffix, ".png", NULL);
  g_autofree char *path = g_build_filename (studio->directory, file_name, NULL);

  studio->model = model;
  give_shadow (model);
  studio->since = g_get_monotonic_time ();
  studio_wait_for (studio, is_quiet, name);
  studio_wait_for (studio, is_drawn, name);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (studio->model)),
                                         studio->node,
                                         &studio->area);

  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s cannot be written", path);
}

static GtkWidget *
find_id (GtkWidget  *widget,
         const char *id)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_id (child, id);

  return found;
}

static void
send_to_cloud (Studio     *studio,
               const char *method,
               const char *text)
{
  PlatenDemoCloud *cloud = platen_session_manager_get_demo_cloud (platen_application_get_manager (studio->application));
  g_autofree char *address = g_strconcat (platen_demo_cloud_get_url (cloud), "/_demo/faults", NULL);
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autoptr(SoupMessage) message = soup_message_new (method, address);
  g_autoptr(GBytes) body = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(GError) error = NULL;

  soup_message_set_request_body_from_bytes (message, "application/json", body);
  answer = soup_session_send_and_read (session, message, NULL, &error);

  if (answer == NULL || soup_message_get_status (message) != SOUP_STATUS_OK)
    g_error ("The stand-in cloud does not take a fault: %s", error != NULL ? error->message : text);
}

/**
 * studio_get_session:
 * @studio: a studio
 *
 * Returns: (transfer none) (nullable): who is signed in
 */
BambuSession *
studio_get_session (Studio *studio)
{
  return platen_session_manager_get_session (platen_application_get_manager (studio->application));
}

/**
 * studio_wait_for:
 * @studio: a studio
 * @condition: what is to become true
 * @what: what is waited for, for people
 *
 * Waits until @condition holds.
 */
void
studio_wait_for (Studio          *studio,
                 StudioCondition  condition,
                 const char      *what)
{
  const gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  const guint tick = g_timeout_add (20, wake_up_cb, NULL);

  while (!condition (studio))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("%s did not come within %d s", what, PATIENCE_SECONDS);

      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (tick);
}

/**
 * studio_find:
 * @widget: where to look
 * @type: a type of widget
 *
 * Returns: (transfer none) (nullable): the first widget of @type that is there to be seen
 */
GtkWidget *
studio_find (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = gtk_widget_get_mapped (widget) && G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = studio_find (child, type);

  return found;
}

/**
 * studio_await:
 * @studio: a studio
 * @type: a type of widget
 *
 * Returns: (transfer none): the first widget of @type in the main window, once there is one
 */
GtkWidget *
studio_await (Studio *studio,
              GType   type)
{
  const gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  const guint tick = g_timeout_add (20, wake_up_cb, NULL);
  GtkWidget *found;

  while (!(found = studio_find (GTK_WIDGET (studio->window), type)))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("There is no %s", g_type_name (type));

      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (tick);

  return found;
}

/**
 * studio_press:
 * @studio: a studio
 * @id: what a button of the main window is called in its template
 *
 * Presses the button.
 */
void
studio_press (Studio     *studio,
              const char *id)
{
  GtkWidget *button = find_id (GTK_WIDGET (studio->window), id);

  if (button == NULL)
    g_error ("There is no button %s", id);

  g_signal_emit_by_name (button, "clicked");
}

/**
 * studio_show:
 * @studio: a studio
 * @page: the name of a page
 *
 * Shows a page, as it was left.
 */
void
studio_show (Studio     *studio,
             const char *page)
{
  platen_window_show_page (studio->window, page);
}

/**
 * studio_open:
 * @studio: a studio
 * @action: what opens the page of a thing
 * @item: a #BambuItem
 *
 * Shows the page of one thing.
 */
void
studio_open (Studio     *studio,
             const char *action,
             gpointer    item)
{
  gtk_widget_activate_action (GTK_WIDGET (studio->window), action, "s", bambu_item_get_id (item));
}

/**
 * studio_take:
 * @studio: a studio
 * @name: what to call the picture
 *
 * Takes a picture of the main window, once nothing moves in it.
 */
void
studio_take (Studio     *studio,
             const char *name)
{
  take_picture (studio, GTK_WIDGET (studio->window), name);
}

/**
 * studio_await_dialog:
 * @studio: a studio
 *
 * Returns: (transfer none): the window that stands above the main one, once it is there; no wider than that is to be
 */
GtkWidget *
studio_await_dialog (Studio *studio)
{
  int width;
  int height;

  studio_wait_for (studio, has_dialog, "A dialog");
  gtk_window_get_default_size (GTK_WINDOW (studio->model), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (studio->model), MIN (width, studio->width), MIN (height, studio->height));

  return studio->model;
}

/**
 * studio_take_dialog:
 * @studio: a studio
 * @name: what to call the picture
 *
 * Takes a picture of the window that stands above the main one, and closes it.
 */
void
studio_take_dialog (Studio     *studio,
                    const char *name)
{
  take_picture (studio, studio_await_dialog (studio), name);
  gtk_window_close (GTK_WINDOW (studio->model));
  studio_wait_for (studio, has_no_dialog, "The end of a dialog");
}

/**
 * studio_add_fault:
 * @studio: a studio
 * @fault: a JSON object, as `/_demo/faults` takes it
 *
 * Has the stand-in cloud misbehave.
 */
void
studio_add_fault (Studio     *studio,
                  const char *fault)
{
  send_to_cloud (studio, "POST", fault);
}

/**
 * studio_clear_faults:
 * @studio: a studio
 *
 * Has the stand-in cloud behave again.
 */
void
studio_clear_faults (Studio *studio)
{
  send_to_cloud (studio, "DELETE", NULL);
}
