import type { Language, LocalizedText } from '../model/language.ts';
import { ButtonLink } from './Button.tsx';

interface PlaceLinksProps {
  /** Web addresses, or paths of this app. */
  readonly links: readonly { readonly title: LocalizedText; readonly url: string }[];
  readonly language: Language;
  /** The address of a path of this app as this page leads there. */
  readonly addressOf: (path: string) => string;
}

/** Further places to look, as items of a list. What is elsewhere opens beside this page, which stays as it is. */
export default function PlaceLinks({ links, language, addressOf }: PlaceLinksProps) {
  return (
    <>
      {links.map(({ title, url }) => {
        const isElsewhere = !url.startsWith('/');
        const beside = isElsewhere ? { target: '_blank', rel: 'noopener', icon: 'open' as const } : {};
        return (
          <li key={url}>
            <ButtonLink look="quiet" href={isElsewhere ? url : addressOf(url)} {...beside}>
              {title[language]}
            </ButtonLink>
          </li>
        );
      })}
    </>
  );
}
