import type { Module } from '../module.ts';

export function createErrorsModule(): Module {
  return {};
}
