import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hitFinder } from '../../../../src-renderer/transactions/hits-in.ts';

/** The text with its hits in brackets. */
const shown = (search: string, text: string): string =>
  hitFinder(search)(text)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

describe('what was searched for, in the text of a row', () => {
  const cases = [
    ['tes', 'TESCO STORES 3021', '[TES]CO STORES 3021'],
    ['st tesco', 'TESCO STORES', '[TESCO] [ST]ORES'],
    ['t tesco', 'TESCO THE', '[TESCO] [T]HE'],
    ['esc', 'TESCO ESCORT', 'TESCO [ESC]ORT'],
    ['cafe', 'CAFÉ ZOË', '[CAFÉ] ZOË'],
    ['zoë', 'Cafe Zoe', 'Cafe [Zoe]'],
    ['caf', 'Cafe\u0301', '[Caf]e\u0301'],
    ['cafe', 'Cafe\u0301s', '[Cafe\u0301]s'],
    ['30', 'STORES 3021, 1130', 'STORES [30]21, 1130'],
    ["o'n", "O'NEILLS", "[O]'[N]EILLS"],
    ['&', 'M&S & CO', 'M[&]S [&] CO'],
    ['寿司', '東京寿司', '東京[寿司]'],
    ['tesco', 'Sainsbury', 'Sainsbury'],
    ['  ', 'TESCO', 'TESCO'],
    ['', '', ''],
  ] as const;
  for (const [search, text, expected] of cases) {
    test(`"${search}" in "${text}"`, () => assert.equal(shown(search, text), expected));
  }

  test('whatever is searched for, the parts make the text', () => {
    const texts = ['İstanbul STRASSE ß', 'a\u0300\u0301b', '👩‍👩‍👧 CAFÉ', 'ﬁrst Øre', '12.50 GBP*'];
    const searches = ['i', 'ß', 'a', '👩', 'fi', 'ø', '1', '.', '*', 'café ﬁ'];
    for (const text of texts) {
      for (const search of searches) {
        const parts = hitFinder(search)(text);
        assert.equal(parts.map((part) => part.text).join(''), text, `${search} in ${text}`);
      }
    }
  });
});
