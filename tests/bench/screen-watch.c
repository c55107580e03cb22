/* screen-watch.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "screen-watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

/* While the cloud is waited for something always moves: after so many times as long it counts as settled. */
#define PATIENCE 2

struct _ScreenWatch
{
  Display *display;
  Damage   damage;
  int      width;
  int      height;
};

static GBytes *
take_picture (ScreenWatch *self)
{
  XImage *image;
  GBytes *picture;

  image = XGetImage (self->display, DefaultRootWindow (self->display),
                     0, 0, self->width, self->height,
                     AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  picture = g_bytes_new (image->data, (gsize)image->bytes_per_line * image->height);
  XDestroyImage (image);

  return picture;
}

/* Until something has been drawn, or @until has come. */
static gboolean
await_damage (ScreenWatch *self,
              gint64       until,
              gint64      *time)
{
  gboolean damaged = FALSE;

  while (!damaged)
    {
      const gint64 left = until - g_get_monotonic_time ();
      GPollFD fd = { ConnectionNumber (self->display), G_IO_IN, 0 };

      if (XPending (self->display) == 0 && (left <= 0 || g_poll (&fd, 1, left / 1000 + 1) == 0))
        return FALSE;

      while (XPending (self->display) > 0)
        {
          XEvent event;

          XNextEvent (self->display, &event);
          damaged = TRUE;
        }
    }

  *time = g_get_monotonic_time ();
  XDamageSubtract (self->display, self->damage, None, None);

  return TRUE;
}

/**
 * screen_watch_new:
 *
 * Returns: (transfer full): somebody who looks at the whole of the screen that DISPLAY names
 */
ScreenWatch *
screen_watch_new (void)
{
  ScreenWatch *self = g_new0 (ScreenWatch, 1);
  int event_base;
  int error_base;

  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  g_assert_true (XDamageQueryExtension (self->display, &event_base, &error_base));
  self->width = DisplayWidth (self->display, DefaultScreen (self->display));
  self->height = DisplayHeight (self->display, DefaultScreen (self->display));
  self->damage = XDamageCreate (self->display, DefaultRootWindow (self->display), XDamageReportNonEmpty);

  return self;
}

/**
 * screen_watch_free:
 * @self: (transfer full): somebody who looks at the screen
 *
 * Frees it.
 */
void
screen_watch_free (ScreenWatch *self)
{
  XCloseDisplay (self->display);
  g_free (self);
}

/**
 * screen_watch_await:
 * @self: somebody who looks at the screen
 * @func: whether what is seen is what is waited for
 * @user_data: for @func
 * @timeout_ms: for how long to look, in milliseconds
 *
 * Looks at the screen as it is, and each time that something has been drawn on it, for as long as @func returns %FALSE.
 *
 * Returns: whether it was seen
 */
gboolean
screen_watch_await (ScreenWatch *self,
                    ScreenFunc   func,
                    gpointer     user_data,
                    guint        timeout_ms)
{
  gint64 time = g_get_monotonic_time ();
  const gint64 until = time + timeout_ms * 1000L;

  do
    {
      g_autoptr(GBytes) picture = take_picture (self);

      if (func (picture, time, user_data))
        return TRUE;
    }
  while (time < until && await_damage (self, until, &time));

  return FALSE;
}

/**
 * screen_watch_settle:
 * @self: somebody who looks at the screen
 * @quiet_ms: how long nothing is to be drawn, in milliseconds
 *
 * Waits until what is on the screen stays as it is.
 *
 * Returns: (transfer full): what is on the screen then
 */
GBytes *
screen_watch_settle (ScreenWatch *self,
                     guint        quiet_ms)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE * quiet_ms * 1000L;
  gint64 time = 0;

  while (time < end && await_damage (self, g_get_monotonic_time () + quiet_ms * 1000L, &time))
    ;

  return take_picture (self);
}
