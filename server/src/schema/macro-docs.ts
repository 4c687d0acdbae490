/** What each macro shows: macros of objects by name, and those that are a family of names by their form. */
import { globalMacros, notificationMacros } from './macros';

/** Macros of hosts and of services have the same meaning under two names. */
function hostAndService(host: string, service: string, doc: (noun: string) => string): Record<string, string> {
  return { [host]: doc('host'), [service]: doc('service') };
}

function same(suffix: string, doc: (noun: string) => string): Record<string, string> {
  return hostAndService(`HOST${suffix}`, `SERVICE${suffix}`, doc);
}

function last(suffix: string, doc: (noun: string) => string): Record<string, string> {
  return hostAndService(`LASTHOST${suffix}`, `LASTSERVICE${suffix}`, doc);
}

/** The numbered addresses of a host that `$HOSTADDRESS0$` and so on show, up to 31. */
const numberedAddresses = Object.fromEntries(
  Array.from({ length: 32 }, (_, n) => [
    `HOSTADDRESS${n}`,
    `Another address of the host: its directive \`address${n}\`, which hosts accept with a warning. Empty without it.`,
  ]),
);

const contactAddresses = Object.fromEntries(
  Array.from({ length: 6 }, (_, n) => [
    `CONTACTADDRESS${n + 1}`,
    `Address number ${n + 1} of the contact who is notified: its directive \`address${n + 1}\`.`,
  ]),
);

function groupMacros(prefix: string, noun: string, example: string): Record<string, string> {
  const onDemand = `Only for a group named in the macro: \`$${prefix}`;
  return {
    [`${prefix}ALIAS`]: `Description of a ${noun}. ${onDemand}ALIAS:${example}$\`.`,
    [`${prefix}NOTES`]: `Notes of a ${noun}. ${onDemand}NOTES:${example}$\`.`,
    [`${prefix}NOTESURL`]: `Link to notes on a ${noun}. ${onDemand}NOTESURL:${example}$\`.`,
    [`${prefix}ACTIONURL`]: `Link to actions on a ${noun}. ${onDemand}ACTIONURL:${example}$\`.`,
    [`${prefix}MEMBERS`]: `Members of a ${noun}, as far as the scheduler has them. ${onDemand}MEMBERS:${example}$\`.`,
  };
}

