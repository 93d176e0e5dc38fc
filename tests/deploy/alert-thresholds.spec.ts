import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { alertsOf, readRuleFiles, ruleFolder } from '../support/monitoring/rules.ts';

// promtool runs the tests of the rules in the stage `production`. Here, without promtool, they are compared with the
// thresholds: a threshold that changes must no longer fit between the values of its tests.

interface RuleTest {
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly promql_expr_test: readonly {
    readonly expr: string;
    readonly eval_time: string;
    readonly exp_samples: readonly { readonly labels: string }[];
  }[];
}

/** Returns of each series that matches what it gains per minute, or its value at the start of its last part. */
type Read = (series: RegExp) => readonly number[];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const share = (read: Read, part: RegExp, whole: RegExp): number => sum(read(part)) / sum(read(whole));

/** With the boundaries of the tests, 0.1 and 0.5 s. */
function waitOf(read: Read): number {
  const [fast, all] = [sum(read(/le="0\.1"/)), sum(read(/le="\+Inf"/))];
  const rank = 0.99 * all;
  return rank <= fast ? (0.1 * rank) / fast : 0.1 + (0.4 * (rank - fast)) / (all - fast);
}

const errors = (read: Read): number =>
  share(read, /^http_requests_total.*status="5/, /^http_requests_total.*class="read"/);
const slowReads = (read: Read): number => 1 - share(read, /_bucket\{/, /_count\{/);

/** What each alert compares with its threshold, from the series of a test. */
const measures: Readonly<
  Record<string, (gains: Read, at: { readonly values: Read; readonly seconds: number }) => number>
> = {
  // Within 15 minutes, or in all if the series is new.
  InternalErrors: (read, { values }) => 15 * sum(read(/status="500"/)) || sum(values(/status="500"/)),
  EventLoopSlow: (_, { values }) => Math.max(...values(/^nodejs_eventloop_lag_p99_seconds/)),
  FileDescriptorsLow: (_, { values }) => share(values, /^process_open_fds/, /^process_max_fds/),
  PoolWaitsLong: waitOf,
  ReplicaUnused: (read) => share(read, /use="stale"/, /use="(?:stale|replica)"/),
  JobQueueOld: (_, { values }) => Math.max(...values(/^job_queue_oldest_age_seconds/)),
  OutboxLags: (_, { values }) => Math.max(...values(/^outbox_lag_seconds/)),
  AuditUnsealed: (_, { values }) => Math.max(...values(/^audit_unsealed_oldest_age_seconds/)),
  DiskFull: (_, { values }) => share(values, /_avail_bytes/, /_size_bytes/),
  ClockSkewed: (_, { values }) => Math.abs(sum(values(/^node_timex_offset_seconds/))),
  PostgresConnectionsHigh: (_, { values }) => share(values, /^pg_stat_activity_count/, /^pg_settings_max_connections/),
  PostgresReplicaLags: (_, { values }) => Math.max(...values(/^pg_stat_replication_pg_wal_lsn_diff/)),
  PostgresTransactionLong: (_, { values }) => Math.max(...values(/^pg_stat_activity_max_tx_duration/)),
  CertificateExpires: (_, { values, seconds }) => sum(values(/^probe_ssl_earliest_cert_expiry/)) - seconds,
  AvailabilityBurnsFast: errors,
  AvailabilityBurnsSlowly: errors,
  ReadLatencyBurnsFast: slowReads,
  ReadLatencyBurnsSlowly: slowReads,
};

/** Compares a forecast, whose tests are about its slope. */
const forecasts = ['DiskFillsUp'];

function readerOf({ input_series }: RuleTest, part: 'start' | 'step'): Read {
  return (wanted) =>
    input_series
      .filter(({ series }) => wanted.test(series))
      .map(({ values }) => {
        const [, start, step] = /(-?[\d.]+)([+-][\d.]+)x\d+$/.exec(values)!.map(Number);
        return part === 'start' ? start! : step!;
      });
}

/** The numbers that an expression compares with. Those that only ask whether there is something are left out. */
function thresholdsOf(expression: string): readonly { readonly isAbove: boolean; readonly limit: number }[] {
  return [...expression.matchAll(/([<>]) ([\d.]+(?: \* [\d.]+)*)/g)]
    .map(([, sign, product = '']) => ({
      isAbove: sign === '>',
      limit: product.split(' * ').reduce((total, factor) => total * Number(factor), 1),
    }))
    .filter(({ limit }) => limit !== 0 && limit !== 1);
}

const tests = globSync(`${ruleFolder}/../tests/*.yml`).flatMap(
  (path) => (parse(readFileSync(path, 'utf8')) as { readonly tests: readonly RuleTest[] }).tests,
);
const secondsOf = (time: string): number => Number(time.slice(0, -1)) * (time.endsWith('h') ? 3600 : 60);

/** Returns what the alert compares, in each test in which it fires, or in each in which it is silent. */
function measured(alert: string, isFiring: boolean): readonly number[] {
  return tests.flatMap((test) =>
    test.promql_expr_test
      .filter(({ expr }) => expr === `ALERTS{alertname="${alert}"}`)
      .filter(({ exp_samples }) =>
        isFiring ? exp_samples.some(({ labels }) => labels.includes('"firing"')) : exp_samples.length === 0,
      )
      .map(({ eval_time }) => {
        const values = readerOf(test, 'start');
        return measures[alert]!(readerOf(test, 'step'), { values, seconds: secondsOf(eval_time) });
      }),
  );
}

describe('the thresholds of the alert rules', () => {
  const alerts = [...readRuleFiles().values()]
    .flatMap(alertsOf)
    .filter(({ alert, expr }) => thresholdsOf(expr).length > 0 && !forecasts.includes(alert));

  it('are those whose measure is known here', () => {
    expect(alerts.map(({ alert }) => alert)).to.have.members(Object.keys(measures));
  });

  for (const { alert, expr } of alerts) {
    it(`${alert} is tested a little beyond its threshold, and at most at it`, () => {
      const thresholds = thresholdsOf(expr);
      const exceeds = (value: number, limit: number, isAbove: boolean) => (isAbove ? value > limit : value < limit);
      for (const { isAbove, limit } of thresholds) {
        const far = isAbove ? 2 * limit : limit / 2;
        const close = measured(alert, true).filter(
          (value) => exceeds(value, limit, isAbove) && !exceeds(value, far, isAbove),
        );
        expect(close, `fires beyond ${limit}: ${measured(alert, true).join()}`).not.to.be.empty;
      }
      const silent = thresholds.some(({ isAbove, limit }) =>
        measured(alert, false).some(
          (value) => !exceeds(value, limit, isAbove) && exceeds(value, isAbove ? limit / 2 : 2 * limit, isAbove),
        ),
      );
      expect(silent, `silent at most at its threshold: ${measured(alert, false).join()}`).to.equal(true);
    });
  }
});
