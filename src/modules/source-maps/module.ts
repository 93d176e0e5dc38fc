import type { Module } from '../module.ts';

export function createSourceMapsModule(): Module {
  return {};
}
