import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the app's tokens, which follow the theme by themselves. */
const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--page)', fontSize: 'var(--text-m)', borderRadius: '6px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px', maxHeight: '240px' },
  '.cm-content': { padding: '6px 4px', caretColor: 'var(--ink)', minHeight: '32px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--info) 30%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--ink-3)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', outline: '1px solid var(--critical)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    fontFamily: 'var(--font)',
    fontSize: 'var(--text-s)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '280px' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--info)', color: 'var(--page)' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionDetail': { marginLeft: '10px', color: 'var(--ink-2)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 8px', maxWidth: '320px', overflowWrap: 'anywhere' },
  '.cm-diagnostic': { padding: '4px 8px', borderLeft: '3px solid var(--info)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--critical)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '1px' },
  '.cm-lintRange-error': { borderBottom: '2px solid var(--critical)' },
  '.cm-lintRange-warning': { borderBottom: '2px dotted var(--warning)' },
  '.cm-lintRange-info, .cm-lintRange-hint': { borderBottom: '2px dotted var(--info)' },
  '.cm-lintRange-active': { backgroundColor: 'transparent' },
});

const words = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--info)', fontWeight: '600' },
  { tag: tags.function(tags.variableName), color: 'var(--info)' },
  { tag: tags.labelName, color: 'var(--ink-2)' },
  { tag: tags.string, color: 'var(--ok)' },
  { tag: tags.number, color: 'var(--warning)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--critical)' },
]);

export const editorLook: Extension = [look, syntaxHighlighting(words)];
