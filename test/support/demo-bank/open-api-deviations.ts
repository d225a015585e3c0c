import { at, tree } from './json-tree.ts';
import type { Tree } from './json-tree.ts';

const textOrNumber = { type: ['string', 'number'] };

/**
 * Where the real service, or TrueLayer's own examples, do otherwise than its schemas: nothing else is allowed. Each
 * line names its place in the facts.
 */
export function allowDeviations(file: string, schemas: Tree): void {
  if (file === 'data-api-v1.json') {
    // 2.8: the schema says string, examples and recordings say number.
    tree(at(schemas, 'CardBalance', 'properties'))['available'] = textOrNumber;
    // 2.7: the same for a standing order's three amounts.
    for (const which of ['next', 'first', 'final']) {
      tree(at(schemas, 'AccountStandingOrder', 'properties'))[`${which}_payment_amount`] = textOrNumber;
    }
    // 2.5: required by the schema, absent in a vendor example.
    const transaction = tree(schemas['AccountTransaction']);
    const required = transaction['required'];
    if (Array.isArray(required)) {
      transaction['required'] = required.filter((name) => name !== 'transaction_classification');
    }
    // 2.5: cards put `cardNumber` and `location` into `meta`. 2.12: a card's provider has a name and a logo.
    const provider = tree(at(schemas, 'Card', 'properties', 'provider', 'properties'));
    Object.assign(provider, { display_name: { type: 'string' }, logo_uri: { type: 'string' } });
    return;
  }
  // 1.7: codes that the token endpoint sends and the enum lacks.
  const codes = at(schemas, 'Error', 'properties', 'error', 'enum');
  if (Array.isArray(codes)) codes.push('invalid_client', 'invalid_authorization_code', 'invalid_scope');
  // 1.10: a bare array, and `scopes` a list, as in the document's own example.
  const provider = tree(schemas['GetProvidersResponse']);
  const properties = tree(provider['properties']);
  properties['scopes'] = { type: 'array', items: tree(properties['scopes']) };
  properties['availability'] = { type: 'object' };
  schemas['GetProvidersResponse'] = { type: 'array', items: provider };
}
