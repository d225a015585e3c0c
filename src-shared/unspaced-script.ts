const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Whether a text has letters of a script written without spaces, where a word may begin anywhere. */
export const hasUnspacedScript = (text: string): boolean => unspaced.test(text);
