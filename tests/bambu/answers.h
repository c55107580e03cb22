/* answers.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bambu-makers.h"

G_BEGIN_DECLS

/* The cloud's answers as they should be, and every way in which they may not be. */

#define TEST_N_ANSWERS 14

typedef struct
{
  const char *name;
  gpointer  (*make) (JsonNode  *root,
                     GBytes    *text,
                     gpointer   make_data,
                     GError   **error);
  gboolean    is_list;
  const char *text;
} TestAnswer;

/**
 * TestMutatedFunc:
 * @answer: which answer
 * @root: it, with one thing wrong
 * @user_data: what was passed along
 *
 * Gets to see an answer in one of its wrong forms.
 */
typedef void (*TestMutatedFunc) (const TestAnswer *answer,
                                 JsonNode         *root,
                                 gpointer          user_data);

extern const TestAnswer test_answers[TEST_N_ANSWERS];
extern const char test_devices_text[];
extern const char test_prints_text[];

const TestAnswer *test_answer_find     (const char       *name);
JsonNode         *test_answer_parse    (const char       *text);
GPtrArray        *test_answer_make     (const TestAnswer *answer,
                                        JsonNode         *root);
void              test_answer_mutate   (const TestAnswer *answer,
                                        TestMutatedFunc   func,
                                        gpointer          user_data);
char             *test_value_describe  (const GValue     *value);
char             *test_object_describe (GObject          *object);

G_END_DECLS
