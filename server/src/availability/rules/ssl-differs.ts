import { settingLine } from '../../model/settings';
import { edits } from '../../rules/edits';
import { defineRule, type Report } from '../../rules/rule';
import { setDirective } from '../changes';
import { mastersOf } from '../stand-ins';
import { isIpAddress } from '../server-name';
import { type Daemon, placeOfDaemon, titleOf, type Topology, topologyOf } from '../topology';
import { listed } from '../words';
import { complete } from './complete';

/** The spare to be called as its master is; undefined where a person has to decide. */
type Data = { readonly kind: string; readonly name: string } | undefined;

export const sslDiffers = defineRule<Data>({
  code: 'availability/ssl-differs',
  severity: 'warning',
  title: 'SSL for some daemons and not for others',
  explain:
    "Whether a daemon is called by https is its own `use_ssl`; the main file's `use_ssl` concerns the arbiter's own port and reaches no other daemon. A spare whose `use_ssl` differs from its master's is called in the wrong way unless its ini file differs, too. With SSL, `hard_ssl_name_check` (1 when left out) wants a name in `address` that the certificate bears, not an IP address.",
  example: {
    bad: `
      define poller {
          poller_name          poller-master
          address              server1
          use_ssl              1
      }
      define poller {
          poller_name          poller-spare
          address              server3
          spare                1
      }`,
    good: `
      define poller {
          poller_name          poller-master
          address              server1
          use_ssl              1
      }
      define poller {
          poller_name          poller-spare
          address              server3
          spare                1
          use_ssl              1
      }`,
  },
  check(model, report) {
    const topology = complete(model);
    if (!topology) return;
    const daemons = topology.daemons.filter(({ invented }) => !invented);
    const told = new Set<Daemon>();
    for (const daemon of daemons) {
      const ssl = daemon.item.flag('use_ssl');
      const masters = daemon.spare ? mastersOf(topology, daemon) : [];
      const [master] = masters;
      if (master && masters.every(({ item, invented }) => item.flag('use_ssl') !== ssl && !invented)) {
        for (const one of [daemon, ...masters]) told.add(one);
        report({
          at: placeOfDaemon(daemon, 'use_ssl'),
          object: daemon.item,
          message: `${daemon.name} is called ${ssl ? 'with' : 'without'} SSL, its master ${master.name} ${ssl ? 'without' : 'with'}.`,
          data: { kind: daemon.kind, name: daemon.name },
        });
      }
      if (ssl && daemon.item.flag('hard_ssl_name_check', true) && isIpAddress(daemon.address)) {
        report({
          at: placeOfDaemon(daemon, 'address'),
          object: daemon.item,
          message: `With SSL and hard_ssl_name_check the certificate must bear the address ${daemon.address}; certificates usually bear names.`,
          data: undefined,
        });
      }
    }
    if (topology.wantsSpares) for (const { name } of topology.realms) reportMixture(topology, name, told, report);
    const plain = daemons.filter(({ item }) => !item.flag('use_ssl'));
    const line = model.setting('use_ssl') === true ? settingLine(model.project, 'use_ssl') : undefined;
    if (!line || daemons.length === 0 || plain.length < daemons.length) return;
    report({
      at: { file: line.file, span: line.node.span },
      message:
        "This is about the arbiter's own port: every daemon is still called without SSL. Write use_ssl 1 in each definition, and in each daemon's ini file.",
      data: undefined,
    });
  },
  fix({ data }, model) {
    const topology = topologyOf(model);
    const daemon = data && topology.daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const [master] = daemon ? mastersOf(topology, daemon) : [];
    if (!daemon || !master) return [];
    const value = master.item.flag('use_ssl') ? '1' : '0';
    const edit = setDirective(model, daemon, 'use_ssl', value);
    return edit ? [{ title: `Set use_ssl ${value}, as ${master.name}`, change: edits(edit) }] : [];
  },
});

/** Some active daemons of a realm are called with SSL and some without: it works, and is seldom meant. */
function reportMixture(topology: Topology, realm: string, told: ReadonlySet<Daemon>, report: Report<Data>): void {
  const active = topology.daemons.filter((daemon) => daemon.realm === realm && !daemon.spare && !daemon.invented);
  const withSsl = active.filter(({ item }) => item.flag('use_ssl'));
  const without = active.filter((daemon) => !withSsl.includes(daemon));
  const few = withSsl.length < without.length ? withSsl : without;
  const [first] = few;
  if (!first || withSsl.length === 0 || few.every((daemon) => told.has(daemon))) return;
  report({
    at: placeOfDaemon(first, 'use_ssl'),
    object: first.item,
    message: `In the realm ${realm} only ${listed(few.map((daemon) => `the ${titleOf(daemon)}`))} ${few.length === 1 ? 'is' : 'are'} called ${few === withSsl ? 'with' : 'without'} SSL: use_ssl must be what the ini file of each daemon says.`,
    severity: 'information',
    data: undefined,
  });
}
