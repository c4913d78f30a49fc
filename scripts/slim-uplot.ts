import type { Plugin } from 'vite';

/** What uPlot offers and nothing here uses. As properties of its one class they are beyond a bundler's reach. */
const offers = ['uPlot.join = join;', '(paths.spline  = monotoneCubic);'];

/** uPlot's module without some of what it offers. Throws when an update has written that otherwise. */
export function withoutUnused(code: string): string {
  return offers.reduce((rest, offer) => {
    if (!rest.includes(offer)) throw new Error(`uPlot has no "${offer}" any more: see scripts/slim-uplot.ts`);
    return rest.replace(offer, '');
  }, code);
}

/** Leaves out of a build what uPlot brings unasked: 0.9 KB of a board. */
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
