import type { AppContext } from '../../app-context.ts';
import { HOUR_MS } from '../../platform/durations.ts';
import { countSessions, createReportCounter, takeErrorReports } from '../errors/index.ts';
import type { Module } from '../module.ts';
import { createIntakeController } from './intake/intake.controller.ts';
import { createIntake, type IntakeSettings } from './intake/intake.service.ts';
import { countedOutcomes, noItems } from './intake/items.policy.ts';
import { createKeyFinder } from './intake/key-finder.service.ts';
import { createReportBatches } from './intake/report-batches.service.ts';
import { createReportLimits } from './intake/report-limits.service.ts';
import { createReportingKeysController } from './reporting-keys.controller.ts';

export function createReportingKeysModule(context: AppContext) {
  const { pager, links, database, caches, redis, logger, metrics } = context;
  const countItems: IntakeSettings['countItems'] = (kind, outcome, { items, bytes }) => {
    metrics.reportedItems.inc({ kind, outcome }, items);
    metrics.reportedItemBytes.inc({ kind, outcome }, bytes);
  };
  for (const { kind, outcome } of countedOutcomes) countItems(kind, outcome, noItems);
  const countReports = createReportCounter(metrics, ['sdk']);
  const intake = createIntake({
    keys: createKeyFinder(database.db, caches.open({ name: 'reporting_keys', ttlMs: HOUR_MS })),
    limits: createReportLimits({ redis, logger }),
    countItems,
    batches: createReportBatches({
      db: database.db,
      takeErrors: takeErrorReports,
      onTaken: (taken) =>
        countReports('sdk', { all: taken.length, repeated: taken.filter(({ is_repeated }) => is_repeated).length }),
      countSessions,
    }),
  });
  return {
    v2: { ...createReportingKeysController({ pager, publicUrl: links.publicUrl }), ...createIntakeController(intake) },
  } satisfies Module;
}
