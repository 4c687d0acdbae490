import type { Directive } from './types';

/** Settings of the daemons' own ini files (`daemons/brokerd.ini` …), common to all. */
export const daemonIniSettings: readonly Directive[] = [
  { name: 'ca_cert', value: 'string', default: 'etc/certs/ca.pem', doc: '' },
  { name: 'daemon_enabled', value: 'boolean', default: '1', doc: '' },
  { name: 'daemon_thread_pool_size', value: 'integer', default: '16', doc: '' },
  { name: 'group', value: 'string', default: 'root', doc: '' },
  { name: 'hard_ssl_name_check', value: 'boolean', default: '0', doc: '' },
  { name: 'host', value: 'string', default: '0.0.0.0', doc: '' },
  { name: 'http_backend', value: 'string', default: 'auto', doc: '' },
  { name: 'idontcareaboutsecurity', value: 'boolean', default: '0', doc: '' },
  { name: 'log_level', value: 'logLevel', default: 'WARNING', doc: '' },
  { name: 'max_queue_size', value: 'integer', default: '0', doc: '' },
  { name: 'modules_dir', value: 'path', default: '/var/lib/shinken/modules', doc: '' },
  { name: 'server_cert', value: 'string', default: 'etc/certs/server.cert', doc: '' },
  { name: 'server_key', value: 'string', default: 'etc/certs/server.key', doc: '' },
  { name: 'spare', value: 'boolean', default: '0', doc: '' },
  { name: 'use_local_log', value: 'boolean', default: '1', doc: '' },
  { name: 'use_ssl', value: 'boolean', default: '0', doc: '' },
  { name: 'user', value: 'string', default: 'root', doc: '' },
  { name: 'workdir', value: 'path', default: '/var/run/shinken/', doc: '' },
  { name: 'aggressive_memory_management', value: 'boolean', default: '0', since: '3.0', doc: '' },
  { name: 'graceful_enabled', value: 'boolean', default: '0', since: '3.0', doc: '' },
  { name: 'graceful_timeout', value: 'integer', default: '60', since: '3.0', doc: '' },
];

/** Per daemon, what differs from one to the other. */
export const daemonIniSettingsByDaemon: Readonly<Record<string, readonly Directive[]>> = {
  broker: [
    { name: 'local_log', value: 'path', default: 'brokerd.log', doc: '' },
    { name: 'pidfile', value: 'path', default: 'brokerd.pid', doc: '' },
    { name: 'port', value: 'integer', default: '7772', doc: '' },
  ],
  poller: [
    { name: 'local_log', value: 'path', default: 'pollerd.log', doc: '' },
    { name: 'pidfile', value: 'path', default: 'pollerd.pid', doc: '' },
    { name: 'port', value: 'integer', default: '7771', doc: '' },
  ],
  reactionner: [
    { name: 'local_log', value: 'path', default: 'reactionnerd.log', doc: '' },
    { name: 'pidfile', value: 'path', default: 'reactionnerd.pid', doc: '' },
    { name: 'port', value: 'integer', default: '7769', doc: '' },
  ],
  receiver: [
    { name: 'local_log', value: 'path', default: 'receiverd.log', doc: '' },
    { name: 'pidfile', value: 'path', default: 'receiverd.pid', doc: '' },
    { name: 'port', value: 'integer', default: '7773', doc: '' },
  ],
  scheduler: [
    { name: 'local_log', value: 'path', default: 'schedulerd.log', doc: '' },
    { name: 'pidfile', value: 'path', default: 'schedulerd.pid', doc: '' },
    { name: 'port', value: 'integer', default: '7768', doc: '' },
  ],
};
