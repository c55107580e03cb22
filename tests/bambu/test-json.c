/* test-json.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "bambu-error.h"
#include "bambu-json.h"
#include "bambu-json-text.h"

static JsonNode *
parse (const char  *text,
       gssize       length,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));

  return bambu_json_parse (bytes, error);
}

static JsonNode *
parse_good (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);

  return root;
}

static void
assert_refused (const char *text,
                gssize      length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse (text, length, &error);

  g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
  g_assert_null (root);
}

static void
test_good (void)
{
  static const char * const documents[] = {
    "{}", "[]", " \t\r\n{ } \n", "null", "true", "false", "0", "-1", "1.5e-3", "\"\"", "\"text\"",
    "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "[[[[[]]]]]", "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}",
    "{\"\":1}", "{\"a\":1,\"a\":2}", "\xef\xbb\xbf{}", "{\"brackets\":\"[[[{{{\\\"[[[\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr(JsonNode) root = parse_good (documents[i]);

      g_assert_true (json_node_is_immutable (root));
    }
}

static void
test_refused (void)
{
  static const char * const documents[] = {
    "", " ", "\n\t\r ", "\xef\xbb\xbf", "{", "[", "}", "]", "{]", "[}", "[1,2", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\" 1}",
    "{a:1}", "{'a':1}", "{\"a\":'b'}", "{\"a\":b}", "[1 2]", "{\"a\":1}{\"b\":2}", "{} x", "[] []", "1 2", "null null",
    "{\"a\":1} // done", "/* hello */ {}", "{/*\"*/\"a\":1}", "# x\n{}", "var a = {};", "undefined", "nul", "nulll", "TRUE",
    "NaN", "Infinity", "-", "+1", ".5", "1.", "1e", "1e+", "0x10", "010", "--1", "1.2.3", "1e5e5",
    "\"", "\"\\", "\"\\\"", "\"\\x41\"", "\"\\1\"", "\"\\u\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\u123", "\"\\ud800\\u\"",
    "<html>", "OK", "{\"a\":1}<html>", "\xef\xbb\xbf\xef\xbb\xbf{}", "{,}", "[,]", ",", ":", "{:}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      assert_refused (documents[i], -1);
    }

  assert_refused ("\0", 1);
  assert_refused ("{}\0", 3);
  assert_refused ("{}\0{}", 5);
  assert_refused ("[\0]", 3);
  assert_refused ("{\"a\":1\0}", 8);
}

static char *
nest (const char *open,
      const char *inner,
      const char *close,
      guint       depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);

  g_string_append (text, inner);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest ("[", "", "]", BAMBU_JSON_MAX_DEPTH);
  g_autofree char *deeper = nest ("[", "", "]", BAMBU_JSON_MAX_DEPTH + 1);
  g_autofree char *objects = nest ("{\"a\":", "1", "}", BAMBU_JSON_MAX_DEPTH + 1);
  g_autofree char *bomb = nest ("[", "", "", 1000 * 1000);
  g_autofree char *mixed = nest ("[{\"\\\"a\":", "", "", 500 * 1000);
  g_autofree char *hidden = g_strconcat ("{\"a\\\\\":", bomb, NULL);
  g_autofree char *commented = g_strconcat ("/*\"*/", bomb, NULL);
  g_autofree char *surrogate = g_strconcat ("{\"\\ud800\":", bomb, NULL);
  g_autofree char *quoted = g_strconcat ("\"", bomb, "\"", NULL);
  g_autofree char *wide = nest ("[],", "[]", "", 1000);
  g_autofree char *list = g_strconcat ("[", wide, "]", NULL);
  g_autoptr(JsonNode) root = parse_good (deepest);
  g_autoptr(JsonNode) string = parse_good (quoted);
  g_autoptr(JsonNode) flat = parse_good (list);

  assert_refused (deeper, -1);
  assert_refused (objects, -1);
  assert_refused (bomb, -1);
  assert_refused (mixed, -1);
  assert_refused (hidden, -1);
  assert_refused (commented, -1);
  assert_refused (surrogate, -1);
}

