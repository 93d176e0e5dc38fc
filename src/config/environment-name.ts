export const environmentNames = ['development', 'test', 'production'] as const;
export type EnvironmentName = (typeof environmentNames)[number];
