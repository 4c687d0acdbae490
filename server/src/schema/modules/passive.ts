/** Modules that take in passive results and commands. */
import { flag, integer, list, type ModuleType, required, seconds, text } from './module-type';

export const passiveModules: readonly ModuleType[] = [
  {
    type: 'named_pipe',
    aliases: ['named-pipe'],
    daemons: ['arbiter', 'receiver', 'poller'],
    title: 'named pipe',
    doc: 'Reads commands and passive results from a named pipe on its machine, as Nagios does. On a receiver, not on the arbiter, it goes on while no arbiter leads.',
    settings: [required('command_file', 'The pipe, made when missing: `/var/lib/shinken/nagios.cmd`.')],
  },
  {
    type: 'nsca_server',
    aliases: ['nsca-server'],
    daemons: ['arbiter', 'receiver'],
    title: 'NSCA server',
    doc: 'Receives passive results from `send_nsca`. Senders know one address: after a take-over the spare receiver has to be reachable under it.',
    settings: [
      text('host', 'Address to listen on; `*` for all of the machine.', '127.0.0.1'),
      integer('port', 'TCP port to listen on.', '5667'),
      {
        ...integer('encryption_method', 'How packets are encrypted; senders need the same.', '0'),
        choices: [
          { value: '0', doc: 'Not at all. The default.' },
          { value: '1', doc: 'XOR with the password. There is no other.' },
        ],
      },
      text('password', 'Password that senders use as well.', ''),
      seconds(
        'max_packet_age',
        'Age from which a packet is dropped, 900 at most; clocks of senders have to be in step.',
        '30',
      ),
      flag('check_future_packet', 'Any value drops packets dated in the future; leave the line out to take them.'),
      integer('payload_length', 'Length of the data: 512 or 4096 as the clients have it, -1 for any.', '-1'),
      integer('buffer_length', 'Most bytes read at a time; more than `payload_length`.', '4096'),
      integer('backlog', 'Connections that may wait.', '10'),
    ],
  },
  {
    type: 'tsca_server',
    aliases: ['tsca-server'],
    daemons: ['arbiter', 'receiver'],
    title: 'TSCA server',
    doc: 'Receives passive results over Thrift from programs in many languages.',
    settings: [
      required('host', 'Address to listen on; `*` for all of the machine.'),
      { ...integer('port', 'TCP port to listen on, usually 9090.'), required: true },
      seconds('max_packet_age', 'Age from which a result is dropped, 900 at most.'),
    ],
  },
  {
    type: 'ws_arbiter',
    aliases: ['ws-arbiter'],
    daemons: ['arbiter', 'receiver'],
    title: 'web service for results',
    doc: 'Receives passive results, acknowledgements, downtimes and restarts over HTTP. Whoever reaches the port without a password may push results.',
    settings: [
      text('host', 'Address to listen on.', '0.0.0.0'),
      integer('port', 'TCP port to listen on.', '7760'),
      text('username', 'User that callers give; `anonymous` asks for none.', 'anonymous'),
      text('password', 'Password that callers give.', ''),
      list('routes', 'What callers may do: `push_check_result,restart,reload,acknowledge,downtime,recheck`.'),
    ],
  },
  {
    type: 'collectd',
    aliases: [],
    daemons: ['arbiter', 'receiver'],
    title: 'collectd',
    doc: 'Receives measurements from collectd and turns them into passive results of services.',
    settings: [
      text('host', 'Address to listen on.', '0.0.0.0'),
      integer('port', 'UDP port to listen on.', '25826'),
      flag('multicast', '`1` joins the multicast group named by `host`.'),
      list(
        'grouped_collectd_plugins',
        'Plugins whose instances make one service together, such as `cpu,df`; none by default.',
      ),
    ],
  },
];
