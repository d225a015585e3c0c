/** OFX's `TRNTYPE` (specification 2.1.1, 11.4.4.3) of TrueLayer's `transaction_category`, where there is one. */
const types: Readonly<Record<string, string>> = {
  ATM: 'ATM',
  BILL_PAYMENT: 'PAYMENT',
  CASH: 'CASH',
  CHEQUE: 'CHECK',
  DIRECT_DEBIT: 'DIRECTDEBIT',
  DIVIDEND: 'DIV',
  FEE_CHARGE: 'FEE',
  INTEREST: 'INT',
  PURCHASE: 'POS',
  STANDING_ORDER: 'REPEATPMT',
  TRANSFER: 'XFER',
};

/** @see types */
export function transactionTypeOf(category: string, amountMinor: number): string {
  const known = Object.hasOwn(types, category) ? types[category] : undefined;
  return known ?? (amountMinor < 0 ? 'DEBIT' : 'CREDIT');
}
