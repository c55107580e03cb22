/* platen-preferences-window.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-preferences-window.h"

#include "platen-background-group.h"
#include "platen-notifications-page.h"

struct _PlatenPreferencesWindow
{
  AdwPreferencesWindow     parent_instance;

  AdwComboRow             *style_row;
  AdwComboRow             *sort_row;
  PlatenBackgroundGroup   *background_group;
  PlatenNotificationsPage *notifications_page;
};

/* The choices in the order of their rows. */
static const char * const styles[] = { "system", "light", "dark" };
static const char * const sorts[] = { "attention", "time-left", "name" };

typedef struct
{
  const char * const *names;
  guint               n_names;
} Choices;

static const Choices style_choices = { styles, G_N_ELEMENTS (styles) };
static const Choices sort_choices = { sorts, G_N_ELEMENTS (sorts) };

G_DEFINE_FINAL_TYPE (PlatenPreferencesWindow, platen_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static gboolean
choice_to_selected (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  const Choices *choices = user_data;
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < choices->n_names; i++)
    {
      if (g_str_equal (choices->names[i], name))
        {
          g_value_set_uint (value, i);
          return TRUE;
        }
    }

  return FALSE;
}

static GVariant *
selected_to_choice (const GValue       *value,
                    const GVariantType *type,
                    gpointer            user_data)
{
  const Choices *choices = user_data;
  const guint selected = g_value_get_uint (value);

  return selected < choices->n_names ? g_variant_new_string (choices->names[selected]) : NULL;
}

static void
bind_choice (GSettings     *settings,
             const char    *key,
             AdwComboRow   *row,
             const Choices *choices)
{
  g_settings_bind_with_mapping (settings, key, row, "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                choice_to_selected, selected_to_choice,
                                (gpointer)choices, NULL);
}

static void
platen_preferences_window_class_init (PlatenPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLATEN_TYPE_BACKGROUND_GROUP);
  g_type_ensure (PLATEN_TYPE_NOTIFICATIONS_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/preferences/platen-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPreferencesWindow, style_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPreferencesWindow, sort_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenPreferencesWindow, background_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenPreferencesWindow, notifications_page);
}

static void
platen_preferences_window_init (PlatenPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_preferences_window_new:
 * @parent: (nullable): the window that it belongs to
 * @settings: what it changes
 * @background: the program's life beside its window
 *
 * Makes the window in which the program is made one's own.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
platen_preferences_window_new (GtkWindow        *parent,
                               GSettings        *settings,
                               PlatenBackground *background)
{
  PlatenPreferencesWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (PLATEN_IS_BACKGROUND (background), NULL);

  self = g_object_new (PLATEN_TYPE_PREFERENCES_WINDOW,
                       "transient-for", parent,
                       "modal", TRUE,
                       NULL);
  bind_choice (settings, "style", self->style_row, &style_choices);
  bind_choice (settings, "printers-sort", self->sort_row, &sort_choices);
  platen_background_group_set_up (self->background_group, settings, background);
  platen_notifications_page_set_up (self->notifications_page, settings, platen_background_get_devices (background));

  return GTK_WIDGET (self);
}
