/** Modules of the arbiter: where objects come from, and what changes them before they are checked. */
import { flag, integer, list, type ModuleType, required, seconds, text } from './module-type';

const HA = 'A spare arbiter needs it as well, and the same answer from it, to read the same configuration.';

const imported = [
  'hosts',
  'hostgroups',
  'services',
  'servicegroups',
  'contacts',
  'contactgroups',
  'commands',
  'timeperiods',
  'notificationways',
  'hostdependencies',
  'servicedependencies',
  'realms',
  'schedulers',
  'pollers',
  'reactionners',
  'brokers',
  'receivers',
];

const tagging = [
  required('property', 'Directive of the host to write, such as `use` or `poller_tag`.'),
  required('value', 'What to write there.'),
  {
    ...text('method', 'How the value joins one that is there.', 'replace'),
    choices: [
      { value: 'replace', doc: 'Writes it only where there is none. The default.' },
      { value: 'append', doc: 'Adds it at the end.' },
      { value: 'prepend', doc: 'Adds it at the front.' },
      { value: 'set', doc: 'Writes it in place of what there is.' },
    ],
  },
  list('ignore_hosts', 'Hosts to leave alone, between commas.'),
];

export const arbiterModules: readonly ModuleType[] = [
  {
    type: 'import-glpi',
    aliases: ['import_glpi', 'glpi'],
    daemons: ['arbiter'],
    title: 'import from GLPI',
    bringsObjects: true,
    doc: `Adds hosts, services, contacts and commands from the inventory GLPI to those in the files. ${HA}`,
    settings: [
      text('uri', 'Web service of GLPI.', 'http://localhost/glpi/plugins/webservices/xmlrpc.php'),
      text('login_name', 'User of GLPI.', 'shinken'),
      text('login_password', 'Password of that user.', 'shinken'),
      text('tag', 'Entity to take objects from; empty for all. `tags` takes several.', ''),
      list('tags', 'Entities to take objects from, between commas; empty for all.', ''),
    ],
  },
  {
    type: 'mysql_import',
    aliases: ['mysql-import'],
    daemons: ['arbiter'],
    title: 'import from MySQL',
    bringsObjects: true,
    doc: `Adds objects from a MySQL database to those in the files; columns are named like directives. ${HA}`,
    settings: [
      required('host', 'Name or address of the database server; from a spare arbiter `localhost` is another one.'),
      required('login', 'User of the database.'),
      required('password', 'Password of that user.'),
      required('database', 'Name of the database.'),
      ...imported.map((type) =>
        text(`req${type}`, `Query that gives ${type}, one for each row; left out, none are imported.`),
      ),
    ],
  },
  {
    type: 'mongodb',
    aliases: [],
    daemons: ['arbiter'],
    within: ['webui', 'webui2'],
    title: 'MongoDB',
    bringsObjects: true,
    doc: 'On an arbiter: adds objects from a MongoDB database to those in the files. In the web interface: keeps what users prefer, for every broker that names the same database.',
    settings: [
      required('uri', 'Where the database is: `mongodb://server/?safe=false`.'),
      required('database', 'Name of the database, usually `shinken`.'),
      text('username', 'User of the database; none by default.', ''),
      text('password', 'Password of that user.', ''),
      text('replica_set', 'Name of the replica set; none by default.', ''),
    ],
  },
  {
    type: 'aws_import',
    aliases: ['aws-import'],
    daemons: ['arbiter'],
    title: 'import from Amazon EC2',
    bringsObjects: true,
    doc: `Adds the machines of an Amazon account as hosts. ${HA}`,
    settings: [
      required('api_key', 'Access key of the account.'),
      required('secret', 'Secret key of the account.'),
      text('default_template', 'Template for hosts without a tag, such as `generic-host`.', ''),
      text('ignore_tag', 'Tag of machines to leave out.'),
      list('regions', 'Regions to ask, between commas.', 'ec2_us_east'),
      text('poller_tag', '`poller_tag` for the hosts; none by default.'),
    ],
  },
  {
    type: 'landscape_import',
    aliases: ['landscape-import'],
    daemons: ['arbiter'],
    title: 'import from Landscape',
    bringsObjects: true,
    doc: `Adds the machines managed by Canonical Landscape as hosts. ${HA}`,
    settings: [
      required('key', 'Access key of the account.'),
      required('secret', 'Secret key of the account.'),
      text('default_template', 'Template for hosts without a tag, such as `generic-host`.', ''),
      text('ca', 'Certificate file of the authority; the usual ones by default.'),
      text('https_proxy', 'Proxy to go through, as a URL; none by default.', ''),
    ],
  },
  {
    type: 'ip_tag',
    aliases: ['ip-tag'],
    daemons: ['arbiter'],
    title: 'tag hosts by address',
    doc: 'Writes a directive into every host whose address lies in a range: a template, a poller tag, a realm. What it writes shows in no file.',
    settings: [
      required('ip_range', 'Range of addresses, such as `192.168.0.0/24`.'),
      ...tagging,
      integer('pool_size', 'Addresses looked up at the same time.', '1'),
    ],
  },
  {
    type: 'file_tag',
    aliases: ['file-tag'],
    daemons: ['arbiter'],
    title: 'tag hosts by a list',
    doc: 'Writes a directive into every host listed in a file. A spare arbiter needs a copy of the file.',
    settings: [required('path', 'File with one host name a line.'), ...tagging],
  },
  {
    type: 'hot_dependencies',
    aliases: ['hot-dependencies'],
    daemons: ['arbiter'],
    title: 'dependencies that follow virtual machines',
    doc: 'Makes hosts or services depend on others by a mapping file that a command writes again and again: virtual machines on the server that carries them. A spare arbiter needs the command and its access.',
    settings: [
      text('mapping_file', 'File with the pairs, in JSON.', ''),
      text('mapping_command', 'Command that writes the file; none when something else does.', ''),
      seconds('mapping_command_interval', 'Seconds between two runs of the command.', '60'),
      seconds('mapping_command_timeout', 'Seconds after which the command is killed.', '300'),
      flag('debug', '`1` logs every step.'),
    ],
  },
  {
    type: 'hack_commands_poller_tag',
    aliases: ['hack-commands-poller-tag'],
    daemons: ['arbiter'],
    title: 'poller tags by command line',
    doc: 'Writes a poller tag into every command whose line matches a pattern, where another program writes the files.',
    settings: [
      required('cmd_line_match', 'Regular expression for the command line.'),
      required('poller_tag', 'Tag to write.'),
    ],
  },
  {
    type: 'hack_poller_tag_by_macros',
    aliases: ['hack-poller-tag-by-macros'],
    daemons: ['arbiter'],
    title: 'poller tags by custom macro',
    doc: 'Takes the poller tag of hosts and services from a custom macro, where another program writes the files.',
    settings: [
      text('host_macro_name', 'Custom macro of hosts with the tag: `_poller_tag`.'),
      text('service_macro_name', 'Custom macro of services with the tag: `_poller_tag`.'),
    ],
  },
];
