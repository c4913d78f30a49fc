import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedPath, panelOfPath } from './embedPath.ts';

const readBack = (panel: string) =>
  panelOfPath(new URL(embedPath('gt/system', panel), 'https://mirante.example').pathname);

describe('the path of an embedded panel', () => {
  it('reads back as its id, whatever value it repeats for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(readBack(`disk--${value}`)).toBe(`disk--${value}`);
      }),
    );
  });

  it.each(['10.0.0.1:9100', '/var/lib', 'a@b,c&d=e+f#g', 'a b?', '50%', '50%25', '%2F', 'é'])(
    'reads back for %s',
    (value) => {
      expect(readBack(`disk--${value}`)).toBe(`disk--${value}`);
    },
  );

  it.each([
    [embedPath('gt/system'), null],
    ['/embed/gt/system/', null],
    ['/embed/gt/system/load', 'load'],
    ['/embed/gt/system/load/', 'load'],
    ['/embed/gt/system/disk--50%', 'disk--50%'],
  ])('%s names %j', (path, panel) => {
    expect(panelOfPath(path)).toBe(panel);
  });
});
