/** A bank's name until the first sync has asked for it: kept with the connection, so it is as it was said then. */
export const namelessBankWords = 'New connection';
