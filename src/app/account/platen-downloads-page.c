/* platen-downloads-page.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-downloads-page.h"

#include <glib/gi18n.h>

#include "bambu-endpoints.h"
#include "platen-back-button.h"
#include "platen-copy-button.h"
#include "platen-link-row.h"
#include "platen-notes.h"
#include "platen-page.h"

struct _PlatenDownloadsPage
{
  AdwBin               parent_instance;

  AdwStatusPage       *error_page;
  PlatenNotes         *notes;
  GtkLabel            *plugins_error_label;
  AdwPreferencesGroup *plugins_group;
  GtkSpinner          *plugins_spinner;
  PlatenLinkRow       *slicer_row;
  GtkStack            *stack;
  AdwEntryRow         *type_row;
  AdwEntryRow         *version_row;

  BambuSession        *session;
  GCancellable        *cancellable;
  PlatenCopyButton    *slicer_copy;
  GPtrArray           *plugin_rows;
};

static void page_iface_init (PlatenPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlatenDownloadsPage, platen_downloads_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PLATEN_TYPE_PAGE, page_iface_init))

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static PlatenCopyButton *
add_copy_button (PlatenLinkRow *row)
{
  GtkWidget *button = g_object_new (PLATEN_TYPE_COPY_BUTTON,
                                    "label", _("Copy Address"),
                                    "toast", _("Address copied"),
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return PLATEN_COPY_BUTTON (button);
}

static char *
dup_version (BambuResource *resource)
{
  const char *version = bambu_resource_get_version (resource);

  if (version == NULL)
    version = _("Unknown version");

  if (bambu_resource_get_forced (resource))
    /* Translators: %s is a version that the slicer must be updated to */
    return g_strdup_printf (_("%s, required"), version);

  return g_strdup (version);
}

static void
show_link (PlatenLinkRow    *row,
           PlatenCopyButton *copy,
           BambuResource    *resource)
{
  const char *uri = resource != NULL ? bambu_resource_get_uri (resource) : NULL;

  platen_link_row_set_uri (row, uri);
  platen_copy_button_set_text (copy, uri);
  gtk_widget_set_visible (GTK_WIDGET (copy), uri != NULL && *uri != '\0');
}

static void
show_slicer (PlatenDownloadsPage *self,
             BambuResource       *slicer)
{
  g_autofree char *version = slicer != NULL ? dup_version (slicer) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->slicer_row),
                               version != NULL ? version : _("The cloud offers none at present"));
  show_link (self->slicer_row, self->slicer_copy, slicer);
  platen_notes_set_text (self->notes, slicer != NULL ? bambu_resource_get_notes (slicer) : NULL);
}

static void
add_plugin (PlatenDownloadsPage *self,
            BambuResource       *resource)
{
  GtkWidget *row = platen_link_row_new ();
  const char *kind = bambu_resource_get_kind (resource);
  const char *notes = bambu_resource_get_notes (resource);
  g_autofree char *version = dup_version (resource);
  g_autofree char *text = NULL;

  if (notes != NULL && *notes != '\0')
    text = g_strconcat (version, "\n", notes, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kind != NULL ? kind : _("Plug-in"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : version);
  show_link (PLATEN_LINK_ROW (row), add_copy_button (PLATEN_LINK_ROW (row)), resource);
  adw_preferences_group_add (self->plugins_group, row);
  g_ptr_array_add (self->plugin_rows, row);
}

static void
clear_plugins (PlatenDownloadsPage *self)
{
  for (guint i = 0; i < self->plugin_rows->len; i++)
    adw_preferences_group_remove (self->plugins_group, g_ptr_array_index (self->plugin_rows, i));

  g_ptr_array_set_size (self->plugin_rows, 0);
}

static void
show_resources (PlatenDownloadsPage *self,
                GPtrArray           *resources)
{
  BambuResource *slicer = NULL;

  clear_plugins (self);

  for (guint i = 0; i < resources->len; i++)
    {
      BambuResource *resource = g_ptr_array_index (resources, i);

      if (bambu_resource_get_software (resource))
        slicer = resource;
      else
        add_plugin (self, resource);
    }

  show_slicer (self, slicer);
  set_text (self->plugins_error_label,
            self->plugin_rows->len == 0 ? _("The cloud offers nothing of this type and version.") : NULL);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

/* What was there before stays in sight. */
static void
show_error (PlatenDownloadsPage *self,
            const GError        *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  set_text (self->plugins_error_label, error->message);
  adw_status_page_set_description (self->error_page, markup);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") != 0)
    gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
resources_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(PlatenDownloadsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) resources = bambu_client_get_resources_finish (BAMBU_CLIENT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_spinner_set_spinning (self->plugins_spinner, FALSE);

  if (resources != NULL)
    show_resources (self, resources);
  else
    show_error (self, error);
}

static char *
dup_entry (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
load (PlatenDownloadsPage *self)
{
  g_autofree char *type = dup_entry (self->type_row);
  g_autofree char *version = dup_entry (self->version_row);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") != 0)
    gtk_stack_set_visible_child_name (self->stack, "loading");

  self->cancellable = g_cancellable_new ();
  set_text (self->plugins_error_label, NULL);
  gtk_spinner_set_spinning (self->plugins_spinner, TRUE);
  bambu_client_get_resources_async (bambu_session_get_client (self->session), type, version,
                                    self->cancellable, resources_cb, g_object_ref (self));
}

static void
platen_downloads_page_refresh (PlatenPage *page)
{
  load (PLATEN_DOWNLOADS_PAGE (page));
}

static void
page_iface_init (PlatenPageInterface *iface)
{
  iface->refresh = platen_downloads_page_refresh;
}

/* What is under way waits with a reference: it ends with the page, which is gone once it has no root. */
static void
platen_downloads_page_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (PLATEN_DOWNLOADS_PAGE (widget)->cancellable);

  GTK_WIDGET_CLASS (platen_downloads_page_parent_class)->unroot (widget);
}

static void
platen_downloads_page_dispose (GObject *object)
{
  PlatenDownloadsPage *self = (PlatenDownloadsPage *)object;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->plugin_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (platen_downloads_page_parent_class)->dispose (object);
}

static void
platen_downloads_page_class_init (PlatenDownloadsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = platen_downloads_page_dispose;

  widget_class->unroot = platen_downloads_page_unroot;

  g_type_ensure (PLATEN_TYPE_BACK_BUTTON);
  g_type_ensure (PLATEN_TYPE_LINK_ROW);
  g_type_ensure (PLATEN_TYPE_NOTES);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/platen/Platen/account/platen-downloads-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, notes);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, plugins_error_label);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, plugins_group);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, plugins_spinner);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, slicer_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, type_row);
  gtk_widget_class_bind_template_child (widget_class, PlatenDownloadsPage, version_row);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
platen_downloads_page_init (PlatenDownloadsPage *self)
{
  self->plugin_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->slicer_copy = add_copy_button (self->slicer_row);
}

/**
 * platen_downloads_page_new:
 * @session: a session
 *
 * Returns: (transfer floating): a page that asks the cloud what there is
 */
GtkWidget *
platen_downloads_page_new (BambuSession *session)
{
  PlatenDownloadsPage *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);

  self = g_object_new (PLATEN_TYPE_DOWNLOADS_PAGE, NULL);
  self->session = g_object_ref (session);
  load (self);

  return GTK_WIDGET (self);
}
