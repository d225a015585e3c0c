/**
 * SQLite's `application_id` of a Passbook ledger: "Pbk1" in ASCII. It is set before anything else is written, so the
 * file's first hundred bytes alone say whose file it is.
 */
export const applicationId = 0x50_62_6b_31;
