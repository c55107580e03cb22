/* answer.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "test-cloud.h"

G_BEGIN_DECLS

/* What the cloud answered, to the byte. */
typedef struct
{
  guint               status;
  SoupMessageHeaders *headers;
  SoupHTTPVersion     version;
  GBytes             *body;
  JsonObject         *object; /* (nullable): where the body is one */
} Answer;

Answer     *ask          (TestCloud          *cloud,
                          const char         *method,
                          const char         *path,
                          const char         *json);
Answer     *ask_full     (TestCloud          *cloud,
                          const char         *method,
                          const char         *url,
                          const char         *json,
                          const char * const *headers,
                          GError            **error);
void        answer_free  (Answer             *self);
const char *answer_get   (Answer             *self,
                          const char         *header);
char       *answer_text  (Answer             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* A test that has a cloud of its own. */
typedef struct
{
  const char *path;
  void      (*func) (TestCloud *cloud);
} CloudTest;

void        add_tests    (const char         *suite,
                          const CloudTest    *tests,
                          guint               n_tests);

void        assert_shape (JsonObject         *object,
                          const char         *shape);
void        assert_text  (Answer             *self,
                          const char         *text);
void        assert_time  (const char         *text,
                          gboolean            is_iso);

void        assert_fails (Answer             *self,
                          guint               status,
                          int                 code);
const char *text_of      (JsonObject         *object,
                          const char         *name);
gint64      number_of    (JsonObject         *object,
                          const char         *name);
JsonObject *member       (JsonObject         *object,
                          const char         *name);
JsonObject *element      (JsonObject         *object,
                          const char         *array,
                          guint               index);
guint       count        (JsonObject         *object,
                          const char         *array);

G_END_DECLS
