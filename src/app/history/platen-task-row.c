/* platen-task-row.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-task-row.h"

#include <glib/gi18n.h>

#include "bambu-words.h"
#include "platen-cell.h"
#include "platen-format.h"
#include "platen-picture.h"
#include "platen-swatch.h"
#include "platen-task-text.h"

/* More colours than these are a number. */
#define MAX_SWATCHES 3

struct _PlatenTaskRow
{
  GtkWidget      parent_instance;

  BambuTask     *task;
  GSignalGroup  *task_signals;

  GtkWidget     *box;
  PlatenPicture *cover;
  GtkLabel      *duration;
  GtkLabel      *estimate;
  GtkLabel      *grams;
  GtkLabel      *more;
  GtkLabel      *start;
  GtkBox        *state;
  GtkImage      *state_icon;
  GtkLabel      *state_word;
  GtkLabel      *summary;
  GtkBox        *swatches;
  GtkLabel      *title;
};

enum
{
  EXPIRED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenTaskRow, platen_task_row, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != 0);
}

static void
platen_task_row_update_state (PlatenTaskRow *self)
{
  BambuTaskState state = bambu_task_get_state (self->task);

  g_assert (PLATEN_IS_TASK_ROW (self));

  gtk_widget_set_css_classes (GTK_WIDGET (self->state),
                              (const char *[]) { "state", platen_task_state_get_class (state), NULL });
  gtk_image_set_from_icon_name (self->state_icon, platen_task_state_get_icon (state));
  gtk_label_set_label (self->state_word, bambu_task_state_get_word (state));
}

static void
platen_task_row_update_swatches (PlatenTaskRow *self)
{
  GListModel *filaments = bambu_task_get_filaments (self->task);
  const guint n_filaments = g_list_model_get_n_items (filaments);
  /* Where not all can be shown, the number of the others takes the place of one. */
  const guint n_shown = n_filaments > MAX_SWATCHES ? MAX_SWATCHES - 1 : n_filaments;
  g_autofree char *more = NULL;
  GtkWidget *child;

  g_assert (PLATEN_IS_TASK_ROW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->swatches))))
    gtk_box_remove (self->swatches, child);

  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr(BambuTaskFilament) filament = g_list_model_get_item (filaments, i);
      GtkWidget *swatch = platen_swatch_new ();

      if (bambu_task_filament_get_has_color (filament))
        platen_swatch_set_color (PLATEN_SWATCH (swatch), bambu_task_filament_get_color (filament));

      gtk_box_append (self->swatches, swatch);
    }

  if (n_filaments > n_shown)
    /* Translators: how many more filaments there are than are shown */
    more = g_strdup_printf (_("+%u"), n_filaments - n_shown);

  set_text (self->more, more);
}

static void
platen_task_row_update_measures (PlatenTaskRow *self)
{
  g_autofree char *duration = platen_task_dup_duration (self->task);
  g_autofree char *estimate = platen_task_dup_estimate (self->task);
  g_autofree char *estimated = NULL;
  g_autofree char *grams = NULL;

  g_assert (PLATEN_IS_TASK_ROW (self));

  if (estimate != NULL && duration == NULL)
    /* Translators: how long a print is going to take, as in "about 1 h 12 min" */
    estimated = g_strdup_printf (_("about %s"), estimate);
  else if (estimate != NULL)
    /* Translators: how long a print was to take, as in "of 1 h 12 min" */
    estimated = g_strdup_printf (_("of %s"), estimate);

  if (bambu_task_get_grams (self->task) >= 0)
    grams = platen_format_grams (bambu_task_get_grams (self->task));

  set_text (self->duration, duration);
  set_text (self->estimate, estimated);
  set_text (self->grams, grams);
}

static void
platen_task_row_update (PlatenTaskRow *self)
{
  GDateTime *start;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *clock = NULL;

  g_assert (PLATEN_IS_TASK_ROW (self));

  if (self->task == NULL)
    {
      platen_picture_set_uri (self->cover, NULL);
      return;
    }

  start = bambu_task_get_start_time (self->task);
  title = platen_task_dup_title (self->task);
  summary = platen_task_dup_summary (self->task);
  clock = start != NULL ? platen_format_clock (start) : NULL;

  set_text (self->title, title);
  set_text (self->summary, summary);
  set_text (self->start, clock);
  platen_picture_set_label (self->cover, title);
  platen_picture_set_uri (self->cover, bambu_task_get_cover (self->task));
  platen_task_row_update_state (self);
  platen_task_row_update_swatches (self);
  platen_task_row_update_measures (self);
}

static void
platen_task_row_expired_cb (PlatenTaskRow *self)
{
  if (self->task != NULL)
    g_signal_emit (self, signals[EXPIRED], 0, bambu_task_get_id (self->task));
}

static gboolean
platen_task_row_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  return platen_cell_query_tooltip (PLATEN_TASK_ROW (widget)->title, tooltip);
}

static void
platen_task_row_dispose (GObject *object)
{
  PlatenTaskRow *self = (PlatenTaskRow *)object;

  g_clear_object (&self->task_signals);
  g_clear_object (&self->task);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (platen_task_row_parent_class)->dispose (object);
}

static void
platen_task_row_class_init (PlatenTaskRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_task_row_dispose;

  widget_class->query_tooltip = platen_task_row_query_tooltip;

  signals[EXPIRED] =
    g_signal_new ("expired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1,
                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (PLATEN_TYPE_PICTURE);

  gtk_widget_class_set_css_name (widget_class, "task-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/history/platen-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, box);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, cover);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, duration);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, estimate);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, grams);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, more);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, start);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, state_word);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, summary);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, swatches);
  gtk_widget_class_bind_template_child (widget_class, PlatenTaskRow, title);
  gtk_widget_class_bind_template_callback (widget_class, platen_task_row_expired_cb);
}

static void
platen_task_row_init (PlatenTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);

  self->task_signals = g_signal_group_new (BAMBU_TYPE_TASK);
  g_signal_group_connect_object (self->task_signals, "notify",
                                 G_CALLBACK (platen_task_row_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * platen_task_row_new:
 *
 * Returns: (transfer floating): a row of no print yet
 */
GtkWidget *
platen_task_row_new (void)
{
  return g_object_new (PLATEN_TYPE_TASK_ROW, NULL);
}

/**
 * platen_task_row_set_task:
 * @self: a #PlatenTaskRow
 * @task: (nullable): the print to show
 * @pictures: (nullable): where its cover comes from
 */
void
platen_task_row_set_task (PlatenTaskRow *self,
                          BambuTask     *task,
                          BambuPictures *pictures)
{
  g_return_if_fail (PLATEN_IS_TASK_ROW (self));
  g_return_if_fail (task == NULL || BAMBU_IS_TASK (task));
  g_return_if_fail (pictures == NULL || BAMBU_IS_PICTURES (pictures));

  platen_picture_set_pictures (self->cover, pictures);

  if (!g_set_object (&self->task, task))
    return;

  g_signal_group_set_target (self->task_signals, task);
  platen_task_row_update (self);
}
