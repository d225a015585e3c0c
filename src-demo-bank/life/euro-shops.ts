import type { NonEmpty } from './seeded-random.ts';
import { shop, type Shop } from './shops.ts';

/** Where the card in euro is used: on the way, and at shops abroad. */
export const euroShops: NonEmpty<Shop> = [
  shop('Carrefour', ['Shopping', 'Groceries'], 320, 7200, 6, ['CARREFOUR CITY PARIS', 'CARREFOUR MARKET']),
  shop('SNCF', ['Auto & Transport', 'Public transport'], 1900, 9800, 2, ['SNCF CONNECT']),
  shop('RATP', ['Auto & Transport', 'Public transport'], 215, 1690, 6, ['RATP PARIS']),
  shop('Boulangerie Utopie', ['Food & Dining', 'Coffee shops'], 140, 1150, 8, ['BOULANGERIE UTOPIE']),
  shop('Chez Janou', ['Food & Dining', 'Restaurants'], 1650, 8400, 2, ['CHEZ JANOU 75003']),
  shop('Fnac', ['Shopping', 'General'], 990, 14_900, 2, ['FNAC PARIS FORUM']),
  shop('Ibis', ['Travel', 'Hotels'], 6900, 15_900, 1, ['IBIS PARIS BASTILLE'], 20_000),
];
