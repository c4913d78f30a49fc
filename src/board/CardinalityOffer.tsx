import type { Reduction, Reductions } from '../data/panel/reductions.ts';
import type { PanelDataState } from '../data/panel/usePanelData.ts';
import { cardinalityTexts } from '../i18n/apart/cardinality.ts';
import type { PanelQuery } from '../model/dashboard.ts';
import type { Frame } from '../model/frame.ts';
import { Button } from '../ui/Button.tsx';
import styles from './CardinalityOffer.module.css';
import { reduceQuery, TOP } from './reduceQuery.ts';
import { reducingLabels } from './reducingLabels.ts';
import { useBoardWorld } from './world.ts';

/**
 * Beside an answer that was cut: ways to ask for less, each one click. After the click: what is asked now, and the way back.
 */
export default function CardinalityOffer({ state }: { readonly state: PanelDataState }) {
  const { chosen, choose } = state.reductions;
  return (
    <>
      {[...chosen].map(([query, { reduction }]) => (
        <Chosen key={query} plan={state.plans[query]} reduction={reduction} onUndo={() => choose(query, null)} />
      ))}
      <Offers state={state} onChoose={choose} />
    </>
  );
}

interface ChosenProps {
  readonly plan: PanelDataState['plans'][number] | undefined;
  readonly reduction: Reduction;
  readonly onUndo: () => void;
}

function Chosen({ plan, reduction, onUndo }: ChosenProps) {
  const { language } = useBoardWorld();
  const texts = cardinalityTexts[language];
  const top = plan?.kind === 'range' ? texts.showsTopPerStep(TOP) : texts.showsTop(TOP);
  return (
    <div className={styles.strip}>
      <span title={plan?.expr}>{reduction.kind === 'top' ? top : texts.showsSum(reduction.label)}</span>
      <Button className={styles.button} onClick={onUndo}>
        {texts.undo}
      </Button>
    </div>
  );
}

interface OffersProps {
  readonly state: PanelDataState;
  readonly onChoose: Reductions['choose'];
}

function Offers({ state, onChoose }: OffersProps) {
  const { language } = useBoardWorld();
  const texts = cardinalityTexts[language];
  const cut = cutAnswer(state);
  if (cut === null) return null;
  const isRange = cut.frame.kind === 'range' && cut.frame.step > 0;
  const offers: { reduction: Reduction; name: string; advice: string }[] = [
    {
      reduction: { kind: 'top' },
      name: isRange ? texts.topPerStep(TOP) : texts.top(TOP),
      advice: isRange ? texts.topPerStepAdvice(TOP) : '',
    },
    ...reducingLabels(cut.frame.series).map(({ name, values }) => ({
      reduction: { kind: 'sum', label: name } as const,
      name: texts.sum(name),
      advice: texts.sumAdvice(values),
    })),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look and a layout of its own
    <div className={styles.strip} role="group" aria-label={texts.tooMany}>
      <span>{texts.tooMany}</span>
      {offers.map(({ reduction, name, advice }) => (
        <Button
          key={name}
          className={styles.button}
          title={advice}
          onClick={() => onChoose(cut.place, reduceQuery(cut.query, reduction))}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

/** The first answer that was cut, with the query that it answers and its place in the panel. */
function cutAnswer(state: PanelDataState): { place: number; query: PanelQuery; frame: Frame } | null {
  const { queries } = state.reductions.panel;
  const cut = state.answers.findIndex((answer) => answer !== null && answer.result.capped !== null);
  const answer = state.answers[cut];
  // Where a panel compares with a time ago, the plans of then follow those of now.
  const place = cut % queries.length;
  const query = queries[place];
  return !answer || query === undefined ? null : { place, query, frame: answer.result.frame };
}
