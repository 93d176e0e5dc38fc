import * as enums from './enum-rules.ts';
import * as examples from './example-rules.ts';
import * as generators from './generator-rules.ts';
import * as operations from './operation-rules.ts';
import * as records from './record-rules.ts';
import * as responses from './response-rules.ts';
import * as schemas from './schema-rules.ts';
import * as tags from './tag-rules.ts';

// A plugin of Redocly CLI with the rules of this contract. redocly.yaml enables them.

const rules = {
  'operation-key-order': operations.keyOrder,
  'operation-name': operations.operationName,
  'operation-one-tag': operations.oneTag,
  'operation-summary-style': operations.summaryStyle,
  'operation-role': operations.roleNamed,
  'operation-rate-limit': operations.rateLimitNamed,
  'operation-changes': operations.changesNamed,
  'operation-consistency': operations.consistencyStated,
  'operation-security': operations.securityStated,
  'operation-deprecation': operations.deprecationStated,
  'operation-statuses': responses.statusesDeclared,
  'operation-errors-shared': responses.errorsShared,
  'operation-problems': responses.problemsNamed,
  'operation-idempotency': responses.idempotencyKeyed,
  'operation-etags': responses.etagsUsed,
  'operation-location': responses.createdLocated,
  'operation-links': responses.createLinked,
  'operation-examples': responses.examplesNamed,
  'operation-bodies': responses.bodiesFit,
  'operation-patches': responses.patchesMerged,
  'operation-records': records.recordsDescribed,
  'tag-described': tags.tagsDescribed,
  'tag-groups': tags.tagsGrouped,
  'parameter-reserved': operations.reservedAllowed,
  'parameter-plain': schemas.parametersPlain,
  'parameter-example': examples.parametersExemplified,
  'header-example': examples.headersExemplified,
  'webhook-tag': generators.webhooksApart,
  'webhook-example': generators.webhooksExampled,
  'component-name': generators.componentNames,
  'schema-enum-null': generators.enumsWithoutNull,
  'schema-component-null': generators.componentsNotNull,
  'schema-name': schemas.schemaName,
  'schema-file': schemas.objectsNamed,
  'schema-no-top-level-array': schemas.noTopLevelArrays,
  'schema-no-circle': schemas.noCircles,
  'schema-no-all-of': schemas.noClosedAllOf,
  'schema-tagged': schemas.alternativesTagged,
  'schema-bounded': schemas.bounded,
  'schema-integer-wide': schemas.integersWide,
  'schema-enum-named': enums.enumsNamed,
  'schema-enum-extensible': enums.enumsExtensible,
  'schema-request-closed': schemas.requestsClosed,
  'schema-request-text': schemas.textBounded,
  'schema-response-complete': schemas.responsesComplete,
  'schema-secrets': schemas.secretsMarked,
};

/** Redocly's types of the objects in a document. */
type Types = Readonly<Record<string, { readonly properties: Readonly<Record<string, unknown>> }>>;

/** An event is a path item with a payload. src/documents/generate/webhooks.ts adds the request. */
function withEvents(types: Types): Types {
  const { PathItem } = types;
  if (PathItem === undefined) throw new Error('the types of Redocly have no PathItem');
  const properties = { ...PathItem.properties, 'x-payload': 'Schema' };
  return { ...types, PathItem: { ...PathItem, properties } };
}

function plugin() {
  return { id: 'architect', rules: { oas3: rules }, typeExtension: { oas3: withEvents } };
}

// Redocly requires a default export.
export { plugin as default };
