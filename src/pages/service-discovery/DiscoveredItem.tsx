import { useMessages } from '../../data/services/messages.tsx';
import { discoveryTexts } from '../../i18n/apart/discovery.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { LabelList, listed } from '../frame/LabelList.tsx';
import { LongText } from '../frame/LongText.tsx';
import styles from './Discovery.module.css';
import { compareLabels, type Discovered } from './discovered.ts';

/** What was discovered, with its labels before relabelling beside those after it. */
export function DiscoveredItem({ item: { discovered, final } }: { readonly item: Discovered }) {
  const { language } = useMessages();
  const texts = discoveryTexts[language];
  const told = final === null ? null : compareLabels(discovered, final, texts.change);
  return (
    <article className={styles.item}>
      <h3>
        <Mark
          tone={final === null ? 'neutral' : 'ok'}
          label={final === null ? texts.target.dropped : texts.target.kept}
        />
        <LongText text={final?.instance ?? discovered.__address__ ?? ''} limit={160} />
        {final === null && <Tag>{texts.target.dropped}</Tag>}
      </h3>
      <div>
        <h4>{texts.discovered}</h4>
        <LabelList labels={told?.before ?? listed(discovered)} />
      </div>
      <div>
        <h4>{texts.final}</h4>
        {told === null ? <p className={styles.quiet}>{texts.dropped}</p> : <LabelList labels={told.after} />}
      </div>
    </article>
  );
}
