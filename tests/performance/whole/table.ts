import type { CaseResult, MemoryUse, PacedResult } from './measure.ts';
import { spreadOf, type Spread } from './statistics.ts';

const head = ['case', 'subject', 'requests/s', 'range', 'CPU us', 'server', 'PostgreSQL', 'CPU, x bare', 'errors'];

/** The closed-loop figures as rows of cells: medians of the rounds. */
export function toTable(results: readonly CaseResult[]): readonly (readonly string[])[] {
  const rows = results.map((result) => {
    const { one, subject, samples } = result;
    const rate = spreadOf(samples.map(({ perSecond }) => perSecond));
    const cpu = cpuOf(result);
    const bare = results.find((other) => other.one === one && other.subject === 'bare');
    return [
      ...[one.title, subject, rate.median.toFixed(0), `${rate.min.toFixed(0)}..${rate.max.toFixed(0)}`],
      cpu.median.toFixed(0),
      spreadOf(samples.map(({ serverUs }) => serverUs)).median.toFixed(0),
      spreadOf(samples.map(({ postgresUs }) => postgresUs)).median.toFixed(0),
      bare === undefined ? '-' : (cpu.median / cpuOf(bare).median).toFixed(2),
      String(samples.reduce((sum, { errors }) => sum + errors, 0)),
    ];
  });
  return [head, ...rows];
}

/** Processor time per request of server and PostgreSQL. */
function cpuOf({ samples }: CaseResult): Spread {
  return spreadOf(samples.map(({ serverUs, postgresUs }) => serverUs + postgresUs));
}

/** Aligns rows of cells in columns: the first two to the left, figures to the right. */
export function toText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const align = (cell: string, column: number): string =>
    column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(align).join('  ')).join('\n');
}

/** The open-loop figures, in milliseconds. */
export function toLatencyTable(paced: readonly PacedResult[]): readonly (readonly string[])[] {
  const rows = paced.map(({ one, subject, latencies }) => [
    ...[one.title, subject, latencies.rate.toFixed(0)],
    ...[latencies.mean, latencies.p50, latencies.p99, latencies.p999].map((ms) => ms.toFixed(1)),
    String(latencies.errors),
  ]);
  return [['case', 'subject', 'at requests/s', 'mean ms', 'p50', 'p99', 'p99.9', 'errors'], ...rows];
}

/** In MiB, before the first and after the last request. */
export function toMemoryTable(memory: readonly MemoryUse[]): readonly (readonly string[])[] {
  const rows = memory.map(({ subject, before, after }) => [
    ...['all', subject, ...[before.rss, after.rss, before.pss, after.pss].map((size) => size.toFixed(0))],
  ]);
  return [['cases', 'subject', 'RSS before, MiB', 'RSS after', 'PSS before', 'PSS after'], ...rows];
}
