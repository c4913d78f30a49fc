import { useMessages } from '../../data/services/messages.tsx';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { describeError } from '../../prometheus/describe.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import type { ServerPageProps } from '../frame/ServerPage.tsx';
import { AutoBoard } from './AutoBoard.tsx';
import { JobList } from './JobList.tsx';
import { Loading } from './Loading.tsx';
import { useJob } from './useJob.ts';

interface AutoViewProps extends ServerPageProps {
  readonly job: string;
}

/** The board of a job, or why there is none. */
export function AutoView(props: AutoViewProps) {
  const { job, dataSource } = props;
  const { language, messages } = useMessages();
  const texts = autoTexts[language];
  const { data, error, refetch } = useJob(dataSource, job);
  if (data !== undefined && data.families.length > 0) return <AutoBoard {...props} known={data} />;
  if (data !== undefined) {
    return (
      <>
        <Message title={texts.unknown.title(job)}>{texts.unknown.detail}</Message>
        <JobList dataSource={dataSource} />
      </>
    );
  }
  if (error === null) return <Loading />;
  const { title, advice, detail } = describeError(error, messages.errors);
  return (
    <Message
      role="alert"
      title={title}
      action={<Button onClick={() => void refetch()}>{messages.board.panel.retry}</Button>}
    >
      {advice} {detail !== '' && <code>{detail}</code>}
    </Message>
  );
}
