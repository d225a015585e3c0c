import { test } from 'node:test';
import { liveLives } from '../../support/lives/live-lives.ts';

// Engine, source and ledger as they are, the demo bank without sockets, a clock that moves by steps: rows added,
// amended, removed, brought back, settling in every way; ids churned; 429s, cuts, refused windows; kills between
// calls; changes between calls. `npm run lives -- --count N --seed S` lives any others.
test('after each of 200 random lives the ledger holds exactly what the bank does, every change explained', () =>
  liveLives({ count: 200, seed: 20_261_123 }));
