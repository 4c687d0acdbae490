/** Macros that belong to no object: `$DATE$` and the like. */
export interface GlobalMacro {
  readonly name: string;
  /** The main-file setting it shows; undefined when Shinken computes it. */
  readonly setting?: string;
  readonly doc: string;
}

export const globalMacros: readonly GlobalMacro[] = [
  { name: 'DATE', doc: '' },
  { name: 'EVENTSTARTTIME', doc: '' },
  { name: 'LONGDATETIME', doc: '' },
  { name: 'PROCESSSTARTTIME', doc: '' },
  { name: 'SHORTDATETIME', doc: '' },
  { name: 'TIME', doc: '' },
  { name: 'TIMET', doc: '' },
  { name: 'TOTALHOSTPROBLEMS', doc: '' },
  { name: 'TOTALHOSTPROBLEMSUNHANDLED', doc: '' },
  { name: 'TOTALHOSTSDOWN', doc: '' },
  { name: 'TOTALHOSTSDOWNUNHANDLED', doc: '' },
  { name: 'TOTALHOSTSUNREACHABLE', doc: '' },
  { name: 'TOTALHOSTSUNREACHABLEUNHANDLED', doc: '' },
  { name: 'TOTALHOSTSUP', doc: '' },
  { name: 'TOTALSERVICEPROBLEMS', doc: '' },
  { name: 'TOTALSERVICEPROBLEMSUNHANDLED', doc: '' },
  { name: 'TOTALSERVICESCRITICAL', doc: '' },
  { name: 'TOTALSERVICESCRITICALUNHANDLED', doc: '' },
  { name: 'TOTALSERVICESOK', doc: '' },
  { name: 'TOTALSERVICESUNKNOWN', doc: '' },
  { name: 'TOTALSERVICESUNKNOWNUNHANDLED', doc: '' },
  { name: 'TOTALSERVICESWARNING', doc: '' },
  { name: 'TOTALSERVICESWARNINGUNHANDLED', doc: '' },
  { name: 'ADMINEMAIL', doc: '' },
  { name: 'ADMINPAGER', doc: '' },
  { name: 'COMMANDFILE', setting: 'command_file', doc: '' },
  { name: 'COMMENTDATAFILE', doc: '' },
  { name: 'DOWNTIMEDATAFILE', doc: '' },
  { name: 'HOSTPERFDATAFILE', doc: '' },
  { name: 'LOGFILE', doc: '' },
  { name: 'MAINCONFIGFILE', doc: '' },
  { name: 'OBJECTCACHEFILE', doc: '' },
  { name: 'PREFIX', setting: 'prefix', doc: '' },
  { name: 'RESOURCEFILE', doc: '' },
  { name: 'RETENTIONDATAFILE', doc: '' },
  { name: 'SERVICEPERFDATAFILE', doc: '' },
  { name: 'STATUSDATAFILE', doc: '' },
  { name: 'TEMPFILE', doc: '' },
  { name: 'TEMPPATH', doc: '' },
];

/** Macros whose text comes from a plugin and is stripped of dangerous characters. */
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
