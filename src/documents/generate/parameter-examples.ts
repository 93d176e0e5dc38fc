import { asJson, asList, memberOf } from '../reader/json.ts';
import { resolve } from '../reader/reference.ts';
import { parametersOf, type Document, type ParameterObject, type PathOperation } from './document.ts';

/**
 * Returns the examples of the required parameters in one place, and of credentials, by name: their own, or else the first value that the
 * schema names.
 * @throws Error that names a parameter without an example
 */
export function parameterExamples(
  document: Document,
  place: PathOperation,
  wanted: ParameterObject['in'],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    parametersOf(document, place)
      .filter((parameter) => parameter.in === wanted && isShown(parameter))
      .map((parameter) => [parameter.name, exampleOf(document, parameter, place.operation.operationId)]),
  );
}

/** A credential that has several places is optional in each of them. */
function isShown(parameter: ParameterObject): boolean {
  return parameter.required === true || memberOf(parameter, 'x-credential') === true;
}

function exampleOf(document: Document, parameter: ParameterObject, operationId: string): unknown {
  const schema = asJson(resolve(document, asJson(parameter.schema)));
  const named = [memberOf(parameter, 'example'), ...asList(schema['examples']), ...asList(schema['enum'])];
  const value = named.find((one) => one !== undefined);
  if (value === undefined) throw new Error(`${operationId}: the parameter ${parameter.name} needs an example`);
  return value;
}

/** Returns the names of the parameters in a path template, in their order. */
export function namesInPath(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

/** Returns the path template with the values of its parameters. */
export function filledPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return namesInPath(template).reduce((path, name) => path.replace(`{${name}}`, String(values[name])), template);
}
