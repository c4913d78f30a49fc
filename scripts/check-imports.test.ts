import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';

/** A tree of files in a folder of its own. */
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'mirante-imports-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const sound = {
  'src/model/frame.ts': "import * as v from 'valibot';\nexport const frame = v.object({});",
  'src/i18n/messages.ts': "import type { frame } from '../model/frame.ts';\nexport type Messages = typeof frame;",
  'src/prometheus/client.ts': "export { frame } from '../model/frame.ts';",
  'src/panels/contract.ts': "import type { Messages } from '../i18n/messages.ts';\nexport type Props = Messages;",
  'src/panels/stat/index.ts':
    "import './Stat.module.css';\nimport type { Props } from '../contract.ts';\nexport type P = Props;",
  'src/panels/registry.ts': "export const load = () => import('./stat/index.ts');",
  'src/board/Board.tsx':
    "import { load } from '../panels/registry.ts';\nexport const Board = () => <b>{String(load)}</b>;",
  'src/pages/kiosk/index.tsx': "export { Board } from '../../board/Board.tsx';",
  'src/app/main.tsx':
    "export const kiosk = () => import('../pages/kiosk/index.tsx');\nimport('../../mocks/server.ts');",
  'mocks/server.ts': "import '../src/prometheus/client.ts';",
};

test('a sound tree has nothing wrong with it', () => {
  expect(checkImports(tree(sound))).toEqual([]);
});

describe('what breaks the rules is told', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'model imports a client',
      { 'src/model/a.ts': "import '../prometheus/client.ts';" },
      /model must not import clients/,
    ],
    [
      'a type counts too',
      { 'src/model/a.ts': "import type { X } from '../i18n/messages.ts';" },
      /model must not import i18n/,
    ],
    ['a re-export counts', { 'src/view/a.ts': "export * from '../board/Board.tsx';" }, /view must not import board/],
    ['import() counts', { 'src/ui/a.ts': "void import('../prometheus/client.ts');" }, /ui must not import clients/],
    [
      'a style sheet counts',
      { 'src/ui/a.ts': "import '../panels/stat/Stat.module.css';" },
      /ui must not import panel kind/,
    ],
    [
      'a panel kind imports data',
      { 'src/panels/pie/a.ts': "import '../../data/x.ts';" },
      /panel kind must not import data/,
    ],
    [
      'a panel kind imports another',
      { 'src/panels/pie/a.ts': "import '../stat/index.ts';" },
      /one panel kind must not import another/,
    ],
    [
      'a page imports another',
      { 'src/pages/a/i.ts': "import '../kiosk/index.tsx';" },
      /one page must not import another/,
    ],
    [
      'texts as values in a panel',
      { 'src/panels/pie/a.ts': "import { x } from '../../i18n/en.ts';" },
      /only "type i18n" is allowed/,
    ],
    ['src imports server', { 'src/data/a.ts': "import '../../server/x.ts';" }, /data must not import server/],
    [
      'the demo at boot, statically',
      { 'src/app/a.ts': "import '../../mocks/server.ts';" },
      /only "dynamic mocks" is allowed/,
    ],
    ['the demo by a second door', { 'src/app/a.ts': "void import('../../mocks/server.ts');" }, /imported 2 times/],
    ['a test is imported', { 'src/model/a.ts': "import './b.test.ts';" }, /imports the test/],
    ['a folder without a rule', { 'src/new/a.ts': "import '../model/frame.ts';" }, /belongs to no part/],
    [
      'a cycle',
      { 'src/ui/a.ts': "import './b.ts';", 'src/ui/b.ts': "export * from './a.ts';" },
      /cycle: src\/ui\/a.ts -> src\/ui\/b.ts -> src\/ui\/a.ts/,
    ],
    [
      'a cycle by types',
      { 'src/ui/a.ts': "import type { B } from './b.ts';", 'src/ui/b.ts': "import './a.ts';" },
      /import cycle/,
    ],
    [
      'a cycle by import()',
      { 'src/ui/a.ts': "void import('./b.ts');", 'src/ui/b.ts': "import './a.ts';" },
      /import cycle/,
    ],
  ])('%s', (_name, files, message) => {
    const wrong = checkImports(tree({ ...sound, ...files }));
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(message);
  });

  test('an import() that could be anything is an error', () => {
    expect(() => checkImports(tree({ 'src/ui/a.ts': 'void import(name);' }))).toThrow(/must name its file/);
  });

  test('tests may use what is made for testing', () => {
    const files = {
      'src/ui/a.test.ts': "import '../testing/x.ts';",
      'src/testing/x.ts': 'export {};',
      'src/panels/registry.test.ts': "import './registry.ts';",
    };
    expect(checkImports(tree({ ...sound, ...files }))).toEqual([]);
  });
});
