/* platen-picture.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-picture.h"

#include <adwaita.h>
#include <math.h>

#include "platen-picture-draw.h"
#include "platen-picture-loader.h"
#include "platen-viewport.h"

#define FADE_MSEC       200
#define FADE_AFTER_USEC (100 * 1000)

#define ICON_SIZE 24

struct _PlatenPicture
{
  GtkWidget            parent_instance;

  PlatenPictureLoader *loader;
  char                *label;
  double               ratio;
  int                  natural_width;

  char                *icon_name;

  /* NULL while the picture is there in full or not at all. */
  AdwAnimation        *fade;
  gint64               wanted_at;

  guint                loaded : 1;
  guint                seen : 1;
};

enum {
  PROP_0,
  PROP_ICON_NAME,
  PROP_LABEL,
  PROP_LOADED,
  PROP_NATURAL_WIDTH,
  PROP_PICTURES,
  PROP_RATIO,
  PROP_URI,
  N_PROPS
};

enum {
  EXPIRED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (PlatenPicture, platen_picture, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
platen_picture_fade_cb (double   value,
                        gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

static void
platen_picture_fade_in (PlatenPicture *self)
{
  AdwAnimationTarget *target;

  g_assert (PLATEN_IS_PICTURE (self));
  g_assert (self->fade == NULL);

  target = adw_callback_animation_target_new (platen_picture_fade_cb, self, NULL);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MSEC, target);
  adw_animation_play (self->fade);
}

static void
platen_picture_end_fade (PlatenPicture *self)
{
  g_assert (PLATEN_IS_PICTURE (self));

  if (self->fade != NULL)
    adw_animation_skip (self->fade);

  g_clear_object (&self->fade);
}

static void
platen_picture_changed_cb (PlatenPicture       *self,
                           PlatenPictureLoader *loader)
{
  gboolean loaded;

  g_assert (PLATEN_IS_PICTURE (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
  loaded = platen_picture_get_loaded (self);

  if (self->loaded == loaded)
    return;

  self->loaded = loaded;
  platen_picture_end_fade (self);

  /* What comes from the disk at once is simply there. */
  if (loaded && g_get_monotonic_time () - self->wanted_at > FADE_AFTER_USEC)
    platen_picture_fade_in (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

static void
platen_picture_expired_cb (PlatenPicture       *self,
                           PlatenPictureLoader *loader)
{
  g_assert (PLATEN_IS_PICTURE (self));

  g_signal_emit (self, signals[EXPIRED], 0);
}

static void
platen_picture_update (PlatenPicture *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  g_assert (PLATEN_IS_PICTURE (self));

  if (self->seen && width > 0 && height > 0)
    platen_picture_loader_want (self->loader, width * scale, height * scale);
  else
    platen_picture_loader_unwant (self->loader);
}

static void
platen_picture_seen_cb (GtkWidget *widget,
                        gboolean   seen)
{
  PlatenPicture *self = PLATEN_PICTURE (widget);

  self->seen = seen;
  self->wanted_at = g_get_monotonic_time ();
  platen_picture_update (self);
}

static void
platen_picture_map (GtkWidget *widget)
{
  PlatenPicture *self = PLATEN_PICTURE (widget);

  GTK_WIDGET_CLASS (platen_picture_parent_class)->map (widget);

  /* Whether it is seen turns out after the first frame, which should not be a blank one. */
  platen_picture_loader_recall (self->loader);
  platen_viewport_watch (widget, platen_picture_seen_cb);
}

static void
platen_picture_unmap (GtkWidget *widget)
{
  PlatenPicture *self = PLATEN_PICTURE (widget);

  platen_viewport_unwatch (widget);
  self->seen = FALSE;
  platen_picture_loader_unwant (self->loader);

  GTK_WIDGET_CLASS (platen_picture_parent_class)->unmap (widget);
}

static GtkSizeRequestMode
platen_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
platen_picture_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PlatenPicture *self = PLATEN_PICTURE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ICON_SIZE;
      *natural = MAX (ICON_SIZE, for_size < 0 ? self->natural_width : (int)(for_size * self->ratio));
    }
  else
    {
      /* Without a width it is asked for the least height that any width would need. */
      *natural = MAX (ICON_SIZE, (int)ceil ((for_size < 0 ? self->natural_width : for_size) / self->ratio));
      *minimum = for_size < 0 ? ICON_SIZE : *natural;
    }
}

static void
platen_picture_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  platen_picture_update (PLATEN_PICTURE (widget));
}

static void
platen_picture_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PlatenPicture *self = PLATEN_PICTURE (widget);
  GdkTexture *texture = platen_picture_loader_get_texture (self->loader);
  double opacity = self->fade != NULL ? adw_animation_get_value (self->fade) : 1;

  if ((texture == NULL || opacity < 1) && self->icon_name != NULL)
    platen_picture_draw_icon (widget, snapshot, self->icon_name, ICON_SIZE);

  if (texture != NULL)
    platen_picture_draw_texture (widget, snapshot, texture, opacity);
}

static void
platen_picture_dispose (GObject *object)
{
  PlatenPicture *self = (PlatenPicture *)object;

  platen_picture_loader_set_uri (self->loader, NULL);
  platen_picture_end_fade (self);

  G_OBJECT_CLASS (platen_picture_parent_class)->dispose (object);
}

static void
platen_picture_finalize (GObject *object)
{
  PlatenPicture *self = (PlatenPicture *)object;

  g_clear_object (&self->loader);
  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (platen_picture_parent_class)->finalize (object);
}

static void
platen_picture_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlatenPicture *self = PLATEN_PICTURE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    case PROP_LABEL:
      g_value_set_string (value, platen_picture_get_label (self));
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, platen_picture_get_loaded (self));
      break;

    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, self->natural_width);
      break;

    case PROP_PICTURES:
      g_value_set_object (value, platen_picture_get_pictures (self));
      break;

    case PROP_RATIO:
      g_value_set_double (value, self->ratio);
      break;

    case PROP_URI:
      g_value_set_string (value, platen_picture_get_uri (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_picture_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlatenPicture *self = PLATEN_PICTURE (object);

  switch (prop_id)
    {
    case PROP_ICON_NAME:
      g_free (self->icon_name);
      self->icon_name = g_strcmp0 (g_value_get_string (value), "") != 0 ? g_value_dup_string (value) : NULL;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;

    case PROP_LABEL:
      platen_picture_set_label (self, g_value_get_string (value));
      break;

    case PROP_NATURAL_WIDTH:
      self->natural_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_PICTURES:
      platen_picture_set_pictures (self, g_value_get_object (value));
      break;

    case PROP_RATIO:
      self->ratio = g_value_get_double (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    case PROP_URI:
      platen_picture_set_uri (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_picture_class_init (PlatenPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_picture_dispose;
  object_class->finalize = platen_picture_finalize;
  object_class->get_property = platen_picture_get_property;
  object_class->set_property = platen_picture_set_property;

  widget_class->get_request_mode = platen_picture_get_request_mode;
  widget_class->map = platen_picture_map;
  widget_class->measure = platen_picture_measure;
  widget_class->size_allocate = platen_picture_size_allocate;
  widget_class->snapshot = platen_picture_snapshot;
  widget_class->unmap = platen_picture_unmap;

  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  properties[PROP_NATURAL_WIDTH] =
    g_param_spec_int ("natural-width", NULL, NULL,
                      1, G_MAXINT16, 192,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_PICTURES] =
    g_param_spec_object ("pictures", NULL, NULL,
                         BAMBU_TYPE_PICTURES,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_RATIO] =
    g_param_spec_double ("ratio", NULL, NULL,
                         0.1, 10, 1,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_URI] =
    g_param_spec_string ("uri", NULL, NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EXPIRED] =
    g_signal_new ("expired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "platen-picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
platen_picture_init (PlatenPicture *self)
{
  self->ratio = 1;
  self->natural_width = 192;
  self->icon_name = g_strdup ("platen-project-symbolic");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->loader = platen_picture_loader_new ();
  g_signal_connect_object (self->loader, "changed",
                           G_CALLBACK (platen_picture_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "expired",
                           G_CALLBACK (platen_picture_expired_cb),
                           self, G_CONNECT_SWAPPED);

  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (platen_picture_update), NULL);
}

/**
 * platen_picture_new:
 *
 * Returns: (transfer floating): a picture of nothing yet
 */
GtkWidget *
platen_picture_new (void)
{
  return g_object_new (PLATEN_TYPE_PICTURE, NULL);
}

/**
 * platen_picture_get_pictures:
 * @self: a #PlatenPicture
 *
 * Returns: (transfer none) (nullable): where pictures come from
 */
BambuPictures *
platen_picture_get_pictures (PlatenPicture *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE (self), NULL);

  return platen_picture_loader_get_pictures (self->loader);
}

/**
 * platen_picture_set_pictures:
 * @self: a #PlatenPicture
 * @pictures: (nullable): where pictures come from
 *
 * Without @pictures nothing is shown.
 */
void
platen_picture_set_pictures (PlatenPicture *self,
                             BambuPictures *pictures)
{
  g_return_if_fail (PLATEN_IS_PICTURE (self));
  g_return_if_fail (pictures == NULL || BAMBU_IS_PICTURES (pictures));

  if (platen_picture_loader_set_pictures (self->loader, pictures))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICTURES]);
}

/**
 * platen_picture_get_uri:
 * @self: a #PlatenPicture
 *
 * Returns: (nullable): the picture's address
 */
const char *
platen_picture_get_uri (PlatenPicture *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE (self), NULL);

  return platen_picture_loader_get_uri (self->loader);
}

/**
 * platen_picture_set_uri:
 * @self: a #PlatenPicture
 * @uri: (nullable): the picture's address, or %NULL for no picture
 *
 * Going from one address to another, as when it was signed anew, the old picture is shown until the new one is
 * there. Set %NULL in between where the old one would be wrong.
 */
void
platen_picture_set_uri (PlatenPicture *self,
                        const char    *uri)
{
  g_return_if_fail (PLATEN_IS_PICTURE (self));

  if (g_strcmp0 (platen_picture_get_uri (self), uri) == 0)
    return;

  /* A cell that is bound anew is about to be moved, maybe out of sight: look where it is first. */
  self->seen = FALSE;
  platen_picture_loader_set_uri (self->loader, uri);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      platen_picture_loader_recall (self->loader);
      platen_viewport_watch (GTK_WIDGET (self), platen_picture_seen_cb);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URI]);
}

/**
 * platen_picture_get_label:
 * @self: a #PlatenPicture
 *
 * Returns: (nullable): the accessible name
 */
const char *
platen_picture_get_label (PlatenPicture *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE (self), NULL);

  return self->label;
}

/**
 * platen_picture_set_label:
 * @self: a #PlatenPicture
 * @label: (nullable): what assistive technologies call the picture
 */
void
platen_picture_set_label (PlatenPicture *self,
                          const char    *label)
{
  g_return_if_fail (PLATEN_IS_PICTURE (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);

  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * platen_picture_get_loaded:
 * @self: a #PlatenPicture
 *
 * Returns: whether the picture is there to be seen
 */
gboolean
platen_picture_get_loaded (PlatenPicture *self)
{
  g_return_val_if_fail (PLATEN_IS_PICTURE (self), FALSE);

  return platen_picture_loader_get_texture (self->loader) != NULL;
}
