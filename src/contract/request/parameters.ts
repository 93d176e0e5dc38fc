import type { IncomingHttpHeaders } from 'node:http';
import type { Violation } from '../../problems/app-error.ts';
import type { Operation, Parameter, Validate, Validators } from '../operation.ts';
import { decoderOf } from './parameter-styles.ts';
import { MalformedText } from './parameter-values.ts';
import { collectPair, collectQuery, explodedArray, planQuery, spreadObject, type Slot } from './query-string.ts';
import { errorsOf, parameterViolations, violationsMax } from './violations.ts';

/** The parameters of a request, by location and name; header names in lower case. */
export interface DecodedParameters {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  readonly cookies: Record<string, unknown>;
}

/** The undecoded parts of a request that contain parameters. */
export interface RawParameters {
  /** The texts of the path parameters, in the order of the template, percent-encoded. */
  readonly segments: readonly string[];
  /** The text after the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

interface ReadParameters extends DecodedParameters {
  /** The names of the query parameters that the request has. */
  readonly sent: readonly string[];
}

export type ParameterDecoder = (raw: RawParameters, violations: Violation[]) => ReadParameters;

interface Rule {
  readonly parameter: Parameter;
  /** The parameter's name in the decoded result. */
  readonly key: string;
  readonly decode: (slot: Slot) => unknown;
  readonly validate: Validate;
  /** Frozen, because all requests share it. */
  readonly byDefault: unknown;
}

/**
 * Prepares the decoding and validation of an operation's parameters in all four locations. The returned decoder adds a
 * violation for every parameter that is missing, unknown, duplicate, malformed or against its schema.
 */
export function compileParameters(
  operation: Operation,
  validators: Validators,
  credentials: readonly string[] = [],
): ParameterDecoder {
  const rulesIn = (location: Parameter['in']): Rule[] =>
    operation.parameters
      .filter((parameter) => parameter.in === location && !isGoverned(parameter))
      .map((parameter) => ruleOf(parameter, validators));
  const path = compilePath(operation.path, rulesIn('path'));
  const query = compileQuery(rulesIn('query'), credentials);
  const headers = compileHeaders(rulesIn('header'));
  const cookies = compileCookies(rulesIn('cookie'));
  return (raw, violations) => ({
    path: path(raw.segments, violations),
    ...query(raw.query, violations),
    headers: headers(raw.headers, violations),
    cookies: cookies(raw.headers.cookie, violations),
  });
}

/**
 * OpenAPI 3.1: header parameters of these names are ignored, because content negotiation and security describe them.
 */
function isGoverned(parameter: Parameter): boolean {
  return (
    parameter.in === 'header' && ['accept', 'content-type', 'authorization'].includes(parameter.name.toLowerCase())
  );
}

function ruleOf(parameter: Parameter, validators: Validators): Rule {
  const validate = validators.byKey[parameter.validator];
  if (validate === undefined) throw new Error(`There is no validator ${parameter.validator} for ${parameter.name}`);
  const key = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
  return { parameter, key, decode: slotDecoderOf(parameter), validate, byDefault: frozen(parameter.default) };
}

function slotDecoderOf(parameter: Parameter): (slot: Slot) => unknown {
  const { type, style } = parameter;
  const isSpread = parameter.in === 'query' || parameter.in === 'cookie';
  if (isSpread && type.kind === 'object' && (style === 'deepObject' || parameter.explode)) {
    return onTexts(spreadObject(type, style === 'deepObject' ? parameter.name : undefined));
  }
  if (isSpread && type.kind === 'array' && parameter.explode) return onTexts(explodedArray(type.items));
  const decode = decoderOf(parameter);
  return (slot) => decode(typeof slot === 'string' ? slot : slot.join(','));
}

function onTexts(decode: (texts: readonly string[]) => unknown): (slot: Slot) => unknown {
  return (slot) => decode(typeof slot === 'string' ? [slot] : slot);
}

/** Decodes and validates one parameter into `target`. */
function take(
  rule: Rule,
  slot: Slot | undefined,
  into: { target: Record<string, unknown>; violations: Violation[] },
): void {
  const { parameter } = rule;
  if (slot === undefined) {
    if (rule.byDefault !== undefined) into.target[rule.key] = rule.byDefault;
    else if (parameter.required) addViolation(parameter, into.violations, ['required', 'is required']);
    return;
  }
  let value: unknown;
  try {
    value = rule.decode(slot);
  } catch (error) {
    if (!(error instanceof MalformedText)) throw error;
    addViolation(parameter, into.violations, [error.code, error.message]);
    return;
  }
  const errors = errorsOf(rule.validate, value);
  if (errors.length === 0) into.target[rule.key] = value;
  else if (into.violations.length < violationsMax) {
    into.violations.push(...parameterViolations(parameter, errors));
  }
}

function addViolation(parameter: Parameter, violations: Violation[], [code, detail]: [string, string]): void {
  violations.push({ in: parameter.in, parameter: parameter.name, code, detail });
}

function compilePath(template: string, rules: readonly Rule[]) {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]);
  const ordered = names.map((name) => {
    const rule = rules.find(({ key }) => key === name);
    if (rule === undefined) throw new Error(`${template} does not declare its parameter ${String(name)}`);
    return rule;
  });
  return (segments: readonly string[], violations: Violation[]) => {
    const target: Record<string, unknown> = {};
    for (let index = 0; index < ordered.length; index += 1) {
      const rule = ordered[index];
      if (rule !== undefined) take(rule, segments[index], { target, violations });
    }
    return target;
  };
}

function compileQuery(rules: readonly Rule[], credentials: readonly string[]) {
  const plan = planQuery(
    rules.map((rule) => rule.parameter),
    'query',
    credentials,
  );
  return (query: string, violations: Violation[]): Pick<ReadParameters, 'query' | 'sent'> => {
    const target: Record<string, unknown> = {};
    const sent: string[] = [];
    if (query === '' && rules.length === 0) return { query: target, sent };
    const into = { target, violations };
    const slots = collectQuery(plan, query, violations);
    for (let index = 0; index < rules.length; index += 1) {
      const rule = rules[index];
      if (rule === undefined) continue;
      if (slots[index] !== undefined) sent.push(rule.key);
      take(rule, slots[index], into);
    }
    return { query: target, sent };
  };
}

function compileHeaders(rules: readonly Rule[]) {
  return (headers: IncomingHttpHeaders, violations: Violation[]) => {
    const target: Record<string, unknown> = {};
    if (rules.length === 0) return target;
    const into = { target, violations };
    for (const rule of rules) take(rule, headers[rule.key], into);
    return target;
  };
}

function compileCookies(rules: readonly Rule[]) {
  const plan = planQuery(
    rules.map((rule) => rule.parameter),
    'cookie',
  );
  return (header: string | undefined, violations: Violation[]) => {
    const target: Record<string, unknown> = {};
    if (rules.length === 0) return target;
    const slots: (Slot | undefined)[] = [];
    for (const pair of header?.split(';') ?? []) collectPair(plan, pair.trim(), { slots, violations });
    for (const [index, rule] of rules.entries()) take(rule, slots[index], { target, violations });
    return target;
  };
}

function frozen(value: unknown): unknown {
  return deepFreeze(structuredClone(value));
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
