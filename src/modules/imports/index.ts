// What other modules may use of imports.
export { createImport } from './imports.service.ts';
