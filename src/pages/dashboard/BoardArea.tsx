import { Board, type BoardProps } from '../../board/Board.tsx';
import { useMessages } from '../../data/services/messages.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { usePageAddress } from '../../view/usePageAddress.ts';
import { useHost } from './host.tsx';

type BoardAreaProps = Pick<BoardProps, 'system' | 'dashboard' | 'only' | 'onZoom' | 'links' | 'rows' | 'onToggleRow'>;

/** The board of the page, or why there is none. */
export function BoardArea(props: BoardAreaProps) {
  const host = useHost();
  const { dataSource } = host;
  return dataSource === null ? <NoDataSource /> : <Board {...host} {...props} dataSource={dataSource} surface="page" />;
}

/** Apart, because the area is drawn at each tick. */
function NoDataSource() {
  const texts = useMessages().messages.pages.dashboard;
  const addressOf = usePageAddress();
  return (
    <Message title={texts.noDataSource} action={<ButtonLink href={addressOf('/')}>{texts.toOverview}</ButtonLink>} />
  );
}
