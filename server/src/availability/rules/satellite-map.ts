import { spanWithin } from '../../model/places';
import type { Place } from '../../project/types';
import { edits } from '../../rules/edits';
import { useName } from '../../rules/fixes';
import { defineRule } from '../../rules/rule';
import { suggest } from '../../rules/suggest';
import { addToList } from '../changes';
import { sparesFor } from '../stand-ins';
import { type Daemon, placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

type Data =
  | { readonly meant: string | undefined }
  | {
      readonly owner: { readonly kind: string; readonly name: string };
      readonly spare: Daemon;
    };

export const satelliteMap = defineRule<Data>({
  code: 'availability/satellite-map',
  severity: 'warning',
  title: 'A satellitemap that leaves a daemon out',
  explain:
    '`satellitemap` gives other addresses for daemons as seen from this one. A name in it that no daemon has does nothing, and a master whose spare is not listed beside it may be reached while its spare is not.',
  example: {
    bad: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          satellitemap  poller-master=10.0.0.1:7771
      }
      define poller {
          poller_name   poller-master
          address       server1
      }
      define poller {
          poller_name   poller-spare
          address       server3
          spare         1
      }`,
    good: `
      define arbiter {
          arbiter_name  arbiter-master
          host_name     server1
          satellitemap  poller-master=10.0.0.1:7771,poller-spare=10.0.0.3:7771
      }
      define poller {
          poller_name   poller-master
          address       server1
      }
      define poller {
          poller_name   poller-spare
          address       server3
          spare         1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    for (const daemon of topology.daemons) {
      const map = daemon.item.get('satellitemap');
      const names = map instanceof Map ? [...map.keys()] : [];
      const missing = new Set<Daemon>();
      for (const name of names) {
        const named = topology.daemons.filter((other) => other.name === name);
        if (named.length === 0) {
          const meant = suggest(
            name,
            topology.daemons.map((other) => other.name),
          );
          report({
            at: placeInMap(daemon, name),
            object: daemon.item,
            message: `No daemon is called ${name}: this does nothing.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
            data: { meant },
          });
        }
        for (const master of named) {
          for (const spare of sparesFor(topology, master)) {
            if (names.includes(spare.name) || spare === daemon || missing.has(spare)) continue;
            missing.add(spare);
            report({
              at: placeInMap(daemon, name),
              object: daemon.item,
              message: `The map has ${name} but not its spare ${spare.name}: ${daemon.name} will look for it on ${spare.address}:${String(spare.port)}.`,
              data: { owner: { kind: daemon.kind, name: daemon.name }, spare },
            });
          }
        }
      }
    }
  },
  fix({ file, span, data }, model) {
    if ('meant' in data) return data.meant === undefined ? [] : [useName({ file, span }, data.meant)];
    const { owner, spare } = data;
    const daemon = topologyOf(model).daemons.find(({ kind, name }) => kind === owner.kind && name === owner.name);
    const entry = `${spare.name}=${spare.address}:${String(spare.port)}`;
    const edit = daemon && addToList(model, daemon, 'satellitemap', [entry]);
    return edit ? [{ title: `Add ${entry}`, change: edits(edit) }] : [];
  },
});

/** Where a name stands in the map of a daemon. */
function placeInMap(daemon: Daemon, name: string): Place | undefined {
  const property = daemon.item.origins.get('satellitemap')?.property;
  for (const { index, 1: key = '' } of property?.value.matchAll(/(?:^|,)\s*([^\s=,]+)/g) ?? []) {
    if (!property || key !== name) continue;
    const start = property.value.indexOf(name, index);
    return { file: property.file, span: spanWithin(property.node.value, start, name.length) };
  }
  return placeOfDaemon(daemon, 'satellitemap');
}
