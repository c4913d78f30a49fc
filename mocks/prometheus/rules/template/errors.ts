/** What is wrong with a template, or went wrong in it. */
export class TemplateError extends Error {
  /** Offset into the template's text. */
  readonly at: number;
  /** The part of the text that was being executed; null: the template could not be parsed. */
  readonly context: string | null;

  constructor(message: string, at: number, context: string | null) {
    super(message);
    this.name = 'TemplateError';
    this.at = at;
    this.context = context;
  }
}

/** An error as Go and Prometheus word it, with the place; `text` is the whole template. */
export function describeError({ message, at, context }: TemplateError, name: string, text: string): string {
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  if (context === null) return `error parsing template ${name}: template: ${name}:${line}: ${message}`;
  const column = before.at(-1)?.length ?? 0;
  const place = `template: ${name}:${line}:${column}: executing "${name}"`;
  return `error executing template ${name}: ${place} at <${context}>: ${message}`;
}
