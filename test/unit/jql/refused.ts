const OPERATORS =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";
const DATES =
  "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";

/** What cannot be read: the messages begin with "Error in the JQL Query: ". */
export const UNREADABLE: readonly [jql: string, message: string][] = [
  ['project', `Expecting operator before the end of the query. ${OPERATORS}`],
  ['project WA', `Expecting operator but got 'WA'. ${OPERATORS} (line 1, character 9)`],
  ['project =', 'Expecting either a value, list or function before the end of the query.'],
  [
    'project = = WA',
    "Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 11)",
  ],
  ['project = WA AND', 'Expecting a field name at the end of the query.'],
  ['project = WA status', "Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 14)"],
  ['project = WA\nAND status "x"', `Expecting operator but got 'x'. ${OPERATORS} (line 2, character 12)`],
  ['(project = WA', "Expecting ')' before the end of the query."],
  ['project in ((WA) WA', "Expecting ')' but got 'WA'. (line 1, character 18)"],
  ['status not is EMPTY', "Expecting 'IN' but got 'is'. (line 1, character 12)"],
  ['status is ! EMPTY', "Expecting 'NOT' but got '!'. (line 1, character 11)"],
  [
    ', = WA',
    "Expecting a field name but got ','. You must surround ',' in quotation marks to use it as a field name. (line 1, character 1)",
  ],
  ['[x] = WA', "Expecting a field name but got '['. Did you mean 'cf['? (line 1, character 1)"],
  ["'' = WA", 'A field name cannot be empty. (line 1, character 1)'],
  ["project = ''()", 'A function name cannot be empty. (line 1, character 11)'],
  ['cf = 1', "Expecting '[' but got '='. (line 1, character 4)"],
  ['cf[x] = 1', "Expecting a custom field id (a positive number) but got 'x'. (line 1, character 4)"],
  ['created > startOfDay(', "Expecting ')' before the end of the query."],
  ['created > startOfDay(-1,)', 'Function argument must be specified. (line 1, character 25)'],
  ['project = WA order', "Expecting 'by' before the end of the query."],
  ['project = WA order by', 'Expecting a field name at the end of the query.'],
  [
    'project = WA order by key down',
    "Expecting either 'ASC' or 'DESC' but got 'down'. (line 1, character 27)",
  ],
  ['order by key desc down', "Expecting ',' but got 'down'. (line 1, character 19)"],
  ['summary ~ "open', "The quoted string 'open' has not been completed. (line 1, character 11)"],
  ["summary ~ '", 'The quoted string has not been completed. (line 1, character 11)'],
  [
    'summary ~ limit',
    "'limit' is a reserved JQL word. You must surround it in quotation marks to use it in a query. (line 1, character 11)",
  ],
  [
    'assignee = member@example.invalid',
    String.raw`The character '@' is a reserved JQL character. You must enclose it in a string or use the escape '\u0040' instead. (line 1, character 18)`,
  ],
  [
    String.raw`status = \c`,
    String.raw`'\c' is an illegal JQL escape sequence. The valid escape sequences are \', \", \t, \n, \r, \\, '\ ' and \uXXXX. (line 1, character 10)`,
  ],
  [
    'status = "\u007f"',
    String.raw`The character 'U+007F' on line 1 at position 11 must be escaped. Use the escape '\u007f' instead. (line 1, character 11)`,
  ],
];

