/* bambu-error.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BAMBU_ERROR (bambu_error_quark ())

/**
 * BambuError:
 * @BAMBU_ERROR_SIGNED_OUT: the token is missing, expired or revoked: sign in again
 * @BAMBU_ERROR_NEEDS_CODE: the sign-in goes on with a code that was sent
 * @BAMBU_ERROR_NEEDS_TFA: the sign-in goes on with a code of the authenticator
 * @BAMBU_ERROR_WRONG_CODE: the code is not the one that was sent
 * @BAMBU_ERROR_EXPIRED_CODE: the code is too old: ask for another
 * @BAMBU_ERROR_WRONG_PASSWORD: account and password do not match
 * @BAMBU_ERROR_BLOCKED: the cloud's edge refuses this network for now
 * @BAMBU_ERROR_RATE_LIMITED: too many requests: wait
 * @BAMBU_ERROR_FORBIDDEN: not allowed for this account
 * @BAMBU_ERROR_NOT_FOUND: no such thing in the cloud
 * @BAMBU_ERROR_BAD_REQUEST: the cloud did not accept what was sent
 * @BAMBU_ERROR_SERVER: the cloud failed
 * @BAMBU_ERROR_PROTOCOL: the answer is not what the cloud promises
 * @BAMBU_ERROR_OFFLINE: the cloud cannot be reached
 * @BAMBU_ERROR_TIMED_OUT: the cloud did not answer in time
 *
 * What a call to the cloud can fail with; each code is what a caller does next.
 */
typedef enum
{
  BAMBU_ERROR_SIGNED_OUT,
  BAMBU_ERROR_NEEDS_CODE,
  BAMBU_ERROR_NEEDS_TFA,
  BAMBU_ERROR_WRONG_CODE,
  BAMBU_ERROR_EXPIRED_CODE,
  BAMBU_ERROR_WRONG_PASSWORD,
  BAMBU_ERROR_BLOCKED,
  BAMBU_ERROR_RATE_LIMITED,
  BAMBU_ERROR_FORBIDDEN,
  BAMBU_ERROR_NOT_FOUND,
  BAMBU_ERROR_BAD_REQUEST,
  BAMBU_ERROR_SERVER,
  BAMBU_ERROR_PROTOCOL,
  BAMBU_ERROR_OFFLINE,
  BAMBU_ERROR_TIMED_OUT,
} BambuError;

GQuark bambu_error_quark (void);

G_END_DECLS
