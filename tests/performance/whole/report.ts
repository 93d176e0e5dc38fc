import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { SEED } from './cases.ts';
import { judgeAims, toAimTable } from './aims.ts';
import type { Measured } from './measure.ts';
import { toStartTable } from './start-times.ts';
import { toLatencyTable, toMemoryTable, toTable } from './table.ts';

// The generated part of docs/performance.md, between two markers. What people write stands outside of them.

const root = join(import.meta.dirname, '../../..');
const file = join(root, 'docs/performance.md');
const begin = '<!-- figures: written by make bench -->';
const end = '<!-- end of figures -->';

interface Conditions {
  readonly rounds: number;
  readonly seconds: number;
  readonly postgresVersion: string;
}

/** Replaces the generated part. @throws Error if the markers are not there */
export function writeReport(measured: Measured, conditions: Conditions): void {
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/performance.md lacks the line ${begin} or ${end}`);
  const parts = [
    ...[conditionsOf(conditions), '### Ratios', toMarkdown(toAimTable(judgeAims(measured.results)))],
    ...['### Rates and processor time', toMarkdown(toTable(measured.results))],
    ...['### Latency', toMarkdown(toLatencyTable(measured.latencies))],
    ...['### Memory and start', toMarkdown(toMemoryTable(measured.memory)), toMarkdown(toStartTable(measured.starts))],
  ];
  writeFileSync(file, `${text.slice(0, from)}${begin}\n\n${parts.join('\n\n')}\n\n${text.slice(to)}`);
  execFileSync('prettier', ['--write', '--log-level', 'warn', file], { cwd: root });
}

function conditionsOf({ rounds, seconds, postgresVersion }: Conditions): string {
  const versionOf = (name: string): string => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
      version: string;
    };
    return `${name} ${version}`;
  };
  const packages = ['koa', 'pg', 'knex', 'fastify', 'express', 'express-openapi-validator', 'openapi-backend'];
  const { dependencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'peers/platformatic/package.json'), 'utf8'),
  ) as { dependencies: Record<string, string> };
  const others = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  return [
    `- Machine: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB.`,
    `- Node ${process.version}, PostgreSQL ${postgresVersion} with fsync and synchronous commit on.`,
    `- ${[...packages.map(versionOf), ...others].join(', ')}.`,
    `- Commit ${git('rev-parse', '--short', 'HEAD')} of ${git('log', '-1', '--format=%cs')}, seed ${SEED}.`,
    `- ${rounds} rounds of ${seconds} s for each case and subject.`,
  ].join('\n');
}

function toMarkdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column < 2 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
