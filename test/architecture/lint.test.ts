import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..');
const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string().optional(),
      message: z.string(),
      help: z.string().optional(),
      filename: z.string(),
    }),
  ),
});

interface Case {
  readonly what: string;
  readonly folder: string;
  readonly text: string;
  readonly rule: string;
  /** The lint message names the right door. */
  readonly door?: RegExp;
}

const importing = (folder: string, specifier: string, door: RegExp): Case => ({
  what: `${folder} imports ${specifier}`,
  folder,
  text: `import { a } from '${specifier}';\nexport const b = a;\n`,
  rule: 'no-restricted-imports',
  door,
});

const writing = (what: string, text: string, rule: string): Case => ({
  what,
  folder: 'src-main/sync',
  text,
  rule,
});

const cases: readonly Case[] = [
  importing('src-main/sync', 'electron', /src-main\/desktop/),
  importing('src-main/sync', 'keytar', /TokenStore/),
  importing('src-main/sync', 'better-sqlite3', /src-worker\/ledger/),
  importing('src-main/auth', 'undici', /src-worker\/source/),
  importing('src-worker/engine', 'better-sqlite3', /AccountLedger/),
  importing('src-worker/ledger', 'undici', /BankSource/),
  importing('src-worker/source', 'better-sqlite3', /AccountLedger/),
  importing('src-worker/engine', '../../src-main/sync/run-sync.ts', /worker task/),
  importing('src-main/sync', '../../src-worker/engine/sync-account.ts', /hands it data/),
  importing('src-main/sync', '../../src-demo-bank/start.ts', /over HTTP/),
  importing('src-demo-bank', '../src-main/sync/run-sync.ts', /src-shared/),
  importing('src-shared', 'node:fs', /Clock/),
  importing('src-renderer', 'node:fs', /runs in the window/),
  importing('src-renderer', '../src-main/sync/run-sync.ts', /src-shared/),
  importing('src-main/sync', '../../src-shared/money.ts', /#shared/),
  writing(
    'a promise nobody waits for',
    'const a = async () => 1;\nexport const b = () => { a(); };\n',
    'no-floating-promises',
  ),
  writing(
    'a promise as a condition',
    'const a = async () => { await 0; return true; };\nexport const b = () => { if (a()) return 1; return 2; };\n',
    'no-misused-promises',
  ),
  writing(
    'a forgotten case',
    "export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; }; return 2; };\n",
    'switch-exhaustiveness-check',
  ),
  writing('any', 'export const a = (b: any) => String(b);\n', 'no-explicit-any'),
  writing('an exclamation mark', 'export const a = (b: string | null) => b!;\n', 'no-non-null-assertion'),
  writing(
    'a type imported as a value',
    "import { A } from './a.ts';\nexport const b = (c: A) => c;\n",
    'consistent-type-imports',
  ),
  writing('two equals signs', 'export const a = (b: number) => b == 1;\n', 'eqeqeq'),
  writing('the console', 'console.log(1);\nexport {};\n', 'no-console'),
  writing('a thrown text', "export const a = () => { throw 'b'; };\n", 'only-throw-error'),
  writing('a default export', 'export default 1;\n', 'no-default-export'),
];

const folder = mkdtempSync(join(tmpdir(), 'passbook-lint-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** One run of the linter over all examples, laid out like the project so that the rules of each folder apply. */
function lintExamples(): z.infer<typeof reportSchema>['diagnostics'] {
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  const compilerOptions = {
    strict: true,
    target: 'ES2024',
    module: 'NodeNext',
    allowImportingTsExtensions: true,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  cases.forEach((example, at) => {
    const path = join(folder, example.folder, `example-${at}.ts`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, example.text);
  });
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '-f', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return reportSchema.parse(JSON.parse(stdout)).diagnostics;
}

describe('lint refuses', () => {
  const diagnostics = lintExamples();
  cases.forEach(({ what, rule, door }, at) => {
    test(what, () => {
      const found = diagnostics.filter(({ filename }) => filename.endsWith(`example-${at}.ts`));
      const hit = found.find(({ code }) => code?.includes(`(${rule})`));
      assert.ok(hit, `${rule} is not among: ${found.map(({ code }) => code).join(', ')}`);
      if (door !== undefined) assert.match(`${hit.message} ${hit.help ?? ''}`, door);
    });
  });
});
