import type pg from 'pg';
import type { SentStatement } from '../support/statements.ts';

/** A node of what EXPLAIN (FORMAT JSON) returns, as far as it matters here. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** Of larger tables no list may read all rows, and more rows than these none may sort. */
const ROWS_MAX = 1000;
/** So many rows no page may look at: the large organization has 60,000 tasks and 80,000 entries of its log, others have as many. */
const ROWS_READ_MAX = 150_000;

/** How many rows each table has, as the planner believes. */
export async function tableSizes(client: pg.ClientBase): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ relname: string; reltuples: number }>(
    "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  return new Map(rows.map(({ relname, reltuples }) => [relname, reltuples]));
}

/**
 * Plans a statement anew with its own values, as on the connection that it was sent on, runs it, and says what it must
 * not do: read all rows of a large table, sort many, or look at more rows than an organization has. The plan is in what
 * it says.
 */
export async function faultsOf(
  client: pg.ClientBase,
  { text, values, isPipelined = false }: SentStatement,
  sizes: ReadonlyMap<string, number>,
): Promise<string[]> {
  if (isPipelined) await client.query('SET enable_bitmapscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>({
    text: `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
    values: [...values],
  });
  if (isPipelined) await client.query('RESET enable_bitmapscan');
  const root = rows[0]!['QUERY PLAN'][0].Plan;
  const isCount = root.Plans?.[0]?.['Node Type'] === 'Aggregate';
  const nodes = nodesOf(root);
  const read = nodes.reduce((sum, node) => sum + (node['Relation Name'] === undefined ? 0 : rowsReadBy(node)), 0);
  const faults = nodes.flatMap((node) => faultsOfNode(node, sizes, isCount));
  if (read > ROWS_READ_MAX) faults.push(`looks at ${read} rows`);
  return faults.map((fault) => [fault, text, JSON.stringify(values), outline(root)].join('\n'));
}

function faultsOfNode(node: PlanNode, sizes: ReadonlyMap<string, number>, isCount: boolean): string[] {
  const table = node['Relation Name'] ?? '';
  const size = sizes.get(table) ?? 0;
  if (node['Node Type'] === 'Seq Scan' && size > ROWS_MAX) {
    // Who counts most of a table has to read it.
    return isCount && rowsOf(node) > size / 2 ? [] : [`reads all rows of ${table}`];
  }
  if (node['Node Type'] !== 'Sort') return [];
  const sorted = (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);
  return sorted > ROWS_MAX ? [`sorts ${sorted} rows`] : [];
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function rowsOf(node: PlanNode): number {
  return (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1);
}

function rowsReadBy(node: PlanNode): number {
  return rowsOf(node) + (node['Rows Removed by Filter'] ?? 0) * (node['Actual Loops'] ?? 1);
}

function outline(node: PlanNode, depth = 0): string {
  const { Plans = [], ...facts } = node;
  const shown = ['Relation Name', 'Index Name', 'Index Cond', 'Filter', 'Rows Removed by Filter', 'Sort Key']
    .map((name) => (facts as Readonly<Record<string, string | number | string[] | undefined>>)[name])
    .filter((fact) => fact !== undefined);
  const line = `${'  '.repeat(depth)}${node['Node Type']} ${rowsOf(node)} rows ${shown.join(' | ')}`;
  return [line, ...Plans.map((child) => outline(child, depth + 1))].join('\n');
}
