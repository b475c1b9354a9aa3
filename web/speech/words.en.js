/** English words between digits, and the texts of the settings' messages. */
export const SPEECH_WORDS = {
  'speech.point': 'point',
  'speech.comma': 'comma',
  'speech.minus': 'minus',
  'speech.dash': 'dash',
  'speech.slash': 'slash',
  'speech.colon': 'colon',
  'speech.unknown': 'not a digit',
  'speech.unsure': 'Not sure',
  'speech.noVoice':
    'This device has no voice for this language that works without a network. The system’s settings for speech can add one.',
};
