import * as v from 'valibot';
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

type PathKey = string | number;

/** Where a YAML file is wrong: `line` counts from 1, `path` is inside the file and `''` means all of it. */
export interface YamlProblem {
  readonly line: number | null;
  readonly path: string;
  readonly message: string;
}

/** A YAML text that can say on which line a value stands. */
export interface YamlFile {
  /** The text as plain JSON values; null when it is not YAML (see `syntax`). */
  readonly value: unknown;
  /** What is wrong with it as YAML. */
  readonly syntax: readonly YamlProblem[];
  /** Whether something stands at this path. */
  has(path: readonly PathKey[]): boolean;
  /** The line of what stands at this path, or of the closest thing around it. */
  lineOf(path: readonly PathKey[]): number | null;
}

/** A value in the tree and where it starts: at its key, when it has one. */
interface Place {
  readonly node: Node | null;
  readonly offset: number | null;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function step(node: Node | null, key: PathKey): Place | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair ? { node: isNode(pair.value) ? pair.value : null, offset: startOf(pair.key) } : null;
  }
  const item = isSeq(node) ? node.items[Number(key)] : undefined;
  return isNode(item) ? { node: item, offset: startOf(item) } : null;
}

export function parseYaml(text: string): YamlFile {
  const lines = new LineCounter();
  // Pretty errors quote the text, which may hold a secret.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number | null) => (offset === null ? null : lines.linePos(offset).line);
  // Some of the parser's messages end in what it read, after a colon.
  const syntax: YamlProblem[] = document.errors.map(({ pos, message }) => {
    return { line: lineAt(pos[0]), path: '', message: message.replace(/: .*$/s, '') };
  });
  let value: unknown = null;
  try {
    if (syntax.length === 0) value = document.toJS();
  } catch {
    syntax.push({ line: null, path: '', message: 'an alias (*name) has no anchor (&name), or there are too many' });
  }

  const walk = (path: readonly PathKey[]) => {
    let place: Place = { node: document.contents, offset: startOf(document.contents) };
    for (const [depth, key] of path.entries()) {
      const next = step(place.node, key);
      if (next === null) return { place, depth };
      place = next;
    }
    return { place, depth: path.length };
  };
  return {
    value,
    syntax,
    has: (path) => walk(path).depth === path.length,
    lineOf: (path) => lineAt(walk(path).place.offset),
  };
}

/** An issue's path as keys; issues on a whole value have none. */
function pathOf(issue: v.BaseIssue<unknown>): PathKey[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** What a schema says, in plain words and without the value it complains about: that may be a secret. */
export function plainMessage(message: string): string {
  if (message.startsWith('Invalid key: Expected never')) return 'there is no such key';
  if (message.startsWith('Invalid key: ') && message.endsWith('received undefined')) return 'is missing';
  return message.replace(/( but received|: Received) .*$/s, '');
}

/** Decodes what a YAML file holds. Every issue becomes a problem with its line and path. */
export function decodeYaml<S extends v.GenericSchema>(
  file: YamlFile,
  schema: S,
): { output: v.InferOutput<S>; problems: [] } | { output: null; problems: readonly YamlProblem[] } {
  if (file.syntax.length > 0) return { output: null, problems: file.syntax };
  const result = v.safeParse(schema, file.value);
  if (result.success) return { output: result.output, problems: [] };
  const problems = result.issues.map((issue) => {
    const path = pathOf(issue);
    return { line: file.lineOf(path), path: path.join('.'), message: plainMessage(issue.message) };
  });
  return { output: null, problems };
}

/** One line of text: `gt-vision/system.yaml, line 12, rows.0.panels.1.kind: ...`. */
export function describeProblem(file: string, { line, path, message }: YamlProblem): string {
  const place = [file, line === null ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
  return `${place}: ${message}`;
}
