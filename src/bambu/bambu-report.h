/* bambu-report.h
 *
 * Copyright 2026 The Platen developers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What is kept of a printer's reports, however much they hold. */
#define BAMBU_REPORT_MAX_AMS     12
#define BAMBU_REPORT_MAX_TRAYS   4
#define BAMBU_REPORT_MAX_NOZZLES 2
#define BAMBU_REPORT_MAX_SPOOLS  2
#define BAMBU_REPORT_MAX_HMS     32
#define BAMBU_REPORT_MAX_MODULES 32

/* Where a nozzle gets its filament from when that is no AMS. */
#define BAMBU_REPORT_EXTERNAL 254
#define BAMBU_REPORT_NOTHING  255

/* A place for a spool. */
typedef struct
{
  int      id;
  gboolean filled;
  gboolean has_color;
  guint32  color;      /* 0xRRGGBBAA */
  int      remaining;  /* percent, or -1 */
  char     kind[32];
  char     name[64];
} BambuReportTray;

typedef struct
{
  int             id;
  int             humidity;        /* percent, or -1 */
  int             humidity_level;  /* 1 wet to 5 dry, or -1 */
  double          temperature;     /* °C, or -1 */
  guint           n_trays;
  BambuReportTray trays[BAMBU_REPORT_MAX_TRAYS];
} BambuReportAms;

typedef struct
{
  int    id;           /* 0 right, 1 left */
  double temperature;  /* °C, or -1 */
  double target;
  double diameter;     /* mm, or 0 */
  int    ams;          /* what it is fed from; BAMBU_REPORT_EXTERNAL, BAMBU_REPORT_NOTHING, or -1 */
  int    tray;
  char   kind[32];
} BambuReportNozzle;

typedef struct
{
  guint32 attr;
  guint32 code;
} BambuReportHms;

typedef struct
{
  char name[32];
  char product[64];
  char firmware[32];
  char hardware[32];
  char serial[32];
} BambuReportModule;

/* What a printer has reported so far, merged. Plain memory of one size, so that threads hand it to one another by copying.
 * Numbers are -1 where nothing was told, text is empty.
 */
typedef struct
{
  gboolean          is_full;           /* a whole report has come */
  gboolean          was_full;          /* the last one was whole */
  gboolean          has_fun;
  guint64           fun;
  guint64           n_reports;

  char              status[24];        /* gcode_state */
  char              task_id[32];
  char              task_name[256];
  char              file[256];
  int               progress;
  int               minutes_left;
  int               layer;
  int               total_layers;
  int               stage;             /* stg_cur; G_MININT where it was not told */
  gint64            print_error;
  int               speed_level;

  double            bed_temperature;
  double            bed_target;
  double            chamber_temperature;
  double            chamber_target;
  int               part_fan;          /* percent */
  int               aux_fan;
  int               chamber_fan;
  int               chamber_light;
  int               wifi_signal;       /* dBm; 0 where it was not told */
  int               door;              /* 1 open, 0 closed */

  /* What newer machines say in another place, which wins. */
  gboolean          has_new_bed;
  gboolean          has_new_chamber;
  gboolean          has_new_temperatures;
  gboolean          has_new_nozzles;
  gboolean          has_new_layer;
  gboolean          has_new_total;
  gboolean          has_new_door;

  guint             n_nozzles;
  guint             active_nozzle;     /* the id of the one that prints */
  BambuReportNozzle nozzles[BAMBU_REPORT_MAX_NOZZLES];
  int               tray_now;          /* as told, or -1 */
  guint             n_ams;
  BambuReportAms    ams[BAMBU_REPORT_MAX_AMS];
  guint             n_spools;
  BambuReportTray   spools[BAMBU_REPORT_MAX_SPOOLS];
  guint             n_hms;
  BambuReportHms    hms[BAMBU_REPORT_MAX_HMS];
  guint             n_modules;
  BambuReportModule modules[BAMBU_REPORT_MAX_MODULES];
} BambuReport;

void     bambu_report_init     (BambuReport *self);
gboolean bambu_report_merge    (BambuReport *self,
                                JsonObject  *json);
void     bambu_report_get_feed (const BambuReport *self,
                                int               *ams,
                                int               *tray);

/* bambu-report-text.c */
GBytes  *bambu_report_pick     (const char   *data,
                                gsize         length,
                                GBytes       *known_ams,
                                GBytes      **ams);

/* bambu-report-ams.c */
void     bambu_report_merge_ams       (BambuReport *self,
                                       JsonObject  *print,
                                       gboolean     is_full);

/* bambu-report-device.c */
BambuReportNozzle *
         bambu_report_obtain_nozzle   (BambuReport *self,
                                       guint        id);
void     bambu_report_merge_device    (BambuReport *self,
                                       JsonObject  *print);

/* How text gets into a report: what does not fit is cut off between two letters, and what is no text leaves it alone. */
void     bambu_report_read_text       (JsonObject  *json,
                                       const char  *member,
                                       char        *text,
                                       gsize        size);

G_END_DECLS
