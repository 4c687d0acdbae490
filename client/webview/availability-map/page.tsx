import { useEffect, useRef, useState } from 'preact/hooks';
import type { FromPage, ToPage } from '../../src/views/availability-map/messages';
import type { StoryLine } from '../../../server/src/availability/story';
import type { MapView } from '../../src/views/availability-map/view';
import type { IconName } from '../../src/views/availability-map/icons';
import { statusWords } from '../../src/views/availability-map/words';
import { Grid } from './grid';
import { Icon } from './icon';

interface Props {
  readonly shown: ToPage;
  readonly send: (message: FromPage) => void;
}

export function Page({ shown, send }: Props) {
  if (shown.type === 'nothing') return <p class="nothing">{shown.text}</p>;
  const { view } = shown;
  return (
    <>
      <Announcements view={view} failure={JSON.stringify([shown.state.machines, shown.state.daemons])} />
      <header>
        <h1>
          Availability <span class="of">{view.configuration}</span>
        </h1>
        <button
          type="button"
          class="secondary"
          aria-disabled={view.isWell}
          onClick={() => view.isWell || send({ type: 'reviveAll' })}
        >
          Revive all
        </button>
        <button type="button" onClick={() => send({ type: 'exportSvg' })}>
          Export as SVG…
        </button>
        <p class={`verdict ${view.verdict.isGood ? 'good' : 'bad'}`}>
          <Icon name={view.verdict.isGood ? 'good' : 'warning'} />
          {view.verdict.text}
        </p>
      </header>
      <main>
        <Grid view={view} configuration={shown.state.configuration} send={send} />
      </main>
      <Story view={view} />
      <footer>
        <Legend />
        <details>
          <summary>Keys</summary>
          <p id="keys">
            <kbd>Arrow keys</kbd> move. <kbd>Enter</kbd> on a server kills or revives it, on a daemon goes to its
            definition, on a gap mends it. <kbd>Space</kbd> shows the definition and stays here. <kbd>K</kbd> kills or
            revives what is focused. <kbd>Shift+F10</kbd> opens its menu.
          </p>
        </details>
      </footer>
    </>
  );
}

const toneIcons: Readonly<Record<StoryLine['tone'], IconName>> = {
  death: 'dead',
  takeover: 'takes-over',
  loss: 'warning',
  fine: 'good',
  note: 'note',
};

/** What a death causes, in sentences. */
function Story({ view }: { readonly view: MapView }) {
  const lines = view.isWell ? [{ tone: 'note', text: invitation } as const] : view.story;
  return (
    <section class="story" aria-label="What happens" tabIndex={0}>
      <ul class={lines.length > 3 ? 'many' : ''}>
        {lines.map(({ tone, text }) => (
          <li key={text} class={tone}>
            <Icon name={toneIcons[tone]} />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

const invitation = 'Everybody is alive. Click a server to see what its death causes; click it again to revive it.';

function Legend() {
  return (
    <ul class="legend" aria-label="Legend">
      {(['works', 'waits', 'takes-over', 'dead', 'idle'] as const).map((status) => (
        <li key={status} class={status}>
          <Icon name={status} />
          {statusWords[status]}
        </li>
      ))}
      <li class="gap">
        <Icon name="gap" />
        missing
      </li>
    </ul>
  );
}

/** Tells a screen reader what a death causes, and when an edit has changed the verdict: once each, not at every keystroke. */
function Announcements({ view, failure }: { readonly view: MapView; readonly failure: string }) {
  const [text, setText] = useState('');
  const before = useRef({ failure, verdict: view.verdict.text });
  useEffect(() => {
    const { verdict, isWell, story } = view;
    if (before.current.failure !== failure)
      setText(isWell ? `Everybody is alive. ${verdict.text}` : story.map((line) => line.text).join(' '));
    else if (before.current.verdict !== verdict.text) setText(verdict.text);
    before.current = { failure, verdict: verdict.text };
  });
  return (
    <div role="status" class="announcements">
      {text}
    </div>
  );
}
