/* platen-project-card.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-project-card.h"

#include "platen-cell.h"
#include "platen-picture.h"
#include "platen-project-detail.h"
#include "platen-project-text.h"
#include "platen-viewport.h"

struct _PlatenProjectCard
{
  AdwBin               parent_instance;

  BambuSession        *session;
  BambuProject        *project;
  GSignalGroup        *project_signals;
  PlatenProjectDetail *detail;

  PlatenPicture       *picture;
  GtkLabel            *name;
  GtkLabel            *summary;
};

enum {
  PROP_0,
  PROP_PROJECT,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PlatenProjectCard, platen_project_card, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
platen_project_card_update (PlatenProjectCard *self)
{
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;

  g_assert (PLATEN_IS_PROJECT_CARD (self));

  if (self->project == NULL)
    return;

  name = platen_project_dup_title (self->project);
  summary = platen_project_dup_summary (self->project);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->summary, summary);
  platen_picture_set_uri (self->picture, bambu_project_get_thumbnail (self->project));
  platen_cell_describe (GTK_WIDGET (self), name, summary);
}

static void
platen_project_card_expired_cb (PlatenProjectCard *self,
                                PlatenPicture     *picture)
{
  g_assert (PLATEN_IS_PROJECT_CARD (self));

  platen_project_detail_renew (self->detail);
}

static void
platen_project_card_seen_cb (GtkWidget *widget,
                             gboolean   seen)
{
  PlatenProjectCard *self = PLATEN_PROJECT_CARD (widget);

  platen_project_detail_set_active (self->detail, seen);
}

static void
platen_project_card_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (platen_project_card_parent_class)->map (widget);

  platen_viewport_watch (widget, platen_project_card_seen_cb);
}

static void
platen_project_card_unmap (GtkWidget *widget)
{
  PlatenProjectCard *self = PLATEN_PROJECT_CARD (widget);

  platen_viewport_unwatch (widget);
  platen_project_detail_set_active (self->detail, FALSE);

  GTK_WIDGET_CLASS (platen_project_card_parent_class)->unmap (widget);
}

static gboolean
platen_project_card_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  return platen_cell_query_tooltip (PLATEN_PROJECT_CARD (widget)->name, tooltip);
}

static void
platen_project_card_dispose (GObject *object)
{
  PlatenProjectCard *self = (PlatenProjectCard *)object;

  g_clear_object (&self->detail);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->project);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_project_card_parent_class)->dispose (object);
}

static void
platen_project_card_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenProjectCard *self = PLATEN_PROJECT_CARD (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, platen_project_card_get_project (self));
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_project_card_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenProjectCard *self = PLATEN_PROJECT_CARD (object);

  switch (prop_id)
    {
    case PROP_PROJECT:
      platen_project_card_set_project (self, g_value_get_object (value));
      break;

    case PROP_SESSION:
      platen_project_card_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_project_card_class_init (PlatenProjectCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_project_card_dispose;
  object_class->get_property = platen_project_card_get_property;
  object_class->set_property = platen_project_card_set_property;

  widget_class->map = platen_project_card_map;
  widget_class->query_tooltip = platen_project_card_query_tooltip;
  widget_class->unmap = platen_project_card_unmap;

  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL,
                         BAMBU_TYPE_PROJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_PICTURE);

  gtk_widget_class_set_css_name (widget_class, "project-card");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/projects/platen-project-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectCard, name);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectCard, picture);
  gtk_widget_class_bind_template_child (widget_class, PlatenProjectCard, summary);
  gtk_widget_class_bind_template_callback (widget_class, platen_project_card_expired_cb);
}

static void
platen_project_card_init (PlatenProjectCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->detail = platen_project_detail_new ();
  self->project_signals = g_signal_group_new (BAMBU_TYPE_PROJECT);
  g_signal_group_connect_object (self->project_signals, "notify",
                                 G_CALLBACK (platen_project_card_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_project_card_new:
 *
 * Returns: (transfer floating): a card of no project yet
 */
GtkWidget *
platen_project_card_new (void)
{
  return g_object_new (PLATEN_TYPE_PROJECT_CARD, NULL);
}

/**
 * platen_project_card_set_session:
 * @self: a #PlatenProjectCard
 * @session: (nullable): whose project it is
 */
void
platen_project_card_set_session (PlatenProjectCard *self,
                                 BambuSession      *session)
{
  g_return_if_fail (PLATEN_IS_PROJECT_CARD (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  platen_project_detail_set_session (self->detail, session);
  platen_picture_set_pictures (self->picture, session ? bambu_session_get_pictures (session) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * platen_project_card_get_project:
 * @self: a #PlatenProjectCard
 *
 * Returns: (transfer none) (nullable): the project that is shown
 */
BambuProject *
platen_project_card_get_project (PlatenProjectCard *self)
{
  g_return_val_if_fail (PLATEN_IS_PROJECT_CARD (self), NULL);

  return self->project;
}

/**
 * platen_project_card_set_project:
 * @self: a #PlatenProjectCard
 * @project: (nullable): the project to show
 */
void
platen_project_card_set_project (PlatenProjectCard *self,
                                 BambuProject      *project)
{
  g_return_if_fail (PLATEN_IS_PROJECT_CARD (self));
  g_return_if_fail (project == NULL || BAMBU_IS_PROJECT (project));

  if (!g_set_object (&self->project, project))
    return;

  /* A cell that is bound anew is about to be moved, maybe out of sight: load nothing where it happens to be. */
  platen_project_detail_set_active (self->detail, FALSE);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    platen_viewport_watch (GTK_WIDGET (self), platen_project_card_seen_cb);

  /* Not even for a moment the picture of another. */
  platen_picture_set_uri (self->picture, NULL);
  platen_project_detail_set_project (self->detail, project);
  g_signal_group_set_target (self->project_signals, project);
  platen_project_card_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}
