import { makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { PersonPicture } from '#components/PersonPicture.tsx';
import { narrowContainer } from '#components/seasonTokens.ts';
import type { Person } from '#ports/people.ts';
import { useWords } from '#words/Words.ts';

export interface PeopleButtonsProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly onChoose: (person: Person) => void;
}

/** People to choose from with one click; nothing where there are none. */
export function PeopleButtons({ label, people, onChoose }: PeopleButtonsProps) {
  const classes = useStyles();
  const words = useWords().booking.partner;
  if (people.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2 className={classes.subheading}>{label}</h2>
      <ul className={classes.recent}>
        {people.map((person) => (
          <li key={person.address}>
            <button
              type="button"
              className={classes.person}
              aria-label={words.choose({ name: person.name })}
              onClick={() => onChoose(person)}
            >
              <PersonPicture name={person.name} size={32} />
              <span className={classes.about}>
                <bdi>{person.name}</bdi>
                <PersonDetail person={person} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What tells two people of one name apart. */
export function PersonDetail({ person }: { readonly person: Person }) {
  const classes = useStyles();
  const words = useWords().booking.partner;
  const detail =
    person.kind === 'outside'
      ? `${person.address}, ${words.outsideTag}`
      : (person.jobTitle ?? person.address);
  return (
    <span className={classes.detail}>
      <bdi>{detail}</bdi>
    </span>
  );
}

const useStyles = makeStyles({
  about: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
  detail: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  subheading: {
    marginBlockStart: 0,
    marginBlockEnd: '8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  recent: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: '10px',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    [narrowContainer]: { gridTemplateColumns: '1fr' },
  },
  person: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    width: '100%',
    minHeight: '56px',
    paddingBlock: '8px',
    paddingInline: '14px',
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& span': { color: tokens.colorNeutralForeground1Hover },
    },
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
      outlineColor: tokens.colorStrokeFocus2,
    },
  },
});
