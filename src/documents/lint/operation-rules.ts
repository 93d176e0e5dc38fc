import { rateClasses, requiredRoles, scopeAreas } from '../../contract/vocabulary.ts';
import { asList, asJson } from '../reader/json.ts';
import { asText, eachOperation, isPublic, isUnsafe, parametersOf, type Rule } from './rule.ts';

// Rules for operations: contract.md, "How the spec is written", 1, 2, 7, 8 and 10.

const order = ['operationId', 'summary', 'description', 'tags', 'security', 'parameters', 'requestBody', 'responses'];
const roles: readonly string[] = requiredRoles;
const classes: readonly string[] = rateClasses;
const scopePattern = new RegExp(`^(?:${scopeAreas.join('|')}):(?:read|write)$`);
const freeText = '^[^\\x00]*$';

export const keyOrder: Rule = () =>
  eachOperation(({ operation, report }) => {
    const keys = Object.keys(operation).filter((key) => order.includes(key));
    const wanted = order.filter((key) => keys.includes(key));
    if (keys.join() !== wanted.join()) report(`the order is ${wanted.join(', ')}`, 'operationId');
  });

export const operationName: Rule = () =>
  eachOperation(({ operation, report }) => {
    if (!/^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(String(operation['operationId']))) {
      report('an operationId is verb and noun in camelCase: listTasks', 'operationId');
    }
  });

export const oneTag: Rule = () =>
  eachOperation(({ operation, report }) => {
    if (asList(operation['tags']).length !== 1) report('an operation has exactly one tag', 'tags');
  });

export const summaryStyle: Rule = () =>
  eachOperation(({ operation, report }) => {
    const summary = asText(operation['summary']);
    if (!/^[A-Z]/.test(summary)) report('a summary begins with a capital letter', 'summary');
    if (summary.endsWith('.')) report('a summary has no full stop', 'summary');
    if (summary.length > 60) report('a summary has 60 characters at most', 'summary');
    if (/ [A-Z][a-z]+ [A-Z][a-z]+/.test(summary)) report('a summary is in sentence case', 'summary');
    if (asText(operation['description']).trim() === '') {
      report('a description says what a caller cannot guess: permissions, side effects, limits');
    }
  });

export const roleNamed: Rule = () =>
  eachOperation(({ operation, report }) => {
    const role = operation['x-role'];
    if (typeof role !== 'string' || !roles.includes(role)) {
      report(`x-role must be one of ${roles.join(', ')}`);
      return;
    }
    if ((role === 'anonymous') !== isPublic(operation)) {
      report('x-role is anonymous where security asks for no credential, and only there', 'x-role');
    }
  });

export const rateLimitNamed: Rule = () =>
  eachOperation(({ operation, report }) => {
    const name = operation['x-rate-limit'];
    if (typeof name !== 'string' || !classes.includes(name)) {
      report(`x-rate-limit must be one of ${classes.join(', ')}`);
    }
  });

/**
 * An operation with an unsafe method declares its audit entry and its events. One that changes nothing (a preview, a
 * test) declares `x-audit: none` and `x-emits: []`. Reads cause no events.
 */
export const changesNamed: Rule = () =>
  eachOperation(({ method, operation, report }) => {
    const { 'x-audit': audit, 'x-emits': emits, 'x-transaction': transaction } = operation;
    const names = asList(emits);
    if (isUnsafe(method)) {
      if (!/^(?:none|[a-z_]+\.[a-z_]+)$/.test(asText(audit))) {
        report('x-audit names the entry in the audit log, as task.create, or says none');
      }
      if (!Array.isArray(emits)) report('x-emits lists the events that the change causes, be it none: []');
    } else if (names.length > 0) report('a read causes no events', 'x-emits');
    if (audit === 'none' && names.length > 0) report('what causes events is audited', 'x-audit');
    for (const name of names) {
      if (!/^[a-z_]+\.[a-z_]+$/.test(String(name))) report(`${String(name)} is no event name`, 'x-emits');
    }
    if (transaction !== undefined && transaction !== 'none') report('x-transaction is none or absent', 'x-transaction');
  });

/** Every operation declares its security itself. A cookie is never sufficient for a change. */
export const securityStated: Rule = () =>
  eachOperation(({ method, operation, report }) => {
    if (!Array.isArray(operation['security'])) {
      report('security stands in the operation itself, [] where anybody may call it');
      return;
    }
    for (const [index, entry] of asList(operation['security']).entries()) {
      const alternative = asJson(entry);
      for (const scope of asList(alternative['bearerAuth'])) {
        if (!scopePattern.test(String(scope))) report(`${String(scope)} is no scope`, 'security', index);
      }
      const isCookie = 'sessionCookie' in alternative;
      if (isCookie && isUnsafe(method) !== 'csrfToken' in alternative) {
        report('sessionCookie goes with csrfToken on unsafe methods, and alone on reads', 'security', index);
      }
    }
  });

/** Free text and times in a query may contain reserved characters, which clients should not have to escape. */
export const reservedAllowed: Rule = () =>
  eachOperation((place) => {
    for (const parameter of parametersOf(place)) {
      const schema = asJson(parameter['schema']);
      const isFree = schema['pattern'] === freeText || schema['format'] === 'date-time';
      if (parameter['in'] === 'query' && isFree && parameter['allowReserved'] !== true) {
        place.report(`${String(parameter['name'])} is free text or a time: allowReserved: true`);
      }
    }
  });

/** All operations of v1 are deprecated. Each one declares since when, until when, and its successor. */
export const deprecationStated: Rule = () => {
  let isDeprecated = false;
  return {
    Root: {
      enter(root: unknown) {
        isDeprecated = String(asJson(asJson(root)['info'])['version']).startsWith('1.');
      },
    },
    ...eachOperation(({ operation, report }) => {
      if (!isDeprecated) return;
      if (operation['deprecated'] !== true) report('operations of v1 are deprecated: true');
      for (const key of ['x-deprecated-at', 'x-sunset']) {
        const text = String(operation[key]);
        if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) report(`${key} is a date: 2027-06-30`);
      }
      if (typeof operation['x-successor'] !== 'string') report('x-successor names the operation of v2 that follows');
    }),
  };
};
