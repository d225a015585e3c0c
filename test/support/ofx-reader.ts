import { parseSync } from 'ofx-js';
import * as z from 'zod';

const transaction = z.object({
  TRNTYPE: z.string(),
  DTPOSTED: z.string(),
  TRNAMT: z.string(),
  FITID: z.string(),
  NAME: z.string(),
  MEMO: z.string().optional(),
});
const several = <S extends z.ZodType>(schema: S) =>
  z.union([z.array(schema), schema.transform((one) => [one])]).default([]);
const statement = z.object({
  CURDEF: z.string(),
  BANKTRANLIST: z.object({ DTSTART: z.string(), DTEND: z.string(), STMTTRN: several(transaction) }),
  LEDGERBAL: z.object({ BALAMT: z.string(), DTASOF: z.string() }).optional(),
});
const ofxSchema = z.object({
  OFX: z.object({
    BANKMSGSRSV1: z.object({ STMTTRNRS: several(z.object({ STMTRS: statement })) }).optional(),
    CREDITCARDMSGSRSV1: z.object({ CCSTMTTRNRS: several(z.object({ CCSTMTRS: statement })) }).optional(),
  }),
});

/** Reads OFX with another program's reader: the statements of accounts, then those of cards. */
export function parseOfx(
  text: string,
): readonly (z.infer<typeof statement> & { readonly isCard: boolean })[] {
  const { OFX } = ofxSchema.parse(parseSync(text));
  return [
    ...(OFX.BANKMSGSRSV1?.STMTTRNRS ?? []).map(({ STMTRS }) => ({ ...STMTRS, isCard: false })),
    ...(OFX.CREDITCARDMSGSRSV1?.CCSTMTTRNRS ?? []).map(({ CCSTMTRS }) => ({ ...CCSTMTRS, isCard: true })),
  ];
}
