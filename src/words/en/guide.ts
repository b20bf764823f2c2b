/** Short pages of guidance, in our own words, where they help and never in the way. */
export const guide = {
  back: 'Back',
  source: 'Adapted from library mentoring guidance, in our own words.',
  more: 'More on this',
  pages: {
    time: {
      title: 'You are not a bother',
      lead: 'Each of the two is often too careful of the other’s time, and so nobody asks.',
      points: [
        'A mentor has said yes to the hour. Using it is what they hope for.',
        'A mentee’s small question is often the one that matters most. Ask it while it is small.',
        'Whoever notices first that a date will not work says so, and proposes another time in the same breath.',
        'Both may start things. If it has been quiet for a while, write one line.',
      ],
    },
    expectations: {
      title: 'Say what you hope for',
      lead: 'Mentoring disappoints most where nobody said what it was for.',
      points: [
        'Talk about wants and needs before the first topic: what would make this year worth it?',
        'Say what you will not do. A mentor is no supervisor, no therapist and no shortcut to a post.',
        'One mentor cannot know everything. Ask who else would be good for a question, and meet them too.',
        'Look again after three months. What you hoped for may have changed, and so may the agreement.',
      ],
    },
    'no-fit': {
      title: 'When it does not gel',
      lead: 'Some pairs do not find each other’s tune. That is nobody’s fault.',
      points: [
        'Agree at the beginning that either of you may end it, without a reason.',
        'Two or three meetings tell more than one. After that, trust what you notice.',
        'End it kindly and clearly: thank the other for the time, and stop the dates, so that nobody waits.',
        'Tell the programme if there is one. A second match often works better than a first.',
      ],
    },
    seasons: {
      title: 'Mentoring has seasons',
      lead: 'A beginning, a time of growing, a time of letting go, and often a friendship after it.',
      points: [
        'Give each season an end. At its last meeting decide together: keep, taper, rest or close.',
        'Fewer meetings are a sign of growth, not of neglect.',
        'A rest needs a date on which you look at it again.',
        'Closing well leaves the door open: you can begin anew at any time.',
      ],
    },
  },
};
