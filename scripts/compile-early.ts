import type { Plugin } from 'vite';

/**
 * Has a chunk compiled while it loads, off the main thread: by itself a browser compiles most functions one by one when they
 * are first called. For what calls nearly all it has before anything is drawn. The sign must be the file's very first line:
 * https://v8.dev/blog/explicit-compile-hints
 */
export function compileEarly(name: string): Plugin {
  return {
    name: 'compile-early',
    generateBundle: {
      // After the plug-in that puts the list of files to preload on top.
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || chunk.name !== name) continue;
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
          const map = bundle[`${chunk.fileName}.map`];
          // One line down: the mappings are the lines, parted by semicolons.
          if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"', '"mappings":";');
        }
      },
    },
  };
}
