import { Button, makeStyles } from '@fluentui/react-components';
import { part, textBlock, title as titleStyle } from './styles.ts';

export interface NoticeProps {
  readonly title: string;
  readonly text: string;
  /** No button without it. */
  readonly button?: string | undefined;
  readonly onClick?: () => void;
}

/** A short part of the page: a thought, and at most one thing to do about it. */
export function Notice({ title, text, button, onClick }: NoticeProps) {
  const classes = useStyles();
  return (
    <section aria-label={title} className={classes.root}>
      <h2 className={classes.title}>
        <bdi>{title}</bdi>
      </h2>
      <p className={classes.text}>
        <bdi>{text}</bdi>
      </p>
      {button !== undefined && (
        <div>
          <Button size="small" onClick={onClick}>
            {button}
          </Button>
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({ root: part, title: titleStyle, text: textBlock });
