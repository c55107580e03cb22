/* fuzz-answers.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers that nobody should send, from their bytes to what is made of them: each is either refused or makes something
 * whose every property can be read. A given number of inputs, the same in each run; PLATEN_FUZZ_INPUTS asks for more.
 */

#include "answers.h"
#include "bambu-camera-ticket.h"
#include "bambu-client-private.h"
#include "bambu-error.h"
#include "bambu-json.h"
#include "bambu-login.h"
#include "bambu-makers.h"
#include "bambu-page.h"
#include "test-mutate.h"

#define N_INPUTS 2000

typedef struct
{
  const char     *name;
  BambuMakeFunc   make;
  const char     *make_data;
  GDestroyNotify  free;
  const char     *text;
} Small;

/* What is made of these is no object. */
static const Small small[] = {
  { "credentials", bambu_makers_credentials, NULL, (GDestroyNotify)bambu_credentials_unref,
    "{\"accessToken\": \"a.eyJleHAiOiAxfQ.b\", \"refreshToken\": \"b\", \"loginType\": \"\", \"expiresIn\": 7776000}" },
  { "camera-ticket", bambu_makers_camera_ticket, NULL, (GDestroyNotify)bambu_camera_ticket_unref,
    "{\"message\": \"success\", \"ttcode\": \"a\", \"passwd\": \"b\", \"authkey\": \"c\"}" },
  { "id", bambu_makers_id, "setting_id", g_free, "{\"setting_id\": \"PPUS1\", \"update_time\": \"2022-11-22 09:58:04\"}" },
  { "notification", bambu_makers_notification, NULL, g_free, "{\"message\": \"success\", \"code\": null, \"error\": null}" },
};

static guint
get_n_inputs (void)
{
  const char *text = g_getenv ("PLATEN_FUZZ_INPUTS");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : N_INPUTS;
}

/* The input of this number: one can be looked at alone. */
static GBytes *
create_input (const char *text,
              guint       number)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (number);
  char *mutated = test_mutate (text, random);

  return g_bytes_new_take (mutated, strlen (mutated));
}

static JsonNode *
parse (GBytes *input)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = bambu_json_parse (input, &error);

  g_assert_true ((root == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);

  return root;
}

static void
read_all (gpointer object,
          gpointer user_data)
{
  g_free (test_object_describe (object));
}

static void
test_answer (gconstpointer data)
{
  const TestAnswer *answer = data;
  guint n_made = 0;

  for (guint i = 0; i < get_n_inputs (); i++)
    {
      g_autoptr(GBytes) input = create_input (answer->text, i);
      g_autoptr(GBytes) repaired = bambu_json_repair_utf8 (input);
      g_autoptr(JsonNode) root = parse (input);
      g_autoptr(GError) error = NULL;
      gpointer made;

      if (root == NULL)
        continue;

      /* With the text, of which some is kept as it came. */
      made = answer->make (root, repaired, NULL, &error);
      g_assert_true ((made == NULL) == (error != NULL));
      n_made += made != NULL;

      if (made != NULL && answer->is_list)
        {
          g_ptr_array_foreach (made, read_all, NULL);
          g_ptr_array_unref (made);
        }
      else if (made != NULL)
        {
          read_all (made, NULL);
          g_object_unref (made);
        }
    }

  /* Else nothing was tried but the parser. */
  g_assert_cmpuint (n_made, >, get_n_inputs () / 10);
}

static void
test_small (gconstpointer data)
{
  const Small *answer = data;

  for (guint i = 0; i < get_n_inputs (); i++)
    {
      g_autoptr(GBytes) input = create_input (answer->text, i);
      g_autoptr(JsonNode) root = parse (input);
      g_autoptr(GError) error = NULL;
      gpointer made;

      if (root == NULL)
        continue;

      made = answer->make (root, input, (gpointer)answer->make_data, &error);
      g_assert_true ((made == NULL) == (error != NULL));
      g_clear_pointer (&made, answer->free);
    }
}

static char *
describe_page (BambuPage *page)
{
  GString *text = g_string_new (page->last);

  g_string_append_printf (text, " of %" G_GINT64_FORMAT "\n", page->total);

  for (guint i = 0; i < page->items->len; i++)
    {
      g_autofree char *item = test_object_describe (page->items->pdata[i]);

      g_string_append (text, item);
    }

  return g_string_free (text, FALSE);
}

/* Read entry by entry or as a whole, a page is the same, and so is what is none. */
static void
test_page (gconstpointer data)
{
  const TestAnswer *answer = test_answer_find (data);
  BambuMakeFunc make = g_str_equal (data, "tasks") ? bambu_makers_tasks : bambu_makers_messages;

  for (guint i = 0; i < get_n_inputs (); i++)
    {
      g_autoptr(GBytes) input = create_input (answer->text, i);
      g_autoptr(GBytes) repaired = bambu_json_repair_utf8 (input);
      g_autoptr(JsonNode) outline = bambu_page_parse_outline (repaired, NULL);
      g_autoptr(JsonNode) root = parse (input);
      g_autoptr(BambuPage) by_entry = outline != NULL ? make (outline, repaired, NULL, NULL) : NULL;
      g_autoptr(BambuPage) whole = root != NULL ? make (root, NULL, NULL, NULL) : NULL;
      g_autofree char *by_entry_text = by_entry != NULL ? describe_page (by_entry) : NULL;
      g_autofree char *whole_text = whole != NULL ? describe_page (whole) : NULL;

      g_assert_cmpstr (by_entry_text, ==, whole_text);
    }
}

/* Bytes of no form at all. */
static void
test_noise (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < get_n_inputs () * 10; i++)
    {
      static const char letters[] = "{}[]\",:\\ntfue0123456789.-+eE \t\r\n/*u\xc3\xa9\xff\xed\xa0\x80";
      const gsize length = (gsize) g_rand_int_range (random, 0, 60);
      char *bytes = g_malloc (length + 1);
      g_autoptr(GBytes) input = NULL;
      g_autoptr(JsonNode) root = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = letters[g_rand_int_range (random, 0, sizeof letters)];

      input = g_bytes_new_take (bytes, length);
      root = parse (input);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < TEST_N_ANSWERS; i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/answers/", test_answers[i].name, NULL);

      g_test_add_data_func (path, &test_answers[i], test_answer);
    }

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz/answers/", small[i].name, NULL);

      g_test_add_data_func (path, &small[i], test_small);
    }

  g_test_add_data_func ("/fuzz/pages/tasks", "tasks", test_page);
  g_test_add_data_func ("/fuzz/pages/messages", "messages", test_page);
  g_test_add_func ("/fuzz/noise", test_noise);

  return g_test_run ();
}
