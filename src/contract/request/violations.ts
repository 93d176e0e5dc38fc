import { escapeToken } from '../../documents/reader/reference.ts';
import type { Violation } from '../../problems/app-error.ts';
import type { Validate, ValidationError } from '../operation.ts';

/** The greatest number of violations in a 400, so that a hostile body cannot cause a hundred thousand of them. */
export const violationsMax = 100;

/** Names come from the caller. Pointers and details are cut to the lengths that the schema of a violation allows. */
export const textMax = 2000;

/**
 * Returns what is wrong with a value; empty if nothing is. A validator also refuses a value if it throws, because the
 * value is nested too deeply for a recursive schema or too long for a pattern.
 */
export function errorsOf(validate: Validate, value: unknown): readonly ValidationError[] {
  try {
    return validate(value) ? [] : (validate.errors ?? []);
  } catch {
    return [{ instancePath: '', keyword: 'schema', params: {}, message: 'cannot be validated against its schema' }];
  }
}

/** Returns the violations of one parameter. The detail names the place inside an array or object. */
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

/** Returns the violations of the body, each with the JSON pointer of the field that is wrong, missing or unknown. */
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

/**
 * The member that selects one of several schemas (the discriminator) is reported like any other member if it is missing
 * or wrong.
 */
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

/** `required`, unknown fields and fields whose name is wrong are reported at the field itself, not at its object. */
function namedMember({ keyword, params, propertyName }: ValidationError): string {
  const name =
    keyword === 'required' || keyword === 'dependentRequired'
      ? params['missingProperty']
      : (params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['propertyName'] ?? propertyName);
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

/** ajv's message, which never contains the value. For an enum the allowed values are added. */
function detailOf({ keyword, params, message }: ValidationError): string {
  const allowed = params['allowedValues'];
  if (keyword === 'enum' && Array.isArray(allowed)) return `must be one of: ${allowed.join(', ')}`;
  return message ?? `must satisfy ${keyword}`;
}
