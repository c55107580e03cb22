/* bambu-error.c
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bambu-error.h"

G_DEFINE_QUARK (bambu-error-quark, bambu_error)
