import { documents, type DocumentedOperation } from './contract/document.ts';

type Row = Readonly<Record<string, unknown>>;

/** Returns the fields of an operation's body, and whether each may be null. */
export function fieldsOf({ version, written }: DocumentedOperation): [name: string, isNullable: boolean][] {
  const [name = ''] = /[A-Za-z0-9]+$/.exec(/"\$ref":"([^"]*)"/.exec(JSON.stringify(written.requestBody))![1]!)!;
  const { components } = documents[version] as unknown as {
    components: { schemas: Record<string, { properties: Row }> };
  };
  return Object.entries(components.schemas[name]!.properties).map(([field, schema]) => {
    const { type } = schema as { type?: unknown };
    return [field, Array.isArray(type) && type.includes('null')];
  });
}

/** Values of fields, in an order in which each may follow the one before; without null. */
export const valuesOf = (ids: Readonly<Record<string, string>>): Readonly<Record<string, readonly unknown[]>> => ({
  name: ['First', 'Second'],
  title: ['First', 'Second'],
  body: ['First', 'Second'],
  description: ['First', 'Second'],
  slug: [`first-${ids['user_id']!.slice(-12)}`, `second-${ids['user_id']!.slice(-12)}`],
  email: [`first-${ids['user_id']!}@meridian.example`, `second-${ids['user_id']!}@meridian.example`],
  home_organization_id: [ids['other_organization_id'], ids['organization_id']],
  is_operator: [true, false],
  deactivated: [true, false],
  archived: [true, false],
  is_active: [false, true],
  reports_per_minute: [60, 600],
  scopes: [['tasks:read', 'tasks:write'], ['tasks:read']],
  expires_at: ['2100-05-04T03:02:01.000Z', '2101-05-04T03:02:01.000Z'],
  role: ['owner', 'admin', 'member', 'viewer'],
  visibility: ['private', 'organization'],
  color: ['#0a0b0c', '#ffffff'],
  due_on: ['2027-05-04', '2028-02-29'],
  state: ['closed', 'open'],
  type: ['bug', 'feature', 'task'],
  priority: ['urgent', 'high', 'medium', 'low', 'none'],
  assignee_id: [ids['user_id']],
  milestone_id: [ids['milestone_id']],
  status: ['ignored', 'open', 'resolved'],
  resolved_in_release: ['core@2.3.2', 'core@2.4.0'],
  threshold: [2, 20],
  window: ['PT5M', 'PT1H'],
  levels: [['error', 'fatal'], []],
  environments: [['production'], []],
  error_id: [ids['error_id']],
  label_ids: [[ids['label_id']], []],
});
