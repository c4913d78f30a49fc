// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { saveCsv } from './export.ts';

it.each([
  ['Câmeras por estado', 'cameras-por-estado.csv'],
  ['São Paulo: memória (GiB)', 'sao-paulo-memoria-gib.csv'],
  ['node_load1 v1.2', 'node_load1-v1.2.csv'],
  ['…', 'panel.csv'],
])('saves “%s” as %s', (title, name) => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:saved');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  saveCsv({ title, simulated: null }, { columns: [], rows: [] });
  expect(saved).toEqual([name]);
});
