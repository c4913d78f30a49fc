import { useLocation } from 'wouter';
import { useMessages } from '../../data/services/messages.tsx';
import { autoTexts } from '../../i18n/apart/auto.ts';
import { jobOfPath } from '../../view/autoBoard.ts';
import { RangeControls } from '../frame/RangeControls.tsx';
import { ServerPage } from '../frame/ServerPage.tsx';
import { AutoView } from './AutoView.tsx';
import { JobList } from './JobList.tsx';

/** `/auto/<job>`: a board of any job, made of what it measures. `/auto`: the jobs there are. */
export default function AutoPage() {
  const { language } = useMessages();
  useLocation();
  const texts = autoTexts[language];
  // As it is written: what the router makes of it has lost which slashes are the name's own.
  const job = jobOfPath(location.pathname);
  if (job === '') {
    return (
      <ServerPage title={texts.jobs}>
        {({ dataSource }) => (
          <>
            <p>{texts.choose}</p>
            <JobList dataSource={dataSource} />
          </>
        )}
      </ServerPage>
    );
  }
  return (
    <ServerPage title={job} actions={(props) => <RangeControls {...props} />}>
      {(props) => <AutoView key={`${props.dataSource.id} ${job}`} job={job} {...props} />}
    </ServerPage>
  );
}
