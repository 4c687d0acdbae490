/** The words of the status bar. */
import type { AvailabilityStatus } from '../../../server/src/features/status';
import type { Status } from '../../../server/src/lsp/requests';

const icons: Readonly<Record<AvailabilityStatus['tone'], string>> = {
  good: '$(shield)',
  bad: '$(warning)',
  quiet: '$(server-environment)',
};

export function availabilityText({ tone, text }: AvailabilityStatus): string {
  return `${icons[tone]} ${text}`;
}

/** No more servers, and of each no more sentences, than are read on a tooltip. */
const MOST_SERVERS = 5;
const MOST_SENTENCES = 3;

/** What nobody does, and what is lost with which server, in Markdown. */
export function lossesText({ tone, undone, losses }: AvailabilityStatus): string {
  const already = undone.length > 0 ? [list(undone)] : [];
  const opening =
    losses.length === 0
      ? undone.length === 0
        ? 'Whichever server dies, others take over all that it does.'
        : 'Whichever server dies, nothing more is lost.'
      : tone === 'quiet'
        ? 'Nobody takes over from these servers. *Generate Spare Definitions…* writes the spares for another one.'
        : 'Not all that these servers do is taken over when they die.';
  const servers = losses
    .slice(0, MOST_SERVERS)
    .flatMap(({ machine, sentences }) => [`**${escape(machine)}**`, list(sentences)]);
  const closing = 'A click shows the availability map.';
  return [...already, opening, ...servers, ...more(losses.length - MOST_SERVERS), closing].join('\n\n');
}

const list = (sentences: readonly string[]): string =>
  [
    ...sentences.slice(0, MOST_SENTENCES).map((sentence) => `- ${escape(sentence)}`),
    ...more(sentences.length - MOST_SENTENCES, '- '),
  ].join('\n');

const more = (count: number, before = ''): string[] => (count > 0 ? [`${before}… and ${String(count)} more`] : []);

const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~-]/g, '\\$&');

interface ConfigurationText {
  readonly text: string;
  readonly detail: string;
  /** It does not do what one may think. */
  readonly isWarning: boolean;
}

/** Which configuration a file belongs to. `nameOf` is what people call a file, by its URI. */
export function configurationText(status: Status, nameOf: (uri: string) => string): ConfigurationText {
  const { isPending, mains, isLoaded, isAccepted, files, objects } = status;
  if (isPending)
    return {
      text: 'not read yet',
      detail: 'Nothing is said of problems until all files of its folder are read',
      isWarning: false,
    };
  const counts = `${counted(objects, 'object')} in ${counted(files, 'file')}`;
  const [main, ...others] = mains.map(nameOf);
  if (main === undefined) return { text: 'no main file', detail: `${counts}, read as they stand`, isWarning: false };
  const names = [main, ...others].join(' and ');
  if (!isLoaded) return { text: 'not loaded', detail: `${names} does not read this file`, isWarning: true };
  const verdict = isAccepted === false ? ', and the arbiter would refuse it' : '';
  return { text: names, detail: counts + verdict, isWarning: isAccepted === false };
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
