import type { ObjectType } from '../types';
import { noInheritance } from './common';
import {
  address,
  checkInterval,
  dataTimeout,
  hardSslNameCheck,
  manageArbiters,
  manageSubRealms,
  maxCheckAttempts,
  modules,
  passiveIgnored,
  pollingIntervalIgnored,
  port,
  realm,
  satelliteMap,
  satelliteRunningProperties,
  spare,
  timeout,
  useSsl,
  useTimezone,
} from './satellite';

export const arbiter: ObjectType = {
  name: 'arbiter',
  title: 'arbiter',
  doc: 'The daemon that reads the configuration, cuts it into parts, hands them to the others and moves the work of those that die. One arbiter leads at a time; a second one with `spare 1` takes over when it falls silent.',
  nameDirective: 'arbiter_name',
  inherits: false,
  customMacros: true,
  definable: true,
  oldNames: {},
  usual: ['arbiter_name', 'host_name', 'address', 'port', 'spare', 'modules'],
  begunWith: ['address', 'port', 'spare'],
  directives: [
    {
      name: 'arbiter_name',
      value: 'string',
      required: true,
      doc: 'Name of the arbiter, one of a kind: of two with one name the last one read replaces the other. `shinken-arbiter -n NAME` picks the definition by it instead of by `host_name`.',
    },
    {
      name: 'host_name',
      value: 'string',
      doc: 'Name of the machine this arbiter runs on, exactly as `hostname` (or its fully qualified form) prints it there; the same files lie on every machine, and each arbiter finds itself by this. Left out it matches any machine, so with a spare every arbiter needs its own.',
    },
    {
      ...address,
      doc: 'Host name or IP address on which this arbiter listens and under which the other arbiter reaches it. With a spare arbiter it must be reachable from the other machine, so never `localhost`.',
    },
    port(
      '7770',
      'TCP port this arbiter listens on; 7770 by default. A spare recognises itself by address and port, so no two arbiters may share both.',
    ),
    {
      ...spare,
      doc: "`1` makes this arbiter wait until it has not heard from the master for the master's `check_interval × max_check_attempts` (180 s by default), then lead; when the master returns it steps back. One master and one spare: two spares would both take over, two masters stop each other.",
    },
    {
      ...modules,
      doc: 'Names of the `define module` objects this arbiter loads, between commas: imports, passive results, retention. A spare arbiter needs the same ones to read the same configuration.',
    },
    timeout,
    {
      ...dataTimeout,
      doc: 'Seconds allowed for sending the whole configuration to the other arbiter; 120 by default. While it hangs the leading arbiter does nothing else, take-overs included.',
    },
    {
      ...checkInterval,
      doc: "Seconds between two pings of a spare arbiter; 60 by default. The master's value times its `max_check_attempts` is the silence, 180 s by default, after which the spare takes the lead.",
    },
    {
      ...maxCheckAttempts,
      doc: "Failed pings in a row after which an arbiter counts as dead; 3 by default. The master's value times its `check_interval` is the silence after which the spare takes the lead; with 1 a hiccup is enough.",
    },
    {
      ...satelliteMap,
      doc: "Addresses of other daemons as this arbiter sees them, where they differ from the declared ones (address translation): `poller-1=10.0.0.1:7771,…`, the port optional. A spare arbiter elsewhere needs its own map, and a master's spare an entry of its own.",
    },
    useSsl,
    hardSslNameCheck,
    {
      name: 'accept_passive_unknown_check_results',
      value: 'boolean',
      default: '0',
      doc: '`1` keeps passive results for hosts and services that are not configured and passes them to the brokers as unknown ones, instead of logging a warning and dropping them.',
    },
    {
      ...realm,
      reference: undefined,
      ignored: true,
      doc: 'An arbiter leads all realms: whatever is written here is neither checked nor used.',
    },
    {
      ...manageSubRealms,
      ignored: true,
      doc: 'An arbiter leads all realms; the value changes nothing.',
    },
    manageArbiters,
    passiveIgnored,
    pollingIntervalIgnored,
    {
      ...useTimezone,
      ignored: true,
      doc: "The arbiter takes its time zone from the main file's `use_timezone`; a value here changes nothing.",
    },
    ...noInheritance,
  ],
  runningProperties: satelliteRunningProperties,
  macros: {},
};
