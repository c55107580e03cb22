/* platen-state-bin.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-state-bin.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bambu-error.h"
#include "platen-format.h"
#include "platen-late-bin.h"
#include "platen-strip.h"

/* A refresh that is quicker is not worth a look. */
#define PROGRESS_DELAY_MS 1000
#define PROGRESS_PULSE_MS 120

/* What has nothing to focus by then has nothing. */
#define MAX_FOCUS_FRAMES 60

/* Until the rows of a list that has changed are made anew. */
#define UPDATE_FOCUS_FRAMES 4

struct _PlatenStateBin
{
  GtkWidget       parent_instance;

  BambuList      *list;
  guint           progress_source;
  guint           focus_tick;
  guint           focus_frames;   /* how many more to wait for */
  gboolean        awaits_focus;   /* until what the list holds is there */

  GtkWidget      *box;
  PlatenStrip    *strip;
  GtkStack       *stack;
  AdwBin         *placeholder_bin;
  AdwBin         *content_bin;
  AdwBin         *empty_bin;
  AdwStatusPage  *error_page;
  GtkWidget      *retry_button;
  GtkProgressBar *progress;
};

enum
{
  PROP_LIST = 1,
  PROP_PLACEHOLDER,
  PROP_EMPTY,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void platen_state_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenStateBin, platen_state_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, platen_state_bin_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

static void
retry_cb (PlatenStateBin *self)
{
  if (self->list != NULL)
    bambu_list_refresh_async (self->list, NULL, NULL, NULL);
}

static gboolean
is_unreachable (const GError *error)
{
  return g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_OFFLINE) ||
         g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_TIMED_OUT);
}

static char *
describe_old_data (BambuList    *list,
                   const GError *error)
{
  const char *reason = is_unreachable (error) ? _("The cloud cannot be reached.") : error->message;
  GDateTime *updated = bambu_list_get_updated (list);
  g_autofree char *when = NULL;

  if (updated == NULL)
    return g_strdup (reason);

  when = platen_format_moment (updated, NULL);

  /* Translators: the first is a time, the second a sentence on what is wrong */
  return g_strdup_printf (_("Last updated %s. %s"), when, reason);
}

static void
show_error (PlatenStateBin *self,
            const GError   *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  if (is_unreachable (error))
    {
      adw_status_page_set_icon_name (self->error_page, "network-offline-symbolic");
      adw_status_page_set_title (self->error_page, _("Cloud Cannot Be Reached"));
    }
  else if (g_error_matches (error, BAMBU_ERROR, BAMBU_ERROR_FORBIDDEN))
    {
      adw_status_page_set_icon_name (self->error_page, "changes-prevent-symbolic");
      adw_status_page_set_title (self->error_page, _("Not Allowed"));
    }
  else
    {
      adw_status_page_set_icon_name (self->error_page, "dialog-warning-symbolic");
      adw_status_page_set_title (self->error_page, _("Could Not Be Loaded"));
    }

  adw_status_page_set_description (self->error_page, message);
}

static gboolean
pulse_cb (gpointer user_data)
{
  PlatenStateBin *self = user_data;

  gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static gboolean
start_progress_cb (gpointer user_data)
{
  PlatenStateBin *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  self->progress_source = g_timeout_add (PROGRESS_PULSE_MS, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

static void
update_progress (PlatenStateBin *self,
                 gboolean        busy)
{
  if (busy && self->progress_source == 0)
    {
      self->progress_source = g_timeout_add (PROGRESS_DELAY_MS, start_progress_cb, self);
    }
  else if (!busy)
    {
      g_clear_handle_id (&self->progress_source, g_source_remove);
      gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
    }
}

static gboolean
is_showing (PlatenStateBin *self,
            const char     *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), name);
}

static gboolean
is_loading_first (PlatenStateBin *self)
{
  return is_showing (self, "placeholder");
}

/* The cells of a list are made some frames after it has told of them, and what took the keyboard before that may be gone
 * by then. Whoever has taken it elsewhere meanwhile, or has left the page, keeps it.
 */
static gboolean
focus_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  PlatenStateBin *self = PLATEN_STATE_BIN (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const gboolean lost = focus == NULL || !gtk_widget_get_mapped (focus);

  if (lost && gtk_widget_get_mapped (widget))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);

  if ((lost || gtk_widget_is_ancestor (focus, widget)) && self->focus_frames-- > 0)
    return G_SOURCE_CONTINUE;

  self->focus_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
watch_focus (PlatenStateBin *self,
             guint           n_frames)
{
  self->focus_frames = self->focus_tick != 0 ? MAX (self->focus_frames, n_frames) : n_frames;

  if (self->focus_tick == 0)
    self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb, NULL, NULL);
}

