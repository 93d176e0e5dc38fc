/**
 * The media type of a merge patch (RFC 7396). Many clients do not know it, and a merge patch is JSON, so the engine
 * accepts `application/json` with the same meaning wherever a document has this type.
 */
export const mergePatchType = 'application/merge-patch+json';
