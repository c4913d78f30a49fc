import type { WrittenPanel } from './panel.ts';

/**
 * A panel as a dashboard's file has it, ready to be pasted below `panels:`. Texts are in double quotes with JSON's escapes,
 * which YAML reads as well (https://yaml.org/spec/1.2.2/#double-quoted-style); so is the id, which may look like a number.
 */
export function panelYaml({ id, kind, title, span, minStep, queries }: WrittenPanel): string {
  const lines = [
    `- id: ${quoted(id)}`,
    `  kind: ${kind}`,
    `  title: ${quoted(title)}`,
    `  span: ${span}`,
    ...(minStep === undefined ? [] : [`  minStep: ${minStep}`]),
    '  queries:',
    ...queries.flatMap(({ expr, legend, instant }) => [
      `    - expr: ${quoted(expr)}`,
      ...(legend === undefined ? [] : [`      legend: ${quoted(legend)}`]),
      ...(instant === undefined ? [] : [`      instant: ${instant}`]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** What YAML counts as the end of a line, or does not print, is escaped too. */
function quoted(text: string): string {
  const asCode = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, asCode);
}
