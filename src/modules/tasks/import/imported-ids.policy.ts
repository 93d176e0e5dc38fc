// External ids in exports: a resource that was created here has none, so its own id is used.

const prefix = 'architect:';
const ownId = /^architect:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Returns the external id that an export gives to a resource that was created here. */
export function exportedId(id: string): string {
  return prefix + id;
}

/** Returns the own id that an external id contains; null for ids of other sources. */
export function idExportedAs(externalId: string): string | null {
  return ownId.exec(externalId)?.[1] ?? null;
}
