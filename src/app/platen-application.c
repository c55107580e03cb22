/* platen-application.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-config.h"

#include "platen-application.h"

#include "platen-window.h"

struct _PlatenApplication
{
  AdwApplication parent_instance;

  gboolean       demo;
};

enum
{
  PROP_DEMO = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlatenApplication, platen_application, ADW_TYPE_APPLICATION)

static void
platen_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (platen_window_new (PLATEN_APPLICATION (application)));

  gtk_window_present (window);
}

static void
platen_application_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlatenApplication *self = PLATEN_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_DEMO:
      g_value_set_boolean (value, self->demo);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_application_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlatenApplication *self = PLATEN_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_DEMO:
      self->demo = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_application_class_init (PlatenApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = platen_application_get_property;
  object_class->set_property = platen_application_set_property;

  application_class->activate = platen_application_activate;

  properties[PROP_DEMO] =
    g_param_spec_boolean ("demo", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
platen_application_init (PlatenApplication *self)
{
}

/**
 * platen_application_new:
 * @demo: whether it shows the stand-in cloud, as an application of its own
 *
 * Returns: (transfer full): the application
 */
PlatenApplication *
platen_application_new (gboolean demo)
{
  return g_object_new (PLATEN_TYPE_APPLICATION,
                       "application-id", demo ? APPLICATION_ID ".Demo" : APPLICATION_ID,
                       "resource-base-path", "/io/github/platen/Platen",
                       "demo", demo,
                       NULL);
}
