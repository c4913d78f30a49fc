import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, insertNewlineAndIndent } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, forceLinting, linter } from '@codemirror/lint';
import { Annotation, EditorState, Prec, StateEffect } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { PromQLExtension } from '@prometheus-io/codemirror-promql';
import { editorLook } from './theme.ts';

interface EditorOptions {
  readonly host: HTMLElement;
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly completion: PrometheusClient;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
}

export interface Editor {
  readonly insert: (text: string) => void;
  readonly focus: () => void;
  /** Says what the text is; the viewer can undo it. */
  readonly write: (text: string) => void;
  /** Marks places beside what the grammar finds. */
  readonly mark: (diagnostics: readonly Diagnostic[]) => void;
  readonly destroy: () => void;
}

/** Tells what was written from outside from what the viewer typed. */
const fromOutside = Annotation.define<boolean>();

/** There are other places to mark. */
const marked = StateEffect.define();

/**
 * An editor of PromQL in a shadow tree of `host`. Ctrl-Enter runs, Shift-Enter breaks the line, as Enter does where nothing
 * is offered; Tab leaves it.
 */
export function createEditor(options: EditorOptions): Editor {
  const { host, value, label, placeholder, completion, onChange, onRun } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const promql = new PromQLExtension().setComplete({ remote: completion });
  let marks: readonly Diagnostic[] = [];
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: value,
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run },
            { key: 'Shift-Enter', run: insertNewlineAndIndent },
          ]),
        ),
        history(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        promql.asExtension(),
        linter((at) => marks.filter(({ to }) => to <= at.state.doc.length), {
          needsRefresh: ({ transactions }) =>
            transactions.some(({ effects }) => effects.some((effect) => effect.is(marked))),
        }),
        placeholderText(placeholder),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          const isTyped = update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside));
          if (isTyped) onChange(update.state.doc.toString());
        }),
        editorLook,
      ],
    }),
  });
  return {
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
      view.focus();
    },
    focus: () => view.focus(),
    write(text) {
      const { doc } = view.state;
      if (doc.toString() === text) return;
      view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, annotations: fromOutside.of(true) });
    },
    mark(diagnostics) {
      marks = diagnostics;
      view.dispatch({ effects: marked.of(null) });
      forceLinting(view);
    },
    destroy() {
      promql.destroy();
      view.destroy();
    },
  };
}
