import type { EmptyReason as Reason } from '../data/absence/emptyReason.ts';
import { useEmptyReason } from '../data/absence/useEmptyReason.ts';
import { emptyReasonTexts } from '../i18n/apart/emptyReason.ts';
import { formatDuration } from '../model/duration.ts';
import type { QueryPlan } from '../prometheus/plan.ts';
import { Message } from '../ui/Message.tsx';
import { clockTime } from './clockTime.ts';
import type { PanelInstance } from './layout.ts';
import { useBoardWorld, useClock } from './world.ts';

interface EmptyReasonProps {
  readonly instance: PanelInstance;
  readonly plans: readonly QueryPlan[];
  readonly isActive: boolean;
}

/** Says why a panel has nothing to draw. Asked when the panel is seen. */
export default function EmptyReason({ instance: { panel, awaits }, plans, isActive }: EmptyReasonProps) {
  const { dashboard, dataSource, language, timeZone, messages } = useBoardWorld();
  const clock = useClock();
  const reason = useEmptyReason(dataSource, plans.slice(0, panel.queries.length), isActive);
  const texts = emptyReasonTexts[language];
  if (awaits !== null) {
    const label = dashboard.variables.find(({ name }) => name === awaits)?.label?.[language] ?? awaits;
    return <Message title={texts.noValues(label)}>{texts.noValuesAdvice}</Message>;
  }
  if (reason === 'looking') return <Message title={messages.board.panel.looking} role="status" />;
  const { title, advice } = describe(reason);
  return <Message title={title}>{advice}</Message>;

  function timeOf(at: number): string {
    return clockTime(at, language, timeZone, clock.now);
  }

  function describe(found: Reason): { title: string; advice: string } {
    switch (found.kind) {
      case 'no-metric':
        return { title: texts.noMetric, advice: texts.noMetricAdvice(found.names.join(', ')) };
      case 'no-match':
        return { title: texts.noMatch, advice: texts.noMatchAdvice(found.selector) };
      case 'ended':
        return { title: texts.ended(timeOf(found.at)), advice: texts.endedAdvice };
      case 'down':
        return {
          title: texts.down(found.instance, timeOf(found.at)),
          advice: found.error === '' ? texts.endedAdvice : texts.downAdvice(found.error),
        };
      case 'too-short':
        return {
          title: texts.tooShort,
          advice: texts.tooShortAdvice(
            formatDuration(found.window),
            formatDuration(found.scrapeInterval),
            formatDuration(found.needed),
          ),
        };
      case 'filtered-out':
        return { title: texts.filteredOut, advice: texts.filteredOutAdvice };
      case 'unknown':
        return { title: texts.noData, advice: texts.noDataAdvice };
    }
  }
}
