import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * Has `index.html` name the files of the page whose module is `facade` (a path's end), so that a browser asks for them
 * together with the first script, not after having run it. Most pages are boards, and those that are not lead to one.
 */
export function preloadPage(facade: string): Plugin {
  return {
    name: 'mirante:preload-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const page = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.replaceAll('\\', '/').endsWith(facade),
        );
        if (page?.type !== 'chunk') throw new Error(`the build has no chunk for ${facade}`);
        return tagsFor(page, bundle).filter(({ attrs }) => !html.includes(String(attrs?.href)));
      },
    },
  };
}

/** Links to a chunk, to all that it imports statically, and to their styles. */
function tagsFor(page: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const chunks = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (chunks.has(chunk)) return;
    chunks.add(chunk);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') visit(imported);
    }
  };
  visit(page);
  const link = (rel: string, file: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `/${file}` },
    injectTo: 'head',
  });
  const styles = [...chunks].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [
    ...[...chunks].map(({ fileName }) => link('modulepreload', fileName)),
    ...styles.map((file) => link('stylesheet', file)),
  ];
}
