/** Words of what is wrong with a field, by code: ICU messages. */
export const input = {
  'at-field': '{field}: {problem}',

  'must-be-of-type':
    'must be {expected, select, string {a text} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} record {an object} other {{expected}}}',
  'must-be-one-of': 'must be one of {values}',
  'keys-not-taken': 'has members that the app does not know: {keys}',
  'must-be-more':
    'must {of, select, string {have at least {minimum, plural, one {# character} other {# characters}}} array {have at least {minimum, plural, one {# entry} other {# entries}}} other {be at least {minimum}}}',
  'must-be-less':
    'must {of, select, string {have at most {maximum, plural, one {# character} other {# characters}}} array {have at most {maximum, plural, one {# entry} other {# entries}}} other {be at most {maximum}}}',
  'must-take-fewer-bytes': 'must take at most {most, number} bytes as JSON: take some of it out',
  'must-be-text': 'must be text: it holds a character that no text has (NUL, or half of a surrogate pair)',
  'must-have-form': 'must have the form {form}',
  'must-be-valid': 'is not valid',
} as const;