/** What can be read but not answered. */
export const INVALID: readonly [jql: string, ...messages: string[]][] = [
  ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
  ['cf[10020] = 2', "Field 'cf[10020]' does not exist or you do not have permission to view it."],
  [
    'user.property[a].b = 2',
    "Field 'user.property[a].b' does not exist or you do not have permission to view it.",
  ],
  ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
  ['project = 4711', "A value with ID '4711' does not exist for the field 'project'."],
  ['type = Bug', "The value 'Bug' does not exist for the field 'type'."],
  ['status in ("To Do", Shipped)', "The value 'Shipped' does not exist for the field 'status'."],
  ['statusCategory = Blocked', "The value 'Blocked' does not exist for the field 'statusCategory'."],
  ['priority > Blocker', "The value 'Blocker' does not exist for the field 'priority'."],
  ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
  ['resolution = Fixed', "The value 'Fixed' does not exist for the field 'resolution'."],
  ['key = WA-999', "An issue with key 'WA-999' does not exist for field 'key'."],
  ['parent = 4711', "An issue with ID '4711' does not exist for field 'parent'."],
  ['key = 12x', "The issue key '12x' for field 'key' is invalid."],
  ['project ~ WA', "The operator '~' is not supported by the 'project' field."],
  ['summary = x', "The operator '=' is not supported by the 'summary' field."],
  ['text !~ x', "The operator '!~' is not supported by the 'text' field."],
  ['labels > a', "The operator '>' is not supported by the 'labels' field."],
  ['waRisk ~ HIGH', "The operator '~' is not supported by the 'waRisk' field."],
  ['project in WA', `Operator 'in' does not support the non-list value '"WA"' for field 'project'.`],
  [
    'project = (WA, KAN)',
    `Operator '=' does not support the list value '("WA", "KAN")' for field 'project'.`,
  ],
  [
    'status is Done',
    `Operator 'is' does not support the value '"Done"' for field 'status': only EMPTY and NULL.`,
  ],
  ['created > EMPTY', "The field 'created' does not support searching for EMPTY values."],
  ['summary ~ ""', "The field 'summary' does not support searching for an empty string."],
  ['summary ~ "*x"', "The text query '*x' for field 'summary' is not allowed to start with '*'."],
  ['updated >= yesterday', `Date value 'yesterday' for field 'updated' is invalid. ${DATES}`],
  ['updated >= 2026-02-30', `Date value '2026-02-30' for field 'updated' is invalid. ${DATES}`],
  ['created > now(1)', "Function 'now' expected '0' arguments but received '1'."],
  [
    'created > startOfDay(-1x)',
    "Duration for function 'startOfDay' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.",
  ],
  [
    'issuetype = subtaskIssueTypes()',
    "Operator '=' does not support the list value 'subtaskIssueTypes()' for field 'issuetype'.",
  ],
  [
    'status in subtaskIssueTypes()',
    "A value provided by the function 'subtaskIssueTypes' is invalid for the field 'status'.",
  ],
  ['assignee in (noFunction(x))', "Unable to find JQL function 'noFunction(x)'."],
  [
    'status = currentUser()',
    "A value provided by the function 'currentUser' is invalid for the field 'status'.",
  ],
  [
    'created > currentUser()',
    "A value provided by the function 'currentUser' is invalid for the field 'created'.",
  ],
  ['reviewCount > many', "The value 'many' for field 'reviewCount' is invalid - please specify a number."],
  ['order by text', "Not able to sort using field 'text'."],
  [
    'project = NOPE and colour = red order by labels',
    "The value 'NOPE' does not exist for the field 'project'.",
    "Field 'colour' does not exist or you do not have permission to view it.",
    "Not able to sort using field 'labels'.",
  ],
];

/** What Jira would answer and the local site does not serve. */
export const UNSERVED: readonly [jql: string, what: string][] = [
  ['status was Done', "the JQL operator 'was'"],
  ['status changed', "the JQL operator 'changed'"],
  ['summary ~ "a OR b"', "the text syntax of 'a OR b'"],
  ['summary ~ "a~2"', "the text syntax of 'a~2'"],
  ['assignee in (membersOf(x))', 'the JQL function membersOf()'],
  ['assignee in membersOf(x)', 'the JQL function membersOf()'],
  ['created > startOfWeek()', 'the JQL function startOfWeek()'],
  ['sprint in openSprints()', "the JQL field 'sprint'"],
  ['fixVersion = 1', "the JQL field 'fixVersion'"],
  ['project = WA order by rank', "the JQL field 'rank'"],
  ['"Story points" > 3', "the JQL field 'Story points'"],
  ['cf[10030] = x', "the JQL field 'cf[10030]'"],
  ['colour = red or watcher = x', "the JQL field 'watcher'"],
];
