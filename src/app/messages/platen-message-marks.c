/* platen-message-marks.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "platen-message-marks.h"

#define SETTINGS_KEY "messages-seen"

struct _PlatenMessageMarks
{
  GObject       parent_instance;

  BambuSession *session;
  GSettings    *settings;

  /* The newest message that was on the screen, and the one that was when the page was opened: what came after that
   * one keeps its mark for as long as the page is open.
   */
  guint64       seen;
  guint64       marked_after;

  /* Whether there is a last time, and when this time began: what the list held then was kept on disk. */
  gboolean      known;
  GDateTime    *began;
  gboolean      reading;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlatenMessageMarks, platen_message_marks, G_TYPE_OBJECT)

static BambuList *
get_list (PlatenMessageMarks *self)
{
  return bambu_feed_get_list (bambu_session_get_messages (self->session, BAMBU_MESSAGE_KIND_UNKNOWN));
}

/* Ids grow with time. One that is no number says nothing, and counts as old. */
static guint64
get_number (BambuMessage *message)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (bambu_message_get_id (message), 10, 0, G_MAXUINT64, &number, NULL))
    return 0;

  return number;
}

static guint64
get_newest (PlatenMessageMarks *self)
{
  GListModel *messages = G_LIST_MODEL (get_list (self));
  guint64 newest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(BambuMessage) message = g_list_model_get_item (messages, i);

      newest = MAX (newest, get_number (message));
    }

  return newest;
}

/* The same number may belong to somebody else in the other region. */
static char *
dup_account_key (PlatenMessageMarks *self)
{
  const char *uid = bambu_account_get_uid (bambu_session_get_account (self->session));
  BambuRegion region = bambu_client_get_region (bambu_session_get_client (self->session));

  return uid != NULL ? g_strdup_printf ("%s-%s", bambu_region_to_string (region), uid) : NULL;
}

static void
platen_message_marks_restore (PlatenMessageMarks *self)
{
  g_autofree char *key = dup_account_key (self);
  g_autoptr(GVariant) all = NULL;

  if (self->settings == NULL || key == NULL)
    return;

  all = g_settings_get_value (self->settings, SETTINGS_KEY);
  self->known = g_variant_lookup (all, key, "t", &self->seen);
  self->marked_after = self->seen;
}

static void
platen_message_marks_save (PlatenMessageMarks *self)
{
  g_autofree char *key = dup_account_key (self);
  g_autoptr(GVariant) all = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *account;
  guint64 seen;

  if (self->settings == NULL || key == NULL)
    return;

  all = g_settings_get_value (self->settings, SETTINGS_KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{st}"));
  g_variant_iter_init (&iter, all);

  while (g_variant_iter_next (&iter, "{&st}", &account, &seen))
    if (!g_str_equal (account, key))
      g_variant_builder_add (&builder, "{st}", account, seen);

  g_variant_builder_add (&builder, "{st}", key, self->seen);
  g_settings_set_value (self->settings, SETTINGS_KEY, g_variant_builder_end (&builder));
}

static gboolean
is_fresh (PlatenMessageMarks *self)
{
  GDateTime *updated = bambu_list_get_updated (get_list (self));

  return updated != NULL && g_date_time_compare (updated, self->began) >= 0;
}

static void
platen_message_marks_set_seen (PlatenMessageMarks *self,
                               guint64             seen)
{
  if (self->known && self->seen == seen)
    return;

  self->known = TRUE;
  self->seen = seen;
  platen_message_marks_save (self);
}

static void
platen_message_marks_update (PlatenMessageMarks *self)
{
  const guint64 newest = get_newest (self);

  /* All that is there the first time is from before. */
  if (!self->known && is_fresh (self))
    {
      self->marked_after = newest;
      platen_message_marks_set_seen (self, newest);
    }

  /* What was seen may have been removed since: what comes next is new even so. */
  if (self->known && (self->reading ? newest > self->seen : newest < self->seen && is_fresh (self)))
    platen_message_marks_set_seen (self, newest);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
platen_message_marks_dispose (GObject *object)
{
  PlatenMessageMarks *self = (PlatenMessageMarks *)object;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (get_list (self), self);

  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->began, g_date_time_unref);

  G_OBJECT_CLASS (platen_message_marks_parent_class)->dispose (object);
}

static void
platen_message_marks_class_init (PlatenMessageMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = platen_message_marks_dispose;

  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
platen_message_marks_init (PlatenMessageMarks *self)
{
  self->began = g_date_time_new_now_utc ();
}

/**
 * platen_message_marks_new:
 * @session: an open session
 * @settings: (nullable): where to remember, by account, what was seen; %NULL: nowhere
 *
 * Returns: (transfer full): the marks of the messages of @session
 */
PlatenMessageMarks *
platen_message_marks_new (BambuSession *session,
                          GSettings    *settings)
{
  PlatenMessageMarks *self;

  g_return_val_if_fail (BAMBU_IS_SESSION (session), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (PLATEN_TYPE_MESSAGE_MARKS, NULL);
  self->session = g_object_ref (session);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  platen_message_marks_restore (self);
  g_signal_connect_swapped (get_list (self), "items-changed", G_CALLBACK (platen_message_marks_update), self);
  g_signal_connect_swapped (get_list (self), "notify::updated", G_CALLBACK (platen_message_marks_update), self);
  platen_message_marks_update (self);

  return self;
}

/**
 * platen_message_marks_get_n_unread:
 * @self: a #PlatenMessageMarks
 *
 * Returns: how many of the messages that were loaded have not been on the screen yet
 */
guint
platen_message_marks_get_n_unread (PlatenMessageMarks *self)
{
  GListModel *messages;
  guint n_unread = 0;

  g_return_val_if_fail (PLATEN_IS_MESSAGE_MARKS (self), 0);

  messages = G_LIST_MODEL (get_list (self));

  for (guint i = 0; i < g_list_model_get_n_items (messages); i++)
    {
      g_autoptr(BambuMessage) message = g_list_model_get_item (messages, i);

      if (get_number (message) > self->seen)
        n_unread++;
    }

  return n_unread;
}

/**
 * platen_message_marks_is_marked:
 * @self: a #PlatenMessageMarks
 * @message: a message of the session
 *
 * Returns: whether @message came after the messages had last been looked at when the marks were renewed
 */
gboolean
platen_message_marks_is_marked (PlatenMessageMarks *self,
                                BambuMessage       *message)
{
  g_return_val_if_fail (PLATEN_IS_MESSAGE_MARKS (self), FALSE);
  g_return_val_if_fail (BAMBU_IS_MESSAGE (message), FALSE);

  return get_number (message) > self->marked_after;
}

/**
 * platen_message_marks_renew:
 * @self: a #PlatenMessageMarks
 *
 * Takes the marks off what was seen: the messages are about to be looked at anew.
 */
void
platen_message_marks_renew (PlatenMessageMarks *self)
{
  g_return_if_fail (PLATEN_IS_MESSAGE_MARKS (self));

  self->marked_after = self->seen;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * platen_message_marks_set_reading:
 * @self: a #PlatenMessageMarks
 * @reading: whether the messages of all kinds are on the screen
 *
 * What is there while they are has been seen. It keeps its mark until platen_message_marks_renew().
 */
void
platen_message_marks_set_reading (PlatenMessageMarks *self,
                                  gboolean            reading)
{
  g_return_if_fail (PLATEN_IS_MESSAGE_MARKS (self));

  if (self->reading == reading)
    return;

  self->reading = reading;
  platen_message_marks_update (self);
}