static void
give_awaited_focus (PlatenStateBin *self)
{
  if (!self->awaits_focus || is_loading_first (self))
    return;

  self->awaits_focus = FALSE;
  watch_focus (self, MAX_FOCUS_FRAMES);
}

static void
update (PlatenStateBin *self)
{
  const GError *error = NULL;
  gboolean loading = FALSE;
  gboolean has_items = FALSE;
  gboolean known = FALSE;

  if (self->list != NULL)
    {
      error = bambu_list_get_error (self->list);
      loading = bambu_list_get_loading (self->list);
      known = bambu_list_get_updated (self->list) != NULL;
      has_items = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
    }

  if (has_items)
    gtk_stack_set_visible_child_name (self->stack, "content");
  else if (error != NULL)
    gtk_stack_set_visible_child_name (self->stack, "error");
  else if (known)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, "placeholder");

  if (error != NULL)
    {
      g_autofree char *title = describe_old_data (self->list, error);

      show_error (self, error);
      platen_strip_set_title (self->strip, title);
    }

  platen_strip_set_revealed (self->strip, has_items && error != NULL);
  platen_strip_set_busy (self->strip, loading);
  gtk_widget_set_sensitive (self->retry_button, !loading);
  update_progress (self, loading && (has_items || known || error != NULL));

  /* The row that had the keyboard may have gone. */
  if (has_items && gtk_widget_get_mapped (GTK_WIDGET (self)))
    watch_focus (self, UPDATE_FOCUS_FRAMES);

  give_awaited_focus (self);
}

static void
forget_list (PlatenStateBin *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);

  g_clear_object (&self->list);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);

  self->focus_tick = 0;
}

static void
platen_state_bin_add_child (GtkBuildable *buildable,
                            GtkBuilder   *builder,
                            GObject      *child,
                            const char   *type)
{
  PlatenStateBin *self = PLATEN_STATE_BIN (buildable);

  if (g_strcmp0 (type, "placeholder") == 0)
    platen_state_bin_set_placeholder (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "empty") == 0)
    platen_state_bin_set_empty (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "content") == 0)
    platen_state_bin_set_content (self, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
platen_state_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);

  iface->add_child = platen_state_bin_add_child;
}

