import type { MouseEvent } from 'react';
import type { paletteTexts } from '../../i18n/apart/palette.ts';
import type { Language } from '../../model/language.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Mark } from '../../ui/Mark.tsx';
import styles from './Palette.module.css';
import { type Row, rowsOfGroup } from './rows.ts';
import type { FoundGroup } from './search.ts';

interface PaletteListProps {
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  readonly texts: (typeof paletteTexts)[Language];
  /** Which line is chosen by Enter, over all groups. */
  readonly active: number;
  readonly idOf: (row: number) => string;
  readonly onPoint: (row: number) => void;
  readonly onChoose: (row: number, isBeside: boolean) => void;
}

/** What was found, by group. The focus stays in the search; the pointer and the arrows say which line is meant. */
export function PaletteList({ id, groups, texts, active, idOf, onPoint, onChoose }: PaletteListProps) {
  let next = 0;
  return (
    <div id={id} role="listbox" aria-label={texts.label} className={styles.list}>
      {groups.map((found) => {
        const { id: name, isLoading } = found.group;
        const rows = rowsOfGroup(found).map((row) => ({ row, at: next++ }));
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is none for a listbox
          <div key={name} role="group" aria-label={texts.groups[name]} className={styles.group}>
            <div aria-hidden="true" className={styles.heading}>
              {texts.groups[name]}
              {isLoading && ` · ${texts.loading}`}
            </div>
            {rows.map(({ row, at }) => (
              // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are handled by the search
              <div
                key={keyOf(row)}
                id={idOf(at)}
                role="option"
                aria-selected={at === active}
                className={styles.row}
                onMouseMove={() => at !== active && onPoint(at)}
                onClick={(event: MouseEvent) => onChoose(at, event.ctrlKey || event.metaKey)}
              >
                <Line row={row} texts={texts} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

const keyOf = (row: Row) => (row.kind === 'entry' ? row.entry.id : row.kind);

function Line({ row, texts }: { readonly row: Row; readonly texts: PaletteListProps['texts'] }) {
  if (row.kind === 'more') return <span className={styles.detail}>{texts.more(row.count)}</span>;
  if (row.kind === 'failed') return <span className={styles.failed}>{texts.failed(row.text)}</span>;
  const { label, detail, tone, keys } = row.entry;
  return (
    <>
      {tone && <Mark tone={tone} />}
      <bdi className={styles.label}>
        {pieces(label, row.marks).map(({ at, text, isMarked }) => (isMarked ? <b key={at}>{text}</b> : text))}
      </bdi>
      {detail !== '' && <bdi className={styles.detail}>{detail}</bdi>}
      {keys !== undefined && (
        <span className={styles.rowKeys}>
          <Kbd keys={keys} />
        </span>
      )}
    </>
  );
}

/** The label in runs of characters that are marked and that are not. */
function pieces(label: string, marks: readonly number[]) {
  const marked = new Set(marks);
  const runs: { at: number; text: string; isMarked: boolean }[] = [];
  for (let at = 0; at < label.length; at++) {
    const isMarked = marked.has(at);
    const last = runs.at(-1);
    if (last?.isMarked === isMarked) last.text += label.charAt(at);
    else runs.push({ at, text: label.charAt(at), isMarked });
  }
  return runs;
}
