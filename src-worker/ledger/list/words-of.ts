import Database from 'better-sqlite3';

interface WordSplitter {
  readonly split: (text: string) => readonly string[];
}

let splitter: WordSplitter | undefined;

/**
 * The words of a text exactly as the index of words has them: split, small letters, without accents. SQLite's own
 * tokenizer does it, on a table in memory, because its idea of a letter is another Unicode version's than ours: a word that
 * it would split again could not be searched for.
 */
export function wordsOf(text: string): readonly string[] {
  splitter ??= createSplitter();
  return splitter.split(text);
}

function createSplitter(): WordSplitter {
  const db = new Database(':memory:');
  db.exec(`
    CREATE VIRTUAL TABLE said USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
    CREATE VIRTUAL TABLE said_words USING fts5vocab (said, 'instance');`);
  const put = db.prepare<[string]>('INSERT OR REPLACE INTO said (rowid, words) VALUES (1, ?)');
  const read = db.prepare<[], string>('SELECT term FROM said_words ORDER BY offset').pluck();
  return {
    split: (text) => {
      put.run(text);
      return read.all();
    },
  };
}
