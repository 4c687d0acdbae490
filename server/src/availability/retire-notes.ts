/** What a retired server leaves to people: leftovers, and work that no file shows. */
import type { Model } from '../model/types';
import { type Daemon, writtenHostName } from './topology';
import { unusedModules, unusedNotes, usedModules } from './used-modules';
import { daemonsListed, listed } from './words';

export interface Departure {
  readonly machine: string;
  /** As a person has called it. */
  readonly server: string;
  readonly removed: readonly Daemon[];
  readonly remaining: readonly Daemon[];
  /** Spares that become active. */
  readonly promotions: readonly Daemon[];
}

/** Sentences for people, in the order in which they matter. */
export function retireNotes(model: Model, departure: Departure): readonly string[] {
  return [
    ...arbiterNotes(departure),
    ...promotionNotes(departure),
    ...placesOn(model, departure),
    ...unusedNotes(unusedModules(model, [...departure.removed, ...departure.remaining], departure.remaining)),
    `Stop Shinken's daemons on ${departure.server} for good, so that none of them starts again with the machine; then restart the arbiter.`,
  ];
}

function arbiterNotes({ removed, remaining, promotions, server }: Departure): readonly string[] {
  const gone = removed.filter(({ kind }) => kind === 'arbiter');
  if (gone.length === 0) return [];
  const heir = promotions.find(({ kind }) => kind === 'arbiter');
  if (!heir) {
    return remaining.some(({ kind, invented }) => kind === 'arbiter' && !invented)
      ? []
      : ['No arbiter is left: define one, or Shinken starts with one of its own on whichever machine reads the files.'];
  }
  const hostName = writtenHostName(heir.item);
  return [
    `${heir.name} on ${heir.address} leads from now on: edit the configuration there, and copy it from there to the other servers.`,
    hostName === undefined
      ? `${heir.name} has no host_name: write what \`hostname\` prints on ${heir.address}, or it will not start.`
      : `Run \`hostname\` on ${heir.address}: it must print ${hostName}, or ${heir.name} will not start.`,
    ...gone.filter(mapsOthers).map(({ name }) => {
      return `${name} on ${server} has a satellitemap: write one for ${heir.name} if it sees the daemons at other addresses, too.`;
    }),
  ];
}

const mapsOthers = ({ item }: Daemon): boolean => item.get('satellitemap') instanceof Map;

/** Modules that a master ran and its heir does not. */
function promotionNotes({ removed, promotions }: Departure): readonly string[] {
  const masters = removed.filter(({ spare }) => !spare);
  const missing = promotions.flatMap((heir) => {
    const wanted = masters.filter(({ kind, realm }) => kind === heir.kind && realm === heir.realm);
    const modules = [...new Set(wanted.flatMap((master) => master.modules))].filter(
      (name) => !heir.modules.includes(name),
    );
    return modules.length > 0
      ? [
          `${heir.name} does not run ${listed(modules)}, which ${daemonsListed(wanted)} did: add to its modules what it needs.`,
        ]
      : [];
  });
  const named = promotions.filter(({ name }) => /spare/i.test(name));
  const renaming =
    named.length > 0
      ? [
          `${listed(named.map(({ name }) => name))} ${named.length === 1 ? 'is' : 'are'} active from now on; rename what is misleading (F2 renames it everywhere).`,
        ]
      : [];
  return [...missing, ...renaming];
}

/** Settings of modules, and hosts, that still name the server. */
function placesOn(model: Model, { machine, server, removed, remaining }: Departure): readonly string[] {
  const names = new Set(
    [machine, server, ...removed.filter((daemon) => daemon.machine === machine).map(({ address }) => address)].map(
      (name) => name.trim().toLowerCase(),
    ),
  );
  const isNamed = (value: string): boolean =>
    value.split(/[\s,;/@]+|:(?=\d+\b)/).some((word) => names.has(word.toLowerCase()));
  const used = usedModules(model, remaining);
  const modules = model
    .items('module')
    .flatMap(({ name, props }) =>
      used.has(name)
        ? [...props].flatMap(([key, value]) =>
            typeof value === 'string' && key !== 'module_name' && isNamed(value)
              ? [`The module ${name} names the server (${key} ${value}): move what runs there.`]
              : [],
          )
        : [],
    );
  const hosts = model
    .items('host')
    .filter((host) => isNamed(host.text('address') ?? host.name))
    .map(({ name }) => name);
  return [
    ...modules,
    ...(hosts.length > 0
      ? [
          `${listed(hosts)} ${hosts.length === 1 ? 'is a host that is' : 'are hosts that are'} still monitored at that address.`,
        ]
      : []),
  ];
}
