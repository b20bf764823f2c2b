import { makeStyles, tokens } from '@fluentui/react-components';
import { SeasonMark } from '#components/SeasonMark.tsx';
import type { MarkState } from '#components/markState.ts';
import { narrowContainer } from '#components/seasonTokens.ts';
import { useWords } from '#words/Words.ts';
import { quiet } from './homeStyles.ts';
import { toldScopes, type Allowed, type ToldScope } from './usePermissions.ts';

const keys = {
  'User.ReadBasic.All': 'people',
  'Calendars.ReadWrite': 'calendar',
  'Files.ReadWrite': 'files',
} as const;

const marks: Readonly<Record<Allowed, MarkState>> = {
  yes: 'done',
  waiting: 'clash',
  later: 'later',
  unknown: 'unknown',
  reading: 'later',
};

/** Each permission with what it is for and whether it is allowed, by mark and by word. */
export function PermissionTable({
  permissions,
}: {
  readonly permissions: Readonly<Record<ToldScope, Allowed>>;
}) {
  const classes = useStyles();
  const { admin: words } = useWords();
  return (
    <table aria-label={words.table.name} className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.heading}>
            <bdi>{words.table.permission}</bdi>
          </th>
          <th scope="col" className={classes.heading}>
            <bdi>{words.table.purpose}</bdi>
          </th>
          <th scope="col" className={classes.heading}>
            <bdi>{words.table.allowed}</bdi>
          </th>
        </tr>
      </thead>
      <tbody>
        {toldScopes.map((scope) => {
          const { title, purpose } = words.permissions[keys[scope]];
          const allowed = permissions[scope];
          return (
            <tr key={scope}>
              <th scope="row" className={classes.cell}>
                <bdi>{title}</bdi>
                <code className={classes.scope}>{scope}</code>
              </th>
              <td className={classes.cell}>
                <bdi>{purpose}</bdi>
              </td>
              <td className={classes.cell}>
                <span className={classes.allowed}>
                  <SeasonMark state={marks[allowed]} />
                  <bdi>{allowed === 'waiting' ? <b>{words.table.waiting}</b> : words.table[allowed]}</bdi>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
  },
  heading: {
    ...quiet,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingBlockEnd: '10px',
    paddingInlineEnd: '16px',
    paddingInlineStart: 0,
    [narrowContainer]: { paddingInlineEnd: '8px' },
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: '14px',
    paddingInlineEnd: '16px',
    paddingInlineStart: 0,
    overflowWrap: 'anywhere',
    borderBlockStartWidth: '1px',
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    [narrowContainer]: { paddingInlineEnd: '8px', paddingBlock: '10px' },
  },
  scope: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  allowed: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    [narrowContainer]: { gap: '6px', flexWrap: 'wrap' },
  },
});
