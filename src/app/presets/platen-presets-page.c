/* platen-presets-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-presets-page.h"

#include <glib/gi18n.h>

#include "platen-back-button.h"
#include "platen-page.h"
#include "platen-preset-import.h"
#include "platen-presets-view.h"
#include "platen-state-bin.h"

#define N_KINDS        3
#define N_PLACEHOLDERS 16

struct _PlatenPresetsPage
{
  AdwBin               parent_instance;

  BambuSession        *session;

  /* Of the file chooser, and of what follows from it. */
  GCancellable        *importing;

  GtkListView         *placeholder_list;
  GtkSearchBar        *search_bar;
  GtkSearchEntry      *search_entry;
  AdwViewStack        *stack;
  PlatenStateBin      *state_bin;
  PlatenPresetsView   *views[N_KINDS];
};

enum {
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenPresetsPage, platen_presets_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static GParamSpec *properties[N_PROPS];

static char *
dup_tab_title (BambuPresetKind kind,
               guint           n_found)
{
  switch (kind)
    {
    case BAMBU_PRESET_KIND_PRINTER:
      /* Translators: a tab, and how many printer presets are in it */
      return g_strdup_printf (_("Printer (%'u)"), n_found);

    case BAMBU_PRESET_KIND_FILAMENT:
      /* Translators: a tab, and how many filament presets are in it */
      return g_strdup_printf (_("Filament (%'u)"), n_found);

    case BAMBU_PRESET_KIND_PROCESS:
    default:
      /* Translators: a tab, and how many process presets are in it: those that say how to print */
      return g_strdup_printf (_("Process (%'u)"), n_found);
    }
}

static char *
dup_found (BambuPresetKind kind,
           guint           n_found)
{
  switch (kind)
    {
    case BAMBU_PRESET_KIND_PRINTER:
      return g_strdup_printf (ngettext ("%'u printer preset", "%'u printer presets", n_found), n_found);

    case BAMBU_PRESET_KIND_FILAMENT:
      return g_strdup_printf (ngettext ("%'u filament preset", "%'u filament presets", n_found), n_found);

    case BAMBU_PRESET_KIND_PROCESS:
    default:
      return g_strdup_printf (ngettext ("%'u process preset", "%'u process presets", n_found), n_found);
    }
}

/* What to say in a tab in which nothing is found: there may be something in others. */
static void
platen_presets_page_update_hint (PlatenPresetsPage *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *hint = NULL;

  g_assert (PLATEN_IS_PRESETS_PAGE (self));

  for (guint i = 0; i < N_KINDS; i++)
    {
      guint n_found = platen_presets_view_get_n_found (self->views[i]);
      g_autofree char *found = dup_found (platen_presets_view_get_kind (self->views[i]), n_found);

      if (n_found > 0)
        g_strv_builder_add (builder, found);
    }

  parts = g_strv_builder_end (builder);
  elsewhere = g_strjoinv (_(", "), parts);

  if (*elsewhere != 0)
    /* Translators: what was found in the other tabs, as in "Elsewhere: 3 filament presets" */
    hint = g_strdup_printf (_("Elsewhere: %s"), elsewhere);
  else
    hint = g_strdup (_("No preset of any kind has these words."));

  for (guint i = 0; i < N_KINDS; i++)
    platen_presets_view_set_hint (self->views[i], hint);
}

static void
platen_presets_page_n_found_cb (PlatenPresetsPage *self,
                                GParamSpec        *pspec,
                                PlatenPresetsView *view)
{
  AdwViewStackPage *page;
  g_autofree char *title = NULL;

  g_assert (PLATEN_IS_PRESETS_PAGE (self));

  page = adw_view_stack_get_page (self->stack, GTK_WIDGET (view));
  title = dup_tab_title (platen_presets_view_get_kind (view), platen_presets_view_get_n_found (view));
  adw_view_stack_page_set_title (page, title);
  platen_presets_page_update_hint (self);
}

static void
platen_presets_page_search_changed_cb (PlatenPresetsPage *self,
                                       GtkSearchEntry    *entry)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_assert (PLATEN_IS_PRESETS_PAGE (self));

  for (guint i = 0; i < N_KINDS; i++)
    platen_presets_view_set_search (self->views[i], search);
}