static void
platen_state_bin_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlatenStateBin *self = PLATEN_STATE_BIN (object);

  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;

    case PROP_PLACEHOLDER:
      g_value_set_object (value, adw_bin_get_child (self->placeholder_bin));
      break;

    case PROP_EMPTY:
      g_value_set_object (value, adw_bin_get_child (self->empty_bin));
      break;

    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (self->content_bin));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_state_bin_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlatenStateBin *self = PLATEN_STATE_BIN (object);

  switch (prop_id)
    {
    case PROP_LIST:
      platen_state_bin_set_list (self, g_value_get_object (value));
      break;

    case PROP_PLACEHOLDER:
      platen_state_bin_set_placeholder (self, g_value_get_object (value));
      break;

    case PROP_EMPTY:
      platen_state_bin_set_empty (self, g_value_get_object (value));
      break;

    case PROP_CONTENT:
      platen_state_bin_set_content (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
platen_state_bin_dispose (GObject *object)
{
  PlatenStateBin *self = PLATEN_STATE_BIN (object);

  forget_list (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLATEN_TYPE_STATE_BIN);

  G_OBJECT_CLASS (platen_state_bin_parent_class)->dispose (object);
}

static void
platen_state_bin_class_init (PlatenStateBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = platen_state_bin_get_property;
  object_class->set_property = platen_state_bin_set_property;
  object_class->dispose = platen_state_bin_dispose;

  properties[PROP_LIST] =
    g_param_spec_object ("list", NULL, NULL,
                         BAMBU_TYPE_LIST,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_PLACEHOLDER] =
    g_param_spec_object ("placeholder", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_EMPTY] =
    g_param_spec_object ("empty", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLATEN_TYPE_LATE_BIN);
  g_type_ensure (PLATEN_TYPE_STRIP);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statebin");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/platen/Platen/widgets/platen-state-bin.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, box);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, strip);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, placeholder_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, content_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, retry_button);
  gtk_widget_class_bind_template_child (widget_class, PlatenStateBin, progress);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
platen_state_bin_init (PlatenStateBin *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * platen_state_bin_new:
 *
 * Returns: (transfer full): a state bin without a list
 */
GtkWidget *
platen_state_bin_new (void)
{
  return g_object_new (PLATEN_TYPE_STATE_BIN, NULL);
}

/**
 * platen_state_bin_get_list:
 * @self: a state bin
 *
 * Returns: (transfer none) (nullable): the list whose state it shows
 */
BambuList *
platen_state_bin_get_list (PlatenStateBin *self)
{
  g_return_val_if_fail (PLATEN_IS_STATE_BIN (self), NULL);

  return self->list;
}

/**
 * platen_state_bin_set_list:
 * @self: a state bin
 * @list: (nullable): a list of the cloud; %NULL looks like one that has yet to come
 *
 * Sets the list whose state is shown. Somebody else refreshes it; only "Retry" does so from here.
 */
void
platen_state_bin_set_list (PlatenStateBin *self,
                           BambuList      *list)
{
  g_return_if_fail (PLATEN_IS_STATE_BIN (self));
  g_return_if_fail (list == NULL || BAMBU_IS_LIST (list));

  if (self->list == list)
    return;

  forget_list (self);

  if (list != NULL)
    {
      self->list = g_object_ref (list);
      g_signal_connect_swapped (list, "notify::loading", G_CALLBACK (update), self);
      g_signal_connect_swapped (list, "notify::error", G_CALLBACK (update), self);
      g_signal_connect_swapped (list, "notify::updated", G_CALLBACK (update), self);
      g_signal_connect_swapped (list, "items-changed", G_CALLBACK (update), self);
    }

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}

/**
 * platen_state_bin_set_placeholder:
 * @self: a state bin
 * @placeholder: (nullable): a widget in the shape of what comes
 *
 * Sets what is shown while the list comes for the first time.
 */
void
platen_state_bin_set_placeholder (PlatenStateBin *self,
                                  GtkWidget      *placeholder)
{
  g_return_if_fail (PLATEN_IS_STATE_BIN (self));

  adw_bin_set_child (self->placeholder_bin, placeholder);
}

/**
 * platen_state_bin_set_empty:
 * @self: a state bin
 * @empty: (nullable): a widget that says so, and what can be done
 *
 * Sets what is shown when the list holds nothing.
 */
void
platen_state_bin_set_empty (PlatenStateBin *self,
                            GtkWidget      *empty)
{
  g_return_if_fail (PLATEN_IS_STATE_BIN (self));

  adw_bin_set_child (self->empty_bin, empty);
}

/**
 * platen_state_bin_set_content:
 * @self: a state bin
 * @content: (nullable): a widget that shows the list
 *
 * Sets what is shown when the list holds something.
 */
void
platen_state_bin_set_content (PlatenStateBin *self,
                              GtkWidget      *content)
{
  g_return_if_fail (PLATEN_IS_STATE_BIN (self));

  adw_bin_set_child (self->content_bin, content);
}

/**
 * platen_state_bin_focus:
 * @self: a state bin
 *
 * Gives the keyboard to what is shown. While the list comes for the first time, and until its cells are made, nobody has
 * it: then it goes to what has come, unless the user has put it somewhere else by then.
 *
 * Returns: whether there is something for it, or will be
 */
gboolean
platen_state_bin_focus (PlatenStateBin *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (PLATEN_IS_STATE_BIN (self), FALSE);

  if ((root = gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    return FALSE;

  /* A GtkScrolledWindow says that it took the keyboard also when there is nothing in it that could. */
  if (!is_loading_first (self) && gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD) &&
      (focus = gtk_root_get_focus (root)) != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return TRUE;

  if (!is_loading_first (self) && !is_showing (self, "content"))
    return FALSE;

  gtk_root_set_focus (root, NULL);
  self->awaits_focus = TRUE;
  give_awaited_focus (self);

  return TRUE;
}
