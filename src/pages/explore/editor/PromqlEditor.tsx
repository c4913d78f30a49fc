import type { Diagnostic } from '@codemirror/lint';
import type { PrometheusClient } from '@prometheus-io/codemirror-promql';
import { type RefObject, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { createEditor, type Editor } from './createEditor.ts';

/** What can be done with an editor from outside. */
export interface EditorHandle {
  /** Puts a text in the place of the selection, and the focus behind it. */
  readonly insert: (text: string) => void;
  readonly focus: () => void;
}

interface PromqlEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
  /** Names the editor. */
  readonly label: string;
  readonly placeholder: string;
  readonly completion: PrometheusClient;
  /** What is to be marked beside what the grammar finds. The same list as long as it does not change. */
  readonly diagnostics: readonly Diagnostic[];
  readonly handle: RefObject<EditorHandle | null>;
}

/** The Prometheus editor. It lives in a shadow tree, where its styles are constructed sheets, which need no `unsafe-inline`. */
export function PromqlEditor(props: PromqlEditorProps) {
  const { value, diagnostics, label, placeholder, completion, handle } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (host.current === null) return;
    const made = createEditor({
      host: host.current,
      value: latest.current.value,
      label,
      placeholder,
      completion,
      // Drawn before the next key, as React does for its own inputs: what that key runs, and what is written back, is this text.
      onChange: (text) => flushSync(() => latest.current.onChange(text)),
      onRun: () => latest.current.onRun(),
    });
    editor.current = made;
    handle.current = made;
    return () => {
      editor.current = null;
      handle.current = null;
      made.destroy();
    };
  }, [label, placeholder, completion, handle]);
  useEffect(() => editor.current?.write(value), [value]);
  useEffect(() => editor.current?.mark(diagnostics), [diagnostics]);
  return <div ref={host} />;
}