static void
platen_presets_page_clear_search_cb (PlatenPresetsPage *self)
{
  g_assert (PLATEN_IS_PRESETS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
platen_presets_page_toggle_search (PlatenPage *page)
{
  PlatenPresetsPage *self = PLATEN_PRESETS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}

static void
platen_presets_page_search (PlatenPage *page,
                            const char *text)
{
  PlatenPresetsPage *self = PLATEN_PRESETS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
}

static gboolean
platen_presets_page_focus (PlatenPage *page)
{
  return platen_state_bin_focus (PLATEN_PRESETS_PAGE (page)->state_bin);
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->toggle_search = platen_presets_page_toggle_search;
  iface->search = platen_presets_page_search;
  iface->focus = platen_presets_page_focus;
}

static void
platen_presets_page_stop_importing (PlatenPresetsPage *self)
{
  g_cancellable_cancel (self->importing);
  g_clear_object (&self->importing);
}

static void
platen_presets_page_dispose (GObject *object)
{
  PlatenPresetsPage *self = (PlatenPresetsPage *)object;

  platen_presets_page_stop_importing (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (platen_presets_page_parent_class)->dispose (object);
}

static void
platen_presets_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  PlatenPresetsPage *self = PLATEN_PRESETS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_presets_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  PlatenPresetsPage *self = PLATEN_PRESETS_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      platen_presets_page_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_presets_page_class_init (PlatenPresetsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_presets_page_dispose;
  object_class->get_property = platen_presets_page_get_property;
  object_class->set_property = platen_presets_page_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL,
                         BAMBU_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_PRESETS_VIEW);
  g_type_ensure (PLATEN_TYPE_STATE_BIN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/presets/platen-presets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsPage, placeholder_list);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenPresetsPage, state_bin);
  gtk_widget_class_bind_template_child_full (widget_class, "process_view", FALSE,
                                             G_STRUCT_OFFSET (PlatenPresetsPage, views[BAMBU_PRESET_KIND_PROCESS]));
  gtk_widget_class_bind_template_child_full (widget_class, "printer_view", FALSE,
                                             G_STRUCT_OFFSET (PlatenPresetsPage, views[BAMBU_PRESET_KIND_PRINTER]));
  gtk_widget_class_bind_template_child_full (widget_class, "filament_view", FALSE,
                                             G_STRUCT_OFFSET (PlatenPresetsPage, views[BAMBU_PRESET_KIND_FILAMENT]));
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_page_clear_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, platen_presets_page_search_changed_cb);
}

/* Blank rows in the shape of those to come. */
static void
platen_presets_page_fill_placeholder (PlatenPresetsPage *self)
{
  g_autoptr(GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr(GtkNoSelection) blanks = NULL;

  g_assert (PLATEN_IS_PRESETS_PAGE (self));

  for (guint i = 0; i < N_PLACEHOLDERS; i++)
    gtk_string_list_append (strings, "");

  blanks = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&strings)));
  gtk_list_view_set_model (self->placeholder_list, GTK_SELECTION_MODEL (blanks));
}

static void
platen_presets_page_init (PlatenPresetsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  platen_presets_page_fill_placeholder (self);

  for (guint i = 0; i < N_KINDS; i++)
    {
      g_signal_connect_object (self->views[i], "notify::n-found",
                               G_CALLBACK (platen_presets_page_n_found_cb),
                               self, G_CONNECT_SWAPPED);
      platen_presets_page_n_found_cb (self, NULL, self->views[i]);
    }
}

/**
 * platen_presets_page_new:
 *
 * Returns: (transfer floating): a page of no account yet
 */
GtkWidget *
platen_presets_page_new (void)
{
  return g_object_new (PLATEN_TYPE_PRESETS_PAGE, NULL);
}

/**
 * platen_presets_page_set_session:
 * @self: a #PlatenPresetsPage
 * @session: (nullable): whose presets to show
 */
void
platen_presets_page_set_session (PlatenPresetsPage *self,
                                 BambuSession      *session)
{
  BambuList *presets;

  g_return_if_fail (PLATEN_IS_PRESETS_PAGE (self));
  g_return_if_fail (session == NULL || BAMBU_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  platen_presets_page_stop_importing (self);
  presets = session != NULL ? bambu_session_get_presets (session) : NULL;
  platen_state_bin_set_list (self->state_bin, presets);

  for (guint i = 0; i < N_KINDS; i++)
    platen_presets_view_set_model (self->views[i], G_LIST_MODEL (presets));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * platen_presets_page_import:
 * @self: a #PlatenPresetsPage that has a session
 *
 * Asks the user for a slicer's file to make a preset of.
 */
void
platen_presets_page_import (PlatenPresetsPage *self)
{
  g_return_if_fail (PLATEN_IS_PRESETS_PAGE (self));
  g_return_if_fail (self->session != NULL);

  if (self->importing == NULL)
    self->importing = g_cancellable_new ();

  platen_preset_import (GTK_WIDGET (self), self->session, self->importing);
}
