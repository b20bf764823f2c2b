import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  BowlSaladRegular,
  DrinkCoffeeRegular,
  FoodToastRegular,
  DrinkWineRegular,
} from '@fluentui/react-icons';
import { forcedColors, seasonTintStrong } from '#components/seasonTokens.ts';
import type { CoffeeKind } from '#domain/coffee/types.ts';

const icons = {
  breakfast: FoodToastRegular,
  coffee: DrinkCoffeeRegular,
  lunch: BowlSaladRegular,
  dinner: DrinkWineRegular,
} as const satisfies Readonly<Record<CoffeeKind, unknown>>;

/** What one eats or drinks, as a picture; the word stands beside it. */
export function KindIcon({ kind, isBare = false }: { readonly kind: CoffeeKind; readonly isBare?: boolean }) {
  const classes = useStyles();
  const Icon = icons[kind];
  return (
    <span aria-hidden="true" className={mergeClasses(classes.icon, !isBare && classes.disc)}>
      <Icon />
    </span>
  );
}

const useStyles = makeStyles({
  icon: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    fontSize: '20px',
    color: tokens.colorPaletteForestForeground2,
    [forcedColors]: { color: 'CanvasText' },
  },
  disc: { width: '40px', height: '40px', borderRadius: '50%', backgroundColor: seasonTintStrong },
});