static void
assert_string (const char *document,
               gssize      length,
               const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse (document, length, &error);
  g_autofree char *string = NULL;

  g_assert_no_error (error);
  string = bambu_json_dup_string (bambu_json_node_object (root), "s");
  g_assert_cmpstr (string, ==, expected);
}

static void
test_text (void)
{
  /* Bytes that are no UTF-8, and NULs. */
  assert_string ("{\"s\":\"a\xff" "b\"}", -1, "a\xef\xbf\xbd" "b");
  assert_string ("{\"s\":\"\xc3\"}", -1, "\xef\xbf\xbd");
  assert_string ("{\"s\":\"\xed\xa0\x80\"}", -1, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  assert_string ("{\"s\":\"a\0b\"}", 11, "a\xef\xbf\xbd" "b");
  assert_string ("{\"s\":\"a\\u0000b\"}", -1, "a\xef\xbf\xbd" "b");

  /* Surrogates: a pair, and what is none. */
  assert_string ("{\"s\":\"\\ud83d\\ude00\"}", -1, "\xf0\x9f\x98\x80");
  assert_string ("{\"s\":\"\\ud83d\"}", -1, "\xef\xbf\xbd");
  assert_string ("{\"s\":\"\\ude00\"}", -1, "\xef\xbf\xbd");
  assert_string ("{\"s\":\"\\ud83d\\ud83d\\ude00\"}", -1, "\xef\xbf\xbd\xf0\x9f\x98\x80");
  assert_string ("{\"s\":\"\\ude00\\u0041\"}", -1, "\xef\xbf\xbd" "A");
  assert_string ("{\"s\":\"\\ud83d\\n\"}", -1, "\xef\xbf\xbd\n");
  assert_string ("{\"s\":\"\\ud83dx\\u0000\"}", -1, "\xef\xbf\xbdx\xef\xbf\xbd");

  assert_string ("{\"s\":\"\\u00e9\\u20AC\"}", -1, "é€");
  assert_string ("{\"s\":\"it's 'single' quotes\"}", -1, "it's 'single' quotes");
  assert_string ("{\"s\":\"raw\nline\ttab\"}", -1, "raw\nline\ttab");

  /* More than 64 bits. */
  assert_string ("{\"s\":123456789012345678901234567890}", -1, "123456789012345678901234567890");
  assert_string ("{\"s\":-9223372036854775808}", -1, "-9223372036854775808");
  assert_string ("{\"s\":18446744073709551615}", -1, "18446744073709551615");
}

static void
test_strings (void)
{
  g_autoptr(JsonNode) root = parse_good ("{\"text\":\"a\",\"empty\":\"\",\"int\":164995388,\"minus\":-5,"
                                         "\"fraction\":0.4,\"tenth\":0.1,"
                                         "\"big\":1e300,\"huge\":1e999,\"whole\":12.0,\"true\":true,"
                                         "\"null\":null,\"object\":{},\"array\":[\"a\"]}");
  static const struct
  {
    const char *member;
    const char *expected;
  } strings[] = {
    { "text", "a" }, { "empty", "" }, { "int", "164995388" }, { "minus", "-5" }, { "fraction", "0.4" }, { "tenth", "0.1" },
    { "big", "1e+300" }, { "huge", NULL }, { "whole", "12" }, { "true", NULL }, { "null", NULL }, { "object", NULL },
    { "array", NULL }, { "missing", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autofree char *string = bambu_json_dup_string (bambu_json_node_object (root), strings[i].member);

      g_assert_cmpstr (string, ==, strings[i].expected);
    }

  g_assert_null (bambu_json_dup_string (NULL, "text"));
}

static const char numbers[] =
  "{\"int\":42,\"string\":\"42\",\"spaced\":\" 42\\n\",\"double\":42.9,\"text\":\"42.9\",\"minus\":-42,"
  "\"word\":\"many\",\"half\":\"42x\",\"hex\":\"0x2a\",\"inf\":\"inf\",\"nan\":\"nan\",\"huge\":1e999,\"large\":1e30,"
  "\"longer\":123456789012345678901234567890,\"empty\":\"\",\"true\":true,\"null\":null,\"object\":{},\"array\":[42],"
  "\"max\":9223372036854775807}";

static void
test_ints (void)
{
  g_autoptr(JsonNode) root = parse_good (numbers);
  JsonObject *object = bambu_json_node_object (root);
  static const char * const good[] = { "int", "string", "spaced", "double", "text" };
  static const char * const bad[] = {
    "word", "half", "hex", "inf", "nan", "huge", "large", "longer", "empty", "true", "null", "object", "array", "missing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpint (bambu_json_get_int (object, good[i], G_MININT64, G_MAXINT64, -1), ==, 42);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (bambu_json_get_int (object, bad[i], G_MININT64, G_MAXINT64, -1), ==, -1);

  g_assert_cmpint (bambu_json_get_int (object, "minus", G_MININT64, G_MAXINT64, -1), ==, -42);
  g_assert_cmpint (bambu_json_get_int (object, "minus", 0, 100, -1), ==, -1);
  g_assert_cmpint (bambu_json_get_int (object, "int", 0, 41, -1), ==, -1);
  g_assert_cmpint (bambu_json_get_int (object, "int", 42, 42, -1), ==, 42);
  g_assert_cmpint (bambu_json_get_int (object, "max", 0, G_MAXINT64, -1), ==, G_MAXINT64);
  g_assert_cmpint (bambu_json_get_int (NULL, "int", 0, 100, -1), ==, -1);
}

static void
test_doubles (void)
{
  g_autoptr(JsonNode) root = parse_good (numbers);
  JsonObject *object = bambu_json_node_object (root);
  static const char * const bad[] = {
    "word", "half", "hex", "inf", "nan", "huge", "empty", "true", "null", "object", "array", "missing",
  };

  g_assert_cmpfloat (bambu_json_get_double (object, "int", 0, 100, -1), ==, 42.0);
  g_assert_cmpfloat (bambu_json_get_double (object, "string", 0, 100, -1), ==, 42.0);
  g_assert_cmpfloat (bambu_json_get_double (object, "spaced", 0, 100, -1), ==, 42.0);
  g_assert_cmpfloat (bambu_json_get_double (object, "double", 0, 100, -1), ==, 42.9);
  g_assert_cmpfloat (bambu_json_get_double (object, "text", 0, 100, -1), ==, 42.9);
  g_assert_cmpfloat (bambu_json_get_double (object, "large", 0, 100, -1), ==, -1);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpfloat (bambu_json_get_double (object, bad[i], -G_MAXDOUBLE, G_MAXDOUBLE, -1), ==, -1);

  g_assert_cmpfloat (bambu_json_get_double (NULL, "int", 0, 100, -1), ==, -1);
  g_assert_true (isnan (bambu_json_get_double (object, "word", 0, 100, NAN)));
}

static void
test_booleans (void)
{
  g_autoptr(JsonNode) root = parse_good ("{\"yes\":[true,1,\"true\",\"True\",\"1\",1.0],\"no\":[false,0,"
                                         "\"false\",\"FALSE\",\"0\"],"
                                         "\"neither\":[null,2,\"yes\",\"\",{},[],\"01x\"]}");
  static const char * const names[] = { "yes", "no", "neither" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonArray *array = bambu_json_get_array (bambu_json_node_object (root), names[i]);

      g_assert_nonnull (array);

      for (guint j = 0; j < json_array_get_length (array); j++)
        {
          g_autoptr(JsonObject) object = json_object_new ();

          json_object_set_member (object, "m", json_array_dup_element (array, j));
          g_assert_cmpint (bambu_json_get_boolean (object, "m", FALSE), ==, i == 0);
          g_assert_cmpint (bambu_json_get_boolean (object, "m", TRUE), ==, i != 1);
        }
    }

  g_assert_true (bambu_json_get_boolean (NULL, "m", TRUE));
  g_assert_true (bambu_json_get_boolean (bambu_json_node_object (root), "missing", TRUE));
}

static void
test_times (void)
{
  g_autoptr(JsonNode) root = parse_good ("{\"zulu\":\"2022-11-22T02:54:12Z\",\"plain\":\"2022-11-22 02:54:12\","
                                         "\"zone\":\"2022-11-22T03:54:12+01:00\","
                                         "\"fraction\":\"2022-11-22T02:54:12.000Z\",\"seconds\":1669085652,"
                                         "\"string\":\"1669085652\","
                                         "\"milliseconds\":1669085652000,\"spaced\":\" 2022-11-22 02:54:12\\n\","
                                         "\"zero\":\"0000-00-00 00:00:00\",\"none\":0,\"minus\":-1,"
                                         "\"word\":\"yesterday\",\"empty\":\"\","
                                         "\"date\":\"2022-11-22\",\"month\":\"2022-13-22 02:54:12\","
                                         "\"true\":true,\"null\":null,\"object\":{},"
                                         "\"array\":[],\"far\":9223372036854775807,\"huge\":1e300}");
  JsonObject *object = bambu_json_node_object (root);
  static const char * const good[] = {
    "zulu", "plain", "zone", "fraction", "seconds", "string", "milliseconds", "spaced",
  };
  static const char * const bad[] = {
    "zero", "none", "minus", "word", "empty", "date", "month", "true", "null", "object", "array", "far", "huge", "missing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GDateTime) time = bambu_json_dup_time (object, good[i]);

      g_assert_nonnull (time);
      g_assert_cmpint (g_date_time_to_unix (time), ==, 1669085652);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (bambu_json_dup_time (object, bad[i]));

  g_assert_null (bambu_json_dup_time (NULL, "zulu"));
}

static void
test_colors (void)
{
  g_autoptr(JsonNode) root = parse_good ("{\"hash\":\"#00AE42\",\"plain\":\"00ae42\",\"alpha\":\"00AE42FF\","
                                         "\"clear\":\"#00AE4200\",\"number\":123456,"
                                         "\"short\":\"#fff\",\"word\":\"green\",\"sign\":\"-0AE42\","
                                         "\"space\":\" 0AE42\",\"hex\":\"0x00AE42\","
                                         "\"empty\":\"\",\"null\":null,\"long\":\"00AE42FF0\",\"array\":[]}");
  JsonObject *object = bambu_json_node_object (root);
  static const char * const bad[] = {
    "short", "word", "sign", "space", "empty", "null", "long", "array", "missing", "hex",
  };
  guint32 rgba = 7;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (bambu_json_get_color (object, bad[i], &rgba));

  g_assert_cmphex (rgba, ==, 7);
  g_assert_true (bambu_json_get_color (object, "hash", &rgba));
  g_assert_cmphex (rgba, ==, 0x00ae42ff);
  g_assert_true (bambu_json_get_color (object, "plain", &rgba));
  g_assert_cmphex (rgba, ==, 0x00ae42ff);
  g_assert_true (bambu_json_get_color (object, "alpha", &rgba));
  g_assert_cmphex (rgba, ==, 0x00ae42ff);
  g_assert_true (bambu_json_get_color (object, "clear", &rgba));
  g_assert_cmphex (rgba, ==, 0x00ae4200);
  g_assert_true (bambu_json_get_color (object, "number", &rgba));
  g_assert_cmphex (rgba, ==, 0x123456ff);
}

static void
test_containers (void)
{
  g_autoptr(JsonNode) root = parse_good ("{\"list\":[\"a\",1,null,true,{},[],0.5,\"\"],\"lone\":\"a\","
                                         "\"object\":{\"x\":1},\"null\":null,"
                                         "\"objects\":[{\"x\":2},null,3]}");
  JsonObject *object = bambu_json_node_object (root);
  g_auto(GStrv) list = bambu_json_dup_strv (object, "list");
  g_auto(GStrv) lone = bambu_json_dup_strv (object, "lone");
  g_auto(GStrv) none = bambu_json_dup_strv (object, "object");
  g_auto(GStrv) missing = bambu_json_dup_strv (NULL, "list");
  g_autofree char *joined = g_strjoinv ("|", list);
  JsonArray *objects = bambu_json_get_array (object, "objects");

  g_assert_cmpstr (joined, ==, "a|1|0.5|");
  g_assert_cmpuint (g_strv_length (lone), ==, 1);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (missing), ==, 0);

  g_assert_nonnull (bambu_json_get_object (object, "object"));
  g_assert_null (bambu_json_get_object (object, "list"));
  g_assert_null (bambu_json_get_object (object, "null"));
  g_assert_null (bambu_json_get_object (object, "missing"));
  g_assert_null (bambu_json_get_object (NULL, "object"));
  g_assert_null (bambu_json_get_array (object, "object"));
  g_assert_null (bambu_json_get_array (object, "missing"));
  g_assert_null (bambu_json_get_array (NULL, "list"));
  g_assert_nonnull (bambu_json_array_object (objects, 0));
  g_assert_null (bambu_json_array_object (objects, 1));
  g_assert_null (bambu_json_array_object (objects, 2));
  g_assert_null (bambu_json_array_object (objects, 3));
  g_assert_null (bambu_json_array_object (NULL, 0));
  g_assert_null (bambu_json_node_object (NULL));
}

/* What is written reads back as the same. */
static void
test_write (void)
{
  static const char * const members[] = {
    "account", "ada@platen.example", "pass\"word\\", "a\nb\tc\x01\x7f\"\\/é😀", "empty", "", NULL,
  };
  g_autoptr(GBytes) text = bambu_json_text_object (members);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = bambu_json_parse (text, &error);

  g_assert_no_error (error);

  for (guint i = 0; members[i] != NULL; i += 2)
    {
      g_autofree char *value = bambu_json_dup_string (bambu_json_node_object (root), members[i]);

      g_assert_cmpstr (value, ==, members[i + 1]);
    }
}

/* Good documents, damaged: whatever comes of it, nothing breaks. */
static void
test_damaged (void)
{
  static const char * const documents[] = {
    "{\"message\":\"success\",\"code\":null,\"devices\":[{\"dev_id\":\"00M\",\"online\":true,"
    "\"progress\":-1.5e3,\"name\":\"\\ud83d\\ude00\\\"\"}]}",
    "[{\"a\":[1,2,3,[4,[5]]]},\"\\u0000\",12345678901234567890,true,false,null,\"\xc3\xa9\"]",
  };
  static const char bytes[] = "\0\"\\{}[],:u0dx-+.eE/*'\xff\xc3\xed n";
  guint rounds = g_test_thorough () ? 200 * 1000 : 20 * 1000;

  for (guint i = 0; i < rounds; i++)
    {
      const char *document = documents[i % G_N_ELEMENTS (documents)];
      gsize length = strlen (document);
      g_autofree char *copy = g_strdup (document);
      guint changes = g_test_rand_int_range (1, 4);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = NULL;

      for (guint j = 0; j < changes; j++)
        copy[g_test_rand_int_range (0, length)] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];

      if (g_test_rand_bit ())
        length = g_test_rand_int_range (0, length + 1);

      root = parse (copy, length, &error);
      g_assert_true ((root == NULL) == (error != NULL));

      if (error != NULL)
        g_assert_error (error, BAMBU_ERROR, BAMBU_ERROR_PROTOCOL);
    }
}

/* A broken answer to a sign-in is one that still holds a token. */
static void
test_secrets (void)
{
  static const char text[] = "{\"accessToken\": \"secret-token\" \"secret-token\"}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;

  g_test_expect_message ("platen-bambu", G_LOG_LEVEL_DEBUG, "Not JSON: error ?");
  g_assert_null (bambu_json_parse (bytes, &error));
  g_test_assert_expected_messages ();
  g_assert_null (strstr (error->message, "secret-token"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bambu/json/good", test_good);
  g_test_add_func ("/bambu/json/refused", test_refused);
  g_test_add_func ("/bambu/json/depth", test_depth);
  g_test_add_func ("/bambu/json/text", test_text);
  g_test_add_func ("/bambu/json/strings", test_strings);
  g_test_add_func ("/bambu/json/ints", test_ints);
  g_test_add_func ("/bambu/json/doubles", test_doubles);
  g_test_add_func ("/bambu/json/booleans", test_booleans);
  g_test_add_func ("/bambu/json/times", test_times);
  g_test_add_func ("/bambu/json/colors", test_colors);
  g_test_add_func ("/bambu/json/containers", test_containers);
  g_test_add_func ("/bambu/json/write", test_write);
  g_test_add_func ("/bambu/json/damaged", test_damaged);
  g_test_add_func ("/bambu/json/secrets", test_secrets);

  return g_test_run ();
}
