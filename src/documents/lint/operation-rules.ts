import { consistencies, rateClasses, requiredRoles, scopeAreas } from '../../contract/vocabulary.ts';
import { isDay } from '../reader/day.ts';
import { asList, asJson } from '../reader/json.ts';
import { asText, eachOperation, isPublic, isUnsafe, parametersOf, type Rule } from './rule.ts';

// Rules for operations: order of members, names, summaries, roles, rate limits, audit, events, security, deprecation.

const order = ['operationId', 'summary', 'description', 'tags', 'security', 'parameters', 'requestBody', 'responses'];
const roles: readonly string[] = requiredRoles;
const classes: readonly string[] = rateClasses;
const scopePattern = new RegExp(`^(?:${scopeAreas.join('|')}):(?:read|write)$`);
const freeText = '^[^\\x00]*$';

export const keyOrder: Rule = () =>
  eachOperation(({ operation, report }) => {
    const keys = Object.keys(operation).filter((key) => order.includes(key));
    const wanted = order.filter((key) => keys.includes(key));
    if (keys.join() !== wanted.join()) report(`members must have the order ${wanted.join(', ')}`, 'operationId');
  });

export const operationName: Rule = () =>
  eachOperation(({ operation, report }) => {
    if (!/^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(String(operation['operationId']))) {
      report('an operationId must be a verb and a noun in camelCase, such as listTasks', 'operationId');
    }
  });

export const oneTag: Rule = () =>
  eachOperation(({ operation, report }) => {
    if (asList(operation['tags']).length !== 1) report('an operation must have exactly one tag', 'tags');
  });

export const summaryStyle: Rule = () =>
  eachOperation(({ operation, report }) => {
    const summary = asText(operation['summary']);
    if (!/^[A-Z]/.test(summary)) report('a summary must begin with a capital letter', 'summary');
    if (summary.endsWith('.')) report('a summary must not end with a full stop', 'summary');
    if (summary.length > 60) report('a summary must have at most 60 characters', 'summary');
    if (/ [A-Z][a-z]+ [A-Z][a-z]+/.test(summary)) report('a summary must be in sentence case', 'summary');
    if (asText(operation['description']).trim() === '') {
      report('add a description of what callers cannot guess: permissions, side effects, limits');
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
      report('x-role must be anonymous exactly if security requires no credential', 'x-role');
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
 * test) declares `x-audit: none` and `x-emits: []`. Reads emit no events.
 */
export const changesNamed: Rule = () =>
  eachOperation(({ method, operation, report }) => {
    const { 'x-audit': audit, 'x-emits': emits, 'x-transaction': transaction } = operation;
    const names = asList(emits);
    if (isUnsafe(method)) {
      if (!/^(?:none|[a-z_]+\.[a-z_]+)$/.test(asText(audit))) {
        report('x-audit must name the audit entry, such as task.create, or be none');
      }
      if (!Array.isArray(emits)) report('x-emits must list the events that the change emits; use [] if it emits none');
    } else if (names.length > 0) report('a read must not emit events', 'x-emits');
    if (audit === 'none' && names.length > 0)
      report('x-audit must not be none for an operation that emits events', 'x-audit');
    for (const name of names) {
      if (!/^[a-z_]+\.[a-z_]+$/.test(String(name)))
        report(`${String(name)} is not an event name such as task.created`, 'x-emits');
    }
    if (transaction !== undefined && transaction !== 'none')
      report('x-transaction must be none or absent', 'x-transaction');
  });

/** A response that may be out of date must not be the basis of a change, and needs a caller whose changes are known. */
export const consistencyStated: Rule = () =>
  eachOperation(({ method, operation, report }) => {
    const { 'x-consistency': consistency } = operation;
    if (consistency === undefined) return;
    if (!consistencies.some((known) => known === consistency)) {
      report(`x-consistency must be ${consistencies.join(' or ')}`, 'x-consistency');
    }
    if (isUnsafe(method)) report('x-consistency is for reads', 'x-consistency');
    if (isPublic(operation)) report('x-consistency is for operations that require a credential', 'x-consistency');
  });

/** Every operation declares its security itself. A cookie is never sufficient for a change. */
export const securityStated: Rule = () =>
  eachOperation(({ method, operation, report }) => {
    if (!Array.isArray(operation['security'])) {
      report('the operation must declare its security itself; use [] if no credential is required');
      return;
    }
    for (const [index, entry] of asList(operation['security']).entries()) {
      const alternative = asJson(entry);
      for (const scope of asList(alternative['bearerAuth'])) {
        if (!scopePattern.test(String(scope)))
          report(`${String(scope)} is not a scope such as tasks:read`, 'security', index);
      }
      const isCookie = 'sessionCookie' in alternative;
      if (isCookie && isUnsafe(method) !== 'csrfToken' in alternative) {
        report(
          'sessionCookie must be combined with csrfToken on unsafe methods, and must be alone on reads',
          'security',
          index,
        );
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
        place.report(`${String(parameter['name'])} is free text or a time: add allowReserved: true`);
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
      if (operation['deprecated'] !== true) report('an operation of v1 must have deprecated: true');
      for (const key of ['x-deprecated-at', 'x-sunset']) {
        if (!isDay(String(operation[key]))) report(`${key} must be a date such as 2027-06-30`);
      }
      if (typeof operation['x-successor'] !== 'string')
        report('x-successor must name the operation of v2 that replaces this one');
    }),
  };
};
