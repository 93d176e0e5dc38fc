// External ids in exports: what was made here has none of its own, and is known by its id here.

const prefix = 'architect:';
const ownId = /^architect:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The external id that an export gives to what was made here. */
export function exportedId(id: string): string {
  return prefix + id;
}

/** The id here that an external id of an export stands for; null for those of other sources. */
export function idExportedAs(externalId: string): string | null {
  return ownId.exec(externalId)?.[1] ?? null;
}
