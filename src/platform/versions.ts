/** The served versions of the contract, oldest first. */
export const versions = ['v1', 'v2'] as const;

export type Version = (typeof versions)[number];
