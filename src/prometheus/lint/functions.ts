/** Functions that take a fall for a restart: for counters only. */
export const rateFunctions: ReadonlySet<string> = new Set(['rate', 'irate', 'increase', 'resets']);

/** Functions that take a restart for a fall: for gauges only. */
export const gaugeFunctions: ReadonlySet<string> = new Set([
  'delta',
  'idelta',
  'deriv',
  'predict_linear',
  'holt_winters',
  'double_exponential_smoothing',
]);

/** Functions that need several samples in their window. */
export const windowFunctions: ReadonlySet<string> = new Set([...rateFunctions, ...gaugeFunctions, 'changes']);
