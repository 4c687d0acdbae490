import type { FromPage } from '../../src/views/availability-map/messages';
import type { DaemonEntry, GapEntry } from '../../src/views/availability-map/view';
import { isKill, menu, opens, type StopProps } from './grid';
import { statusWords } from '../../src/views/availability-map/words';
import { Icon, Spoken } from './icon';

interface Props<Entry> {
  readonly entry: Entry;
  readonly stop: StopProps;
  readonly send: (message: FromPage) => void;
}

/** More modules than these are counted. */
const MOST_MODULES = 3;

interface DaemonProps extends Props<DaemonEntry> {
  readonly configuration: string;
  /** It died with its machine, and is revived with it. */
  readonly isMachineDead: boolean;
}

export function DaemonChip({ entry, configuration, isMachineDead, stop, send }: DaemonProps) {
  const { id, name, status, isSpare, isInvented, home, tags, modules, problems, note, role } = entry;
  const open = (takeFocus: boolean): void => send({ type: 'openDaemon', id, takeFocus });
  const toggle = (): void => {
    if (!isMachineDead) send({ type: 'toggleDaemon', id });
  };
  const keep = opens(open);
  const shownModules = modules.length > MOST_MODULES ? modules.slice(0, MOST_MODULES - 1) : modules;
  const more = modules.length - shownModules.length;
  const section = isMachineDead ? 'lostDaemon' : status === 'dead' ? 'deadDaemon' : 'livingDaemon';
  return (
    <div class={`chip ${status}${isSpare ? ' spare' : ''}${home === undefined ? '' : ' guest'}`}>
      <button
        type="button"
        class="daemon"
        title={[...problems, ...(modules.length > 0 ? [`Modules: ${modules.join(', ')}`] : [])].join('\n')}
        onClick={() => open(false)}
        onDblClick={() => open(true)}
        onKeyDown={(event) => (isKill(event) ? toggle() : keep(event))}
        {...menu({ webviewSection: section, configuration, daemon: id })}
        {...stop}
      >
        <span class="line">
          <Icon name={status} />
          <span class="words">
            <span class="name">{name}</span>
            <Spoken>
              , {role}, {statusWords[status]}
            </Spoken>
            {isSpare && <span class="badge">spare</span>}
            {isInvented && <span class="badge">invented by Shinken</span>}
            {home !== undefined && <span class="badge">from {home}</span>}
          </span>
          {problems.length > 0 && (
            <span class="problems">
              <Icon name="warning" />
              {problems.length}
              <Spoken>{problems.length === 1 ? ' problem' : ' problems'}</Spoken>
            </span>
          )}
        </span>
        {status !== 'dead' && (tags.length > 0 || modules.length > 0) && (
          <span class="badges">
            {tags.map((tag) => (
              <span key={tag} class="badge tag">
                {tag}
              </span>
            ))}
            {modules.length > 0 && (
              <span class="modules">
                {shownModules.join(', ')}
                {more > 0 && ` and ${String(more)} more`}
              </span>
            )}
          </span>
        )}
        {note && (
          <span class={`note ${note.isLoss ? 'loss' : ''}`}>
            {note.isLoss && <Icon name="warning" />}
            {note.text}
          </span>
        )}
      </button>
      {!isMachineDead && (
        // For the mouse alone: the keyboard has K and the menu.
        <button
          type="button"
          class="kill"
          tabIndex={-1}
          aria-hidden="true"
          title={status === 'dead' ? `Revive ${name}` : `Kill ${name}`}
          onClick={toggle}
        >
          <Icon name={status === 'dead' ? 'takes-over' : 'dead'} />
        </button>
      )}
    </div>
  );
}

export function GapChip({ entry: { id, text, canFix, when }, stop, send }: Props<GapEntry>) {
  return (
    <div class="chip gap">
      <button
        type="button"
        title={`${capital(when)}. ${canFix ? 'Add a matching spare…' : 'Go to the definition'}`}
        onClick={() => send({ type: 'fixGap', id })}
        {...stop}
      >
        <span class="line">
          <Icon name={canFix ? 'gap' : 'warning'} />
          <span class="name">
            <Spoken>missing: </Spoken>
            {text}
            <Spoken>, {when}</Spoken>
          </span>
        </span>
      </button>
    </div>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
