/** The map itself: a grid in the sense of WAI-ARIA, one stop of the Tab key, the arrow keys inside. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FromPage, MenuContext } from '../../src/views/availability-map/messages';
import type { Cell, Column, Entry, KindRow, MapView, RealmRow } from '../../src/views/availability-map/view';
import { DaemonChip, GapChip } from './chips';
import { Icon, Spoken } from './icon';
import { moved, nearest, type Shape, type Stop } from './keyboard';

interface Props {
  readonly view: MapView;
  readonly configuration: string;
  readonly send: (message: FromPage) => void;
}

/** Makes an element one of the grid's stops. */
export interface StopProps {
  readonly tabIndex: number;
  readonly 'data-stop': string;
}

/** A menu's context, as VS Code reads it off an element. */
export const menu = (context: Omit<MenuContext, 'preventDefaultContextMenuItems'>): Record<string, string> => ({
  'data-vscode-context': JSON.stringify({ ...context, preventDefaultContextMenuItems: true }),
});

export function Grid({ view, configuration, send }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [wanted, setStop] = useState<Stop>({ row: 0, column: 1, item: 0 });
  const shape = shapeOf(view);
  const at = nearest(shape, wanted);
  const current = stopName(at.row, Math.min(at.column, (shape[at.row]?.length ?? 1) - 1), at.item);
  const stop = (row: number, column: number, item = 0): StopProps => {
    const name = stopName(row, column, item);
    return { 'data-stop': name, tabIndex: name === current ? 0 : -1 };
  };

  // What has the focus may go away: its neighbour gets it then, unless the user is at work elsewhere, in an editor.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.hasFocus() && document.activeElement === document.body)
      table.current?.querySelector<HTMLElement>(`[data-stop="${current}"]`)?.focus();
  });

  const onFocusIn = ({ target }: FocusEvent): void => {
    hadFocus.current = true;
    const found = target instanceof HTMLElement ? stopOf(target) : undefined;
    if (!found) return;
    // In a row of one cell the column stays the one that the user came by.
    const isWide = (shape[found.row]?.length ?? 0) === 1;
    setStop(isWide ? { ...found, column: at.column } : found);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    // Without a target the element has been removed, or the window is left.
    if (relatedTarget instanceof HTMLElement && !table.current?.contains(relatedTarget)) hadFocus.current = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const next = moved(shape, at, event.key, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    setStop(next);
    const cells = shape[next.row]?.length ?? 1;
    const name = stopName(next.row, Math.min(next.column, cells - 1), next.item);
    const element = table.current?.querySelector<HTMLElement>(`[data-stop="${name}"]`);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return (
    <table
      ref={table}
      role="grid"
      aria-label={`Availability map of ${view.configuration}`}
      aria-describedby="keys"
      onKeyDown={onKeyDown}
      onFocusIn={onFocusIn}
      onFocusOut={onFocusOut}
    >
      <thead>
        <tr>
          <td class="corner" />
          {view.columns.map((column, index) => (
            <Head
              key={column.id}
              column={column}
              stop={stop(0, index + 1)}
              share={1 / view.columns.length}
              {...{ configuration, send }}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row, index) =>
          row.type === 'realm' ? (
            <Realm
              key={row.id}
              row={row}
              width={view.columns.length + 1}
              stop={stop(index + 1, 0)}
              {...{ configuration, send }}
            />
          ) : (
            <tr key={row.id}>
              <KindHead row={row} stop={stop(index + 1, 0)} />
              {row.cells.map((cell, column) => {
                const { id = '', status = 'alive' } = view.columns[column] ?? {};
                const stops = (item: number): StopProps => stop(index + 1, column + 1, item);
                return <Daemons key={id} {...{ cell, status, configuration, send, stops }} />;
              })}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function shapeOf({ columns, rows }: MapView): Shape {
  return [
    [0, ...columns.map(() => 1)],
    ...rows.map((row) =>
      row.type === 'realm' ? [1] : [1, ...row.cells.map(({ entries }) => Math.max(1, entries.length))],
    ),
  ];
}

const stopName = (row: number, column: number, item: number): string => [row, column, item].join(' ');

function stopOf(element: HTMLElement): Stop | undefined {
  const [row, column, item] = (element.dataset['stop'] ?? '').split(' ').map(Number);
  return row === undefined || column === undefined || item === undefined ? undefined : { row, column, item };
}

interface PartProps {
  readonly stop: StopProps;
  readonly configuration: string;
  readonly send: (message: FromPage) => void;
}

interface HeadProps extends PartProps {
  readonly column: Column;
  /** Of the width, so that all servers have the same. */
  readonly share: number;
}

/** A server. Its button kills and revives it; that of a server that is not there yet writes its spares. */
function Head({ column, share, stop, configuration, send }: HeadProps) {
  const { id, name, status, summary, addresses, isFatal } = column;
  const isProposed = status === 'proposed';
  const act = (): void =>
    send(isProposed ? { type: 'generateSpares', server: id } : { type: 'toggleMachine', name: id });
  const section = status === 'dead' ? 'deadMachine' : 'livingMachine';
  return (
    <th
      scope="col"
      style={{ width: `${String(share * 100)}%` }}
      class={status}
      aria-label={`${name}${status === 'alive' ? '' : isProposed ? ', not there yet' : ', dead'}`}
    >
      <button
        type="button"
        class="server"
        {...(isProposed
          ? {}
          : { 'aria-pressed': status === 'dead', ...menu({ webviewSection: section, configuration, machine: id }) })}
        title={isProposed ? 'Generate spares for it…' : status === 'dead' ? `Revive ${name}` : `Kill ${name}`}
        onClick={act}
        onKeyDown={(event) => isKill(event) && !isProposed && act()}
        {...stop}
      >
        <span class="name">
          <Icon name={isProposed ? 'gap' : status === 'dead' ? 'dead' : 'server'} />
          <span>
            <Spoken>{isProposed ? 'Generate spares for ' : 'Kill '}</Spoken>
            {name}
            <Spoken>, </Spoken>
          </span>
        </span>
        <span class="detail">
          {status === 'dead' ? 'dead' : isProposed ? 'not there yet' : summary}
          {addresses.length > 0 && ` · ${addresses.join(', ')}`}
        </span>
        {isProposed && <span class="detail">{summary}</span>}
        {isFatal && status === 'alive' && (
          <span class="risk">
            <Icon name="warning" />
            single point of failure
          </span>
        )}
      </button>
    </th>
  );
}

function Realm({
  row,
  width,
  stop,
  configuration,
  send,
}: PartProps & { readonly row: RealmRow; readonly width: number }) {
  const { name, depth, notes, hasPlace } = row;
  const content = (
    <>
      <Icon name="realm" />
      <span class="name">
        {hasPlace && <Spoken>Realm </Spoken>}
        {name}
      </span>
      <span class="detail">{notes.join(' · ')}</span>
    </>
  );
  return (
    <tr class="realm">
      <th scope="rowgroup" role="rowheader" colSpan={width} data-depth={Math.min(depth, 6)}>
        {hasPlace ? (
          <button
            type="button"
            onClick={() => send({ type: 'openRealm', name, takeFocus: false })}
            onKeyDown={opens((takeFocus) => send({ type: 'openRealm', name, takeFocus }))}
            {...menu({ webviewSection: 'realm', configuration, realm: name })}
            {...stop}
          >
            {content}
          </button>
        ) : (
          <span class="heading" role="note" {...stop}>
            {content}
          </span>
        )}
      </th>
    </tr>
  );
}

/** Enter goes to a definition, Space shows it while the keyboard stays here. */
export function opens(open: (takeFocus: boolean) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open(event.key === 'Enter');
  };
}

/** The key that kills and revives; with another one held down it is VS Code's. */
export function isKill({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && !ctrlKey && !metaKey && !altKey;
}

function KindHead({ row, stop }: { readonly row: KindRow; readonly stop: StopProps }) {
  const { title, realm, depth, flag, uncovered } = row;
  return (
    <th scope="row" data-depth={Math.min(depth, 6)} title={uncovered.join('\n')} {...stop}>
      <span class="name">
        {title}
        {realm !== undefined && <Spoken> of the realm {realm}</Spoken>}
      </span>
      {flag !== undefined && (
        <span class="flag">
          <Icon name="warning" />
          {flag}
        </span>
      )}
    </th>
  );
}

interface DaemonsProps {
  readonly cell: Cell;
  readonly status: Column['status'];
  readonly stops: (item: number) => StopProps;
  readonly configuration: string;
  readonly send: (message: FromPage) => void;
}

function Daemons({ cell: { entries, label }, status, stops, configuration, send }: DaemonsProps) {
  if (entries.length === 0) return <td class={status} aria-label={label} {...stops(0)} />;
  return (
    <td class={status}>
      {entries.map((entry: Entry, item) =>
        entry.type === 'daemon' ? (
          <DaemonChip
            key={entry.key}
            isMachineDead={status === 'dead'}
            stop={stops(item)}
            {...{ entry, configuration, send }}
          />
        ) : (
          <GapChip key={entry.key} stop={stops(item)} {...{ entry, send }} />
        ),
      )}
    </td>
  );
}
