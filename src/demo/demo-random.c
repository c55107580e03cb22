/* demo-random.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demo-random.h"

/* SplitMix64 */
static guint64
mix (guint64 value)
{
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return value ^ (value >> 31);
}

/**
 * demo_random_init:
 * @self: the generator
 * @seed: the world's seed
 * @kind: what is being made, so that the fifth project has nothing in common with the fifth task
 * @index: which one of its kind
 *
 * Sets @self to the start of the numbers that belong to one thing of the world.
 */
void
demo_random_init (DemoRandom *self,
                  guint64     seed,
                  const char *kind,
                  guint64     index)
{
  guint64 state;

  g_return_if_fail (self != NULL);
  g_return_if_fail (kind != NULL);

  state = mix (seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
  for (const char *c = kind; *c != '\0'; c++)
    state = mix (state ^ (guchar) *c);

  self->state = mix (state ^ index);
}

/**
 * demo_random_next:
 * @self: the generator
 *
 * Returns: the next 64 bits
 */
guint64
demo_random_next (DemoRandom *self)
{
  g_return_val_if_fail (self != NULL, 0);

  self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return mix (self->state);
}

/**
 * demo_random_below:
 * @self: the generator
 * @bound: one more than the largest number wanted
 *
 * Returns: a number from 0 to @bound - 1, or 0 where @bound is 0
 */
guint
demo_random_below (DemoRandom *self,
                   guint       bound)
{
  g_return_val_if_fail (self != NULL, 0);

  return bound > 0 ? demo_random_next (self) % bound : 0;
}

/**
 * demo_random_range:
 * @self: the generator
 * @first: the smallest number wanted
 * @last: the largest number wanted
 *
 * Returns: a number from @first to @last
 */
int
demo_random_range (DemoRandom *self,
                   int         first,
                   int         last)
{
  g_return_val_if_fail (self != NULL, first);
  g_return_val_if_fail (first <= last, first);

  return first + (int) demo_random_below (self, (guint) (last - first) + 1);
}

/**
 * demo_random_unit:
 * @self: the generator
 *
 * Returns: a number from 0 up to, but not, 1
 */
double
demo_random_unit (DemoRandom *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (demo_random_next (self) >> 11) * (1.0 / 9007199254740992.0);
}

/**
 * demo_random_odds:
 * @self: the generator
 * @percent: how likely %TRUE is
 *
 * Returns: %TRUE in @percent of a hundred cases
 */
gboolean
demo_random_odds (DemoRandom *self,
                  guint       percent)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return demo_random_below (self, 100) < percent;
}

/**
 * demo_random_hex:
 * @self: the generator
 * @digits: how many digits
 *
 * Returns: (transfer full): that many hexadecimal digits, in lower case
 */
char *
demo_random_hex (DemoRandom *self,
                 guint       digits)
{
  static const char alphabet[] = "0123456789abcdef";
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_malloc (digits + 1);
  for (guint i = 0; i < digits; i++)
    text[i] = alphabet[demo_random_below (self, 16)];
  text[digits] = '\0';

  return text;
}
