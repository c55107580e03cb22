/* tray.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tray-item.h"
#include "tray-menu.h"
#include "tray-pixmap.h"
