import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { usePacks } from '../../data/packs/usePacks.ts';
import { useMessages } from '../../data/services/messages.tsx';
import { useDataSource } from '../../data/services/services.tsx';
import { paletteTexts } from '../../i18n/apart/palette.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { pageAddress } from '../../view/carriedSearch.ts';
import type { Entry } from './entries.ts';
import { wordsOf } from './match.ts';
import styles from './Palette.module.css';
import { PaletteFoot } from './PaletteFoot.tsx';
import { PaletteList } from './PaletteList.tsx';
import { keepChoice, keptChoices, recentEntries } from './recent.ts';
import { type Row, rowsOf } from './rows.ts';
import { type Group, type GroupId, search } from './search.ts';
import { useActions } from './useActions.ts';
import { useSources } from './useSources.ts';

interface PaletteProps {
  /** What was typed before it was there. */
  readonly typedBefore: RefObject<string>;
  readonly onClose: () => void;
}

/** Finds boards, panels, metrics, targets and alerts, and does what can be done; by keyboard alone. */
export default function Palette({ typedBefore, onClose }: PaletteProps) {
  const { language, messages } = useMessages();
  const texts = paletteTexts[language];
  const id = useId();
  const [typed, setTyped] = useState('');
  // Not at the first drawing: typing goes on until it is on the page.
  useLayoutEffect(() => {
    if (typedBefore.current !== '') setTyped(typedBefore.current);
    typedBefore.current = '';
  }, [typedBefore]);
  const [active, setActive] = useState(0);
  const [wishes, setWishes] = useState<ReadonlyMap<GroupId, number>>(new Map());
  const [note, setNote] = useState('');
  const groups = useGroups(typed.trim() !== '');
  const words = useMemo(() => wordsOf(typed), [typed]);
  const listed = search(groups, words, wishes);
  const rows = rowsOf(listed);
  // A list that has become shorter meanwhile.
  const at = Math.min(active, rows.length - 1);
  const idOf = (i: number) => `${id}-${i}`;
  const follow = useFollow(onClose);

  const move = (to: number) => {
    setActive(to);
    document.getElementById(idOf(to))?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (row: Row, isBeside: boolean) => {
    setNote('');
    if (row.kind === 'more') {
      setWishes(new Map(wishes).set(row.group, (wishes.get(row.group) ?? 0) + 1));
      return;
    }
    if (row.kind === 'failed') return row.retry();
    keepChoice(row.entry);
    const { effect } = row.entry;
    if ('copy' in effect) void copyText(effect.copy()).then(() => setNote(texts.copied));
    else follow(effect, isBeside);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = target(event.key, at, rows.length);
    const row = rows[at];
    if (to !== null) move(to);
    else if (event.key === 'Enter' && row) choose(row, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  return (
    <Frame label={texts.label} onClose={onClose}>
      <div className={styles.head}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          className={styles.input}
          spellCheck={false}
          autoComplete="off"
          aria-label={texts.label}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={id}
          aria-activedescendant={at >= 0 ? idOf(at) : undefined}
          placeholder={texts.placeholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
            setWishes(new Map());
            setNote('');
          }}
          onKeyDown={onKeyDown}
        />
        <Button look="quiet" icon="close" aria-label={texts.close} onClick={onClose} />
      </div>
      <PaletteList
        id={id}
        groups={listed}
        texts={texts}
        active={at}
        idOf={idOf}
        onPoint={setActive}
        onChoose={(i, isBeside) => rows[i] && choose(rows[i], isBeside)}
      />
      {rows.length === 0 && listed.length === 0 && <p className={styles.none}>{messages.shell.list.nothing}</p>}
      <PaletteFoot note={note} count={listed.reduce((sum, { found, left }) => sum + found.length + left, 0)} />
    </Frame>
  );
}

/** Where a key leads to in a list of so many rows; null for keys that are the text's. */
function target(key: string, at: number, rows: number): number | null {
  if (rows === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % rows;
  if (key === 'ArrowUp') return (at + rows - 1) % rows;
  if (key === 'PageDown') return Math.min(at + PAGE, rows - 1);
  if (key === 'PageUp') return Math.max(at - PAGE, 0);
  return null;
}

const PAGE = 8;

/** A modal dialog without a title line. */
function Frame(props: { readonly label: string; readonly onClose: () => void; readonly children: React.ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it is taken out of the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is one on the backdrop; Escape does the same by keyboard
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && props.onClose()}
    >
      <div className={styles.body}>{props.children}</div>
    </dialog>
  );
}

/** All there is to find; what was chosen last comes first. */
function useGroups(isAsked: boolean): readonly Group[] {
  const query = useSearch();
  const dataSource = useDataSource(new URLSearchParams(query).get('ds'));
  const [kept] = useState(keptChoices);
  // What was asked for once stays, also when the text is taken back.
  const [wasAsked, setAsked] = useState(isAsked);
  if (isAsked && !wasAsked) setAsked(true);
  const groups = [...useActions(usePacks().packs), ...useSources(dataSource, wasAsked)];
  const recent: Group = {
    id: 'recent',
    entries: isAsked
      ? []
      : recentEntries(
          kept,
          groups.flatMap(({ entries }) => entries),
        ),
    isOpen: true,
    isLoading: false,
    failure: null,
  };
  return [recent, ...groups];
}

/** Closes the palette and does what was chosen; `isBeside` opens a page in a tab of its own. */
function useFollow(onClose: () => void) {
  const [, navigate] = useLocation();
  return (effect: Exclude<Entry['effect'], { copy: unknown }>, isBeside: boolean) => {
    const address = 'to' in effect ? pageAddress(effect.to, window.location.search) : null;
    if (address !== null && isBeside) {
      window.open(address, '_blank', 'noopener');
      return;
    }
    // At once: what runs may press a button of the page, which no dialog may cover then.
    flushSync(onClose);
    if ('run' in effect) effect.run();
    else if (address !== null) navigate(address);
  };
}
