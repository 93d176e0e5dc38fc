const keyPattern = /^([A-Z][A-Z0-9]{1,9})-([1-9][0-9]{0,9})$/;
/** The largest number that a task can have. */
const NUMBER_MAX = 2_147_483_647;

/** `CORE-42` is the task 42 of the project CORE. */
export interface KeyParts {
  readonly project_key: string;
  readonly number: number;
}

/** Tells a key from an id, the two forms that the contract's TaskReference has. */
export function isKey(reference: string): boolean {
  return reference.length !== 36;
}

/** Keys are taken in either case. Undefined for what no task can be named. */
export function partsOf(key: string): KeyParts | undefined {
  const [, project_key, digits] = keyPattern.exec(key.toUpperCase()) ?? [];
  const number = Number(digits);
  return project_key === undefined || number > NUMBER_MAX ? undefined : { project_key, number };
}
