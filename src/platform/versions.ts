/** The versions of the contract that are served, the oldest first. */
export const versions = ['v1', 'v2'] as const;

export type Version = (typeof versions)[number];
