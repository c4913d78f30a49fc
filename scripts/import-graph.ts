import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/** That one of our files imports another; paths are relative to the root, with `/`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** `type` is gone at run time; `dynamic` is `import()`. */
  readonly how: 'value' | 'type' | 'dynamic';
}

const folders = ['src', 'server', 'mocks', 'scripts', 'bench', 'e2e'];

/** Our source files below `root`, sorted. */
function sourceFiles(root: string): string[] {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  return present
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort();
}

type Import = { readonly specifier: string; readonly how: Edge['how'] };

/** Every import, re-export and `import()` of a file. Throws when the file does not parse. */
function importsOf(path: string, source: string): Import[] {
  const { module, errors } = parseSync(path, source);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries }): Import => {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    return { specifier: moduleRequest.value, how: isType ? 'type' : 'value' };
  });
  const reexports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }): Import[] =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, how: isType ? 'type' : 'value' }],
    );
  const dynamic = module.dynamicImports.map(({ moduleRequest }): Import => {
    const literal = source.slice(moduleRequest.start, moduleRequest.end);
    // What is not a plain text in quotes could be any file: no rule could hold it.
    if (!/^(['"`])[^'"`$]*\1$/.test(literal)) throw new Error(`${path}: import(${literal}) must name its file`);
    return { specifier: literal.slice(1, -1), how: 'dynamic' };
  });
  return [...imports, ...reexports, ...dynamic];
}

/** All imports among our own files, style sheets included, packages not. */
export function readEdges(root: string): Edge[] {
  return sourceFiles(root).flatMap((from) =>
    importsOf(from, readFileSync(join(root, from), 'utf8'))
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier, how }) => ({ from, to: posix.join(dirname(from), specifier.replace(/\?.*$/, '')), how })),
  );
}

/** Every way round in which files import each other, each once, as the list of its files. */
export function findCycles(edges: readonly Edge[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string) => {
    const at = path.indexOf(file);
    if (at !== -1) cycles.push(path.slice(at));
    if (at !== -1 || done.has(file)) return;
    path.push(file);
    for (const to of next.get(file) ?? []) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return cycles;
}
