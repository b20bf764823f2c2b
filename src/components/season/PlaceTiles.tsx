import { Field, makeStyles } from '@fluentui/react-components';
import { LocationRegular, QuestionCircleRegular, VideoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Input } from '#components/controls/Input.tsx';
import { useWords } from '#words/Words.ts';
import { ChoiceTiles } from '#components/ChoiceTiles.tsx';
import type { Place } from '#domain/season/seasonChoice.ts';

export interface PlaceTilesProps {
  readonly place: Place;
  readonly problem: string | undefined;
  readonly onChange: (place: Place) => void;
}

const longestPlace = 200;

/** Where: a Teams meeting, a place in words, or to be agreed. */
export function PlaceTiles({ place, problem, onChange }: PlaceTilesProps) {
  const classes = useStyles();
  const words = useWords().booking.season;
  const [text, setText] = useState(place.kind === 'words' ? place.text : '');
  const [wasLeft, setLeft] = useState(false);
  return (
    <div className={classes.root}>
      <ChoiceTiles
        label={words.where}
        columns={3}
        value={place.kind}
        onChoose={(value) => {
          if (value === 'words') onChange({ kind: 'words', text });
          else onChange({ kind: value === 'teams' ? 'teams' : 'open' });
        }}
        tiles={[
          { value: 'teams', label: words.places.teams, icon: <VideoRegular /> },
          { value: 'words', label: words.places.words, icon: <LocationRegular /> },
          { value: 'open', label: words.places.open, icon: <QuestionCircleRegular /> },
        ]}
      />
      {place.kind === 'words' && (
        <Field
          label={words.placeLabel}
          className={classes.field}
          {...(problem === undefined || !wasLeft
            ? { hint: words.placeHint }
            : { validationMessage: problem })}
        >
          <Input
            size="large"
            maxLength={longestPlace}
            value={text}
            onBlur={() => setLeft(true)}
            onChange={(_, { value }) => {
              setText(value);
              onChange({ kind: 'words', text: value });
            }}
          />
        </Field>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  field: { maxWidth: '560px' },
});
