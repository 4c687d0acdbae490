import { edits } from '../../rules/edits';
import { defineRule } from '../../rules/rule';
import { setDirective } from '../changes';
import { placeOfDaemon, topologyOf } from '../topology';
import { complete } from './complete';

export const sslDiffers = defineRule<{ readonly kind: string; readonly name: string }>({
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
    for (const daemon of topology?.daemons ?? []) {
      const ssl = daemon.item.flag('use_ssl');
      const master = topology
        ?.mastersOf(daemon)
        .find(({ item, invented }) => item.flag('use_ssl') !== ssl && !invented);
      if (master) {
        report({
          at: placeOfDaemon(daemon, 'use_ssl'),
          object: daemon.item,
          message: `${daemon.name} is called ${ssl ? 'with' : 'without'} SSL, its master ${master.name} ${ssl ? 'without' : 'with'}.`,
          data: { kind: daemon.kind, name: daemon.name },
        });
      }
      if (ssl && daemon.item.flag('hard_ssl_name_check', true) && /^\d+(\.\d+){3}$|:/.test(daemon.address)) {
        report({
          at: placeOfDaemon(daemon, 'address'),
          object: daemon.item,
          message: `With SSL and hard_ssl_name_check the certificate must bear the address ${daemon.address}; certificates usually bear names.`,
          data: { kind: daemon.kind, name: daemon.name },
        });
      }
    }
  },
  fix({ data }, model) {
    const topology = topologyOf(model);
    const daemon = topology.daemons.find(({ kind, name }) => kind === data.kind && name === data.name);
    const master =
      daemon && topology.mastersOf(daemon).find(({ item }) => item.flag('use_ssl') !== daemon.item.flag('use_ssl'));
    const value = master?.item.flag('use_ssl') ? '1' : '0';
    const edit = master && setDirective(model, daemon, 'use_ssl', value);
    return edit ? [{ title: `Set use_ssl ${value}, as ${master.name}`, change: edits(edit) }] : [];
  },
});
