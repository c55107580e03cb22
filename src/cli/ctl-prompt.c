/* ctl-prompt.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl-prompt.h"

#include <errno.h>
#include <glib-unix.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define MAX_LINE (64 * 1024)

static gboolean
readable_cb (int          fd,
             GIOCondition condition,
             gpointer     user_data)
{
  gboolean *readable = user_data;

  *readable = TRUE;

  return G_SOURCE_CONTINUE;
}

static gboolean
wake_up_cb (GCancellable *cancellable,
            gpointer      user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Byte by byte, so that what comes after the line is still there for the next question. */
static gboolean
read_line (Ctl       *ctl,
           GString   *line,
           gboolean  *readable,
           GError   **error)
{
  while (!g_cancellable_set_error_if_cancelled (ctl->cancellable, error))
    {
      char byte;
      gssize n;

      if (!*readable)
        {
          g_main_context_iteration (NULL, TRUE);
          continue;
        }

      *readable = FALSE;
      n = read (STDIN_FILENO, &byte, 1);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;

      if (n < 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       _("The answer could not be read: %s"), g_strerror (errno));
          return FALSE;
        }

      if (n == 0 && line->len == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, _("There was no answer."));
          return FALSE;
        }

      if (n == 0 || byte == '\n')
        return TRUE;

      if (line->len == MAX_LINE)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The answer is too long."));
          return FALSE;
        }

      g_string_append_c (line, byte);
    }

  return FALSE;
}

static char *
take_line (Ctl     *ctl,
           GError **error)
{
  /* Allocated at once: growing would leave copies of a secret behind. */
  GString *line = g_string_sized_new (MAX_LINE + 1);
  g_autoptr(GSource) input = NULL;
  g_autoptr(GSource) cancelled = NULL;
  gboolean readable = FALSE;
  gboolean success;

  input = g_unix_fd_source_new (STDIN_FILENO, G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_callback (input, G_SOURCE_FUNC (readable_cb), &readable, NULL);
  g_source_attach (input, NULL);
  cancelled = g_cancellable_source_new (ctl->cancellable);
  g_source_set_callback (cancelled, G_SOURCE_FUNC (wake_up_cb), NULL, NULL);
  g_source_attach (cancelled, NULL);

  success = read_line (ctl, line, &readable, error);

  g_source_destroy (input);
  g_source_destroy (cancelled);

  if (success && !g_utf8_validate_len (line->str, line->len, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The answer is no text in UTF-8."));
      success = FALSE;
    }

  if (!success)
    {
      explicit_bzero (line->str, line->len);
      g_string_free (line, TRUE);
      return NULL;
    }

  if (line->len > 0 && line->str[line->len - 1] == '\r')
    g_string_truncate (line, line->len - 1);

  return g_string_free (line, FALSE);
}

/**
 * ctl_prompt_is_interactive:
 *
 * Returns: whether there is someone to ask, rather than a file or a pipe to read the answers from
 */
gboolean
ctl_prompt_is_interactive (void)
{
  return isatty (STDIN_FILENO);
}

/**
 * ctl_prompt:
 * @ctl: the run
 * @question: what to ask
 * @error: where to say why there is no answer
 *
 * Asks on standard error and reads a line from standard input.
 *
 * Returns: (transfer full): the answer, without the line break
 */
char *
ctl_prompt (Ctl         *ctl,
            const char  *question,
            GError     **error)
{
  g_return_val_if_fail (question != NULL, NULL);

  if (ctl_prompt_is_interactive ())
    g_printerr ("%s ", question);

  return take_line (ctl, error);
}

/**
 * ctl_prompt_secret:
 * @ctl: the run
 * @question: what to ask
 * @error: where to say why there is no answer
 *
 * Like ctl_prompt(), and what is typed is not shown.
 *
 * Returns: (transfer full): the answer; free it with ctl_secret_free()
 */
char *
ctl_prompt_secret (Ctl         *ctl,
                   const char  *question,
                   GError     **error)
{
  struct termios shown;
  struct termios hidden;
  char *answer;

  g_return_val_if_fail (question != NULL, NULL);

  if (!ctl_prompt_is_interactive ())
    return take_line (ctl, error);

  if (tcgetattr (STDIN_FILENO, &shown) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("The terminal cannot be kept from showing what is typed."));
      return NULL;
    }

  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  hidden.c_lflag |= ECHONL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden);
  g_printerr ("%s ", question);

  answer = take_line (ctl, error);

  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  if (answer == NULL)
    g_printerr ("\n");

  return answer;
}

/**
 * ctl_secret_free:
 * @secret: (transfer full) (nullable): a secret
 *
 * Overwrites a secret, then frees it.
 */
void
ctl_secret_free (char *secret)
{
  if (secret == NULL)
    return;

  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