/** Macro name → what it shows, for every macro of an object type. */
export const objectMacroDocs: Readonly<Record<string, string>> = {
  HOSTNAME: 'Name of the host: its `host_name`.',
  HOSTALIAS: 'Longer name of the host: its `alias`, which is `host_name` when left out.',
  HOSTADDRESS: 'Address of the host: its `address`, which is `host_name` when left out.',
  ...numberedAddresses,
  HOSTREALM: 'Realm the host belongs to.',
  HOSTGROUPNAME: 'Description (`alias`) of the last host group of the host, not its name as in Nagios.',
  HOSTGROUPNAMES: 'Names of all host groups of the host, between a comma and a blank.',
  SERVICEDESC: 'Name of the service: its `service_description`.',
  SERVICEISVOLATILE: '`True` for a volatile service, else `False`: words, not the numbers of Nagios.',
  SERVICEGROUPNAME:
    'Meant for the first service group of the service; always empty in Shinken. Use `$SERVICEGROUPNAMES$`.',
  SERVICEGROUPNAMES: 'Names of all service groups of the service, between commas.',
  ...same('DISPLAYNAME', (noun) => `Name of the ${noun} for people: its \`display_name\`.`),
  HOSTSTATE: 'State of the host: UP, DOWN or UNREACHABLE.',
  SERVICESTATE: 'State of the service: OK, WARNING, CRITICAL or UNKNOWN.',
  HOSTSTATEID: 'State of the host as a number: 0 UP, 1 DOWN, 2 UNREACHABLE.',
  SERVICESTATEID: 'State of the service as a number: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.',
  ...same('STATETYPE', (noun) => `SOFT while the ${noun} is being checked again before anyone is told, else HARD.`),
  ...same('ATTEMPT', (noun) => `Number of the check attempt the ${noun} is at.`),
  ...hostAndService(
    'MAXHOSTATTEMPTS',
    'MAXSERVICEATTEMPTS',
    (noun) => `Attempts until a state of the ${noun} is HARD: its \`max_check_attempts\`.`,
  ),
  ...last('STATE', (noun) => `State of the ${noun} before the present one.`),
  ...last('STATEID', (noun) => `State of the ${noun} before the present one, as a number.`),
  ...last('CHECK', (noun) => `When the ${noun} was last checked, in seconds since 1970.`),
  ...last('STATECHANGE', (noun) => `When the state of the ${noun} last changed, in seconds since 1970.`),
  ...last('EVENTID', (noun) => `Number of the change of state of the ${noun} before the last.`),
  ...last('PROBLEMID', (noun) => `Number of the problem of the ${noun} before the present one.`),
  ...last('PERFDATA', (noun) => `Performance data of the check of the ${noun} before the last.`),
  LASTHOSTUP: 'When the host was last seen UP, in seconds since 1970.',
  LASTHOSTDOWN: 'When the host was last seen DOWN, in seconds since 1970.',
  LASTHOSTUNREACHABLE: 'When the host was last seen UNREACHABLE, in seconds since 1970.',
  LASTSERVICEOK: 'When the service was last seen OK, in seconds since 1970.',
  LASTSERVICEWARNING: 'When the service was last seen WARNING, in seconds since 1970.',
  LASTSERVICECRITICAL: 'When the service was last seen CRITICAL, in seconds since 1970.',
  LASTSERVICEUNKNOWN: 'When the service was last seen UNKNOWN, in seconds since 1970.',
  ...same(
    'EVENTID',
    (noun) => `Number of the last change of state of the ${noun}, counted over all objects of a scheduler.`,
  ),
  ...same('PROBLEMID', (noun) => `Number of the present problem of the ${noun}; 0 while there is none.`),
  ...same('LATENCY', (noun) => `Seconds between when the ${noun} was to be checked and when it was.`),
  ...same('EXECUTIONTIME', (noun) => `Seconds the last check of the ${noun} took.`),
  ...same('DURATION', (noun) => `How long the ${noun} has been in its state: 01h 02m 03s.`),
  ...same('DURATIONSEC', (noun) => `How long the ${noun} has been in its state, in seconds.`),
  ...same('DOWNTIME', (noun) => `Number of downtimes the ${noun} is in; 0 for none.`),
  ...same('PERCENTCHANGE', (noun) => `How much the ${noun} is flapping, in percent.`),
  ...same('OUTPUT', (noun) => `First line that the last check of the ${noun} printed, without performance data.`),
  ...hostAndService(
    'LONGHOSTOUTPUT',
    'LONGSERVICEOUTPUT',
    (noun) => `What the last check of the ${noun} printed after its first line.`,
  ),
  ...same('PERFDATA', (noun) => `Performance data of the last check of the ${noun}.`),
  ...same('CHECKCOMMAND', (noun) => `Name of the command that checks the ${noun}, without arguments.`),
  ...same('ACKAUTHOR', (noun) => `Who acknowledged the problem of the ${noun}; empty when nobody did.`),
  ...same(
    'ACKAUTHORNAME',
    (noun) => `Who acknowledged the problem of the ${noun}; in Shinken the same as the macro without NAME.`,
  ),
  ...same(
    'ACKAUTHORALIAS',
    (noun) => `Who acknowledged the problem of the ${noun}; in Shinken the same as the macro without ALIAS.`,
  ),
  ...same('ACKCOMMENT', (noun) => `Comment with which the problem of the ${noun} was acknowledged.`),
  ...same('NOTES', (noun) => `Notes on the ${noun}: its \`notes\`.`),
  ...same('NOTESURL', (noun) => `Link to notes on the ${noun}: its \`notes_url\`.`),
  ...same('ACTIONURL', (noun) => `Link to actions on the ${noun}: its \`action_url\`.`),
  ...same('BUSINESSIMPACT', (noun) => `How much the ${noun} matters to the business, 0 to 5: its \`business_impact\`.`),
  TOTALHOSTSERVICES: 'Number of services of the host.',
  TOTALHOSTSERVICESOK: 'Number of services of the host that are OK.',
  TOTALHOSTSERVICESWARNING: 'Number of services of the host that are WARNING.',
  TOTALHOSTSERVICESCRITICAL: 'Number of services of the host that are CRITICAL.',
  TOTALHOSTSERVICESUNKNOWN: 'Number of services of the host that are UNKNOWN.',
  STATUS: 'State of a member of a business rule, for `business_rule_output_template`.',
  SHORTSTATUS:
    'State of a member of a business rule as one letter (U, D, N or O, W, C, U), for `business_rule_output_template`.',
  FULLNAME: 'Full name of a member of a business rule, `host` or `host/service`, for `business_rule_output_template`.',
  CONTACTNAME: 'Name of the contact who is notified: its `contact_name`.',
  CONTACTALIAS: 'Longer name of the contact who is notified: its `alias`.',
  CONTACTEMAIL: 'Mail address of the contact who is notified: its `email`.',
  CONTACTPAGER: 'Pager or telephone number of the contact who is notified: its `pager`.',
  ...contactAddresses,
  CONTACTGROUPNAME: 'Meant for a group of the contact; always empty in Shinken.',
  CONTACTGROUPNAMES: 'Meant for the groups of the contact; always empty in Shinken.',
  CONTACTGROUPALIAS:
    'Description of a contact group. Only for a group named in the macro: `$CONTACTGROUPALIAS:admins$`.',
  CONTACTGROUPMEMBERS: 'Meant for the members of a contact group; always empty in Shinken.',
  ...groupMacros('HOSTGROUP', 'host group', 'linux'),
  ...groupMacros('SERVICEGROUP', 'service group', 'web'),
  REALMNAME: 'Meant for the name of a realm; no command has it. Use `$HOSTREALM$`.',
  REALMMEMBERS: 'Meant for the members of a realm; no command has it.',
};

