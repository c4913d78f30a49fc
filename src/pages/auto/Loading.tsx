import { useMessages } from '../../data/services/messages.tsx';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAppReady } from '../../ui/useAppReady.ts';

/** Until it is known what a job measures. */
export function Loading() {
  const { language } = useMessages();
  useAppReady(false);
  return (
    <div role="status" aria-label={autoTexts[language].loading}>
      <Skeleton height="132px" />
    </div>
  );
}
