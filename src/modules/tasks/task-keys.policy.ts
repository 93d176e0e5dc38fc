const keyPattern = /^([A-Z][A-Z0-9]{1,9})-([1-9][0-9]{0,9})$/;
/** The largest number that a task can have. */
const NUMBER_MAX = 2_147_483_647;

/** `CORE-42` is task 42 of project CORE. */
export interface KeyParts {
  readonly project_key: string;
  readonly number: number;
}

/** Returns whether the contract's TaskReference, a key or an id, is a key. */
export function isKey(reference: string): boolean {
  return reference.length !== 36;
}

/** Parses a key in upper or lower case. Undefined if no task can have it. */
export function partsOf(key: string): KeyParts | undefined {
  const [, project_key, digits] = keyPattern.exec(key.toUpperCase()) ?? [];
  const number = Number(digits);
  return project_key === undefined || number > NUMBER_MAX ? undefined : { project_key, number };
}
