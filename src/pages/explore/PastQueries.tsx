import { useMessages } from '../../data/services/messages.tsx';
import { formatAge } from '../../model/age.ts';
import { OptionList } from '../../ui/OptionList.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { browserKeep, readHistory } from './kept.ts';
import { useTexts } from './useTexts.ts';

interface PastQueriesProps {
  readonly onPick: (expr: string) => void;
}

/** What was run on this device, newest first, to be taken up again. */
export function PastQueries({ onPick }: PastQueriesProps) {
  const { messages } = useMessages();
  const texts = useTexts().past;
  const past = () =>
    readHistory(browserKeep()).map(({ expr, at }) => ({
      value: expr,
      label: expr,
      hint: texts.ago(formatAge(Date.now() - at)),
    }));
  return (
    <Popover label={texts.label} trigger={texts.label}>
      {(close) => (
        <OptionList
          label={texts.label}
          options={past()}
          selected={nothing}
          onPick={(expr) => {
            onPick(expr);
            close();
          }}
          texts={messages.shell.list}
        />
      )}
    </Popover>
  );
}

const nothing: ReadonlySet<string> = new Set();
