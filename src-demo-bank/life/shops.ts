import type { NonEmpty } from './seeded-random.ts';
import type { Purpose } from './life-row.ts';

/** A place that takes cards. Amounts in minor units. */
export interface Shop {
  readonly branches: NonEmpty<Purpose>;
  readonly lowestMinor: number;
  readonly highestMinor: number;
  /** How often it is chosen, beside the others. */
  readonly weight: number;
  /** What a card is held for before the true amount is known (fuel pumps, hotels). */
  readonly holdMinor?: number;
}

/** Makes one; its branches are what a statement calls it. */
export const shop = (
  merchant: string,
  classification: readonly string[],
  lowestMinor: number,
  highestMinor: number,
  weight: number,
  descriptions: NonEmpty<string>,
  holdMinor?: number,
): Shop => {
  const purpose = (description: string): Purpose => ({
    description,
    merchant,
    category: 'PURCHASE',
    classification,
    bankCode: 'DEB',
  });
  const [first, ...rest] = descriptions;
  return {
    branches: [purpose(first), ...rest.map(purpose)],
    lowestMinor,
    highestMinor,
    weight,
    ...(holdMinor === undefined ? {} : { holdMinor }),
  };
};

const groceries = ['Shopping', 'Groceries'];
const eatingOut = ['Food & Dining', 'Restaurants'];
const coffee = ['Food & Dining', 'Coffee shops'];
const transport = ['Auto & Transport', 'Public transport'];

/** Where this household spends: enough places that a month does not repeat, few enough to be recognised. */
export const shops: NonEmpty<Shop> = [
  shop('Tesco', groceries, 320, 9400, 12, ['TESCO STORES 3021', 'TESCO EXPRESS 5518', 'TESCO STORES 2264']),
  shop("Sainsbury's", groceries, 450, 8800, 9, ["SAINSBURY'S S/MKTS", 'SAINSBURYS SMRKT STORE 128']),
  shop('Lidl', groceries, 280, 5200, 7, ['LIDL GB LONDON', 'LIDL GB NOTTINGHAM']),
  shop('Marks & Spencer', groceries, 390, 4600, 4, ['MARKS&SPENCER PLC SACAT', 'M&S SIMPLY FOOD - 0921']),
  shop('Pret A Manger', coffee, 265, 1120, 9, ['PRET A MANGER LONDON', 'PRET A MANGER 144']),
  shop('Costa Coffee', coffee, 295, 890, 7, ['COSTA COFFEE 43011822', 'COSTA COFFEE 43013260']),
  shop('Greggs', coffee, 135, 640, 5, ['GREGGS PLC', 'GREGGS 1873']),
  shop('Wagamama', eatingOut, 1450, 6400, 2, ['WAGAMAMA LTD', 'WAGAMAMA COVENT GDN']),
  shop('Nando’s', eatingOut, 1180, 5200, 2, ['NANDO’S CHICKENLAND']),
  shop('Deliveroo', eatingOut, 1320, 4350, 4, ['DELIVEROO', 'DELIVEROO.CO.UK LONDON']),
  shop('Transport for London', transport, 175, 1560, 10, ['TFL TRAVEL CH', 'TFL.GOV.UK/CP']),
  shop('Trainline', transport, 890, 9600, 2, ['TRAINLINE', 'THETRAINLINE.COM']),
  shop('Uber', transport, 640, 3400, 3, ['UBER *TRIP HELP.UBER.COM', 'UBER *PENDING']),
  shop('Shell', ['Auto & Transport', 'Fuel'], 2500, 8200, 2, ['SHELL SERVICE STN', 'SHELL KINGS X'], 9900),
  shop('Amazon', ['Shopping', 'General'], 499, 12_900, 8, [
    'AMZNMKTPLACE',
    'AMAZON.CO.UK*RT4X91',
    'AMZN MKTP UK',
  ]),
  shop('John Lewis', ['Shopping', 'Home'], 1200, 24_000, 1, ['JOHN LEWIS OXFORD ST']),
  shop('Boots', ['Health & Fitness', 'Pharmacy'], 240, 3800, 3, ['BOOTS 0683', 'BOOTS THE CHEMIST']),
  shop('Steam', ['Entertainment', 'Games'], 399, 5499, 1, ['STEAMGAMES.COM 4259522']),
  shop('Vue', ['Entertainment', 'Cinema'], 799, 3196, 1, ['VUE BSL LTD']),
  shop('Premier Inn', ['Travel', 'Hotels'], 5900, 18_900, 1, ['PREMIER INN 44020']),
  shop('Waterstones', ['Shopping', 'Books'], 799, 4200, 1, ['WATERSTONES 0312']),
  shop('Café Zoë', coffee, 310, 1240, 2, ['CAFÉ ZOË “CORNER”']),
];
