import { expect } from 'chai';
import pg from 'pg';
import documentV2 from '../../../generated/v2/openapi.json' with { type: 'json' };
import { createScratchDatabase } from '../../support/database.ts';
import { ownChecks, uncheckedFields } from './own-checks.ts';

// The database refuses what the contract does not allow, whatever code writes a row. A rule is written as a line, so
// that the two sides compare: `tasks.type in bug feature task`, `tasks.title 1..256 characters`, `tasks.number >= 1`.

interface Field {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  /** A reference and null. */
  readonly oneOf?: readonly Field[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
}

const schemas = documentV2.components.schemas as unknown as Readonly<
  Record<string, Field & { readonly properties?: Readonly<Record<string, Field>> }>
>;

/** The schema of a table's rows. */
const schemaOfTable = {
  api_keys: 'ApiKey',
  audit_log: 'AuditEntry',
  comments: 'Comment',
  contract_violations: 'ContractViolation',
  error_alert_rules: 'ErrorAlertRule',
  error_alerts: 'ErrorAlert',
  error_groups: 'ErrorGroup',
  error_occurrences: 'ErrorOccurrence',
  event_retentions: 'EventRetention',
  imports: 'Import',
  incidents: 'Incident',
  invitations: 'Invitation',
  labels: 'Label',
  milestones: 'Milestone',
  organization_members: 'Member',
  organizations: 'Organization',
  project_members: 'ProjectMember',
  projects: 'Project',
  reported_events: 'Event',
  reporting_keys: 'ReportingKey',
  sessions: 'Session',
  source_maps: 'SourceMap',
  task_dependencies: 'TaskDependency',
  task_history: 'TaskHistoryEntry',
  tasks: 'Task',
  users: 'User',
} as const;

/** The schema that a field refers to; with the type null beside its own if the reference is one of two alternatives. */
function resolved(field: Field): Field {
  const { $ref, oneOf } = field;
  if ($ref !== undefined) return schemas[$ref.split('/').at(-1)!]!;
  const named = oneOf?.find((one) => one.$ref !== undefined);
  if (named === undefined) return field;
  const { type = [], ...rest } = resolved(named);
  return { ...rest, type: [type, 'null'].flat() };
}

const fieldsOf = (table: string): [string, Field][] =>
  Object.entries(schemas[schemaOfTable[table as keyof typeof schemaOfTable]]?.properties ?? {}).map(([name, field]) => [
    name,
    resolved(field),
  ]);

function ruleOf({ enum: values, format, pattern, minLength = 0, maxLength, minimum }: Field): string | undefined {
  if (values !== undefined) return `in ${values.toSorted().join(' ')}`;
  if (minimum !== undefined) return `>= ${minimum}`;
  if (pattern !== undefined) return `~ ${pattern}`;
  if (maxLength === undefined || format !== undefined) return undefined;
  return `${minLength}..${maxLength} characters`;
}

/** The forms of PostgreSQL's definitions of checks, and the same as rules. */
const forms: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [
    /^(\w+) = ANY \(ARRAY\[(.*)\]\)$/,
    ([list = '']) =>
      `in ${[...list.matchAll(/'(.*?)'/g)]
        .map(([, one]) => one)
        .sort()
        .join(' ')}`,
  ],
  [
    /^\(char_length\((\w+)\) >= (\d+)\) AND \(char_length\(\1\) <= (\d+)\)$/,
    ([min, max]) => `${min}..${max} characters`,
  ],
  [/^char_length\((\w+)\) <= (\d+)$/, ([max]) => `0..${max} characters`],
  [/^octet_length\((\w+)\) = (\d+)$/, ([size]) => `${size} bytes`],
  [/^(\w+) > 0$/, () => '>= 1'],
  [/^(\w+) >= 0$/, () => '>= 0'],
  [/^(\w+) ~ '(.*)'::text$/, ([pattern]) => `~ ${pattern}`],
];

function lineOf(table: string, definition: string): string {
  const condition = definition.replace(/^CHECK \(\((.*)\)\)$/s, '$1');
  for (const [form, toRule] of forms) {
    const found = form.exec(condition);
    if (found !== null) return `${table}.${found[1]} ${toRule(found.slice(2))}`;
  }
  return `${table}: ${condition}`;
}

describe('the rows that the database refuses', () => {
  let held: string[];
  let columns: { table: string; name: string; type: string; is_nullable: boolean }[];

  before(async () => {
    const scratch = await createScratchDatabase();
    const client = new pg.Client({ connectionString: scratch.url });
    await client.connect();
    const checks = await client.query<{ table: string; definition: string }>(
      `SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS definition FROM pg_constraint
        WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND conislocal
          AND conrelid NOT IN (SELECT inhrelid FROM pg_inherits)`,
    );
    held = checks.rows.map(({ table, definition }) => lineOf(table, definition)).sort();
    const found = await client.query<(typeof columns)[number]>(
      `SELECT attrelid::regclass::text AS table, attname AS name, format_type(atttypid, atttypmod) AS type,
              NOT attnotnull AS is_nullable
         FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        WHERE attnum > 0 AND NOT attisdropped AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND c.relnamespace = 'public'::regnamespace`,
    );
    columns = found.rows;
    await client.end();
    await scratch.drop();
  });

  const columnOf = (table: string, name: string) =>
    columns.find((column) => column.table === table && column.name === name);

  it('are those that the contract does not allow, and those that only the code must not write', () => {
    const promised = Object.keys(schemaOfTable).flatMap((table) =>
      fieldsOf(table).flatMap(([name, field]) => {
        const column = columnOf(table, name);
        const rule = ruleOf(field);
        return rule === undefined || column === undefined || column.type === 'bytea'
          ? []
          : [`${table}.${name} ${rule}`];
      }),
    );
    // A hash is that of SHA-256.
    const hashes = columns
      .filter(({ name, type }) => type === 'bytea' && /(hash|fingerprint)$/.test(name))
      .map(({ table, name }) => `${table}.${name} 32 bytes`);
    const needed = [...promised.filter((line) => !uncheckedFields.includes(line)), ...hashes, ...ownChecks];
    expect(held).to.deep.equal(needed.sort());
    expect(promised).to.include.members([...uncheckedFields]);
  });

  it('lack a value of a field that is never null', () => {
    const different = Object.keys(schemaOfTable).flatMap((table) =>
      fieldsOf(table).flatMap(([name, { type }]) => {
        const column = columnOf(table, name);
        if (column === undefined || type === undefined) return [];
        return type.includes('null') === column.is_nullable ? [] : [`${table}.${name}`];
      }),
    );
    // The tombstone of a deleted organization has no slug, and is never shown.
    expect(different).to.deep.equal(['organizations.slug']);
  });
});