/** A family of macros that share a form. */
export interface MacroForm {
  /** As a person writes it: `$ARGn$`. */
  readonly form: string;
  /** Matches the name between the dollar signs. */
  readonly pattern: RegExp;
  readonly doc: string;
}

export const macroForms: readonly MacroForm[] = [
  {
    form: '$ARGn$',
    pattern: /^ARG\d+$/,
    doc: 'Argument number n of the call `command!first!second`; empty when the call has fewer. A `!` inside an argument is written `\\!`.',
  },
  {
    form: '$USERn$',
    pattern: /^USER(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/,
    doc: 'Value of the line `$USERn$=…` outside any object, 1 to 255; empty without one. `$USER1$` is usually the folder of the plugins.',
  },
  {
    form: '$_HOSTNAME$',
    pattern: /^_HOST\w/,
    doc: 'Custom macro of the host: `$_HOSTDISKS$` shows its line `_DISKS`, unless a macro modulation replaces it at the time. Case does not matter; empty without one.',
  },
  {
    form: '$_SERVICENAME$',
    pattern: /^_SERVICE\w/,
    doc: 'Custom macro of the service: `$_SERVICEPORT$` shows its line `_PORT`, unless a macro modulation replaces it at the time. Case does not matter; empty without one.',
  },
  {
    form: '$_CONTACTNAME$',
    pattern: /^_CONTACT\w/,
    doc: 'Custom macro of the contact who is notified: `$_CONTACTPHONE$` shows its line `_PHONE`. Case does not matter; empty without one.',
  },
  {
    form: '$MACRO:name$',
    pattern: /^[A-Z]\w*:[^:]*$/,
    doc: 'The macro of the host, contact or group of that name, whatever the command is about. A host that another scheduler has gives nothing.',
  },
  {
    form: '$MACRO:host:service$',
    pattern: /^[A-Z]\w*:[^:]*:[^:]*$/,
    doc: 'The macro of that service; an empty host is the host the command is about. A service that another scheduler has gives nothing.',
  },
  { form: '$$', pattern: /^$/, doc: 'A dollar sign.' },
];

const docsByName: ReadonlyMap<string, string> = new Map([
  ...Object.entries(objectMacroDocs),
  ...[...globalMacros, ...notificationMacros].map((macro): [string, string] => [macro.name, macro.doc]),
]);

/**
 * What the macro of that name (without its dollar signs) shows; a macro asked of a named object (`HOSTSTATE:web`) has the text of both.
 * Undefined for a name that Shinken does not know: it may still be defined by a line `$NAME$=…`.
 */
export function macroDoc(name: string): string | undefined {
  const known = docsByName.get(name);
  if (known !== undefined) return known;
  const form = macroForms.find(({ pattern }) => pattern.test(name))?.doc;
  const colon = name.indexOf(':');
  if (colon < 0 || form === undefined) return form;
  const base = docsByName.get(name.slice(0, colon));
  return base === undefined ? undefined : `${base} ${form}`;
}
