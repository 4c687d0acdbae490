/** Macros that belong to no object of the configuration: `$DATE$`, `$NOTIFICATIONTYPE$` and the like. */
export interface GlobalMacro {
  readonly name: string;
  /** The main-file setting it shows; undefined when Shinken computes it. */
  readonly setting?: string;
  readonly doc: string;
}

const SHARE = 'Counted on one scheduler: only the hosts and services of its own share.';
const NEVER = 'Always empty in Shinken; known so that configurations of Nagios keep working.';

export const globalMacros: readonly GlobalMacro[] = [
  { name: 'DATE', doc: 'Date of the moment the command is made up, as day-month-year: 31-12-2025.' },
  { name: 'TIME', doc: 'Time of the moment the command is made up: 23:59:58.' },
  { name: 'SHORTDATETIME', doc: 'Date and time of the moment the command is made up: 31-12-2025 23:59:58.' },
  { name: 'LONGDATETIME', doc: 'Date and time with weekday and time zone: Wed 31 Dec 23:59:58 CET 2025.' },
  { name: 'TIMET', doc: 'Seconds since 1970 at the moment the command is made up.' },
  { name: 'PROCESSSTARTTIME', doc: 'Meant for the start of the process; always 0 in Shinken.' },
  { name: 'EVENTSTARTTIME', doc: 'Meant for the start of scheduling; always 0 in Shinken.' },
  { name: 'TOTALHOSTSUP', doc: `Number of hosts that are UP. ${SHARE}` },
  { name: 'TOTALHOSTSDOWN', doc: `Number of hosts that are DOWN. ${SHARE}` },
  { name: 'TOTALHOSTSUNREACHABLE', doc: `Number of hosts that are UNREACHABLE. ${SHARE}` },
  { name: 'TOTALHOSTSDOWNUNHANDLED', doc: 'Meant for hosts DOWN that nobody has taken on; always empty in Shinken.' },
  {
    name: 'TOTALHOSTSUNREACHABLEUNHANDLED',
    doc: 'Meant for hosts UNREACHABLE that nobody has taken on; always 0 in Shinken.',
  },
  {
    name: 'TOTALHOSTPROBLEMS',
    doc: 'Meant for hosts with a problem; always empty in Shinken. Add up the counts of DOWN and UNREACHABLE instead.',
  },
  {
    name: 'TOTALHOSTPROBLEMSUNHANDLED',
    doc: 'Meant for problems of hosts that nobody has taken on; always empty in Shinken.',
  },
  { name: 'TOTALSERVICESOK', doc: `Number of services that are OK. ${SHARE}` },
  { name: 'TOTALSERVICESWARNING', doc: `Number of services that are WARNING. ${SHARE}` },
  { name: 'TOTALSERVICESCRITICAL', doc: `Number of services that are CRITICAL. ${SHARE}` },
  { name: 'TOTALSERVICESUNKNOWN', doc: `Number of services that are UNKNOWN. ${SHARE}` },
  {
    name: 'TOTALSERVICESWARNINGUNHANDLED',
    doc: 'Meant for services WARNING that nobody has taken on; always 0 in Shinken.',
  },
  {
    name: 'TOTALSERVICESCRITICALUNHANDLED',
    doc: 'Meant for services CRITICAL that nobody has taken on; always 0 in Shinken.',
  },
  {
    name: 'TOTALSERVICESUNKNOWNUNHANDLED',
    doc: 'Meant for services UNKNOWN that nobody has taken on; always 0 in Shinken.',
  },
  { name: 'TOTALSERVICEPROBLEMS', doc: `Number of services that are the cause of a problem, not its victim. ${SHARE}` },
  {
    name: 'TOTALSERVICEPROBLEMSUNHANDLED',
    doc: 'Meant for problems of services that nobody has taken on; always 0 in Shinken.',
  },
  { name: 'PREFIX', setting: 'prefix', doc: 'Folder Shinken is installed under: the setting `prefix`.' },
  {
    name: 'COMMANDFILE',
    setting: 'command_file',
    doc: 'Named pipe for commands from outside: the setting `command_file`, empty when only a module names the pipe.',
  },
  { name: 'ADMINEMAIL', doc: NEVER },
  { name: 'ADMINPAGER', doc: NEVER },
  { name: 'COMMENTDATAFILE', doc: NEVER },
  { name: 'DOWNTIMEDATAFILE', doc: NEVER },
  { name: 'HOSTPERFDATAFILE', doc: NEVER },
  { name: 'LOGFILE', doc: NEVER },
  { name: 'MAINCONFIGFILE', doc: NEVER },
  { name: 'OBJECTCACHEFILE', doc: NEVER },
  { name: 'RESOURCEFILE', doc: NEVER },
  { name: 'RETENTIONDATAFILE', doc: NEVER },
  { name: 'SERVICEPERFDATAFILE', doc: NEVER },
  { name: 'STATUSDATAFILE', doc: NEVER },
  { name: 'TEMPFILE', doc: NEVER },
  { name: 'TEMPPATH', doc: NEVER },
];

/** Macros of the notification under way: only notification commands have them. */
export const notificationMacros: readonly GlobalMacro[] = [
  {
    name: 'NOTIFICATIONTYPE',
    doc: 'Why the contact is notified: PROBLEM, RECOVERY, ACKNOWLEDGEMENT, FLAPPINGSTART, FLAPPINGSTOP, DOWNTIMESTART, DOWNTIMEEND or CUSTOM.',
  },
  {
    name: 'NOTIFICATIONISESCALATED',
    doc: '`True` when the contact is notified because of an escalation, else `False`: words, not the numbers of Nagios.',
  },
  { name: 'NOTIFICATIONRECIPIENTS', doc: 'Meant for everyone who is notified; always empty in Shinken.' },
  {
    name: 'NOTIFICATIONAUTHOR',
    doc: 'Meant for who caused the notification; always empty in Shinken. For an acknowledgement use `$HOSTACKAUTHOR$` or `$SERVICEACKAUTHOR$`.',
  },
  {
    name: 'NOTIFICATIONAUTHORNAME',
    doc: 'Meant for the contact who caused the notification; always empty in Shinken.',
  },
  {
    name: 'NOTIFICATIONAUTHORALIAS',
    doc: 'Meant for the alias of who caused the notification; always empty in Shinken.',
  },
  {
    name: 'NOTIFICATIONCOMMENT',
    doc: 'Meant for the comment of who caused the notification; always empty in Shinken. For an acknowledgement use `$HOSTACKCOMMENT$` or `$SERVICEACKCOMMENT$`.',
  },
  {
    name: 'HOSTNOTIFICATIONNUMBER',
    doc: 'How often this problem of the host has been notified, this time included; 0 for a recovery.',
  },
  { name: 'HOSTNOTIFICATIONID', doc: 'Number of this notification, counted anew whenever a scheduler starts.' },
  {
    name: 'SERVICENOTIFICATIONNUMBER',
    doc: 'How often this problem of the service has been notified, this time included; 0 for a recovery.',
  },
  { name: 'SERVICENOTIFICATIONID', doc: 'Number of this notification, counted anew whenever a scheduler starts.' },
];

/** Macros whose text comes from a plugin or a person and loses the characters of `illegal_macro_output_chars`. */
export const outputMacros: readonly string[] = [
  'HOSTOUTPUT',
  'HOSTPERFDATA',
  'HOSTACKAUTHOR',
  'HOSTACKCOMMENT',
  'SERVICEOUTPUT',
  'SERVICEPERFDATA',
  'SERVICEACKAUTHOR',
  'SERVICEACKCOMMENT',
];
