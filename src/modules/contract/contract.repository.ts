import type { ContractViolation } from '../../../generated/v2/types.ts';
import { fetchSlice, type PageRequest, type Slice, type SortKey } from '../../platform/cursor.ts';
import type { Db, Statement } from '../../platform/database.ts';
import { violationColumns, type Counted, type SeenViolation, type ViolationFilters } from './contract.types.ts';

// Sorted, so that processes that write the same rows do not deadlock.
const addViolationsStatement: Statement = {
  name: 'contract.add_violations',
  text: `INSERT INTO contract_violations AS v (id, version, operation_id, part, pointer, keyword, status, violation_count,
                                               first_at, last_at)
         SELECT t.* FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[],
                                $8::integer[], $9::timestamptz[], $10::timestamptz[])
           AS t (id, version, operation_id, part, pointer, keyword, status, violation_count, first_at, last_at)
          ORDER BY 2, 3, 4, 5
         ON CONFLICT (version, operation_id, part, pointer)
         DO UPDATE SET violation_count = least(v.violation_count::bigint + excluded.violation_count, 2147483647),
                       keyword = excluded.keyword, status = excluded.status,
                       first_at = least(v.first_at, excluded.first_at), last_at = greatest(v.last_at, excluded.last_at)`,
};

export async function addViolations(
  db: Db,
  violations: readonly (Counted<SeenViolation> & { readonly id: string })[],
): Promise<void> {
  const facts = (name: keyof SeenViolation): (string | number)[] => violations.map((one) => one.facts[name]);
  await db.query(addViolationsStatement, [
    violations.map(({ id }) => id),
    facts('version'),
    facts('operation_id'),
    facts('part'),
    facts('pointer'),
    facts('keyword'),
    facts('status'),
    violations.map(({ count }) => count),
    violations.map(({ first_at }) => first_at),
    violations.map(({ last_at }) => last_at),
  ]);
}

const sortKeys = {
  last_at: { column: 'last_at', type: 'timestamptz', valueOf: (row) => row.last_at },
  first_at: { column: 'first_at', type: 'timestamptz', valueOf: (row) => row.first_at },
  violation_count: { column: 'violation_count', type: 'integer', valueOf: (row) => row.violation_count },
} satisfies Readonly<Record<string, SortKey<ContractViolation>>>;

export async function listViolationRows(
  db: Db,
  { operation_id }: ViolationFilters,
  page: PageRequest,
): Promise<Slice<ContractViolation>> {
  const query = db.knex('contract_violations').select(violationColumns);
  if (operation_id !== undefined) void query.where({ operation_id });
  return fetchSlice<ContractViolation>(query, page, sortKeys[page.sort as keyof typeof sortKeys]);
}

export async function deleteViolationsBefore(db: Db, time: Date): Promise<void> {
  await db.knex('contract_violations').where('last_at', '<', time).delete();
}
