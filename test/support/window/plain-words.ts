import type { Page } from 'playwright';

/** Symbols that are the same in every language: units, and names that are printed as they are. */
const symbols = ['ms', 'min', 'kB', 'MB', 'GB', 'UTC', 'GMT'];

/** Every text a person sees or hears on the page, code and files apart. */
const textsOfPage = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) {
      for (const name of ['aria-label', 'aria-valuetext', 'aria-roledescription', 'title', 'placeholder', 'alt'])
        texts.push(node.getAttribute(name) ?? '');
    } else if (node.parentElement?.closest('script, style, code, pre') === null) texts.push(node.data);
  }
  return texts;
})()`;

/** Texts of the page with words in plain letters that are no data, so are sentences that no translator would find. */
export async function plainWordsOn(page: Page, told: readonly unknown[]): Promise<readonly string[]> {
  const known = told.flatMap((message) => dataIn(message));
  // The review of matches marks the words in which two bank texts differ.
  const capitals = known.flatMap((text) => text.match(/\b[A-Z]{3,}\b/g) ?? []);
  const data = [...known, ...capitals].toSorted((a, b) => b.length - a.length);
  const isCutName = (text: string): boolean =>
    text.endsWith('\u2026') && known.some((name) => name.startsWith(text.slice(0, -1)));
  const texts = await page.evaluate<readonly string[]>(textsOfPage);
  return [...new Set(texts)].filter((text) => {
    let rest = isCutName(text) ? '' : text;
    for (const allowed of [...data, ...symbols]) rest = rest.replaceAll(allowed, ' ');
    return /[A-Za-z]{2}/.test(rest);
  });
}

/** A capital, small words, a full stop: what nobody but Passbook says. Over the bridge come kinds and values. */
const isSentence = (text: string): boolean => /^(?:[A-Z]|\d+ )[^/\\]*\b[a-z]+ [a-z]+\b.*\.$/s.test(text);

/**
 * Names and texts of the bank's and of the user's. What is small and hyphenated is a kind of something, not a text; a
 * whole sentence is none of theirs, so the window has no business showing it.
 */
function dataIn(message: unknown, key = ''): readonly string[] {
  if (typeof message === 'string') {
    const isOurs = key === 'category' || /^[a-z-]+$/.test(message) || isSentence(message);
    return isOurs || message.length < 3 ? [] : [message];
  }
  if (typeof message !== 'object' || message === null) return [];
  return Object.entries(message).flatMap(([name, value]) =>
    dataIn(value, Array.isArray(message) ? key : name),
  );
}
