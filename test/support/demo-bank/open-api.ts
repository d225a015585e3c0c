import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { at, tree } from './json-tree.ts';
import { allowDeviations } from './open-api-deviations.ts';
import type { Tree } from './json-tree.ts';

/** TrueLayer's own documents, when they lie beside the project; they are not part of it. */
const folder = new URL('../../../../shared/truelayer-openapi/', import.meta.url);

/** Why the documents cannot be used, as a sentence; `null` when they are there. */
export const openApiMissing = (): string | null =>
  existsSync(folder)
    ? null
    : "did not run: TrueLayer's OpenAPI documents do not lie beside the project (../shared/truelayer-openapi)";

/** Checks answers against one document. */
export interface OpenApi {
  /** What is wrong with a body that `method path` answered with `status`: empty when nothing is. */
  readonly problems: (method: string, path: string, status: number, body: unknown) => readonly string[];
}

/**
 * Reads a document, allows what `truelayer.md` says the real one does otherwise, and forbids fields that it does not
 * name: TrueLayer's schemas require little, so a misspelt field would pass unseen.
 */
export function readOpenApi(file: 'data-api-v1.json' | 'authentication-server.json'): OpenApi {
  const document: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const root = tree(document);
  const schemas = tree(at(root, 'components', 'schemas'));
  for (const [name, schema] of Object.entries(schemas)) if (!openSchemas.includes(name)) closeObjects(schema);
  allowDeviations(file, schemas);
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ ...root, $id: file });
  return {
    problems: (method, path, status, body) => {
      const pointer = schemaPointer(root, method, path, status);
      if (pointer === null) return [`${method} ${path} has no documented answer ${String(status)}`];
      const check = ajv.compile({ $ref: `${file}#${pointer}` });
      return check(body)
        ? []
        : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
    },
  };
}

/** Documented as dependent on the bank, or put together with `allOf`, which closing would break. */
const openSchemas = ['AccountTransactionMeta', 'CardTransaction', 'Error'];

function closeObjects(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const part of Object.values(schema)) closeObjects(part);
  if ('properties' in schema && 'type' in schema && schema.type === 'object') {
    Object.assign(schema, { additionalProperties: false });
  }
}

function schemaPointer(root: Tree, method: string, path: string, status: number): string | null {
  const answer = at(root, 'paths', path, method.toLowerCase(), 'responses', String(status));
  if (answer === undefined) return null;
  const reference = tree(answer)['$ref'];
  const place =
    typeof reference === 'string'
      ? reference.slice(1)
      : `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}/responses/${String(status)}`;
  return encodeURI(`${place}/content/application~1json/schema`);
}
