import type uPlot from 'uplot';

/** Calls `then` whenever a plot has been drawn, or has got another size; returns what ends that. */
export function whenPlot(event: 'draw' | 'setSize', { hooks }: uPlot, then: () => void): () => void {
  hooks[event] = [...(hooks[event] ?? []), then];
  return () => {
    hooks[event] = (hooks[event] ?? []).filter((hook) => hook !== then);
  };
}
