/** Blanks secrets in text that is about to leave the process for a log or a crash message. */
export interface Redactor {
  /** Names a value that is secret whatever it looks like: a client secret, a pasted code. */
  protect(secret: string): void;
  clean(text: string): string;
}

const blank = '[redacted]';

/**
 * What TrueLayer's secrets look like (facts of section 1): a bearer header, a JWT, a 64-hex refresh token, a
 * `tlcs_...` client secret, and any value that stands behind a name which is always secret in OAuth (RFC 6749).
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${blank}`],
  [/\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g, blank],
  [/\b[0-9a-f]{64,}\b/gi, blank],
  [/\btlcs_\w+/g, blank],
  [
    /\b((?:access|refresh|id)_?token|client_?secret|code_?verifier|code)(\\?["']?\s*[=:]\s*\\?["']?)[^\s"'\\&,;}]{6,}/gi,
    `$1$2${blank}`,
  ],
];

/** Shorter values would blank ordinary words. */
const shortestSecret = 4;

/** A redactor that knows the shapes above and the values it is told. */
export function createRedactor(): Redactor {
  const values = new Set<string>();
  return {
    protect(secret) {
      if (secret.length < shortestSecret) return;
      // Lines are cleaned after they became JSON or a URL, so the value is known in those spellings too.
      values.add(secret);
      values.add(JSON.stringify(secret).slice(1, -1));
      values.add(encodeURIComponent(secret));
    },
    clean(text) {
      let cleaned = text;
      for (const value of values) cleaned = cleaned.replaceAll(value, blank);
      for (const [shape, replacement] of shapes) cleaned = cleaned.replace(shape, replacement);
      return cleaned;
    },
  };
}
