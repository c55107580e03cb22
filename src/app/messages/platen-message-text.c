/* platen-message-text.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-message-text.h"

#include <glib/gi18n.h>

static gboolean
is_set (const char *string)
{
  return string != NULL && *string != '\0';
}

static const char *
get_sender (BambuMessage *message)
{
  const char *name = bambu_message_get_sender_name (message);

  /* Translators: stands where the cloud does not tell who liked, commented on or printed something */
  return is_set (name) ? name : _("Somebody");
}

static char *
dup_task_title (BambuMessage *message)
{
  const char *title = bambu_message_get_task_title (message);

  if (!is_set (title))
    title = _("Unnamed print");

  switch (bambu_message_get_task_state (message))
    {
    case BAMBU_TASK_STATE_CREATED:
      return g_strdup_printf (_("“%s” waits to be printed"), title);

    case BAMBU_TASK_STATE_RUNNING:
      return g_strdup_printf (_("“%s” is being printed"), title);

    case BAMBU_TASK_STATE_FINISHED:
      return g_strdup_printf (_("“%s” is finished"), title);

    case BAMBU_TASK_STATE_STOPPED:
      return g_strdup_printf (_("“%s” failed or was stopped"), title);

    case BAMBU_TASK_STATE_UNKNOWN:
    default:
      return g_strdup (title);
    }
}

/**
 * platen_message_kind_get_label:
 * @kind: what messages are about
 *
 * Returns: what messages of @kind are called; of %BAMBU_MESSAGE_KIND_UNKNOWN: that they are of any kind
 */
const char *
platen_message_kind_get_label (BambuMessageKind kind)
{
  switch (kind)
    {
    case BAMBU_MESSAGE_KIND_SYSTEM:
      /* Translators: messages from the cloud itself */
      return _("System");

    case BAMBU_MESSAGE_KIND_COMMENT:
      return _("Comments");

    case BAMBU_MESSAGE_KIND_LIKE:
      return _("Likes");

    case BAMBU_MESSAGE_KIND_FOLLOW:
      /* Translators: messages that somebody follows the account */
      return _("Follows");

    case BAMBU_MESSAGE_KIND_PRINT:
      /* Translators: messages that somebody else printed a design of the account */
      return _("Printed by Others");

    case BAMBU_MESSAGE_KIND_TASK:
      /* Translators: messages about the account's own prints */
      return _("My Prints");

    case BAMBU_MESSAGE_KIND_UNKNOWN:
    default:
      /* Translators: messages of every kind */
      return _("All");
    }
}

/**
 * platen_message_dup_title:
 * @message: a message
 *
 * Returns: (transfer full): what happened, in a sentence
 */
char *
platen_message_dup_title (BambuMessage *message)
{
  const char *text;
  const char *design;

  g_return_val_if_fail (BAMBU_IS_MESSAGE (message), NULL);

  text = bambu_message_get_text (message);
  design = bambu_message_get_design_title (message);

  switch (bambu_message_get_kind (message))
    {
    case BAMBU_MESSAGE_KIND_SYSTEM:
      return g_strdup (is_set (text) ? text : _("A message of the cloud"));

    case BAMBU_MESSAGE_KIND_COMMENT:
      /* Translators: the first is a person, the second a design */
      if (is_set (design))
        return g_strdup_printf (_("%s commented on “%s”"), get_sender (message), design);

      return g_strdup_printf (_("%s commented on a design"), get_sender (message));

    case BAMBU_MESSAGE_KIND_LIKE:
      /* Translators: the first is a person, the second a design */
      if (is_set (design))
        return g_strdup_printf (_("%s likes “%s”"), get_sender (message), design);

      return g_strdup_printf (_("%s likes a design"), get_sender (message));

    case BAMBU_MESSAGE_KIND_FOLLOW:
      return g_strdup_printf (_("%s follows you"), get_sender (message));

    case BAMBU_MESSAGE_KIND_PRINT:
      /* Translators: the first is a person, the second a design */
      if (is_set (design))
        return g_strdup_printf (_("%s printed “%s”"), get_sender (message), design);

      return g_strdup_printf (_("%s printed a design"), get_sender (message));

    case BAMBU_MESSAGE_KIND_TASK:
      return dup_task_title (message);

    case BAMBU_MESSAGE_KIND_UNKNOWN:
    default:
      return g_strdup (is_set (text) ? text : _("A message of a kind that Platen does not know"));
    }
}

/**
 * platen_message_dup_printer:
 * @message: a message
 * @session: (nullable): whose message it is
 *
 * Returns: (transfer full) (nullable): the name of the printer that @message is about, or its number where it has none
 */
char *
platen_message_dup_printer (BambuMessage *message,
                            BambuSession *session)
{
  const char *id;
  BambuDevice *device;

  g_return_val_if_fail (BAMBU_IS_MESSAGE (message), NULL);
  g_return_val_if_fail (session == NULL || BAMBU_IS_SESSION (session), NULL);

  id = bambu_message_get_device_id (message);

  if (!is_set (id))
    return NULL;

  device = session != NULL ? bambu_list_lookup (bambu_session_get_devices (session), id) : NULL;

  if (device != NULL && is_set (bambu_device_get_name (device)))
    return g_strdup (bambu_device_get_name (device));

  return g_strdup (id);
}

/**
 * platen_message_dup_summary:
 * @message: a message
 * @session: (nullable): whose message it is
 *
 * Returns: (transfer full) (nullable): what stands under its title: the comment, or the printer
 */
char *
platen_message_dup_summary (BambuMessage *message,
                            BambuSession *session)
{
  g_return_val_if_fail (BAMBU_IS_MESSAGE (message), NULL);
  g_return_val_if_fail (session == NULL || BAMBU_IS_SESSION (session), NULL);

  if (bambu_message_get_kind (message) == BAMBU_MESSAGE_KIND_COMMENT && is_set (bambu_message_get_text (message)))
    return g_strdup (bambu_message_get_text (message));

  return platen_message_dup_printer (message, session);
}

/**
 * platen_message_get_cover:
 * @message: a message
 *
 * Returns: (nullable): the address of a picture of what it is about; it expires
 */
const char *
platen_message_get_cover (BambuMessage *message)
{
  const char *cover;

  g_return_val_if_fail (BAMBU_IS_MESSAGE (message), NULL);

  cover = bambu_message_get_has_task (message)
            ? bambu_message_get_task_cover (message)
            : bambu_message_get_design_cover (message);

  return is_set (cover) ? cover : NULL;
}
