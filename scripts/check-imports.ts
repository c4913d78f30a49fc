import { findCycles, readEdges } from './import-graph.ts';
import { brokenRules } from './import-rules.ts';

/** All that is wrong with the imports below `root`, as sentences; empty when all is well. */
export function checkImports(root: string): string[] {
  const edges = readEdges(root);
  const cycles = findCycles(edges).map((files) => `import cycle: ${[...files, files[0]].join(' -> ')}`);
  return [...brokenRules(edges), ...cycles];
}
