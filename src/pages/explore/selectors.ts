import { matcherText } from '../../model/matcher.ts';

/** A name as a selector: names of other characters than PromQL's own stand in quotes. */
export function selectorOf(name: string): string {
  return /^[A-Za-z_:][\w:]*$/.test(name) ? name : `{${JSON.stringify(name)}}`;
}

/** A selector of a metric's series with a value of a label; names of other characters than PromQL's own stand in quotes. */
export function selectorWith(metric: string, label: string, value: string): string {
  const isPlain = /^[A-Za-z_:][\w:]*$/.test(metric);
  const name = /^[A-Za-z_]\w*$/.test(label) ? label : JSON.stringify(label);
  const matcher = matcherText({ label: name, operator: '=', value });
  return isPlain ? `${metric}{${matcher}}` : `{${JSON.stringify(metric)}, ${matcher}}`;
}
