import { escapeToken } from '../../documents/reader/reference.ts';
import type { Violation } from '../../problems/app-error.ts';
import type { Validate, ValidationError } from '../operation.ts';

/** A 400 lists every violation, up to this many: a hostile body must not make a hundred thousand. */
export const violationsMax = 100;

/** Names come from the caller, so pointers and details are cut to what the schema of a violation allows. */
export const textMax = 2000;

/**
 * What is wrong with a value; empty where nothing is. A validator that fails on a value, because it is nested too deeply
 * for a recursive schema or too long for a pattern, has not taken it either.
 */
export function errorsOf(validate: Validate, value: unknown): readonly ValidationError[] {
  try {
    return validate(value) ? [] : (validate.errors ?? []);
  } catch {
    return [{ instancePath: '', keyword: 'schema', params: {}, message: 'cannot be held against its schema' }];
  }
}

/** The violations of one parameter. Where they are inside of an array or object, the detail says. */
export function parameterViolations(
  parameter: { readonly in: Exclude<Violation['in'], 'body'>; readonly name: string },
  errors: readonly ValidationError[],
): Violation[] {
  return errors.map((error) => ({
    in: parameter.in,
    parameter: parameter.name,
    code: codeOf(error),
    detail: (error.instancePath === '' ? detailOf(error) : `${error.instancePath}: ${detailOf(error)}`).slice(-textMax),
  }));
}

/** The violations of the body, each with the JSON pointer of the field that is wrong, missing or unknown. */
export function bodyViolations(errors: readonly ValidationError[]): Violation[] {
  return errors
    .slice(0, violationsMax)
    .map(aboutTag)
    .map((error) => ({
      in: 'body',
      pointer: (error.instancePath + namedMember(error)).slice(0, textMax),
      code: codeOf(error),
      detail: codeOf(error) === 'unknown_field' ? 'is not a field of this object' : detailOf(error),
    }));
}

/** The tag by which one of several schemas is chosen is missing or wrong like any other member, and is reported so. */
function aboutTag(error: ValidationError): ValidationError {
  const { tag, tagValue } = error.params;
  if (error.keyword !== 'discriminator' || typeof tag !== 'string') return error;
  const { instancePath } = error;
  if (tagValue === undefined) {
    const message = `must have required property '${tag}'`;
    return { instancePath, keyword: 'required', params: { missingProperty: tag }, message };
  }
  const [keyword, message] =
    typeof tagValue === 'string' ? ['enum', 'must be one of the values in the contract'] : ['type', 'must be string'];
  return { instancePath: `${instancePath}/${escapeToken(tag)}`, keyword, params: {}, message };
}

/** `required` and unknown fields are reported at the field itself, not at the object that lacks or has it. */
function namedMember({ keyword, params }: ValidationError): string {
  const name =
    keyword === 'required' || keyword === 'dependentRequired'
      ? params['missingProperty']
      : (params['additionalProperty'] ?? params['unevaluatedProperty']);
  return typeof name === 'string' ? `/${escapeToken(name)}` : '';
}

function codeOf({ keyword }: ValidationError): string {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'unknown_field';
    case 'const':
      return 'enum';
    default:
      return keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/** ajv's own words, which never hold the value; the allowed values of an enum are added. */
function detailOf({ keyword, params, message }: ValidationError): string {
  const allowed = params['allowedValues'];
  if (keyword === 'enum' && Array.isArray(allowed)) return `must be one of: ${allowed.join(', ')}`;
  return message ?? `must satisfy ${keyword}`;
}
