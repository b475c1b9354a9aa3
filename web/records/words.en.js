/**
 * English texts of the history. A text is put together from the values in braces; where it goes by a number, there is
 * one for each of Intl.PluralRules' categories that the language has, told by `count`.
 *
 * @satisfies {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>}
 */
export const RECORD_WORDS = {
  'records.unavailable':
    'This browser keeps no history here, as in a private window. Everything else works; what you read is forgotten when the page closes.',
  'records.noRoom':
    'There is no room left on this device: this reading is not in the history. Delete part of the history, or free some space.',
  'records.madeRoom': {
    one: 'The device is full: the oldest reading left the history. Free some space to keep more.',
    other: 'The device is full: the {count} oldest readings left the history. Free some space to keep more.',
  },
  'records.trimmed': {
    one: 'The history holds {records} readings, {pictures} of them pictures: the oldest left it. Export it to keep more.',
    other:
      'The history holds {records} readings, {pictures} of them pictures: the {count} oldest left it. Export it to keep more.',
  },
  'records.csv.time': 'Time',
  'records.csv.text': 'Reading',
  'records.csv.read': 'As it was read',
  'records.csv.confidence': 'Confidence',
  'records.csv.corrected': 'Corrected',
  'records.csv.source': 'From',
  'records.csv.yes': 'yes',
  'records.csv.no': 'no',
  'records.csv.pad': 'Pad',
  'records.csv.picture': 'Picture',
};
