import {
  availabilityRequests,
  type AvailabilityOverview,
  type Failover,
  type Survival,
} from '../../../server/src/lsp/requests';
import { type Entry, type MapData, type MapView, mapView } from '../../../client/src/views/availability-map/view';
import { cfg } from '../../availability/support';
import { Client } from '../../lsp/client';

/** Who is dead: names of machines, and ids of daemons, which have a `/`. */
export type Dead = readonly string[];

/** The map of a configuration in the short notation of `cfg`, as the server's answers make it. */
export async function mapOf(
  lines: string,
  dead: Dead = [],
  edit: (data: MapData) => MapData = (data) => data,
): Promise<MapView> {
  const client = new Client(cfg(lines));
  try {
    const ask = async <Answer>(method: string, params: object = {}): Promise<Answer> => {
      const answer = await client.request<Answer | null>(method, { uri: client.uri('shinken.cfg'), ...params });
      if (!answer) throw new Error('the configuration defines no daemon');
      return answer;
    };
    const { overview, failover, survival } = availabilityRequests;
    const failure = {
      machines: dead.filter((one) => !one.includes('/')),
      daemons: dead.filter((one) => one.includes('/')),
    };
    return mapView(
      edit({
        overview: await ask<AvailabilityOverview>(overview),
        well: await ask<Failover>(failover, { machines: [], daemons: [] }),
        failover: await ask<Failover>(failover, failure),
        survival: await ask<Survival>(survival),
      }),
    );
  } finally {
    client.dispose();
  }
}

/** The map as text: a line for the servers, then a line a row, cells between `|`. */
export function drawn({ columns, rows }: MapView): string {
  const heads = columns.map(({ name, status, isFatal }) => {
    return name + (status === 'alive' ? '' : ` ${status}`) + (isFatal ? '!' : '');
  });
  return [
    heads.join(' | '),
    ...rows.map((row) => {
      const indent = '  '.repeat(row.depth);
      if (row.type === 'realm') return `${indent}${row.name}: ${row.notes.join(', ')}`;
      const cells = row.cells.map(({ entries }) => entries.map(entryText).join(' + ') || '-');
      return `${indent}${row.title}${row.flag === undefined ? '' : ` (${row.flag})`}: ${cells.join(' | ')}`;
    }),
  ].join('\n');
}

function entryText(entry: Entry): string {
  if (entry.type === 'gap') return `[${entry.text}]`;
  const { name, status, home, tags, note } = entry;
  const words = [status, ...(home === undefined ? [] : [`from ${home}`]), ...tags, ...(note ? [note.text] : [])];
  return `${name} (${words.join(', ').replaceAll('\u00a0', ' ')})`;
}
