import type { Plugin } from 'vite';

/**
 * What uPlot offers and nothing here uses, and what stands for it. As properties of its one class the first two are beyond a
 * bundler's reach. The next four are what every chart here asks for: no legend and no cursor of uPlot's own, one grid of times for
 * all series; said as constants, they let the bundler see what is never run. The others make `Intl` objects as soon as uPlot is
 * loaded, for texts of its own that no chart here has: a page's first such object takes longer than all else that a page of one
 * chart evaluates.
 */
const offers = [
  ['uPlot.join = join;', ''],
  ['(paths.spline  = monotoneCubic);', ''],
  ['const showLegend = legend.show;', 'const showLegend = false;'],
  ['const showCursor =                cursor.show;', 'const showCursor = false;'],
  ['const mode = self.mode;', 'const mode = 1;'],
  ['const mode = u.mode;', 'const mode = 1;'],
  ["const numFormatter = new Intl.NumberFormat(domEnv ? nav.language : 'en-US');", ''],
  ['numFormatter.format(val)', 'String(val)'],
  ['const localTz = new Intl.DateTimeFormat().resolvedOptions().timeZone;', 'const localTz = null;'],
] as const;

/** uPlot's module without some of what it offers. Throws when an update has written that otherwise. */
export function withoutUnused(code: string): string {
  return offers.reduce((rest, [offer, instead]) => {
    if (!rest.includes(offer)) throw new Error(`uPlot has no "${offer}" any more: see scripts/slim-uplot.ts`);
    return rest.replace(offer, instead);
  }, code);
}

/** Leaves out of a build what uPlot brings unasked: 2.3 KB of a board, and a tenth of the time to its first chart. */
export function slimUplot(): Plugin {
  return {
    name: 'mirante:slim-uplot',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]uPlot\.esm\.js$/ },
      handler: (code) => ({ code: withoutUnused(code), map: null }),
    },
  };
}
