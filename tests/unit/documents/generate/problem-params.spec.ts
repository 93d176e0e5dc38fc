import { expect } from 'chai';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogue as written, type ProblemCode } from '../../../../generated/problems.ts';
import type { TaskStatus } from '../../../../generated/v2/types.ts';
import { rateClasses, requiredRoles } from '../../../../src/contract/vocabulary.ts';
import { Negotiator } from '../../../../src/contract/negotiator.ts';
import { columnsOf } from '../../../../src/modules/imports/formats/csv-columns.policy.ts';
import { assertTransition } from '../../../../src/modules/tasks/changes/task-transitions.policy.ts';
import { versions } from '../../../../src/platform/versions.ts';
import type { AppError } from '../../../../src/problems/app-error.ts';
import { documentedOperations, documents } from '../../../support/contract/document.ts';
import { formats } from '../../../support/contract/formats.ts';

type Params = Readonly<Record<string, string | number>>;
interface Entry {
  readonly detail: string;
  readonly params?: Params;
  readonly errors?: readonly unknown[];
}

const catalogue: Readonly<Record<ProblemCode, Entry>> = written;
const paramsOf = (code: ProblemCode): Params => catalogue[code].params ?? {};

const ajv = new Ajv2020({ strict: false, formats, validateSchema: false });
ajv.addSchema(documents.v2, 'v2');

const schemaOf = (pointer: string): object => ({ $ref: `v2#/components/schemas/${pointer}` });

/** The schemas of values by the name of the parameter. Names that mean something else in each code are not here. */
const schemas: Readonly<Record<string, object>> = {
  class: { enum: rateClasses },
  email: schemaOf('EmailAddress'),
  expires_at: schemaOf('Timestamp'),
  from: schemaOf('TaskStatus'),
  role: { enum: requiredRoles },
  scope: schemaOf('ApiKeyScope'),
  slug: schemaOf('OrganizationSlug'),
  source: schemaOf('ImportSource'),
  to: schemaOf('TaskStatus'),
};

/** The schemas of the others. */
const schemasByCode: Readonly<Record<string, object>> = {
  'import_finished status': { enum: ['completed', 'failed', 'cancelled'] },
  'label_name_taken name': schemaOf('LabelCreate/properties/name'),
  'milestone_name_taken name': schemaOf('MilestoneCreate/properties/name'),
  'project_key_taken key': schemaOf('ProjectKey'),
  'task_already_completed key': schemaOf('Task/properties/key'),
  'task_blocked key': schemaOf('Task/properties/key'),
};

const all = Object.entries(catalogue).flatMap(([code, { params = {} }]) =>
  Object.entries(params).map(([name, value]) => ({ code, name, value })),
);

describe('the values in the examples of problems', () => {
  it('are there for every placeholder', () => {
    for (const [code, { detail, params = {} }] of Object.entries(catalogue)) {
      const names = [...detail.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      expect(Object.keys(params), code).to.have.members(names);
    }
  });

  it('are not the name of the parameter', () => {
    for (const { code, name, value } of all)
      expect(String(value).replaceAll(' ', '_'), `${code} ${name}`).not.to.equal(name);
  });

  for (const { code, name, value } of all) {
    const schema = schemasByCode[`${code} ${name}`] ?? (name.endsWith('_id') ? schemaOf('Id') : schemas[name]);
    if (schema === undefined) continue;
    it(`${code}: ${name} fits its schema`, () => {
      expect(ajv.validate(schema, value), `${String(value)}: ${ajv.errorsText()}`).to.equal(true);
    });
  }

  it('have a schema by code only where the code has the parameter', () => {
    const places = all.map(({ code, name }) => `${code} ${name}`);
    expect(places).to.include.members(Object.keys(schemasByCode));
  });

  it('name different resources where a text names two', () => {
    for (const [code, { params = {} }] of Object.entries(catalogue)) {
      const values = Object.values(params);
      expect(new Set(values).size, code).to.equal(values.length);
    }
  });

  it('count the violations that the example has', () => {
    for (const [code, { params = {}, errors }] of Object.entries(catalogue))
      if (errors !== undefined) expect(params['count'], code).to.equal(errors.length);
  });

  it('are what the rules of the server send', () => {
    const thrown = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        return (error as AppError).params;
      }
    };
    const { from, to } = paramsOf('invalid_transition');
    expect(thrown(() => assertTransition(from as TaskStatus, to as TaskStatus))).to.deep.equal({ from, to });
    expect(columnsOf(['title', 'due_on', 'Due On'])).to.deep.equal({
      fault: paramsOf('import_columns_refused')['reason'],
    });
    const negotiator = new Negotiator('v2', versions);
    expect(thrown(() => negotiator.choose('image/png', ['application/json']))).to.deep.equal(
      paramsOf('not_acceptable'),
    );
    const { names } = columnsOf(String(paramsOf('import_title_missing')['columns']).split(', ')) as {
      readonly names: readonly string[];
    };
    expect(names.join(', ')).to.equal(paramsOf('import_title_missing')['columns']);
    expect(names).not.to.include('title');
  });

  it('are what the operations of the document declare', () => {
    const find = (id: string) => documentedOperations.find((one) => one.version === 'v2' && one.id === id)!;
    const { source, media_type } = paramsOf('import_source_mismatch');
    expect(source).to.equal('csv');
    expect(Object.keys(find('createImport').bodies)).to.include(media_type);
    expect(Object.keys(find('createTask').bodies).join(', ')).to.equal(paramsOf('unsupported_media_type')['supported']);
    const [method, path] = String(paramsOf('operation_retired')['successor']).split(' ');
    expect(documentedOperations.some((one) => one.method === method && one.path === path)).to.equal(true);
    const { sunset } = paramsOf('operation_retired');
    expect(new Date(String(sunset)).toUTCString()).to.equal(sunset);
  });
});
